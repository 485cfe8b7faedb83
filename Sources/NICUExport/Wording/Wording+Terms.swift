public import NICUCore

extension Wording {
    /// The word for a token of the record; an unknown token is shown as it is.
    public func term(_ token: String) -> String {
        guard let words = Wording.terms[token] ?? Wording.careTerms[token] else { return token }
        return pick(words.zh, words.en)
    }

    /// The word for someone who tells or is told; the token of the mother stands for her milk elsewhere.
    func person(_ token: String) -> String { token == "mother" ? pick("母亲", "the mother") : term(token) }

    /// The word for a sex.
    public func sex(_ sex: Sex) -> String { term(sex == .unknown ? "unknown_sex" : sex.rawValue) }

    /// The word for a verdict.
    public func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .met: pick("满足", "met")
        case .notMet: pick("未满足", "not met")
        case .unknown: pick("不明", "unknown")
        case .notApplicable: pick("不适用", "not applicable")
        case .waived: pick("已豁免", "waived")
        }
    }

    /// The sign of a verdict; always beside its word.
    public func symbol(_ verdict: Verdict) -> String {
        switch verdict {
        case .met: "✓"
        case .notMet: "✗"
        case .unknown: "?"
        case .notApplicable: "–"
        case .waived: "w"
        }
    }

    /// The whole answer; never that a baby may go.
    public func overall(_ overall: Overall) -> String {
        switch overall {
        case .ready: pick("所列标准：已全部满足", "listed criteria: all met")
        case .notReady: pick("所列标准：有未满足", "listed criteria: not all met")
        case .indeterminate: pick("所列标准：资料不全", "listed criteria: cannot tell")
        }
    }

    /// Where a criterion comes from.
    public func basis(_ basis: Basis) -> String {
        switch basis {
        case .guideline: pick("指南原文", "guideline")
        case .related: pick("相关文献", "related source")
        case .operational: pick("本院实践", "practice")
        }
    }

    private static let terms: [String: (zh: String, en: String)] = [
        "female": ("女", "girl"), "male": ("男", "boy"), "indeterminate": ("性别未定", "sex indeterminate"),
        "unknown_sex": ("性别不详", "sex unknown"),
        "birth": ("出生", "birth"), "dating": ("孕周推算", "dating"), "perinatal": ("围产", "perinatal"),
        "identity": ("身份", "identity"), "admission": ("入院", "admission"), "bed": ("床位", "bed"),
        "transfer": ("转院", "transfer"), "discharge": ("出院", "discharge"), "follow_up": ("随访", "follow-up"),
        "measurement": ("测量", "measurement"), "state": ("状态", "state"), "event": ("事件", "event"),
        "review": ("班次回顾", "shift review"), "check": ("筛查", "screen"), "attestation": ("确认", "attestation"),
        "waiver": ("豁免", "waiver"), "decision": ("决定", "decision"), "problem": ("诊断", "problem"),
        "medication": ("用药", "medication"), "immunisation": ("接种", "immunisation"),
        "procedure": ("操作", "procedure"), "intake": ("入量", "intake"), "lab": ("化验", "lab"),
        "plan": ("计划", "plan"), "communication": ("沟通", "communication"), "consent": ("知情同意", "consent"),
        "note": ("记录", "note"), "retraction": ("删划", "strike"), "erasure": ("文字清除", "erasure"),
        "weight": ("体重", "weight"), "length": ("身长", "length"), "head": ("头围", "head"),
        "temperature": ("体温", "temperature"), "heart_rate": ("心率", "heart rate"),
        "respiratory_rate": ("呼吸", "respiratory rate"), "spo2": ("血氧饱和度", "SpO2"),
        "feeding_route": ("喂养途径", "feeding"), "respiratory_support": ("呼吸支持", "respiratory support"),
        "thermal": ("保暖", "thermal"), "methylxanthine": ("甲基黄嘌呤", "methylxanthine"),
        "monitoring": ("监护", "monitoring"), "iv_access": ("静脉通路", "IV access"),
        "parenteral_nutrition": ("肠外营养", "parenteral nutrition"), "iv_medication": ("静脉用药", "IV medication"),
        "phototherapy": ("光疗", "phototherapy"), "milk": ("乳类", "milk"), "isolation": ("隔离", "isolation"),
        "none": ("无", "none"), "tube": ("管饲", "tube"), "oral_plus_tube": ("经口加管饲", "oral and tube"),
        "oral": ("经口", "oral"), "room_air": ("空气", "room air"), "low_flow_oxygen": ("低流量吸氧", "low-flow oxygen"),
        "high_flow": ("高流量", "high flow"), "cpap": ("CPAP", "CPAP"), "nippv": ("NIPPV", "NIPPV"),
        "ventilator": ("有创通气", "ventilator"), "hfov": ("高频振荡", "HFOV"), "incubator": ("暖箱", "incubator"),
        "incubator_off": ("暖箱（关）", "incubator off"), "radiant_warmer": ("辐射台", "radiant warmer"),
        "heated_mattress": ("加热床垫", "heated mattress"), "open_crib": ("小床（室温）", "open crib"),
        "kangaroo": ("袋鼠式护理", "kangaroo"), "on": ("开", "on"), "off": ("停", "off"), "never": ("从未", "never"),
        "apnoea": ("呼吸暂停", "apnoea"), "bradycardia": ("心动过缓", "bradycardia"),
        "desaturation": ("血氧饱和度下降", "desaturation"), "stimulation": ("触觉刺激", "stimulation"),
        "oxygen": ("给氧", "oxygen"), "bag_mask": ("复苏囊加压给氧", "bag-mask"), "intubation": ("插管", "intubation"),
        "hearing_screen": ("听力筛查", "hearing screen"), "newborn_blood_spot": ("足跟血筛查", "blood spot"),
        "rop_exam": ("ROP 眼底检查", "ROP examination"), "head_us_term": ("足月头颅超声", "term head ultrasound"),
        "thyroid_repeat": ("甲状腺复查", "thyroid repeat"), "hepatitis_b_1": ("乙肝疫苗第1剂", "hepatitis B dose 1"),
        "pass": ("通过", "pass"), "refer": ("转诊", "refer"), "normal": ("正常", "normal"),
        "abnormal": ("异常", "abnormal"), "unchanged": ("无变化", "unchanged"), "collected": ("已采血", "collected"),
        "repeat_needed": ("需复查", "repeat needed"), "complete": ("完成", "complete"), "immature": ("未成熟", "immature"),
        "immature_zone_1_2": ("未成熟（I–II 区）", "immature, zone I–II"),
        "rop_no_treatment": ("ROP 无需治疗", "ROP, no treatment"), "treated": ("已治疗", "treated"),
        "given": ("已接种", "given"), "deferred": ("推迟", "deferred"), "car_bed": ("婴儿床式座椅", "car bed"),
        "not_done": ("未做", "not done"), "axillary": ("腋下", "axillary"), "mother": ("母乳", "mother's milk"),
        "donor": ("捐赠人乳", "donor milk"), "preterm_formula": ("早产儿配方奶", "preterm formula"),
        "post_discharge_formula": ("出院后配方奶", "post-discharge formula"), "mixed": ("混合", "mixed"),
        "home": ("回家", "home"), "community": ("社区", "community"), "against_advice": ("非医嘱离院", "against advice"),
        "withdrawal": ("放弃治疗", "withdrawal"), "death": ("死亡", "death"), "other": ("其他", "other"),
        "measured": ("实测", "measured"), "estimated": ("估计", "estimated"), "dosing": ("给药体重", "dosing weight"),
        "reported": ("外院报告", "reported"), "unconfirmed": ("未确认", "unconfirmed"), "received": ("设备传来", "received"),
        "early_ultrasound": ("早孕超声", "early ultrasound"), "ivf": ("辅助生殖", "IVF"), "lmp": ("末次月经", "LMP"),
        "clinical": ("临床评估", "clinical"), "unknown": ("不详", "unknown"),
        "omission": ("未测", "not measured"), "round": ("晨间称重", "weigh-round"), "later": ("稍后", "later"),
        "minimal_handling": ("少打扰", "minimal handling"), "unstable": ("病情不稳", "unstable"),
        "scale": ("秤", "scale"), "away": ("外出", "away"), "refused": ("拒绝", "refused"),
        "board": ("量床", "board"), "tape": ("卷尺", "tape"), "nurse": ("护士", "nurse"), "physician": ("医师", "physician"),
        "coordinator": ("协调员", "coordinator"), "viewer": ("查阅者", "viewer"), "administrator": ("管理员", "administrator"),
        "clinician": ("人员", "clinician"), "role": ("角色", "role"), "setting": ("设置", "setting"),
        "rule_set": ("规则集", "rule set"), "reference_pack": ("生长参考", "growth reference"),
        "caregiver_teaching_complete": ("照护者教学", "caregiver teaching"),
        "complications_controlled": ("并发症得到控制", "complications controlled"),
        "ancillary_tests_basically_normal": ("辅助检查基本正常", "tests essentially normal"),
        "primary_care_and_specialty_appointments": ("随访预约", "follow-up appointments"),
        "nutrition_plan": ("营养计划", "nutrition plan"), "rooming_in": ("母婴同室", "rooming-in"),
        "hematologic_status_assessed": ("血液学评估", "haematologic status"),
        "last_event_end": ("末次事件结束", "the end of the last event"),
        "methylxanthine_last_dose": ("末次甲基黄嘌呤", "the last methylxanthine dose"),
        "positive_pressure_stop": ("停正压支持", "the end of positive pressure"),
        "duration": ("时长", "duration"), "lowestHeartRate": ("最低心率", "lowest heart rate"),
        "lowestSpo2": ("最低血氧", "lowest SpO2"), "desaturationSeconds": ("低血氧时长", "length of desaturation"),
        "colourChange": ("肤色改变", "colour change"), "intervention": ("处理", "intervention"),
        "feedingRelated": ("与喂养有关", "feeding-related"), "selfResolved": ("自行缓解", "self-resolved"),
        "car_seat_test": ("安全座椅试验", "car-seat test"),
        "two_caregivers_identified": ("两名照护者", "two caregivers"),
        "home_oxygen_plan": ("家庭氧疗计划", "home oxygen plan"),
        "home_methylxanthine_plan": ("家庭甲基黄嘌呤计划", "home methylxanthine plan"),
        "home_pressure_plan": ("家庭正压计划", "home pressure plan"),
        "home_tube_feeding_plan": ("家庭管饲计划", "home tube feeding plan"),
        "feeding_volume": ("奶量", "feeding volume"),
        "spo2_through_sleep_and_feeds": ("睡眠与喂养期间的血氧记录", "saturation through sleep and feeds"),
        "head_us_1": ("首次头颅超声", "first head ultrasound"), "head_us_2": ("第二次头颅超声", "second head ultrasound"),
        "newborn_blood_spot_repeat": ("足跟血复采", "repeat blood spot"), "chd_screen": ("先心病筛查", "heart screen"),
        "echocardiogram": ("超声心动图", "echocardiogram"), "bpd_assessment": ("BPD 分度", "BPD grading"),
        "follow_up_visit": ("随访", "follow-up visit"), "transfusion": ("输血", "transfusion"),
        "ivh": ("颅内出血", "intraventricular haemorrhage"), "nec": ("坏死性小肠结肠炎", "necrotising enterocolitis"),
        "bpd": ("支气管肺发育不良", "bronchopulmonary dysplasia"), "rop": ("早产儿视网膜病变", "retinopathy of prematurity"),
        "maternal_rsv_vaccine_protective": ("母亲孕期RSV疫苗足以保护", "the mother's RSV vaccine protects"),
        "no_severe_complication": ("无严重合并症", "no severe complication"),
        "good_early_gain": ("早期增长良好", "good early gain"), "feeding_difficulty": ("喂养困难", "feeding difficulty"),
        "rop_zone": ("ROP 分区", "zone of ROP"), "rop_plus": ("附加病变", "plus disease"),
        "rop_aggressive": ("侵袭性ROP", "aggressive ROP"),
        "full_feeding": ("充分哺乳", "full feeding"), "under_treatment": ("正在治疗", "under treatment"),
        "early_discharge": ("提前出院", "early discharge"),
        "ga_days": ("胎龄", "gestational age"), "bw_g": ("出生体重", "birth weight"),
    ]
}
