internal import NICUCore

/// The sentences of facts that are told in one breath: what was done, found, or left undone.
extension Wording {
    private var comma: String { pick("，", ", ") }

    /// A procedure with its grade and detail.
    func procedure(_ body: Procedure) -> String {
        ([term(body.what)] + [body.grade.map(term), body.detail].compactMap { $0 }).joined(separator: comma)
    }

    /// A vaccine, or why it was not given.
    func immunisation(_ body: Immunisation) -> String {
        var parts = [term(body.given.product)] + siteAndLot(body.given)
        if let reason = body.given.notGivenReason { parts.append(pick("未接种：", "not given: ") + reason) }
        return parts.joined(separator: comma)
    }

    /// A figure or a visit from after the stay.
    func followUp(_ body: FollowUp) -> String {
        var text = pick("随访", "follow-up")
        if let quantity = body.quantity, let value = body.value {
            let stored = value.scaled(to: quantity.decimals).map { quantity.display(Int($0)) }
            text += pick("：", ": ") + term(quantity.rawValue) + " " + (stored ?? value.text)
        }
        let told = [body.place.map(term), body.source.map(person)].compactMap { $0 }
        return text + (told.isEmpty ? "" : pick("（\(list(told))）", " (\(list(told)))"))
    }

    /// Why something was not measured.
    func omission(_ body: Omission) -> String {
        pick("未测\(term(body.quantity.rawValue))：", "no \(term(body.quantity.rawValue)) taken: ")
            + term(body.why.rawValue)
    }

    /// The counts of a closed round.
    func round(_ body: Round) -> String {
        pick(
            "称重结束：称 \(body.weighed) 名，未称 \(body.notWeighed) 名，遗漏 \(body.left) 名",
            "weigh-round closed: \(body.weighed) weighed, \(body.notWeighed) not weighed, \(body.left) left")
    }

    /// Who may record from now on, or no longer.
    func clinician(_ body: Clinician) -> String {
        switch body.action {
        case .add: pick("\(body.clinician) 加入科室", "\(body.clinician) joined the unit")
        case .retire: pick("\(body.clinician) 离开科室", "\(body.clinician) left the unit")
        }
    }

    /// What a clinician may do.
    func role(_ body: RoleGrant) -> String {
        body.clinician + pick("：", ": ") + term(body.role.rawValue)
    }
}
