internal import NICUCore

/// Care in lay words: breathing, feeding, warmth, checks and what came out of them.
extension Wording {
    /// How the infant breathes.
    func layBreathing(_ value: String, isShort: Bool) -> String? {
        switch value {
        case "ventilator", "hfov":
            isShort
                ? pick("呼吸机帮忙", "with a breathing machine")
                : pick("呼吸机通过一根细管帮着呼吸", "a breathing machine helped, through a thin tube in the windpipe")
        case "cpap", "nippv":
            isShort
                ? pick("鼻罩轻轻送气", "with gentle air through the nose")
                : pick(
                    "自己呼吸，鼻罩轻轻送气，让肺保持张开",
                    "breathing alone, with a soft mask at the nose whose gentle air keeps the lungs open")
        case "high_flow":
            isShort
                ? pick("鼻管送温暖的气流", "with warm air through the nose")
                : pick(
                    "自己呼吸，小鼻管送来温暖湿润的气流", "breathing alone, with a flow of warm, moist air from small tubes at the nose")
        case "low_flow_oxygen":
            isShort
                ? pick("自己呼吸，加一点氧气", "with a little oxygen")
                : pick("自己呼吸，小鼻管加一点氧气", "breathing alone, with a little oxygen from a small tube at the nose")
        case State.roomAir:
            isShort
                ? pick("完全自己呼吸", "without any help")
                : pick("完全自己呼吸，和我们呼吸一样的空气", "breathing alone, the same air as everybody else")
        default: nil
        }
    }

    /// How the infant is fed.
    func layFeeding(_ value: String, isShort: Bool) -> String? {
        switch value {
        case "none": pick("还没有喝奶", "no milk yet")
        case "tube":
            isShort
                ? pick("奶走一根软管", "milk through a soft tube")
                : pick("奶通过一根细软管送到胃里", "milk through a thin, soft tube into the stomach")
        case "oral_plus_tube":
            isShort
                ? pick("一部分自己喝，其余走软管", "partly by mouth, the rest by tube")
                : pick("一部分用嘴喝，喝不完的走软管", "part of the milk by mouth, the rest through the tube")
        case "oral":
            isShort ? pick("全部自己喝", "everything by mouth") : pick("全部用嘴喝，不需要软管", "all milk by mouth, without the tube")
        default: nil
        }
    }

    /// The kind of milk.
    func layMilk(_ value: String) -> String? {
        switch value {
        case "mother": pick("妈妈的奶", "mother’s own milk")
        case "donor": pick("捐赠的母乳", "donated mother’s milk")
        case "mixed": pick("母乳和奶粉", "mother’s milk and formula")
        case "preterm_formula": pick("早产宝宝的奶粉", "formula for babies born early")
        case "post_discharge_formula": pick("早产宝宝回家后的奶粉", "formula for babies born early, for the time at home")
        default: nil
        }
    }

    /// The sentence before the kinds of milk.
    func familyWhichMilk() -> String { pick("喝的奶：", "The milk:") }
    /// The sentence before nutrition by vein.
    func familyByVein() -> String { pick("奶还喝得不够的时候：", "While milk alone was not enough:") }
    /// Nutrition by vein.
    func layVein() -> String { pick("营养液通过静脉输入", "nutrition through a vein") }

    /// Where the infant lies.
    func layWarmth(_ value: String, isShort: Bool) -> String? {
        switch value {
        case "incubator":
            isShort
                ? pick("暖箱", "an incubator")
                : pick("睡在暖箱里：一间温暖、安静、湿润的小屋", "in an incubator: a small room, warm, moist and quiet")
        case "incubator_off":
            isShort
                ? pick("不再加热的暖箱", "an incubator without heat")
                : pick("暖箱不再加热，开始自己保暖", "in the incubator without heat, learning to keep warm")
        case "radiant_warmer":
            isShort ? pick("上方加热的小床", "a bed warmed from above") : pick("睡在上方加热的小床上", "on a bed warmed from above")
        case "heated_mattress": pick("暖垫小床", isShort ? "a cot with a warm mattress" : "in a cot with a warm mattress")
        case "open_crib":
            isShort ? pick("普通小床", "an ordinary cot") : pick("睡普通小床，自己保持体温", "in an ordinary cot, keeping warm alone")
        case "kangaroo": pick("贴在家人胸前", isShort ? "skin to skin" : "skin to skin on the chest of the family")
        default: nil
        }
    }

    /// How often the infant was held skin to skin.
    func familyHeld(_ who: String, times: Int, first: Day) -> String {
        pick(
            "\(storyDay(first))第一次贴在家人胸前（袋鼠式抱），一共记下了 \(times) 次。",
            times == 1
                ? "On \(storyDay(first)) \(inside(who)) was held skin to skin."
                : "On \(storyDay(first)) \(inside(who)) was held skin to skin for the first time; \(times) times are written down."
        )
    }

    /// A check by what it looks at.
    func layTask(_ task: String) -> String {
        switch task {
        case "hearing_screen": pick("听力检查", "hearing check")
        case "newborn_blood_spot": pick("足跟血（几种少见的先天疾病）", "heel-prick blood test (a few rare inborn illnesses)")
        case "newborn_blood_spot_repeat": pick("足跟血再查一次", "heel-prick blood test, second sample")
        case "rop_exam": pick("眼底检查（眼睛里的血管长得怎样）", "eye check (how the fine vessels inside grow)")
        case "head_us_1": pick("头部超声（第一次）", "ultrasound of the head, first")
        case "head_us_2": pick("头部超声（第二次）", "ultrasound of the head, second")
        case "head_us_recheck": pick("头部超声（复查）", "ultrasound of the head, again")
        case "head_us_term": pick("头部超声（预产期前后）", "ultrasound of the head, near the due date")
        case "mri_term": pick("头部磁共振", "a picture of the brain (MRI)")
        case "thyroid_repeat": pick("甲状腺抽血检查", "blood test of the thyroid")
        case "chd_screen": pick("心脏筛查", "heart check")
        case "echocardiogram": pick("心脏超声", "ultrasound of the heart")
        case "car_seat_test": pick("坐安全座椅时的呼吸", "breathing in the car seat")
        case "bpd_assessment": pick("肺的评估", "a look at the lungs")
        case "follow_up_visit": pick("复诊", "a visit at the clinic")
        case "hepatitis_b_1": pick("乙肝疫苗第 1 针", "hepatitis B, dose 1")
        case "hepatitis_b_extra_1", "hepatitis_b_extra_2", "hepatitis_b_extra_3":
            pick("乙肝疫苗（另计的第 \(task.suffix(1)) 针）", "hepatitis B, counted dose \(task.suffix(1))")
        case "bcg": pick("卡介苗（预防结核）", "BCG (against tuberculosis)")
        case "nirsevimab": pick("尼塞韦单抗（预防呼吸道合胞病毒）", "nirsevimab (against RSV)")
        case "home_oxygen_plan": pick("在家吸氧的安排", "the plan for oxygen at home")
        case "home_pressure_plan": pick("在家用呼吸支持的安排", "the plan for breathing support at home")
        case "home_methylxanthine_plan": pick("在家吃咖啡因的安排", "the plan for caffeine at home")
        case "home_tube_feeding_plan": pick("在家用软管喂奶的安排", "the plan for tube feeding at home")
        default: pick("另一项检查", "another check")
        }
    }

    /// An item of the schedule by what it looks at.
    func layTopic(_ item: DueItem) -> String {
        switch item.topic {
        case "rop_first": layTask("rop_exam")
        case "blood_spot_first": layTask("newborn_blood_spot")
        case "blood_spot_repeat", "blood_spot_after_transfusion": layTask("newborn_blood_spot_repeat")
        case "hearing", "hearing_rescreen": layTask("hearing_screen")
        case "heart": layTask("chd_screen")
        default:
            Vocabulary.names(of: .task).contains(item.topic)
                ? layTask(item.topic) : item.title.map { pick($0.zh, $0.en) } ?? layTask(item.topic)
        }
    }

    /// What came out of a check; a finding is left to those who can explain it.
    func layResult(_ result: Check.Result) -> String {
        switch result {
        case .pass: pick("通过", "passed")
        case .refer:
            pick("需要更仔细地再查一次；单凭这次说明不了什么", "a closer look is needed; this one alone does not say that anything is wrong")
        case .normal: pick("正常", "normal")
        case .abnormal: pick("看到了一些情况，请听医生讲", "something was seen; please let the doctor explain it")
        case .unchanged: pick("和上次一样", "as the time before")
        case .collected: pick("已采样，结果还没回来", "taken, the result has not come yet")
        case .repeatNeeded: pick("需要再采一次", "has to be taken once more")
        case .complete: pick("这项检查都做完了", "finished: no further checks of this kind")
        case .immature, .immatureZone12: pick("还在生长，需要再看", "still growing, another look is needed")
        case .ropNoTreatment:
            pick("有些变化，现在不用治疗，需要再看", "some changes that need no treatment now, another look is needed")
        case .treated: pick("治疗过了，需要再看", "treated, another look is needed")
        case .given: pick("打了", "given")
        case .deferred: pick("推后了", "put off")
        case .carBed: pick("坐车时请平躺", "travels lying flat")
        case .notDone: pick("还没有做", "not done yet")
        }
    }

    /// A vaccine by its name; one that is not known here stands as it was recorded.
    func layVaccine(_ product: String) -> String {
        let name = product.lowercased()
        if name.contains("hepatitis b") || name.contains("乙肝") {
            let dose = name.replacing("hepatitis b", with: "").first { $0.isWholeNumber }
            return dose.map { pick("乙肝疫苗第 \($0) 针", "hepatitis B, dose \($0)") } ?? pick("乙肝疫苗", "hepatitis B")
        }
        if name.contains("bcg") || name.contains("卡介") { return layTask("bcg") }
        if name.contains("nirsevimab") || name.contains("尼塞韦") { return layTask("nirsevimab") }
        return product
    }
}
