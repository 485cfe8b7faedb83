/// A fact about the infant that applicability and parameters depend on.
public enum BirthFact: String, Sendable, Hashable, CaseIterable {
    /// Gestational age at birth in completed days.
    case gestationalAge = "ga_days"
    /// Birth weight in grams.
    case birthWeight = "bw_g"
}

/// One comparison of a fact about the birth.
public struct BirthTest: Sendable, Hashable {
    /// How the fact is compared.
    public enum Relation: Sendable, Hashable {
        case lessThan(Int), atMost(Int), moreThan(Int), atLeast(Int)
        case between(ClosedRange<Int>)
    }

    /// The fact that is compared.
    public let fact: BirthFact
    /// How it is compared.
    public let relation: Relation

    /// Makes one from its parts.
    public init(_ fact: BirthFact, _ relation: Relation) {
        self.fact = fact
        self.relation = relation
    }

    /// Whether it holds for a value; unknown for none.
    public func holds(_ value: Int?) -> Truth {
        guard let value else { return .unknown }
        switch relation {
        case .lessThan(let limit): return Truth(value < limit)
        case .atMost(let limit): return Truth(value <= limit)
        case .moreThan(let limit): return Truth(value > limit)
        case .atLeast(let limit): return Truth(value >= limit)
        case .between(let range): return Truth(range.contains(value))
        }
    }
}

/// To which infants a criterion applies, three-valued.
public struct ApplicabilityTest: Sendable, Hashable {
    /// Its name in the rule file.
    public let id: String
    /// It applies when any of these holds.
    public let anyOf: [BirthTest]
    /// Infants for whom it is left to the physician; without influence on the verdict.
    public let discretionary: [BirthTest]
    /// The ids of the sources.
    public let sources: [String]
    /// How well the source was seen.
    public let confidence: Confidence?

    /// Makes one from its parts.
    public init(
        id: String, anyOf: [BirthTest], discretionary: [BirthTest] = [], sources: [String] = [],
        confidence: Confidence? = nil
    ) {
        self.id = id
        self.anyOf = anyOf
        self.discretionary = discretionary
        self.sources = sources
        self.confidence = confidence
    }

    /// Whether it applies, by the facts that are known.
    public func applies(_ course: Course) -> Truth {
        Truth.any(anyOf.map { $0.holds(course.value(of: $0.fact)) })
    }

    /// The facts it asks about that are not recorded.
    func missing(_ course: Course) -> [BirthFact] {
        BirthFact.allCases.filter { fact in anyOf.contains { $0.fact == fact } && course.value(of: fact) == nil }
    }

    /// Whether it is left to the physician.
    func isDiscretionary(_ course: Course) -> Bool {
        discretionary.contains { $0.holds(course.value(of: $0.fact)) == .yes }
    }
}

extension Course {
    /// A fact about the birth as a number; nil is unknown.
    public func value(of fact: BirthFact) -> Int? {
        switch fact {
        case .gestationalAge: gestationalAge?.days
        case .birthWeight: birthWeight?.grams
        }
    }

    /// The entries behind the facts about the birth.
    func evidence(of facts: some Sequence<BirthFact>) -> [EntryRef] {
        facts.compactMap { fact in
            switch fact {
            case .gestationalAge: latestDating?.entry
            case .birthWeight: birthWeight?.entry
            }
        }.map(EntryRef.init)
    }
}

extension Entry {
    /// Whether it says something about the birth that rules depend on.
    var tellsOfBirth: Bool {
        switch body {
        case is Birth, is Dating: true
        case let body as Measurement: body.role == .birth && body.quantity == .weight
        default: false
        }
    }
}
