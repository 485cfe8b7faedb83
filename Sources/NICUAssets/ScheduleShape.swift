internal import NICUCore

extension RuleShape {
    /// The schema a file of screens and visits names in its first key.
    static let scheduleSchema = "nicu-schedule/1"

    /// A whole file of screens and visits.
    static var schedule: RuleShape {
        .record(
            [
                Key("schema", .text, required: true), Key("id", .word, required: true),
                Key("version", .text, required: true), Key("title", bilingual, required: true),
                Key("confidence", .keyed(by: tokens(Confidence.self), bilingual), required: true),
                Key(
                    "sources", .named(source),
                    required: true),
                Key("closing_h", .whole(RuleLimits.hours), required: true),
                Key("items", .filled(scheduleItem), required: true),
                Key("visits", .filled(visitClass), required: true), Key("papers", .filled(schedulePaper)),
            ] + ownNames)
    }

    static var standing: [Key] {
        [
            Key("basis", .oneOf(tokens(Basis.self)), required: true), Key("src", .list(.text), required: true),
            Key("conf", .oneOf(tokens(Confidence.self)), required: true),
        ]
    }

    private static var scheduleItem: RuleShape {
        let window = RuleShape.record([
            Key("if", scheduleCondition), Key("from", scheduleTime), Key("by", scheduleTime),
            Key("from_basis", .oneOf(tokens(Basis.self))), Key("by_basis", .oneOf(tokens(Basis.self))),
        ])
        let done = RuleShape.record([
            Key("tasks", .filled(.word)), Key("methods", .filled(.word)), Key("methods_if", scheduleCondition),
            Key("products", .filled(.text)), Key("doses", .whole(RuleLimits.doses)), Key("problems", .filled(.word)),
            Key("since", scheduleTime),
        ])
        let trigger = RuleShape.record([
            Key("problem", .word), Key("grades", .filled(.word)), Key("procedure", .word), Key("before_task", .word),
            Key("task", .word), Key("results", .filled(.oneOf(tokens(Check.Result.self)))),
        ])
        return .record(
            [
                Key("id", .word, required: true), Key("topic", .word, required: true),
                Key("title", bilingual, required: true), Key("guideline", .word, required: true),
                Key("applies_if", scheduleCondition), Key("discretionary", scheduleCondition),
                Key("trigger", trigger), Key("precondition", scheduleCondition),
                Key("windows", .filled(window), required: true),
                Key("done", done, required: true), Key("note", bilingual),
                Key("severity", .oneOf(tokens(Severity.self))),
            ] + standing)
    }

    private static var visitClass: RuleShape {
        let step = RuleShape.record([
            Key("until_corrected_mo", .whole(RuleLimits.months), required: true),
            Key("every_d", .whole(RuleLimits.days)), Key("every_mo", .whole(RuleLimits.months)),
        ])
        return .record(
            [
                Key("id", .word, required: true), Key("title", bilingual, required: true),
                Key("applies_if", scheduleCondition, required: true),
                Key("first_within_d", .whole(RuleLimits.days), required: true),
                Key("steps", .filled(step), required: true),
            ] + standing)
    }

    /// `any_of` or `all_of` with a list of tests; the builder asks for exactly one of the two.
    static var scheduleCondition: RuleShape {
        guard case .record(let comparisons) = birthTest else { return birthTest }
        let months = RuleShape.filled(.oneOf((1...12).map(String.init)))
        let test = RuleShape.record(
            comparisons + [
                Key("maternal_hbsag", .filled(.oneOf(tokens(Perinatal.Antigen.self)))), Key("attested", .word),
                Key("denied", .word), Key("problem", .word), Key("grades", .filled(.word)),
                Key("stated", .word), Key("age_mo_lt", .whole(RuleLimits.months)), Key("month_in", months),
                Key("born_month_in", months), Key("stay_h_gt", .whole(RuleLimits.hours)),
                Key("stay_h_le", .whole(RuleLimits.hours)),
            ])
        return .record([Key("any_of", .filled(test)), Key("all_of", .filled(test))])
    }

    /// One moment, or the later or earlier of several; the builder asks for exactly one key.
    private static var scheduleTime: RuleShape {
        let moment = ScheduleBuilder.moments.map { name in
            let range =
                switch name.split(separator: "_").last {
                case "h": RuleLimits.hoursFromMoment
                case "mo": RuleLimits.monthsFromMoment
                default: RuleLimits.daysFromMoment
                }
            return Key(name, .whole(range))
        }
        let list = RuleShape.filled(.record(moment))
        return .record(moment + [Key("later_of", list), Key("earlier_of", list)])
    }
}
