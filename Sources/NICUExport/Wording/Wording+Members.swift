internal import NICUCore

extension Wording {
    /// What people call a member of a body; itself where it has no other name.
    func member(_ name: String) -> String { Wording.members[name].map { pick($0.zh, $0.en) } ?? name }

    /// A stored number, or a range of two, in the unit of people; other texts as they are.
    func amount(_ text: String, of name: String) -> String {
        guard let member = Wording.members[name], let unit = member.unit else { return text }
        let parts = text.split(separator: "–", omittingEmptySubsequences: false).map { part in
            FixedDecimal(part).flatMap { $0.decimals == 0 ? $0.significand : nil }.map {
                FixedDecimal(significand: $0, decimals: member.decimals).text
            }
        }
        guard !parts.contains(nil) else { return text }
        return parts.compactMap(\.self).joined(separator: "–") + " " + unit
    }

    /// A member as people know it: its words, the unit it is shown in, and how many decimals its stored number has of it.
    private struct Member {
        let zh: String
        let en: String
        var unit: String?
        var decimals = 0
    }

    private static let members: [String: Member] = [
        "volumeTenthsMl": Member(zh: "入量", en: "volume", unit: "mL", decimals: 1),
        "kcalTenths": Member(zh: "能量", en: "energy", unit: "kcal", decimals: 1),
        "fio2Percent": Member(zh: "吸入氧浓度", en: "inspired oxygen", unit: "%"),
        "flowTenthsLitre": Member(zh: "流量", en: "flow", unit: "L/min", decimals: 1),
        "durationSeconds": Member(zh: "时长", en: "duration", unit: "s"),
        "desaturationSeconds": Member(zh: "低血氧时长", en: "length of desaturation", unit: "s"),
        "lowestHeartRate": Member(zh: "最低心率", en: "lowest heart rate", unit: "/min"),
        "lowestSpo2": Member(zh: "最低血氧", en: "lowest SpO2", unit: "%"),
        "gaDays": Member(zh: "胎龄（天）", en: "gestational age in days", unit: "d"),
        "plusMinusDays": Member(zh: "胎龄误差", en: "uncertainty of dating", unit: "d"),
        "events": Member(zh: "事件次数", en: "number of events"), "byTestWeight": Member(zh: "称重测得", en: "test weight"),
        "colourChange": Member(zh: "肤色改变", en: "colour change"), "intervention": Member(zh: "处理", en: "intervention"),
        "feedingRelated": Member(zh: "与喂养有关", en: "feeding-related"),
        "selfResolved": Member(zh: "自行缓解", en: "self-resolved"), "asleep": Member(zh: "睡眠中", en: "asleep"),
        "aspect": Member(zh: "方面", en: "aspect"), "value": Member(zh: "取值", en: "value"),
        "detail": Member(zh: "说明", en: "detail"), "task": Member(zh: "项目", en: "task"),
        "result": Member(zh: "结果", en: "result"), "method": Member(zh: "方法", en: "method"),
        "ear": Member(zh: "耳别", en: "ear"), "followUp": Member(zh: "预约", en: "appointment"),
        "place": Member(zh: "地点", en: "place"), "item": Member(zh: "内容", en: "item"),
        "caregiver": Member(zh: "照护者", en: "caregiver"), "route": Member(zh: "途径", en: "route"),
        "milk": Member(zh: "种类", en: "milk or fluid"), "quality": Member(zh: "吃奶质量", en: "quality of the feed"),
        "what": Member(zh: "种类", en: "kind"), "shift": Member(zh: "班次", en: "shift"),
    ]
}
