/// Asks every criterion of a rule set about a course.
///
/// Pure: the same rules and the same course give the same answer.
public func evaluate(_ rules: RuleSet, _ course: Course) -> ReadinessAnswer {
    let answers = rules.criteria.map { CriterionEvaluation(rules: rules, course: course, criterion: $0).answer }
    let outlook = ReadinessOutlook(rules, course, answers)
    return ReadinessAnswer(
        rulesId: rules.id, rulesVersion: rules.version, rulesDigest: rules.digest,
        overall: Overall(answers.map { ($0.severity, $0.verdict) }),
        waived: answers.filter { $0.verdict == .waived }.map(\.id), criteria: answers,
        outlook: outlook, projection: ReadinessProjection(outlook))
}

/// One criterion asked about one course.
struct CriterionEvaluation {
    let rules: RuleSet
    let course: Course
    let criterion: Criterion
    private let entries: [Entry]
    private let superseded: [Superseded]

    init(rules: RuleSet, course: Course, criterion: Criterion) {
        self.rules = rules
        self.course = course
        self.criterion = criterion
        let test = criterion.asked
        let hasApplicability = criterion.appliesIf != nil
        let kinds = test.kinds
        func isRead(_ entry: Entry) -> Bool {
            kinds.contains(entry.kind) && test.reads(entry, rules) || (hasApplicability && entry.tellsOfBirth)
        }
        entries = course.entries.filter(isRead)
        superseded = course.superseded.filter { isRead($0.entry) || isRead($0.by) }
    }

    /// The answer, waivers included.
    var answer: CriterionAnswer {
        let found = weighingChanges()
        var verdict = found.verdict
        var reason = found.reason
        var evidence = found.evidence
        if found.verdict.rank < Verdict.waived.rank {
            let ends = [course.asOf.earliest, course.asOf.latest].map { waiver(at: $0) }
            if let waiver = ends[0], ends[1]?.entry.id == waiver.entry.id {
                verdict = .waived
                reason = .waived(
                    by: waiver.entry.by, at: waiver.entry.at.instant, until: waiver.body.until,
                    why: waiver.entry.reason, otherwise: reason)
                evidence.append(EntryRef(waiver.entry))
            } else if let waiver = ends.compactMap({ $0 }).first {
                // It held for a part of the day that is asked about.
                let refs = [EntryRef(waiver.entry)]
                (verdict, reason) = (.unknown, .knownToTheDay(refs))
                evidence += refs
            }
        }
        var marks = found.marks
        if case .gainRate(let gain) = criterion.test { marks += gain.outlook(course) }
        var watch: EventWatch?
        if case .eventFreeInterval(let test) = criterion.test, verdict != .notApplicable {
            watch = test.watch(entries, like: course, superseded: superseded, rules: rules)
        }
        return CriterionAnswer(
            id: criterion.id, verdict: verdict, unwaived: found.verdict, severity: criterion.severity,
            basis: criterion.basis, sources: criterion.sources, reason: reason,
            evidence: Set(evidence).sorted { $0.seq < $1.seq }, earliest: found.earliest, marks: marks,
            watch: watch)
    }

    /// The waiver that holds at an instant: of this stay, for this rule set, given by then and not run out.
    private func waiver(at instant: Instant) -> (entry: Entry, body: Waiver)? {
        let stay = course.last(Admission.self)?.entry.at.earliest
        return course.all(Waiver.self).last { entry, body in
            body.criterion == criterion.id && (body.rules ?? rules.id) == rules.id
                && stay.map { entry.at.latest >= $0 } ?? true
                && entry.at.earliest <= instant
                && body.until.map { $0.moment(in: course.clock.zone).latest >= instant } ?? true
        }
    }

    // MARK: Strikes and corrections

    /// A change that turns a blocking verdict towards met is marked, and leaves it unknown until a physician confirms.
    private func weighingChanges() -> Finding {
        var found = finding(of: entries)
        guard criterion.severity == .blocking, found.verdict != .notMet else { return found }
        let chains = EntryChains(course.superseded)
        var unconfirmed: [EntryChange] = []
        for change in superseded where !change.entry.isUncounted {
            let weighing = chains.weighing(change, among: entries, asOf: course.asOf)
            let old = finding(of: weighing.old)
            guard old.verdict.rank < finding(of: weighing.new).verdict.rank,
                change.isStruck || old != finding(of: weighing.neither)
            else { continue }
            let mark = EntryChange(change)
            found.marks.append(.since(mark))
            if change.confirmedBy == nil { unconfirmed.append(mark) }
        }
        if unconfirmed.isEmpty {
            for change in turningTogether(found.verdict) {
                let mark = EntryChange(change)
                found.marks.append(.since(mark))
                unconfirmed.append(mark)
            }
        }
        guard !unconfirmed.isEmpty else { return found }
        found.reason = .awaitsConfirmation(unconfirmed, otherwise: found.reason)
        found.verdict = .unknown
        found.earliest = nil
        found.evidence += unconfirmed.flatMap { [$0.entry, $0.change] }
        return found
    }

    /// Unconfirmed changes that turn the verdict towards met only together; none where there is one of them or no turn.
    private func turningTogether(_ verdict: Verdict) -> [Superseded] {
        // What a physician changed later, and so has looked at, waits for nobody.
        let seen = Set(superseded.filter { $0.confirmedBy != nil }.map(\.entry.id))
        let changes = superseded.filter {
            !$0.entry.isUncounted && $0.confirmedBy == nil && !seen.contains($0.by.id)
        }
        guard changes.count > 1 else { return [] }
        let (old, neither) = EntryChains.undoing(changes, among: entries)
        let before = finding(of: old)
        guard before.verdict.rank < verdict.rank,
            changes.contains(where: \.isStruck) || before != finding(of: neither)
        else { return [] }
        return changes
    }

    // MARK: Times known only to the day

    /// The finding that all readings of vague times agree on.
    private func finding(of entries: [Entry]) -> Finding {
        guard course.asOf.precision == .day else { return finding(of: entries, asOf: course.asOf) }
        let ends = [course.asOf.earliest, course.asOf.latest].map {
            Moment($0, offsetMinutes: course.asOf.offsetMinutes)
        }
        return Finding.agreed(
            ends.map { end in finding(of: entries.filter { $0.at.earliest <= end.instant }, asOf: end) },
            otherwise: .knownToTheDay([]))
    }

    private func finding(of entries: [Entry], asOf: Moment) -> Finding {
        let times = TimesToTheDay(entries, asOf: asOf.instant)
        return Finding.agreed(
            times.readings.map { plainFinding(of: $0, asOf: asOf) }, otherwise: .knownToTheDay(times.refs))
    }

    private func plainFinding(of entries: [Entry], asOf: Moment) -> Finding {
        let holding = CurrentStay(course, asOf: asOf.instant).holding(entries) { criterion.asked.reads($0, rules) }
        let seen = Course(like: course, asOf: asOf, entries: holding, superseded: superseded)
        return applying(criterion.asked.finding(in: Scene(rules: rules, course: seen)), to: seen)
    }

    // MARK: Applicability

    /// Met stays met where it cannot be told whether the criterion applies; everything else is unknown then.
    private func applying(_ found: Finding, to course: Course) -> Finding {
        guard let id = criterion.appliesIf, let test = rules.applicability(id) else { return found }
        let facts = course.evidence(of: Set(test.anyOf.map(\.fact)))
        switch test.applies(course) {
        case .yes: return found
        case .no:
            return Finding(
                .notApplicable, .notApplicable(test: id, discretionary: test.isDiscretionary(course)),
                evidence: facts)
        case .unknown where found.verdict == .met: return found
        case .unknown:
            return Finding(
                .unknown,
                .applicabilityUnknown(test: id, missing: test.missing(course), otherwise: found.reason),
                evidence: found.evidence)
        }
    }
}

extension Entry {
    /// Whether it is a value that never counted, such as an unconfirmed weight.
    fileprivate var isUncounted: Bool { (body as? Measurement).map { !$0.counts } ?? false }
}
