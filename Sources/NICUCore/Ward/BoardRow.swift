/// One infant on the ward's board: what is missing first, then what is running out, running, or wants a look.
public struct BoardRow: Sendable, Hashable {
    /// Something that wants a look.
    public enum Alert: Sendable, Hashable {
        /// A value of the stay that nobody has confirmed, corrected or struck.
        case unconfirmed(EntryRef, Quantity, value: Int)
        /// A strike or correction that turned a verdict and waits for a physician.
        case awaitsPhysician([EntryChange])
        /// The dosing weight is far off the last measured one.
        case dosingWeight(DosingWeight)
        /// A weight stands beside another within the hour that contradicts it.
        case conflicting(criterion: String)
    }

    /// A time that is running.
    public struct Countdown: Sendable, Hashable {
        /// The criterion.
        public let id: String
        /// Why it is not met yet, with its hours.
        public let reason: Reason
        /// When it can be met at the earliest.
        public let earliest: Instant
    }

    /// The difference between two weights, and the time between them.
    public struct WeightChange: Sendable, Hashable {
        /// Grams gained; negative where the infant lost weight.
        public let grams: Int
        /// When the earlier one was taken.
        public let from: Moment
        /// When the later one was taken.
        public let to: Moment

        /// The change between the last two of some in clinical order; nil where there are fewer.
        init?(_ weights: [(entry: Entry, body: Measurement)]) {
            guard let last = weights.last, let before = weights.dropLast().last else { return nil }
            grams = last.body.value - before.body.value
            (from, to) = (before.entry.at, last.entry.at)
        }
    }

    /// From so many per cent on a dosing weight is worth a word.
    public static let dosingOffPercent = 10.0
    /// A head that was measured longer ago than this is missing, in days.
    public static let headDays = 7

    /// The course it is about.
    public let code: InfantCode
    /// The bed; nil for none.
    public let bed: String?
    /// Age in days.
    public let dayOfLife: Int?
    /// Postmenstrual age; nil where it cannot be told.
    public let postmenstrualAge: PostmenstrualAge?
    /// Today's weight against the plan.
    public let weight: WeighState
    /// What was gained from the last weight but one to the last; nil without two.
    public let change: WeightChange?
    /// Days since the head was measured; nil for never.
    public let headAge: Int?
    /// Screens, vaccines and visits that are overdue or closing.
    public let due: [DueItem]
    /// Clinical papers that are overdue; they wait behind what concerns the infant.
    public let papers: [DueItem]
    /// Times that run.
    public let countdowns: [Countdown]
    /// The criteria whose time cannot be told, such as event-free time that nobody monitored.
    public let untold: [String]
    /// The dosing weight; nil where nobody has chosen one.
    public let dosing: DosingWeight?
    /// What wants a look.
    public let alerts: [Alert]
    /// The care plan's targets and where the infant stands; the weigh plan is not among them.
    public let targets: [TargetState]

    /// Whether the head is missing.
    public var isHeadMissing: Bool { headAge.map { $0 > BoardRow.headDays } ?? true }

    /// Asks a course about its moment; `rules` are those whose event-free time and drug are watched.
    public init(
        _ course: Course, rules: RuleSet, schedule: Schedule, guidelines: Set<String>, targets: [TargetState] = []
    ) {
        self.targets = targets.filter { $0.plan.target != WeighPlan.target }
        dosing = DosingWeight(course)
        code = course.code
        bed = course.bed
        let day = course.clock.zone.day(at: course.asOf.earliest)
        dayOfLife = course.postnatalAge(on: day)?.days
        postmenstrualAge = course.postmenstrualAge(on: day)
        weight = WeighState(course)
        change = WeightChange(course.weights)
        let head = course.all(Measurement.self).last { $0.body.quantity == .head && $0.body.counts }
        headAge = head.map { day - course.clock.zone.day(at: $0.entry.at.earliest) }
        // Several guidelines may ask for one screen; the most pressing one stands for it.
        var topics: Set<String> = []
        let list = schedule.due(course, rules: rules, guidelines: guidelines)
        papers = list.papers.filter { $0.status == .overdue }
        due = list.items.filter {
            ($0.status == .overdue || $0.status == .closing) && topics.insert($0.topic).inserted
        }
        let answers = BoardRow.watched(rules).map { criterion in
            CriterionEvaluation(rules: rules, course: course, criterion: criterion).answer
        }
        countdowns = answers.compactMap { answer in
            guard answer.verdict == .notMet, let earliest = answer.earliest else { return nil }
            return Countdown(id: answer.id, reason: answer.reason, earliest: earliest)
        }
        untold = answers.filter { $0.verdict == .unknown && rules.criterion($0.id)?.isTimed == true }.map(\.id)
        alerts = BoardRow.alerts(course, rules, answers, dosing)
    }

    /// Whether nothing is wanted: nothing is missing, running, off target, unknown or unwritten.
    public var isQuiet: Bool {
        !wants.contains(true) && papers.isEmpty && untold.isEmpty && targets.allSatisfy { $0.standing == .onTarget }
    }

    /// The criteria whose time is watched: event-free time, drugs stopped, and the weights, whose doubts are alerts.
    public static func watched(_ rules: RuleSet) -> [Criterion] {
        rules.criteria.filter { criterion in
            guard criterion.severity == .blocking else { return false }
            return switch criterion.test {
            case .valueAtLeast, .gainRate: true
            default: criterion.isTimed
            }
        }
    }

    private static func alerts(
        _ course: Course, _ rules: RuleSet, _ answers: [CriterionAnswer], _ dosing: DosingWeight?
    ) -> [Alert] {
        var alerts: [Alert] = []
        // A doubt stays until somebody settles it, or the stay ends.
        let stay = CurrentStay(course, asOf: course.asOf.instant)
        for (entry, body) in course.all(Measurement.self) where body.role == .unconfirmed && stay.includes(entry) {
            alerts.append(.unconfirmed(EntryRef(entry), body.quantity, value: body.value))
        }
        for answer in answers {
            switch answer.reason {
            case .awaitsConfirmation(let changes, _):
                // Only where a physician's word would make the difference.
                guard let criterion = rules.criterion(answer.id),
                    CriterionEvaluation(rules: rules, course: course.confirmed, criterion: criterion).answer.verdict
                        == .met
                else { break }
                alerts.append(.awaitsPhysician(changes))
            case .conflicting: alerts.append(.conflicting(criterion: answer.id))
            default: break
            }
        }
        if let dosing, let off = dosing.percentOff, abs(off) >= dosingOffPercent {
            alerts.append(.dosingWeight(dosing))
        }
        var seen: Set<Alert> = []
        return alerts.filter { seen.insert($0).inserted }
    }

    /// The order of the board: no weight today, head, screens, countdowns, alerts; then by bed.
    public static func isBefore(_ a: BoardRow, _ b: BoardRow) -> Bool {
        for (x, y) in zip(a.wants, b.wants) where x != y { return x }
        return a.bed == b.bed ? a.code.text < b.code.text : BedOrder.isBefore(a.bed, b.bed)
    }

    /// What is wanted, in the order of the board.
    var wants: [Bool] {
        [weight.today == .missing, isHeadMissing, !due.isEmpty, !countdowns.isEmpty, !alerts.isEmpty]
    }

    /// Hashes by infant.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Criterion {
    /// Whether a time runs for it: since an event, or since a drug was stopped.
    fileprivate var isTimed: Bool {
        switch test {
        case .eventFreeInterval, .timeSinceStopped: true
        default: false
        }
    }
}

extension Course {
    /// The same course as if a physician had confirmed every change.
    fileprivate var confirmed: Course {
        Course(
            like: self, asOf: asOf, entries: entries,
            superseded: superseded.map {
                Superseded(entry: $0.entry, by: $0.by, confirmedBy: $0.confirmedBy ?? $0.by.by)
            })
    }
}

extension CourseNeed {
    /// What the board reads, beside the criteria of ``BoardRow/watched(_:)``.
    public static func board(_ rules: RuleSet) -> CourseNeed {
        var narrow = rules
        narrow.criteria = BoardRow.watched(rules)
        var need = CourseNeed.readiness([narrow])
        need.kinds?.formUnion(CourseNeed.schedule.kinds ?? [])
        need.kinds?.formUnion([.plan, .omission])
        need.kinds?.subtract([.intake])
        need.quantities = [.weight, .head]
        need.quantitiesBack = [:]
        need.readsUnconfirmed = true
        return need
    }
}
