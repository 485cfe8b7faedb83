import NICUCore

// The event-free interval and the reviews of its shifts.
extension NaiveView {
    func eventFree(_ test: EventFreeInterval) -> Verdict {
        agreed(lengths(test).map { eventFree(test, $0) })
    }

    func shiftReviewed(_ test: ShiftReviewed) -> Verdict {
        for criterion in rules.criteria where criterion.id == test.windowOf {
            guard case .eventFreeInterval(let interval) = criterion.test else { continue }
            return agreed(lengths(interval).map { reviewed(interval, $0) })
        }
        return .unknown
    }

    /// The lengths that can be asked for, in seconds: one, or several where a birth fact is unknown.
    private func lengths(_ test: EventFreeInterval) -> [Int64] {
        var result: [Int64] = []
        for exception in test.exceptions {
            switch holds(exception.test) {
            case true: return result + [exception.min.seconds]
            case false: continue
            default: result.append(exception.min.seconds)
            }
        }
        return result + [test.min.seconds]
    }

    /// What restarts the clock of an interval, as far as it is known.
    private struct Starts {
        var known: [Int64] = []
        /// A drug or pressure that has not stopped.
        var isRunning = false
        /// Something that may have restarted it.
        var isOpen = false
    }

    private func starts(_ test: EventFreeInterval, _ length: Int64) -> Starts {
        var starts = Starts()
        if let birth = births.last { starts.known.append(birth.at) }
        func isCounted(_ start: ClockStart) -> Bool {
            test.countFrom.contains(start) && !isComplete(test.dropStartIfTask[start])
        }
        if isCounted(.lastEventEnd), let definition = rules.events.first(where: { $0.id == test.event }) {
            for event in events {
                let end = event.at + Int64(max(event.body.durationSeconds ?? 0, event.body.desaturationSeconds ?? 0))
                switch NaiveView.counts(event.body, definition) {
                case true: starts.known.append(end)
                case false: break
                default: if now - end < length { starts.isOpen = true }
                }
            }
        }
        if isCounted(.methylxanthineLastDose) {
            switch lastDose(Aspect.methylxanthine) {
            case .running: starts.isRunning = true
            case .at(let dose): starts.known.append(dose)
            case .never: break
            case .unclear(let dose):
                starts.isOpen = true
                if let dose { starts.known.append(dose) }
            }
        }
        if isCounted(.positivePressureStop) {
            let history = states[Aspect.respiratorySupport] ?? []
            if let last = history.last, isPositivePressure(last.body) {
                starts.isRunning = true
            } else if let index = history.lastIndex(where: { isPositivePressure($0.body) }) {
                starts.known.append(history[index + 1].at)
            } else if history.first.map({ now - $0.at < length }) ?? true {
                starts.isOpen = true
            }
        }
        return starts
    }

    private func eventFree(_ test: EventFreeInterval, _ length: Int64) -> Verdict {
        let starts = starts(test, length)
        if starts.isRunning { return .notMet }
        guard let start = starts.known.max() else { return .unknown }
        if now - start < length { return .notMet }
        if starts.isOpen || hasMoreReviewedThanRecorded(length) { return .unknown }
        if let coverage = test.coverage {
            if !isCovered(from: coverage.since == .window ? now - length : start, coverage) { return .unknown }
        }
        return .met
    }

    private func isPositivePressure(_ state: State) -> Bool {
        if rules.positivePressure.values.contains(state.value) { return true }
        guard let limit = rules.positivePressure.aboveFlow[state.value] else { return false }
        guard let flow = state.flowTenthsLitre else { return true }
        return flow > limit
    }

    // MARK: The monitor

    private func isCovered(from start: Int64, _ coverage: EventFreeInterval.Coverage) -> Bool {
        var gaps: [(from: Int64, to: Int64)] = []
        var offSince: Int64? = start
        for state in states[Aspect.monitoring] ?? [] {
            if state.body.value == "on" {
                if let from = offSince, state.at > start { gaps.append((max(from, start), state.at)) }
                offSince = nil
            } else if offSince == nil {
                offSince = state.at
            }
        }
        if let offSince { gaps.append((max(offSince, start), now)) }
        for gap in gaps where gap.to - gap.from > coverage.maxGap.seconds { return false }
        var careDays: [Int: Int64] = [:]
        for gap in gaps {
            var from = gap.from
            while from < gap.to {
                let day = civilDay(from - Int64(clock.careDayStart.secondOfDay))
                var to = from
                while to < gap.to, civilDay(to - Int64(clock.careDayStart.secondOfDay)) == day { to += 1 }
                careDays[day, default: 0] += to - from
                from = to
            }
        }
        return careDays.values.allSatisfy { $0 <= coverage.maxGapPerCareDay.seconds }
    }

    // MARK: Shifts

    private struct NaiveShift {
        let shift: Shift
        let from: Int64
        let to: Int64
    }

    /// The shifts that overlap the last seconds of a length.
    private func shifts(_ length: Int64) -> [NaiveShift] {
        var starts: [(at: Int64, shift: Shift)] = []
        for day in (civilDay(now - length) - 2)...(civilDay(now) + 2) {
            for (index, hour) in clock.shiftStarts.enumerated() {
                let offset = clock.zone.offsetMinutes(at: Instant(seconds: now)) * 60
                starts.append(
                    (Int64(day * 86_400 + hour.secondOfDay - offset), Shift(day: Day(number: day), index: index)))
            }
        }
        starts.sort { $0.at < $1.at }
        var result: [NaiveShift] = []
        for index in 1..<starts.count where starts[index].at > now - length && starts[index - 1].at < now {
            result.append(
                NaiveShift(shift: starts[index - 1].shift, from: starts[index - 1].at, to: starts[index].at))
        }
        return result
    }

    /// The window is what has passed of the interval, at most its length; nothing in it is not a review of it.
    private func reviewed(_ test: EventFreeInterval, _ length: Int64) -> Verdict {
        let begin = max(starts(test, length).known.max() ?? now - length, now - length)
        let ended = shifts(now - begin).filter { $0.to <= now }
        for shift in ended {
            guard let review = reviews.last(where: { $0.body.shift == shift.shift }), review.body.events != nil else {
                return .unknown
            }
        }
        return ended.isEmpty ? .unknown : .met
    }

    /// Whether a review of the window speaks of events that nobody recorded.
    private func hasMoreReviewedThanRecorded(_ length: Int64) -> Bool {
        for shift in shifts(length) {
            guard let told = reviews.last(where: { $0.body.shift == shift.shift })?.body.events else { continue }
            if told > events.filter({ shift.from <= $0.at && $0.at < shift.to }).count { return true }
        }
        return false
    }

    // MARK: Which events count

    /// Nil where it cannot be told.
    static func counts(_ event: Event, _ definition: EventDefinition) -> Bool? {
        let clauses = definition.anyOf.map { clause in
            all(clause.parts.map { part in holds(part, event) ?? (namesAspect(of: part, event) ? nil : false) })
        }
        let included: Bool? = clauses.contains(true) ? true : clauses.contains(nil) ? nil : false
        if included == false { return false }
        let exclusions = definition.exclude.map { clause in
            all(
                clause.parts.map { part in
                    if case .interventionIn = part, event.selfResolved == true, let done = event.intervention,
                        clause.contradictedBy.contains(done)
                    {
                        return nil
                    }
                    return holds(part, event)
                })
        }
        if exclusions.contains(true) { return false }
        return exclusions.contains(nil) ? nil : included
    }

    private static func all(_ parts: [Bool?]) -> Bool? {
        parts.contains(false) ? false : parts.contains(nil) ? nil : true
    }

    /// Nil where the value was not recorded.
    private static func holds(_ part: EventPart, _ event: Event) -> Bool? {
        let apnoea = event.what.contains(.apnoea) ? event.durationSeconds : 0
        switch part {
        case .apnoeaSecondsAtLeast(let limit): return apnoea.map { $0 >= limit }
        case .apnoeaSecondsBelow(let limit): return apnoea.map { $0 < limit }
        case .apnoea: return event.what.contains(.apnoea)
        case .heartRateBelow(let limit): return event.lowestHeartRate.map { $0 < limit }
        case .heartRateAtLeast(let limit): return event.lowestHeartRate.map { $0 >= limit }
        case .spo2Below(let limit): return event.lowestSpo2.map { $0 < limit }
        case .spo2AtLeast(let limit): return event.lowestSpo2.map { $0 >= limit }
        case .desaturationSecondsAtLeast(let limit): return event.desaturationSeconds.map { $0 >= limit }
        case .colourChange(let value): return event.colourChange.map { $0 == value }
        case .interventionIn(let set): return event.intervention.map { set.contains($0) }
        case .feedingRelated(let value): return event.feedingRelated.map { $0 == value }
        case .selfResolved(let value): return event.selfResolved.map { $0 == value }
        }
    }

    private static func namesAspect(of part: EventPart, _ event: Event) -> Bool {
        switch part {
        case .apnoeaSecondsAtLeast, .apnoeaSecondsBelow, .apnoea: event.what.contains(.apnoea)
        case .heartRateBelow, .heartRateAtLeast: event.what.contains(.bradycardia)
        case .spo2Below, .spo2AtLeast, .desaturationSecondsAtLeast:
            // A saturation below 90 %, or how long it was low, tells of a desaturation as the word does.
            event.what.contains(.desaturation) || event.desaturationSeconds ?? 0 > 0 || event.lowestSpo2 ?? 100 < 90
        case .colourChange, .interventionIn, .feedingRelated, .selfResolved: false
        }
    }
}
