import NICUCore
import Testing

@Suite("H38 the weight that figures for each kilogram are divided by")
struct PerKiloWeightTests {
    /// 800 g at birth ten days ago, and weights by days ago.
    private func chart(_ weights: [(ago: Int64, grams: Int)], role: Measurement.Role = .measured) throws -> Chart {
        var chart = Chart()
        try chart.add(Birth(sex: .female), ago: days(10))
        try chart.add(grams(800, role: .birth), ago: days(10))
        for (ago, value) in weights { try chart.add(grams(value, role: role), ago: days(ago)) }
        return chart
    }

    private func weight(_ chart: Chart) throws -> Result<PerKiloWeight, PerKiloWeight.Missing> {
        PerKiloWeight.of(try chart.course(), at: Chart.now, maxAge: Hours(48))
    }

    @Test("is the birth weight until that is regained, then the latest measured one")
    func regained() throws {
        let losing = try weight(chart([(9, 760), (5, 720), (1, 790)])).get()
        #expect(losing.grams == 800 && losing.role == .birth)
        let back = try weight(chart([(9, 760), (5, 720), (1, 810)])).get()
        #expect(back.grams == 810 && back.role == .measured)
    }

    @Test("is still the birth weight where a weight before the loss lay above it")
    func notRegainedBeforeTheLoss() throws {
        let found = try weight(chart([(9, 805), (5, 720), (1, 760)])).get()
        #expect(found.grams == 800 && found.role == .birth)
    }

    @Test("is the dosing weight wherever there is one, however old, and never another")
    func dosing() throws {
        var chart = try chart([(8, 720), (1, 900)])
        try chart.add(grams(850, role: .dosing), ago: days(6))
        let found = try weight(chart).get()
        #expect(found.grams == 850 && found.role == .dosing)
        let dosing = try #require(DosingWeight(try chart.course()))
        #expect(dosing.days == 6 && dosing.latest?.grams == 900 && dosing.by == "li.min")
        #expect(abs(try #require(dosing.percentOff) + 100.0 * 50 / 900) < 1e-9)
    }

    @Test("is missing when the latest is older than 48 hours, an unconfirmed one lies inside them, or nothing is there")
    func missing() throws {
        let old = try chart([(8, 720), (3, 900)])
        #expect(
            try weight(old)
                == .failure(.stale(last: Moment(Chart.now - days(3), offsetMinutes: 480), maxAge: Hours(48))))
        var doubtful = try chart([(8, 720), (1, 900)])
        let doubt = try doubtful.add(grams(1900, role: .unconfirmed), ago: hours(5))
        #expect(try weight(doubtful) == .failure(.unconfirmed(EntryRef(doubt))))
        try doubtful.add(grams(880, role: .dosing), ago: hours(2))
        #expect(try weight(doubtful).get().grams == 880)
        #expect(try weight(Chart()) == .failure(.nothing))
        #expect(DosingWeight(try old.course()) == nil)
    }

    @Test("is no dosing weight of an earlier stay; measured weights count on, and birth weight stays")
    func stays() throws {
        var chart = try chart([(8, 720), (1, 900)])
        try chart.add(grams(850, role: .dosing), ago: days(6))
        try chart.add(Discharge(to: .home), ago: days(4))
        // Before the discharge it divided, after it nobody chose one.
        #expect(try PerKiloWeight.of(chart.course(), at: Chart.now - days(5), maxAge: Hours(48)).get().role == .dosing)
        #expect(try DosingWeight(chart.course()) == nil)
        try chart.add(Admission(from: .home), ago: days(2))
        #expect(try weight(chart).get().grams == 900 && DosingWeight(chart.course()) == nil)
        try chart.add(grams(880, role: .dosing), ago: days(2))
        #expect(try weight(chart).get().grams == 880 && DosingWeight(chart.course())?.grams == 880)
    }

    @Test("does not look at what happened later")
    func later() throws {
        let course = try chart([(9, 720), (4, 810), (1, 900)]).course()
        #expect(try PerKiloWeight.of(course, at: Chart.now - days(3), maxAge: Hours(48)).get().grams == 810)
        #expect(try PerKiloWeight.of(course, at: Chart.now - days(5), maxAge: Hours(48)).get().role == .birth)
    }
}
