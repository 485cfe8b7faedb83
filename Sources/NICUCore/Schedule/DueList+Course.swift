extension CourseNeed {
    /// What the schedule reads.
    public static let schedule = CourseNeed(
        kinds: identity.union([
            .perinatal, .measurement, .check, .attestation, .immunisation, .procedure, .problem, .waiver, .followUp,
            .retraction,
        ]),
        quantities: [.weight])
}

extension Schedule {
    /// What is due for an infant: the schedule's items, what results ask for, and the visits after the stay.
    ///
    /// `guidelines` are those of the unit; `rules` tell how long results hold and how soon they ask for another look. Empty
    /// after death and after treatment was withdrawn.
    public func due(_ course: Course, rules: RuleSet, guidelines: Set<String>) -> DueList {
        if let end = course.stayEnd?.destination, end == .death || end == .withdrawal {
            return DueList(items: [], visitClass: nil, missingForClass: [], visits: [])
        }
        let plan = VisitPlan(visits, course)
        let results = ResultFollowUp.all(rules, course, closing: closing)
        let asked = items(of: guidelines).compactMap { item -> DueItem? in
            let answer = DueQuestion(item: item, schedule: self, course: course).answer
            if item.severity == .advisory, answer.status == .overdue { return nil }
            // What was put off stands in the list once, by its appointment.
            if case .notYet(.deferred, _) = answer.reason,
                results.contains(where: { item.done.tasks.contains($0.topic) })
            {
                return nil
            }
            return answer
        }
        let items = asked + results + [plan.next(closing: closing)].compactMap { $0 }
        let zone = course.clock.zone
        let order = DueStatus.allCases
        let sorted = items.enumerated().sorted { a, b in
            func key(_ item: (offset: Int, element: DueItem)) -> (Int, Int64, Int) {
                let end = item.element.by ?? item.element.from
                return (
                    order.firstIndex(of: item.element.status) ?? order.count,
                    end?.end(in: zone).seconds ?? Int64.max, item.offset
                )
            }
            return key(a) < key(b)
        }
        return DueList(
            items: sorted.map(\.element), visitClass: plan.visitClass, missingForClass: plan.missing,
            visits: plan.days)
    }
}

/// One item of the schedule asked about one course.
struct DueQuestion {
    let item: ScheduleItem
    let schedule: Schedule
    let course: Course

    private var zone: Zone { course.clock.zone }

    var answer: DueItem {
        let applies = item.appliesIf?.holds(course) ?? .yes
        if applies == .no {
            let isLeft = item.discretionary?.holds(course) == .yes
            return line(.notApplicable, .notApplicable(isDiscretionary: isLeft))
        }
        var trigger: Day?
        if let wanted = item.trigger {
            guard let day = wanted.day(in: course) else { return line(.notApplicable, .noTrigger(wanted)) }
            trigger = day
        }
        if let entry = doneBy(trigger) { return line(.done, .done(EntryRef(entry), at: entry.at)) }
        if let waiver = course.waiver(of: [item.id, item.topic]) {
            return line(.waived, .waived(by: waiver.entry.by, at: waiver.entry.at, until: waiver.body.until))
        }
        guard applies == .yes else {
            return line(.unknown, .missing(item.appliesIf?.missing(course) ?? []))
        }
        return standing(trigger)
    }

    private func standing(_ trigger: Day?) -> DueItem {
        var chosen: ScheduleItem.Window?
        for window in item.windows {
            switch window.condition?.holds(course) ?? .yes {
            case .no: continue
            case .unknown: return line(.unknown, .missing(window.condition?.missing(course) ?? []))
            case .yes: chosen = window
            }
            break
        }
        guard let chosen else { return line(.notApplicable, .notApplicable(isDiscretionary: false)) }
        let from = chosen.from?.resolved(course, trigger: trigger)
        let by = chosen.by?.resolved(course, trigger: trigger)
        var missing: [ScheduleFact] = []
        for case .unknown(let facts) in [from, by].compactMap({ $0 }) {
            missing += facts.filter { !missing.contains($0) }
        }
        guard missing.isEmpty else { return line(.unknown, .missing(missing), from: from, by: by) }
        let status = DueStatus(
            from: from, by: by, asOf: course.asOf, closing: schedule.closing, in: zone)
        return line(status, attempt ?? .window, from: from, by: by)
    }

    private func line(
        _ status: DueStatus, _ reason: DueReason, from: ResolvedTime? = nil, by: ResolvedTime? = nil
    ) -> DueItem {
        let before: Bool =
            switch by {
            case .atDischarge, .knownOrDischarge: true
            default: false
            }
        return DueItem(
            id: item.id, topic: item.topic, title: item.title, guideline: item.guideline, status: status,
            reason: reason, from: from?.time, by: by?.time, beforeDischarge: before, note: item.note,
            basis: item.basis, sources: item.sources)
    }

    // MARK: What was done

    /// The last check that says the item was put off.
    private var attempt: DueReason? {
        let last = course.all(Check.self).last { item.done.tasks.contains($0.body.task) }
        return last.flatMap { $0.body.result.isDone ? nil : .notYet($0.body.result, EntryRef($0.entry)) }
    }

    private func doneBy(_ trigger: Day?) -> Entry? {
        let done = item.done
        var since: Instant?
        switch done.since?.resolved(course, trigger: trigger) {
        case .known(let time): since = time.start(in: zone)
        case .none: break
        // Nothing counts where it cannot be told from when it would.
        default: return nil
        }
        return course.entries.first { entry in
            guard since.map({ entry.at.latest >= $0 }) ?? true else { return false }
            return switch entry.body {
            case let body as Check: done.tasks.contains(body.task) && body.result.isDone
            case let body as Immunisation:
                body.given.notGivenReason == nil
                    && done.products.contains { body.given.product.lowercased().contains($0) }
            case let body as Problem: done.problems.contains(body.code.lowercased())
            default: false
            }
        }
    }
}

extension Check.Result {
    /// Whether the task was carried out, whatever came out.
    var isDone: Bool { self != .notDone && self != .deferred }
}

extension DueStatus {
    /// Where a window stands at a moment; a day's last instant still lies in it.
    init(from: ResolvedTime?, by: ResolvedTime?, asOf: Moment, closing: Hours, in zone: Zone) {
        if let from {
            guard let start = from.time?.start(in: zone), asOf.latest >= start else {
                self = .later
                return
            }
        }
        guard let end = by?.time?.end(in: zone) else {
            self = .due
            return
        }
        self = asOf.earliest > end ? .overdue : end - asOf.earliest <= closing.seconds ? .closing : .due
    }
}

extension ScheduleTrigger {
    /// The civil day of the first finding of its kind; nil while there is none.
    func day(in course: Course) -> Day? {
        switch self {
        case .problem(let code, let grades):
            return course.all(Problem.self).first { $0.body.hasGrade(code, grades) }
                .map { $0.body.onset ?? $0.entry.at.day }
        case .procedure(let what, let task):
            let sample = task.flatMap { task in
                course.all(Check.self).first { $0.body.task == task && $0.body.result.isDone }
            }
            return course.all(Procedure.self).first { found in
                found.body.what == what && (sample.map { found.entry.at.earliest < $0.entry.at.latest } ?? true)
            }.map { $0.entry.at.day }
        }
    }
}

extension Course {
    /// The waiver of this stay that holds now for one of these names.
    func waiver(of names: [String]) -> (entry: Entry, body: Waiver)? {
        let stay = last(Admission.self)?.entry.at.earliest
        return all(Waiver.self).last { entry, body in
            names.contains(body.criterion) && stay.map { entry.at.latest >= $0 } ?? true
                && body.until.map { $0.moment(in: clock.zone).latest >= asOf.latest } ?? true
        }
    }
}
