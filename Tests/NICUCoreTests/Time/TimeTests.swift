import NICUCore
import Testing

@Suite("H21 civil days, instants and zones")
struct TimeTests {
    @Test("Every day of four centuries survives its text, and follows the one before")
    func everyDay() throws {
        let first = try #require(Day("1800-01-01"))
        let last = try #require(Day("2200-12-31"))
        var previous = ""
        for number in first.number...last.number {
            let day = Day(number: number)
            #expect(Day(day.description) == day && day.description > previous, "\(day)")
            previous = day.description
        }
        #expect(last - first == 146_461)
    }

    @Test(
        "Days that do not exist", arguments: ["2026-02-29", "2026-02-31", "2026-13-01", "2026-00-10", "2026-4-01", "x"])
    func noSuchDay(text: String) { #expect(Day(text) == nil) }

    @Test("The story: 2024-08-19 to 2024-11-20 is day 93, and 27+0 becomes 40+2")
    func story() throws {
        let birth = try #require(Day("2024-08-19"))
        let home = try #require(Day("2024-11-20"))
        let age = PostnatalAge(born: birth, on: home)
        #expect(age.days == 93)
        #expect(PostmenstrualAge(try GestationalAge("27+0"), age).description == "40+2")
    }

    @Test(
        "Gestational age text", arguments: [("27+0", 189), ("27w3d", 192), ("40+6", 286), ("20+0", 140), ("44+0", 308)])
    func gestationalAge(text: String, days: Int) throws { #expect(try GestationalAge(text).days == days) }

    @Test("Texts that are no gestational age", arguments: ["27", "27+7", "19+6", "44+1", "27.5", "+3", "27+", "２７+0"])
    func noGestationalAge(text: String) { #expect(throws: GestationalAge.Problem.self) { try GestationalAge(text) } }

    static let newYork = Zone(name: "test", fixedOffsetMinutes: 0)

    @Test("ISO text keeps its offset and precision")
    func iso() throws {
        let moment = try Moment(iso: "2024-08-20T06:00:00+08:00", zone: .utc)
        #expect(moment.text == "2024-08-20T06:00:00+08:00")
        #expect(moment.day.description == "2024-08-20")
        #expect(try Moment(iso: "2024-08-20", zone: .utc).precision == .day)
        #expect(try Moment(iso: "2024-08-20T00:30:00+08:00", zone: .utc).instant.text() == "2024-08-19T16:30:00Z")
    }

    @Test("Times as they are typed")
    func typed() throws {
        let now = try Moment(iso: "2024-08-20T07:30:00Z", zone: .utc).instant
        let zone = Zone(name: "test", fixedOffsetMinutes: 480)
        let expected = [
            "06:00": "2024-08-20 06:00", "yesterday 22:30": "2024-08-19 22:30", "昨天 22:30": "2024-08-19 22:30",
            "90 min ago": "2024-08-20 14:00", "90分钟前": "2024-08-20 14:00", "2 d ago": "2024-08-18 15:30",
            "now": "2024-08-20 15:30",
        ]
        for (text, display) in expected {
            #expect(try Moment(typed: text, now: now, zone: zone).display == display, "\(text)")
        }
        for text in ["6", "25:00", "06:60", "2024-02-30", "20/08/2024", "tomorrow", "2024-08-20T6:00"] {
            #expect(throws: Moment.Problem.self) { try Moment(typed: text, now: now, zone: zone) }
        }
    }

    @Test("Care days and shifts turn at their hours")
    func shifts() throws {
        let clock = try #require(
            WardClock(
                zone: Zone(name: "test", fixedOffsetMinutes: 480), careDayStart: ClockTime(secondOfDay: 7 * 3600),
                shiftStarts: [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }))
        func at(_ text: String) throws -> Instant { try Moment(iso: text, zone: clock.zone).instant }
        #expect(clock.shift(at: try at("2024-08-20T07:59:59")).description == "2024-08-20/night")
        #expect(clock.shift(at: try at("2024-08-20T08:00")).description == "2024-08-20/day")
        #expect(clock.shift(at: try at("2024-08-20T16:00")).description == "2024-08-20/evening")
        #expect(clock.careDay(at: try at("2024-08-20T06:59:59")).description == "2024-08-19")
        #expect(clock.careDay(at: try at("2024-08-20T07:00")).description == "2024-08-20")
        let shifts = clock.shifts(from: try at("2024-08-20T00:00"), to: try at("2024-08-21T00:00"))
        #expect(shifts.map(\.description) == ["2024-08-20/night", "2024-08-20/day", "2024-08-20/evening"])
    }
}
