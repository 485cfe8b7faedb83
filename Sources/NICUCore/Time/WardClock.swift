/// The unit's working day: its zone, the hour at which the care day turns and the hours at which shifts begin.
///
/// Ages use the civil day; 24-hour totals, "today's weight" and shift coverage use the care day.
public struct WardClock: Sendable, Hashable {
    /// The unit's time zone, set once.
    public let zone: Zone
    /// When the care day begins.
    public let careDayStart: ClockTime
    /// When the shifts begin, in the order day, evening, night.
    public let shiftStarts: [ClockTime]

    /// The names of the shifts in the order of their settings.
    public static let shiftNames = ["day", "evening", "night"]

    /// Makes a ward clock; nil unless there are three different shift hours.
    public init?(zone: Zone, careDayStart: ClockTime, shiftStarts: [ClockTime]) {
        guard shiftStarts.count == 3, Set(shiftStarts).count == 3 else { return nil }
        self.zone = zone
        self.careDayStart = careDayStart
        self.shiftStarts = shiftStarts
    }

    /// The care day an instant belongs to, named by the civil day on which it begins.
    public func careDay(at instant: Instant) -> Day {
        let day = zone.day(at: instant)
        return instant < zone.boundary(on: day, at: careDayStart) ? day + -1 : day
    }

    /// From the beginning of a care day to the beginning of the next.
    public func interval(ofCareDay day: Day) -> Range<Instant> {
        zone.boundary(on: day, at: careDayStart)..<zone.boundary(on: day + 1, at: careDayStart)
    }

    /// The shift an instant falls into.
    public func shift(at instant: Instant) -> Shift {
        let day = zone.day(at: instant)
        let starts = [day + -1, day].flatMap { day in
            shiftStarts.indices.map { (Shift(day: day, index: $0), zone.boundary(on: day, at: shiftStarts[$0])) }
        }
        let begun = starts.filter { $0.1 <= instant }
        return begun.max { $0.1 < $1.1 }?.0 ?? Shift(day: day + -1, index: 2)
    }

    /// From the beginning of a shift to the beginning of the next one.
    public func interval(of shift: Shift) -> Range<Instant> {
        let start = zone.boundary(on: shift.day, at: shiftStarts[shift.index])
        let ends = [shift.day, shift.day + 1].flatMap { day in
            shiftStarts.map { zone.boundary(on: day, at: $0) }
        }
        return start..<(ends.filter { $0 > start }.min() ?? start)
    }

    /// All shifts that overlap a window, in order; those that only touch its ends are left out.
    public func shifts(from start: Instant, to end: Instant) -> [Shift] {
        var result: [Shift] = []
        var cursor = start
        while cursor < end {
            let shift = self.shift(at: cursor)
            let interval = self.interval(of: shift)
            guard interval.upperBound > cursor else { break }
            result.append(shift)
            cursor = interval.upperBound
        }
        return result
    }
}

/// One nursing shift: the civil day on which it begins and its place in the unit's order.
public struct Shift: Sendable, Hashable {
    /// The civil day on which the shift begins.
    public let day: Day
    /// 0 day, 1 evening, 2 night.
    public let index: Int

    /// Makes a shift from its day and place.
    public init(day: Day, index: Int) {
        self.day = day
        self.index = index
    }

    /// Reads `2024-08-20/night`; nil for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(parts[0]),
            let index = WardClock.shiftNames.firstIndex(of: String(parts[1]))
        else { return nil }
        self.init(day: day, index: index)
    }
}

extension Shift: CustomStringConvertible {
    /// `2024-08-20/night`.
    public var description: String { "\(day)/\(WardClock.shiftNames[index])" }
}
