internal import NICUCore

extension RuleShape {
    /// The schema a rule file names in its first key.
    static let schema = "nicu-readiness-rules/1"

    /// A whole rule file.
    static var file: RuleShape {
        .record(
            [
                Key("schema", .text, required: true), Key("id", .word, required: true),
                Key("version", .text, required: true), Key("jurisdiction", .word, required: true),
                Key("title", bilingual, required: true),
                Key("confidence", .keyed(by: tokens(Confidence.self), bilingual), required: true),
                Key(
                    "sources", .named(source),
                    required: true),
                Key(
                    "conflict",
                    .record([
                        Key("within_min", .whole(RuleLimits.minutes), required: true),
                        Key("percent", .whole(RuleLimits.percent), required: true),
                    ]), required: true),
                Key(
                    "positive_pressure",
                    .record([
                        Key("values", .filled(.oneOf(respiratory)), required: true),
                        Key("flow_gt_l_min", .keyed(by: respiratory, .decimal(RuleLimits.flow))),
                    ]), required: true),
                Key("drugs", .record([Key(Aspect.methylxanthine, .filled(.text), required: true)]), required: true),
                Key(
                    "events",
                    .named(
                        .record([
                            Key("any_of", .filled(clause(excluding: false)), required: true),
                            Key("exclude", .list(clause(excluding: true))),
                        ])), required: true),
                Key(
                    "applicability",
                    .named(
                        .record(
                            [
                                Key("any_of", .filled(birthTest), required: true),
                                Key("discretionary", .list(birthTest)),
                            ] + stated)), required: true),
                Key("criteria", .filled(criterion), required: true),
                Key("untested", .list(bilingual), required: true),
            ] + ownNames)
    }

    /// The keys under which a file declares names of its own.
    static var ownNames: [Key] { Vocabulary.Kind.allCases.map { Key($0.ownKey, .list(.word)) } }

    private static var respiratory: [String] { Aspect.values(of: Aspect.respiratorySupport) }

    /// The words of a closed set.
    static func tokens<T: RawRepresentable<String> & CaseIterable>(_ type: T.Type) -> [String] {
        T.allCases.map(\.rawValue)
    }

    /// A text in the two languages of the unit.
    static var bilingual: RuleShape {
        .record([Key("zh", .text, required: true), Key("en", .text, required: true)])
    }

    /// A publication and what of it was seen.
    static var source: RuleShape { .record([Key("citation", .text, required: true), Key("seen", .said)]) }

    /// Where a number comes from.
    private static var stated: [Key] {
        [
            Key("basis", .oneOf(tokens(Basis.self))), Key("src", .list(.text)),
            Key("conf", .oneOf(tokens(Confidence.self))),
        ]
    }

    private static func clause(excluding: Bool) -> RuleShape {
        let interventions = RuleShape.filled(.oneOf(tokens(Event.Intervention.self)))
        let numbers = [
            ("apnoea_s_min", RuleLimits.seconds), ("apnoea_s_lt", RuleLimits.seconds),
            ("heart_rate_lt", RuleLimits.heartRate), ("heart_rate_ge", RuleLimits.heartRate),
            ("spo2_lt", RuleLimits.saturation), ("spo2_ge", RuleLimits.saturation),
            ("desaturation_s_min", RuleLimits.seconds),
        ]
        return .record(
            numbers.map { Key($0.0, .whole($0.1)) }
                + ["colour_change", "feeding_related", "self_resolved"].map { Key($0, .boolean) }
                + [Key("apnoea_any", .oneOf(["true"])), Key("intervention_in", interventions)]
                + (excluding ? [Key("undecided_beside", interventions)] : []) + stated)
    }

    /// One comparison of a fact about the birth; exactly one key is asked for by the builder.
    static var birthTest: RuleShape {
        .record(
            BirthFact.allCases.flatMap { fact in
                ["lt", "le", "gt", "ge"].map { Key("\(fact.rawValue)_\($0)", .whole(fact.possible)) }
                    + [Key("\(fact.rawValue)_between", .wholeRange(fact.possible))]
            })
    }

    private static var criterion: RuleShape {
        let parts = tokens(Criterion.Part.self)
        return .switched(
            [
                Key("id", .word, required: true), Key("title", bilingual, required: true),
                Key("severity", .oneOf(tokens(Severity.self))), Key("applies_if", .word),
                Key("basis", .oneOf(tokens(Basis.self)), required: true), Key("text", .keyed(by: parts, bilingual)),
                Key("src", .list(.text)),
                Key("conf", .keyed(by: parts, .oneOf(tokens(Confidence.self))), required: true),
            ], on: "kind", of: "params",
            Dictionary(uniqueKeysWithValues: Criterion.Kind.allCases.map { ($0.rawValue, .record(params(of: $0))) }))
    }
}
