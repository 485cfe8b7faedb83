import NICUAssets
import NICUCore
import Testing

@Suite("Readiness: every limit of the shipped sets, a second and a unit to either side")
struct SetBoundaryTests {
    /// The hours of a set as its sources state them, by criterion.
    static let lengths: [String: [String: Int64]] = [
        "aap-2008": [
            "oral_feeding": 48, "event_free": 120, "methylxanthine_off": 120, "respiratory_support": 24,
            "methylxanthine_washout_11d": 264,
        ],
        "cn-2017": ["oral_feeding": 24, "event_free": 168, "methylxanthine_off": 120, "respiratory_support": 24],
        "strict-union": ["oral_feeding": 48, "event_free": 168, "methylxanthine_off": 168, "respiratory_support": 48],
    ]

    /// One second short of a length, the length itself, one second more.
    static let beside: [(Int64, Verdict)] = [(-1, .notMet), (0, .met), (1, .met)]

    private func chart(_ rules: RuleSet, without matches: (any Body) -> Bool = { _ in false }) throws -> Chart {
        var chart = try Chart.ready(for: rules)
        chart.remove(matches)
        return chart
    }

    @Test("H8: states, drugs and events hold for their hours", arguments: AgreementTests.sets)
    func lengths(id: String) throws {
        let rules = try ShippedRules.set(id)
        for (criterion, length) in try #require(SetBoundaryTests.lengths[id]) {
            for (past, verdict) in SetBoundaryTests.beside {
                let ago = hours(length) + past
                var cases: [Chart] = []
                func add(_ bodies: [(any Body, Int64)]) throws {
                    var chart = try chart(rules)
                    for (body, ago) in bodies { try chart.add(body, ago: ago) }
                    cases.append(chart)
                }
                func state(_ aspect: String, _ value: String) -> State { State(aspect: aspect, value: value) }
                let drug = Aspect.methylxanthine
                switch criterion {
                case "oral_feeding":
                    try add([
                        (state(Aspect.feedingRoute, "tube"), ago + 1), (state(Aspect.feedingRoute, "oral"), ago),
                    ])
                case "respiratory_support":
                    try add([
                        (state(Aspect.respiratorySupport, "low_flow_oxygen"), ago + 1),
                        (state(Aspect.respiratorySupport, "room_air"), ago),
                    ])
                case "event_free":
                    try add([(severe(), ago + 25)])
                    try add([(state(drug, "off"), ago)])
                    try add([(Medication(given: Product(product: "Caffeine citrate")), ago)])
                    try add([
                        (state(Aspect.respiratorySupport, "cpap"), ago + hours(2)),
                        (state(Aspect.respiratorySupport, "room_air"), ago),
                    ])
                default: try add([(state(drug, "on"), ago + 60), (state(drug, "off"), ago)])
                }
                for chart in cases { #expect(try chart.verdict(criterion, rules) == verdict, "\(id): \(criterion)") }
            }
        }
    }

    @Test("H8: the longer event-free interval below 26 weeks", arguments: beside)
    func youngest(past: Int64, verdict: Verdict) throws {
        let rules = try ShippedRules.set("strict-union")
        for (days, length) in [(181, Int64(312)), (182, 168)] {
            var chart = try chart(rules) { $0 is Dating || $0 is Event }
            try chart.add(Dating(gestationalAge: GestationalAge(days: days), method: .ivf), ago: hours(2000))
            try chart.add(severe(), ago: hours(length) + 25 + past)
            #expect(try chart.verdict("event_free", rules) == verdict, "\(days)")
        }
    }

    @Test("H8: the monitor's gaps of two hours, and four a care day", arguments: AgreementTests.sets)
    func gaps(id: String) throws {
        let rules = try ShippedRules.set(id)
        for (gaps, verdict) in [
            ([hours(2) - 1], Verdict.met), ([hours(2)], .met), ([hours(2) + 1], .unknown),
            ([hours(2), hours(2) - 1], .met), ([hours(2), hours(2)], .met), ([hours(2), hours(2), 1], .unknown),
        ] {
            var chart = try chart(rules)
            for (place, length) in gaps.enumerated() {
                // The care day began 25 h before the question.
                let ago = hours(24) - hours(5) * Int64(place)
                try chart.add(State(aspect: Aspect.monitoring, value: "off"), ago: ago)
                try chart.add(State(aspect: Aspect.monitoring, value: "on"), ago: ago - length)
            }
            #expect(try chart.verdict("event_free", rules) == verdict, "\(id) \(gaps)")
        }
    }

    @Test("H8: weight, its age and its gain", arguments: AgreementTests.sets)
    func weight(id: String) throws {
        let rules = try ShippedRules.set(id)
        func verdict(_ criterion: String, _ weights: [(Int64, Int)]) throws -> Verdict {
            var chart = try chart(rules) { ($0 as? Measurement)?.quantity == .weight }
            for (ago, value) in weights { try chart.add(grams(value), ago: ago) }
            return try chart.verdict(criterion, rules)
        }
        if rules.criterion("weight_min") != nil {
            for (value, expected) in [(1999, Verdict.notMet), (2000, .met), (2001, .met)] {
                #expect(try verdict("weight_min", [(0, value)]) == expected)
            }
        }
        for (past, expected) in [(Int64(-1), Verdict.met), (0, .met), (1, .unknown)] {
            let weights = [(hours(30) + past, 2500), (hours(50), 2400), (hours(80), 2300)]
            #expect(try verdict("weight_gain", weights) == expected)
            if rules.criterion("weight_min") != nil { #expect(try verdict("weight_min", weights) == expected) }
            #expect(try verdict("weight_gain", [(0, 2600), (60, 2600), (hours(84) + past, 2000)]) == expected)
            #expect(try verdict("weight_gain", [(0, 2600), (60, 2600), (hours(60) - past, 2000)]) == expected)
        }
        let least = id == "strict-union" ? 20 : 15
        for (more, expected) in [(-1, Verdict.notMet), (0, .met), (1, .met)] {
            let weights = [(0, 2400 + 3 * least + more), (hours(30), 2420), (hours(72), 2400)]
            #expect(try verdict("weight_gain", weights) == expected)
            let slower = [(0, 2400 + 3 * least), (hours(30), 2420), (hours(72) - Int64(more), 2400)]
            #expect(try verdict("weight_gain", slower) == expected)
        }
        for (apart, other, expected) in [
            (Int64(3599), 2424, Verdict.unknown), (3600, 2424, .unknown), (3601, 2424, .met), (3600, 2425, .met),
        ] {
            let weights = [(0, 2500), (apart, other), (hours(20), 2420), (hours(72), 2200)]
            #expect(try verdict("weight_gain", weights) == expected)
        }
    }

    @Test("H8: temperatures, their window, number, gaps and rechecks", arguments: AgreementTests.sets)
    func temperature(id: String) throws {
        let rules = try ShippedRules.set(id)
        let (high, window, least): (Int, Int, Int) =
            id == "cn-2017" ? (375, 24, 4) : id == "aap-2008" ? (374, 24, 4) : (374, 48, 8)
        func verdict(_ extra: [(Int64, Int)], every step: Int64 = hours(6), count: Int = 9) throws -> Verdict {
            var chart = try chart(rules) { ($0 as? Measurement)?.quantity == .temperature }
            for reading in 0..<Int64(count) { try chart.add(celsius(367), ago: step * reading) }
            for (ago, value) in extra { try chart.add(celsius(value), ago: ago) }
            return try chart.verdict("temperature_open_crib", rules)
        }
        for (value, expected) in [(364, Verdict.notMet), (365, .met), (high, .met), (high + 1, .notMet)] {
            #expect(try verdict([(hours(4), value)]) == expected, "\(id) \(value)")
        }
        for (past, expected) in [(Int64(-1), Verdict.notMet), (0, .notMet), (1, .met)] {
            #expect(try verdict([(hours(Int64(window)) + past, 390)]) == expected, "\(id) \(past)")
        }
        // Evenly over the window, so that no gap is too long.
        #expect(try verdict([], every: hours(Int64(window)) / Int64(least), count: least) == .met)
        #expect(try verdict([], every: hours(Int64(window)) / Int64(least - 1), count: least - 1) == .unknown)
        for (value, after, expected) in [
            (364, minutes(60) - 1, Verdict.met), (364, minutes(60), .met), (364, minutes(60) + 1, .notMet),
            (360, minutes(9), .met), (359, minutes(9), .notMet), (379, minutes(9), .met), (380, minutes(9), .notMet),
        ] {
            #expect(try verdict([(hours(5), value), (hours(5) - after, 367)]) == expected, "\(id) \(value) \(after)")
        }
        for (past, expected) in [(Int64(-1), Verdict.met), (0, .met), (1, .unknown)] {
            var chart = try chart(rules) { ($0 as? Measurement)?.quantity == .temperature }
            for ago in stride(from: hours(9) + past, through: hours(51), by: Int64.Stride(hours(2))) {
                try chart.add(celsius(367), ago: ago)
            }
            #expect(try chart.verdict("temperature_open_crib", rules) == expected, "\(id) \(past)")
        }
    }
}
