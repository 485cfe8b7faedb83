public import NICUCore

extension Wording {
    /// A plan as a line: its target, limits or word, and until when.
    func plan(_ body: Plan) -> String {
        var text = term(body.target) + pick("：", ": ")
        text += limits(body) ?? body.value.map { term($0) } ?? "–"
        if let until = body.until { text += pick("，至 ", ", until ") + until.moment(in: zone).display }
        return text
    }

    /// The limits of a plan with their unit; nil where it has none.
    public func limits(_ body: Plan) -> String? {
        let unit = body.unit.map { " " + $0 } ?? ""
        return switch (body.low, body.high) {
        case (let low?, let high?): "\(low.text)–\(high.text)\(unit)"
        case (let low?, nil): "≥ \(low.text)\(unit)"
        case (nil, let high?): "≤ \(high.text)\(unit)"
        case (nil, nil): nil
        }
    }

    /// A feed or an infusion.
    func intake(_ body: Intake) -> String {
        var parts = [body.route.map { term($0) } ?? pick("途径未记录", "route not recorded")]
        if let milk = body.milk { parts.append(term(milk)) }
        parts.append(
            body.volumeTenthsMl.map { millilitres($0) } ?? pick("量未记录", "volume not recorded"))
        if let kcal = body.kcalTenths {
            var text = FixedDecimal(significand: Int64(kcal), decimals: 1).text + " kcal"
            // The density shows a slip between the energy of a feed and that of 100 mL.
            if let volume = body.volumeTenthsMl, volume > 0 {
                let density = Wording.fixed(Double(kcal) * 100 / Double(volume), 0)
                text += pick("（\(density) kcal/100 mL）", " (\(density) kcal/100 mL)")
            }
            parts.append(text)
        }
        if let quality = body.quality { parts.append(pick("质量：", "quality ") + term(quality)) }
        if body.byTestWeight == true { parts.append(pick("称重测得", "by test weight")) }
        return parts.joined(separator: pick("，", ", "))
    }

    /// A medicine given, or why it was not.
    func medication(_ body: Medication) -> String {
        var parts = [body.given.product]
        if let dose = body.dose { parts.append(dose.text + (body.unit.map { " " + $0 } ?? "")) }
        if let route = body.route { parts.append(term(route)) }
        parts += siteAndLot(body.given)
        if let reason = body.given.notGivenReason { parts.append(pick("未给：", "not given: ") + reason) }
        return parts.joined(separator: pick("，", ", "))
    }

    /// Where a product was given, and its lot.
    func siteAndLot(_ given: Product) -> [String] {
        [given.site.map(term), given.lot.map { pick("批号 ", "lot ") + $0 }].compactMap { $0 }
    }

    /// Who told whom; what was said stands sealed.
    func communication(_ body: Communication) -> String {
        let whom = person(body.with)
        var text = pick("与\(whom)沟通", "spoke with \(whom)")
        if let said = body.text { text += pick("：", ": ") + (said.text ?? pick("（文字已封存）", "(text sealed)")) }
        return text + signed(body.formSigned)
    }

    /// A consent given or withdrawn.
    func consent(_ body: Consent) -> String {
        term(body.item) + pick("：", ": ") + consent(granted: body.granted) + signed(body.formSigned)
    }

    /// Whether consent is given.
    public func consent(granted: Bool) -> String {
        granted ? pick("同意", "granted") : pick("撤回", "withdrawn")
    }

    private func signed(_ signed: Bool?) -> String {
        signed.map { $0 ? pick("，已签字", ", form signed") : pick("，未签字", ", form not signed") } ?? ""
    }

    /// A volume in tenths of a millilitre.
    func millilitres(_ tenths: Int) -> String { FixedDecimal(significand: Int64(tenths), decimals: 1).text + " mL" }

    // MARK: What the door says

    /// A text is not a limit of a target.
    public func limits(_ problem: TargetLimits.Problem) -> String {
        switch problem {
        case .unreadable(let text):
            pick("“\(text)”应写成 15..20、150 或 ..95 加单位", "“\(text)” must be 15..20, 150 or ..95 with its unit")
        case .noUnit(let units): pick("目标没有单位：\(list(units))", "the target has no unit: \(list(units))")
        case .unit(let unit, let allowed): notOneOf(pick("单位", "unit"), unit, allowed)
        case .reversed(let text): pick("“\(text)”的下限大于上限", "the lower limit of “\(text)” lies above the upper one")
        }
    }

    /// What is typed, with what it means where that is another language.
    public func tokens(_ words: [String]) -> [String] {
        words.map { word in
            let meaning = term(word)
            return language == .zh && meaning != word ? "\(word)（\(meaning)）" : word
        }
    }

    /// A target needs a limit or a word.
    public func targetNeeds(_ target: CareTarget) -> String {
        let allowed = target.units.isEmpty ? target.values : target.units.map { "15..20 " + $0 }
        return pick("请写明目标值：", "say what is aimed at: ") + list(tokens(allowed + [Plan.ended]))
    }

    /// A text is not a volume.
    public func notAVolume(_ text: String) -> String {
        pick("“\(text)”不是入量；请写明单位，例如 35ml", "“\(text)” is not a volume; write it with its unit, for example 35ml")
    }

    /// A text is not a dose.
    public func notADose(_ text: String) -> String {
        pick("“\(text)”不是剂量；请写明单位，例如 12.5 mg", "“\(text)” is not a dose; write it with its unit, for example 12.5 mg")
    }

    /// A text is not an energy.
    public func notAnEnergy(_ text: String) -> String {
        pick(
            "“\(text)”不是能量；写本次总量 24kcal，或密度 80kcal/100ml（须有入量）",
            "“\(text)” is not an energy; write the whole of it, 24kcal, or 80kcal/100ml beside a volume")
    }

    /// What to write about a communication, at a terminal.
    public func communicationPrompt() -> String {
        pick("谈话内容（空行结束）：", "what was said (an empty line ends it):")
    }
}
