import NICUCore
import Testing

@Suite("Readiness: temperature")
struct TemperatureTests {
    /// A chart whose only temperatures are those given as seconds before the question and tenths of a degree.
    func chart(_ readings: [(Int64, Int)], bed: String? = "open_crib", site: String? = "axillary") throws -> Chart {
        var chart = try Chart.ready()
        chart.remove { ($0 as? Measurement)?.quantity == .temperature }
        for (ago, value) in readings { try chart.add(celsius(value, bed: bed, site: site), ago: ago) }
        return chart
    }

    static let four: [(Int64, Int)] = [(0, 367), (hours(8), 367), (hours(16), 367), (hours(24), 367)]

    @Test(
        "H8: both ends of the range are in range",
        arguments: [(364, Verdict.notMet), (365, .met), (375, .met), (376, .notMet)])
    func range(value: Int, verdict: Verdict) throws {
        #expect(try chart(TemperatureTests.four + [(hours(4), value)]).verdict("temperature") == verdict)
    }

    @Test("H8: the window is closed", arguments: [(Int64(-1), Verdict.notMet), (0, .notMet), (1, .met)])
    func window(past: Int64, verdict: Verdict) throws {
        var chart = try chart([(0, 367), (hours(6), 367), (hours(12), 367), (hours(18), 367)])
        try chart.add(celsius(369, bed: "incubator"), ago: hours(24) + past)
        #expect(try chart.verdict("temperature") == verdict)
        let earliest = try chart.answer().criterion("temperature")?.earliest
        #expect(earliest == (verdict == .met ? nil : Chart.now + (1 - past)))
    }

    @Test(
        "H8: a gap longer than allowed is unknown, at the ends of the window too",
        arguments: [
            ([Int64(0), 9, 15, 24], Int64(0), Verdict.met), ([0, 9, 15, 24], 1, .unknown), ([9, 12, 15, 18], 0, .met),
            ([9, 12, 15, 18], 1, .unknown), ([0, 5, 10, 15], 0, .met), ([0, 5, 10, 15], -1, .unknown),
        ])
    func gaps(hoursAgo: [Int64], moved: Int64, verdict: Verdict) throws {
        // The reading next to the longest gap is moved by a second.
        let moves = hoursAgo[0] == 9 ? 0 : hoursAgo[1] == 9 ? 1 : 3
        let readings = hoursAgo.enumerated().map { (hours($1) + ($0 == moves ? moved : 0), 367) }
        #expect(try chart(readings).verdict("temperature") == verdict, "\(readings)")
    }

    @Test("Three readings are too few, and none is unknown")
    func tooFew() throws {
        #expect(try chart([(hours(2), 367), (hours(9), 367), (hours(17), 367)]).verdict("temperature") == .unknown)
        #expect(try chart([]).verdict("temperature") == .unknown)
    }

    @Test(
        "H8: a borderline reading is forgiven by one in range within the hour",
        arguments: [
            (364, 367, minutes(60), Verdict.met), (364, 367, minutes(60) + 1, .notMet), (360, 365, minutes(40), .met),
            (359, 367, minutes(40), .notMet), (379, 370, minutes(40), .met), (380, 370, minutes(40), .notMet),
            (364, 364, minutes(40), .notMet),
        ])
    func recheck(value: Int, later: Int, after: Int64, verdict: Verdict) throws {
        let chart = try chart(TemperatureTests.four + [(hours(5), value), (hours(5) - after, later)])
        let answer = try #require(try chart.answer().criterion("temperature"))
        #expect(answer.verdict == verdict)
        #expect(answer.marks.isEmpty == (verdict != .met))
    }

    @Test("Out of range and another bed are not met before anything is unknown")
    func before() throws {
        #expect(try chart([(hours(3), 380)]).verdict("temperature") == .notMet)
        #expect(try chart([(hours(3), 367)], bed: "kangaroo").verdict("temperature") == .notMet)
    }

    @Test("A reading without a bed takes the thermal state of its time; none known, it does not count")
    func thermalState() throws {
        #expect(try chart(TemperatureTests.four, bed: nil).verdict("temperature") == .unknown)
        for (value, ago, verdict) in [
            ("open_crib", hours(24), Verdict.met), ("open_crib", hours(24) - 1, .unknown),
            ("incubator", days(9), .notMet),
        ] {
            var chart = try chart(TemperatureTests.four, bed: nil)
            try chart.add(State(aspect: Aspect.thermal, value: value), ago: ago)
            #expect(try chart.verdict("temperature") == verdict, "\(value) \(ago)")
        }
    }

    @Test("Another site does not count; a site that was not recorded decides nothing")
    func site() throws {
        #expect(try chart(TemperatureTests.four, site: "rectal").verdict("temperature") == .unknown)
        #expect(try chart(TemperatureTests.four, site: nil).verdict("temperature") == .unknown)
        var chart = try chart(TemperatureTests.four)
        try chart.add(celsius(382, site: "rectal"), ago: hours(3))
        #expect(try chart.verdict("temperature") == .met)
        try chart.add(celsius(367, site: nil), ago: hours(3))
        #expect(try chart.verdict("temperature") == .met)
        try chart.add(celsius(382, site: nil), ago: hours(2))
        #expect(try chart.verdict("temperature") == .unknown)
    }
}
