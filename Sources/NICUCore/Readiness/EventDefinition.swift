/// One statement about a recorded event.
public enum EventPart: Sendable, Hashable {
    case apnoeaSecondsAtLeast(Int)
    case apnoeaSecondsBelow(Int)
    /// Any apnoea, of whatever length.
    case apnoea
    case heartRateBelow(Int)
    case heartRateAtLeast(Int)
    case spo2Below(Int)
    case spo2AtLeast(Int)
    case desaturationSecondsAtLeast(Int)
    case colourChange(Bool)
    case interventionIn(Set<Event.Intervention>)
    case feedingRelated(Bool)
    case selfResolved(Bool)
}

/// Statements that must all hold for one clause of a definition.
public struct EventClause: Sendable, Hashable {
    /// The statements.
    public let parts: [EventPart]
    /// Interventions that leave the event undecided beside "self-resolved"; only for exclusions.
    public let contradictedBy: Set<Event.Intervention>
    /// Where it comes from.
    public let basis: Basis?
    /// The ids of the sources.
    public let sources: [String]
    /// How well the source was seen.
    public let confidence: Confidence?

    /// Makes one from its parts.
    public init(
        parts: [EventPart], contradictedBy: Set<Event.Intervention> = [], basis: Basis? = nil, sources: [String] = [],
        confidence: Confidence? = nil
    ) {
        self.parts = parts
        self.contradictedBy = contradictedBy
        self.basis = basis
        self.sources = sources
        self.confidence = confidence
    }
}

/// Which events count: any of the clauses holds and no exclusion does.
public struct EventDefinition: Sendable, Hashable {
    /// Its name in the rule file.
    public let id: String
    /// An event counts when one of these holds.
    public let anyOf: [EventClause]
    /// An event does not count when one of these holds.
    public let exclude: [EventClause]

    /// Makes one from its parts.
    public init(id: String, anyOf: [EventClause], exclude: [EventClause] = []) {
        self.id = id
        self.anyOf = anyOf
        self.exclude = exclude
    }

    /// Whether an event counts.
    ///
    /// What was not recorded makes a clause unknown only where the event names its aspect; an exclusion holds only when
    /// every part is recorded and true.
    public func counts(_ event: Event) -> Truth {
        Truth.all([
            Truth.any(anyOf.map { clause in Truth.all(clause.parts.map { $0.holds(for: event) }) }),
            excluded(event).negated,
        ])
    }

    /// Whether an exclusion holds for an event.
    public func excluded(_ event: Event) -> Truth {
        Truth.any(
            exclude.map { clause in
                let contradicted =
                    event.selfResolved == true && (event.intervention.map(clause.contradictedBy.contains) ?? false)
                return Truth.all(
                    clause.parts.map { part in
                        if contradicted, case .interventionIn = part { return .unknown }
                        return part.recorded(for: event)
                    })
            })
    }

    /// What a decision about an event would need and was not recorded.
    public func missing(in event: Event) -> [EventFact] {
        let asked = anyOf.flatMap(\.parts).filter { $0.holds(for: event) == .unknown }
        let excluding = exclude.flatMap(\.parts).filter { $0.recorded(for: event) == .unknown }
        let facts = Set((asked + excluding).map(\.fact))
        return EventFact.allCases.filter(facts.contains)
    }
}

/// What can be missing from a recorded event.
public enum EventFact: String, Sendable, Hashable, CaseIterable {
    case duration, lowestHeartRate, lowestSpo2, desaturationSeconds, colourChange, intervention, feedingRelated
    case selfResolved
}

extension EventPart {
    /// The fact it is about.
    var fact: EventFact {
        switch self {
        case .apnoeaSecondsAtLeast, .apnoeaSecondsBelow, .apnoea: .duration
        case .heartRateBelow, .heartRateAtLeast: .lowestHeartRate
        case .spo2Below, .spo2AtLeast: .lowestSpo2
        case .desaturationSecondsAtLeast: .desaturationSeconds
        case .colourChange: .colourChange
        case .interventionIn: .intervention
        case .feedingRelated: .feedingRelated
        case .selfResolved: .selfResolved
        }
    }

    /// Whether the recorded values show it; unknown where a value is missing.
    func recorded(for event: Event) -> Truth {
        switch self {
        case .apnoeaSecondsAtLeast(let limit): Truth(event.apnoeaSeconds.map { $0 >= limit })
        case .apnoeaSecondsBelow(let limit): Truth(event.apnoeaSeconds.map { $0 < limit })
        case .apnoea: Truth(event.what.contains(.apnoea))
        case .heartRateBelow(let limit): Truth(event.lowestHeartRate.map { $0 < limit })
        case .heartRateAtLeast(let limit): Truth(event.lowestHeartRate.map { $0 >= limit })
        case .spo2Below(let limit): Truth(event.lowestSpo2.map { $0 < limit })
        case .spo2AtLeast(let limit): Truth(event.lowestSpo2.map { $0 >= limit })
        case .desaturationSecondsAtLeast(let limit): Truth(event.desaturationSeconds.map { $0 >= limit })
        case .colourChange(let wanted): Truth(event.colourChange.map { $0 == wanted })
        case .interventionIn(let wanted): Truth(event.intervention.map(wanted.contains))
        case .feedingRelated(let wanted): Truth(event.feedingRelated.map { $0 == wanted })
        case .selfResolved(let wanted): Truth(event.selfResolved.map { $0 == wanted })
        }
    }

    /// The same for a clause that makes an event count: missing is unknown only where the event names the aspect.
    func holds(for event: Event) -> Truth {
        let truth = recorded(for: event)
        guard truth == .unknown else { return truth }
        switch fact {
        case .duration: return event.names(.apnoea) ? .unknown : .no
        case .lowestHeartRate: return event.names(.bradycardia) ? .unknown : .no
        case .lowestSpo2, .desaturationSeconds: return event.names(.desaturation) ? .unknown : .no
        case .colourChange, .intervention, .feedingRelated, .selfResolved: return .no
        }
    }
}

extension Event {
    /// A saturation below this, in per cent, is a desaturation whether or not the word was chosen.
    static let desaturationBelow = 90

    /// Whether it tells of an aspect: by its word, or by a value that only it can have.
    func names(_ aspect: What) -> Bool {
        if what.contains(aspect) { return true }
        guard aspect == .desaturation else { return false }
        return (desaturationSeconds ?? 0) > 0 || lowestSpo2.map { $0 < Event.desaturationBelow } ?? false
    }

    /// Length of the apnoea in seconds: 0 where the event names none, nil where its length was not recorded.
    var apnoeaSeconds: Int? { what.contains(.apnoea) ? durationSeconds : 0 }

    /// The seconds from its beginning to the end of what was recorded.
    var knownSeconds: Int64 { Int64(max(durationSeconds ?? 0, desaturationSeconds ?? 0)) }
}
