import NICUCore
import Testing

@Suite("Readiness: states, drugs, lines, ages")
struct StateTests {
    @Test("H8: a state must have held for its hours", arguments: [(Int64(-1), Verdict.notMet), (0, .met), (1, .met)])
    func held(past: Int64, verdict: Verdict) throws {
        var chart = try Chart.ready()
        try chart.add(State(aspect: Aspect.feedingRoute, value: "oral_plus_tube"), ago: hours(30))
        try chart.add(State(aspect: Aspect.feedingRoute, value: "oral"), ago: hours(24) + past)
        let answer = try #require(try chart.answer().criterion("feeding"))
        #expect(answer.verdict == verdict)
        #expect(answer.earliest == (verdict == .met ? nil : Chart.now - past))
    }

    @Test("The time counts since the state became one of the allowed values, through repeats")
    func run() throws {
        var chart = try Chart.ready()
        for ago in [hours(30), hours(5), hours(1)] {
            try chart.add(State(aspect: Aspect.feedingRoute, value: "oral"), ago: ago)
        }
        #expect(try chart.verdict("feeding") == .met)
        try chart.add(State(aspect: Aspect.feedingRoute, value: "tube"), ago: hours(3))
        #expect(try chart.verdict("feeding") == .notMet)
        try chart.add(State(aspect: Aspect.feedingRoute, value: "none"), ago: 0)
        #expect(try chart.verdict("feeding") == .notMet)
    }

    @Test("A complete home plan allows more values")
    func alternative() throws {
        let test = StateFor(
            aspect: Aspect.respiratorySupport, allowed: ["room_air"], min: Hours(24), alternativeTask: "home_oxygen",
            alternativeAllowed: ["low_flow_oxygen"])
        let rules = Rules.local("breathing", .stateFor(test))
        for (value, result, verdict) in [
            ("low_flow_oxygen", Check.Result.complete, Verdict.met), ("low_flow_oxygen", .notDone, .notMet),
            ("high_flow", .complete, .notMet), ("room_air", .notDone, .met),
        ] {
            var chart = try Chart.ready()
            try chart.add(State(aspect: Aspect.respiratorySupport, value: value), ago: days(10))
            try chart.add(Check(task: "home_oxygen", result: result), ago: days(1))
            #expect(try chart.verdict("breathing", rules) == verdict, "\(value) \(result)")
        }
    }

    @Test(
        "H8: a drug must have been stopped for its hours",
        arguments: [(Int64(-1), Verdict.notMet), (0, .met), (1, .met)])
    func stopped(past: Int64, verdict: Verdict) throws {
        var chart = try Chart.ready()
        try chart.add(State(aspect: Aspect.methylxanthine, value: "off"), ago: hours(120) + past)
        #expect(try chart.verdict("drug_off") == verdict)
        try chart.add(State(aspect: Aspect.methylxanthine, value: "on"), ago: hours(1))
        #expect(try chart.verdict("drug_off") == .notMet)
    }

    @Test("H7: none active is met only by a statement that still holds")
    func noneActive() throws {
        var chart = try Chart.ready()
        try chart.add(State(aspect: "iv_access", value: "on"), ago: hours(2))
        #expect(try chart.verdict("no_iv") == .notMet)
        chart.remove { ($0 as? State)?.aspect == "parenteral_nutrition" }
        #expect(try chart.verdict("no_iv") == .notMet)
        try chart.add(State(aspect: "iv_access", value: "off"), ago: hours(1))
        #expect(try chart.verdict("no_iv") == .unknown)
    }

    @Test("H8 H12: postmenstrual age by civil days", arguments: [(244, Verdict.notMet), (245, .met), (246, .met)])
    func age(days: Int, verdict: Verdict) throws {
        let rules = Rules.local("age", .ageAtLeast(.init(minDays: 189 + 93 + 245 - days)))
        #expect(try Chart.ready().verdict("age", rules) == verdict)
    }

    @Test("H7: an attestation of false is not met, none is unknown, the latest counts")
    func attested() throws {
        var chart = try Chart.ready()
        try chart.add(Attestation(item: "teaching", value: false), ago: hours(2))
        #expect(try chart.verdict("teaching") == .notMet)
        try chart.add(Attestation(item: "teaching", value: true), ago: hours(1))
        #expect(try chart.verdict("teaching") == .met)
    }

    @Test("H7: met stays met where applicability is unknown, everything else is unknown")
    func applicability() throws {
        for (ga, grams, result, verdict) in [
            (223, 1600, Check.Result.notDone, Verdict.notMet), (224, 1500, .notDone, .notApplicable),
            (nil, 1499, .notDone, .notMet), (nil, 1500, .notDone, .unknown), (nil, 1500, .complete, .met),
            (224, nil, .notDone, .unknown), (nil, nil, .complete, .met), (224, 1500, .complete, .notApplicable),
        ] as [(Int?, Int?, Check.Result, Verdict)] {
            var chart = Chart()
            try chart.add(Birth(sex: .male), ago: days(90))
            try chart.add(
                Dating(gestationalAge: ga.flatMap { GestationalAge(days: $0) }, method: .lmp), ago: days(90))
            if let grams {
                try chart.add(Measurement(quantity: .weight, value: grams, role: .birth), ago: days(90))
            }
            try chart.add(Check(task: "rop_exam", result: result), ago: days(1))
            #expect(try chart.verdict("rop") == verdict, "\(ga ?? 0) \(grams ?? 0) \(result)")
        }
    }
}
