/// The papers of one infant: which are owed, and by when.
struct DuePapers {
    /// One stay of the infant.
    private struct Stay {
        let begin: Entry
        var end: (entry: Entry, destination: Destination)?
    }

    private typealias Written = (entry: Entry, body: Check)

    private let scene: ScheduleScene
    private let closing: Hours
    private let stays: [Stay]

    private var course: Course { scene.course }
    private var zone: Zone { scene.zone }

    init(_ course: Course, closing: Hours) {
        self.closing = closing
        // How ill an infant was said to be in an earlier stay says nothing about this one.
        let current = CurrentStay(course, asOf: course.asOf.instant)
        scene = ScheduleScene(course) { !current.isOver($0) }
        var stays: [Stay] = []
        for entry in course.entries {
            if entry.body is Admission {
                stays.append(Stay(begin: entry))
            } else if let destination = entry.body.stayDestination {
                if stays.isEmpty, let birth = course.birth { stays.append(Stay(begin: birth.entry)) }
                if !stays.isEmpty { stays[stays.count - 1].end = (entry, destination) }
            }
        }
        if stays.isEmpty, let birth = course.birth { stays.append(Stay(begin: birth.entry)) }
        self.stays = stays
    }

    /// The lines of a paper: one, or one for every stay that ended so.
    func lines(_ paper: SchedulePaper) -> [DueItem] {
        switch paper.deadline {
        case .during(let intervals): [line(paper, every: intervals)]
        case .after(let ends, let within, let early): lines(paper, after: ends, within, early)
        }
    }

    // MARK: While the stay lasts

    private func line(_ paper: SchedulePaper, every intervals: [SchedulePaper.Interval]) -> DueItem {
        guard let stay = stays.last else { return item(paper, .unknown, .missing([.birthTime])) }
        guard stay.end == nil else { return item(paper, .notApplicable, .notApplicable(isDiscretionary: false)) }
        if let waived = waived(paper) { return waived }
        let since = stay.begin.at.earliest
        let attempts = checks(paper).filter { $0.entry.at.latest >= since }
        let last = attempts.last { $0.body.result == .complete }
        let reason = reason(attempts, last: last, since: stay.begin.at)
        let base = zone.day(at: (last?.entry ?? stay.begin).at.earliest)
        // An interval whose condition cannot be told may hold, and so may those behind it.
        var answers: [(status: DueStatus, from: Day, by: Day)] = []
        var missing: [ScheduleFact] = []
        for interval in intervals {
            let holds = interval.condition?.holds(scene) ?? .yes
            if holds == .no { continue }
            let by = interval.deadline(after: base)
            let opens = last == nil ? base : base + 1
            let from = paper.opensDays.map { max(opens, by + -$0) } ?? opens
            answers.append((status(paper, from: .day(from), by: .day(by)), from, by))
            if holds == .yes { break }
            for fact in interval.condition?.missing(scene) ?? [] where !missing.contains(fact) { missing.append(fact) }
        }
        guard let first = answers.first else {
            return item(paper, .notApplicable, .notApplicable(isDiscretionary: false))
        }
        // What depends on a fact that is not known is not told, but the last deadline where all have passed.
        func agreed<Value: Equatable>(_ values: [Value]) -> Value? {
            values.allSatisfy { $0 == values.first } ? values.first : nil
        }
        let from = agreed(answers.map(\.from))
        let isOverdue = answers.allSatisfy { $0.status == .overdue }
        let by = isOverdue ? answers.map(\.by).max() : agreed(answers.map(\.by))
        return item(
            paper, answers.allSatisfy { $0.status == first.status } ? first.status : .unknown, reason,
            from: from.map { .day($0) }, by: by.map { .day($0) }, missing: answers.count > 1 ? missing : [])
    }

    // MARK: After the stay

    private func lines(_ paper: SchedulePaper, after ends: [Destination], _ within: Hours, _ early: Hours) -> [DueItem]
    {
        let owed = stays.compactMap { stay in
            stay.end.flatMap { ends.contains($0.destination) ? (begin: stay.begin, end: $0.entry) : nil }
        }
        guard let last = owed.last else {
            let waits = stays.last?.end == nil
            return [item(paper, .notApplicable, waits ? .paperWaits(within) : .notApplicable(isDiscretionary: false))]
        }
        var attempts = checks(paper)
        var lines: [DueItem] = []
        for stay in owed {
            let end = stay.end.at.earliest
            let opens = max(end - early.seconds, stay.begin.at.earliest)
            // Each record settles the oldest stay that still waits for one.
            if let place = attempts.firstIndex(where: { $0.body.result == .complete && $0.entry.at.latest >= opens }) {
                let entry = attempts.remove(at: place).entry
                lines.append(item(paper, .done, .done(EntryRef(entry), at: entry.at)))
                continue
            }
            if stay.end.id == last.end.id, stays.last?.end?.entry.id == last.end.id, let waived = waived(paper) {
                lines.append(waived)
                continue
            }
            let (from, by) = (DueTime.instant(end), DueTime.instant(end + within.seconds))
            let tries = attempts.filter { $0.entry.at.latest >= opens }
            lines.append(
                item(
                    paper, status(paper, from: from, by: by), reason(tries, last: nil, since: stay.end.at), from: from,
                    by: by))
        }
        return lines
    }

    // MARK: Parts

    private func checks(_ paper: SchedulePaper) -> [Written] {
        course.all(Check.self).filter { $0.body.task == paper.task }
    }

    /// Why it stands open: the last one, none at all, or what the last attempt says.
    private func reason(_ attempts: [Written], last: Written?, since: Moment) -> DueReason {
        if let attempt = attempts.last, attempt.body.result != .complete {
            return .notYet(attempt.body.result, EntryRef(attempt.entry))
        }
        return last.map { .paperLast(EntryRef($0.entry), at: $0.entry.at) } ?? .paperMissing(since: since)
    }

    private func waived(_ paper: SchedulePaper) -> DueItem? {
        course.waiver(of: [paper.id, paper.task]).map {
            item(paper, .waived, .waived(by: $0.entry.by, at: $0.entry.at, until: $0.body.until))
        }
    }

    private func status(_ paper: SchedulePaper, from: DueTime, by: DueTime) -> DueStatus {
        DueStatus(
            from: .known(from), by: .known(by), asOf: course.asOf, closing: paper.closing ?? closing, in: zone)
    }

    private func item(
        _ paper: SchedulePaper, _ status: DueStatus, _ reason: DueReason, from: DueTime? = nil, by: DueTime? = nil,
        missing: [ScheduleFact] = []
    ) -> DueItem {
        DueItem(
            id: paper.id, topic: paper.task, title: paper.title, guideline: paper.guideline, status: status,
            reason: reason, from: from, by: by, missing: missing, note: paper.note, basis: paper.basis,
            sources: paper.sources, confidence: paper.confidence)
    }
}

extension DueItem {
    /// Whether something is asked: overdue, closing, due, or the record does not say.
    public var isOpen: Bool {
        switch status {
        case .overdue, .closing, .due, .unknown: true
        case .later, .done, .waived, .notApplicable: false
        }
    }
}
