/// A time zone as a list of offset changes, read from the system's compiled zone file by a door.
///
/// Core owns the arithmetic so that no result depends on the `TZ` variable or on a formatter's guess: an hour that does
/// not exist or exists twice is reported, never resolved in silence. Offsets are whole minutes from 1970 on.
public struct Zone: Sendable, Hashable {
    /// The IANA name, `Asia/Shanghai`.
    public let name: String
    /// The offset before the first change.
    let initialOffset: Int
    /// Changes in ascending order; from `instant` on, the offset is `offset` minutes.
    let changes: [Change]

    struct Change: Sendable, Hashable {
        let instant: Instant
        let offset: Int
    }

    /// Makes a zone that never changes its offset.
    public init(name: String, fixedOffsetMinutes: Int) {
        self.name = name
        initialOffset = fixedOffsetMinutes
        changes = []
    }

    init(name: String, initialOffset: Int, changes: [Change]) {
        self.name = name
        self.initialOffset = initialOffset
        self.changes = changes
    }

    /// Coordinated Universal Time.
    public static let utc = Zone(name: "UTC", fixedOffsetMinutes: 0)

    /// Minutes east of UTC at an instant.
    public func offsetMinutes(at instant: Instant) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : changes[low - 1].offset
    }

    /// The civil day on the unit's calendar at an instant.
    public func day(at instant: Instant) -> Day { instant.civil(offsetMinutes: offsetMinutes(at: instant)).day }

    /// The instant with the zone's own offset.
    public func moment(at instant: Instant, precision: Moment.Precision = .second) -> Moment {
        Moment(instant, offsetMinutes: offsetMinutes(at: instant), precision: precision)
    }

    /// What a wall-clock reading can mean.
    public enum Reading: Sendable, Equatable {
        /// Exactly one instant.
        case unique(Instant)
        /// The clock jumped over it; the offsets before and after the jump, in minutes.
        case skipped(before: Int, after: Int)
        /// The clock showed it twice.
        case repeated(Instant, Instant)
    }

    /// The instants at which the unit's clock shows `clock` on `day`.
    public func instants(on day: Day, at clock: ClockTime) -> Reading {
        let local = Int64(day.number) * 86_400 + Int64(clock.secondOfDay)
        let around = Set([
            offsetMinutes(at: Instant(seconds: local - 86_400)), offsetMinutes(at: Instant(seconds: local)),
            offsetMinutes(at: Instant(seconds: local + 86_400)),
        ])
        let hits = around.map { Instant(seconds: local - Int64($0) * 60) }
            .filter { $0.seconds + Int64(offsetMinutes(at: $0)) * 60 == local }.sorted()
        if hits.count >= 2 { return .repeated(hits[0], hits[hits.count - 1]) }
        if let only = hits.first { return .unique(only) }
        return .skipped(
            before: offsetMinutes(at: Instant(seconds: local - 86_400)),
            after: offsetMinutes(at: Instant(seconds: local + 86_400)))
    }

    /// The first instant of a civil day; where midnight was skipped, the first instant after the jump.
    public func start(of day: Day) -> Instant {
        switch instants(on: day, at: ClockTime(secondOfDay: 0)) {
        case .unique(let instant): return instant
        case .repeated(let first, _): return first
        case .skipped(let before, let after):
            let local = Int64(day.number) * 86_400
            let low = local - Int64(max(before, after)) * 60 - 86_400
            let high = local - Int64(min(before, after)) * 60 + 86_400
            return changes.first {
                $0.instant.seconds >= low && $0.instant.seconds <= high
                    && self.day(at: $0.instant) >= day
            }?.instant ?? Instant(seconds: local - Int64(before) * 60)
        }
    }

    /// The latest instant at which the clock shows `clock` on `day`, or the first after a jump: bounds of shifts.
    public func boundary(on day: Day, at clock: ClockTime) -> Instant {
        switch instants(on: day, at: clock) {
        case .unique(let instant): instant
        case .repeated(let first, _): first
        case .skipped(let before, _):
            Instant(seconds: Int64(day.number) * 86_400 + Int64(clock.secondOfDay) - Int64(before) * 60)
        }
    }
}
