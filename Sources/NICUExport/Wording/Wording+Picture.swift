internal import NICUCore

extension Wording {
    /// What nobody recorded, said so.
    func notRecorded() -> String { pick("未记录", "not recorded") }

    /// What an entry says on a paper that is handed on: as ``entry(_:)``, with sentences for the facts of care.
    ///
    /// Texts that may name people stay in the record.
    func fact(_ entry: Entry) -> String {
        switch entry.body {
        case let body as Problem: problem(body)
        case let body as Medication: medication(body)
        case let body as Immunisation: product(body.given)
        case let body as Procedure: list([term(body.what), body.grade, body.detail].compactMap { $0 })
        case let body as Lab: lab(body)
        case let body as Plan: planned(body)
        case let body as Intake: intake(body)
        case is Note: pick("病程文字（内容在病历中）", "a note (its text is in the record)")
        case let body as Communication: pick("沟通：", "told: ") + person(body.with)
        case let body as Waiver: pick("豁免：", "waived: ") + term(body.criterion)
        case is Retraction: pick("删划", "struck out")
        default: self.entry(entry)
        }
    }

    /// A problem with its grade and its days.
    func problem(_ body: Problem) -> String {
        var text = term(body.code)
        if let grade = body.grade { text += pick("，", ", ") + self.grade(grade) }
        if let onset = body.onset { text += pick("，自 \(onset)", ", since \(onset)") }
        if let resolved = body.resolved { text += pick("，\(resolved) 缓解", ", resolved \(resolved)") }
        return text
    }

    private func grade(_ grade: String) -> String {
        switch grade {
        case "mild": pick("轻度", grade)
        case "moderate": pick("中度", grade)
        case "severe": pick("重度", grade)
        default: term(grade)
        }
    }

    private func product(_ given: Product) -> String {
        guard let reason = given.notGivenReason else { return given.product }
        return pick("\(given.product)：未给（\(reason)）", "\(given.product): not given (\(reason))")
    }

    /// A laboratory value with its unit and flag.
    func lab(_ body: Lab) -> String {
        var text = term(body.code)
        if let value = body.value { text += " \(value.text) \(body.unit ?? "")" }
        if let flag = body.flag { text += pick("（\(labFlag(flag))）", " (\(labFlag(flag)))") }
        return text
    }

    private func labFlag(_ flag: String) -> String {
        switch flag {
        case "low": pick("偏低", "low")
        case "high": pick("偏高", "high")
        case "critical": pick("危急值", "critical")
        default: term(flag)
        }
    }

    /// A target of the care plan.
    func planned(_ body: Plan) -> String {
        let bounds =
            switch (body.low?.text, body.high?.text) {
            case (let low?, let high?): "\(low)–\(high)"
            case (let low?, nil): "≥ \(low)"
            case (nil, let high?): "≤ \(high)"
            case (nil, nil): ""
            }
        var text = term(body.target) + pick("：", ": ")
        text += ([body.value.map(term), bounds.isEmpty ? nil : "\(bounds) \(body.unit ?? "")"] as [String?])
            .compactMap { $0 }.joined(separator: " ")
        if let until = body.until {
            text += pick("，至 \(until.moment(in: zone).display)", ", until \(until.moment(in: zone).display)")
        }
        return text
    }

    /// A state with its details and since when it has had its value; `named` where its aspect is not said elsewhere.
    func held(_ state: HeldState, named: Bool = true) -> String {
        let whole = entry(state.entry)
        let aspect = term(state.body.aspect) + pick("：", ": ")
        let text = !named && whole.hasPrefix(aspect) ? String(whole.dropFirst(aspect.count)) : whole
        let since = state.since.at.display
        let latest = state.entry.at.display
        let words = pick("自 \(since)", "since \(since)")
        return state.since.id == state.entry.id
            ? text + pick("，", ", ") + words
            : text + pick("，\(words)（最近记录 \(latest)）", ", \(words) (last entry \(latest))")
    }

    /// The methylxanthine as the record has it.
    func drug(_ history: DrugHistory, asOf: Instant) -> String {
        switch history {
        case .active(let entry):
            return pick("正在使用，\(entry.at.display) 记录", "being given, by the entry of \(entry.at.display)")
        case .stopped(let at, _):
            return pick("已停，末次剂量 \(time(at))", "off, last dose \(time(at))")
                + pick("（\(lapse(asOf - at))前）", " (\(lapse(asOf - at)) ago)")
        case .dosesOnly(let at, _):
            return pick(
                "末次记录的剂量 \(time(at))，是否停用未记录", "last recorded dose \(time(at)); whether it was stopped is not recorded")
        case .never(let entry):
            return pick("从未使用（\(entry.at.display) 记录）", "never given (entry of \(entry.at.display))")
        case .silent: return notRecorded()
        }
    }

    /// A length of time: hours below three days, days from then on.
    func lapse(_ seconds: Int64) -> String {
        let hours = Int(max(seconds, 0) / 3600)
        return hours < 72 ? pick("\(hours) 小时", "\(hours) h") : pick("\(hours / 24) 天", "\(hours / 24) d")
    }
}
