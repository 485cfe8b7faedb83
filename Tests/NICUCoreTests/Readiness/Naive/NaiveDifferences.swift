import NICUAssets
import NICUCore
import Testing

/// Courses on which the two evaluators differ, each with the sentence of the rules that decides.
@Suite("Readiness: where the two evaluators differed")
struct NaiveDifferences {
    private func compare(_ id: String, _ chart: Chart, _ set: String = "aap-2008") throws -> (Verdict?, Verdict?) {
        let rules = try ShippedRules.set(set)
        let course = try chart.course()
        return (evaluate(rules, course).criterion(id)?.verdict, NaiveReadiness.answer(rules, course).verdicts[id])
    }

    @Test("A fact of the day of an earlier question may lie after it: an interval, and its ends disagree")
    func earlierQuestion() throws {
        var chart = try Chart.ready(for: try ShippedRules.set("aap-2008"))
        chart.remove { ($0 as? Attestation)?.item == "caregiver_teaching_complete" }
        try chart.add(Attestation(item: "caregiver_teaching_complete"), daysAgo: 1)
        // Recorded on 4 April; the question is about 3 April at 00:01.
        chart.entries[chart.entries.count - 1].recorded = Chart.now
        chart.asOf = Moment(Chart.now - hours(32) + 60, offsetMinutes: 480)
        let (engine, naive) = try compare("caregiver_teaching", chart)
        #expect(naive == .unknown)
        #expect(engine == .unknown)
    }

    @Test("A question about a whole day: a waiver given at seven did not hold at midnight")
    func waiverOfTheDay() throws {
        var chart = try Chart.ready(for: try ShippedRules.set("aap-2008"))
        chart.remove { ($0 as? Attestation)?.item == "caregiver_teaching_complete" }
        try chart.add(Attestation(item: "caregiver_teaching_complete", value: false), ago: days(2))
        try chart.add(Waiver(criterion: "caregiver_teaching"), ago: hours(1))
        chart.asOf = Moment(day: Chart.zone.day(at: Chart.now), in: Chart.zone)
        let (engine, naive) = try compare("caregiver_teaching", chart)
        #expect(naive == .unknown)
        #expect(engine == .unknown)
    }

    @Test("Two weights that contradict each other, or an unconfirmed one, leave the weight at a dose unknown")
    func weightAtDose() throws {
        for role in [Measurement.Role.measured, .unconfirmed] {
            var chart = try Chart.ready(for: try ShippedRules.set("aap-2008"))
            chart.remove { $0 is Perinatal || ($0 as? Check)?.task == "hepatitis_b_1" }
            try chart.add(Perinatal(maternalHbsag: .positive), ago: days(93))
            try chart.add(grams(1890, role: role), ago: hours(2) + minutes(20))
            try chart.add(Check(task: "hepatitis_b_1", result: .given), ago: hours(1))
            let (engine, naive) = try compare("immunizations", chart)
            #expect(naive == .unknown)
            #expect(engine == .unknown)
        }
    }

    @Test("Two strikes that only together turn a verdict towards met need a physician as well")
    func togetherTowardsMet() throws {
        var chart = try Chart.ready(for: try ShippedRules.set("aap-2008"))
        var off: [Entry] = []
        for ago in [hours(22), hours(18), hours(14)] {
            off.append(try chart.add(State(aspect: Aspect.monitoring, value: "off"), ago: ago))
            try chart.add(State(aspect: Aspect.monitoring, value: "on"), ago: ago - hours(2))
        }
        #expect(try compare("event_free", chart) == (.unknown, .unknown))
        for entry in off.dropFirst() { try chart.supersede(entry) }
        let (engine, naive) = try compare("event_free", chart)
        #expect(naive == .unknown)
        #expect(engine == .unknown)
    }

    @Test(
        "Each reading without a site may be axillary or not: a borderline one and its recheck need not be of one site")
    func sitesNotRecorded() throws {
        var chart = try Chart.ready(for: try ShippedRules.set("aap-2008"))
        try chart.add(celsius(364, site: nil), ago: hours(5))
        try chart.add(celsius(367, site: nil), ago: hours(5) - minutes(30))
        let (engine, naive) = try compare("temperature_open_crib", chart)
        #expect(naive == .unknown)
        #expect(engine == .unknown)
    }

    @Test(
        "H15: a review explains itself by what was on the chart: a reviewed event that was struck still stands behind its count"
    )
    func reviewOfStruckEvent() throws {
        var chart = try Chart.ready(for: try ShippedRules.set("aap-2008"))
        let night = try #require(Shift("2026-04-02/night"))
        chart.remove { ($0 as? Review)?.shift == night }
        try chart.add(Review(shift: night, events: 1), ago: hours(48))
        let never = try compare("event_free", chart)
        #expect(never == (.unknown, .unknown))
        let event = try chart.add(severe(), ago: hours(50))
        try chart.supersede(event, confirmedBy: "he.wen")
        let (engine, naive) = try compare("event_free", chart)
        // The prose alone would leave it unknown; the decision is in docs/decisions/011.
        #expect(naive == .unknown && engine == .met)
    }
}
