/// Every reading of a window lies in a range, taken often enough and in one kind of bed.
public struct RangeSustained: Sendable, Hashable {
    /// When a borderline reading is forgiven: one in range follows soon enough.
    public struct Recheck: Sendable, Hashable {
        /// The longest time between the two, in seconds.
        public let withinSeconds: Int64
        /// Values just below the range, in the stored unit.
        public let low: ClosedRange<Int>
        /// Values just above the range, in the stored unit.
        public let high: ClosedRange<Int>

        /// Makes one from its parts.
        public init(withinSeconds: Int64, low: ClosedRange<Int>, high: ClosedRange<Int>) {
            self.withinSeconds = withinSeconds
            self.low = low
            self.high = high
        }
    }

    /// What is measured.
    public let quantity: Quantity
    /// Where it must be taken; nil for anywhere.
    public let site: String?
    /// The range in the stored unit, both ends included.
    public let range: ClosedRange<Int>
    /// How far back it looks.
    public let window: Hours
    /// The fewest readings.
    public let minMeasurements: Int
    /// The longest time without a reading, the ends of the window included.
    public let maxGap: Hours
    /// When a borderline reading is forgiven; nil for never.
    public let recheck: Recheck?
    /// The bed the readings must be taken in; nil for any.
    public let bed: String?

    /// Makes one from its parts.
    public init(
        quantity: Quantity, site: String?, range: ClosedRange<Int>, window: Hours, minMeasurements: Int,
        maxGap: Hours, recheck: Recheck?, bed: String?
    ) {
        self.quantity = quantity
        self.site = site
        self.range = range
        self.window = window
        self.minMeasurements = minMeasurements
        self.maxGap = maxGap
        self.recheck = recheck
        self.bed = bed
    }
}

extension RangeSustained: CriterionTest {
    var kinds: Set<Kind> { [.measurement, .state] }

    private typealias Reading = (entry: Entry, body: Measurement, bed: String?)

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        switch entry.body {
        case let body as Measurement: body.quantity == quantity
        case let body as State: body.aspect == Aspect.thermal && bed != nil
        default: false
        }
    }

    func finding(in scene: Scene) -> Finding {
        let readings = readings(in: scene)
        guard let site else { return judge(readings, in: scene) }
        let possible = readings.filter { $0.body.site == site || $0.body.site == nil }
        let open = possible.indices.filter { possible[$0].body.site == nil }
        guard !open.isEmpty else { return judge(possible, in: scene) }
        // Each reading without a site is judged both as one of the site and as one that does not count.
        func judged(_ counts: (Int) -> Bool) -> Finding {
            let left = Set(open.indices.filter { !counts($0) }.map { open[$0] })
            return judge(possible.indices.filter { !left.contains($0) }.map { possible[$0] }, in: scene)
        }
        return Finding.agreed(
            Ambiguity.choices(open.count).map { judged($0) }, otherwise: .siteNotRecorded(quantity, site: site))
    }

    /// The readings of the closed window with the bed each was taken in; without a known bed none counts.
    private func readings(in scene: Scene) -> [Reading] {
        let start = scene.before(window)
        let beds = bed == nil ? [] : scene.states(Aspect.thermal)
        var result: [Reading] = []
        for (entry, body) in scene.values(of: quantity) where entry.at.instant >= start {
            let place = body.bed ?? beds.last { $0.entry.at.instant <= entry.at.instant }?.body.value
            if bed == nil || place != nil { result.append((entry, body, place)) }
        }
        return result
    }

    private func judge(_ readings: [Reading], in scene: Scene) -> Finding {
        let start = scene.before(window)
        var marks: [VerdictMark] = []
        var fault: Finding?
        for (index, reading) in readings.enumerated() {
            let at = reading.entry.at.instant
            let leaves = at + (window.seconds + 1)
            if let bed, let place = reading.bed, place != bed {
                fault = Finding(
                    .notMet, .otherBed(place, at: at, wanted: bed), evidence: [EntryRef(reading.entry)],
                    earliest: leaves)
            } else if !range.contains(reading.body.value) {
                if let after = rechecked(reading, by: readings[(index + 1)...]) {
                    marks.append(.rechecked(EntryRef(reading.entry), by: EntryRef(after)))
                } else {
                    fault = Finding(
                        .notMet, .outOfRange(quantity, value: reading.body.value, at: at, range: range),
                        evidence: [EntryRef(reading.entry)], earliest: leaves)
                }
            }
        }
        if var fault {
            fault.marks = marks
            return fault
        }
        if let found = scene.unconfirmed(quantity, since: start) { return found }
        let evidence = readings.map { EntryRef($0.entry) }
        if readings.isEmpty { return Finding(.unknown, .notMeasured(quantity)) }
        guard readings.count >= minMeasurements else {
            return Finding(
                .unknown, .tooFew(quantity, found: readings.count, needed: minMeasurements, within: window),
                evidence: evidence, marks: marks)
        }
        let times = [start] + readings.map(\.entry.at.instant) + [scene.asOf]
        for (from, to) in zip(times, times.dropFirst()) where to - from > maxGap.seconds {
            return Finding(
                .unknown, .gap(quantity, from: from, to: to, max: maxGap), evidence: evidence, marks: marks)
        }
        return Finding(
            .met, .sustained(quantity, readings: readings.count, range: range, within: window), evidence: evidence,
            marks: marks)
    }

    /// The reading in range that forgives a borderline one.
    private func rechecked(_ reading: Reading, by later: ArraySlice<Reading>) -> Entry? {
        guard let recheck,
            recheck.low.contains(reading.body.value) || recheck.high.contains(reading.body.value)
        else { return nil }
        return later.first {
            range.contains($0.body.value) && (bed == nil || $0.bed == bed)
                && $0.entry.at.instant - reading.entry.at.instant <= recheck.withinSeconds
        }?.entry
    }
}
