import NICUCore
import Testing

@Suite("H5 the impossible is refused: future, before birth, outside the absolute range")
struct AssessTests {
    static let zone = Zone(name: "test", fixedOffsetMinutes: 480)

    static func moment(_ text: String) throws -> Moment { try Moment(iso: text, zone: zone) }

    static func course() throws -> Course {
        let birth = try moment("2024-08-19T06:00")
        var generator = SystemRandomNumberGenerator()
        let id = Identifier(at: birth.instant, using: &generator)
        let code = try #require(InfantCode("an-an"))
        let clock = try #require(
            WardClock(
                zone: zone, careDayStart: ClockTime(secondOfDay: 25_200),
                shiftStarts: [28_800, 57_600, 0].map(ClockTime.init(secondOfDay:))))
        let entry = Entry(
            seq: 1, id: id, infant: InfantID(id), code: code, operation: id, at: birth, recorded: birth.instant,
            by: "li.min", source: "test", body: Birth(code: "an-an", sex: .female))
        return Course(
            infant: InfantID(id), code: code, asOf: birth, knownAt: .now(birth.instant),
            head: LedgerHead(seq: 1, digest: ""), clock: clock, entries: [entry], superseded: [])
    }

    @Test(
        "Boundaries of time",
        arguments: [
            ("2024-08-19T05:59:59", false), ("2024-08-19T06:00:00", true), ("2024-08-20T06:00:00", true),
            ("2024-08-20T06:00:01", false), ("2024-08-19", true), ("2024-08-18", false), ("2024-08-21", false),
        ])
    func time(text: String, isPossible: Bool) throws {
        let draft = Draft(Measurement(quantity: .weight, value: 800), at: try Self.moment(text))
        let found = assess(draft, in: try Self.course(), code: "an-an", now: try Self.moment("2024-08-20T06:00"))
        #expect(found.refusals.isEmpty == isPossible)
    }

    @Test(
        "Boundaries of value",
        arguments: [
            (Quantity.weight, 199, false), (.weight, 200, true), (.weight, 8000, true), (.weight, 8001, false),
            (.weight, 12_000, false), (.temperature, 249, false), (.temperature, 430, true), (.spo2, 101, false),
        ])
    func value(quantity: Quantity, value: Int, isPossible: Bool) throws {
        let draft = Draft(Measurement(quantity: quantity, value: value), at: try Self.moment("2024-08-20T06:00"))
        let found = assess(draft, in: try Self.course(), code: "an-an", now: try Self.moment("2024-08-21T06:00"))
        #expect(found.refusals.isEmpty == isPossible)
    }

    @Test("A second birth is refused")
    func secondBirth() throws {
        let draft = Draft(Birth(sex: .male), at: try Self.moment("2024-08-19T07:00"))
        let found = assess(draft, in: try Self.course(), code: "an-an", now: try Self.moment("2024-08-21T06:00"))
        #expect(found.refusals == [.secondBirth(code: "an-an")])
    }
}
