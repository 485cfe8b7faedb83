extension Course {
    /// The same course as it stood at an earlier clinical moment, by what is known in this one.
    public func at(_ moment: Moment) -> Course {
        Course(
            like: self, asOf: moment, entries: entries.filter { $0.at.earliest <= moment.latest },
            superseded: superseded.filter { $0.entry.at.earliest <= moment.latest })
    }
}

/// A proposed rule set held against a stay beside the one in use: what would have been said, and when.
public struct Rehearsal: Sendable, Hashable {
    /// One criterion that the two sets answer differently; nil where a set has no such criterion.
    public struct Change: Sendable, Hashable {
        /// The criterion's name.
        public let id: String
        /// By the set in use.
        public let old: Verdict?
        /// By the proposed set.
        public let new: Verdict?
    }

    /// The infant.
    public let code: InfantCode
    /// The moment both are asked about: the end of the stay, or the moment of the course.
    public let asOf: Moment
    /// The answer of the set in use.
    public let old: Overall
    /// The answer of the proposed set.
    public let new: Overall
    /// The criteria whose verdicts differ, in the order of the set in use, then of the proposed one.
    public let changes: [Change]
    /// The first care day at whose start every blocking criterion of the set in use was satisfied; nil for none.
    public let firstOld: Day?
    /// The same by the proposed set.
    public let firstNew: Day?

    /// Whether anything would have been another answer or another day.
    public var differs: Bool { old != new || !changes.isEmpty || firstOld != firstNew }

    /// Asks both sets at the end of the stay, and at the start of every care day of it.
    public init(_ course: Course, old: RuleSet, new: RuleSet) {
        code = course.code
        let end = course.stayEnd?.entry.at ?? course.asOf
        asOf = end
        let last = course.at(end)
        let (before, after) = (evaluate(old, last), evaluate(new, last))
        self.old = before.overall
        self.new = after.overall
        let ids = before.criteria.map(\.id) + after.criteria.map(\.id).filter { before.criterion($0) == nil }
        changes = ids.compactMap { id in
            let (was, becomes) = (before.criterion(id)?.verdict, after.criterion(id)?.verdict)
            return was == becomes ? nil : Change(id: id, old: was, new: becomes)
        }
        (firstOld, firstNew) = (Self.firstDay(old, course, until: end), Self.firstDay(new, course, until: end))
    }

    private static func firstDay(_ rules: RuleSet, _ course: Course, until end: Moment) -> Day? {
        guard var day = course.birthDay else { return nil }
        while day <= end.day {
            let start = course.clock.interval(ofCareDay: day).lowerBound
            if start > end.latest { return nil }
            let moment = course.clock.zone.moment(at: start)
            if evaluate(rules, course.at(moment)).overall == .ready { return day }
            day = day + 1
        }
        return nil
    }
}
