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
                    "sources", .named(.record([Key("citation", .text, required: true), Key("seen", .text)])),
                    required: true),
                Key(
                    "conflict",
                    .record([
                        Key("within_min", .positiveNumber, required: true),
                        Key("percent", .wholeNumber, required: true),
                    ]), required: true),
                Key(
                    "positive_pressure",
                    .record([
                        Key("values", .list(.oneOf(respiratory)), required: true),
                        Key("flow_gt_l_min", .keyed(by: respiratory, .decimal)),
                    ]), required: true),
                Key("drugs", .keyed(by: [Aspect.methylxanthine], .list(.text)), required: true),
                Key(
                    "events",
                    .named(
                        .record([
                            Key("any_of", .list(clause(excluding: false)), required: true),
                            Key("exclude", .list(clause(excluding: true))),
                        ])), required: true),
                Key(
                    "applicability",
                    .named(
                        .record(
                            [
                                Key("any_of", .list(birthTest), required: true), Key("discretionary", .list(birthTest)),
                            ] + stated)), required: true),
                Key("criteria", .list(criterion), required: true),
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

    /// Where a number comes from.
    private static var stated: [Key] {
        [
            Key("basis", .oneOf(tokens(Basis.self))), Key("src", .list(.text)),
            Key("conf", .oneOf(tokens(Confidence.self))),
        ]
    }

    private static func clause(excluding: Bool) -> RuleShape {
        let interventions = RuleShape.list(.oneOf(tokens(Event.Intervention.self)))
        let numbers = [
            "apnoea_s_min", "apnoea_s_lt", "heart_rate_lt", "heart_rate_ge", "spo2_lt", "spo2_ge",
            "desaturation_s_min",
        ]
        return .record(
            numbers.map { Key($0, .wholeNumber) }
                + ["colour_change", "feeding_related", "self_resolved"].map { Key($0, .boolean) }
                + [Key("apnoea_any", .oneOf(["true"])), Key("intervention_in", interventions)]
                + (excluding ? [Key("undecided_beside", interventions)] : []) + stated)
    }

    /// One comparison of a fact about the birth; exactly one key is asked for by the builder.
    static var birthTest: RuleShape {
        .record(
            BirthFact.allCases.flatMap { fact in
                ["lt", "le", "gt", "ge"].map { Key("\(fact.rawValue)_\($0)", .wholeNumber) }
                    + [Key("\(fact.rawValue)_between", .range)]
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

    /// The parameters of a kind.
    private static func params(of kind: Criterion.Kind) -> [Key] {
        func hours(_ name: String) -> Key { Key(name, .positiveNumber, required: true) }
        let quantities = [Quantity.weight.rawValue, Quantity.temperature.rawValue]
        let quantity = Key("quantity", .oneOf(quantities), required: true)
        let unit = Key("unit", .text, required: true)
        let results = tokens(Check.Result.self)
        let starts = tokens(ClockStart.self).filter { $0 != ClockStart.birth.rawValue }
        switch kind {
        case .valueAtLeast:
            return [quantity, unit, Key("min", .decimal, required: true), hours("max_age_h")]
        case .gainRate:
            return [
                hours("window_h"), hours("tolerance_h"), hours("min_measurements"),
                Key("min_g_per_day", .wholeNumber, required: true), hours("max_age_h"),
            ]
        case .rangeSustained:
            return [
                quantity, unit, Key("site", .word), Key("low", .decimal, required: true),
                Key("high", .decimal, required: true), hours("window_h"), hours("min_measurements"),
                hours("max_gap_h"), Key("recheck_min", .positiveNumber), Key("recheck_low", .range),
                Key("recheck_high", .range), Key("bed", .oneOf(Aspect.values(of: Aspect.thermal))),
            ]
        case .eventFreeInterval:
            let coverage = RuleShape.record([
                Key("monitored_since", .oneOf(tokens(EventFreeInterval.Coverage.Since.self)), required: true),
                hours("max_gap_h"), hours("max_gap_h_per_care_day"),
            ])
            let exception = RuleShape.record([Key("if", birthTest, required: true), hours("min_h")])
            return [
                Key("event", .word, required: true), hours("min_h"), Key("min_h_if", .list(exception)),
                Key("count_from", .list(.oneOf(starts)), required: true), Key("coverage", coverage),
                Key("drop_start_if_task", .keyed(by: starts, .word)),
            ]
        case .timeSinceStopped:
            return [
                Key("drug", .oneOf([Aspect.methylxanthine]), required: true), hours("min_h"),
                Key("if_never", .oneOf([Verdict.met.rawValue, Verdict.notApplicable.rawValue]), required: true),
                Key("alternative_if_task", .word),
            ]
        case .stateFor:
            return [
                Key("state", .oneOf(Aspect.known), required: true), Key("allowed", .list(.word), required: true),
                hours("min_h"), Key("alternative_if_task", .word), Key("alternative_allowed", .list(.word)),
            ]
        case .noneActive: return [Key("items", .list(.oneOf(Aspect.known)), required: true)]
        case .ageAtLeast: return [hours("min_days")]
        case .taskDone:
            let mother = RuleShape.record([hours("hbsag_positive_min_g"), hours("weight_max_age_h")])
            return [
                Key("task", .word, required: true), Key("accept", .list(.oneOf(results)), required: true),
                Key("method", .list(.word)), Key("holds_d", .keyed(by: results, .positiveNumber)),
                Key("accept_with_followup", .list(.oneOf(results))),
                Key("followup_within_d", .keyed(by: results, .positiveNumber)), Key("mother", mother),
            ]
        case .attested: return [Key("item", .word, required: true)]
        case .shiftReviewed: return [Key("window_of", .word, required: true)]
        case .saturationInAir:
            return [
                Key("low", .decimal, required: true), hours("min_h"), hours("min_measurements"), hours("max_gap_h"),
                Key("item", .word, required: true),
            ]
        case .oralVolume: return [hours("window_h"), Key("target", .word, required: true), hours("weight_max_age_h")]
        case .feedsUneventful: return [Key("event", .word, required: true), hours("window_h")]
        }
    }
}
