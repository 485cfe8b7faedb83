import NICUCore
import Testing

@Suite("Readiness: strikes, corrections, vague times")
struct ChangeTests {
    @Test("H7: a strike towards met is unknown until a physician confirms it, and marked afterwards")
    func strike() throws {
        var chart = try Chart.ready()
        let event = try chart.add(severe(), ago: days(2))
        #expect(try chart.verdict("event_free") == .notMet)
        var open = chart
        try open.supersede(event)
        let unknown = try #require(try open.answer().criterion("event_free"))
        #expect(unknown.verdict == .unknown)
        guard case .awaitsConfirmation(let changes, _) = unknown.reason else {
            Issue.record("\(unknown.reason)")
            return
        }
        #expect(changes.map(\.entry) == [EntryRef(event)])
        try chart.supersede(event, confirmedBy: "he.wen")
        let met = try #require(try chart.answer().criterion("event_free"))
        #expect(met.verdict == .met)
        #expect(met.marks.count == 1)
        chart.asOf = Moment(Chart.now + days(6), offsetMinutes: 480)
        #expect(try #require(try chart.answer().criterion("event_free")).marks.isEmpty)
    }

    @Test("A strike that changes nothing, or makes it worse, needs nobody")
    func harmless() throws {
        var chart = try Chart.ready()
        let old = try chart.add(severe(), ago: days(20))
        try chart.supersede(old)
        #expect(try chart.verdict("event_free") == .met)
        #expect(try #require(try chart.answer().criterion("event_free")).marks.isEmpty)
        let teaching = try #require(chart.entries.first { $0.body is Attestation })
        try chart.supersede(teaching)
        #expect(try chart.verdict("teaching") == .unknown)
    }

    @Test("H7: a correction of an entry that counted against needs a physician, one that did not does not")
    func correction() throws {
        var against = try Chart.ready()
        let event = try against.add(severe(), ago: days(2))
        try against.supersede(event, with: Event(what: [.apnoea], durationSeconds: 8))
        #expect(try against.verdict("event_free") == .unknown)
        var confirmed = try Chart.ready()
        let same = try confirmed.add(severe(), ago: days(2))
        try confirmed.supersede(same, with: Event(what: [.apnoea], durationSeconds: 8), confirmedBy: "he.wen")
        #expect(try confirmed.verdict("event_free") == .met)
        var other = try Chart.ready()
        let weight = try #require(other.entries.last { ($0.body as? Measurement)?.quantity == .weight })
        try other.supersede(weight, with: grams(2578))
        #expect(try other.verdict("weight_min") == .met)
        // A task recorded under another name did not count against the one it is corrected to.
        var renamed = try Chart.ready()
        renamed.remove { ($0 as? Check)?.task == "hearing_screen" }
        let wrong = try renamed.add(Check(task: "car_seat_test", result: .pass, method: "aabr"), ago: days(1))
        try renamed.supersede(wrong, with: Check(task: "hearing_screen", result: .pass, method: "aabr"))
        #expect(try renamed.verdict("hearing") == .met)
    }

    @Test("Each link of a chain is judged for what it did")
    func chain() throws {
        var chart = try Chart.ready()
        let first = try chart.add(severe(), ago: days(2))
        try chart.supersede(first, with: Event(what: [.apnoea], durationSeconds: 30))
        #expect(try chart.verdict("event_free") == .notMet)
        let second = try #require(chart.entries.last { $0.corrects == first.id })
        var open = chart
        try open.supersede(second)
        #expect(try open.verdict("event_free") == .unknown)
        try chart.supersede(second, confirmedBy: "he.wen")
        #expect(try chart.verdict("event_free") == .met)
    }

    @Test("An advisory criterion takes a strike as it comes")
    func advisory() throws {
        var rules = Rules.local
        rules.criteria = [Rules.criterion("event_free", .eventFreeInterval(Rules.eventFree), severity: .advisory)]
        var chart = try Chart.ready()
        let event = try chart.add(severe(), ago: days(2))
        try chart.supersede(event)
        #expect(try chart.verdict("event_free", rules) == .met)
    }

    @Test("H15: a confirmed strike leaves the verdicts as if the entry had never been made")
    func neverMade() throws {
        let plain = try Chart.ready().answer()
        for ago in [hours(1), days(2), days(8), days(40)] {
            var chart = try Chart.ready()
            let event = try chart.add(severe(), ago: ago)
            try chart.supersede(event, confirmedBy: "he.wen")
            #expect(try chart.answer().criteria.map(\.verdict) == plain.criteria.map(\.verdict))
        }
    }

    @Test("H8: a time known only to the day is unknown where the ends of the day disagree")
    func day() throws {
        // The question is at 08:00: 120 h before lies on the fifth day back, 168 h on the seventh.
        for (back, drug, free) in [
            (4, Verdict.notMet, Verdict.notMet), (5, .unknown, .notMet), (6, .met, .notMet), (7, .met, .unknown),
            (8, .met, .met),
        ] {
            var chart = try Chart.ready()
            try chart.add(State(aspect: Aspect.methylxanthine, value: "off"), daysAgo: back)
            #expect(try chart.verdict("drug_off") == drug, "\(back)")
            #expect(try chart.verdict("event_free") == free, "\(back)")
        }
        for (back, feeding) in [(0, Verdict.notMet), (1, .unknown), (2, .met)] {
            var chart = try Chart.ready()
            chart.remove { ($0 as? State)?.aspect == Aspect.feedingRoute }
            try chart.add(State(aspect: Aspect.feedingRoute, value: "oral"), daysAgo: back)
            #expect(try chart.verdict("feeding") == feeding, "\(back)")
        }
    }

    @Test("Many times known only to the day are all moved")
    func manyDays() throws {
        var chart = try Chart.ready()
        for back in 20...40 { try chart.add(State(aspect: Aspect.methylxanthine, value: "off"), daysAgo: back) }
        #expect(try chart.verdict("drug_off") == .met)
        try chart.add(State(aspect: Aspect.methylxanthine, value: "off"), daysAgo: 5)
        #expect(try chart.verdict("drug_off") == .unknown)
    }

    @Test("A question about a whole day is answered where both ends of it agree")
    func asOfDay() throws {
        var chart = try Chart.ready()
        chart.asOf = Moment(day: Chart.zone.day(at: Chart.now), in: Chart.zone)
        #expect(try chart.verdict("feeding") == .met)
        try chart.add(Attestation(item: "teaching", value: false), ago: hours(1))
        #expect(try chart.verdict("teaching") == .unknown)
    }

    @Test("What readiness declares to read gives the answer of the whole course")
    func need() throws {
        let chart = try Chart.ready()
        let need = CourseNeed.readiness([Rules.local])
        let kinds = try #require(need.kinds)
        let quantities = try #require(need.quantities)
        var loaded = chart
        loaded.entries = chart.entries.filter { entry in
            let quantity = (entry.body as? Measurement)?.quantity
            return kinds.contains(entry.kind) && (quantity.map(quantities.contains) ?? true)
        }
        #expect(try loaded.answer() == chart.answer())
    }
}
