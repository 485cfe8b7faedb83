public import NICUCore

/// The answer of `ready` as JSON.
public func readinessJSON(_ answer: ReadinessAnswer, _ course: Course, wording: Wording) -> JSON {
    let zone = course.clock.zone
    let projection: JSON =
        answer.projection.map {
            [
                "earliest": .string(zone.moment(at: $0.earliest).text),
                "latest": .string(zone.moment(at: $0.latest).text),
                "limiting": .array($0.limiting.map { .string($0) }),
            ]
        } ?? .null
    return [
        "infant": .string(course.code.text),
        "rules": [
            "id": .string(answer.rulesId), "version": .string(answer.rulesVersion),
            "digest": .string(answer.rulesDigest),
        ],
        "asOf": .string(course.asOf.text), "knownAt": .string(knownAtText(course)),
        "head": .string(course.head.fingerprint), "overall": .string(answer.overall.rawValue),
        "waived": .array(answer.waived.map { .string($0) }),
        "criteria": .array(
            answer.criteria.map { criterion in
                [
                    "id": .string(criterion.id), "verdict": .string(criterion.verdict.rawValue),
                    "severity": .string(criterion.severity.rawValue), "basis": .string(criterion.basis.rawValue),
                    "source": .array(criterion.sources.map { .string($0) }),
                    "reason": .string(
                        ([wording.reason(criterion.reason)] + criterion.marks.map(wording.mark)).joined(separator: "; ")
                    ),
                    "evidence": .array(criterion.evidence.map { .string($0.id.description) }),
                    "earliest": .optional(criterion.earliest.map { zone.moment(at: $0).text }),
                ]
            }),
        "projection": projection,
    ]
}

/// The answer of `ready` as text: the verdict table and the answer in two lines by origin.
public func readinessText(
    _ answer: ReadinessAnswer, _ course: Course, rules: RuleSet, wording: Wording, explain: Bool,
    before: ReadinessAnswer? = nil
) -> String {
    let entries = Dictionary(
        (course.entries + course.superseded.map(\.entry)).map { ($0.seq, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    let day = course.asOf.day
    lines.append(
        "\(course.code)  "
            + wording.ages(day: course.postnatalAge(on: day)?.days, postmenstrual: course.postmenstrualAge(on: day)))
    lines.append(wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head))
    lines.append(wording.pick(rules.title.zh, rules.title.en) + "  \(rules.id) \(rules.version)")
    lines.append("")
    var table = Table([
        "", wording.pick("判定", "verdict"), wording.pick("标准", "criterion"), wording.pick("来源", "basis"),
        wording.pick("依据", "why"),
    ])
    for criterion in answer.criteria {
        let title = rules.criterion(criterion.id).map { wording.pick($0.title.zh, $0.title.en) } ?? criterion.id
        let advisory = criterion.severity == .advisory ? wording.pick("（提示）", " (advisory)") : ""
        let why =
            ([wording.reason(criterion.reason)] + criterion.marks.map(wording.mark)
            + [criterion.earliest.map(wording.earliest)].compactMap { $0 }).joined(separator: "; ")
        table.add([
            wording.symbol(criterion.verdict), wording.verdict(criterion.verdict), title + advisory,
            wording.basis(criterion.basis), Table.visible(why),
        ])
        guard explain else { continue }
        let rule = rules.criterion(criterion.id)
        for line in rule?.lines ?? [] {
            let text = line.text.map { wording.pick($0.zh, $0.en) } ?? ""
            table.add(["", "", "", "  " + wording.pick("规则", "rule"), "  \(text) [\(line.confidence?.rawValue ?? "")]"])
        }
        for source in criterion.sources {
            table.add([
                "", "", "", "  " + wording.pick("文献", "source"), "  " + (rules.source(source)?.citation ?? source),
            ])
        }
        for ref in criterion.evidence {
            let text = entries[ref.seq].map { "\($0.at.display) " + wording.entry($0) + " (\($0.by))" } ?? ""
            table.add(["", "", "", "  #\(ref.seq)", "  " + Table.visible(text)])
        }
    }
    lines.append(table.text)
    lines.append("")
    lines += wording.outlook(answer, rules)
    if let before { lines += wording.changes(from: before, to: answer, rules) }
    lines += wording.summary(of: answer)
    lines += rules.untested.map(wording.untested)
    return lines.joined(separator: "\n")
}

extension Wording {
    /// The answer in two lines by origin, with how much rests on the record and how much on attestation.
    public func summary(of answer: ReadinessAnswer) -> [String] {
        func line(_ title: String, _ criteria: [CriterionAnswer]) -> String {
            let all = Overall(criteria.map { ($0.severity, $0.verdict) })
            let met = criteria.filter { $0.severity == .blocking && $0.verdict.rank == 2 }
            let attested = met.filter { if case .attested = $0.reason { true } else { false } }.count
            let count = pick(
                "据记录 \(met.count - attested) 项，据确认 \(attested) 项",
                "\(met.count - attested) by record, \(attested) by attestation")
            return title + overall(all) + pick("（\(count)）", " (\(count))")
        }
        var lines = [
            line(pick("指南原文：", "guideline text: "), answer.criteria.filter { $0.basis == .guideline }),
            line(pick("本院补充：", "the unit's additions: "), answer.criteria.filter { $0.basis != .guideline }),
            overall(answer.overall)
                + (answer.waived.isEmpty
                    ? "" : pick("（豁免：\(list(answer.waived))）", " (waived: \(list(answer.waived)))")),
        ]
        lines.append(summaryNotice())
        return lines
    }

    /// Who decides.
    public func summaryNotice() -> String {
        pick("由医师决定；本程序只列出标准。", "The clinician decides; the program lists criteria.")
    }
}
