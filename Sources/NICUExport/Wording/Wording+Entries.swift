public import NICUCore

extension Wording {
    /// What an entry says, in one line; a course that holds what it changed tells a confirmation from a strike.
    public func entry(_ entry: Entry, in course: Course? = nil) -> String {
        switch entry.body {
        case let body as Birth: birth(body)
        case let body as Dating:
            (body.gestationalAge.map { pick("胎龄 \($0)", "gestational age \($0)") }
                ?? pick("胎龄不详", "gestational age unknown"))
                + pick("（\(term(body.method.rawValue))）", " (\(term(body.method.rawValue)))")
        case let body as Perinatal: perinatal(body)
        case let body as Admission:
            pick("入院，来自：", "admitted from ") + term(body.from.rawValue)
                + (body.bed.map { pick("，\($0) 床", ", bed \($0)") } ?? "")
        case let body as Bed: pick("转至 \(body.bed) 床", "moved to bed \(body.bed)")
        case let body as Discharge:
            pick("出院：", "discharged: ") + term(body.to.rawValue)
                + (body.code.map { pick("（离院方式 \($0)）", " (code \($0))") } ?? "")
        case let body as Transfer: pick("转往：", "transferred: ") + (body.hospital ?? term(body.to.rawValue))
        case let body as Measurement: measurement(body)
        case let body as State: state(body)
        case let body as Event: event(body)
        case let body as Review:
            body.events.map { pick("\(body.shift) 班：记录事件 \($0) 次", "shift \(body.shift): \($0) events recorded") }
                ?? pick("\(body.shift) 班：未回顾", "shift \(body.shift): not reviewed")
        case let body as Check: check(body)
        case let body as Attestation:
            term(body.item) + pick("：", ": ") + (body.value ? pick("已确认", "attested") : pick("否", "no"))
        case let body as Note: body.text.text ?? pick("（文字已封存）", "(text sealed)")
        case let body as Plan: plan(body)
        case let body as Intake: intake(body)
        case let body as Medication: medication(body)
        case let body as Communication: communication(body)
        case let body as Consent: consent(body)
        case let body as Waiver: waiver(body, why: entry.reason)
        case let body as Decision: decision(body)
        case let body as Retraction:
            confirmation(of: entry, body, in: course)
                ?? pick("删划", "struck out")
                + (body.confirmedBy.map { pick("，\($0) 医师确认", ", confirmed by \($0)") } ?? "")
        case is Identity: pick("身份信息（封存）", "identity (sealed)")
        case let body as Setting: setting(body)
        case let body as Problem: problem(body)
        case let body as Procedure: procedure(body)
        case let body as Lab: lab(body)
        case let body as Immunisation: immunisation(body)
        case let body as FollowUp: followUp(body)
        case let body as Omission: omission(body)
        case let body as Round: round(body)
        case let body as Clinician: clinician(body)
        case let body as RoleGrant: role(body)
        case let body as AdoptedRuleSet: adopted(entry.kind, body.file)
        case let body as AdoptedReferencePack: adopted(entry.kind, body.file)
        default: plain(entry.body)
        }
    }

    /// A measurement with its unit and what was typed.
    public func measurement(_ body: Measurement) -> String {
        var text = term(body.quantity.rawValue) + " " + body.quantity.display(body.value)
        let extras = [
            body.role == .measured ? nil : term(body.role.rawValue), body.site.map(term), body.bed.map(term),
            body.method.map(term), body.asWritten.map { "“\($0)”" },
        ].compactMap { $0 }
        if !extras.isEmpty { text += pick("（\(list(extras))）", " (\(list(extras)))") }
        return text
    }

    /// That a physician confirmed an earlier correction or strike; nil for a strike itself.
    private func confirmation(of entry: Entry, _ body: Retraction, in course: Course?) -> String? {
        guard let by = body.confirmedBy,
            let change = course?.superseded.first(where: { $0.entry.id == entry.corrects }), change.by.id != entry.id
        else { return nil }
        return confirmed(change.by, of: change.entry, by: by)
    }

    /// That a physician confirmed a correction or strike of an entry.
    func confirmed(_ change: Entry, of entry: Entry, by: String) -> String {
        change.kind == .retraction
            ? pick(
                "\(by) 医师确认 #\(entry.seq) 的删划（#\(change.seq)）",
                "the strike #\(change.seq) of #\(entry.seq) confirmed by \(by)")
            : pick(
                "\(by) 医师确认 #\(entry.seq) 的更正（#\(change.seq)）",
                "the correction #\(change.seq) of #\(entry.seq) confirmed by \(by)")
    }

    private func birth(_ body: Birth) -> String {
        pick("出生，", "born, ") + sex(body.sex)
            + (body.of > 1 ? pick("，第 \(body.order)/\(body.of) 胎", ", \(body.order)/\(body.of)") : "")
    }

    private func perinatal(_ body: Perinatal) -> String {
        var parts: [String] = []
        if let antigen = body.maternalHbsag {
            parts.append(pick("母亲 HBsAg：", "mother's HBsAg: ") + term(antigen.rawValue))
        }
        let scores = Perinatal.apgarMinutes.compactMap { minute in body.apgar[minute].map { "\($0) (\(minute) min)" } }
        if !scores.isEmpty { parts.append("Apgar " + scores.joined(separator: ", ")) }
        if let steroids = body.antenatalSteroids {
            parts.append(pick("产前激素：", "antenatal steroids: ") + antenatal(steroids))
        }
        if let delivery = body.delivery { parts.append(antenatal(delivery)) }
        return parts.joined(separator: pick("；", "; "))
    }

    /// The usual words for steroids before birth and for the way of birth; others stand as they were written.
    private func antenatal(_ word: String) -> String {
        switch word {
        case "complete": pick("足疗程", "complete course")
        case "partial": pick("未足疗程", "partial course")
        case "none": pick("未用", "none")
        case "unknown": pick("不详", "unknown")
        case "vaginal": pick("阴道分娩", "vaginal birth")
        case "caesarean": pick("剖宫产", "caesarean")
        default: word
        }
    }

    private func state(_ body: State) -> String {
        var text = term(body.aspect) + pick("：", ": ") + term(body.value)
        let comma = pick("，", ", ")
        if let fio2 = body.fio2Percent { text += comma + "FiO2 \(fio2) %" }
        if let flow = body.flowTenthsLitre {
            text += comma + FixedDecimal(significand: Int64(flow), decimals: 1).padded + " L/min"
        }
        return text + (body.detail.map { comma + $0 } ?? "")
    }

    private func event(_ body: Event) -> String {
        var parts = [list(body.what.map { term($0.rawValue) })]
        if let seconds = body.durationSeconds { parts.append("\(seconds) s") }
        if let rate = body.lowestHeartRate { parts.append(pick("最低心率 \(rate)", "lowest heart rate \(rate)")) }
        if let spo2 = body.lowestSpo2 { parts.append(pick("最低血氧 \(spo2) %", "lowest SpO2 \(spo2) %")) }
        if let seconds = body.desaturationSeconds {
            parts.append(pick("血氧下降 \(seconds) s", "desaturation for \(seconds) s"))
        }
        if body.colourChange == true { parts.append(pick("肤色改变", "colour change")) }
        if body.asleep == true { parts.append(pick("睡眠中", "asleep")) }
        if let intervention = body.intervention {
            parts.append(intervention == .none ? pick("未干预", "no intervention") : term(intervention.rawValue))
        }
        if body.selfResolved == true { parts.append(pick("自行缓解", "self-resolved")) }
        if body.feedingRelated == true { parts.append(pick("与喂养有关", "feeding-related")) }
        return parts.joined(separator: pick("，", ", "))
    }

    private func check(_ body: Check) -> String {
        var text = term(body.task) + pick("：", ": ") + term(body.result.rawValue)
        if let method = body.method { text += pick("（\(method.uppercased())）", " (\(method.uppercased()))") }
        if let followUp = body.followUp {
            text += pick("，预约 ", ", appointment ") + followUp.moment(in: zone).display
            if let place = body.place { text += " " + place }
        }
        return text
    }

    private func setting(_ body: Setting) -> String {
        let phase = ReferencePlan.Phase.allCases.first { Setting.Name($0) == body.name }
        let name = phase.map { pick("生长参考（\(self.phase($0))）", "growth reference \(self.phase($0))") }
        return (name ?? term(body.name.rawValue)) + pick("：", ": ") + body.value
    }

    private func adopted(_ kind: Kind, _ file: AdoptedFile) -> String {
        let name = "\(term(kind.name)) \(file.id) \(file.version)"
        return (file.text == nil ? pick("移除", "removed: ") : pick("采用", "adopted: ")) + name
    }

    /// The members of a body that has no sentence of its own.
    private func plain(_ body: any Body) -> String {
        body.json.members.map { member in
            member.name + "=" + (member.value.string.map(term) ?? member.value.text)
        }.joined(separator: ", ")
    }
}
