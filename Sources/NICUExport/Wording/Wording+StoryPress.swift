internal import NICUCore

/// The sentences of a page for the press: months, weeks and grams.
extension Wording {
    /// The title.
    func pressTitle(_ alias: String) -> String { pick("\(alias)的故事", "The story of \(alias)") }

    /// The heading of a part.
    func press(_ part: PressPart) -> String {
        switch part {
        case .beginning: pick("最初的日子", "The first days")
        case .breathing: pick("呼吸", "Breathing")
        case .drinking: pick("学会喝奶", "Learning to drink")
        case .held: pick("拥抱", "Being held")
        case .growing: pick("长大", "Growing")
        }
    }

    /// The label of a figure.
    func press(_ figure: PressFigure) -> String {
        switch figure {
        case .pregnancy: pick("怀孕", "Born after")
        case .birthWeight: pick("出生体重", "Weight at birth")
        case .length: pick("住院", "In hospital")
        case .homeWeight: pick("回家时体重", "Weight on going home")
        case .lastWeight: pick("最近体重", "Last weight")
        }
    }

    /// An age or a length: days in the first two weeks, whole weeks later.
    func pressAge(days: Int) -> String { days < 14 ? storyDays(days) : storyWeeks(days / 7) }

    /// Birth in one sentence.
    func pressBorn(_ alias: String, _ born: Day, weeks: Int?, grams: Int?) -> String {
        let pregnancy =
            weeks.map { weeks in
                // 37 weeks: born at term from then on.
                weeks < 37
                    ? pick(
                        "，怀孕 \(weeks) 周，比预产期早了大约 \(40 - weeks) 周",
                        " after \(weeks) weeks of pregnancy, about \(40 - weeks) weeks before the due date")
                    : pick("，怀孕 \(weeks) 周", " after \(weeks) weeks of pregnancy")
            } ?? ""
        let weight = grams.map { pick("，体重 \($0) 克", ", and weighed \($0) grams") } ?? ""
        return pick(
            "\(alias)出生在\(storyMonth(born))\(pregnancy)\(weight)。",
            "\(alias) was born in \(storyMonth(born))\(pregnancy)\(weight).")
    }

    /// How the stay ended, or that it goes on.
    func pressEnd(_ alias: String, _ day: Day, _ end: Destination?, _ length: PressLength?, grams: Int?) -> String {
        let month = storyMonth(day)
        let long = length?.words(self)
        let after = long.map { pick("，在新生儿监护病房住了 \($0)以后", ", after \($0) in intensive care") } ?? ""
        let weight = grams.map { pick("，体重 \($0) 克", ", weighing \($0) grams") } ?? ""
        switch end {
        case nil:
            let here = long.map { pick("，已经住了 \($0)", ", after \($0)") } ?? ""
            return pick(
                "\(month)，\(alias)还住在新生儿监护病房\(here)\(weight)。",
                "In \(month)\(here), \(alias) is still in intensive care\(weight).")
        case .home:
            return pick("\(month)\(after)，\(alias)回家了\(weight)。", "In \(month)\(after), \(alias) went home\(weight).")
        case .death: return pick("\(month)，\(alias)离开了我们。", "In \(month), \(alias) died.")
        case .withdrawal:
            return pick("\(month)，\(alias)的住院结束了。", "In \(month), the time in hospital ended for \(alias).")
        case .transfer:
            return pick(
                "\(month)\(after)，\(alias)转到另一家医院\(weight)。",
                "In \(month)\(after), \(alias) moved to another hospital\(weight).")
        default:
            return pick(
                "\(month)\(after)，\(alias)离开了医院\(weight)。", "In \(month)\(after), \(alias) left the hospital\(weight).")
        }
    }

    /// The first days.
    func pressBeginning(_ alias: String, lowest: Int, regained: String?) -> String {
        let back = regained.map {
            pick("；出生 \($0)后回到了出生时的重量", ". At the age of \($0) the weight of birth was reached again")
        }
        return pick(
            "像许多宝宝一样，\(alias)起初轻了一些，最轻时 \(lowest) 克\(back ?? "")。",
            "Like many babies \(alias) first lost some weight; the lowest was \(lowest) grams\(back ?? "").")
    }

    /// What helped with breathing.
    func pressHelped(_ alias: String) -> String { pick("帮\(alias)呼吸的有：", "\(alias) was helped to breathe by:") }

    /// How long one kind of help was needed.
    func pressSupport(_ id: String, length: String) -> String? {
        switch id {
        case "ventilator": pick("呼吸机：\(length)", "a breathing machine, \(length)")
        case "non_invasive": pick("鼻罩轻轻送气：\(length)", "gentle air through a mask at the nose, \(length)")
        case "high_flow": pick("小鼻管送来温暖的气流：\(length)", "a flow of warm air from small tubes at the nose, \(length)")
        default: nil
        }
    }

    /// Breathing without help.
    func pressAlone(_ alias: String, _ age: String) -> String {
        pick("出生 \(age)以后，\(alias)完全自己呼吸。", "From the age of \(age) \(alias) breathed without any help.")
    }

    /// Drinking for the first time.
    func pressFirstDrink(_ alias: String, _ age: String) -> String {
        pick("出生 \(age)以后，\(alias)开始学着用嘴喝奶。", "At the age of \(age) \(alias) began to learn to drink.")
    }

    /// Drinking everything.
    func pressDrinks(_ alias: String, _ age: String) -> String {
        pick("出生 \(age)以后，所有的奶都自己喝下去。", "From the age of \(age) every drop went by mouth.")
    }

    /// Held skin to skin.
    func pressHeld(_ alias: String, _ age: String) -> String {
        pick(
            "出生 \(age)以后，\(alias)第一次贴在家人胸前。",
            "At the age of \(age) \(alias) lay skin to skin on the chest of the family for the first time.")
    }

    /// The table of weeks, without days.
    func pressWeeks(_ weeks: [WeekWeight]) -> StoryTable {
        StoryTable(
            caption: pick("每周最后一次体重", "The last weight of each week"),
            head: [pick("周", "week"), pick("体重", "weight")],
            rows: weeks.map {
                [
                    $0.week == 0 ? pick("出生", "birth") : pick("第 \($0.week) 周", "week \($0.week)"), "\($0.grams) g",
                ]
            }, numbers: [1])
    }

    /// What is said once.
    func pressNotices() -> [String] {
        [
            pick(
                "家人同意公开这些内容，并可以收回同意。文中是化名；姓名、号码、地点和月份以下的日期都没有写。",
                "The family agreed that this may be told, and may take that back. The name is an alias; real names, numbers, places and days are left out."
            ),
            pick(
                "数字取自病历。每个早产的孩子都走自己的路，这里写的不能当作别的孩子的预期，也不是医疗建议。",
                "The figures come from the record. Every child born early goes a way of its own: nothing here foretells another child’s, and nothing is medical advice."
            ),
        ]
    }
}
