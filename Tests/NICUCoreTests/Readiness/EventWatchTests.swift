import NICUCore
import Testing

@Suite("Readiness: how an event-free window was watched")
struct EventWatchTests {
    private func watch(_ chart: Chart) throws -> EventWatch {
        let answer = try #require(try chart.answer().criterion("event_free"))
        return try #require(answer.watch)
    }

    @Test("the shifts are those that the criterion about reviews counts, whatever the verdict")
    func shifts() throws {
        let whole = try watch(try Chart.ready())
        #expect(whole.reviewed == 21 && whole.shifts == 21)
        var chart = try Chart.ready()
        let shift = try #require(Shift("2026-04-02/night"))
        chart.remove { ($0 as? Review)?.shift == shift }
        #expect(try watch(chart).reviewed == 20 && watch(chart).shifts == 21)
        // Not met yet: the shifts since the event only.
        try chart.add(severe(), ago: days(3))
        let answer = try #require(try chart.answer().criterion("event_free"))
        #expect(answer.verdict == .notMet && answer.watch?.shifts == 9 && answer.watch?.reviewed == 8)
        // Unknown: an event that cannot be judged.
        var vague = try Chart.ready()
        try vague.add(Event(what: [.apnoea], selfResolved: true), ago: days(2))
        #expect(try vague.verdict("event_free") == .unknown && watch(vague) == whole)
        // What was counted and not recorded is no review.
        let last = try #require(vague.entries.last { $0.body is Review })
        let tonight = try #require(Shift("2026-04-04/night"))
        try vague.supersede(last, with: Review(shift: tonight, events: nil))
        #expect(try watch(vague).reviewed == 20)
        #expect(try Chart.ready().answer().criterion("weight_min")?.watch == nil)
    }

    @Test("the monitored hours are those of the window, gaps left out")
    func monitored() throws {
        let whole = try watch(try Chart.ready())
        #expect(whole.monitored == whole.window)
        var chart = try Chart.ready()
        try chart.add(State(aspect: Aspect.monitoring, value: "off"), ago: hours(30))
        try chart.add(State(aspect: Aspect.monitoring, value: "on"), ago: hours(29))
        let gap = try watch(chart)
        #expect(gap.window == whole.window)
        #expect(gap.monitored == Hours(seconds: whole.window.seconds - hours(1)))
        // Nothing is known before the first entry.
        chart.remove { ($0 as? State)?.aspect == Aspect.monitoring }
        #expect(try watch(chart).monitored == Hours(0))
    }
}
