/// An entry as an answer names it: by its number in this record and by its identity everywhere.
public struct EntryRef: Sendable, Hashable {
    /// The order in this record.
    public let seq: Int64
    /// Its name in the rule file.
    public let id: Identifier

    /// Makes one from its parts.
    public init(_ entry: Entry) {
        seq = entry.seq
        id = entry.id
    }
}

/// A strike or correction that bears on a verdict.
public struct EntryChange: Sendable, Hashable {
    /// The entry that no longer counts.
    public let entry: EntryRef
    /// The strike or correction.
    public let change: EntryRef
    /// Who struck or corrected.
    public let by: String
    /// When it was recorded.
    public let recorded: Instant
    /// Whether it was struck without a new value.
    public let isStruck: Bool
    /// The physician who confirmed it; nil while nobody has.
    public let confirmedBy: String?

    init(_ change: Superseded) {
        entry = EntryRef(change.entry)
        self.change = EntryRef(change.by)
        by = change.by.by
        recorded = change.by.recorded
        isStruck = change.isStruck
        confirmedBy = change.confirmedBy
    }
}

/// What a reader of a verdict must see beside it.
public enum VerdictMark: Sendable, Hashable {
    /// The verdict stands towards met since an entry was struck or corrected.
    case since(EntryChange)
    /// A start of the clock dropped out because a home plan is complete.
    case startDropped(ClockStart, task: String)
    /// A complete home plan was taken into account.
    case homePlan(task: String)
    /// A borderline reading counts as in range, since a reading soon after was.
    case rechecked(EntryRef, by: EntryRef)
    /// An event that was excluded and is shown all the same.
    case excludedEvent(EntryRef)
    /// The slope of weight over some days, beside the gain.
    case slope(GainSlope)
    /// Since when the infant is fed and kept warm as now, by the latest change.
    case regimenSince(Instant, aspect: String)
}

/// The answer of one criterion.
public struct CriterionAnswer: Sendable, Hashable {
    /// Its name in the rule file.
    public let id: String
    /// The verdict.
    public let verdict: Verdict
    /// What it would be without a waiver; the same as ``verdict`` elsewhere.
    public let unwaived: Verdict
    /// Whether it can hold a discharge back.
    public let severity: Severity
    /// Where it comes from.
    public let basis: Basis
    /// The ids of its sources.
    public let sources: [String]
    /// Why, as values.
    public let reason: Reason
    /// The entries it rests on, in the order of the record.
    public let evidence: [EntryRef]
    /// When it can be met at the earliest if nothing else happens; nil where time alone does not bring it.
    public let earliest: Instant?
    /// What must be seen beside the verdict.
    public let marks: [VerdictMark]
    /// How an event-free window was watched, whatever the verdict; nil for every other kind of criterion.
    public let watch: EventWatch?
}

/// The answers of a rule set about one course.
public struct ReadinessAnswer: Sendable, Hashable {
    /// The rule set.
    public let rulesId: String
    /// Its version.
    public let rulesVersion: String
    /// SHA-256 of its file.
    public let rulesDigest: String
    /// The answer of all blocking criteria together.
    public let overall: Overall
    /// The ids of waived criteria, in the order of the rule set.
    public let waived: [String]
    /// One answer a criterion, in the order of the rule set.
    public let criteria: [CriterionAnswer]
    /// What the open criteria wait for.
    public let outlook: ReadinessOutlook
    /// When all blocking criteria can be expected to be met; nil where time alone does not bring it.
    public let projection: ReadinessProjection?

    /// The blocking criteria that are not met, not applicable or waived, in the order of the rule set.
    public var open: [CriterionAnswer] { criteria.filter { $0.severity == .blocking && $0.verdict.rank < 2 } }

    /// The criteria that hold the answer back, the one that does so longest by time first.
    public var limiting: [String] { outlook.ordered }

    /// `criterion=verdict` in the order of the rule set, as a decision keeps them.
    public var storedVerdicts: [String] { criteria.map { "\($0.id)=\($0.verdict.rawValue)" } }

    /// The answer of one criterion.
    public func criterion(_ id: String) -> CriterionAnswer? { criteria.first { $0.id == id } }
}
