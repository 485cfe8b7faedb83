/// A rule file as it is written; ``RuleShape`` has already refused what does not belong.
struct RuleLayout: Decodable {
    struct Text: Decodable {
        let zh: String
        let en: String
    }

    /// A text in both languages, or one text for both.
    struct Said: Decodable {
        let text: Text

        init(from decoder: any Decoder) throws {
            if let one = try? decoder.singleValueContainer().decode(String.self) {
                text = Text(zh: one, en: one)
            } else {
                text = try Text(from: decoder)
            }
        }
    }

    struct Source: Decodable {
        let citation: String
        let seen: Said?
    }

    struct Conflict: Decodable {
        let withinMinutes: Int
        let percent: Int

        enum CodingKeys: String, CodingKey {
            case withinMinutes = "within_min"
            case percent
        }
    }

    struct Pressure: Decodable {
        let values: [String]
        let aboveFlow: [String: String]?

        enum CodingKeys: String, CodingKey {
            case values
            case aboveFlow = "flow_gt_l_min"
        }
    }

    struct Event: Decodable {
        let anyOf: [Clause]
        let exclude: [Clause]?

        enum CodingKeys: String, CodingKey {
            case anyOf = "any_of"
            case exclude
        }
    }

    struct Clause: Decodable {
        let apnoeaAtLeast, apnoeaBelow, heartRateBelow, heartRateAtLeast, spo2Below, spo2AtLeast: Int?
        let desaturationAtLeast: Int?
        let apnoeaAny, colourChange, feedingRelated, selfResolved: Bool?
        let interventionIn, undecidedBeside: [String]?
        let basis, conf: String?
        let src: [String]?

        enum CodingKeys: String, CodingKey {
            case apnoeaAtLeast = "apnoea_s_min"
            case apnoeaBelow = "apnoea_s_lt"
            case heartRateBelow = "heart_rate_lt"
            case heartRateAtLeast = "heart_rate_ge"
            case spo2Below = "spo2_lt"
            case spo2AtLeast = "spo2_ge"
            case desaturationAtLeast = "desaturation_s_min"
            case apnoeaAny = "apnoea_any"
            case colourChange = "colour_change"
            case feedingRelated = "feeding_related"
            case selfResolved = "self_resolved"
            case interventionIn = "intervention_in"
            case undecidedBeside = "undecided_beside"
            case basis, conf, src
        }
    }

    /// One comparison: a key such as `ga_days_lt`, and one number or two.
    struct Comparison: Decodable {
        let values: [String: [Int]]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: StrictYAML.AnyKey.self)
            var values: [String: [Int]] = [:]
            for key in container.allKeys {
                values[key.stringValue] =
                    key.stringValue.hasSuffix("between")
                    ? try container.decode([Int].self, forKey: key) : [try container.decode(Int.self, forKey: key)]
            }
            self.values = values
        }
    }

    struct Applicability: Decodable {
        let anyOf: [Comparison]
        let discretionary: [Comparison]?
        let src: [String]?
        let conf: String?

        enum CodingKeys: String, CodingKey {
            case anyOf = "any_of"
            case discretionary, src, conf
        }
    }

    struct Criterion: Decodable {
        let id, kind, basis: String
        let title: Text
        let severity, appliesIf: String?
        let params: RuleParams
        let text: [String: Text]?
        let src: [String]?
        let conf: [String: String]

        enum CodingKeys: String, CodingKey {
            case id, kind, basis, title, severity, params, text, src, conf
            case appliesIf = "applies_if"
        }
    }

    let schema, id, version, jurisdiction: String
    let title: Text
    let confidence: [String: Text]
    let sources: [String: Source]
    let conflict: Conflict
    let pressure: Pressure
    let drugs: [String: [String]]
    let events: [String: Event]
    let applicability: [String: Applicability]
    let criteria: [Criterion]
    let untested: [Text]

    enum CodingKeys: String, CodingKey {
        case schema, id, version, jurisdiction, title, confidence, sources, conflict, drugs, events, applicability
        case criteria, untested
        case pressure = "positive_pressure"
    }
}

/// The parameters of all kinds; which of them stand is decided by the shape of the kind.
struct RuleParams: Decodable {
    struct Coverage: Decodable {
        let monitoredSince: String
        let maxGap, maxGapPerCareDay: Int

        enum CodingKeys: String, CodingKey {
            case monitoredSince = "monitored_since"
            case maxGap = "max_gap_h"
            case maxGapPerCareDay = "max_gap_h_per_care_day"
        }
    }

    struct Exception: Decodable {
        let test: RuleLayout.Comparison
        let min: Int

        enum CodingKeys: String, CodingKey {
            case test = "if"
            case min = "min_h"
        }
    }

    struct Mother: Decodable {
        let minGrams, weightMaxAge: Int

        enum CodingKeys: String, CodingKey {
            case minGrams = "hbsag_positive_min_g"
            case weightMaxAge = "weight_max_age_h"
        }
    }

    let quantity, unit, site, bed, event, drug, ifNever, state, alternativeTask, task, item, windowOf, target: String?
    let min, low, high: String?
    let recheckLow, recheckHigh: [String]?
    let minHours, maxAge, window, tolerance, minMeasurements, minGramsPerDay, maxGap, recheck, minDays,
        weightMaxAge: Int?
    let allowed, alternativeAllowed, items, accept, method, acceptWithFollowUp, countFrom: [String]?
    let holds, followUpWithin: [String: Int]?
    let dropStart: [String: String]?
    let exceptions: [Exception]?
    let coverage: Coverage?
    let mother: Mother?

    enum CodingKeys: String, CodingKey {
        case quantity, unit, site, bed, event, drug, state, task, item, min, low, high, allowed, items, accept, method
        case coverage, mother, target
        case weightMaxAge = "weight_max_age_h"
        case ifNever = "if_never"
        case alternativeTask = "alternative_if_task"
        case windowOf = "window_of"
        case recheckLow = "recheck_low"
        case recheckHigh = "recheck_high"
        case minHours = "min_h"
        case maxAge = "max_age_h"
        case window = "window_h"
        case tolerance = "tolerance_h"
        case minMeasurements = "min_measurements"
        case minGramsPerDay = "min_g_per_day"
        case maxGap = "max_gap_h"
        case recheck = "recheck_min"
        case minDays = "min_days"
        case alternativeAllowed = "alternative_allowed"
        case acceptWithFollowUp = "accept_with_followup"
        case countFrom = "count_from"
        case holds = "holds_d"
        case followUpWithin = "followup_within_d"
        case dropStart = "drop_start_if_task"
        case exceptions = "min_h_if"
    }
}
