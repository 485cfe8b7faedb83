import NICUCore

// Weight, temperature, states, lines, ages and statements, one function a kind.
extension NaiveView {
    func valueAtLeast(_ test: ValueAtLeast) -> Verdict {
        guard test.quantity == .weight else { return .unknown }
        let oldest = now - test.maxAge.seconds
        if hasUnconfirmedWeight(from: oldest, to: now) { return .unknown }
        guard let used = weights.last, used.at >= oldest, !isContradicted(used) else { return .unknown }
        return used.body.value >= test.min ? .met : .notMet
    }

    func gainRate(_ test: GainRate) -> Verdict {
        let begin = now - test.window.seconds
        if hasUnconfirmedWeight(from: begin - test.tolerance.seconds, to: now) { return .unknown }
        guard let last = weights.last, last.at >= now - test.maxAge.seconds else { return .unknown }
        var first: Timed<Measurement>?
        for weight in weights where abs(weight.at - begin) <= test.tolerance.seconds {
            if let nearest = first, abs(nearest.at - begin) <= abs(weight.at - begin) { continue }
            first = weight
        }
        guard let first, last.at > first.at else { return .unknown }
        var count = 0
        for weight in weights where first.at <= weight.at && weight.at <= last.at { count += 1 }
        if count < test.minMeasurements || isContradicted(first) || isContradicted(last) { return .unknown }
        let gained = Int64(last.body.value - first.body.value) * 86_400
        return gained >= Int64(test.minGramsPerDay) * (last.at - first.at) ? .met : .notMet
    }

    func rangeSustained(_ test: RangeSustained) -> Verdict {
        struct Reading {
            let at: Int64
            let seq: Int64
            let value: Int
            let bed: String?
        }
        var certain: [Reading] = []
        var siteUnknown: [Reading] = []
        for one in measurements where one.body.quantity == test.quantity && one.body.role == .measured {
            if one.at < now - test.window.seconds { continue }
            let state = states[Aspect.thermal]?.last { $0.at <= one.at }
            let reading = Reading(
                at: one.at, seq: one.seq, value: one.body.value, bed: one.body.bed ?? state?.body.value)
            if test.bed != nil, reading.bed == nil { continue }
            if test.site == nil || one.body.site == test.site {
                certain.append(reading)
            } else if one.body.site == nil {
                siteUnknown.append(reading)
            }
        }
        func verdict(_ readings: [Reading]) -> Verdict {
            for reading in readings {
                if let bed = test.bed, reading.bed != bed { return .notMet }
                if test.range.contains(reading.value) { continue }
                guard let recheck = test.recheck else { return .notMet }
                let borderline = recheck.low.contains(reading.value) || recheck.high.contains(reading.value)
                let followed = readings.contains {
                    ($0.at, $0.seq) > (reading.at, reading.seq)
                        && $0.at - reading.at <= recheck.withinSeconds && test.range.contains($0.value)
                }
                if !borderline || !followed { return .notMet }
            }
            if readings.count < test.minMeasurements { return .unknown }
            let times = [now - test.window.seconds] + readings.map(\.at) + [now]
            for index in 1..<times.count where times[index] - times[index - 1] > test.maxGap.seconds {
                return .unknown
            }
            return .met
        }
        var verdicts: [Verdict] = []
        for choice in 0..<(1 << siteUnknown.count) {
            let chosen = siteUnknown.indices.filter { choice >> $0 & 1 == 1 }.map { siteUnknown[$0] }
            verdicts.append(verdict((certain + chosen).sorted { $0.at < $1.at }))
        }
        return agreed(verdicts)
    }

    func stateFor(_ test: StateFor) -> Verdict {
        let history = states[test.aspect] ?? []
        if history.isEmpty { return .unknown }
        let plan = isComplete(test.alternativeTask)
        var since: Int64?
        for state in history {
            var counts = test.allowed.contains(state.body.value)
            if plan { counts = counts || test.alternativeAllowed?.contains(state.body.value) ?? true }
            if !counts { since = nil } else if since == nil { since = state.at }
        }
        guard let since else { return .notMet }
        return now - since >= test.min.seconds ? .met : .notMet
    }

    func noneActive(_ test: NoneActive) -> Verdict {
        let values = test.aspects.map { states[$0]?.last?.body.value }
        if values.contains("on") { return .notMet }
        return values.allSatisfy { $0 == "off" } ? .met : .unknown
    }

    func ageAtLeast(_ test: AgeAtLeast) -> Verdict {
        guard let gestationalAge, let birth = births.last else { return .unknown }
        return gestationalAge + civilDay(now) - civilDay(birth.at) >= test.minDays ? .met : .notMet
    }

    func attested(_ test: Attested) -> Verdict {
        guard let last = attestations.last(where: { $0.body.item == test.item }) else { return .unknown }
        return last.body.value ? .met : .notMet
    }

    // MARK: Drugs

    /// What is known of a drug's last dose.
    enum LastDose {
        case running
        case at(Int64)
        case never
        /// No course is stated, or one is denied that doses speak for; the latest dose known of.
        case unclear(Int64?)
    }

    func lastDose(_ drug: String) -> LastDose {
        let words = rules.products[drug] ?? []
        var doses: [Int64] = []
        for medication in medications where medication.body.given.notGivenReason == nil {
            let product = medication.body.given.product.lowercased()
            if words.contains(where: { product.contains($0.lowercased()) }) { doses.append(medication.at) }
        }
        // What is recorded of a course stands against a statement that the drug was never given.
        let history = states[drug] ?? []
        switch history.last(where: { $0.body.value != "never" }) {
        case .some(let last) where last.body.value == "off": return .at(max(last.at, doses.max() ?? last.at))
        case .some: return .running
        case nil: break
        }
        if let dose = doses.max() { return .unclear(dose) }
        return history.isEmpty ? .unclear(nil) : .never
    }

    func timeSinceStopped(_ test: TimeSinceStopped) -> Verdict {
        var verdict = Verdict.unknown
        switch lastDose(test.drug) {
        case .running: verdict = .notMet
        case .at(let dose): verdict = now - dose >= test.min.seconds ? .met : .notMet
        case .never: verdict = test.ifNever
        case .unclear(let dose): if let dose, now - dose < test.min.seconds { verdict = .notMet }
        }
        if !NaiveReadiness.good(verdict), isComplete(test.alternativeTask) { return .met }
        return verdict
    }

    // MARK: Screens

    func taskDone(_ test: TaskDone) -> Verdict {
        var worst = Verdict.met
        for ear in ["left", "right"] {
            let one = checks.last { $0.body.task == test.task && [nil, "both", ear].contains($0.body.ear) }
            let verdict = one.map { self.verdict(of: $0, test) } ?? .unknown
            if verdict == .notMet { return .notMet }
            if verdict == .unknown { worst = .unknown }
        }
        return worst
    }

    private func verdict(of check: Timed<Check>, _ test: TaskDone) -> Verdict {
        let result = check.body.result
        if test.accept.contains(result) {
            let method = method(of: check.body, test)
            if method == .met, let mother = test.mother { return dose(at: check.at, mother) }
            return method
        }
        if let holds = test.holds[result] { return now - check.at <= holds.seconds ? .met : .unknown }
        guard test.acceptWithFollowUp.contains(result), let followUp = check.body.followUp, check.body.place != nil
        else { return .notMet }
        let moment = followUp.moment(in: clock.zone)
        let appointed = agreed(
            [moment.earliest.seconds, moment.latest.seconds].map { appointment in
                if appointment <= now { return .notMet }
                if let limit = test.followUpWithin[result], appointment - check.at > limit.seconds { return .notMet }
                return method(of: check.body, test)
            })
        if test.mother == nil { return appointed }
        // To put a dose off is for infants of mothers without the antigen; with it the dose is due at once.
        switch mothers.last(where: { $0.body.maternalHbsag != nil })?.body.maternalHbsag {
        case .negative: return appointed
        case .positive: return .notMet
        default: return appointed == .notMet ? .notMet : .unknown
        }
    }

    private func method(of check: Check, _ test: TaskDone) -> Verdict {
        if test.methods.isEmpty { return .met }
        guard let method = check.method else { return .unknown }
        return test.methods.contains(method) ? .met : .notMet
    }

    /// Whether a dose counts, by the mother's antigen and the weight when it was given.
    private func dose(at time: Int64, _ mother: TaskDone.Mother) -> Verdict {
        switch mothers.last(where: { $0.body.maternalHbsag != nil })?.body.maternalHbsag {
        case .negative: return .met
        case .positive:
            let oldest = time - mother.weightMaxAge.seconds
            if hasUnconfirmedWeight(from: oldest, to: time) { return .unknown }
            guard let used = weights.last(where: { $0.at <= time }), used.at >= oldest, !isContradicted(used) else {
                return .unknown
            }
            return used.body.value >= mother.minGramsIfPositive ? .met : .notMet
        default: return .unknown
        }
    }
}
