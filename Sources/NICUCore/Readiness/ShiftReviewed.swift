/// Every shift of an event-free window that has ended carries a review of the monitor's events.
public struct ShiftReviewed: Sendable, Hashable {
    /// The criterion whose window it is.
    public let windowOf: String

    /// Makes one from its parts.
    public init(windowOf: String) { self.windowOf = windowOf }
}

extension ShiftReviewed: CriterionTest {
    var kinds: Set<Kind> { [.event, .review, .check, .state, .medication, .birth, .dating, .measurement] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        entry.body is Review || (interval(in: rules)?.reads(entry, rules) ?? false)
    }

    func finding(in scene: Scene) -> Finding {
        guard let interval = interval(in: scene.rules) else { return Finding(.unknown, .unreviewed([], of: 0)) }
        return Finding.agreed(
            interval.lengths(for: scene.course).map { judge(scene, interval, length: $0) },
            otherwise: .dependsOn(interval.exceptions.map(\.test.fact)))
    }

    private func interval(in rules: RuleSet) -> EventFreeInterval? {
        guard case .eventFreeInterval(let test) = rules.criterion(windowOf)?.test else { return nil }
        return test
    }

    private func judge(_ scene: Scene, _ test: EventFreeInterval, length: Hours) -> Finding {
        let window = EventWindow(test, scene, length: length)
        let shifts = window.shifts
        guard !shifts.isEmpty else { return Finding(.unknown, .noShiftEnded(since: window.begin)) }
        let reviews = Dictionary(uniqueKeysWithValues: scene.reviews.map { ($0.shift, $0.review) })
        let evidence = shifts.compactMap { shift in reviews[shift].map { EntryRef($0.entry) } }
        let missing = shifts.filter { reviews[$0]?.body.events == nil }
        return missing.isEmpty
            ? Finding(.met, .reviewed(shifts: shifts.count), evidence: evidence)
            : Finding(.unknown, .unreviewed(missing, of: shifts.count), evidence: evidence)
    }
}
