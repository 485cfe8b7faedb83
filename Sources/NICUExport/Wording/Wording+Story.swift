internal import NICUCore

/// The words that stories for families and for the press share: days, spans, ages.
extension Wording {
    /// An alias in the language of the page, where it is written in both with a stroke between: `小乔 / Qiao`.
    func storyAlias(_ alias: String) -> String {
        let sides = alias.split(separator: " / ").map(String.init)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return alias }
        let chinese = sides.map { $0.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } }
        guard chinese[0] != chinese[1] else { return alias }
        return sides[chinese[0] == (language == .zh) ? 0 : 1]
    }

    /// The infant where no alias is recorded, as a sentence begins.
    func storyBaby() -> String { pick("宝宝", "Your baby") }

    /// A day as people say it.
    func storyDay(_ day: Day) -> String {
        let parts = day.parts
        return pick(
            "\(parts.year)年\(parts.month)月\(parts.day)日",
            "\(parts.day) \(Wording.months[parts.month - 1]) \(parts.year)")
    }

    /// A month as people say it.
    func storyMonth(_ day: Day) -> String {
        let parts = day.parts
        return pick("\(parts.year)年\(parts.month)月", "\(Wording.months[parts.month - 1]) \(parts.year)")
    }

    /// From one day to another; without an end it goes on.
    func storySpan(_ from: Day, _ to: Day?) -> String {
        guard let to else { return pick("\(storyDay(from))起", "since \(storyDay(from))") }
        guard from != to else { return storyDay(from) }
        let (a, b) = (from.parts, to.parts)
        if a.year == b.year, a.month == b.month {
            return pick(
                "\(storyDay(from))至\(b.day)日", "\(a.day)–\(b.day) \(Wording.months[a.month - 1]) \(a.year)")
        }
        if a.year == b.year {
            return pick(
                "\(storyDay(from))至\(b.month)月\(b.day)日",
                "\(a.day) \(Wording.months[a.month - 1]) – \(storyDay(to))")
        }
        return pick("\(storyDay(from))至\(storyDay(to))", "\(storyDay(from)) – \(storyDay(to))")
    }

    /// The names of the months.
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// An age as people count it: days alone in the first two weeks, then with the weeks, from half a year on in months.
    func storyAge(_ from: Day, _ to: Day) -> String {
        let days = to - from
        guard days >= 14 else { return storyDays(days) }
        if days >= 183 {
            let (a, b) = (from.parts, to.parts)
            let months = (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
            return storyMonths(months)
        }
        let (weeks, rest) = (days / 7, days % 7)
        return rest == 0
            ? pick("\(days) 天（\(weeks) 周）", "\(days) days (\(weeks) weeks)")
            : pick("\(days) 天（\(weeks) 周 \(rest) 天）", "\(days) days (\(storyWeeks(weeks)), \(storyDays(rest)))")
    }

    /// Completed months, from two years on with the years.
    private func storyMonths(_ months: Int) -> String {
        let (years, rest) = (months / 12, months % 12)
        guard years >= 2 else { return pick("\(months) 个月", "\(months) months") }
        guard rest > 0 else { return pick("\(years) 岁", "\(years) years") }
        return pick("\(years) 岁 \(rest) 个月", "\(years) years, \(rest == 1 ? "1 month" : "\(rest) months")")
    }

    /// A number of days.
    func storyDays(_ days: Int) -> String { pick("\(days) 天", days == 1 ? "1 day" : "\(days) days") }

    /// A number of weeks.
    func storyWeeks(_ weeks: Int) -> String { pick("\(weeks) 周", weeks == 1 ? "1 week" : "\(weeks) weeks") }

    /// Weeks of pregnancy with their days, in words.
    func storyPregnancy(_ days: Int) -> String {
        let (weeks, rest) = (days / 7, days % 7)
        return rest == 0
            ? pick("\(weeks) 周", "\(weeks) weeks")
            : pick("\(weeks) 周零 \(rest) 天", "\(weeks) weeks and \(storyDays(rest))")
    }

    /// What is read out in place of the chart.
    func storyChartTitle(_ first: Int, _ last: WeekWeight) -> String {
        pick(
            "每周体重的折线图：从 \(first) 克到第 \(last.week) 周的 \(last.grams) 克",
            "A line of the weekly weights, from \(first) grams to \(last.grams) grams in week \(last.week)")
    }

    /// The words at the axis of weeks.
    func storyWeekAxis() -> String { pick("出生后第几周", "weeks after birth") }
    /// The words at the axis of grams.
    func storyGramAxis() -> String { pick("体重（克）", "weight in grams") }
}
