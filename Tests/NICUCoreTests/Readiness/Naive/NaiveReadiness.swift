import NICUCore

/// What the second, slow evaluator says about a course.
struct NaiveAnswer {
    var verdicts: [String: Verdict] = [:]
    var overall = Overall.ready
}

/// A second evaluator of readiness, written from the prose of the rules and sharing no logic with the first.
///
/// It tries every bound of every vague time and undoes every strike, one configuration after the other.
struct NaiveReadiness {
    let rules: RuleSet
    let course: Course
    let changes: NaiveChanges
    private var known: [[Int]: [String: Verdict]] = [:]

    init(_ rules: RuleSet, _ course: Course) {
        self.rules = rules
        self.course = course
        changes = NaiveChanges(course)
    }

    static func answer(_ rules: RuleSet, _ course: Course) -> NaiveAnswer {
        var naive = NaiveReadiness(rules, course)
        var answer = NaiveAnswer()
        for criterion in rules.criteria { answer.verdicts[criterion.id] = naive.verdict(of: criterion) }
        // Nobody is ready because nothing was asked.
        if !rules.criteria.contains(where: { $0.severity == .blocking }) { answer.overall = .indeterminate }
        for criterion in rules.criteria where criterion.severity == .blocking {
            switch answer.verdicts[criterion.id] {
            case .notMet: answer.overall = .notReady
            case .met, .notApplicable, .waived: break
            default: if answer.overall == .ready { answer.overall = .indeterminate }
            }
        }
        return answer
    }

    // MARK: One criterion

    private mutating func verdict(of criterion: Criterion) -> Verdict {
        let now = changes.now
        var verdict = plain(criterion.id, now)
        if criterion.severity == .blocking, NaiveReadiness.good(verdict), needsConfirmation(criterion.id) {
            verdict = .unknown
        }
        guard verdict == .notMet || verdict == .unknown else { return verdict }
        var waived: Set<Bool> = []
        for view in views(changes.effective(now)) { waived.insert(view.isWaived(criterion.id)) }
        if waived == [true] { return .waived }
        return waived == [false] ? verdict : .unknown
    }

    static func good(_ verdict: Verdict) -> Bool { verdict == .met || verdict == .notApplicable }

    private static func step(_ verdict: Verdict) -> Int { verdict == .notMet ? 0 : verdict == .unknown ? 1 : 2 }

    /// Whether some strike or correction that no physician confirmed turned the verdict towards met.
    ///
    /// Each link is judged for what it did: with the later links of its chain undone, beside every state the other
    /// unconfirmed changes went through.
    private mutating func needsConfirmation(_ id: String) -> Bool {
        for (place, chain) in changes.chains.enumerated() {
            for link in chain.links where !link.isConfirmed && !link.replacesUnconfirmedWeight {
                for others in changes.surroundings(of: place) {
                    var before = others
                    var after = others
                    var neither = others
                    before[place] = link.number - 1
                    after[place] = link.number
                    neither[place] = -1
                    let was = NaiveReadiness.step(plain(id, before))
                    guard NaiveReadiness.step(plain(id, after)) > was else { continue }
                    if link.isStrike || plain(id, neither) != plain(id, before) { return true }
                    if countsByItself(id, chain.nodes[link.number - 1], in: others, place) { return true }
                }
            }
        }
        return false
    }

    /// Whether an entry holds a criterion back, though without it something else does as well.
    ///
    /// Then it is the last word on its matter and holds the criterion back as the only one; or it leaves open, or settles,
    /// something the criterion rests on.
    private func countsByItself(_ id: String, _ entry: Entry, in others: [Int], _ place: Int) -> Bool {
        var configuration = others
        configuration[place] = -1
        let all = changes.effective(configuration)
        if let review = entry.body as? Review, review.events == nil { return true }
        if let event = entry.body as? Event, counts(event) != false { return true }
        let isBirthWeight = (entry.body as? Measurement)?.role == .birth
        return [course.asOf.earliest, course.asOf.latest].contains { end in
            let all = all.filter { $0.at.earliest <= end }
            guard entry.at.earliest <= end else { return false }
            if entry.body is Dating || isBirthWeight {
                let with = views(all + [entry], at: end).map { [$0.gestationalAge, $0.birthWeight] }
                return with != views(all, at: end).map { [$0.gestationalAge, $0.birthWeight] }
            }
            let now = standing(id, all + [entry], at: end)
            if let weight = entry.body as? Measurement, weight.quantity == .weight, weight.role == .measured {
                // A verdict that another value would change rests on this one.
                for value in [200, 8000] {
                    var other = entry
                    other.body = Measurement(quantity: .weight, value: value)
                    if standing(id, all + [other], at: end) != now { return true }
                }
            }
            let same = all.filter { NaiveReadiness.isSameMatter($0.body, entry.body) }
            let isFollowed = same.contains { ($0.at.instant, $0.seq) > (entry.at.instant, entry.seq) }
            if isFollowed, !(entry.body is Measurement) { return false }
            let rest = all.filter { !NaiveReadiness.isSameMatter($0.body, entry.body) }
            return standing(id, rest + [entry], at: end) < standing(id, rest, at: end)
        }
    }

    private func counts(_ event: Event) -> Bool? {
        let answers = rules.events.map { NaiveView.counts(event, $0) }
        return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    }

    private func views(_ entries: [Entry], at end: Instant) -> [NaiveView] {
        views(entries).filter { $0.now == end.seconds }
    }

    /// How far a test itself stands from met at one end of the question, whoever it applies to.
    private func standing(_ id: String, _ entries: [Entry], at end: Instant) -> Int {
        guard let criterion = rules.criteria.first(where: { $0.id == id }) else { return 1 }
        let verdicts = Set(views(entries, at: end).map { $0.verdict(of: criterion.test) })
        return NaiveReadiness.step(verdicts.count == 1 ? verdicts.first ?? .unknown : .unknown)
    }

    private static func isSameMatter(_ a: any Body, _ b: any Body) -> Bool {
        switch (a, b) {
        case (let a as State, let b as State): a.aspect == b.aspect
        case (let a as Check, let b as Check): a.task == b.task
        case (let a as Attestation, let b as Attestation): a.item == b.item
        case (let a as Measurement, let b as Measurement): a.quantity == b.quantity
        default: a.kind == b.kind
        }
    }

    /// The verdict without waivers when each chain of changes stands where the configuration says.
    private mutating func plain(_ id: String, _ configuration: [Int]) -> Verdict {
        if known[configuration] == nil { known[configuration] = evaluated(changes.effective(configuration)) }
        return known[configuration]?[id] ?? .unknown
    }

    /// Every verdict that the combinations of vague times agree on.
    private func evaluated(_ entries: [Entry]) -> [String: Verdict] {
        var all: [String: Verdict] = [:]
        for view in views(entries) {
            for criterion in rules.criteria {
                let verdict = view.verdict(of: criterion)
                all[criterion.id] = all[criterion.id].map { $0 == verdict ? verdict : .unknown } ?? verdict
            }
        }
        return all
    }

    /// One view for every combination of the ends of the times that are known only to the day.
    private func views(_ entries: [Entry]) -> [NaiveView] {
        let vague = entries.indices.filter { entries[$0].at.precision == .day }
        var result: [NaiveView] = []
        for now in Set([course.asOf.earliest.seconds, course.asOf.latest.seconds]) {
            // A fact of the day of the question may have happened before it or after it, unless it was recorded by then.
            for (choice, isAhead) in (0..<(1 << vague.count)).flatMap({ [($0, false), ($0, true)] }) {
                var facts = entries.map {
                    NaiveFact(at: $0.at.earliest.seconds, seq: $0.seq, recorded: $0.recorded.seconds, body: $0.body)
                }
                for (bit, index) in vague.enumerated() where choice >> bit & 1 == 1 {
                    let latest = entries[index].at.latest.seconds
                    let hadHappened = !isAhead || entries[index].recorded.seconds <= now
                    facts[index].at = hadHappened ? max(facts[index].at, min(latest, now)) : latest
                }
                result.append(NaiveView(rules: rules, clock: course.clock, now: now, facts: facts))
            }
        }
        return result
    }
}
