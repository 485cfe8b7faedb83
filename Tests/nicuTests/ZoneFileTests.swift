import Foundation
import NICUCore
import Testing

@Suite("H21 zone files agree with the system's own reading, hour by hour")
struct ZoneFileTests {
    @Test(
        "Offsets 1970–2090",
        arguments: [
            "Asia/Shanghai", "Europe/London", "America/New_York", "America/St_Johns", "Pacific/Apia",
            "Australia/Lord_Howe",
            "Africa/Casablanca", "Asia/Kathmandu", "America/Santiago", "UTC",
        ])
    func offsets(name: String) throws {
        let data = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name))
        let zone = try Zone(name: name, file: Array(data))
        let other = try #require(TimeZone(identifier: name))
        let lastYear = name == "Africa/Casablanca" ? 2030 : 2090
        let end = Int64(lastYear - 1970) * 31_556_952
        var wrong = 0
        for seconds in stride(from: Int64(0), to: end, by: 3 * 3600 + 1800) {
            let theirs = other.secondsFromGMT(for: Foundation.Date(timeIntervalSince1970: Double(seconds)))
            // Liberia's 44:30 and its like are the only offsets of odd seconds after 1970.
            if theirs % 60 == 0, zone.offsetMinutes(at: Instant(seconds: seconds)) * 60 != theirs { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test("An hour that does not exist or exists twice is refused, both offsets named")
    func turns() throws {
        let data = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/London"))
        let london = try Zone(name: "Europe/London", file: Array(data))
        #expect(throws: Moment.Problem.skipped("2026-03-29 01:30", before: "Z", after: "+01:00")) {
            try Moment(iso: "2026-03-29T01:30", zone: london)
        }
        #expect(throws: Moment.Problem.repeated("2026-10-25 01:30", first: "+01:00", second: "Z")) {
            try Moment(iso: "2026-10-25T01:30", zone: london)
        }
        for text in ["2026-03-29T00:59:59", "2026-03-29T02:00", "2026-10-25T00:59:59", "2026-10-25T02:00"] {
            #expect(throws: Never.self) { try Moment(iso: text, zone: london) }
        }
        let spring = Moment(day: try #require(Day("2026-03-29")), in: london)
        #expect(spring.span == 23 * 3600)
        #expect(Moment(day: try #require(Day("2026-10-25")), in: london).span == 25 * 3600)
    }

    @Test("Cut or foreign zone files are refused, never read halfway")
    func damaged() throws {
        let data = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/London"))
        for count in stride(from: 0, to: data.count - 1, by: 37) {
            #expect(throws: Zone.FileProblem.self) { try Zone(name: "x", file: Array(data.prefix(count))) }
        }
    }
}
