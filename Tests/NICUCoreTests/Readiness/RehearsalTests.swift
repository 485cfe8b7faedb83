import NICUCore
import Testing

@Suite("A proposed rule set held against past stays")
struct RehearsalTests {
    /// A set that asks for one attestation only.
    private static func asking(_ item: String) -> RuleSet {
        var rules = Rules.local
        rules.criteria = [
            Criterion(
                id: item, title: RuleText(zh: "问", en: item), test: .attested(Attested(item: item)),
                severity: .blocking, basis: .operational)
        ]
        return rules
    }

    private static func first(_ item: String, _ chart: Chart) throws -> [Rehearsal.First] {
        let rules = asking(item)
        return Rehearsal.stays(of: try chart.course(), old: rules, new: rules).map(\.firstOld)
    }

    @Test("the end of a stay is asked as well: all met only then is neither a day before nor never")
    func end() throws {
        var chart = Chart()
        try chart.add(Birth(sex: .female), ago: days(10))
        try chart.add(Attestation(item: "early"), ago: days(5))
        // The care day begins at 07:00, the question is of 08:00.
        try chart.add(Attestation(item: "late"), ago: minutes(30))
        #expect(try Self.first("late", chart) == [.end] && Self.first("none", chart) == [.never])
        let day = Chart.zone.day(at: Chart.now - days(5)) + 1
        #expect(try Self.first("early", chart) == [.day(day)])
        let open = Rehearsal.stays(of: try chart.course(), old: Self.asking("late"), new: Self.asking("none"))
        #expect(open.map(\.isOver) == [false] && open[0].differs)
        try chart.add(Discharge(to: .home), ago: minutes(10))
        #expect(Rehearsal.stays(of: try chart.course(), old: Rules.local, new: Rules.local).map(\.isOver) == [true])
        #expect(try Self.first("late", chart) == [.end])
    }

    @Test("a readmitted infant has two stays, each with its own days")
    func readmitted() throws {
        var chart = Chart()
        try chart.add(Birth(sex: .female), ago: days(30))
        try chart.add(Admission(from: .birth), ago: days(30))
        try chart.add(Attestation(item: "teaching", value: false), ago: days(25))
        try chart.add(Discharge(to: .home), ago: days(20))
        try chart.add(Admission(from: .home), ago: days(10))
        try chart.add(Attestation(item: "teaching"), ago: days(3))
        let day = Chart.zone.day(at: Chart.now - days(3)) + 1
        #expect(try Self.first("teaching", chart) == [.never, .day(day)])
        let stays = Rehearsal.stays(of: try chart.course(), old: Rules.local, new: Rules.local)
        #expect(stays.map(\.asOf.instant) == [Chart.now - days(20), Chart.now])
        #expect(stays.map(\.begin.instant) == [Chart.now - days(30), Chart.now - days(10)])
        #expect(Rehearsal.stays(of: try Chart().course(), old: Rules.local, new: Rules.local).isEmpty)
    }
}
