/// A drug was stopped long enough ago, counted from the last dose given.
public struct TimeSinceStopped: Sendable, Hashable {
    /// The aspect of the drug.
    public let drug: String
    /// The least that is enough.
    public let min: Hours
    /// The verdict where it was explicitly never given.
    public let ifNever: Verdict
    /// A home plan whose completion stands in place of the criterion.
    public let alternativeTask: String?

    /// Makes one from its parts.
    public init(drug: String, min: Hours, ifNever: Verdict, alternativeTask: String? = nil) {
        self.drug = drug
        self.min = min
        self.ifNever = ifNever
        self.alternativeTask = alternativeTask
    }
}

extension TimeSinceStopped: CriterionTest {
    var kinds: Set<Kind> { [.state, .medication, .check] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        rules.tells(entry, ofDrug: drug) || ((entry.body as? Check).map { $0.task == alternativeTask } ?? false)
    }

    func finding(in scene: Scene) -> Finding {
        let plain = judge(scene)
        guard plain.verdict.rank < Verdict.met.rank, let task = alternativeTask, let plan = scene.completed(task)
        else { return plain }
        return Finding(
            .met, .homePlan(task: task), evidence: plain.evidence + [EntryRef(plan)], marks: [.homePlan(task: task)])
    }

    private func judge(_ scene: Scene) -> Finding {
        switch scene.history(ofDrug: drug) {
        case .silent: return Finding(.unknown, .nothingRecorded(aspect: drug))
        case .never(let entry):
            return Finding(ifNever, .neverGiven(aspect: drug), evidence: [EntryRef(entry)])
        case .active(let entry):
            return Finding(
                .notMet, .active(aspect: drug, value: "on", since: entry.at.instant), evidence: [EntryRef(entry)])
        case .stopped(let dose, let entries):
            let elapsed = Elapsed(since: dose, asOf: scene.asOf, needed: min)
            return Finding(
                elapsed.isEnough ? .met : .notMet, .stopped(aspect: drug, elapsed),
                evidence: entries.map(EntryRef.init), earliest: dose + min.seconds)
        case .dosesOnly(let dose, let entries):
            let elapsed = Elapsed(since: dose, asOf: scene.asOf, needed: min)
            return elapsed.isEnough
                ? Finding(.unknown, .nothingRecorded(aspect: drug), evidence: entries.map(EntryRef.init))
                : Finding(.notMet, .stopped(aspect: drug, elapsed), evidence: entries.map(EntryRef.init))
        }
    }
}
