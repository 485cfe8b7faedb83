import NICUCore
import Testing

@Suite("Readiness: weight")
struct WeightTests {
    /// A chart whose only weights are the birth weight and those given as seconds before the question and grams.
    func chart(_ weights: [(Int64, Int)]) throws -> Chart {
        var chart = try Chart.ready()
        chart.remove { ($0 as? Measurement)?.quantity == .weight && ($0 as? Measurement)?.role == .measured }
        for (ago, value) in weights { try chart.add(grams(value), ago: ago) }
        return chart
    }

    @Test("H8: the limit itself is enough", arguments: [(1999, Verdict.notMet), (2000, .met), (2001, .met)])
    func limit(value: Int, verdict: Verdict) throws {
        #expect(try chart([(0, value)]).verdict("weight_min") == verdict)
    }

    @Test(
        "H6 H8: a weight older than its window is unknown",
        arguments: [(Int64(-1), Verdict.met), (0, .met), (1, .unknown)])
    func freshness(past: Int64, verdict: Verdict) throws {
        let weights = [(hours(30) + past, 2500), (hours(60), 2400), (hours(80), 2300)]
        #expect(try chart(weights).verdict("weight_min") == verdict)
        #expect(try chart(weights).verdict("weight_gain") == verdict)
    }

    @Test("H8: the average gain itself is enough", arguments: [(44, Verdict.notMet), (45, .met), (46, .met)])
    func gain(grams: Int, verdict: Verdict) throws {
        let weights = [(0, 2400 + grams), (hours(30), 2420), (hours(72), 2400)]
        #expect(try chart(weights).verdict("weight_gain") == verdict)
    }

    @Test(
        "H8: one second more makes the same gain too slow",
        arguments: [(Int64(-1), Verdict.met), (0, .met), (1, .notMet)])
    func gainSeconds(longer: Int64, verdict: Verdict) throws {
        let weights = [(0, 2445), (hours(30), 2420), (hours(72) + longer, 2400)]
        #expect(try chart(weights).verdict("weight_gain") == verdict)
    }

    @Test(
        "H8: the first weight lies within the tolerance on either side",
        arguments: [
            (hours(60) - 1, Verdict.unknown), (hours(60), .met), (hours(60) + 1, .met), (hours(84) - 1, .met),
            (hours(84), .met), (hours(84) + 1, .unknown),
        ])
    func tolerance(ago: Int64, verdict: Verdict) throws {
        let weights = [(0, 2600), (hours(10), 2590), (hours(20), 2580), (ago, 2300)]
        #expect(try chart(weights).verdict("weight_gain") == verdict)
    }

    @Test("The first weight is the one nearest to the beginning of the window")
    func nearest() throws {
        let chart = try chart([(0, 2600), (hours(30), 2590), (hours(71), 2500), (hours(74), 2600)])
        guard case .gain(let gain) = try #require(try chart.answer().criterion("weight_gain")).reason else {
            Issue.record("no gain")
            return
        }
        #expect(gain.from == Chart.now - hours(71))
        #expect(gain.grams == 100)
    }

    @Test("Two weights are too few")
    func tooFew() throws {
        #expect(try chart([(0, 2600), (hours(72), 2500)]).verdict("weight_gain") == .unknown)
    }

    @Test(
        "H2 H8: another weight within the hour that differs by more than 3 % leaves it unknown",
        arguments: [
            (minutes(60), 2424, Verdict.unknown), (minutes(60), 2425, .met), (minutes(60) + 1, 2424, .met),
            (minutes(20), 1890, .unknown), (minutes(60) - 1, 2576, .unknown), (minutes(60) - 1, 2575, .met),
        ])
    func conflict(apart: Int64, other: Int, verdict: Verdict) throws {
        let chart = try chart([(0, 2500), (apart, other), (hours(20), 2420), (hours(72), 2300)])
        #expect(try chart.verdict("weight_min") == verdict)
        #expect(try chart.verdict("weight_gain") == verdict)
    }

    @Test("H7: an unconfirmed weight inside the window leaves it unknown until it is struck or measured")
    func unconfirmed() throws {
        for (ago, least, gain) in [
            (hours(30), Verdict.unknown, Verdict.unknown), (hours(30) + 1, .met, .unknown),
            (hours(84), .met, .unknown), (hours(84) + 1, .met, .met),
        ] {
            var chart = try Chart.ready()
            let entry = try chart.add(grams(1500, role: .unconfirmed), ago: ago)
            #expect(try chart.verdict("weight_min") == least, "\(ago)")
            #expect(try chart.verdict("weight_gain") == gain, "\(ago)")
            try chart.supersede(entry)
            #expect(try chart.verdict("weight_min") == .met)
            #expect(try chart.verdict("weight_gain") == .met)
        }
    }

    @Test("Estimated, dosing, reported and received weights do not count", arguments: Measurement.Role.allCases)
    func roles(role: Measurement.Role) throws {
        var chart = try chart([])
        try chart.add(grams(2500, role: role), ago: 0)
        #expect(try chart.verdict("weight_min") == (role == .measured || role == .birth ? .met : .unknown))
    }
}
