import NICUAssets
import NICUCore
import Testing

@Suite("H7 one line of the board")
struct BoardRowTests {
    private static let nothingDue = Schedule(
        id: "none", version: "1.0.0", digest: "", title: RuleText(zh: "例", en: "example"), confidence: [:], sources: [],
        closing: Hours(72), items: [], visits: [])

    /// In order, with a head measured and a weight of today.
    private func quiet() throws -> Chart {
        var chart = try Chart.ready()
        // Results ask for appointments.
        chart.remove { $0 is Check }
        try chart.add(Measurement(quantity: .head, value: 340), ago: days(2))
        try chart.add(grams(2600), ago: 600)
        return chart
    }

    private func row(_ chart: Chart) throws -> BoardRow {
        let (course, care) = (try chart.course(), try CareFile.embedded())
        return BoardRow(
            course, rules: Rules.local, schedule: Self.nothingDue, guidelines: [],
            targets: TargetState.all(course, care))
    }

    @Test("is quiet only with nothing missing, running, off target or unknown")
    func isQuiet() throws {
        let plan = { (low: String) in
            Plan(target: "weight_gain", low: FixedDecimal(low), unit: "g/d")
        }
        #expect(try row(quiet()).isQuiet)
        var met = try quiet()
        try met.add(plan("20"), ago: days(1))
        #expect(try row(met).isQuiet)
        var off = try quiet()
        try off.add(plan("60"), ago: days(1))
        #expect(try !row(off).isQuiet)
        var unknown = try quiet()
        try unknown.add(Plan(target: "energy", low: FixedDecimal("100"), unit: "kcal/kg/d"), ago: days(1))
        #expect(try !row(unknown).isQuiet)
        var running = try quiet()
        try running.add(severe(), ago: days(2))
        let counted = try row(running)
        #expect(counted.countdowns.map(\.id) == ["event_free"] && !counted.isQuiet && counted.untold.isEmpty)
    }

    @Test("an overdue paper is not quiet, and stands apart from the screens")
    func papers() throws {
        let paper = SchedulePaper(
            id: "note", task: "progress_note", title: RuleText(zh: "例", en: "example"), guideline: Schedule.anywhere,
            deadline: .during([SchedulePaper.Interval(everyDays: 3, everyMonths: nil)]), basis: .operational,
            sources: [], confidence: .memory)
        let schedule = Schedule(
            id: "own", version: "1.0.0", digest: "", title: RuleText(zh: "例", en: "example"), confidence: [:],
            sources: [], closing: Hours(72), items: [], visits: [], papers: [paper])
        for (written, isQuiet) in [(Int64?.none, false), (9, false), (2, true)] {
            var chart = try quiet()
            if let written { try chart.add(Check(task: "progress_note", result: .complete), ago: days(written)) }
            let row = BoardRow(try chart.course(), rules: Rules.local, schedule: schedule, guidelines: [])
            #expect(row.isQuiet == isQuiet && row.papers.isEmpty == isQuiet && row.due.isEmpty)
        }
    }

    @Test("a value in doubt stays until it is settled, however old, within its stay")
    func unconfirmed() throws {
        var chart = try quiet()
        let length = Measurement(quantity: .length, value: 700, role: .unconfirmed)
        let doubt = try chart.add(length, ago: days(40))
        #expect(try row(chart).alerts == [.unconfirmed(EntryRef(doubt), .length, value: 700)])
        #expect(try !row(chart).isQuiet)
        var settled = chart
        try settled.supersede(doubt, with: Measurement(quantity: .length, value: 470))
        #expect(try row(settled).alerts.isEmpty)
        try chart.add(Discharge(to: .home), ago: days(30))
        try chart.add(Admission(from: .home), ago: days(20))
        #expect(try row(chart).alerts.isEmpty)
    }

    @Test("a change of weight keeps the two times it lies between")
    func change() throws {
        var chart = Chart()
        try chart.add(Birth(sex: .male), ago: days(20))
        try chart.add(grams(1500), ago: days(9))
        #expect(try row(chart).change == nil)
        try chart.add(grams(1575), ago: 600)
        let change = try #require(try row(chart).change)
        #expect(change.grams == 75 && change.to.instant - change.from.instant == days(9) - 600)
    }

    @Test("time without an event or a drug that cannot be told has a line and is not quiet")
    func untold() throws {
        #expect(try row(quiet()).untold.isEmpty)
        var unwatched = try quiet()
        try unwatched.add(State(aspect: Aspect.monitoring, value: "off"), ago: days(2))
        let found = try row(unwatched)
        #expect(found.untold == ["event_free"] && found.countdowns.isEmpty && !found.isQuiet)
        var silent = try quiet()
        silent.remove { ($0 as? State)?.aspect == Aspect.methylxanthine }
        #expect(try row(silent).untold.contains("drug_off"))
    }
}
