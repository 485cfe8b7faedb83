public import NICUCore

extension Wording {
    /// What is wrong with a body, in the words and units of people; of a file by the names that its members have there.
    public func body(_ problem: BodyProblem, ofFile: Bool = false) -> String {
        func name(_ member: String) -> String { ofFile ? member : self.member(member) }
        switch problem {
        case .notAnObject: return pick("body 应为 JSON 对象", "the body is not a JSON object")
        case .missing(let member): return pick("缺少 \(name(member))", "\(name(member)) is missing")
        case .unknownMember(let member): return pick("不认识的成员 \(member)", "\(member) is not a known member")
        case .wrongType(let member, let expected):
            return pick("\(name(member)) 应为：\(expected)", "\(name(member)) must be \(expected)")
        case .notAllowed(let member, let value, let allowed):
            return pick(
                "\(name(member)) 不能为“\(value)”；可选：\(list(allowed))",
                "\(name(member)) cannot be “\(value)”; one of: \(list(allowed))")
                + didYouMean(Spelling.nearest(value, among: allowed))
        case .outOfRange(let member, let value, let range):
            let value = ofFile ? value : amount(value, of: member)
            let range = ofFile ? range : amount(range, of: member)
            return pick("\(name(member)) \(value) 超出 \(range)", "\(name(member)) \(value) is outside \(range)")
        case .surplusDigits(let member, let value, let decimals):
            return pick(
                "\(name(member)) \(value) 的小数超过 \(decimals) 位",
                "\(name(member)) \(value) has more than \(decimals) decimals")
        case .wrongUnit(let member, let value, let expected):
            return pick(
                "\(name(member)) 应为 \(expected)，不是“\(value)”", "\(name(member)) must be \(expected), not “\(value)”")
        case .unreadableTime(let member, let value):
            return pick("\(name(member))“\(value)”不是时间", "\(name(member)) “\(value)” is not a time")
        case .tooLong(let member, let limit):
            return pick("\(name(member)) 超过 \(limit) 个字符", "\(name(member)) is longer than \(limit) characters")
        case .empty(let member): return pick("\(name(member)) 为空", "\(name(member)) is empty")
        case .contradicts(let member, let value, let with):
            let value = ofFile ? value : amount(value, of: member)
            return pick(
                "\(name(member))（\(value)）与 \(with) 矛盾，请核对",
                "\(name(member)) \(value) contradicts \(with); check both")
        case .conflict(let member, let with):
            return pick("\(name(member)) 中“\(with)”重复", "\(name(member)) names “\(with)” twice")
        }
    }

    func importProblem(_ what: ImportProblem.What) -> String {
        switch what {
        case .json(let problem): json(problem)
        case .notAnObject: pick("不是 JSON 对象", "not a JSON object")
        case .missingMember(let name): pick("缺少 \(name)", "\(name) is missing")
        case .unknownMember(let name): pick("不认识的成员 \(name)", "\(name) is not a known member")
        case .badMember(let name, let value): pick("\(name)“\(value)”无效", "\(name) “\(value)” is not valid")
        case .time(let name, let problem): name + pick("：", ": ") + moment(problem)
        case .body(let kind, let problem): kind + pick("：", ": ") + body(problem, ofFile: true)
        case .unknownInfant(let code):
            pick("本病历没有“\(code)”，文件里也没有其出生记录", "no infant “\(code)” in this record and no birth before this line")
        case .unknownEntry(let id): pick("所更正的条目 \(id) 不在", "the entry \(id) it corrects is not here")
        case .differs(let id): pick("条目 \(id) 已存在而内容不同", "the entry \(id) is already here with another content")
        case .record(let inner): problem(inner)
        }
    }

    /// What is wrong with a JSON text.
    public func json(_ problem: JSON.Problem) -> String {
        switch problem {
        case .unexpected(let offset): pick("第 \(offset + 1) 字节处不是 JSON", "not JSON at byte \(offset + 1)")
        case .unexpectedEnd: pick("JSON 不完整（文件被截断？）", "the JSON ends too early (a truncated file?)")
        case .duplicateMember(let name): pick("成员 \(name) 重复", "the member \(name) stands twice")
        case .tooDeep: pick("嵌套过深", "nested too deeply")
        case .exponent(let offset): pick("第 \(offset + 1) 字节处的数用了指数", "a number with an exponent at byte \(offset + 1)")
        case .numberTooLong(let offset):
            pick("第 \(offset + 1) 字节处的数过长", "a number with too many digits at byte \(offset + 1)")
        case .notUTF8: pick("文字不是 UTF-8", "the text is not UTF-8")
        }
    }

    /// Why a text is not a time.
    public func moment(_ problem: Moment.Problem) -> String {
        switch problem {
        case .unreadable(let text):
            pick(
                "“\(text)”不是时间；例如 2024-08-20T06:00、06:00、yesterday 22:30、90 min ago",
                "“\(text)” is not a time; try 2024-08-20T06:00, 06:00, “yesterday 22:30” or “90 min ago”")
        case .noSuchDay(let text): pick("没有 \(text) 这一天", "there is no day \(text)")
        case .noSuchTime(let text): pick("没有 \(text) 这个时刻", "there is no time \(text)")
        case .skipped(let text, let before, let after):
            pick(
                "\(text) 在本地时钟上不存在（\(before) 变为 \(after)）；请写明偏移",
                "\(text) does not exist on the unit's clock (\(before) became \(after)); write the offset")
        case .repeated(let text, let first, let second):
            pick(
                "\(text) 在本地时钟上出现两次（\(first) 和 \(second)）；请写明偏移",
                "\(text) occurs twice on the unit's clock (\(first) and \(second)); write the offset")
        }
    }

    /// Why a text is not a quantity.
    public func quantity(_ problem: QuantityText.Problem, text: String) -> String {
        let shown = "“\(text)”"
        func at(_ column: Int) -> String { pick("第 \(column) 列", "column \(column)") }
        switch problem {
        case .empty: return pick("没有数值", "there is no value")
        case .noUnit(let quantity):
            return pick(
                "\(shown) 没有单位；请写明，例如 \(example(quantity))",
                "\(shown) has no unit; write it, for example \(example(quantity))")
        case .notANumber(let column):
            return pick("\(shown) \(at(column))不是数字", "\(shown) is not a number at \(at(column))")
        case .decimalComma(let column):
            return pick("\(shown) \(at(column))有逗号；请用小数点", "\(shown) has a comma at \(at(column)); use a decimal point")
        case .foreignDigit(let column):
            return pick(
                "\(shown) \(at(column))不是半角数字",
                "\(shown) has a digit that is not 0–9 at \(at(column)); type plain digits")
        case .negative(let column): return pick("\(shown) \(at(column))为负", "\(shown) is negative at \(at(column))")
        case .surplusDigits(let column, let unit, let decimals):
            return pick(
                "\(shown) \(at(column))起的小数过多：\(unit) 最多 \(decimals) 位",
                "\(shown) has too many decimals from \(at(column)): \(unit) takes \(decimals)")
        case .unknownUnit(let unit, let column, let quantity):
            return pick(
                "\(shown) \(at(column))的单位“\(unit)”不认识；例如 \(example(quantity))",
                "\(shown) has the unknown unit “\(unit)” at \(at(column)); for example \(example(quantity))")
        case .tooLong(let column):
            return pick("\(shown) \(at(column))起的数过长", "\(shown) has too many digits from \(at(column))")
        }
    }

    /// Why a text is not a gestational age.
    public func gestationalAge(_ problem: GestationalAge.Problem) -> String {
        switch problem {
        case .unreadable(let text): pick("“\(text)”不是胎龄；请写 27+3", "“\(text)” is not a gestational age; write 27+3")
        case .daysBeyondWeek(let text): pick("“\(text)”的天数应为 0–6", "the days of “\(text)” must be 0–6")
        case .outOfRange(let text): pick("胎龄“\(text)”不在 20+0–44+0", "“\(text)” is outside 20+0–44+0")
        }
    }

    private func example(_ quantity: Quantity) -> String {
        switch quantity {
        case .weight: "1520g"
        case .length: "38.5cm"
        case .head: "27.2cm"
        case .temperature: "36.8C"
        case .heartRate, .respiratoryRate: "140/min"
        case .spo2: "97%"
        }
    }
}
