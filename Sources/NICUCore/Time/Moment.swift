/// When a fact happened: an instant with the offset it was told in, known to the second, the minute or only the day.
///
/// Only precision `day` is an interval: the civil day in the unit's zone.
public struct Moment: Sendable, Hashable {
    /// How finely the time is known.
    public enum Precision: String, Sendable, Hashable, CaseIterable { case second, minute, day }

    /// The instant; for precision `day` the first second of that day in the unit's zone.
    public let instant: Instant
    /// Minutes east of UTC in which the time was told.
    public let offsetMinutes: Int
    /// How finely the time is known.
    public let precision: Precision
    /// Length of the interval in seconds: 0 unless the precision is `day`, then the length of that civil day.
    public let span: Int64

    /// Makes a moment known to the second or the minute.
    public init(_ instant: Instant, offsetMinutes: Int, precision: Precision = .second) {
        self.instant = instant
        self.offsetMinutes = offsetMinutes
        self.precision = precision
        span = precision == .day ? 86_400 : 0
    }

    /// Makes a moment known only to the civil day in the unit's zone.
    public init(day: Day, in zone: Zone) {
        instant = zone.start(of: day)
        offsetMinutes = zone.offsetMinutes(at: instant)
        precision = .day
        span = zone.start(of: day + 1) - instant
    }

    /// The earliest instant this can mean.
    public var earliest: Instant { instant }
    /// The latest instant this can mean.
    public var latest: Instant { precision == .day ? instant + (span - 1) : instant }
    /// The middle of what this can mean.
    public var middle: Instant { instant + span / 2 }
    /// The civil day at the recorded offset.
    public var day: Day { instant.civil(offsetMinutes: offsetMinutes).day }
    /// The time of day at the recorded offset.
    public var clock: ClockTime { ClockTime(secondOfDay: instant.civil(offsetMinutes: offsetMinutes).secondOfDay) }

    /// ISO 8601 text with seconds and offset; the bare day for precision `day`.
    public var text: String { precision == .day ? day.description : instant.text(offsetMinutes: offsetMinutes) }
    /// What a person reads: `2024-08-20 06:00`, the bare day for precision `day`.
    public var display: String { precision == .day ? day.description : "\(day) \(clock.text)" }
}

extension Moment {
    /// Why a text is not a time.
    public enum Problem: Error, Sendable, Equatable {
        /// The text is none of the documented forms.
        case unreadable(String)
        /// No such calendar day.
        case noSuchDay(String)
        /// No such time of day.
        case noSuchTime(String)
        /// The clock skipped this time in the unit's zone; the offsets before and after are named.
        case skipped(String, before: String, after: String)
        /// The clock showed this time twice in the unit's zone; both offsets are named.
        case repeated(String, first: String, second: String)
    }

    /// Reads ISO 8601 text; without an offset the time is in the unit's zone.
    ///
    /// `2024-08-20`, `2024-08-20T06:00`, `2024-08-20 06:00:30`, each with `Z` or `±hh:mm` where there is a time.
    /// An hour that does not exist or exists twice in the zone is refused with both offsets named.
    public init(iso text: String, zone: Zone) throws(Problem) {
        let trimmed = text.trimmingASCIISpaces
        guard trimmed.utf8.count >= 10 else { throw .unreadable(text) }
        let dayText = trimmed.prefix(10)
        guard let day = Day(dayText) else {
            throw Moment.looksLikeDay(dayText) ? .noSuchDay(String(dayText)) : .unreadable(text)
        }
        var rest = trimmed.dropFirst(10)
        if rest.isEmpty {
            self.init(day: day, in: zone)
            return
        }
        guard let separator = rest.utf8.first, separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else {
            throw .unreadable(text)
        }
        rest = rest.dropFirst()
        let offset = try Moment.takeOffset(&rest, of: text)
        guard rest.utf8.count == 5 || rest.utf8.count == 8 else { throw .unreadable(text) }
        guard let clock = ClockTime(rest) else {
            throw rest.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x3A })
                ? .noSuchTime(String(rest)) : .unreadable(text)
        }
        let precision: Precision = rest.utf8.count == 5 || clock.secondOfDay % 60 == 0 ? .minute : .second
        if let offset {
            let seconds = Int64(day.number) * 86_400 + Int64(clock.secondOfDay) - Int64(offset) * 60
            self.init(Instant(seconds: seconds), offsetMinutes: offset, precision: precision)
        } else {
            try self.init(day: day, clock: clock, zone: zone, precision: precision)
        }
    }

    /// Makes the moment at which the unit's clock shows `clock` on `day`; refuses a skipped or repeated hour.
    public init(day: Day, clock: ClockTime, zone: Zone, precision: Precision = .minute) throws(Problem) {
        let label = "\(day) \(clock.text)"
        switch zone.instants(on: day, at: clock) {
        case .unique(let instant):
            self.init(instant, offsetMinutes: zone.offsetMinutes(at: instant), precision: precision)
        case .skipped(let before, let after):
            throw .skipped(label, before: Instant.offsetText(before), after: Instant.offsetText(after))
        case .repeated(let first, let second):
            throw .repeated(
                label, first: Instant.offsetText(zone.offsetMinutes(at: first)),
                second: Instant.offsetText(zone.offsetMinutes(at: second)))
        }
    }

    private static func looksLikeDay(_ text: Substring) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 10 && bytes[4] == 0x2D && bytes[7] == 0x2D
            && Digits.value(bytes[0..<4] + bytes[5..<7] + bytes[8..<10]) != nil
    }

    /// Cuts a trailing `Z` or `±hh:mm` off a time; nil when there is none.
    private static func takeOffset(_ rest: inout Substring, of text: String) throws(Problem) -> Int? {
        if rest.hasSuffix("Z") {
            rest = rest.dropLast()
            return 0
        }
        guard let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        let parts = rest[rest.index(after: sign)...].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hours = Digits.value(parts[0].utf8),
            let minutes = Digits.value(parts[1].utf8), hours <= 14, minutes <= 59
        else { throw .unreadable(text) }
        let size = hours * 60 + minutes
        let offset = rest[sign] == "-" ? -size : size
        rest = rest[..<sign]
        return offset
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The text without leading and trailing ASCII spaces and tabs.
    var trimmingASCIISpaces: Substring {
        var result = self[...]
        while let first = result.first, first == " " || first == "\t" { result = result.dropFirst() }
        while let last = result.last, last == " " || last == "\t" { result = result.dropLast() }
        return result
    }
}
