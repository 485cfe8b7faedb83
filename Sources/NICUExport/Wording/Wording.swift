public import NICUCore

/// The languages of human output.
public enum Language: String, Sendable, Hashable, CaseIterable { case zh, en }

/// Every human sentence of the product, in Chinese and in English.
///
/// Numbers, ids and codes are the same in both. Times are shown on the unit's clock.
public struct Wording: Sendable {
    /// The language of the sentences.
    public let language: Language
    /// The zone in which instants are shown.
    public let zone: Zone
    /// The columns of the reader's terminal; nil where lines may be as long as they are.
    public let columns: Int?

    /// Makes the words for a language, a zone and a width.
    public init(_ language: Language, zone: Zone = .utc, columns: Int? = nil) {
        self.language = language
        self.zone = zone
        self.columns = columns
    }

    /// The words inside JSON: English whatever the reader's language, since JSON never varies with it.
    public static func ofMachines(_ zone: Zone) -> Wording { Wording(.en, zone: zone) }

    /// The text of the language in use.
    public func pick(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// An instant on the unit's clock, to the minute.
    public func time(_ instant: Instant) -> String { zone.moment(at: instant, precision: .minute).display }

    /// A length as days and hours.
    public func length(_ hours: Hours) -> String {
        let whole = hours.completed
        return pick("\(whole) 小时", "\(whole) h")
    }

    /// Shifts in order; days of which every shift is among them together.
    public func shifts(_ shifts: [Shift]) -> String {
        let byDay = Dictionary(grouping: shifts, by: \.day)
        func isWhole(_ day: Day) -> Bool { byDay[day]?.count == WardClock.shiftNames.count }
        var parts: [String] = []
        var whole: [Day] = []
        func close() {
            guard let first = whole.first, let last = whole.last else { return }
            let days = first == last ? "\(first)" : pick("\(first) 至 \(last)", "\(first) to \(last)")
            parts.append(pick("\(days) 各班", "all of \(days)"))
            whole = []
        }
        for shift in shifts {
            if isWhole(shift.day) {
                if whole.last == shift.day { continue }
                if let last = whole.last, last + 1 != shift.day { close() }
                whole.append(shift.day)
            } else {
                close()
                parts.append(shift.description)
            }
        }
        close()
        return list(parts)
    }

    /// A list of words.
    public func list(_ words: [String]) -> String { words.joined(separator: pick("、", ", ")) }

    /// Who asks what; the two instants and the fingerprint of an answer.
    public func stamp(asOf: Moment, knownAt: KnownAt, head: LedgerHead) -> String {
        let known =
            switch knownAt {
            case .now(let instant): time(instant)
            case .instant(let instant): time(instant)
            case .position(let position): "#\(position)"
            }
        return pick(
            "截至 \(asOf.display)，已知至 \(known)，账本 \(head.fingerprint)",
            "as of \(asOf.display), known at \(known), ledger \(head.fingerprint)")
    }

    /// Day of life and postmenstrual age as people read them; past 50 weeks the corrected age in its place.
    public func ages(day: Int?, postmenstrual: PostmenstrualAge?) -> String {
        let life = day.map { pick("日龄 \($0) 天", "age \($0) d") } ?? pick("日龄不详", "age unknown")
        let corrected =
            postmenstrual.map { age in
                age.days <= Wording.lastDayOfPostmenstrualAge
                    ? pick("矫正胎龄 \(age)", "PMA \(age)")
                    : pick("矫正日龄 \(age.corrected.days) 天", "corrected \(age.corrected.days) d")
            } ?? pick("胎龄不详", "PMA unknown")
        return life + pick("，", ", ") + corrected
    }
    /// 50+0: the last day on which the postnatal chart of preterm infants counts in postmenstrual weeks.
    static let lastDayOfPostmenstrualAge = 350

    /// A signed number with its decimals, a true minus sign and a plus where it rises.
    public static func signed(_ value: Double, _ decimals: Int) -> String {
        let digits = fixed(abs(value), decimals)
        let isZero = !digits.contains { $0 != "0" && $0 != "." }
        return isZero ? digits : (value < 0 ? "−" : "+") + digits
    }

    /// A z-score for people: two decimals, a true minus sign.
    public static func z(_ value: Double) -> String { minus(value, 2) }

    /// A number with its decimals and a true minus sign, none where it rounds to 0.
    public static func minus(_ value: Double, _ decimals: Int) -> String {
        let text = signed(value, decimals)
        return text.hasPrefix("+") ? String(text.dropFirst()) : text
    }

    /// A centile for people: one decimal below 1 and above 99, whole otherwise, `<0.1` and `>99.9` at the ends.
    public static func centile(_ value: Double) -> String {
        if value < 0.1 { return "<0.1" }
        if value > 99.9 { return ">99.9" }
        return value < 1 || value > 99 ? fixed(value, 1) : fixed(value, 0)
    }

    /// A number rounded half away from zero to a fixed number of decimals, without a locale.
    public static func fixed(_ value: Double, _ decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
        guard abs(scaled) < 1e15 else { return "\(value)" }
        return FixedDecimal(significand: Int64(scaled), decimals: decimals).padded
    }
}
