public import NICUCore

extension Wording {
    /// A board that is drawn again and again is about now.
    public func watchIsNow() -> String {
        pick("--watch 只显示现在，不能与 --as-of、--known-at 同用", "--watch shows now; leave out --as-of and --known-at")
    }

    /// A growth reference that no course can follow.
    public func cannotSimulate(_ id: String) -> String {
        pick(
            "“\(id)”没有早产儿按矫正胎龄的体重，不能据此模拟",
            "“\(id)” has no weights of preterm infants by postmenstrual age, so no course can follow it")
    }

    /// The question lies ahead of now.
    public func askedAhead(_ at: Moment, now: Moment) -> String {
        pick(
            "\(at.display) 在将来（现在是 \(now.display)）：尚无观察；将要做的见 nicu due，推算见 nicu ready",
            "\(at.display) lies ahead (now \(now.display)): nothing is observed yet; nicu due says what is to come, nicu ready when"
        )
    }

    /// A text that is no civil day.
    public func notADay(_ text: String) -> String {
        pick("“\(text)”不是日期；请写 2024-08-19", "“\(text)” is not a day; write 2024-08-19")
    }
    /// A text that is no decimal number.
    public func notADecimal(_ text: String) -> String {
        pick("“\(text)”不是数；请用小数点，例如 98 或 4.2", "“\(text)” is not a number; write 98 or 4.2")
    }
    /// No decision was stored.
    public func noDecisions(_ code: String) -> String { pick("“\(code)”没有已存的判定", "“\(code)” has no stored decision") }
    /// `ready` asks about one infant or the ward.
    public func codeOrAll() -> String {
        pick(
            "请写代号，或只写 --all（全科，不与 --explain 同用）", "name one infant, or --all for the ward (not with --explain)")
    }
    /// A width of uncertainty around nothing.
    public func plusMinusAlone() -> String {
        pick("胎龄不详时不能写 --plus-minus", "--plus-minus needs a gestational age")
    }
    /// A re-dating that says what the record says.
    public func datedSo(_ code: String) -> String {
        pick("“\(code)”的胎龄推算已是如此，没有改变", "“\(code)” is dated so already; nothing changes")
    }
    /// Two options that exclude each other.
    public func notTogether(_ one: String, _ other: String) -> String {
        pick("\(one) 与 \(other) 不能同时使用", "\(one) and \(other) are not used together")
    }
    /// An option that means nothing without another.
    public func onlyTogether(_ one: String, _ other: String) -> String {
        pick("\(one) 须与 \(other) 一起使用", "\(one) is for use with \(other)")
    }
    /// A chart was drawn into a file.
    public func chartWritten(_ path: String) -> String { pick("曲线图已写入 \(path)", "the chart is in \(path)") }
    /// A chart has the lines of one sex.
    public func oneSexPerChart() -> String {
        pick(
            "一张图只画一种性别；请用 --assume-sex female 或 male",
            "a chart has the lines of one sex; use --assume-sex female or male")
    }
}
