/// Words that the check of a story looks for, and words that tell nothing about anybody.
extension Wording {
    /// What neither a family's nor the press's page says: a verdict, a diagnosis of growth, a comparison with other children.
    static let neverSaid = [
        "可以出院", "能出院", "达到出院", "ready to go home", "ready for discharge", "fit for discharge", "caught up", "catch-up",
        "catch up", "追赶", "追上", "营养不良", "malnutrition", "malnourished", "undernutrition", "eugr", "宫外生长", "生长迟缓",
        "growth restriction", "growth failure", "failure to thrive", "centile", "percentile", "百分位", "z-score",
        "z score", "z 值",
        "z值", "标准差", "below average", "低于平均",
    ]

    /// Days that carry a name of their own.
    static let namesOfDays = [
        "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天", "礼拜", "除夕", "春节", "元旦", "元宵", "清明", "端午", "中秋", "国庆",
        "重阳", "圣诞", "christmas", "new year", "easter", "thanksgiving", "valentine",
    ]

    /// The days of the week.
    static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// The days of a month as words, the tens of those above twenty alone.
    static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
        "twentieth", "twenty", "thirtieth", "thirty",
    ]

    /// Words that stand in a name's, a place's or a login's field and tell nothing about anybody.
    static let tellsNothing: Set<String> = [
        "mother", "father", "parents", "parent", "guardian", "family", "mum", "dad", "grandmother", "grandfather", "母亲",
        "父亲", "父母", "妈妈", "爸爸", "家长", "家属", "奶奶", "爷爷", "外婆", "外公", "监护人", "本人", "无", "不详", "none", "unknown", "home",
        "clinic", "ward", "hospital", "outpatient", "nicu", "neonatal unit", "neonatal intensive care unit", "家", "家中",
        "家里", "门诊", "病区", "病房", "床旁", "医院", "本院", "社区", "新生儿科", "新生儿重症监护室", "新生儿重症监护病房", "新生儿监护病房", "baby", "宝宝",
        "nurse",
        "doctor", "护士", "医生", "医师",
        // English words that can be a code of two letters.
        "an", "am", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on",
        "or", "so",
        "to", "up", "us", "we",
    ]

    /// The words beside which a short text, such as a bed's number, is what it is the number of.
    static func besideShortTraces(_ kind: StoryTrace) -> [String] {
        switch kind {
        case .bed: ["bed", "cot", "crib", "incubator", "床", "床位", "号床", "暖箱"]
        case .lot: ["lot", "batch", "批号", "批次"]
        case .number: ["number", "no.", "号", "号码", "住院号", "病案号"]
        case .entry: ["entry", "条目", "#"]
        default: [""]
        }
    }
}
