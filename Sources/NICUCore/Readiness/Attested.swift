/// A clinician stands for a statement; the latest one counts.
public struct Attested: Sendable, Hashable {
    /// The statement.
    public let item: String

    /// Makes one from its parts.
    public init(item: String) { self.item = item }
}

extension Attested: CriterionTest {
    var kinds: Set<Kind> { [.attestation] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool { (entry.body as? Attestation)?.item == item }

    func finding(in scene: Scene) -> Finding {
        guard let last = scene.course.last(Attestation.self) else {
            return Finding(.unknown, .notAttested(item: item))
        }
        return Finding(
            last.body.value ? .met : .notMet,
            .attested(item: item, value: last.body.value, at: last.entry.at.instant, by: last.entry.by),
            evidence: [EntryRef(last.entry)])
    }
}
