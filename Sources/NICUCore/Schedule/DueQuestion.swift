/// One item of the schedule asked about one infant.
struct DueQuestion {
    let item: ScheduleItem
    let closing: Hours
    let scene: ScheduleScene
    private let waiver: (entry: Entry, body: Waiver)?
    private let checks: [(entry: Entry, body: Check)]
    private let products: [Entry]
    private let problems: [Entry]

    private var course: Course { scene.course }
    private var zone: Zone { scene.zone }

    init(_ item: ScheduleItem, closing: Hours, _ scene: ScheduleScene) {
        self.item = item
        self.closing = closing
        self.scene = scene
        let course = scene.course
        let done = item.done
        waiver = course.waiver(of: [item.id, item.topic])
        checks = done.tasks.isEmpty ? [] : course.all(Check.self).filter { done.tasks.contains($0.body.task) }
        products =
            done.products.isEmpty
            ? []
            : course.all(Immunisation.self).filter { _, body in
                body.given.notGivenReason == nil
                    && done.products.contains { body.given.product.lowercased().contains($0) }
            }.map(\.entry)
        problems =
            done.problems.isEmpty
            ? [] : course.all(Problem.self).filter { done.problems.contains($0.body.code.lowercased()) }.map(\.entry)
    }

    /// The answer; where a fact is missing, that of every value it could take if they agree.
    var answer: DueItem {
        let plain = answer(scene)
        guard plain.status == .unknown, case .missing = plain.reason else { return plain }
        let (missing, scenes) = scene.completions(for: ScheduleQuestions(item))
        guard let first = scenes.first.map({ answer($0) }), first.status != .unknown else { return plain }
        var (from, by, before): (DueTime?, DueTime?, Bool) = (first.from, first.by, first.beforeDischarge)
        for scene in scenes.dropFirst() {
            let other = answer(scene)
            guard other.status == first.status else { return plain }
            // A date that depends on the fact is not told.
            if other.from != from { from = nil }
            if other.by != by { by = nil }
            before = before && other.beforeDischarge
        }
        return first.agreed(from: from, by: by, beforeDischarge: before, missing: missing)
    }

    private func answer(_ scene: ScheduleScene) -> DueItem {
        let applies = item.appliesIf?.holds(scene) ?? .yes
        if applies == .no {
            let isLeft = item.discretionary?.holds(scene) == .yes
            return line(.notApplicable, .notApplicable(isDiscretionary: isLeft))
        }
        var trigger: Day?
        if let wanted = item.trigger {
            guard let day = wanted.day(in: course) else { return line(.notApplicable, .noTrigger(wanted)) }
            trigger = day
        }
        let done = done(scene, trigger)
        if case .entry(let entry) = done { return line(.done, .done(EntryRef(entry), at: entry.at)) }
        if let waiver {
            return line(.waived, .waived(by: waiver.entry.by, at: waiver.entry.at, until: waiver.body.until))
        }
        guard applies == .yes else {
            return line(.unknown, .missing(item.appliesIf?.missing(scene) ?? []))
        }
        switch done {
        case .open(let reason?) where reason.leavesOpen: return line(.unknown, reason)
        default: break
        }
        return standing(scene, trigger, done)
    }

    private func standing(_ scene: ScheduleScene, _ trigger: Day?, _ done: Done) -> DueItem {
        var chosen: ScheduleItem.Window?
        for window in item.windows {
            switch window.condition?.holds(scene) ?? .yes {
            case .no: continue
            case .unknown: return line(.unknown, .missing(window.condition?.missing(scene) ?? []))
            case .yes: chosen = window
            }
            break
        }
        guard let chosen else { return line(.notApplicable, .notApplicable(isDiscretionary: false)) }
        let from = chosen.from?.resolved(scene, trigger: trigger)
        let by = chosen.by?.resolved(scene, trigger: trigger)
        var missing: [ScheduleFact] = []
        for case .unknown(let facts) in [from, by].compactMap({ $0 }) {
            missing += facts.filter { !missing.contains($0) }
        }
        guard missing.isEmpty else { return line(.unknown, .missing(missing), chosen, from: from, by: by) }
        let status = DueStatus(from: from, by: by, asOf: course.asOf, closing: closing, in: zone)
        var reason = DueReason.window
        if case .open(let why?) = done { reason = why }
        return line(status, reason, chosen, from: from, by: by)
    }

    private func line(
        _ status: DueStatus, _ reason: DueReason, _ window: ScheduleItem.Window? = nil, from: ResolvedTime? = nil,
        by: ResolvedTime? = nil
    ) -> DueItem {
        let before: Bool =
            switch by {
            case .atDischarge, .knownOrDischarge: true
            default: false
            }
        let isOpen = window != nil && item.precondition?.holds(scene) ?? .yes != .yes
        return DueItem(
            id: item.id, topic: item.topic, title: item.title, guideline: item.guideline, status: status,
            reason: reason, from: from?.time, by: by?.time, beforeDischarge: before,
            awaits: isOpen ? item.precondition?.tests.filter { $0.holds(scene) != .yes }.map(\.fact) ?? [] : [],
            note: item.note, basis: item.basis, fromBasis: window?.fromBasis, byBasis: window?.byBasis,
            sources: item.sources, confidence: item.confidence)
    }

    // MARK: What was done

    private enum Done {
        case entry(Entry)
        /// Not done; with what the last attempt lacks.
        case open(DueReason?)
    }

    private func done(_ scene: ScheduleScene, _ trigger: Day?) -> Done {
        var since: Instant?
        switch item.done.since?.resolved(scene, trigger: trigger) {
        case .known(let time): since = time.start(in: zone)
        case .none: break
        // Nothing counts where it cannot be told from when it would.
        default: return .open(nil)
        }
        func counts(_ entry: Entry) -> Bool { since.map { entry.at.latest >= $0 } ?? true }
        var entries = problems.filter(counts)
        // The last of as many doses as the item needs.
        entries += products.filter(counts).dropFirst(item.done.doses - 1).prefix(1)
        let last = checks.last { $0.body.result.isDone && counts($0.entry) }
        let methods = item.done.methodsIf?.holds(scene) == .no ? [] : item.done.methods
        let accepted = checks.filter { entry, body in
            body.result.isDone && counts(entry) && (methods.isEmpty || body.method.map(methods.contains) ?? false)
        }
        let ears = TaskDone.ears.map { ear in accepted.first { $0.body.ear == ear }?.entry }
        entries += [accepted.first { !TaskDone.ears.contains($0.body.ear ?? "") }?.entry].compactMap { $0 }
        // The two ears one by one: done with the later.
        if !ears.contains(where: { $0 == nil }) {
            entries += [ears.compactMap { $0 }.max(by: Course.inOrder)].compactMap { $0 }
        }
        if let first = entries.min(by: Course.inOrder) { return .entry(first) }
        // The last check may say that the item was put off.
        if let attempt = checks.last, !attempt.body.result.isDone {
            return .open(.notYet(attempt.body.result, EntryRef(attempt.entry)))
        }
        guard let last else { return .open(nil) }
        let ref = EntryRef(last.entry)
        if let one = ears.compactMap({ $0 }).first, let place = ears.firstIndex(where: { $0 == nil }) {
            return .open(.earMissing(task: last.body.task, ear: TaskDone.ears[place], EntryRef(one)))
        }
        guard let method = last.body.method else {
            return .open(.methodMissing(task: last.body.task, ref, accepted: methods))
        }
        return .open(.otherMethod(task: last.body.task, method: method, ref, accepted: methods))
    }
}

extension DueReason {
    /// Whether the record does not say if what was done counts.
    fileprivate var leavesOpen: Bool {
        switch self {
        case .methodMissing, .earMissing: true
        default: false
        }
    }
}

extension DueItem {
    /// The answer on which every value of the missing facts agrees.
    fileprivate func agreed(
        from: DueTime?, by: DueTime?, beforeDischarge: Bool, missing: [ScheduleFact]
    ) -> DueItem {
        DueItem(
            id: id, topic: topic, title: title, guideline: guideline, status: status, reason: reason, from: from,
            by: by, beforeDischarge: beforeDischarge, missing: missing, awaits: awaits, note: note, basis: basis,
            fromBasis: fromBasis, byBasis: byBasis, sources: sources, confidence: confidence)
    }
}
