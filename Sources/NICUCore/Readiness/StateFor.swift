/// A state has been one of some values, without a break, for long enough.
public struct StateFor: Sendable, Hashable {
    /// The aspect of care.
    public let aspect: String
    /// The values that count.
    public let allowed: [String]
    /// The least that is enough.
    public let min: Hours
    /// A home plan whose completion allows more values.
    public let alternativeTask: String?
    /// The values it allows; nil for any value.
    public let alternativeAllowed: [String]?

    /// Makes one from its parts.
    public init(
        aspect: String, allowed: [String], min: Hours, alternativeTask: String? = nil,
        alternativeAllowed: [String]? = nil
    ) {
        self.aspect = aspect
        self.allowed = allowed
        self.min = min
        self.alternativeTask = alternativeTask
        self.alternativeAllowed = alternativeAllowed
    }
}

extension StateFor: CriterionTest {
    var kinds: Set<Kind> { [.state, .check] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        switch entry.body {
        case let body as State: body.aspect == aspect
        case let body as Check: body.task == alternativeTask
        default: false
        }
    }

    func finding(in scene: Scene) -> Finding {
        let plain = judge(allowed, in: scene)
        guard plain.verdict != .met, let plan = scene.completed(alternativeTask) else { return plain }
        let values = alternativeAllowed.map { allowed + $0 } ?? Aspect.values(of: aspect)
        var wider = judge(values, in: scene)
        wider.evidence.append(EntryRef(plan))
        if let alternativeTask { wider.marks.append(.homePlan(task: alternativeTask)) }
        return wider
    }

    private func judge(_ values: [String], in scene: Scene) -> Finding {
        let states = scene.states(aspect)
        guard let last = states.last else { return Finding(.unknown, .nothingRecorded(aspect: aspect)) }
        guard values.contains(last.body.value) else {
            return Finding(
                .notMet,
                .otherValue(
                    aspect: aspect, value: last.body.value, since: last.entry.at.instant, allowed: values),
                evidence: [EntryRef(last.entry)])
        }
        let run = states.reversed().prefix { values.contains($0.body.value) }
        let since = run.last?.entry.at.instant ?? last.entry.at.instant
        let elapsed = Elapsed(since: since, asOf: scene.asOf, needed: min)
        return Finding(
            elapsed.isEnough ? .met : .notMet, .held(aspect: aspect, value: last.body.value, elapsed),
            evidence: run.reversed().map { EntryRef($0.entry) }, earliest: since + min.seconds)
    }
}
