import NICUAssets
import NICUCore
import Testing

@Suite("What papers about one infant are filled from")
struct InfantPictureTests {
    private func picture(_ chart: Chart) throws -> InfantPicture {
        let schedule = try RuleBook().schedule()
        return InfantPicture(
            try chart.course(), siblings: [], rules: Rules.local, schedule: schedule,
            guidelines: Set(schedule.guidelines), references: [], plan: .standard, care: try CareFile.embedded())
    }

    private func plan(_ target: String, low: String? = nil, value: String? = nil) -> Plan {
        Plan(target: target, value: value, low: low.flatMap { FixedDecimal($0) }, unit: low.map { _ in "kcal/kg/d" })
    }

    @Test("plans are those in force: not ended, not run out, by clinical time whatever the order they were typed in")
    func plans() throws {
        var chart = try Chart.ready()
        let long = try chart.add(plan("energy", low: "100"), ago: days(9))
        var short = plan("energy", low: "120")
        short.until = WrittenTime(Moment(Chart.now - days(2), offsetMinutes: 480))
        try chart.add(short, ago: days(4))
        try chart.add(plan("feeding_route", value: "oral"), ago: days(5))
        try chart.add(plan("feeding_route", value: Plan.ended), ago: days(3))
        let weighing = try chart.add(plan("weighing", value: "daily"), ago: days(1))
        // Typed last, and older than the plan that holds.
        try chart.add(plan("weighing", value: "none"), ago: days(8))
        #expect(try picture(chart).plans.map(\.seq) == [long.seq, weighing.seq])
    }

    @Test("a resolved problem stays resolved where an entry from before its end is corrected")
    func problems() throws {
        var chart = try Chart.ready()
        let began = try chart.add(Problem(code: "nec", grade: "2"), ago: days(40))
        try chart.add(Problem(code: "bpd"), ago: days(30))
        try chart.add(Problem(code: "nec", resolved: Chart.zone.day(at: Chart.now) + -20), ago: days(20))
        try chart.supersede(began, with: Problem(code: "nec", grade: "1"), confirmedBy: "dr.he")
        let found = try picture(chart).problems
        #expect(found.current.map(\.code) == ["bpd"] && found.resolved.map(\.code) == ["nec"])
    }
}
