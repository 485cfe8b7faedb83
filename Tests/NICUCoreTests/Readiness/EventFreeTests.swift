import NICUCore
import Testing

@Suite("Readiness: the event-free interval")
struct EventFreeTests {
    static let limit = hours(168)

    @Test(
        "H8: the clock starts at the end of the last event",
        arguments: [(Int64(-1), Verdict.notMet), (0, .met), (1, .met)])
    func event(past: Int64, verdict: Verdict) throws {
        var chart = try Chart.ready()
        try chart.add(severe(), ago: EventFreeTests.limit + 25 + past)
        let answer = try #require(try chart.answer().criterion("event_free"))
        #expect(answer.verdict == verdict)
        #expect(answer.earliest == (verdict == .met ? nil : Chart.now - past))
    }

    @Test("H8: the clock starts at the last dose", arguments: [(Int64(-1), Verdict.notMet), (0, .met), (1, .met)])
    func dose(past: Int64, verdict: Verdict) throws {
        var chart = try Chart.ready()
        try chart.add(State(aspect: Aspect.methylxanthine, value: "off"), ago: EventFreeTests.limit + past)
        #expect(try chart.verdict("event_free") == verdict)
        var single = try Chart.ready()
        try single.add(Medication(given: Product(product: "Caffeine citrate")), ago: EventFreeTests.limit + past)
        #expect(try single.verdict("event_free") == verdict)
    }

    @Test(
        "H8: the clock starts when positive pressure stops",
        arguments: [(Int64(-1), Verdict.notMet), (0, .met), (1, .met)])
    func pressure(past: Int64, verdict: Verdict) throws {
        for (value, flow, counts) in [
            ("cpap", nil, true), ("nippv", nil, true), ("ventilator", nil, true), ("hfov", nil, true),
            ("high_flow", 21, true), ("high_flow", nil, true), ("high_flow", 20, false),
            ("low_flow_oxygen", 25, false),
        ] as [(String, Int?, Bool)] {
            var chart = try Chart.ready()
            try chart.add(
                State(aspect: Aspect.respiratorySupport, value: value, flowTenthsLitre: flow), ago: days(9))
            try chart.add(
                State(aspect: Aspect.respiratorySupport, value: "room_air"), ago: EventFreeTests.limit + past)
            #expect(try chart.verdict("event_free") == (counts ? verdict : .met), "\(value) \(flow ?? -1)")
        }
    }

    @Test(
        "What still runs is not met",
        arguments: [(Aspect.methylxanthine, "on"), (Aspect.respiratorySupport, "cpap")])
    func active(aspect: String, value: String) throws {
        var chart = try Chart.ready()
        try chart.add(State(aspect: aspect, value: value), ago: hours(1))
        #expect(try chart.verdict("event_free") == .notMet)
    }

    @Test("H7: an event that cannot be decided leaves it unknown, unless another decides")
    func undecided() throws {
        var chart = try Chart.ready()
        try chart.add(Event(what: [.apnoea], selfResolved: true), ago: days(2))
        #expect(try chart.verdict("event_free") == .unknown)
        try chart.add(severe(), ago: days(3))
        #expect(try chart.verdict("event_free") == .notMet)
        var early = try Chart.ready()
        try early.add(Event(what: [.apnoea]), ago: EventFreeTests.limit)
        #expect(try early.verdict("event_free") == .met)
        try early.add(Event(what: [.apnoea]), ago: EventFreeTests.limit - 1)
        #expect(try early.verdict("event_free") == .unknown)
    }

    @Test("H7: \"never given\" is an explicit entry; silence is unknown")
    func never() throws {
        var chart = try Chart.ready()
        chart.remove { ($0 as? State)?.aspect == Aspect.methylxanthine }
        #expect(try chart.verdict("event_free") == .unknown)
        #expect(try chart.verdict("drug_off") == .unknown)
        try chart.add(State(aspect: Aspect.methylxanthine, value: "never"), ago: days(93))
        #expect(try chart.verdict("event_free") == .met)
        #expect(try chart.verdict("drug_off") == .notApplicable)
        try chart.add(Medication(given: Product(product: "caffeine")), ago: days(10))
        #expect(try chart.verdict("event_free") == .unknown)
        #expect(try chart.verdict("drug_off") == .unknown)
        try chart.add(Medication(given: Product(product: "caffeine")), ago: days(2))
        #expect(try chart.verdict("event_free") == .notMet)
        #expect(try chart.verdict("drug_off") == .notMet)
    }

    @Test("H7: nothing known of the breathing before a first entry inside the window is unknown")
    func history() throws {
        for (ago, verdict) in [(hours(168), Verdict.met), (hours(168) - 1, .unknown)] {
            var chart = try Chart.ready()
            chart.remove { ($0 as? State)?.aspect == Aspect.respiratorySupport }
            try chart.add(State(aspect: Aspect.respiratorySupport, value: "room_air"), ago: ago)
            #expect(try chart.verdict("event_free") == verdict)
        }
    }

    /// How long ago the monitor was switched off, and for how long.
    struct Gap {
        let ago: Int64
        let length: Int64
    }

    static let gapTable: [([Gap], Verdict)] = [
        ([Gap(ago: hours(40), length: hours(2))], .met), ([Gap(ago: hours(40), length: hours(2) + 1)], .unknown),
        ([Gap(ago: hours(40), length: hours(2)), Gap(ago: hours(36), length: hours(2))], .met),
        (
            [
                Gap(ago: hours(40), length: hours(2)), Gap(ago: hours(36), length: hours(2)),
                Gap(ago: hours(33), length: 1),
            ], .unknown
        ),
        (
            [
                Gap(ago: hours(27), length: hours(2)), Gap(ago: hours(24), length: hours(2)),
                Gap(ago: hours(21), length: hours(2)),
            ], .met
        ),
        ([Gap(ago: hours(2), length: hours(2))], .met), ([Gap(ago: days(16), length: hours(26))], .met),
        ([Gap(ago: days(16), length: hours(26) + 26)], .unknown),
    ]

    @Test("H8: the monitor may be off for two hours at a time and four a care day", arguments: gapTable.indices)
    func gaps(index: Int) throws {
        // The care day turned 25 h before the question; the interval starts 15 days before it, less 25 s.
        let (gaps, verdict) = EventFreeTests.gapTable[index]
        var chart = try Chart.ready()
        for gap in gaps {
            try chart.add(State(aspect: Aspect.monitoring, value: "off"), ago: gap.ago)
            try chart.add(State(aspect: Aspect.monitoring, value: "on"), ago: gap.ago - gap.length)
        }
        #expect(try chart.verdict("event_free") == verdict)
    }

    @Test("Coverage can be asked for the required window only")
    func window() throws {
        var chart = try Chart.ready()
        chart.remove { ($0 as? State)?.aspect == Aspect.monitoring }
        try chart.add(State(aspect: Aspect.monitoring, value: "on"), ago: days(7))
        #expect(try chart.verdict("event_free") == .unknown)
        let test = EventFreeInterval(
            event: "significant", min: Hours(168), countFrom: Rules.eventFree.countFrom,
            coverage: .init(since: .window, maxGap: Hours(2), maxGapPerCareDay: Hours(4)))
        #expect(try chart.verdict("event_free", Rules.local("event_free", .eventFreeInterval(test))) == .met)
    }

    @Test("H7: a length that depends on an unknown gestational age is asked for both values")
    func exception() throws {
        let test = EventFreeInterval(
            event: "significant", min: Hours(168),
            exceptions: [.init(test: BirthTest(.gestationalAge, .lessThan(182)), min: Hours(312))],
            countFrom: Rules.eventFree.countFrom, coverage: nil)
        let rules = Rules.local("event_free", .eventFreeInterval(test))
        for (ago, ga, verdict) in [
            (hours(311), 189, Verdict.met), (hours(311), 181, .notMet), (hours(311), nil, .unknown),
            (hours(313), nil, .met), (hours(167), nil, .notMet), (hours(313), 181, .met),
        ] as [(Int64, Int?, Verdict)] {
            var chart = try Chart.ready()
            chart.remove { $0 is Dating || $0 is Event }
            try chart.add(
                Dating(gestationalAge: ga.flatMap { GestationalAge(days: $0) }, method: .lmp), ago: days(93))
            try chart.add(severe(), ago: ago)
            #expect(try chart.verdict("event_free", rules) == verdict, "\(ago) \(ga ?? 0)")
        }
    }

    @Test("A complete home plan drops its start, and the verdict says so")
    func homePlan() throws {
        let test = EventFreeInterval(
            event: "significant", min: Hours(168), countFrom: Rules.eventFree.countFrom, coverage: nil,
            dropStartIfTask: [.methylxanthineLastDose: "home_plan"])
        let rules = Rules.local("event_free", .eventFreeInterval(test))
        var chart = try Chart.ready()
        try chart.add(State(aspect: Aspect.methylxanthine, value: "on"), ago: days(2))
        #expect(try chart.verdict("event_free", rules) == .notMet)
        try chart.add(Check(task: "home_plan", result: .complete), ago: days(1))
        let answer = try #require(try chart.answer(rules).criterion("event_free"))
        #expect(answer.verdict == .met)
        #expect(answer.marks == [.startDropped(.methylxanthineLastDose, task: "home_plan")])
        try chart.add(Check(task: "home_plan", result: .notDone), ago: hours(1))
        #expect(try chart.verdict("event_free", rules) == .notMet)
    }

    @Test("A shift of the window without a review, or reviewed as not reviewed, is named")
    func review() throws {
        let night = try #require(Shift("2026-04-02/night"))
        for events in [nil, 0] as [Int?] {
            var chart = try Chart.ready()
            chart.remove { ($0 as? Review)?.shift == night }
            if events == nil { #expect(try chart.verdict("review") == .unknown) }
            try chart.add(Review(shift: night, events: events), ago: hours(30))
            let answer = try #require(try chart.answer().criterion("review"))
            #expect(answer.verdict == (events == nil ? .unknown : .met))
            if events == nil { #expect(answer.reason == .unreviewed([night], of: 21)) }
        }
    }

    @Test("The running shift needs no review yet")
    func runningShift() throws {
        var chart = try Chart.ready()
        chart.asOf = Moment(Chart.now + hours(4), offsetMinutes: 480)
        #expect(try chart.verdict("review") == .met)
        chart.asOf = Moment(Chart.now + hours(8), offsetMinutes: 480)
        #expect(try chart.verdict("review") == .unknown)
    }

    @Test("H7: a review that counts more events than are recorded leaves the interval open")
    func detail() throws {
        var chart = try Chart.ready()
        let night = try #require(Shift("2026-04-02/night"))
        chart.remove { ($0 as? Review)?.shift == night }
        try chart.add(Review(shift: night, events: 1), ago: hours(48))
        #expect(try chart.verdict("event_free") == .unknown)
        try chart.add(EventTests.atFeed(), ago: hours(50))
        #expect(try chart.verdict("event_free") == .met)
    }
}
