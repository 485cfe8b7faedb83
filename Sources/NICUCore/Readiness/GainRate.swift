/// The average gain over a window reaches a limit: (last − first) / elapsed days.
public struct GainRate: Sendable, Hashable {
    /// How far back the first weight lies.
    public let window: Hours
    /// How far the first weight may lie from the beginning of the window.
    public let tolerance: Hours
    /// The fewest weights from the first to the last.
    public let minMeasurements: Int
    /// The least gain in grams a day, itself enough.
    public let minGramsPerDay: Int
    /// The oldest last weight that still counts.
    public let maxAge: Hours

    /// Makes one from its parts.
    public init(window: Hours, tolerance: Hours, minMeasurements: Int, minGramsPerDay: Int, maxAge: Hours) {
        self.window = window
        self.tolerance = tolerance
        self.minMeasurements = minMeasurements
        self.minGramsPerDay = minGramsPerDay
        self.maxAge = maxAge
    }
}

extension GainRate: CriterionTest {
    var kinds: Set<Kind> { [.measurement] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool { (entry.body as? Measurement)?.quantity == .weight }

    func finding(in scene: Scene) -> Finding {
        let begin = scene.before(window)
        if let found = scene.unconfirmed(.weight, since: begin - tolerance.seconds) { return found }
        let weights = scene.values(of: .weight)
        guard let last = weights.last else { return Finding(.unknown, .notMeasured(.weight)) }
        let to = last.entry.at.instant
        guard to >= scene.before(maxAge) else {
            return Finding(
                .unknown, .stale(.weight, last: to, maxAge: maxAge), evidence: [EntryRef(last.entry)])
        }
        let near = weights.filter { abs($0.entry.at.instant - begin) <= tolerance.seconds }
        guard let first = near.min(by: { abs($0.entry.at.instant - begin) < abs($1.entry.at.instant - begin) }) else {
            return Finding(
                .unknown, .noFirst(.weight, around: begin, tolerance: tolerance), evidence: [EntryRef(last.entry)])
        }
        let from = first.entry.at.instant
        let used = weights.filter { (from...Swift.max(from, to)).contains($0.entry.at.instant) }
        let evidence = used.map { EntryRef($0.entry) }
        guard used.count >= minMeasurements, to > from else {
            return Finding(
                .unknown, .tooFew(.weight, found: used.count, needed: minMeasurements, within: window),
                evidence: evidence)
        }
        for end in [first, last] {
            if let found = scene.conflict(.weight, with: end, among: weights) { return found }
        }
        let grams = last.body.value - first.body.value
        let gain = Gain(grams: grams, from: from, to: to, count: used.count, needed: minGramsPerDay)
        let isEnough =
            Int64(grams).multipliedFullWidth(by: 86_400) >= Int64(minGramsPerDay).multipliedFullWidth(by: to - from)
        return Finding(isEnough ? .met : .notMet, .gain(gain), evidence: evidence)
    }
}
