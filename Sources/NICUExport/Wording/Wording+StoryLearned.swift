internal import NICUCore

/// What a family learned and may ask, and what is said once at the end of its page.
extension Wording {
    /// Who a caregiver is, where it is a plain word; a free text may be a name and is never repeated.
    private func layCaregiver(_ caregiver: String?) -> String? {
        switch caregiver {
        case "mother": pick("妈妈", "mother")
        case "father": pick("爸爸", "father")
        case "parents": pick("爸爸妈妈", "both parents")
        default: nil
        }
    }

    /// Something learned or arranged; nil for what concerns the team alone.
    func layAttested(_ item: String, caregiver: String?) -> String? {
        let words: String? =
            switch item {
            case "caregiver_teaching_complete": pick("照护宝宝的每一步都学过、做过", "learned and shown: every step of the care")
            case "two_caregivers_identified": pick("两位家人都能照护宝宝", "two people can care for the baby")
            case "rooming_in": pick("和宝宝同住，自己照护", "roomed in and cared for the baby alone")
            case "primary_care_and_specialty_appointments":
                pick("回家后的复诊都约好了", "the appointments for the time at home are made")
            case "nutrition_plan": pick("回家后怎么吃有了安排", "there is a plan for feeding at home")
            default: nil
            }
        return words.map { words in
            words + (layCaregiver(caregiver).map { pick("（\($0)）", " (\($0))") } ?? "")
        }
    }

    /// A question for those who care.
    func family(_ question: FamilyQuestion) -> String {
        switch question {
        case .today: pick("宝宝今天过得怎样？有什么和昨天不一样？", "How is our baby today, and what is different from yesterday?")
        case .help: pick("今天我们能为宝宝做什么？能抱多久？", "What can we do for our baby today, and how long may we hold it?")
        case .breathing:
            pick("呼吸上还需要什么帮助？下一步是什么？", "What help with breathing is still needed, and what is the next step?")
        case .drinking:
            pick("练习喝奶到哪一步了？怎么看出宝宝饿了、累了？", "How far is the learning to drink, and how do we see hunger and tiredness?")
        case .next: pick("接下来几天会做哪些检查？为什么？", "Which checks come in the next days, and what for?")
        case .signs: pick("在家看到哪些情况要马上来？", "Which signs at home mean that we should come at once?")
        case .feeds:
            pick("每天吃多少、怎么加？什么时候再称体重？", "How much milk each day, how does it grow, and when is the next weighing?")
        case .visits: pick("下次看眼睛、听力和发育是什么时候？", "When are eyes, hearing and development looked at next?")
        case .vaccines: pick("下一针疫苗是什么、什么时候打？", "Which vaccine is next, and when?")
        }
    }

    /// Room for questions of their own.
    func familyOwnQuestions() -> String { pick("我们自己的问题：", "Our own questions:") }

    /// Whom to ask during the stay.
    func familyAskHere(unit: String) -> String {
        pick(
            "床边的护士随时都可以问；查房时问医生。没有“太小”的问题，同一个问题可以问两遍。（\(unit)）",
            "The nurse at the bedside, at any hour; the doctors on the round. No question is too small, and each may be asked twice. (\(unit))"
        )
    }

    /// Whom to ask after the stay.
    func familyAskLater(unit: String) -> String {
        pick(
            "复诊的医生、社区医生，或者打电话到\(unit)。", "The doctor at the visits, the doctor near your home, or \(unit) by telephone."
        )
    }

    /// Whom to call at once.
    func familyEmergency(isHere: Bool) -> String {
        isHere
            ? pick(
                "觉得宝宝不对劲，请马上叫人：您最了解宝宝。",
                "If something about your baby worries you, call somebody at once: you know your baby best.")
            : pick(
                "宝宝呼吸停顿、费力、脸色发青发灰，或者叫不醒：马上打急救电话（中国大陆 120），不要等。",
                "If your baby stops breathing, struggles for breath, turns blue or grey, or cannot be woken: call the emergency number at once (120 in mainland China) and do not wait."
            )
    }

    /// What is said once.
    func familyNotices(day: Day) -> [String] {
        [
            pick(
                "这里的事实取自病历，写到\(storyDay(day))为止；没有写到的，不等于没有发生。",
                "The facts on this page come from the record and go up to \(storyDay(day)). What is not on it may have happened all the same."
            ),
            pick(
                "它是给您留念和提问用的，不能代替医生的话；软件不是经认证的医疗器械，什么也不决定。",
                "It is for keeping and for asking, and does not replace what the doctors say. The software is not a certified medical device and decides nothing."
            ),
            pick(
                "您同意了我们做这一页，随时可以收回。请像保管病历一样保管它。",
                "You agreed to this page and may take that back at any time. Please keep it as you would keep a medical paper."
            ),
        ]
    }
}
