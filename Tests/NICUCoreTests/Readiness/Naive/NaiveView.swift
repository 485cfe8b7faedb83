import NICUCore

/// A fact at one definite second.
struct NaiveFact {
    var at: Int64
    let seq: Int64
    var recorded: Int64
    let body: any Body
}

/// A body with its second and its place in the record.
struct Timed<Content> {
    let at: Int64
    let seq: Int64
    let body: Content
}

/// Everything that has happened by one definite second, sorted by kind.
struct NaiveView {
    let rules: RuleSet
    let clock: WardClock
    let now: Int64
    private(set) var births: [Timed<Birth>] = []
    private(set) var datings: [Timed<Dating>] = []
    private(set) var mothers: [Timed<Perinatal>] = []
    private(set) var measurements: [Timed<Measurement>] = []
    private(set) var states: [String: [Timed<State>]] = [:]
    private(set) var events: [Timed<Event>] = []
    private(set) var reviews: [Timed<Review>] = []
    private(set) var checks: [Timed<Check>] = []
    private(set) var attestations: [Timed<Attestation>] = []
    private(set) var medications: [Timed<Medication>] = []
    private(set) var waivers: [Timed<Waiver>] = []
    private(set) var admissions: [Timed<Admission>] = []
    private(set) var intakes: [Timed<Intake>] = []
    private(set) var plans: [Timed<Plan>] = []

    init(rules: RuleSet, clock: WardClock, now: Int64, facts: [NaiveFact]) {
        self.rules = rules
        self.clock = clock
        self.now = now
        func add<B>(_ fact: NaiveFact, _ list: inout [Timed<B>]) {
            if let body = fact.body as? B { list.append(Timed(at: fact.at, seq: fact.seq, body: body)) }
        }
        let ordered = facts.sorted(by: { ($0.at, $0.seq) < ($1.at, $1.seq) }).filter { $0.at <= now }
        // When a stay has ended nobody watches, and what was said before says nothing about the next one.
        let left = ordered.last { ($0.body.kind == .discharge || $0.body.kind == .transfer) && $0.at < now }
        // A plan and a dosing weight are decisions of one stay.
        let back = left.flatMap { left in
            ordered.last { $0.body.kind == .admission && ($0.at, $0.seq) > (left.at, left.seq) }
        }
        for fact in ordered {
            if fact.body is Plan || (fact.body as? Measurement)?.role == .dosing, let left {
                if let back, fact.at < back.at { continue }
                if back == nil, fact.at <= left.at { continue }
            }
            if let left, fact.at <= left.at, fact.recorded <= left.at {
                if fact.body.kind == .attestation { continue }
                if let state = fact.body as? State, state.aspect != "monitoring" { continue }
            }
            switch fact.body.kind {
            case .birth: add(fact, &births)
            case .dating: add(fact, &datings)
            case .perinatal: add(fact, &mothers)
            case .measurement: add(fact, &measurements)
            case .event: add(fact, &events)
            case .review: add(fact, &reviews)
            case .check: add(fact, &checks)
            case .attestation: add(fact, &attestations)
            case .medication: add(fact, &medications)
            case .waiver: add(fact, &waivers)
            case .admission: add(fact, &admissions)
            case .intake: add(fact, &intakes)
            case .plan: add(fact, &plans)
            case .state:
                if let body = fact.body as? State { add(fact, &states[body.aspect, default: []]) }
            default: break
            }
        }
        if let left, let watched = states["monitoring"] {
            let off = Timed(at: left.at, seq: left.seq, body: State(aspect: "monitoring", value: "off"))
            states["monitoring"] = (watched + [off]).sorted { ($0.at, $0.seq) < ($1.at, $1.seq) }
        }
    }

    // MARK: Simple questions

    /// The weights that count.
    var weights: [Timed<Measurement>] {
        measurements.filter { $0.body.quantity == .weight && ($0.body.role == .measured || $0.body.role == .birth) }
    }

    /// Whether a weight that nobody confirmed lies between two seconds, both included.
    func hasUnconfirmedWeight(from: Int64, to: Int64) -> Bool {
        measurements.contains {
            $0.body.quantity == .weight && $0.body.role == .unconfirmed && from <= $0.at && $0.at <= to
        }
    }

    /// Whether another weight close in time differs too much from the one used.
    func isContradicted(_ used: Timed<Measurement>) -> Bool {
        for other in weights where other.seq != used.seq {
            let apart = abs(other.at - used.at)
            let difference = abs(other.body.value - used.body.value)
            if apart <= rules.conflict.withinSeconds, difference * 100 > rules.conflict.percent * used.body.value {
                return true
            }
        }
        return false
    }

    /// A re-dating replaces the dating before it, whatever time either carries.
    var gestationalAge: Int? { datings.max { $0.seq < $1.seq }?.body.gestationalAge?.days }

    var birthWeight: Int? {
        measurements.last { $0.body.quantity == .weight && $0.body.role == .birth }?.body.value
    }

    /// Days since 1970 of the unit's calendar.
    func civilDay(_ second: Int64) -> Int {
        let local = second + Int64(clock.zone.offsetMinutes(at: Instant(seconds: second))) * 60
        return Int((Double(local) / 86_400).rounded(.down))
    }

    func isComplete(_ task: String?) -> Bool {
        guard let task else { return false }
        return checks.last { $0.body.task == task }?.body.result == .complete
    }

    /// Nil where the fact is unknown.
    func holds(_ test: BirthTest) -> Bool? {
        guard let value = test.fact == .gestationalAge ? gestationalAge : birthWeight else { return nil }
        switch test.relation {
        case .lessThan(let limit): return value < limit
        case .atMost(let limit): return value <= limit
        case .moreThan(let limit): return value > limit
        case .atLeast(let limit): return value >= limit
        case .between(let range): return value >= range.lowerBound && value <= range.upperBound
        }
    }

    /// Nil where it cannot be told.
    func applies(_ criterion: Criterion) -> Bool? {
        guard let name = criterion.appliesIf else { return true }
        guard let test = rules.applicability.first(where: { $0.id == name }) else { return nil }
        let parts = test.anyOf.map { holds($0) }
        if parts.contains(true) { return true }
        return parts.contains(nil) ? nil : false
    }

    /// A waiver counts for its set, until its time, and for the stay it was given in.
    func isWaived(_ id: String) -> Bool {
        for waiver in waivers where waiver.body.criterion == id {
            if let set = waiver.body.rules, set != rules.id { continue }
            if let until = waiver.body.until, now > until.moment(in: clock.zone).latest.seconds { continue }
            if admissions.contains(where: { $0.at > waiver.at }) { continue }
            return true
        }
        return false
    }

    // MARK: Verdicts

    /// The verdict of a criterion, applicability included.
    func verdict(of criterion: Criterion) -> Verdict {
        let applies = applies(criterion)
        if applies == false { return .notApplicable }
        let verdict = verdict(of: criterion.test)
        if applies == nil { return verdict == .met ? .met : .unknown }
        return verdict
    }

    /// The verdict of a test, whoever it applies to.
    func verdict(of test: Criterion.Test) -> Verdict {
        switch test {
        case .valueAtLeast(let test): valueAtLeast(test)
        case .gainRate(let test): gainRate(test)
        case .rangeSustained(let test): rangeSustained(test)
        case .eventFreeInterval(let test): eventFree(test)
        case .timeSinceStopped(let test): timeSinceStopped(test)
        case .stateFor(let test): stateFor(test)
        case .noneActive(let test): noneActive(test)
        case .ageAtLeast(let test): ageAtLeast(test)
        case .taskDone(let test): taskDone(test)
        case .attested(let test): attested(test)
        case .shiftReviewed(let test): shiftReviewed(test)
        // Left out of the shipped sets that are compared; compared by itself.
        case .oralVolume(let test): oralVolume(test)
        // Left out of the sets that are compared.
        case .saturationInAir, .feedsUneventful: .unknown
        }
    }
}

/// A criterion evaluated for every value an unknown could take: agreement is an answer.
func agreed(_ verdicts: [Verdict]) -> Verdict {
    guard let first = verdicts.first else { return .unknown }
    return verdicts.allSatisfy { $0 == first } ? first : .unknown
}
