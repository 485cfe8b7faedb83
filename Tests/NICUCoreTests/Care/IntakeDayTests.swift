import NICUAssets
import NICUCore
import Testing

/// An infant of 1000 g, ten days old, with a dosing weight of 1000 g; the question stands at 08:00, an hour into its care day.
struct Fed {
    var chart = Chart()

    init() throws {
        try chart.add(Birth(sex: .female), ago: days(10))
        try chart.add(grams(1000, role: .birth), ago: days(10))
        try chart.add(grams(1000, role: .dosing), ago: days(9))
    }

    /// Eight feeds every three hours from 08:00 of a care day, `back` care days before the current one.
    mutating func feeds(_ tenths: Int?, back: Int64 = 1, kcal: Int? = nil, count: Int64 = 8) throws {
        for feed in 0..<count {
            let body = Intake(route: "tube", milk: "mother", volumeTenthsMl: tenths, kcalTenths: kcal)
            try chart.add(body, ago: days(back) - hours(3) * feed)
        }
    }
}

@Suite("Intake over the care day")
struct IntakeDayTests {
    private func day(_ fed: Fed) throws -> IntakeDay {
        try #require(IntakeDay.lastWhole(of: try fed.chart.course(), CareFile.embedded().intake))
    }

    @Test("is summed from one turn of the care day to the next, by route and milk, in mL/kg and kcal/kg")
    func sums() throws {
        var fed = try Fed()
        try fed.feeds(150, kcal: 120)
        try fed.chart.add(Intake(route: "tube", milk: "mother", volumeTenthsMl: 990), ago: days(1) + hours(1) + 60)
        try fed.chart.add(Intake(route: "iv", milk: "glucose", volumeTenthsMl: 240, kcalTenths: 96), ago: hours(9))
        let day = try day(fed)
        #expect(day.day.description == "2026-04-03" && day.isOver && day.due == Hours(24))
        #expect(day.parts.map(\.route) == ["iv", "tube"] && day.enteralTenthsMl == 1200 && day.totalTenthsMl == 1440)
        #expect(day.perKilogram(day.totalTenthsMl) == 144 && day.perKilogram(day.kcalTenths) == 105.6)
        #expect(try day.weight.get().role == .dosing)
        // The feed of the day before speaks for the first hour.
        #expect(day.isComplete && day.entered == Hours(24))
    }

    @Test("fewer than 24 hours of intake entered is known, whether the beginning, the middle or the end is missing")
    func incomplete() throws {
        var late = try Fed()
        try late.feeds(150)
        #expect(try !day(late).isComplete && day(late).entered == Hours(23))
        var short = try Fed()
        try short.feeds(150, back: 2, count: 8)
        try short.feeds(150, count: 6)
        #expect(try !day(short).isComplete && day(short).entered == Hours(20))
        var gap = try Fed()
        try gap.feeds(150, back: 2)
        try gap.feeds(150)
        #expect(try day(gap).isComplete)
        gap.chart.entries.removeAll { $0.at.instant == Chart.now - days(1) + hours(9) }
        // A gap of six hours, of which four are spoken for.
        #expect(try day(gap).entered == Hours(22))
    }

    @Test("while PN or a line is on, a sum of all routes is whole only where infusions cover that time")
    func infusions() throws {
        var fed = try Fed()
        try fed.feeds(150, back: 2)
        try fed.feeds(150)
        #expect(try day(fed).isTotalComplete && day(fed).infusionDue == Hours(0))
        try fed.chart.add(State(aspect: "parenteral_nutrition", value: "on"), ago: days(5))
        #expect(try day(fed).isComplete && !day(fed).isTotalComplete && day(fed).infusionDue == Hours(24))
        // From 23:00 on the line is out, and from 15:00 on infusions are entered.
        try fed.chart.add(State(aspect: "parenteral_nutrition", value: "off"), ago: hours(9))
        try fed.chart.add(Intake(route: "iv", milk: "glucose", volumeTenthsMl: 80), ago: hours(17))
        #expect(try day(fed).infusionDue == Hours(16) && day(fed).infused == Hours(8))
        try fed.chart.add(Intake(route: "iv", milk: "glucose", volumeTenthsMl: 80), ago: hours(25))
        #expect(try day(fed).infused == Hours(16) && day(fed).isTotalComplete)
        // A second line that is in to the end.
        try fed.chart.add(State(aspect: "picc", value: "on"), ago: hours(13))
        #expect(try day(fed).infusionDue == Hours(24) && !day(fed).isTotalComplete)
        // What was on when the infant left, at 20:00, is not on when it comes back an hour later.
        try fed.chart.add(Discharge(to: .home), ago: hours(12))
        try fed.chart.add(Admission(from: .home), ago: hours(11))
        #expect(try day(fed).infusionDue == Hours(13) && day(fed).isTotalComplete)
    }

    @Test("the current care day is so far, and never a whole one")
    func soFar() throws {
        var fed = try Fed()
        try fed.feeds(150)
        try fed.chart.add(Intake(route: "bottle", milk: "donor", volumeTenthsMl: 160), ago: 600)
        let course = try fed.chart.course()
        let today = IntakeDay(course.clock.careDay(at: Chart.now), of: course, try CareFile.embedded().intake)
        #expect(!today.isOver && !today.isComplete && today.due == Hours(1) && today.count == 1)
    }

    @Test("a volume that is missing leaves the least it can be")
    func vague() throws {
        var fed = try Fed()
        try fed.feeds(150)
        try fed.chart.add(Intake(route: "breast", quality: "good"), ago: hours(4))
        let day = try day(fed)
        #expect(day.withoutVolume == 1 && day.withoutEnergy == 9 && day.totalTenthsMl == 1200)
    }

    @Test("full feeds are the first care day at the volume; days that are not fully entered before it are counted")
    func fullFeeds() throws {
        var fed = try Fed()
        for (back, tenths) in [(5, 100), (4, 130), (3, 150), (2, 188), (1, 190)] as [(Int64, Int)] {
            try fed.feeds(tenths, back: back)
        }
        let course = try fed.chart.course()
        let rules = try CareFile.embedded().intake
        #expect(rules.fullFeeds == [150, 120])
        let first = try #require(FullFeedDay(120, of: course, rules))
        let full = try #require(FullFeedDay(150, of: course, rules))
        #expect(first.day.day.description == "2026-04-01" && first.dayOfLife == 7)
        #expect(full.day.day.description == "2026-04-02" && full.dayOfLife == 8)
        // From birth to the first feed nothing is entered; the first day of feeds lacks its first hour.
        #expect(first.unknownBefore == 6)
        #expect(FullFeedDay(160, of: course, rules) == nil)
    }

    @Test("milk does not go into a vein, and a test weight has a volume")
    func contradictions() {
        #expect(Intake(route: "iv", milk: "mother").contradiction != nil)
        #expect(Intake(route: "tube", milk: "lipid").contradiction != nil)
        #expect(Intake(route: "breast", byTestWeight: true).contradiction != nil)
        #expect(Intake(route: "breast", milk: "mother", quality: "fair").contradiction == nil)
    }
}
