/// What shows that an item is done.
public struct ScheduleDone: Sendable, Hashable {
    /// Tasks of which any result but `not_done` and `deferred` counts.
    public let tasks: [String]
    /// The methods that count for those tasks, empty for any: one not recorded leaves the item unknown, another one open.
    public let methods: [String]
    /// For whom the methods are asked for; nil for all.
    public let methodsIf: ScheduleCondition?
    /// Words that a vaccine's or antibody's name contains.
    public let products: [String]
    /// How many of those must have been given.
    public let doses: Int
    /// Problems whose record is the answer, such as a grade of bronchopulmonary dysplasia.
    public let problems: [String]
    /// What was done earlier does not count; nil counts everything.
    public let since: ScheduleTime?

    /// Makes one from its parts.
    public init(
        tasks: [String] = [], methods: [String] = [], methodsIf: ScheduleCondition? = nil, products: [String] = [],
        doses: Int = 1, problems: [String] = [], since: ScheduleTime? = nil
    ) {
        self.tasks = tasks
        self.methods = methods
        self.methodsIf = methodsIf
        self.products = products
        self.doses = max(1, doses)
        self.problems = problems
        self.since = since
    }
}

/// A finding that sets an item off.
public enum ScheduleTrigger: Sendable, Hashable {
    /// A problem of one of these grades.
    case problem(String, grades: [String])
    /// A procedure, counted only where it came before the first result of a task; nil for any.
    case procedure(String, beforeTask: String?)
    /// A result of a task, such as a hearing screen that refers.
    case result(task: String, [Check.Result])
}

/// One screen, vaccine or assessment as one guideline schedules it.
public struct ScheduleItem: Sendable, Hashable {
    /// A window for the infants that a condition names.
    public struct Window: Sendable, Hashable {
        /// For whom; nil for all that are left.
        public let condition: ScheduleCondition?
        /// The first moment; nil from birth.
        public let from: ScheduleTime?
        /// The last moment; nil where the source names none.
        public let by: ScheduleTime?
        /// Where the first moment comes from; nil as the item.
        public let fromBasis: Basis?
        /// Where the last moment comes from; nil as the item.
        public let byBasis: Basis?

        /// Makes one from its parts.
        public init(
            condition: ScheduleCondition? = nil, from: ScheduleTime?, by: ScheduleTime?, fromBasis: Basis? = nil,
            byBasis: Basis? = nil
        ) {
            self.condition = condition
            self.from = from
            self.by = by
            self.fromBasis = fromBasis
            self.byBasis = byBasis
        }
    }

    /// Its name in the file.
    public let id: String
    /// What it is about, the same for every guideline, such as `rop_first`.
    public let topic: String
    /// What it is called in print.
    public let title: RuleText
    /// Whose schedule it is: an ISO country code, or `any`.
    public let guideline: String
    /// To whom it applies; nil for every infant.
    public let appliesIf: ScheduleCondition?
    /// Infants for whom it is left to the physician.
    public let discretionary: ScheduleCondition?
    /// The finding that sets it off; nil where none is needed.
    public let trigger: ScheduleTrigger?
    /// What must have been attested before it can be done; it stands in the remark and never hides the item.
    public let precondition: ScheduleCondition?
    /// The windows; the first whose condition holds counts.
    public let windows: [Window]
    /// What shows that it is done.
    public let done: ScheduleDone
    /// What else the source asks, such as an antibody beside a vaccine.
    public let note: RuleText?
    /// An advisory item is never overdue: once its window has ended it is left out.
    public let severity: Severity
    /// Where the window comes from.
    public let basis: Basis
    /// The ids of the sources.
    public let sources: [String]
    /// How well the source was seen.
    public let confidence: Confidence

    /// Makes one from its parts.
    public init(
        id: String, topic: String, title: RuleText, guideline: String, appliesIf: ScheduleCondition? = nil,
        discretionary: ScheduleCondition? = nil, trigger: ScheduleTrigger? = nil,
        precondition: ScheduleCondition? = nil, windows: [Window], done: ScheduleDone, note: RuleText? = nil,
        severity: Severity = .blocking, basis: Basis, sources: [String],
        confidence: Confidence
    ) {
        self.id = id
        self.topic = topic
        self.title = title
        self.guideline = guideline
        self.appliesIf = appliesIf
        self.discretionary = discretionary
        self.trigger = trigger
        self.precondition = precondition
        self.windows = windows
        self.done = done
        self.note = note
        self.severity = severity
        self.basis = basis
        self.sources = sources
        self.confidence = confidence
    }
}

/// The visits after discharge for one class of infants.
public struct VisitClass: Sendable, Hashable {
    /// How far apart visits are up to a corrected age.
    public struct Step: Sendable, Hashable {
        /// The corrected age at which the step ends, in calendar months after the due date.
        public let untilCorrectedMonths: Int
        /// Days between visits; nil where months are counted.
        public let everyDays: Int?
        /// Calendar months between visits; nil where days are counted.
        public let everyMonths: Int?

        /// Makes one from its parts.
        public init(untilCorrectedMonths: Int, everyDays: Int?, everyMonths: Int?) {
            self.untilCorrectedMonths = untilCorrectedMonths
            self.everyDays = everyDays
            self.everyMonths = everyMonths
        }
    }

    /// Its name in the file.
    public let id: String
    /// What it is called in print.
    public let title: RuleText
    /// Who belongs to it.
    public let appliesIf: ScheduleCondition
    /// Days from the end of the stay to the first visit, at most.
    public let firstWithinDays: Int
    /// The intervals, in the order of corrected age.
    public let steps: [Step]
    /// Where it comes from.
    public let basis: Basis
    /// The ids of the sources.
    public let sources: [String]
    /// How well the source was seen.
    public let confidence: Confidence

    /// Makes one from its parts.
    public init(
        id: String, title: RuleText, appliesIf: ScheduleCondition, firstWithinDays: Int, steps: [Step],
        basis: Basis, sources: [String], confidence: Confidence
    ) {
        self.id = id
        self.title = title
        self.appliesIf = appliesIf
        self.firstWithinDays = firstWithinDays
        self.steps = steps
        self.basis = basis
        self.sources = sources
        self.confidence = confidence
    }
}

/// The screens, vaccines and visits of a stay and after it; data, never code.
public struct Schedule: Sendable, Hashable {
    /// Its name in the file.
    public let id: String
    /// Semantic version of the file.
    public let version: String
    /// SHA-256 of the file in hexadecimal digits.
    public let digest: String
    /// What it is called in print.
    public let title: RuleText
    /// What the words of confidence mean.
    public let confidence: [Confidence: RuleText]
    /// The sources the items name.
    public let sources: [RuleSource]
    /// An open window that ends within so many hours is closing.
    public let closing: Hours
    /// The items in the order of the file.
    public let items: [ScheduleItem]
    /// The classes of follow-up.
    public let visits: [VisitClass]
    /// The clinical papers in the order of the file; empty where it names none.
    public let papers: [SchedulePaper]

    /// Makes one from its parts.
    public init(
        id: String, version: String, digest: String, title: RuleText, confidence: [Confidence: RuleText],
        sources: [RuleSource], closing: Hours, items: [ScheduleItem], visits: [VisitClass],
        papers: [SchedulePaper] = []
    ) {
        self.id = id
        self.version = version
        self.digest = digest
        self.title = title
        self.confidence = confidence
        self.sources = sources
        self.closing = closing
        self.items = items
        self.visits = visits
        self.papers = papers
    }

    /// The guidelines it knows, each once, in the order of the file.
    public var guidelines: [String] {
        var seen: Set<String> = []
        return (items.map(\.guideline) + papers.map(\.guideline)).filter {
            $0 != Schedule.anywhere && seen.insert($0).inserted
        }
    }

    /// The guidelines that a unit with these rules follows: those of its country, or all where the schedule has none for it.
    public func guidelines(of rules: RuleSet) -> Set<String> {
        guidelines.contains(rules.jurisdiction) ? [rules.jurisdiction] : Set(guidelines)
    }

    /// The guideline of items that no country's text stands behind.
    public static let anywhere = "any"

    /// The items that a unit looks at: of each topic those of its guidelines, else those of no country, else all.
    public func items(of guidelines: Set<String>) -> [ScheduleItem] {
        let topics = Dictionary(grouping: items, by: \.topic)
        return items.filter { item in
            let same = topics[item.topic] ?? []
            if same.contains(where: { guidelines.contains($0.guideline) }) {
                return guidelines.contains(item.guideline)
            }
            let isAnywhere = same.contains { $0.guideline == Schedule.anywhere }
            return !isAnywhere || item.guideline == Schedule.anywhere
        }
    }

    /// A schedule that asks for nothing.
    public static let empty = Schedule(
        id: "none", version: "0.0.0", digest: "", title: RuleText(zh: "无", en: "none"), confidence: [:], sources: [],
        closing: Hours(0), items: [], visits: [])

    /// The source of a name.
    public func source(_ id: String) -> RuleSource? { sources.first { $0.id == id } }
}
