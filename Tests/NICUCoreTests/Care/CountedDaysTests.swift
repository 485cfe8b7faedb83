import NICUAssets
import NICUCore
import Testing

@Suite("Days of support")
struct CountedDaysTests {
    /// Born ten days and eight hours before the question, at midnight of 2026-03-25.
    private static let birth = days(10) + hours(8)

    private func chart(_ states: [(aspect: String, value: String, ago: Int64, detail: String?)] = []) throws -> Chart {
        var chart = Chart()
        try chart.add(Birth(sex: .male), ago: CountedDaysTests.birth)
        for state in states {
            try chart.add(State(aspect: state.aspect, value: state.value, detail: state.detail), ago: state.ago)
        }
        return chart
    }

    private func count(_ id: String, _ chart: Chart, by rule: String? = nil) throws -> CountedDays {
        let rules = try CareFile.embedded()
        let all = CountedDays.all(try chart.course(), rules, by: rule.flatMap(rules.dayRule))
        return try #require(all.first { $0.item.id == id })
    }

    @Test("by any part of the civil day, by more than twelve hours, and at the hour the care day turns")
    func rules() throws {
        // On from 09:00 of 2026-03-26 to 20:00 of the 28th.
        let chart = try chart([
            ("uvc", "off", CountedDaysTests.birth, nil), ("uvc", "on", days(9) - hours(1), nil),
            ("uvc", "off", days(7) - hours(12), nil),
        ])
        let days = { (rule: String) in try self.count("uvc", chart, by: rule).certain.map(\.description) }
        #expect(try days("any_part") == ["2026-03-26", "2026-03-27", "2026-03-28"])
        #expect(try days("most_of_day") == ["2026-03-26", "2026-03-27", "2026-03-28"])
        #expect(try days("at_turn") == ["2026-03-27", "2026-03-28"])
        let short = try self.chart([
            ("phototherapy", "on", hours(32), nil), ("phototherapy", "off", hours(30), nil),
        ])
        #expect(try count("phototherapy", short, by: "most_of_day").certain.isEmpty)
        #expect(try count("phototherapy", short, by: "any_part").certain.count == 1)
    }

    @Test("what nobody recorded has no count, and what was not recorded at first is unknown, never none")
    func unknown() throws {
        let silent = try count("steroids", chart())
        #expect(!silent.isRecorded && silent.certain.isEmpty && silent.now == .unknown)
        let late = try count("phototherapy", chart([("phototherapy", "on", days(8), nil)]))
        #expect(late.unknown.map(\.description) == ["2026-03-25", "2026-03-26"] && late.certain.count == 9)
        #expect(late.stretches.count == 1 && late.now == .yes)
        // The infant is being settled: half an hour before the first state is no unknown day.
        let settled = try count(
            "non_invasive", chart([("respiratory_support", "ventilator", CountedDaysTests.birth - 1800, nil)]))
        #expect(settled.isRecorded && settled.unknown.isEmpty && settled.certain.isEmpty)
    }

    @Test("oxygen counts where it was above 21 %, and may where it was not recorded")
    func oxygen() throws {
        var chart = try chart()
        let states: [(value: String, fio2: Int?, day: Int64)] = [
            ("ventilator", 40, 0), ("cpap", 21, 2), ("cpap", nil, 4), ("low_flow_oxygen", nil, 6), ("room_air", nil, 8),
        ]
        for state in states {
            let body = State(aspect: "respiratory_support", value: state.value, fio2Percent: state.fio2)
            try chart.add(body, ago: CountedDaysTests.birth - days(state.day))
        }
        let oxygen = try count("oxygen", chart)
        #expect(oxygen.certain.count == 4 && oxygen.unknown.count == 2 && oxygen.now == .no)
        #expect(oxygen.rule.id == "most_of_day" && oxygen.item.basis == .related)
    }

    @Test("a line is told by its own state, else by the detail of the access; an access without detail may be it")
    func lines() throws {
        let named = try chart([
            ("iv_access", "on", CountedDaysTests.birth, "umbilical venous catheter"),
            ("iv_access", "off", days(5), nil),
        ])
        #expect(try count("uvc", named, by: "any_part").certain.count == 6)
        #expect(try count("picc", named).certain.isEmpty && count("picc", named).unknown.isEmpty)
        let bare = try chart([("iv_access", "on", CountedDaysTests.birth, nil), ("iv_access", "off", days(5), nil)])
        #expect(try count("picc", bare, by: "any_part").unknown.count == 6)
        let own = try chart([
            ("iv_access", "on", CountedDaysTests.birth, nil), ("picc", "off", CountedDaysTests.birth, nil),
        ])
        #expect(try count("picc", own).unknown.isEmpty)
    }

    @Test("a dose makes its day, also the last one; one that was not given does not")
    func doses() throws {
        var chart = try chart([("methylxanthine", "never", CountedDaysTests.birth, nil)])
        try chart.add(Medication(given: Product(product: "Caffeine citrate")), ago: days(3))
        try chart.add(
            Medication(given: Product(product: "caffeine citrate", notGivenReason: "tachycardia")), ago: days(2))
        #expect(try count("caffeine", chart).certain.map(\.description) == ["2026-04-01"])
    }

    @Test("a state ends with its stay: after a readmission a day counts, or does not, only once it is stated anew")
    func stays() throws {
        var chart = try chart([
            ("isolation", "on", CountedDaysTests.birth, nil), ("phototherapy", "on", CountedDaysTests.birth, nil),
            ("fortifier", "off", CountedDaysTests.birth, nil),
        ])
        try chart.add(Discharge(to: .home), ago: days(6))
        #expect(try count("isolation", chart).now == .no)
        try chart.add(Admission(from: .home), ago: days(2))
        // Five days of the first stay; of the second nobody has said anything, and the days at home are no days here.
        let silent = try count("isolation", chart)
        #expect(silent.certain.count == 5 && silent.certain.last?.description == "2026-03-29" && silent.now == .unknown)
        #expect(silent.unknown.map(\.description) == ["2026-04-02", "2026-04-03", "2026-04-04"])
        // Stated while the infant is being settled: no day of the second stay is unknown.
        try chart.add(State(aspect: "isolation", value: "on"), ago: days(1))
        try chart.add(State(aspect: "fortifier", value: "on"), ago: days(2) - hours(1))
        try chart.add(State(aspect: "phototherapy", value: "off"), ago: days(2))
        let stated = try count("isolation", chart)
        #expect(stated.certain.count == 7 && stated.unknown.map(\.description) == ["2026-04-02"] && stated.now == .yes)
        let fortified = try count("fortifier", chart)
        #expect(fortified.certain.count == 3 && fortified.unknown.isEmpty)
        let ended = try count("phototherapy", chart)
        #expect(ended.certain.count == 5 && ended.unknown.isEmpty && ended.now == .no)
        // What is told later about the first stay counts there and not here.
        var late = try chart.add(State(aspect: "steroids", value: "on"), ago: days(7))
        late.recorded = Chart.now
        chart.entries[chart.entries.count - 1] = late
        let steroids = try count("steroids", chart)
        #expect(steroids.certain.map(\.description) == ["2026-03-28", "2026-03-29"] && steroids.now == .unknown)
    }

    @Test("procedures are counted by their days and their minutes")
    func procedures() throws {
        var chart = try chart()
        try chart.add(Procedure(what: "kangaroo_care", detail: "60 min"), ago: days(2))
        try chart.add(Procedure(what: "kangaroo_care", detail: "45 min"), ago: days(2) - hours(3))
        let kangaroo = try count("kangaroo_care", chart)
        #expect(kangaroo.certain.count == 1 && kangaroo.times == 2 && kangaroo.minutes == 105)
    }
}
