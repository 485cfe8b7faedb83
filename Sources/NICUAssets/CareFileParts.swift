internal import NICUCore

/// A text in both languages.
struct CareTextLayout: Decodable {
    let text: RuleText

    enum CodingKeys: String, CodingKey, CaseIterable { case zh, en }

    init(from decoder: any Decoder) throws {
        let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
        text = RuleText(
            zh: try values.decode(String.self, forKey: .zh), en: try values.decode(String.self, forKey: .en))
    }
}

/// Something whose days are counted.
struct CareDayLayout: Decodable {
    let item: DayItem

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, title, rule, basis, src, states, products, oxygen, procedure
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
        let states = try values.decodeIfPresent([StateLayout].self, forKey: .states)
        let procedure = try values.decodeIfPresent(String.self, forKey: .procedure)
        let isOxygen = try values.decodeIfPresent(Bool.self, forKey: .oxygen) ?? false
        let fact: DayItem.Fact
        switch (states, procedure, isOxygen) {
        case (let states?, nil, false) where !states.isEmpty:
            let products = try values.decodeIfPresent([String].self, forKey: .products) ?? []
            fact = .states(states.map(\.source), products: products.map { $0.lowercased() })
        case (nil, let procedure?, false): fact = .procedure(procedure)
        case (nil, nil, true): fact = .oxygen
        default: throw StrictYAML.problem("one of states, procedure and oxygen is to be there", at: values.codingPath)
        }
        item = DayItem(
            id: try values.decode(String.self, forKey: .id),
            title: try values.decode(CareTextLayout.self, forKey: .title).text,
            rule: try values.decode(String.self, forKey: .rule), fact: fact,
            basis: try StrictYAML.word(values, .basis), sources: try values.decode([String].self, forKey: .src))
    }

    private struct StateLayout: Decodable {
        let source: DayItem.StateSource

        enum CodingKeys: String, CodingKey, CaseIterable { case aspect, values, details }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
            let aspect = try values.decode(String.self, forKey: .aspect)
            let words = try values.decode([String].self, forKey: .values)
            let allowed = Aspect.values(of: aspect)
            guard Aspect.known.contains(aspect), !words.isEmpty, words.allSatisfy(allowed.contains) else {
                throw StrictYAML.problem("'\(aspect)' has no such value", at: values.codingPath)
            }
            source = DayItem.StateSource(
                aspect: aspect, values: words,
                details: (try values.decodeIfPresent([String].self, forKey: .details) ?? []).map { $0.lowercased() })
        }
    }
}

/// How intake is summed.
struct CareIntakeLayout: Decodable {
    let rules: IntakeRules

    enum CodingKeys: String, CodingKey, CaseIterable {
        case feedReach = "feed_reach_h"
        case infusionReach = "infusion_reach_h"
        case weightMaxAge = "weight_max_age_h"
        case fullFeeds = "full_feeds"
        case infusing, basis, src
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
        func hours(_ key: CodingKeys) throws -> Hours {
            let hours = try values.decode(Int.self, forKey: key)
            guard hours > 0 else { throw StrictYAML.problem("must be above 0", at: values.codingPath + [key]) }
            return Hours(hours)
        }
        let infusing = try values.decode([String].self, forKey: .infusing)
        for aspect in infusing
        where !Aspect.known.contains(aspect) || !Aspect.values(of: aspect).contains(Aspect.on) {
            throw StrictYAML.problem("'\(aspect)' has no value '\(Aspect.on)'", at: values.codingPath)
        }
        rules = IntakeRules(
            feedReach: try hours(.feedReach), infusionReach: try hours(.infusionReach), infusing: infusing,
            weightMaxAge: try hours(.weightMaxAge), fullFeeds: try values.decode([Int].self, forKey: .fullFeeds),
            basis: try StrictYAML.word(values, .basis), sources: try values.decode([String].self, forKey: .src))
    }
}

/// Something a plan can aim at.
struct CareTargetLayout: Decodable {
    let target: CareTarget

    enum CodingKeys: String, CodingKey, CaseIterable {
        case id, title, judge, units, values, aspect, basis, src
        case window = "window_h"
        case minReadings = "min_readings"
        case fresh = "fresh_h"
        case perKiloUntil = "per_kilo_until"
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictYAML.container(of: decoder, keys: CodingKeys.self)
        let judge: CareTarget.Judge = try StrictYAML.word(values, .judge)
        let units = try values.decodeIfPresent([String].self, forKey: .units) ?? []
        let words = try values.decodeIfPresent([String].self, forKey: .values) ?? []
        let aspect = try values.decodeIfPresent(String.self, forKey: .aspect)
        guard units.isEmpty != words.isEmpty else {
            throw StrictYAML.problem("a target has either units or values", at: values.codingPath)
        }
        guard (judge == .state) == (aspect != nil),
            aspect.map({ words.allSatisfy(Aspect.values(of: $0).contains) }) ?? true
        else { throw StrictYAML.problem("the aspect is missing or has no such value", at: values.codingPath) }
        var perKiloUntil: PostmenstrualAge?
        if let text = try values.decodeIfPresent(String.self, forKey: .perKiloUntil) {
            guard judge == .weightGain, let age = try? GestationalAge(text) else {
                throw StrictYAML.problem("'\(text)' is no age such as 40+0 of a weight gain", at: values.codingPath)
            }
            perKiloUntil = PostmenstrualAge(days: age.days)
        }
        target = CareTarget(
            id: try values.decode(String.self, forKey: .id),
            title: try values.decode(CareTextLayout.self, forKey: .title).text, judge: judge, units: units,
            values: words, aspect: aspect,
            window: try values.decodeIfPresent(Int.self, forKey: .window).map { Hours($0) },
            minReadings: try values.decodeIfPresent(Int.self, forKey: .minReadings) ?? 1,
            fresh: try values.decodeIfPresent(Int.self, forKey: .fresh).map { Hours($0) }, perKiloUntil: perKiloUntil,
            basis: try StrictYAML.word(values, .basis), sources: try values.decode([String].self, forKey: .src))
    }
}
