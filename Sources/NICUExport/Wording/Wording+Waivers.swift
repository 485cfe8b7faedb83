internal import NICUCore

// Whoever gave a waiver is named by login only: a sentence that says a physician did would not be true of every author.
extension Wording {
    /// That a criterion was waived: by whom, when, why and until when.
    func waived(by: String, at: Instant, until: WrittenTime?, why: SealedText?) -> String {
        pick(
            "由 \(by) 豁免（\(time(at))，\(terms(until, why))）", "waived by \(by) (\(time(at)), \(terms(until, why)))")
    }

    /// What a waiver says; `title` is the criterion's own, where its rule set is at hand.
    func waiver(_ body: Waiver, why: SealedText?, title: String? = nil) -> String {
        let set = body.rules.map { pick("（仅 \($0)）", " (\($0) only)") } ?? ""
        return pick("豁免：", "waives ") + (title ?? term(body.criterion)) + set + pick("，", ", ")
            + terms(body.until, why)
    }

    /// Why, and until when.
    private func terms(_ until: WrittenTime?, _ why: SealedText?) -> String {
        let reason =
            why.map {
                $0.text.map { pick("原因：\($0)", "why: \($0)") } ?? pick("原因已封存或清除", "its reason is sealed or erased")
            }
            ?? pick("未记录原因", "no reason recorded")
        let end =
            until.map { $0.moment(in: zone).display }.map { pick("有效至 \($0)", "until \($0)") }
            ?? pick("至本次住院结束", "for the rest of the stay")
        return reason + pick("，", ", ") + end
    }

    /// The answer that a stored decision kept.
    func decision(_ body: Decision) -> String {
        let answer = Overall(rawValue: body.overall).map { overall($0) } ?? body.overall
        return pick("存为决定依据：", "kept for a decision: ") + "\(answer) (\(body.rulesId) \(body.rulesVersion))"
    }
}
