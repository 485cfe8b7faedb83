public import NICUCore

/// The answer of `diff`: what was recorded since, and what it changed.
public struct DiffPage: Sendable {
    private let diff: RecordDiff
    /// The moment or position that was asked about, as it is to be shown.
    private let since: String

    /// Makes a page.
    public init(_ diff: RecordDiff, since: String) {
        self.diff = diff
        self.since = since
    }

    private var after: InfantPicture { diff.after }

    /// Text for people, of 80 columns.
    public func text(_ wording: Wording, columns: Int = 80) -> String {
        let course = after.course
        let stamp = wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head)
        var lines = [wording.heading(after), stamp, wording.diffSince(since, diff.before?.course.head)]
            .flatMap { Table.wrapped($0, columns: columns) }
        func section(_ title: String, _ items: [String]) {
            lines += ["", title]
            for item in items.isEmpty ? [wording.pick("无", "none")] : items {
                for (index, piece) in Table.wrapped(item, columns: columns - 4).enumerated() {
                    lines.append((index == 0 ? "  " : "    ") + piece)
                }
            }
        }
        section(wording.pick("新记录", "recorded"), diff.added.map { line($0, wording) })
        section(
            wording.pick("更正", "corrected"),
            diff.corrected.map { wording.diffCorrected($0) })
        section(
            wording.pick("删划与医师确认", "struck, or confirmed by a physician"), diff.struck.map { wording.diffStruck($0) })
        guard let before = diff.before else {
            section(wording.pick("数字", "figures"), [wording.diffUnborn()])
            return lines.joined(separator: "\n")
        }
        section(wording.pick("体重与增长", "weight, growth"), growth(before, wording))
        section(
            wording.pick("出院标准", "readiness") + " (\(after.rules.id) \(after.rules.version))",
            wording.changes(from: before.answer, to: after.answer, after.rules))
        section(
            wording.pick("待办", "due items"), diff.due.map { wording.diffDue($0, among: diff.after.due.items, course) })
        return lines.joined(separator: "\n")
    }

    private func line(_ entry: Entry, _ wording: Wording) -> String {
        "#\(entry.seq) \(entry.at.display) \(wording.fact(entry)) (\(entry.by))"
    }

    private func growth(_ before: InfantPicture, _ wording: Wording) -> [String] {
        guard let (old, new) = moved else { return [] }
        var items = [wording.diffWeight(from: old, to: new)]
        items += scores(old, new).map { "z \($0.id): \(wording.score($0.from)) → \(wording.score($0.to))" }
        for window in [Velocity.Window.sinceRegained, .sevenDays] {
            let (a, b) = (rate(before, window), rate(after, window))
            guard a?.value != b?.value else { continue }
            items.append(wording.diffRate(window, from: a, to: b))
        }
        return items
    }

    /// The latest weights where they are not the same entry.
    private var moved: (GrowthSummary.Point?, GrowthSummary.Point)? {
        let (old, new) = diff.weights
        guard let new, old?.entry != new.entry || old?.scores != new.scores else { return nil }
        return (old, new)
    }

    private func scores(_ old: GrowthSummary.Point?, _ new: GrowthSummary.Point) -> [(
        id: String, from: GrowthScore, to: GrowthScore
    )] {
        let ids = after.plan.followUp(atPostmenstrualDays: new.pmaDays)
        return new.scores.filter { ids.contains($0.reference) }.compactMap { score in
            old?.scores.first { $0.reference == score.reference }.map { (score.reference, $0.score, score.score) }
        }
    }

    private func rate(_ picture: InfantPicture, _ window: Velocity.Window) -> Velocity? {
        picture.growth?.velocity.first { $0.window == window && $0.method == .exponential }
    }

    /// JSON for machines.
    public func json(_ wording: Wording) -> JSON {
        let course = after.course
        let words = Wording.ofMachines(wording.zone)
        func entry(_ entry: Entry) -> JSON {
            [
                "seq": .integer(entry.seq), "id": .string(entry.id.description), "kind": .string(entry.kind.name),
                "at": .string(entry.at.text), "recorded": .string(course.clock.zone.moment(at: entry.recorded).text),
                "by": .string(entry.by), "text": .string(words.fact(entry)),
            ]
        }
        func change(_ change: RecordDiff.Change) -> JSON {
            ["entry": entry(change.entry), "corrects": change.old.map(entry) ?? .null]
        }
        return [
            "infant": .string(course.code.text), "since": .string(since), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "headBefore": .optional(diff.before?.course.head.fingerprint), "added": .array(diff.added.map(entry)),
            "corrected": .array(diff.corrected.map(change)), "struck": .array(diff.struck.map(change)),
            "weight": weightJSON, "verdicts": .array(verdictsJSON),
            "overall": [
                "from": .optional(diff.before?.answer.overall.rawValue), "to": .string(after.answer.overall.rawValue),
            ],
            "due": .array(
                diff.due.map {
                    [
                        "id": .string($0.item.id), "topic": .string($0.item.topic),
                        "from": .optional($0.from?.rawValue), "to": .string($0.item.status.rawValue),
                    ]
                }),
        ]
    }

    private var weightJSON: JSON {
        guard let (old, new) = moved else { return .null }
        return [
            "from": .optional(old?.value), "to": .integer(Int64(new.value)), "unit": "g",
            "z": .array(
                scores(old, new).map {
                    ["reference": .string($0.id), "from": .optional($0.from.z), "to": .optional($0.to.z)]
                }),
            "velocity": .array(
                [Velocity.Window.sinceRegained, .sevenDays].map { window in
                    [
                        "window": .string(window.rawValue), "method": "exponential",
                        "from": .optional(diff.before.flatMap { rate($0, window)?.value }),
                        "to": .optional(rate(after, window)?.value), "unit": .string(Velocity.unit),
                    ]
                }),
        ]
    }

    private var verdictsJSON: [JSON] {
        guard let old = diff.before?.answer else { return [] }
        return after.answer.criteria.compactMap { criterion in
            guard let before = old.criterion(criterion.id), before.verdict != criterion.verdict else { return nil }
            return [
                "id": .string(criterion.id), "from": .string(before.verdict.rawValue),
                "to": .string(criterion.verdict.rawValue),
            ]
        }
    }
}
