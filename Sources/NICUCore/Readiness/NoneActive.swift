/// None of some lines, infusions or medicines is running; met only by statements that still hold.
public struct NoneActive: Sendable, Hashable {
    /// The aspects, each on or off.
    public let aspects: [String]

    /// Makes one from its parts.
    public init(aspects: [String]) { self.aspects = aspects }
}

extension NoneActive: CriterionTest {
    var kinds: Set<Kind> { [.state] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        (entry.body as? State).map { aspects.contains($0.aspect) } ?? false
    }

    func finding(in scene: Scene) -> Finding {
        let last = aspects.map { (aspect: $0, state: scene.states($0).last) }
        let evidence = last.compactMap { $0.state.map { EntryRef($0.entry) } }
        for case (let aspect, let state?) in last where state.body.value != "off" {
            return Finding(
                .notMet, .active(aspect: aspect, value: state.body.value, since: state.entry.at.instant),
                evidence: [EntryRef(state.entry)])
        }
        let silent = last.filter { $0.state == nil }.map(\.aspect)
        return silent.isEmpty
            ? Finding(.met, .allOff(aspects), evidence: evidence)
            : Finding(.unknown, .notStated(silent), evidence: evidence)
    }
}
