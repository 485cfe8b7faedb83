internal import NICUCore

/// How long a stay was, no finer than leaves the days of birth and of going home open.
///
/// The page names the month of birth and the month of the end. A length in days beside them leaves only those days of birth from
/// which it leads into that month: born in August and home in October after 62 days can only have been born on the 30th or before,
/// after 91 days on the 1st alone. Days are told where at least ``leastDays`` days of birth remain, else weeks where so many remain,
/// else nothing.
struct PressLength: Sendable, Hashable {
    /// How finely it is told.
    enum Fineness: Sendable, Hashable { case days, weeks, none }

    /// The fewest days of birth that must remain possible (an operational default: half a month).
    static let leastDays = 14

    let days: Int
    let fineness: Fineness

    init(born: Day, from: Day, to: Day, isInWeeks: Bool) {
        days = to - from
        // Of a stay that began later than birth the page does not tell when, so that nothing is counted from it.
        guard from == born else {
            fineness = isInWeeks ? .weeks : .days
            return
        }
        let length = to - from
        if !isInWeeks, PressLength.possible(born, to, length...length) >= PressLength.leastDays {
            fineness = .days
        } else if PressLength.possible(born, to, length / 7 * 7...length / 7 * 7 + 6) >= PressLength.leastDays {
            fineness = .weeks
        } else {
            fineness = .none
        }
    }

    /// The days of the month of birth from which one of the lengths leads into the month of the end.
    static func possible(_ born: Day, _ end: Day, _ lengths: ClosedRange<Int>) -> Int {
        let (month, last) = (born.parts, end.parts)
        let first = born + (1 - month.day)
        return (0..<Day.length(ofMonth: month.month, year: month.year)).count { offset in
            lengths.contains { length in
                let parts = (first + (offset + length)).parts
                return parts.year == last.year && parts.month == last.month
            }
        }
    }

    /// The length in words; nil where it is not told.
    func words(_ wording: Wording) -> String? {
        switch fineness {
        case .days: wording.storyDays(days)
        case .weeks: wording.storyWeeks(days / 7)
        case .none: nil
        }
    }
}
