public import NICUCore

extension Wording {
    /// What is odd about a value, with the likeliest slip.
    public func question(_ question: Question) -> String {
        sentence(question) + (question.explanation.map { explanation($0, question.quantity) } ?? "")
    }

    /// Everything that is odd about a value; a slip that would explain several is asked about once.
    public func sentences(_ questions: [Question]) -> [String] {
        var asked: Set<Question.Explanation> = []
        return questions.map { question in
            guard let slip = question.explanation, !asked.insert(slip).inserted else { return self.question(question) }
            return sentence(question)
        }
    }

    private func sentence(_ question: Question) -> String {
        let value = question.quantity.display(question.value)
        let range = question.expected.map {
            "\(question.quantity.digits(of: $0.lowerBound))–\(question.quantity.display($0.upperBound))"
        }
        let last = question.last.map { "\(question.quantity.display($0.value))（\($0.at.display)）" }
        let lastEn = question.last.map { "\(question.quantity.display($0.value)), \($0.at.display)" }
        let figure = question.figure.map { Wording.signed($0, 1) } ?? ""
        switch question.code {
        case .outsideExpected, .farFromExpected:
            return pick(
                "\(value) 不在预期的 \(range ?? "") 之内（上次 \(last ?? "不详")）",
                "\(value) lies outside the \(range ?? "") expected (last \(lastEn ?? "unknown"))")
        case .twinCurve:
            return pick(
                "\(value) 更符合同胞的体重曲线（本患儿预期 \(range ?? "")）",
                "\(value) fits a sibling's curve better than this infant's (expected \(range ?? ""))")
        case .earlyLoss:
            let lost = question.figure.map { Wording.fixed($0, 0) } ?? ""
            return pick(
                "\(value) 比出生体重低 \(lost)%（出生 \(last ?? "")）",
                "\(value) is \(lost) % below the birth weight (\(lastEn ?? ""))")
        case .sameAgain:
            return pick("连续第三次记录 \(value)", "\(value) for the third time in a row")
        case .withinTheHour:
            return pick("一小时内已有 \(last ?? "")", "there is already \(lastEn ?? "") within the hour")
        case .growthChart:
            return pick(
                "\(value) 的 z 为 \(figure)，远离生长参考", "\(value) has a z of \(figure), far off the growth reference")
        case .lengthChange:
            return pick(
                "身长 \(value)，每周 \(figure) cm（上次 \(last ?? "")）",
                "length \(value) is \(figure) cm a week (last \(lastEn ?? ""))")
        case .headFast:
            return pick(
                "头围 \(value)，每周 \(figure) cm，超过 1.25 cm（上次 \(last ?? "")）；请对照头颅超声",
                "head \(value) grows \(figure) cm a week, above 1.25 (last \(lastEn ?? "")); compare head ultrasound")
        case .headFall:
            return pick(
                "头围 \(value) 小于上次 \(last ?? "")", "head \(value) is smaller than the last one (\(lastEn ?? ""))")
        case .unusual:
            return pick(
                "\(term(question.quantity.rawValue)) \(value) 不寻常（通常 \(range ?? "")）",
                "\(term(question.quantity.rawValue)) \(value) is unusual (usually \(range ?? ""))")
        }
    }

    /// What may have happened, as the end of a sentence.
    func explanation(_ explanation: Question.Explanation, _ quantity: Quantity) -> String {
        let value = explanation.value.map { quantity.display($0) } ?? ""
        let words: String =
            switch explanation.cause {
            case .timesTen: pick("多写了一位？应为 \(value)", "ten times too much? \(value) would fit")
            case .tenth: pick("少写了一位？应为 \(value)", "a tenth? \(value) would fit")
            case .kilograms: pick("kg 与 g 混淆？应为 \(value)", "kg for g? \(value) would fit")
            case .pounds: pick("磅与千克混淆？应为 \(value)", "pounds for kilograms? \(value) would fit")
            case .digitsSwapped: pick("两位数字颠倒？应为 \(value)", "two digits swapped? \(value) would fit")
            case .copied: pick("抄了上次的数值？", "the value of the time before, copied?")
            case .equipment: pick("连同衣物、尿布或管路称重？", "weighed with clothes, a nappy or tubing on?")
            case .twin:
                pick(
                    "是不是 \(explanation.sibling?.text ?? "同胞")？", "is it \(explanation.sibling?.text ?? "the sibling")?")
            }
        return pick("；", ": ") + words
    }

    /// Everything that is asked about some values, and how to answer; nothing was saved.
    func questions(_ asked: [AskedQuestions]) -> String {
        var lines = asked.flatMap { sentences($0.questions) }
        let tokens = asked.map(\.token).joined(separator: ",")
        let reason = asked.contains(where: \.questions.needReason) ? pick(" --reason 原因", " --reason …") : ""
        let canWait = asked.allSatisfy(\.canWait)
        let second = asked.contains(where: \.needsSecond) ? pick(" --second 第二人", " --second LOGIN") : ""
        if asked.contains(where: \.wasAnswered) {
            lines.append(pick("给出的确认码不适用于现在的问题。", "the token given does not fit these questions"))
        }
        lines.append(
            pick(
                "什么也没有保存。核对无误请加 --confirm \(tokens)\(reason)\(second)\(canWait ? "；存疑请加 --unconfirmed" : "")。",
                "nothing was saved. If it is right: --confirm \(tokens)\(reason)\(second)\(canWait ? "; in doubt: --unconfirmed" : "")"
            ))
        return lines.joined(separator: "\n")
    }

    /// The questions that values of an import raised, by infant.
    public func imported(_ questions: [(entry: Entry, question: Question)]) -> [String] {
        guard !questions.isEmpty else { return [] }
        return [
            pick("导入的数值中有 \(questions.count) 处存疑：", "questions about imported values: \(questions.count)")
        ]
            + questions.map { entry, question in
                "\(entry.code?.text ?? "") #\(entry.seq) \(entry.at.display): \(self.question(question))"
            }
    }

    /// What a role allows, in words.
    func act(_ act: RoleGrant.Act) -> String {
        switch act {
        case .enter: pick("录入", "enter")
        case .correct: pick("更正", "correct")
        case .waive: pick("豁免", "waive")
        case .decide: pick("保存判定", "decide")
        case .configure: pick("配置", "configure")
        }
    }
}
