public import NICUCore

/// How many days of each support, each by its named rule, with the stretches that the record cannot tell.
public struct DaysPage: Sendable {
    private let course: Course
    private let rules: CareRules
    private let counted: [CountedDays]
    private let full: [FullFeedDay]

    /// Makes the page of a course that was loaded for ``NICUCore/CourseNeed/care``; `rule` counts all by one rule.
    public init(_ course: Course, _ rules: CareRules, by rule: DayRule? = nil) {
        self.course = course
        self.rules = rules
        counted = CountedDays.all(course, rules, by: rule)
        full = rules.intake.fullFeeds.compactMap { FullFeedDay($0, of: course, rules.intake) }
    }

    /// Text for people.
    public func text(_ wording: Wording) -> String {
        var lines = [
            "\(course.code)", wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head), "",
        ]
        var table = Table(
            [
                wording.pick("项目", "support"), wording.pick("天数", "days"), wording.pick("首日", "first"),
                wording.pick("末日", "last"), wording.pick("规则", "rule"),
            ], [.left, .right])
        for days in counted where days.isRecorded {
            table.add([
                wording.pick(days.item.title.zh, days.item.title.en), wording.dayCount(days),
                days.certain.first?.description ?? "–", wording.lastDay(days),
                wording.pick(days.rule.title.zh, days.rule.id),
            ])
        }
        if counted.contains(where: \.isRecorded) { lines.append(table.text(columns: wording.columns)) }
        for days in counted where !days.unknown.isEmpty { lines.append(wording.unknownDays(days)) }
        for days in counted { if let line = wording.procedureTimes(days) { lines.append(line) } }
        let silent = counted.filter { !$0.isRecorded }
        if !silent.isEmpty {
            lines += wording.daysNotRecorded(silent.map { wording.pick($0.item.title.zh, $0.item.title.en) })
        }
        lines += rules.intake.fullFeeds.flatMap { threshold in
            wording.fullFeeds(threshold, full.first { $0.threshold == threshold })
        }
        lines.append("")
        for rule in rules.dayRules where counted.contains(where: { $0.rule == rule && $0.isRecorded }) {
            lines.append("\(rule.id): \(wording.pick(rule.title.zh, rule.title.en))")
        }
        for source in rules.sources
        where counted.contains(where: { $0.isRecorded && $0.item.sources.contains(source.id) }) {
            lines.append("[\(source.id)] \(source.citation)")
        }
        lines.append(wording.pick("规则 ", "rules ") + "\(rules.id) \(rules.version)")
        return lines.joined(separator: "\n")
    }

    /// JSON for machines.
    public func json(_ wording: Wording) -> JSON {
        [
            "infant": .string(course.code.text), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "rules": ["id": .string(rules.id), "version": .string(rules.version)],
            "days": .array(
                counted.map { days in
                    [
                        "id": .string(days.item.id), "rule": .string(days.rule.id), "recorded": .bool(days.isRecorded),
                        // What nobody recorded has no count, not even none.
                        "certain": days.isRecorded ? .integer(Int64(days.certain.count)) : .null,
                        "possible": days.isRecorded
                            ? .integer(Int64(days.certain.count + days.unknown.count)) : .null,
                        "first": .optional(days.certain.first?.description),
                        "last": .optional(days.certain.last?.description),
                        "unknown": .array(
                            days.stretches.map {
                                ["from": .string("\($0.lowerBound)"), "to": .string("\($0.upperBound)")]
                            }),
                        "now": .string(days.now.token), "times": .optional(days.times),
                        "minutes": .optional(days.minutes),
                        "basis": .string(days.item.basis.rawValue),
                        "source": .array(days.item.sources.map { .string($0) }),
                    ]
                }),
            "fullFeeds": .array(
                full.map {
                    [
                        "mlPerKgPerDay": .integer(Int64($0.threshold)), "careDay": .string($0.day.day.description),
                        "dayOfLife": .integer(Int64($0.dayOfLife)), "unknownBefore": .integer(Int64($0.unknownBefore)),
                    ]
                }),
        ]
    }
}

extension Truth {
    /// The token in JSON.
    var token: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .unknown: "unknown"
        }
    }
}
