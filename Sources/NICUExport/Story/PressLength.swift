internal import NICUCore

/// How long the stays were, no finer than leaves the days of birth and of going home open.
///
/// The page names the month of birth and the month of the end. A length of life in days beside them leaves only those days of birth
/// from which it leads into that month: whoever was born in August and went home in October after 91 days was born on the 1st. Days
/// are told where at least ``leastDays`` days of birth remain, else weeks where so many remain, else neither lengths nor ages. A
/// stay is never longer than the life, so that what is open for the life is open for the stay.
struct PressLength: Sendable, Hashable {
    /// How finely it is told.
    enum Fineness: Sendable, Hashable { case days, weeks, none }

    /// The fewest days of birth that must remain possible (an operational default: half a month).
    static let leastDays = 14

    let days: Int
    let fineness: Fineness

    /// Makes one of the life so far, and of the days of all stays together.
    init(born: Day, to: Day, days: Int, isInWeeks: Bool) {
        self.days = days
        let length = to - born
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
