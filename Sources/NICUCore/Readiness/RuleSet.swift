/// A short text in the two languages of the unit.
public struct RuleText: Sendable, Hashable {
    /// Chinese.
    public let zh: String
    /// English.
    public let en: String

    /// Makes one from its parts.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}

/// A publication that a rule set names.
public struct RuleSource: Sendable, Hashable {
    /// Its name in the rule file.
    public let id: String
    /// The publication.
    public let citation: String
    /// What of it was seen, in the words of the rule file.
    public let seen: RuleText?

    /// Makes one from its parts.
    public init(id: String, citation: String, seen: RuleText? = nil) {
        self.id = id
        self.citation = citation
        self.seen = seen
    }
}

/// When two weights taken close together contradict each other.
public struct ConflictRule: Sendable, Hashable {
    /// The longest time between them, in seconds.
    public let withinSeconds: Int64
    /// The largest difference that is still taken for one weight, in per cent of the weight used.
    public let percent: Int

    /// Makes one from its parts.
    public init(withinSeconds: Int64, percent: Int) {
        self.withinSeconds = withinSeconds
        self.percent = percent
    }
}

/// Which respiratory states are positive pressure.
public struct PositivePressure: Sendable, Hashable {
    /// Values that always are.
    public let values: Set<String>
    /// Values that are above a flow, in tenths of a litre a minute; a flow that was not recorded counts as above.
    public let aboveFlow: [String: Int]

    /// Makes one from its parts.
    public init(values: Set<String>, aboveFlow: [String: Int]) {
        self.values = values
        self.aboveFlow = aboveFlow
    }

    /// Whether a respiratory state is positive pressure.
    public func includes(_ state: State) -> Bool {
        if values.contains(state.value) { return true }
        guard let limit = aboveFlow[state.value] else { return false }
        return state.flowTenthsLitre.map { $0 > limit } ?? true
    }
}

/// Readiness criteria as one unit or guideline states them; data, never code.
public struct RuleSet: Sendable, Hashable {
    /// Its name in the rule file.
    public var id: String
    /// Semantic version of the file.
    public var version: String
    /// SHA-256 of the file in hexadecimal digits.
    public var digest: String
    /// What it is called in print.
    public var title: RuleText
    /// ISO country code, or `none`.
    public var jurisdiction: String
    /// The ids of the sources.
    public var sources: [RuleSource]
    /// What the words of confidence mean.
    public var confidence: [Confidence: RuleText]
    /// When two weights contradict each other.
    public var conflict: ConflictRule
    /// Which breathing support is positive pressure.
    public var positivePressure: PositivePressure
    /// The products of each drug aspect, as words that a product's name contains.
    public var products: [String: [String]]
    /// Which events count, by name.
    public var events: [EventDefinition]
    /// To whom criteria apply, by name.
    public var applicability: [ApplicabilityTest]
    /// The requirements, in the order of the file.
    public var criteria: [Criterion]
    /// What the guideline asks and the set does not test.
    public var untested: [RuleText]

    /// Makes one from its parts.
    public init(
        id: String, version: String, digest: String, title: RuleText, jurisdiction: String, sources: [RuleSource],
        confidence: [Confidence: RuleText], conflict: ConflictRule, positivePressure: PositivePressure,
        products: [String: [String]], events: [EventDefinition], applicability: [ApplicabilityTest],
        criteria: [Criterion], untested: [RuleText]
    ) {
        self.id = id
        self.version = version
        self.digest = digest
        self.title = title
        self.jurisdiction = jurisdiction
        self.sources = sources
        self.confidence = confidence
        self.conflict = conflict
        self.positivePressure = positivePressure
        self.products = products
        self.events = events
        self.applicability = applicability
        self.criteria = criteria
        self.untested = untested
    }

    /// The event definition of a name.
    public func event(_ id: String) -> EventDefinition? { events.first { $0.id == id } }
    /// The applicability test of a name.
    public func applicability(_ id: String) -> ApplicabilityTest? { applicability.first { $0.id == id } }
    /// The criterion of a name.
    public func criterion(_ id: String) -> Criterion? { criteria.first { $0.id == id } }
    /// The source of a name.
    public func source(_ id: String) -> RuleSource? { sources.first { $0.id == id } }
}
