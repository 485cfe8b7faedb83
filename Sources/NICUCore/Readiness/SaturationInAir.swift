/// Saturation was recorded long enough without oxygen and never fell below a limit.
public struct SaturationInAir: Sendable, Hashable {
    /// The lowest saturation that is enough, in per cent.
    public let low: Int
    /// How long it must be recorded.
    public let min: Hours
    /// The fewest readings.
    public let minMeasurements: Int
    /// The longest time without a reading, the ends of the window included.
    public let maxGap: Hours
    /// The statement that sleep and feeds were among the hours recorded.
    public let item: String

    /// Makes one from its parts.
    public init(low: Int, min: Hours, minMeasurements: Int, maxGap: Hours, item: String) {
        self.low = low
        self.min = min
        self.minMeasurements = minMeasurements
        self.maxGap = maxGap
        self.item = item
    }
}

extension SaturationInAir: CriterionTest {
    var kinds: Set<Kind> { [.measurement, .state, .attestation] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        switch entry.body {
        case let body as Measurement: body.quantity == .spo2
        case let body as State: body.aspect == Aspect.respiratorySupport
        case let body as Attestation: body.item == item
        default: false
        }
    }

    func finding(in scene: Scene) -> Finding {
        let start = scene.before(min)
        let aspect = Aspect.respiratorySupport
        let states = scene.states(aspect)
        guard let last = states.last else { return Finding(.unknown, .nothingRecorded(aspect: aspect)) }
        guard last.body.value == State.roomAir else {
            return Finding(
                .notMet,
                .otherValue(
                    aspect: aspect, value: last.body.value, since: last.entry.at.instant, allowed: [State.roomAir]),
                evidence: [EntryRef(last.entry)])
        }
        let since = states.reversed().prefix { $0.body.value == State.roomAir }.last?.entry ?? last.entry
        let held = Elapsed(since: since.at.instant, asOf: scene.asOf, needed: min)
        guard held.isEnough else {
            return Finding(
                .notMet, .held(aspect: aspect, value: State.roomAir, held), evidence: [EntryRef(since)],
                earliest: since.at.instant + min.seconds)
        }
        return recorded(scene, since: start)
    }

    private func recorded(_ scene: Scene, since start: Instant) -> Finding {
        let readings = scene.values(of: .spo2).filter { $0.entry.at.instant >= start }
        let evidence = readings.map { EntryRef($0.entry) }
        if let reading = readings.last(where: { $0.body.value < low }) {
            let at = reading.entry.at.instant
            return Finding(
                .notMet, .outOfRange(.spo2, value: reading.body.value, at: at, range: low...100),
                evidence: [EntryRef(reading.entry)], earliest: at + (min.seconds + 1))
        }
        guard readings.count >= minMeasurements else {
            return Finding(
                .unknown, .tooFew(.spo2, found: readings.count, needed: minMeasurements, within: min),
                evidence: evidence)
        }
        let times = [start] + readings.map(\.entry.at.instant) + [scene.asOf]
        for (from, to) in zip(times, times.dropFirst()) where to - from > maxGap.seconds {
            return Finding(.unknown, .gap(.spo2, from: from, to: to, max: maxGap), evidence: evidence)
        }
        guard let statement = scene.course.all(Attestation.self).last(where: { $0.entry.at.instant >= start }) else {
            return Finding(.unknown, .notAttested(item: item), evidence: evidence)
        }
        return Finding(
            statement.body.value ? .met : .notMet,
            statement.body.value
                ? .sustained(.spo2, readings: readings.count, range: low...100, within: min)
                : .attested(item: item, value: false, at: statement.entry.at.instant, by: statement.entry.by),
            evidence: evidence + [EntryRef(statement.entry)])
    }
}
