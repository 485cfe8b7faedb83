/// A point in time in whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Sendable, Hashable, Comparable {
    /// Seconds since the epoch, leap seconds not counted.
    public let seconds: Int64

    /// Makes an instant from seconds since the epoch.
    public init(seconds: Int64) { self.seconds = seconds }

    /// Orders by size or time.
    public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
    /// Seconds from `b` to `a`.
    public static func - (a: Instant, b: Instant) -> Int64 { a.seconds - b.seconds }
    /// The instant `seconds` later.
    public static func + (a: Instant, seconds: Int64) -> Instant { Instant(seconds: a.seconds + seconds) }
    /// The instant `seconds` earlier.
    public static func - (a: Instant, seconds: Int64) -> Instant { Instant(seconds: a.seconds - seconds) }

    /// The civil day and the second of that day at an offset.
    public func civil(offsetMinutes: Int) -> (day: Day, secondOfDay: Int) {
        let local = Int(seconds) + offsetMinutes * 60
        let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        return (Day(number: day), local - day * 86_400)
    }

    /// ISO 8601 text with seconds and offset, `2024-08-20T06:00:00+08:00`; `Z` for UTC.
    public func text(offsetMinutes: Int = 0) -> String {
        let (day, second) = civil(offsetMinutes: offsetMinutes)
        let clock = ClockTime(secondOfDay: second)
        return "\(day)T\(clock.withSeconds)\(Instant.offsetText(offsetMinutes))"
    }

    static func offsetText(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let size = abs(minutes)
        return (minutes < 0 ? "-" : "+") + Digits.padded(size / 60, 2) + ":" + Digits.padded(size % 60, 2)
    }
}

/// Hours elapsed between two instants, as a count of seconds that compares exactly.
public struct Hours: Sendable, Hashable, Comparable {
    /// The length in seconds.
    public let seconds: Int64
    /// The longest length that whole hours make, more than a thousand years: an instant can be moved by it safely.
    private static let most = 10_000_000
    /// Makes a length from whole hours; beyond a thousand years it is held there.
    public init(_ hours: Int) { seconds = Int64(min(max(hours, -Hours.most), Hours.most)) * 3600 }
    /// Makes a length from seconds.
    public init(seconds: Int64) { self.seconds = seconds }
    /// Completed hours.
    public var completed: Int { Int(seconds / 3600) }
    /// Orders by size or time.
    public static func < (a: Hours, b: Hours) -> Bool { a.seconds < b.seconds }
}

/// A time of day on the ward clock.
public struct ClockTime: Sendable, Hashable, Comparable {
    /// Seconds since 00:00, below 86 400.
    public let secondOfDay: Int

    /// Makes a time from seconds since midnight.
    public init(secondOfDay: Int) { self.secondOfDay = secondOfDay }

    /// Makes a time from its parts; nil outside 00:00:00–23:59:59.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        secondOfDay = hour * 3600 + minute * 60 + second
    }

    /// Reads `HH:MM` or `HH:MM:SS`; nil for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Digits.value(parts[0].utf8), let minute = Digits.value(parts[1].utf8),
            let second = parts.count == 3 ? Digits.value(parts[2].utf8) : 0
        else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }

    /// `HH:MM`.
    public var text: String { Digits.padded(secondOfDay / 3600, 2) + ":" + Digits.padded(secondOfDay / 60 % 60, 2) }
    /// `HH:MM:SS`.
    public var withSeconds: String { text + ":" + Digits.padded(secondOfDay % 60, 2) }

    /// Orders by size or time.
    public static func < (a: ClockTime, b: ClockTime) -> Bool { a.secondOfDay < b.secondOfDay }
}
