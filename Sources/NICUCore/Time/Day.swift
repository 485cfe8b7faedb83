/// A civil day of the proleptic Gregorian calendar, counted from 1970-01-01.
///
/// Ages are differences of days; hours are differences of ``Instant``s; neither is ever derived from the other.
public struct Day: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    /// Makes the day that lies `number` days after 1970-01-01.
    public init(number: Int) { self.number = number }

    /// Makes a day from its calendar parts; nil where the calendar has no such day (31 February, month 13).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil: years start in March, so the leap day is the last of its year.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `YYYY-MM-DD`; nil for any other text and for days that do not exist.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Digits.value(bytes[0..<4]), let month = Digits.value(bytes[5..<7]),
            let day = Digits.value(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march + (march < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
    }

    /// Day of the week, 0 = Sunday.
    public var weekday: Int { ((number + 4) % 7 + 7) % 7 }

    /// Number of days in a month.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Orders by size or time.
    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    /// Whole days from `b` to `a`.
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }
    /// The day `days` later.
    public static func + (a: Day, days: Int) -> Day { Day(number: a.number + days) }
}

extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        return "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
    }
}

/// Plain ASCII digits, read and written without a locale.
enum Digits {
    /// The value of a run of ASCII digits; nil when empty, overlong or anything else stands in it.
    static func value(_ bytes: some Sequence<UInt8>) -> Int? {
        var result = 0
        var count = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39, count < 18 else { return nil }
            result = result * 10 + Int(byte - 0x30)
            count += 1
        }
        return count == 0 ? nil : result
    }

    /// `value` with leading zeros up to `width`.
    static func padded(_ value: Int, _ width: Int) -> String {
        let text = String(value.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - text.utf8.count))
        return (value < 0 ? "-" : "") + zeros + text
    }
}
