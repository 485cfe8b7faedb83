/// What every paper and screen about one infant is filled from: the course, and the answers computed from it.
///
/// A pure function of the course and of the unit's rules, schedule and references; nothing in it is typed anew.
public struct InfantPicture: Sendable {
    /// How far back "new" reaches on a paper that is handed from shift to shift, in hours (an operational default).
    public static let window = Hours(24)

    /// The course, loaded whole.
    public let course: Course
    /// The other infants of the same birth.
    public let siblings: [InfantCode]
    /// The unit's rule set.
    public let rules: RuleSet
    /// Its answer.
    public let answer: ReadinessAnswer
    /// The unit's schedule.
    public let schedule: Schedule
    /// What is due by it.
    public let due: DueList
    /// The growth figures; nil before a birth is recorded.
    public let growth: GrowthSummary?
    /// Which reference speaks in which part of the infant's life.
    public let plan: ReferencePlan
    /// What care is counted by.
    public let care: CareRules

    /// Asks everything about a course.
    public init(
        _ course: Course, siblings: [InfantCode], rules: RuleSet, schedule: Schedule, guidelines: Set<String>,
        references: [GrowthReference], plan: ReferencePlan, care: CareRules
    ) {
        self.course = course
        self.siblings = siblings
        self.rules = rules
        self.schedule = schedule
        self.plan = plan
        self.care = care
        answer = evaluate(rules, course)
        due = schedule.due(course, rules: rules, guidelines: guidelines)
        growth = GrowthInput(course, references: references).map { GrowthSummary($0) }
    }

    /// From when on something is new.
    public var since: Instant { course.asOf.latest - InfantPicture.window.seconds }

    /// The entries that hold now: what a stay that has ended still says, and everything since.
    private var holding: [Entry] {
        CurrentStay(course, asOf: course.asOf.instant).holding(course.entries) { _ in false }
    }

    /// The state of an aspect that holds, with the entry from which on it has had this value; nil where none is recorded.
    public func state(_ aspect: String) -> HeldState? { states.first { $0.body.aspect == aspect } }

    /// Every aspect's state that holds, in the order of the aspects' names.
    public var states: [HeldState] {
        var held: [String: HeldState] = [:]
        for entry in holding {
            guard let body = entry.body as? State else { continue }
            let first = held[body.aspect].flatMap { $0.body.value == body.value ? $0.since : nil } ?? entry
            held[body.aspect] = HeldState(entry: entry, body: body, since: first)
        }
        return held.keys.sorted().compactMap { held[$0] }
    }

    /// The methylxanthine by the rules' names of its products.
    public var methylxanthine: DrugHistory {
        Scene(rules: rules, course: course).history(ofDrug: Aspect.methylxanthine)
    }

    /// How the event-free time stands: the answer of the first criterion that counts it.
    public var eventFree: CriterionAnswer? { answer.criteria.first { $0.watch != nil } }

    /// The events that happened since, and those that were recorded since but happened before.
    public var events: (fresh: [Entry], late: [Entry]) {
        let all = course.all(Event.self).map(\.entry)
        return (
            all.filter { $0.at.latest > since },
            all.filter { $0.at.latest <= since && $0.recorded > since && $0.recorded <= course.asOf.latest }
        )
    }

    /// The last event of the course.
    public var lastEvent: Entry? { course.last(Event.self)?.entry }

    /// The shifts that ended since, and those of them that nobody has reviewed.
    public var shifts: (ended: [Shift], unreviewed: [Shift]) {
        let now = course.asOf.latest
        let ended = course.clock.shifts(from: since, to: now).filter {
            let interval = course.clock.interval(of: $0)
            return interval.upperBound <= now && interval.upperBound > since
                && interval.upperBound > course.birth?.entry.at.instant ?? now
        }
        let reviewed = Set(
            Scene(rules: rules, course: course).reviews.filter { $0.review.body.events != nil }.map(\.shift))
        return (ended, ended.filter { !reviewed.contains($0) })
    }

    /// What was corrected or struck since, or still waits for a physician's confirmation.
    public var changes: [(change: Superseded, isAwaited: Bool)] {
        let awaited = awaitedChanges
        return course.superseded.filter {
            let isNew = $0.by.recorded > since && $0.by.recorded <= course.asOf.latest
            return isNew || awaited.contains($0.by.id)
        }.map { ($0, awaited.contains($0.by.id)) }
    }

    /// The strikes and corrections that leave a verdict unknown until a physician confirms them.
    private var awaitedChanges: Set<Identifier> {
        func changes(_ reason: Reason) -> [EntryChange] {
            switch reason {
            case .awaitsConfirmation(let changes, _): changes
            case .waived(_, _, _, _, let otherwise), .applicabilityUnknown(_, _, let otherwise): changes(otherwise)
            case .several(let reasons): reasons.flatMap(changes)
            default: []
            }
        }
        return Set(answer.criteria.flatMap { changes($0.reason) }.map(\.change.id))
    }
}

/// A state that holds, and since when it has had its value.
public struct HeldState: Sendable {
    /// The latest entry of the aspect.
    public let entry: Entry
    /// What it says.
    public let body: State
    /// The first of the entries in a row with the same value.
    public let since: Entry
}
