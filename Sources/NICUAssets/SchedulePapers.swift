internal import NICUCore
internal import Yams

extension RuleShape {
    /// A paper with its deadline; the builder asks for exactly one of `during` and `after`.
    static var schedulePaper: RuleShape {
        let interval = RuleShape.record([
            Key("if", scheduleCondition), Key("every_d", .whole(RuleLimits.days)),
            Key("every_mo", .whole(RuleLimits.months)),
        ])
        let after = RuleShape.record([
            Key("to", .filled(.oneOf(tokens(Destination.self))), required: true),
            Key("within_h", .whole(RuleLimits.hours), required: true),
            Key("early_h", .whole(RuleLimits.hoursFromMoment)),
        ])
        return .record(
            [
                Key("id", .word, required: true), Key("task", .oneOf(Vocabulary.papers), required: true),
                Key("title", bilingual, required: true), Key("guideline", .word, required: true),
                Key("during", .filled(interval)), Key("after", after),
                Key("opens_d", .whole(RuleLimits.daysFromMoment)),
                Key("closing_h", .whole(RuleLimits.hours)), Key("note", bilingual),
            ] + standing)
    }
}

extension ScheduleBuilder {
    /// A paper.
    func paper(_ node: Node) throws(RuleFileProblem) -> SchedulePaper {
        SchedulePaper(
            id: parts.text(node, "id"), task: parts.text(node, "task"), title: parts.bilingual(node.mapping?["title"]),
            guideline: parts.text(node, "guideline"), deadline: try deadline(node),
            opensDays: parts.number(node, "opens_d"), closing: parts.number(node, "closing_h").map { Hours($0) },
            note: node.mapping?["note"].map { parts.bilingual($0) }, basis: parts.basis(of: node),
            sources: try parts.sources(of: node), confidence: parts.confidence(of: node))
    }

    private func deadline(_ node: Node) throws(RuleFileProblem) -> SchedulePaper.Deadline {
        let during = parts.list(node, "during")
        guard during.isEmpty != (node.mapping?["after"] == nil) else {
            throw .missingKey(parts.place(node, "id"), key: during.isEmpty ? "during" : "after")
        }
        if let after = node.mapping?["after"] {
            return .after(
                parts.words(after, "to").compactMap(Destination.init),
                within: Hours(parts.number(after, "within_h") ?? 0),
                early: Hours(parts.number(after, "early_h") ?? 0))
        }
        var intervals: [SchedulePaper.Interval] = []
        for interval in during {
            let (days, months) = (parts.number(interval, "every_d"), parts.number(interval, "every_mo"))
            guard (days == nil) != (months == nil) else {
                throw .missingKey(parts.place(interval, "if"), key: "every_d")
            }
            intervals.append(
                SchedulePaper.Interval(
                    condition: try condition(interval, "if"), everyDays: days, everyMonths: months))
        }
        return .during(intervals)
    }
}
