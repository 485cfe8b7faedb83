/// What a new value is held against besides the infant's own course.
public struct Surroundings: Sendable {
    /// The weights of the siblings of the same birth that are in the record.
    public var siblings: [(code: InfantCode, weights: [DatedWeight])]
    /// The references for a first value; none where there is nothing to compare it with.
    public var references: [GrowthReference]
    /// The results that a new one's task can have; nil where nothing says.
    public var results: [Check.Result]?
    /// The words that name the products of a drug that a new state is about.
    public var products: [String]

    /// Makes one from its parts.
    public init(
        siblings: [(code: InfantCode, weights: [DatedWeight])] = [], references: [GrowthReference] = [],
        results: [Check.Result]? = nil, products: [String] = []
    ) {
        self.siblings = siblings
        self.references = references
        self.results = results
        self.products = products
    }

    /// Nothing to compare with.
    public static let none = Surroundings()
}

extension Course {
    /// The weights that count, for an expected interval; one known to the day stands at its middle.
    public var datedWeights: [DatedWeight] {
        weights.map { DatedWeight(at: $0.entry.at.middle, grams: $0.body.value) }.sorted { $0.at < $1.at }
    }

    /// The interval in which a weight is expected at a moment; nil without weights before it.
    public func expectedWeight(at moment: Moment) -> ExpectedWeight? {
        let day = postnatalAge(on: clock.zone.day(at: moment.earliest))?.days
        return ExpectedWeight(at: moment.earliest, dayOfLife: day, weights: datedWeights)
    }
}

extension Course {
    /// The same course with what was told after the stay as measured values, which a further one is held against.
    var afterStay: Course {
        let entries = entries.map { entry in
            guard let measured = (entry.body as? FollowUp)?.measured else { return entry }
            var entry = entry
            entry.body = measured
            return entry
        }
        return Course(like: self, asOf: asOf, entries: entries, superseded: superseded)
    }
}

extension FollowUp {
    /// The value as one that was measured; nil for a visit without one.
    var measured: Measurement? {
        guard let quantity, let value = value?.scaled(to: quantity.decimals) else { return nil }
        return Measurement(quantity: quantity, value: Int(value))
    }
}
