public import NICUCore

/// The answer of `ready` as text: the verdict table and the answer in two lines by origin.
public struct ReadinessPage: Sendable {
    let answer: ReadinessAnswer
    let course: Course
    let rules: RuleSet
    private let entries: [Int64: Entry]

    /// Makes the page of an answer.
    public init(_ answer: ReadinessAnswer, _ course: Course, rules: RuleSet) {
        self.answer = answer
        self.course = course
        self.rules = rules
        entries = Dictionary(
            (course.entries + course.superseded.map(\.entry)).map { ($0.seq, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What `--explain` adds beside the entries: the numbers of each criterion by its id, as the file writes them.
    public typealias Parameters = [String: [(name: String, value: String)]]

    /// Text for people; with `parameters` every rule, number, source and entry as well.
    public func text(_ wording: Wording, explaining parameters: Parameters? = nil, before: DayBefore? = nil) -> String {
        let day = course.asOf.day
        var lines = [
            "\(course.code)  "
                + wording.ages(
                    day: course.postnatalAge(on: day)?.days, postmenstrual: course.postmenstrualAge(on: day)),
            wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head),
            wording.pick(rules.title.zh, rules.title.en) + "  \(rules.id) \(rules.version)", "",
        ]
        var table = Table([
            "", wording.pick("判定", "verdict"), wording.pick("标准", "criterion"), wording.pick("来源", "basis"),
            wording.pick("依据", "why"),
        ])
        for criterion in answer.criteria {
            let advisory = criterion.severity == .advisory ? wording.pick("（提示）", " (advisory)") : ""
            let why = wording.why(criterion) + [earliest(of: criterion).map(wording.earliest)].compactMap { $0 }
            table.add([
                wording.symbol(criterion.verdict), wording.verdict(criterion.verdict),
                wording.title(criterion.id, rules) + advisory, wording.basis(criterion.basis),
                Table.visible(why.joined(separator: "; ")),
            ])
            guard let parameters else { continue }
            for row in explanation(of: criterion, parameters[criterion.id] ?? [], wording) { table.add(row) }
        }
        lines += [table.text(columns: wording.columns), ""]
        lines += wording.outlook(answer, rules)
        if let before { lines.append(wording.changes(since: before, to: answer, rules)) }
        lines += wording.summary(of: answer, rules)
        lines += rules.untested.map(wording.untested)
        return lines.joined(separator: "\n")
    }

    /// When a criterion can be met by its rule; after the stay nothing is projected.
    private func earliest(of criterion: CriterionAnswer) -> Instant? {
        answer.outlook.hasEnded ? nil : criterion.earliest
    }

    /// What stands behind a criterion: the words of its rule, its numbers, its sources and the entries it rests on.
    private func explanation(
        of criterion: CriterionAnswer, _ parameters: [(name: String, value: String)], _ wording: Wording
    ) -> [[String]] {
        var rows: [[String]] = []
        func add(_ name: String, _ text: String) {
            if !text.isEmpty { rows.append(["", "", "", "  " + name, "  " + Table.visible(text)]) }
        }
        for line in rules.criterion(criterion.id)?.lines ?? [] {
            add(wording.part(line.part), wording.line(line, rules))
        }
        add(
            wording.pick("参数", "numbers"), parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
        for id in criterion.sources {
            let source = rules.source(id)
            add(
                wording.pick("文献", "source"),
                source.map(wording.cited) ?? id)
        }
        for ref in criterion.evidence {
            guard let entry = entries[ref.seq] else {
                add("#\(ref.seq)", "—")
                continue
            }
            let what =
                (entry.body as? Waiver).map {
                    wording.waiver($0, why: entry.reason, title: wording.title($0.criterion, rules))
                } ?? wording.entry(entry)
            add("#\(ref.seq)", "\(entry.at.display) \(what) (\(entry.by))")
        }
        return rows
    }
}

extension Wording {
    /// What a part of a rule is about.
    func part(_ part: Criterion.Part) -> String {
        switch part {
        case .guideline: pick("指南", "guideline")
        case .number: pick("数值", "number")
        }
    }

    /// What a rule file says behind a part of a criterion, and how surely that is known; empty where it says nothing.
    func line(_ line: Criterion.Line, _ rules: RuleSet) -> String {
        let text = line.text.map { pick($0.zh, $0.en) } ?? ""
        let seen = line.confidence.map { confidence in
            rules.confidence[confidence].map { pick($0.zh, $0.en) } ?? self.confidence(confidence)
        }
        guard let seen else { return text }
        return text.isEmpty ? seen : text + pick("（\(seen)）", " (\(seen))")
    }

    /// How well a source was seen, where its file has no words of its own for it.
    func confidence(_ confidence: Confidence) -> String {
        switch confidence {
        case .read: pick("已读原文", "the text was read")
        case .read2: pick("仅见于转引页面", "seen on a secondary page only")
        case .partial: pick("所见原文不完整", "the text was seen but cut off")
        case .memory: pick("凭记忆，未见原文", "from memory, the text was not found")
        }
    }
}
