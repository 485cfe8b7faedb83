internal import NICUCore

extension RuleShape {
    private static func hours(_ name: String) -> Key { Key(name, .whole(RuleLimits.hours), required: true) }

    private static func count(_ range: ClosedRange<Int> = RuleLimits.count) -> Key {
        Key("min_measurements", .whole(range), required: true)
    }

    private static func limit(_ name: String) -> Key { Key(name, .decimal(), required: true) }

    /// The parameters of a kind.
    static func params(of kind: Criterion.Kind) -> [Key] {
        let quantities = [Quantity.weight.rawValue, Quantity.temperature.rawValue]
        let quantity = Key("quantity", .oneOf(quantities), required: true)
        let unit = Key("unit", .text, required: true)
        let item = Key("item", .word, required: true)
        let event = Key("event", .word, required: true)
        switch kind {
        case .valueAtLeast: return [quantity, unit, limit("min"), hours("max_age_h")]
        case .gainRate:
            return [
                hours("window_h"), hours("tolerance_h"), count(RuleLimits.weightsOfGain),
                Key("min_g_per_day", .whole(RuleLimits.gramsPerDay), required: true), hours("max_age_h"),
            ]
        case .rangeSustained:
            return [
                quantity, unit, Key("site", .word), limit("low"), limit("high"), hours("window_h"), count(),
                hours("max_gap_h"), Key("recheck_min", .whole(RuleLimits.minutes)), Key("recheck_low", .range),
                Key("recheck_high", .range), Key("bed", .oneOf(Aspect.values(of: Aspect.thermal))),
            ]
        case .eventFreeInterval: return [event] + eventFree
        case .timeSinceStopped:
            return [
                Key("drug", .oneOf([Aspect.methylxanthine]), required: true), hours("min_h"),
                Key("if_never", .oneOf([Verdict.met.rawValue, Verdict.notApplicable.rawValue]), required: true),
                Key("alternative_if_task", .word),
            ]
        case .stateFor:
            return [
                Key("state", .oneOf(Aspect.known), required: true), Key("allowed", .filled(.word), required: true),
                hours("min_h"), Key("alternative_if_task", .word), Key("alternative_allowed", .filled(.word)),
            ]
        case .noneActive: return [Key("items", .filled(.oneOf(Aspect.known)), required: true)]
        case .ageAtLeast: return [Key("min_days", .whole(RuleLimits.postmenstrualDays), required: true)]
        case .taskDone: return taskDone
        case .attested: return [item]
        case .shiftReviewed: return [Key("window_of", .word, required: true)]
        case .saturationInAir: return [limit("low"), hours("min_h"), count(), hours("max_gap_h"), item]
        case .oralVolume: return [hours("window_h"), Key("target", .word, required: true), hours("weight_max_age_h")]
        case .feedsUneventful: return [event, hours("window_h")]
        }
    }

    private static var eventFree: [Key] {
        let starts = tokens(ClockStart.self).filter { $0 != ClockStart.birth.rawValue }
        let coverage = RuleShape.record([
            Key("monitored_since", .oneOf(tokens(EventFreeInterval.Coverage.Since.self)), required: true),
            hours("max_gap_h"), hours("max_gap_h_per_care_day"),
        ])
        let exception = RuleShape.record([Key("if", birthTest, required: true), hours("min_h")])
        return [
            hours("min_h"), Key("min_h_if", .list(exception)),
            Key("count_from", .filled(.oneOf(starts)), required: true), Key("coverage", coverage),
            Key("drop_start_if_task", .keyed(by: starts, .word)),
        ]
    }

    private static var taskDone: [Key] {
        // A task that was not done is never one that was.
        let results = tokens(Check.Result.self).filter { $0 != Check.Result.notDone.rawValue }
        let days = RuleShape.keyed(by: results, .whole(RuleLimits.days))
        let grams = Key("hbsag_positive_min_g", .whole(BirthFact.birthWeight.possible), required: true)
        return [
            Key("task", .word, required: true), Key("accept", .filled(.oneOf(results)), required: true),
            Key("method", .filled(.word)), Key("holds_d", days),
            Key("accept_with_followup", .list(.oneOf(results))), Key("followup_within_d", days),
            Key("mother", .record([grams, hours("weight_max_age_h")])),
        ]
    }
}
