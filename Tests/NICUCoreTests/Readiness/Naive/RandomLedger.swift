import NICUCore
import Testing

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers in every run.
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    mutating func pick<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &self)] }

    /// A number of seconds at a limit, a second beside it, or some hours off.
    mutating func near(_ limit: Int64) -> Int64 {
        max(0, limit + pick([0, 0, 1, -1, 1, -1, 3600, -3600, Int64.random(in: -36_000...36_000, using: &self)]))
    }
}

/// Entries in the order they were recorded, changes among them, and the course they make.
struct RandomLedger {
    static let physician = "he.wen"
    private static let zone = Chart.zone

    var entries: [Entry] = []
    var asOf = Moment(Chart.now, offsetMinutes: 480)
    var clock: WardClock
    let owner: InfantID
    let code: InfantCode

    init(infant: Int64 = 1) throws {
        clock = try Chart.clock()
        owner = InfantID(try Chart.id(infant))
        code = try #require(InfantCode("baby-\(infant)"))
    }

    var now: Int64 { asOf.instant.seconds }

    /// Adds a fact that happened some seconds before the question.
    @discardableResult
    mutating func add(
        _ body: any Body, ago: Int64, by: String = "li.min", corrects: Identifier? = nil
    ) throws -> Entry {
        try add(body, at: Moment(Chart.now - ago, offsetMinutes: 480), by: by, corrects: corrects)
    }

    @discardableResult
    mutating func add(
        _ body: any Body, at: Moment, by: String = "li.min", corrects: Identifier? = nil
    ) throws -> Entry {
        let seq = (entries.last?.seq ?? 0) + 1
        let id = try Chart.id(seq + 1000)
        let entry = Entry(
            seq: seq, id: id, infant: owner, code: code, operation: id, at: at, recorded: Chart.now, by: by,
            source: "test", corrects: corrects, body: body)
        entries.append(entry)
        return entry
    }

    mutating func strike(_ entry: Entry, confirmed: Bool) throws {
        let name = confirmed ? RandomLedger.physician : nil
        try add(Retraction(confirmedBy: name), at: entry.at, corrects: entry.id)
    }

    /// Lets an entry be known only to the day on which it happened.
    mutating func blur(_ index: Int) {
        let day = RandomLedger.zone.day(at: entries[index].at.instant)
        entries[index].at = Moment(day: day, in: RandomLedger.zone)
    }

    /// Splits the entries into those that count and those that were changed.
    func course() -> Course {
        var changes: [Identifier: [Entry]] = [:]
        for entry in entries {
            if let target = entry.corrects { changes[target, default: []].append(entry) }
        }
        var effective: [Entry] = []
        var superseded: [Superseded] = []
        for entry in entries {
            if let change = changes[entry.id]?.first {
                let confirmations = (changes[entry.id] ?? []).compactMap {
                    ($0.body as? Retraction)?.confirmedBy ?? ($0.by == RandomLedger.physician ? $0.by : nil)
                }
                superseded.append(Superseded(entry: entry, by: change, confirmedBy: confirmations.first))
            } else if !(entry.body is Retraction) {
                effective.append(entry)
            }
        }
        return Course(
            infant: owner, code: code, asOf: asOf, knownAt: .now(asOf.latest),
            head: LedgerHead(seq: entries.last?.seq ?? 0, digest: ""), clock: clock,
            entries: effective.filter { $0.at.earliest <= asOf.latest },
            superseded: superseded.filter { $0.entry.at.earliest <= asOf.latest })
    }
}
