/// No event at a feed that another criterion left out, for some hours.
public struct FeedsUneventful: Sendable, Hashable {
    /// The event definition whose exclusion is meant.
    public let event: String
    /// How far back it looks.
    public let window: Hours

    /// How far back shifts are counted, 400 days: a bound of the reckoning, no threshold of care.
    static let farthest = Hours(9600)

    /// Makes one from its parts.
    public init(event: String, window: Hours) {
        self.event = event
        self.window = window
    }
}

extension FeedsUneventful: CriterionTest {
    var kinds: Set<Kind> { [.event, .review] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool { entry.body is Event || entry.body is Review }

    func finding(in scene: Scene) -> Finding {
        let start = scene.before(window)
        guard let definition = scene.rules.event(event) else { return Finding(.unknown, .reviewed(shifts: 0)) }
        let recent = scene.course.all(Event.self).filter { $0.entry.at.instant > start }
        if let (entry, _) = recent.last(where: { definition.excluded($0.body) == .yes }) {
            return Finding(
                .notMet, .eventAtFeed(at: entry.at.instant), evidence: [EntryRef(entry)],
                earliest: entry.at.instant + window.seconds)
        }
        if let (entry, body) = recent.last(where: {
            definition.excluded($0.body) == .unknown && $0.body.feedingRelated != false
        }) {
            return Finding(
                .unknown, .undecidedEvent(at: entry.at.instant, missing: definition.missing(in: body)),
                evidence: [EntryRef(entry)])
        }
        // No entry is no proof: every shift that ended in the window says that it was looked at. No stay is longer than the
        // farthest look back, so that a window beyond it keeps shifts before the birth, which nobody reviewed.
        let clock = scene.course.clock
        let from = Swift.max(start, scene.before(FeedsUneventful.farthest))
        let shifts = clock.shifts(from: from, to: scene.asOf).filter {
            clock.interval(of: $0).upperBound <= scene.asOf
        }
        guard !shifts.isEmpty else { return Finding(.unknown, .noShiftEnded(since: start)) }
        let reviews = Dictionary(uniqueKeysWithValues: scene.reviews.map { ($0.shift, $0.review) })
        let missing = shifts.filter { reviews[$0]?.body.events == nil }
        let evidence = shifts.compactMap { shift in reviews[shift].map { EntryRef($0.entry) } }
        return missing.isEmpty
            ? Finding(.met, .reviewed(shifts: shifts.count), evidence: evidence)
            : Finding(.unknown, .unreviewed(missing, of: shifts.count), evidence: evidence)
    }
}
