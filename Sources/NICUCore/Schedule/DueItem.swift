/// Where an item of the schedule stands.
public enum DueStatus: String, Sendable, Hashable, CaseIterable {
    /// The window has ended and nothing shows that it was done.
    case overdue
    /// The window is open and ends soon.
    case closing
    /// The window is open.
    case due
    /// The record does not say whether or when it is due.
    case unknown
    /// The window has not opened.
    case later
    case done
    /// A physician decided that it need not be done.
    case waived
    case notApplicable = "not_applicable"

    /// Its place in the list, the most pressing first.
    var rank: Int { DueStatus.allCases.firstIndex(of: self) ?? DueStatus.allCases.count }
}

/// Why an item stands where it does; the sentences stand in `Wording`.
public enum DueReason: Sendable, Hashable {
    /// The window alone decides.
    case window
    /// Done by this entry.
    case done(EntryRef, at: Moment)
    /// The last attempt is recorded as not done or put off.
    case notYet(Check.Result, EntryRef)
    /// Done without a record of the method, where only some methods count.
    case methodMissing(task: String, EntryRef, accepted: [String])
    /// Done by a method that does not count.
    case otherMethod(task: String, method: String, EntryRef, accepted: [String])
    /// Done for one ear; nothing that counts is recorded for the other.
    case earMissing(task: String, ear: String, EntryRef)
    case waived(by: String, at: Moment, until: WrittenTime?)
    /// It does not apply; `isDiscretionary` where it is left to the physician.
    case notApplicable(isDiscretionary: Bool)
    /// The finding that would set it off is not recorded.
    case noTrigger(ScheduleTrigger)
    case missing([ScheduleFact])
    /// A result asks for another look: with its appointment where there is one, and why readiness does not count it.
    case followUp(
        task: String, Check.Result, EntryRef, appointment: WrittenTime?, place: String?, fault: AppointmentFault?)
    /// A sample waits for its result.
    case awaitsResult(task: String, Check.Result, EntryRef)
    /// The visits of a class, counted from the stay's end or the last visit.
    case visit(class: String, number: Int)
    /// The last paper of its kind in this stay.
    case paperLast(EntryRef, at: Moment)
    /// No paper of its kind is recorded since the stay began, or ended.
    case paperMissing(since: Moment)
    /// The paper is owed so long after the end of a stay that still lasts.
    case paperWaits(Hours)
}

/// One line of what is due for an infant.
public struct DueItem: Sendable, Hashable {
    /// The item's name in the file, or `TASK.next` for what a result asks.
    public let id: String
    /// What it is about.
    public let topic: String
    /// What it is called in print; nil where the topic is a task of the record.
    public let title: RuleText?
    /// Whose schedule it is; `any` where no country's text stands behind it.
    public let guideline: String
    /// Where it stands.
    public let status: DueStatus
    /// Why.
    public let reason: DueReason
    /// The first moment; nil from birth, or unknown.
    public let from: DueTime?
    /// The last moment that is certain; nil where there is none.
    public let by: DueTime?
    /// Whether the end of the stay ends the window too.
    public let beforeDischarge: Bool
    /// Facts that are not recorded although the status stands: every value they could take agrees on it.
    public let missing: [ScheduleFact]
    /// What must be attested first and is not.
    public let awaits: [ScheduleFact]
    /// What else the source asks.
    public let note: RuleText?
    /// Where it comes from.
    public let basis: Basis
    /// Where the first moment comes from, where that differs.
    public let fromBasis: Basis?
    /// Where the last moment comes from, where that differs.
    public let byBasis: Basis?
    /// The ids of the sources.
    public let sources: [String]
    /// How well the source was seen; nil where nothing says so.
    public let confidence: Confidence?

    /// Makes one from its parts.
    public init(
        id: String, topic: String, title: RuleText?, guideline: String, status: DueStatus, reason: DueReason,
        from: DueTime? = nil, by: DueTime? = nil, beforeDischarge: Bool = false, missing: [ScheduleFact] = [],
        awaits: [ScheduleFact] = [], note: RuleText? = nil, basis: Basis, fromBasis: Basis? = nil,
        byBasis: Basis? = nil, sources: [String], confidence: Confidence? = nil
    ) {
        self.id = id
        self.topic = topic
        self.title = title
        self.guideline = guideline
        self.status = status
        self.reason = reason
        self.from = from
        self.by = by
        self.beforeDischarge = beforeDischarge
        self.missing = missing
        self.awaits = awaits
        self.note = note
        self.basis = basis
        self.fromBasis = fromBasis
        self.byBasis = byBasis
        self.sources = sources
        self.confidence = confidence
    }
}

/// What is due for one infant.
public struct DueList: Sendable, Hashable {
    /// The items, the most pressing first.
    public let items: [DueItem]
    /// The clinical papers, a group of their own, the most pressing first; empty where the schedule names none.
    public let papers: [DueItem]
    /// The class of follow-up after discharge; nil while it cannot be told.
    public let visitClass: VisitClass?
    /// What is missing to tell the class.
    public let missingForClass: [ScheduleFact]
    /// The days on which visits fall if each takes place on its day; empty before the stay has ended.
    public let visits: [Day]

    /// Makes a list of its parts.
    public init(
        items: [DueItem], papers: [DueItem], visitClass: VisitClass?, missingForClass: [ScheduleFact], visits: [Day]
    ) {
        self.items = items
        self.papers = papers
        self.visitClass = visitClass
        self.missingForClass = missingForClass
        self.visits = visits
    }
}
