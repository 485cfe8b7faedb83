extension Course {
    /// The same course as it stood at an earlier clinical moment, by what is known in this one.
    public func at(_ moment: Moment) -> Course {
        Course(
            like: self, asOf: moment, entries: entries.filter { $0.at.earliest <= moment.latest },
            superseded: superseded.filter { $0.entry.at.earliest <= moment.latest })
    }

    /// The stays, in clinical order: from birth or an admission to the discharge or transfer after it.
    ///
    /// A stay that goes on ends with the moment of the course.
    var stays: [(begin: Moment, end: Moment, isOver: Bool)] {
        var stays: [(begin: Moment, end: Moment, isOver: Bool)] = []
        var begin = birth?.entry.at
        for entry in entries {
            if entry.beginsStay {
                if begin == nil { begin = entry.at }
            } else if entry.endsStay, let start = begin {
                stays.append((start, entry.at, true))
                begin = nil
            }
        }
        if let begin { stays.append((begin, asOf, false)) }
        return stays
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

    /// When every blocking criterion was satisfied for the first time.
    public enum First: Sendable, Hashable {
        /// At the start of a care day.
        case day(Day)
        /// At no start of a care day, but at the moment both sets are asked about.
        case end
        case never
    }

    /// The infant.
    public let code: InfantCode
    /// When the stay began.
    public let begin: Moment
    /// The moment both are asked about: the end of the stay, or the moment of the course.
    public let asOf: Moment
    /// Whether the stay had ended.
    public let isOver: Bool
    /// The answer of the set in use.
    public let old: Overall
    /// The answer of the proposed set.
    public let new: Overall
    /// The criteria whose verdicts differ, in the order of the set in use, then of the proposed one.
    public let changes: [Change]
    /// When every blocking criterion of the set in use was satisfied first.
    public let firstOld: First
    /// The same by the proposed set.
    public let firstNew: First

    /// Whether anything would have been another answer or another day.
    public var differs: Bool { old != new || !changes.isEmpty || firstOld != firstNew }

    /// Asks both sets about every stay of an infant: at its end, and at the start of every care day of it.
    public static func stays(of course: Course, old: RuleSet, new: RuleSet) -> [Rehearsal] {
        course.stays.map { Rehearsal(course, from: $0.begin, to: $0.end, isOver: $0.isOver, old: old, new: new) }
    }

    private init(_ course: Course, from begin: Moment, to end: Moment, isOver: Bool, old: RuleSet, new: RuleSet) {
        code = course.code
        self.begin = begin
        asOf = end
        self.isOver = isOver
        let last = course.at(end)
        let (before, after) = (evaluate(old, last), evaluate(new, last))
        self.old = before.overall
        self.new = after.overall
        let ids = before.criteria.map(\.id) + after.criteria.map(\.id).filter { before.criterion($0) == nil }
        changes = ids.compactMap { id in
            let (was, becomes) = (before.criterion(id)?.verdict, after.criterion(id)?.verdict)
            return was == becomes ? nil : Change(id: id, old: was, new: becomes)
        }
        func first(_ rules: RuleSet, _ atEnd: Overall) -> First {
            Self.firstDay(rules, course, from: begin, to: end).map { .day($0) } ?? (atEnd == .ready ? .end : .never)
        }
        firstOld = first(old, before.overall)
        firstNew = first(new, after.overall)
    }

    private static func firstDay(_ rules: RuleSet, _ course: Course, from begin: Moment, to end: Moment) -> Day? {
        var day = begin.day
        while day <= end.day {
            let start = course.clock.interval(ofCareDay: day).lowerBound
            if start > end.latest { return nil }
            // The first care day may have begun before the stay did.
            if start >= begin.earliest,
                evaluate(rules, course.at(course.clock.zone.moment(at: start))).overall == .ready
            {
                return day
            }
            day = day + 1
        }
        return nil
    }
}
