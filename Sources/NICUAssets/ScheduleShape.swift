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
                    "sources", .named(.record([Key("citation", .text, required: true), Key("seen", .text)])),
                    required: true),
                Key("closing_h", .positiveNumber, required: true), Key("items", .list(scheduleItem), required: true),
                Key("visits", .list(visitClass), required: true),
            ] + ownNames)
    }

    private static var standing: [Key] {
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
            Key("tasks", .list(.word)), Key("methods", .list(.word)), Key("methods_if", scheduleCondition),
            Key("products", .list(.text)), Key("doses", .positiveNumber), Key("problems", .list(.word)),
            Key("since", scheduleTime),
        ])
        let trigger = RuleShape.record([
            Key("problem", .word), Key("grades", .list(.word)), Key("procedure", .word), Key("before_task", .word),
            Key("task", .word), Key("results", .list(.oneOf(tokens(Check.Result.self)))),
        ])
        return .record(
            [
                Key("id", .word, required: true), Key("topic", .word, required: true),
                Key("title", bilingual, required: true), Key("guideline", .word, required: true),
                Key("applies_if", scheduleCondition), Key("discretionary", scheduleCondition),
                Key("trigger", trigger), Key("precondition", scheduleCondition),
                Key("windows", .list(window), required: true),
                Key("done", done, required: true), Key("note", bilingual),
                Key("severity", .oneOf(tokens(Severity.self))),
            ] + standing)
    }

    private static var visitClass: RuleShape {
        let step = RuleShape.record([
            Key("until_corrected_mo", .positiveNumber, required: true), Key("every_d", .positiveNumber),
            Key("every_mo", .positiveNumber),
        ])
        return .record(
            [
                Key("id", .word, required: true), Key("title", bilingual, required: true),
                Key("applies_if", scheduleCondition, required: true),
                Key("first_within_d", .positiveNumber, required: true), Key("steps", .list(step), required: true),
            ] + standing)
    }

    /// `any_of` or `all_of` with a list of tests; the builder asks for exactly one of the two.
    private static var scheduleCondition: RuleShape {
        guard case .record(let comparisons) = birthTest else { return birthTest }
        let months = RuleShape.list(.oneOf((1...12).map(String.init)))
        let test = RuleShape.record(
            comparisons + [
                Key("maternal_hbsag", .list(.oneOf(tokens(Perinatal.Antigen.self)))), Key("attested", .word),
                Key("denied", .word), Key("problem", .word), Key("grades", .list(.word)),
                Key("stated", .word), Key("age_mo_lt", .positiveNumber), Key("month_in", months),
                Key("born_month_in", months), Key("stay_h_gt", .positiveNumber), Key("stay_h_le", .positiveNumber),
            ])
        return .record([Key("any_of", .list(test)), Key("all_of", .list(test))])
    }

    /// One moment, or the later or earlier of several; the builder asks for exactly one key.
    private static var scheduleTime: RuleShape {
        let moment = ScheduleBuilder.moments.map { Key($0, .wholeNumber) }
        let list = RuleShape.list(.record(moment))
        return .record(moment + [Key("later_of", list), Key("earlier_of", list)])
    }
}
