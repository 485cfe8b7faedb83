import NICUCore
import Testing

@Suite("Readiness with numbers that no rule file may hold")
struct ExtremeNumberTests {
    static let huge = [Int.max, 2_500_000_000_000_000, 24_000_000]

    @Test(
        "H9: a criterion with the largest numbers is answered without an overflow, and never met by it", arguments: huge
    )
    func answered(number: Int) throws {
        let chart = try Chart.ready()
        let gain = GainRate(
            window: Hours(72), tolerance: Hours(12), minMeasurements: 3, minGramsPerDay: number, maxAge: Hours(30))
        #expect(try chart.verdict("weight_gain", Rules.local("weight_gain", .gainRate(gain))) == .notMet)
        let weight = ValueAtLeast(quantity: .weight, min: number, maxAge: Hours(number))
        #expect(try chart.verdict("weight_min", Rules.local("weight_min", .valueAtLeast(weight))) == .notMet)
        var rules = Rules.local
        let long = Hours(number)
        rules.criteria = [
            .gainRate(
                .init(window: long, tolerance: long, minMeasurements: 2, minGramsPerDay: number, maxAge: long)),
            .feedsUneventful(.init(event: "significant", window: long)),
            .oralVolume(.init(window: long, target: "feeding_volume", weightMaxAge: long)),
            .timeSinceStopped(.init(drug: Aspect.methylxanthine, min: long, ifNever: .notApplicable)),
            .stateFor(.init(aspect: Aspect.feedingRoute, allowed: ["oral"], min: long)),
        ].map { Rules.criterion("asked", $0) }
        for answer in try chart.answer(rules).criteria { #expect(answer.verdict != .met, "\(answer.reason)") }
    }

    @Test("a plan with eighteen digits is compared exactly, without an overflow")
    func plan() throws {
        for (needed, verdict) in [
            ("999999999999999999", Verdict.notMet), ("160.000000000000001", .notMet), ("160.000000000000000", .met),
        ] {
            var chart = Chart()
            try chart.add(Plan(target: "feeding_volume", low: FixedDecimal(needed), unit: "mL/kg/d"), ago: days(3))
            try chart.add(grams(1500, role: .birth), ago: days(30))
            try chart.add(grams(2000), ago: hours(20))
            for feed in 0..<16 {
                try chart.add(Intake(route: "bottle", volumeTenthsMl: 400), ago: hours(3) * Int64(feed) + minutes(1))
            }
            #expect(try chart.verdict("asked", FurtherCriteriaTests.volume) == verdict, "\(needed)")
        }
    }

    @Test("hours beyond a thousand years are held there")
    func hoursHeld() {
        #expect(Hours(Int.max) == Hours(10_000_000) && Hours(Int.min) == Hours(-10_000_000))
        #expect(Hours(9600).seconds == 34_560_000)
    }
}
