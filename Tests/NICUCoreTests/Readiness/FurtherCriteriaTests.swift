import NICUCore
import Testing

@Suite("Saturation without oxygen, volume by mouth, uneventful feeds, and words beside the gain")
struct FurtherCriteriaTests {
    private static func set(_ test: Criterion.Test) -> RuleSet {
        var rules = Rules.local
        rules.criteria = [
            Criterion(
                id: "asked", title: RuleText(zh: "问", en: "asked"), test: test, severity: .advisory,
                basis: .operational)
        ]
        return rules
    }

    static let saturation = set(
        .saturationInAir(
            .init(low: 90, min: Hours(12), minMeasurements: 4, maxGap: Hours(4), item: "spo2_through_sleep_and_feeds")))
    static let volume = set(.oralVolume(.init(window: Hours(24), target: "feeding_volume", weightMaxAge: Hours(48))))
    static let feeds = set(.feedsUneventful(.init(event: "significant", window: Hours(24))))

    private static func spo2(_ value: Int) -> Measurement { Measurement(quantity: .spo2, value: value) }

    private static func breathing(since: Int64 = hours(12), readings: [Int64] = [1, 4, 8, 12]) throws -> Chart {
        var chart = Chart()
        try chart.add(State(aspect: Aspect.respiratorySupport, value: "low_flow_oxygen"), ago: days(5))
        try chart.add(State(aspect: Aspect.respiratorySupport, value: "room_air"), ago: since)
        for reading in readings { try chart.add(spo2(95), ago: hours(reading)) }
        try chart.add(Attestation(item: "spo2_through_sleep_and_feeds"), ago: hours(1))
        return chart
    }

    @Test("12 hours without oxygen, to the second")
    func saturationTime() throws {
        #expect(try Self.breathing().verdict("asked", Self.saturation) == .met)
        let short = try Self.breathing(since: hours(12) - 1)
        #expect(try short.verdict("asked", Self.saturation) == .notMet)
        #expect(try short.answer(Self.saturation).criteria[0].earliest == Chart.now + 1)
        #expect(try Chart().verdict("asked", Self.saturation) == .unknown)
    }

    @Test("a reading below the limit, too few, a gap, and the statement about sleep and feeds")
    func saturationReadings() throws {
        for (value, verdict) in [(90, Verdict.met), (89, .notMet)] {
            var chart = try Self.breathing()
            try chart.add(Self.spo2(value), ago: hours(2))
            #expect(try chart.verdict("asked", Self.saturation) == verdict, "\(value)")
        }
        #expect(try Self.breathing(readings: [1, 5, 9]).verdict("asked", Self.saturation) == .unknown)
        #expect(try Self.breathing(readings: [1, 2, 3, 8, 12]).verdict("asked", Self.saturation) == .unknown)
        var silent = try Self.breathing()
        silent.remove { $0 is Attestation }
        #expect(try silent.verdict("asked", Self.saturation) == .unknown)
        try silent.add(Attestation(item: "spo2_through_sleep_and_feeds", value: false), ago: hours(1))
        #expect(try silent.verdict("asked", Self.saturation) == .notMet)
    }

    /// Eight feeds a day for two days, 160 mL/kg/d planned, birth weight regained, 2000 g.
    private static func fed(tenths: Int = 400, grams weight: Int = 2000) throws -> Chart {
        var chart = Chart()
        try chart.add(Plan(target: "feeding_volume", low: FixedDecimal("160"), unit: "mL/kg/d"), ago: days(3))
        try chart.add(grams(1500, role: .birth), ago: days(30))
        try chart.add(grams(weight), ago: hours(20))
        for feed in 0..<16 {
            try chart.add(Intake(route: "bottle", volumeTenthsMl: tenths), ago: hours(3) * Int64(feed) + minutes(1))
        }
        return chart
    }

    @Test("eight feeds of 40 mL are 160 mL/kg at 2000 g, enough to the tenth of a millilitre")
    func volumeLimit() throws {
        for (tenths, verdict) in [(400, Verdict.met), (399, .notMet), (401, .met)] {
            #expect(try Self.fed(tenths: tenths).verdict("asked", Self.volume) == verdict, "\(tenths)")
        }
        #expect(try Self.fed(grams: 2001).verdict("asked", Self.volume) == .notMet)
        guard case .oralVolume(let intake, _) = try Self.fed().answer(Self.volume).criteria[0].reason else {
            Issue.record("no volume")
            return
        }
        #expect(
            intake.tenthsMl == 3200 && intake.grams == 2000 && intake.role == .measured && intake.perKilogram == 160)
    }

    @Test("the weight: dosing, else birth until regained, else measured no older than 48 h")
    func volumeWeight() throws {
        func role(_ change: (inout Chart) throws -> Void) throws -> (Verdict, Measurement.Role?) {
            var chart = try Self.fed()
            try change(&chart)
            let answer = try chart.answer(Self.volume).criteria[0]
            guard case .oralVolume(let intake, _) = answer.reason else { return (answer.verdict, nil) }
            return (answer.verdict, intake.role)
        }
        #expect(try role { try $0.add(grams(2200, role: .dosing), ago: days(5)) } == (.notMet, .dosing))
        #expect(
            try role {
                $0.remove { ($0 as? Measurement)?.role == .measured }
                try $0.add(grams(1490), ago: hours(20))
            } == (.met, .birth))
        #expect(
            try role {
                $0.remove { ($0 as? Measurement)?.role == .measured }
                try $0.add(grams(2000), ago: hours(48) + 1)
            } == (.unknown, nil))
    }

    @Test("H7: an unconfirmed or a conflicting weight inside the window leaves the volume for each kilogram unknown")
    func volumeWeightInDoubt() throws {
        for (role, ago, verdict) in [
            (Measurement.Role.unconfirmed, hours(10), Verdict.unknown), (.unconfirmed, hours(48), .unknown),
            (.unconfirmed, hours(48) + 1, .met), (.measured, hours(20) + 1800, .unknown),
            (.measured, hours(22), .met),
        ] {
            var chart = try Self.fed()
            try chart.add(grams(1900, role: role), ago: ago)
            #expect(try chart.verdict("asked", Self.volume) == verdict, "\(role) \(ago)")
        }
        // A dosing weight was chosen by somebody and needs no other.
        var chosen = try Self.fed()
        try chosen.add(grams(2000, role: .dosing), ago: days(5))
        try chosen.add(grams(1900, role: .unconfirmed), ago: hours(10))
        #expect(try chosen.verdict("asked", Self.volume) == .met)
        // Not yet back to birth weight, unless the value that nobody confirmed holds.
        var young = try Self.fed()
        young.remove { ($0 as? Measurement)?.role == .measured }
        try young.add(grams(1490), ago: hours(20))
        #expect(try young.verdict("asked", Self.volume) == .met)
        try young.add(grams(1510, role: .unconfirmed), ago: hours(10))
        #expect(try young.verdict("asked", Self.volume) == .unknown)
    }

    @Test(
        "no plan, a plan run out, a feed without its volume, less than a day recorded: unknown; tube feeds do not count"
    )
    func volumeUnknown() throws {
        var planless = try Self.fed()
        planless.remove { $0 is Plan }
        #expect(try planless.verdict("asked", Self.volume) == .unknown)
        var late = planless
        try late.add(
            Plan(
                target: "feeding_volume", low: FixedDecimal("160"), unit: "mL/kg/d",
                until: WrittenTime("2026-04-04T07:59:59+08:00")), ago: days(3))
        #expect(try late.verdict("asked", Self.volume) == .unknown)
        var vague = try Self.fed()
        try vague.add(Intake(route: "breast"), ago: hours(2))
        #expect(try vague.verdict("asked", Self.volume) == .unknown)
        var short = try Self.fed()
        short.entries.removeAll { $0.body is Intake && Chart.now - $0.at.instant > hours(23) }
        #expect(try short.verdict("asked", Self.volume) == .unknown)
        var tube = try Self.fed(tenths: 390)
        try tube.add(Intake(route: "tube", volumeTenthsMl: 500), ago: hours(2))
        #expect(try tube.verdict("asked", Self.volume) == .notMet)
    }

    /// An event that the definition leaves out.
    private static let atFeed = Event(
        what: [.bradycardia], durationSeconds: 5, lowestHeartRate: 75, lowestSpo2: 85,
        intervention: Event.Intervention.none,
        feedingRelated: true, selfResolved: true)

    @Test("an event at a feed holds for 24 hours; without it every shift must have been reviewed")
    func feeds() throws {
        var chart = try Chart.ready()
        #expect(try chart.verdict("asked", Self.feeds) == .met)
        var recent = chart
        try recent.add(Self.atFeed, ago: hours(24) - 1)
        #expect(try recent.verdict("asked", Self.feeds) == .notMet)
        #expect(try recent.answer(Self.feeds).criteria[0].earliest == Chart.now + 1)
        var old = chart
        try old.add(Self.atFeed, ago: hours(24))
        #expect(try old.verdict("asked", Self.feeds) == .met)
        var vague = chart
        try vague.add(
            Event(what: [.bradycardia], durationSeconds: 5, feedingRelated: true, selfResolved: true), ago: hours(3))
        #expect(try vague.verdict("asked", Self.feeds) == .unknown)
        chart.remove { $0 is Review }
        #expect(try chart.verdict("asked", Self.feeds) == .unknown)
    }

    @Test("no shift that ended, and an event or a window that the set does not define: unknown, never met")
    func feedsUndefined() throws {
        var chart = try Chart.ready()
        chart.asOf = Moment(Chart.now + hours(5), offsetMinutes: 480)
        let short = Self.set(.feedsUneventful(.init(event: "significant", window: Hours(4))))
        #expect(try chart.verdict("asked", short) == .unknown)
        let undefined = Self.set(.feedsUneventful(.init(event: "none", window: Hours(24))))
        #expect(try Chart.ready().verdict("asked", undefined) == .unknown)
        #expect(try Chart.ready().verdict("asked", Self.set(.shiftReviewed(.init(windowOf: "none")))) == .unknown)
    }

    @Test("a last day that does not fall: no gain is enough, a gram less is not")
    func lastDay() throws {
        let rules = Self.set(
            .gainRate(
                .init(
                    window: Hours(24), tolerance: Hours(6), minMeasurements: 2, minGramsPerDay: 0, maxAge: Hours(30))))
        for (last, verdict) in [(2000, Verdict.met), (1999, .notMet), (2001, .met)] {
            var chart = Chart()
            try chart.add(grams(2000), ago: hours(25))
            try chart.add(grams(last), ago: hours(1))
            #expect(try chart.verdict("asked", rules) == verdict, "\(last)")
        }
    }

    @Test("beside the gain stand its slopes over 3 and 7 days, and when the limit lies in their range")
    func slopes() throws {
        func slopes(_ weights: [Int]) throws -> [GainSlope] {
            var chart = Chart()
            for (day, weight) in weights.enumerated() {
                try chart.add(grams(weight), ago: days(Int64(weights.count - 1 - day)) + hours(2))
            }
            let answer = try chart.answer(Rules.local).criterion("weight_gain")
            return (answer?.marks ?? []).compactMap { mark in
                if case .slope(let slope) = mark { slope } else { nil }
            }
        }
        let steady = try slopes([2000, 2030, 2060, 2090, 2120, 2150, 2180, 2210])
        #expect(steady.map(\.days) == [3, 7] && steady.allSatisfy { abs($0.perDay - 30) < 1e-9 && !$0.isTooClose })
        let restless = try slopes([2000, 2060, 2010, 2080, 2030, 2110, 2060, 2090])
        #expect(restless.first?.isTooClose == true)
        #expect(try slopes([2000, 2030]).isEmpty)
        // The slope of 4 weights by hand: 2000, 2030, 2020, 2050 over days 0 to 3 rises 14 g/d.
        let four = try slopes([2000, 2030, 2020, 2050])
        #expect(abs((four.first?.perDay ?? 0) - 14) < 1e-9)
    }
}
