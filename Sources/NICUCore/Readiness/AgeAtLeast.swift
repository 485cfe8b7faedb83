/// The postmenstrual age has reached a number of days.
public struct AgeAtLeast: Sendable, Hashable {
    /// The least age in completed days, itself enough.
    public let minDays: Int

    /// Makes one from its parts.
    public init(minDays: Int) { self.minDays = minDays }
}

extension AgeAtLeast: CriterionTest {
    var kinds: Set<Kind> { [.birth, .dating, .measurement] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool { entry.body is Birth || entry.body is Dating }

    func finding(in scene: Scene) -> Finding {
        let zone = scene.course.clock.zone
        let today = zone.day(at: scene.asOf)
        guard let age = scene.course.postmenstrualAge(on: today) else { return Finding(.unknown, .ageUnknown) }
        return Finding(
            age.days >= minDays ? .met : .notMet, .age(days: age.days, min: minDays),
            evidence: [scene.course.birth?.entry, scene.course.latestDating?.entry].compactMap { $0 }
                .map(EntryRef.init),
            earliest: zone.start(of: today + (minDays - age.days)))
    }
}
