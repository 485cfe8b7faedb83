internal import NICUCore

/// The sentences of a family's page: who, how old, how heavy.
extension Wording {
    /// The title.
    func familyTitle(_ alias: String?) -> String {
        alias.map { pick("\($0)的成长故事", "The story of \($0)") } ?? pick("宝宝的成长故事", "Your baby’s story")
    }

    /// What stands under the title.
    func familySubtitle(unit: String, day: Day) -> String {
        pick("\(unit) · 写到\(storyDay(day))", "\(unit) · up to \(storyDay(day))")
    }

    /// The heading of a part.
    func family(_ part: FamilyPart, _ who: String, isHere: Bool) -> String {
        switch part {
        case .age: pick("多大了", "How old")
        case .weight: pick("长了多少", "Growing")
        case .breathing: pick("呼吸", "Breathing")
        case .feeding: pick("吃奶", "Feeding")
        case .warmth: pick("保暖与拥抱", "Warmth and being held")
        case .screens: pick("做过的检查", "Checks")
        case .vaccines: pick("疫苗", "Vaccines")
        case .appointments: pick("约好的日子", "Appointments")
        case .waiting: pick("还在等什么", "What we are still waiting for")
        case .outlook: pick("往后看", "Looking ahead")
        case .learned: pick("家人学会了", "What you have learned")
        case .questions:
            isHere ? pick("查房时可以问", "Questions for the round") : pick("复诊时可以问", "Questions for the next visit")
        case .contact: pick("可以问谁", "Whom to ask")
        }
    }

    /// The label of a figure.
    func family(_ figure: FamilyFigure) -> String {
        switch figure {
        case .age: pick("出生以来", "Age since birth")
        case .corrected: pick("矫正年龄", "Corrected age")
        case .weight: pick("最近体重", "Last weight")
        case .gained: pick("和出生时比", "Compared with birth")
        case .breathing: pick("呼吸", "Breathing")
        case .feeding: pick("吃奶", "Feeding")
        case .warmth: pick("睡在", "Sleeps in")
        }
    }

    /// Who it is about, inside a sentence.
    func inside(_ who: String) -> String { who == storyBaby() ? pick("宝宝", "your baby") : who }

    /// Birth in one sentence.
    func familyBorn(_ who: String, _ born: Day, _ pregnancy: GestationalAge?, grams: Int?) -> String {
        let week = pregnancy.map {
            pick("，怀孕 \(storyPregnancy($0.days))时", " after \(storyPregnancy($0.days)) of pregnancy")
        }
        let weight = grams.map { pick("，体重 \($0) 克", ", weighing \($0) grams") }
        return pick(
            "\(who)出生于\(storyDay(born))\(week ?? "")\(weight ?? "")。",
            "\(who) was born on \(storyDay(born))\(week ?? "")\(weight ?? "").")
    }

    /// One stay in one sentence; a later one says so.
    func familyStay(_ who: String, _ stay: StoryStay, isFirst: Bool) -> String {
        let from = storyDay(stay.from)
        guard let to = stay.to, let end = stay.end else {
            return stay.isBirth
                ? pick("出生后就住在我们这里。", "Here with us since birth.")
                : isFirst
                    ? pick("\(from)来到我们这里。", "Here with us since \(from).")
                    : pick("\(from)又来到我们这里。", "Back with us since \(from).")
        }
        let days = storyDays(to - stay.from)
        let left: String =
            switch end {
            case .home: pick("回家", "went home")
            case .transfer: pick("转到另一家医院", "moved to another hospital")
            case .community: pick("转到社区照护", "moved on to care in the community")
            default: pick("离开医院", "left the hospital")
            }
        guard isFirst else {
            return pick(
                "\(from)又来到我们这里，住了 \(days)，\(storyDay(to))\(left)。",
                "Back with us on \(from) for \(days); on \(storyDay(to)) \(inside(who)) \(left).")
        }
        return pick(
            "在我们这里住了 \(days)，\(storyDay(to))\(left)。",
            "After \(days) with us, \(inside(who)) \(left) on \(storyDay(to)).")
    }

    /// The age after the pregnancy.
    func familyCorrected(_ age: PostmenstrualAge, on day: Day) -> String {
        let corrected = age.corrected.days
        guard corrected >= 0 else {
            return pick("相当于怀孕 \(storyPregnancy(age.days))", "as in week \(age.days / 7) of pregnancy")
        }
        return corrected == 0 ? pick("今天是预产期", "the due date is today") : storyAge(day + -corrected, day)
    }

    /// The last weight, with its day where that is another one.
    func familyLastWeight(_ grams: Int, _ weighed: Day, on day: Day) -> String {
        weighed == day ? "\(grams) g" : pick("\(grams) g（\(storyDay(weighed))）", "\(grams) g (\(storyDay(weighed)))")
    }

    /// A change of weight with its sign.
    func familyGained(_ grams: Int) -> String {
        grams < 0 ? pick("轻 \(-grams) g", "\(-grams) g less") : pick("重了 \(grams) g", "\(grams) g more")
    }

    /// The two ages explained.
    func familyAges(_ who: String, born: Day, due: Day, on day: Day, _ corrected: PostmenstrualAge) -> String {
        let lived = storyAge(born, day)
        let first = pick(
            "从出生那天算起，\(who)已经 \(lived)大。预产期原本在\(storyDay(due))前后。",
            "Counted from birth, \(inside(who)) is \(lived) old. The due date would have been around \(storyDay(due))."
        )
        let days = corrected.corrected.days
        let second: String =
            if days < 0 {
                pick(
                    "如果还在妈妈肚子里，现在是怀孕 \(storyPregnancy(corrected.days))。",
                    "Still in the womb, this would now be \(storyPregnancy(corrected.days)) of pregnancy.")
            } else {
                pick(
                    "从预产期算起是 \(storyAge(due, day))，这叫“矫正年龄”。",
                    "Counted from the due date it is \(storyAge(due, day)): this is called the corrected age.")
            }
        return first + pick("", " ") + second
    }

    /// Where the length of the pregnancy is not known.
    func familyAgeAlone(_ who: String, born: Day, on day: Day) -> String {
        pick(
            "从出生那天算起，\(who)已经 \(storyAge(born, day))大。怀孕多少周没有确定，所以这里不写矫正年龄。",
            "Counted from birth, \(inside(who)) is \(storyAge(born, day)) old. How many weeks the pregnancy lasted is not certain, so no corrected age is given here."
        )
    }

    /// Which of the two ages is for what.
    func familyWhichAge() -> String {
        pick(
            "看长大和发育用矫正年龄，因为早来的那些周本该在妈妈肚子里度过；打疫苗按出生后的年龄。两个年龄都对。",
            "Growth and development are looked at by the corrected age, because the weeks before the due date belong to the pregnancy. Vaccines go by the age since birth. Both ages are right."
        )
    }

    /// The weight from birth to now.
    func familyWeight(
        _ who: String, birth: Int?, nadir: GrowthSummary.Mark?, regained: GrowthSummary.Mark?, last: Int, on day: Day
    ) -> String {
        let now = pick(
            "\(storyDay(day))称的体重是 \(last) 克", "On \(storyDay(day)) the scale showed \(last) grams")
        guard let birth else { return now + pick("。出生时的体重没有记录。", ". The weight at birth is not written down.") }
        var text = pick("出生时 \(birth) 克。", "\(birth) grams at birth. ")
        if let nadir, nadir.dayOfLife > 0 {
            text += pick(
                "刚出生的日子体重会先降一些，最轻是 \(nadir.value) 克（\(storyDay(nadir.day))）",
                "In the first days of life weight goes down for a while; the lowest was \(nadir.value) grams (\(storyDay(nadir.day)))"
            )
            if let regained {
                text += pick(
                    "，\(storyDay(regained.day))回到了出生体重",
                    ", and by \(storyDay(regained.day)) the birth weight was reached again")
            }
            text += pick("。", ". ")
        }
        guard last != birth else { return text + now + pick("。", ".") }
        let change = pick(
            last > birth ? "比出生时多 \(last - birth) 克" : "比出生时少 \(birth - last) 克",
            last > birth ? "\(last - birth) grams more than at birth" : "\(birth - last) grams less than at birth")
        let times =
            last >= 2 * birth
            ? pick(
                "，是出生时的 \(Wording.fixed(Double(last) / Double(birth), 1)) 倍",
                ", \(Wording.fixed(Double(last) / Double(birth), 1)) times as much") : ""
        return text + now + pick("，", ", ") + change + times + pick("。", ".")
    }

    /// Why there is no other line in the chart.
    func familyOwnLine() -> String {
        pick(
            "图里只有宝宝自己的体重，没有“应该”走的线：每个宝宝都有自己的步子。有几天不长、甚至轻一点也会有；想知道医生怎么看，请随时问。",
            "The picture shows this baby’s own weights and no line that a baby should follow: every child has a pace of its own. Days without a gain happen. If you wonder how the team sees it, please ask."
        )
    }

    /// The table of weeks.
    func familyWeeks(_ weeks: [WeekWeight]) -> StoryTable {
        let rows = weeks.enumerated().map { place, week in
            let change = place == 0 ? "" : Wording.signed(Double(week.grams - weeks[place - 1].grams), 0) + " g"
            return [
                week.week == 0 ? pick("出生", "birth") : pick("第 \(week.week) 周", "week \(week.week)"),
                storyDay(week.day), "\(week.grams) g", change,
            ]
        }
        return StoryTable(
            caption: pick("每周最后一次体重", "The last weight of each week"),
            head: [pick("周", "week"), pick("日期", "date"), pick("体重", "weight"), pick("比上次", "change")],
            rows: rows, numbers: [2, 3], dates: 1)
    }

    /// Weights from after the stay.
    func familyLaterWeights() -> String { pick("离开医院以后，别处称的体重：", "Weighed elsewhere since leaving the hospital:") }

    /// One weight from after the stay.
    func familyLaterWeight(_ day: Day, _ grams: String, place: String?) -> String {
        storyDay(day) + pick("：", ": ") + "\(grams) g"
            + (place.map { pick("（\($0)）", " (\($0))") } ?? "")
    }

    /// A part of which nothing is recorded.
    func familyNotWritten() -> String {
        pick(
            "病历里还没有写到这一项；没有写不等于没有，请问我们。",
            "Nothing is written about this yet. That does not mean there is nothing: please ask us.")
    }
}
