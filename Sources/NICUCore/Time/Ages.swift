/// Gestational age in completed days, written in weeks and days: `27+3` = 192 days.
///
/// Valid from 20+0 to 44+0 (140–308 days); outside that range there is no value.
public struct GestationalAge: Sendable, Hashable, Comparable {
    /// Completed days since the first day of the last menstrual period.
    public let days: Int

    /// The range a gestational age at birth can have, in days.
    public static let range = 140...308

    /// Makes an age from days; nil outside ``range``.
    public init?(days: Int) {
        guard GestationalAge.range.contains(days) else { return nil }
        self.days = days
    }

    /// Why a text is not a gestational age.
    public enum Problem: Error, Sendable, Equatable {
        /// Not `27+3` or `27w3d`.
        case unreadable(String)
        /// More than 6 days behind the weeks.
        case daysBeyondWeek(String)
        /// Outside 20+0–44+0.
        case outOfRange(String)
    }

    /// Reads `27+3` or `27w3d`; bare weeks are refused, since the days would be a guess.
    public init(_ text: String) throws(Problem) {
        let bytes = Array(text.trimmingASCIISpaces.utf8)
        var parts = bytes.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
        if parts.count != 2, bytes.last.map({ $0 | 0x20 }) == UInt8(ascii: "d") {
            parts = bytes.dropLast().split(omittingEmptySubsequences: false) { ($0 | 0x20) == UInt8(ascii: "w") }
        }
        guard parts.count == 2, let weeks = Digits.value(parts[0]), let days = Digits.value(parts[1]),
            parts[0].count <= 2, parts[1].count == 1
        else { throw .unreadable(text) }
        guard days <= 6 else { throw .daysBeyondWeek(text) }
        guard let age = GestationalAge(days: weeks * 7 + days) else { throw .outOfRange(text) }
        self = age
    }

    /// Orders by size or time.
    public static func < (a: GestationalAge, b: GestationalAge) -> Bool { a.days < b.days }
}

extension GestationalAge: CustomStringConvertible {
    /// `27+3`.
    public var description: String { weeksAndDays(days) }
}

/// Days written as weeks and days, `40+2`.
public func weeksAndDays(_ days: Int) -> String {
    (days < 0 ? "-" : "") + "\(abs(days) / 7)+\(abs(days) % 7)"
}

/// Completed civil days since birth; the day of birth is day 0.
public struct PostnatalAge: Sendable, Hashable, Comparable {
    /// Civil days since the day of birth.
    public let days: Int
    /// Counts the civil days from birth; negative before birth.
    public init(born: Day, on day: Day) { days = day - born }
    /// Orders by size or time.
    public static func < (a: PostnatalAge, b: PostnatalAge) -> Bool { a.days < b.days }
}

/// Gestational age at birth plus the civil days since: 27+0 is 40+2 on day 93.
public struct PostmenstrualAge: Sendable, Hashable, Comparable {
    /// Days since the first day of the last menstrual period.
    public let days: Int
    /// Makes an age from days.
    public init(days: Int) { self.days = days }
    /// Adds the postnatal age to the gestational age at birth.
    public init(_ gestationalAge: GestationalAge, _ age: PostnatalAge) { days = gestationalAge.days + age.days }
    /// Orders by size or time.
    public static func < (a: PostmenstrualAge, b: PostmenstrualAge) -> Bool { a.days < b.days }
    /// Days since the due date (40+0); negative before it.
    public var corrected: CorrectedAge { CorrectedAge(days: days - GrowthAxis.dueDate) }
}

/// Civil days since the due date, 40+0.
public struct CorrectedAge: Sendable, Hashable, Comparable {
    /// Days since 40+0; negative before it.
    public let days: Int
    /// Makes an age from days since the due date.
    public init(days: Int) { self.days = days }
    /// Orders by size or time.
    public static func < (a: CorrectedAge, b: CorrectedAge) -> Bool { a.days < b.days }
}

extension PostmenstrualAge: CustomStringConvertible {
    /// `40+2`.
    public var description: String { weeksAndDays(days) }
}
