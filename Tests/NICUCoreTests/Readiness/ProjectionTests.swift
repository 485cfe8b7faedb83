import NICUCore
import Testing

@Suite("When all criteria can be expected to be met")
struct ProjectionTests {
    /// A ready chart with daily weights that rise by some grams to the last one, and scatter around it.
    /// - Parameter before: the gain until four days ago, where it was another one.
    private func chart(last: Int, perDay: Int, scatter: Int = 0, before: Int? = nil) throws -> Chart {
        var chart = try Chart.ready()
        chart.remove { ($0 as? Measurement)?.quantity == .weight && ($0 as? Measurement)?.role == .measured }
        for day in 0...14 {
            let off = day == 0 ? 0 : day % 2 == 0 ? scatter : -scatter
            let gained = perDay * min(day, 4) + (before ?? perDay) * max(day - 4, 0)
            try chart.add(grams(last - gained + off), ago: days(Int64(day)) + hours(2))
        }
        return chart
    }

    @Test("nothing open, nothing projected; an open attestation waits for no time")
    func withoutRange() throws {
        let ready = try Chart.ready().answer()
        #expect(ready.projection == nil && ready.open.isEmpty && ready.limiting.isEmpty)
        var chart = try Chart.ready()
        chart.remove { $0 is Attestation }
        let waiting = try chart.answer()
        #expect(waiting.projection == nil && waiting.limiting == ["teaching"])
    }

    @Test("a clock that still runs: from its earliest time to a day later, by the criterion that ends last")
    func clock() throws {
        var chart = try Chart.ready()
        try chart.add(severe(), ago: days(3))
        let answer = try chart.answer()
        let earliest = try #require(answer.criterion("event_free")?.earliest)
        let range = try #require(answer.projection)
        #expect(range.earliest == earliest && range.latest == earliest + days(1) && range.limiting == ["event_free"])
        #expect(earliest - Chart.now > days(3) && earliest - Chart.now <= days(4) + 60)
    }

    @Test("a weight on its way: a range that scatter widens, and none where the gain is uncertain or too slow")
    func weight() throws {
        let steady = try #require(try chart(last: 1900, perDay: 25).answer().projection)
        #expect(steady.limiting == ["weight_min"])
        // 100 g at 25 to 26 g a day.
        #expect(steady.earliest - Chart.now > days(3) && steady.latest - Chart.now < days(6))
        let rough = try #require(try chart(last: 1900, perDay: 25, scatter: 20).answer().projection)
        #expect(rough.latest - rough.earliest > steady.latest - steady.earliest)
        #expect(try chart(last: 1900, perDay: 16, scatter: 150).answer().projection == nil)
        #expect(try chart(last: 1900, perDay: 20, before: 5).answer().projection != nil)
        #expect(try chart(last: 1300, perDay: 20, before: 5).answer().projection == nil, "ends beyond two months")
    }

    @Test("after the stay nothing is projected")
    func afterTheStay() throws {
        var chart = try chart(last: 1900, perDay: 25)
        try chart.add(Discharge(to: .home), ago: minutes(1))
        #expect(try chart.answer().projection == nil)
    }

    @Test("what waits for time keeps its range though something else is to be done or unknown as well")
    func outlook() throws {
        var chart = try Chart.ready()
        try chart.add(severe(), ago: days(3))
        chart.remove { $0 is Attestation || ($0 as? Check)?.task == "newborn_blood_spot" }
        try chart.add(Attestation(item: "teaching", value: false), ago: days(1))
        let answer = try chart.answer()
        let outlook = answer.outlook
        let earliest = try #require(answer.criterion("event_free")?.earliest)
        #expect(answer.projection == nil && outlook.byTime.map(\.id) == ["event_free"])
        #expect(outlook.range?.earliest == earliest && outlook.range?.latest == earliest + days(1))
        #expect(outlook.toBeDone == ["teaching"] && outlook.unknown == ["blood_spot"] && !outlook.hasEnded)
        #expect(answer.limiting == ["event_free", "teaching", "blood_spot"])
        // Two clocks: the one that ends later stands first, whatever the order of the set.
        try chart.add(State(aspect: Aspect.feedingRoute, value: "tube"), ago: days(5))
        try chart.add(State(aspect: Aspect.feedingRoute, value: "oral"), ago: hours(2))
        #expect(try chart.answer().outlook.byTime.first?.id == "event_free")
        try chart.add(Discharge(to: .home), ago: minutes(1))
        let after = try chart.answer().outlook
        #expect(after.hasEnded && after.byTime.isEmpty && after.range == nil && after.toBeDone.contains("event_free"))
    }
}
