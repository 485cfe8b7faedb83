/// The latest value is fresh and reaches a limit.
public struct ValueAtLeast: Sendable, Hashable {
    /// What is measured.
    public let quantity: Quantity
    /// The limit in the stored unit, itself enough.
    public let min: Int
    /// The oldest value that still counts.
    public let maxAge: Hours

    /// Makes one from its parts.
    public init(quantity: Quantity, min: Int, maxAge: Hours) {
        self.quantity = quantity
        self.min = min
        self.maxAge = maxAge
    }
}

extension ValueAtLeast: CriterionTest {
    var kinds: Set<Kind> { [.measurement] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool { (entry.body as? Measurement)?.quantity == quantity }

    func finding(in scene: Scene) -> Finding {
        if let found = scene.unconfirmed(quantity, since: scene.before(maxAge)) { return found }
        let values = scene.values(of: quantity)
        guard let last = values.last else { return Finding(.unknown, .notMeasured(quantity)) }
        let at = last.entry.at.instant
        let evidence = [EntryRef(last.entry)]
        guard at >= scene.before(maxAge) else {
            return Finding(.unknown, .stale(quantity, last: at, maxAge: maxAge), evidence: evidence)
        }
        if let found = scene.conflict(quantity, with: last, among: values) { return found }
        return Finding(
            last.body.value >= min ? .met : .notMet, .value(quantity, value: last.body.value, at: at, min: min),
            evidence: evidence)
    }
}
