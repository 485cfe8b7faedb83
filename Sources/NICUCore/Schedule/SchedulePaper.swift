/// A clinical paper that a physician writes, with its deadline as its source words it; data, never code.
///
/// It counts as written when a check records it with the result `complete`, never because somebody printed it.
public struct SchedulePaper: Sendable, Hashable {
    /// How often a paper is written for the infants that a condition names.
    public struct Interval: Sendable, Hashable {
        /// For whom; nil for all that are left.
        public let condition: ScheduleCondition?
        /// Civil days from the last one, else from the beginning of the stay; nil where months are counted.
        public let everyDays: Int?
        /// Calendar months in the same way; nil where days are counted.
        public let everyMonths: Int?

        /// Makes one from its parts.
        public init(condition: ScheduleCondition? = nil, everyDays: Int?, everyMonths: Int?) {
            self.condition = condition
            self.everyDays = everyDays
            self.everyMonths = everyMonths
        }

        /// The last day on which the next one is in time, where the last one, or the stay, is of this day.
        func deadline(after day: Day) -> Day { everyDays.map { day + $0 } ?? day.adding(months: everyMonths ?? 1) }
    }

    /// By when it must be written.
    public enum Deadline: Sendable, Hashable {
        /// Again and again while the stay lasts; the first interval whose condition holds counts.
        case during([Interval])
        /// Once, so many hours after a stay that ended so; one written up to `early` before that end counts.
        case after([Destination], within: Hours, early: Hours)
    }

    /// Its name in the file.
    public let id: String
    /// The task under which it is recorded, one of ``Vocabulary/papers``.
    public let task: String
    /// What it is called in print.
    public let title: RuleText
    /// Whose rule it is: an ISO country code, or `any`.
    public let guideline: String
    /// By when.
    public let deadline: Deadline
    /// It is listed as due from so many days before its deadline on; nil for the whole interval.
    public let opensDays: Int?
    /// It is closing within so many hours of its deadline; nil as the schedule says.
    public let closing: Hours?
    /// What else the source says.
    public let note: RuleText?
    /// Where the deadline comes from.
    public let basis: Basis
    /// The ids of the sources.
    public let sources: [String]
    /// How well the source was seen.
    public let confidence: Confidence

    /// Makes one from its parts.
    public init(
        id: String, task: String, title: RuleText, guideline: String, deadline: Deadline, opensDays: Int? = nil,
        closing: Hours? = nil, note: RuleText? = nil, basis: Basis, sources: [String], confidence: Confidence
    ) {
        self.id = id
        self.task = task
        self.title = title
        self.guideline = guideline
        self.deadline = deadline
        self.opensDays = opensDays
        self.closing = closing
        self.note = note
        self.basis = basis
        self.sources = sources
        self.confidence = confidence
    }

    /// The conditions of its intervals.
    public var conditions: [ScheduleCondition] {
        guard case .during(let intervals) = deadline else { return [] }
        return intervals.compactMap(\.condition)
    }
}

extension Vocabulary {
    /// The tasks that record a paper as written; the only ones that can follow a death.
    public static let papers = [
        "progress_note", "stage_summary", "discharge_record", "transfer_record", "death_record",
    ]
}

extension Check {
    /// Whether it records a paper rather than a screen, an examination or a plan.
    public var isPaper: Bool { Vocabulary.papers.contains(task) }
}
