internal import NICUCore

/// What comes next on a family's page: appointments, what is waited for, learned and asked, and what is said once.
extension Wording {
    /// The table of checks.
    func familyScreens(_ rows: [[String]]) -> StoryTable {
        StoryTable(
            caption: pick("每项检查最近一次的结果", "The latest result of each check"),
            head: [pick("检查", "check"), pick("日期", "date"), pick("结果", "result")], rows: rows, dates: 1)
    }

    /// The sentence before checks of the schedule that the record does not show as done.
    func familyOpenItems() -> String {
        pick("科里的检查计划里还有这些，病历里还没有写到：", "The unit’s plan of checks also names these; nothing is written about them yet:")
    }

    /// The table of vaccines.
    func familyVaccines(_ rows: [[String]]) -> StoryTable {
        StoryTable(
            caption: pick("疫苗按出生后的年龄打", "Vaccines go by the age since birth"),
            head: [pick("疫苗", "vaccine"), pick("日期", "date"), pick("情况", "given")], rows: rows, dates: 1)
    }

    /// The table of appointments.
    func familyAppointments(_ rows: [[String]]) -> StoryTable {
        StoryTable(
            caption: pick("约好的日子和地点", "Dates and places"),
            head: [pick("时间", "when"), pick("做什么", "what for"), pick("地点", "where")], rows: rows, dates: 0)
    }

    /// When an appointment is; the time of day where one is recorded.
    func familyWhen(_ at: Moment) -> String {
        storyDay(at.day) + (at.precision == .day ? "" : " \(at.clock.text.prefix(5))")
    }

    /// An appointment without a place.
    func familyPlaceOpen() -> String { pick("地点请问我们", "please ask us where") }
    /// An appointment that lies behind.
    func familyPastAppointment(_ task: String, _ day: Day) -> String {
        pick(
            "\(task)原定\(storyDay(day))，这里没有写结果，请问一问。",
            "\(task): planned for \(storyDay(day)); no result is written here, please ask.")
    }

    /// The latest day of the first visit after the stay.
    func familyFirstVisit(_ day: Day) -> String {
        pick(
            "离开医院后的第一次复诊，最晚\(storyDay(day))。",
            "The first visit after leaving the hospital is due by \(storyDay(day)) at the latest.")
    }

    /// No appointment is recorded.
    func familyNoAppointments() -> String {
        pick("这里还没有写下约好的日子。", "No appointment is written down here yet.")
    }

    // MARK: Waiting

    /// What the list is.
    func familyWaitingIntroduction(isOpen: Bool) -> String {
        isOpen
            ? pick(
                "科里有一张清单，帮助大家看宝宝还在学什么。什么时候回家，由医生和你们一起商量决定，不由清单决定。现在还在等的是：",
                "The unit has a list that helps everybody see what your baby is still learning. When it is time to go home is decided by the doctors together with you, not by the list. It still waits for:"
            )
            : pick(
                "科里清单上的事，今天没有还在等的。清单不作决定：什么时候回家，由医生和你们一起商量决定。",
                "Nothing on the unit’s list is waited for today. The list decides nothing: when it is time to go home is decided by the doctors together with you."
            )
    }

    /// What the record does not tell.
    func familyUnclear() -> String { pick("这些还没有写清楚，可以问我们：", "These are not written down clearly yet; please ask us:") }

    /// One criterion as a plain thing.
    func layWaiting(_ criterion: Criterion, grams: Int?) -> String {
        switch criterion.test {
        case .valueAtLeast(let test) where test.quantity == .weight:
            pick("再长一点：清单上写的是 \(test.min) 克", "growing a little more: the list says \(test.min) grams")
                + (grams.map { pick("，现在 \($0) 克", ", it is \($0) grams now") } ?? "")
        case .valueAtLeast: pick("再长一点", "growing a little more")
        case .gainRate: pick("每天稳稳地长", "growing steadily from day to day")
        case .rangeSustained: pick("在普通小床里自己保持体温", "keeping warm alone in an ordinary cot")
        case .eventFreeInterval: pick("一连好些天呼吸和心跳都平稳", "several days in a row with calm breathing and heartbeat")
        case .timeSinceStopped:
            pick("停用帮助呼吸的药（如咖啡因）后，再看几天", "some days without the medicine that helps with breathing, such as caffeine")
        case .stateFor(let test) where test.aspect == Aspect.feedingRoute:
            pick("还在学着把奶全部用嘴喝下去", "still learning to drink everything by mouth")
        case .stateFor(let test) where test.aspect == Aspect.respiratorySupport:
            pick("还在学着完全自己呼吸", "still learning to breathe without any help")
        case .stateFor: pick("照护方式稳定一段时间", "some time with the same care")
        case .noneActive: pick("不再需要输液和静脉里的管子", "no more drips or lines in a vein")
        case .ageAtLeast(let test):
            pick(
                "再大一点：到怀孕 \(storyPregnancy(test.minDays))的年龄",
                "a little more time, to the age of \(storyPregnancy(test.minDays)) of pregnancy")
        case .taskDone(let test): layTask(test.task)
        case .attested(let test): layItem(test.item)
        case .shiftReviewed: pick("监护记录每班都看过", "the monitor looked through in every shift")
        case .saturationInAir: pick("睡觉和吃奶时血里的氧气都够", "enough oxygen in the blood, also asleep and at feeds")
        case .oralVolume: pick("每天喝到计划的奶量", "drinking the planned amount each day")
        case .feedsUneventful: pick("喝奶时呼吸和心跳平稳", "calm breathing and heartbeat at feeds")
        }
    }

    /// A statement of the team as a plain thing.
    private func layItem(_ item: String) -> String {
        switch item {
        case "caregiver_teaching_complete": pick("家人学会照护宝宝的每一步", "you having learned every step of the care")
        case "two_caregivers_identified": pick("有两位家人能照护宝宝", "two people who can care for the baby")
        case "rooming_in": pick("家人和宝宝同住一晚", "a night in one room with the baby")
        case "primary_care_and_specialty_appointments": pick("约好回家后的复诊", "the appointments for the time at home")
        case "nutrition_plan": pick("回家后怎么吃的安排", "the plan for feeding at home")
        case "complications_controlled": pick("医生确认病情稳定", "the doctors’ word that everything is steady")
        case "ancillary_tests_basically_normal": pick("医生看过全部化验和检查", "the doctors’ look at all tests")
        case "hematologic_status_assessed": pick("医生看过血的情况", "the doctors’ look at the blood")
        default: pick("医生的一项评估", "one more look by the doctors")
        }
    }

    // MARK: Looking ahead

    /// The span in which the list can be expected to wait for nothing.
    func familyOutlook(_ first: Day, _ last: Day) -> String {
        pick(
            "如果一切照现在这样，清单上的事大约在\(storyDay(first))到\(storyDay(last))之间都等到了。这是一段时间，不是回家的日子。",
            "If everything goes on as it does now, the list may wait for nothing more some time between \(storyDay(first)) and \(storyDay(last)). This is a stretch of time and no date for going home."
        )
    }

    /// Where no span can be told.
    func familyNoOutlook() -> String {
        pick(
            "有些事不是等几天就会好的，所以现在说不出一段时间。",
            "Some things do not come by waiting alone, so no stretch of time can be told now.")
    }

    /// After the stay.
    func familyNoOutlookAfter() -> String { pick("离开医院以后，这里不再往后推算。", "After the stay nothing is estimated here.") }

    /// The span for the weight a week ahead.
    func familyWeightOutlook(_ weight: WeightProjection) -> String {
        let (low, high) = (Int(weight.low.rounded(.down)), Int(weight.high.rounded(.up)))
        return pick(
            "如果像最近两周这样长，\(storyDay(weight.day))的体重大约在 \(low) 到 \(high) 克之间；每五次里有一次会在这之外。",
            "Growing as in the last two weeks, the weight on \(storyDay(weight.day)) lies between about \(low) and \(high) grams; one time in five it lies outside."
        )
    }

    /// What the spans assume.
    func familyAssumptions() -> String {
        pick(
            "这样算的前提：没有新的情况，已经学会的不倒退，体重照最近两周的样子长，每天看一次清单。宝宝不按计算长大，前提不成立，时间就会变。",
            "This assumes: nothing new happens, what was learned stays learned, the weight goes on as in the last two weeks, and the list is looked at once a day. Babies do not follow sums; where it turns out otherwise, the time changes."
        )
    }
}
