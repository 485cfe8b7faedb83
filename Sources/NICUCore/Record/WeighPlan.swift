/// How often an infant is weighed; "missing" means missing against it.
public struct WeighPlan: Sendable, Hashable {
    /// The target of a plan entry that says so.
    public static let target = "weighing"

    /// How often.
    public enum Rhythm: String, Sendable, Hashable, CaseIterable {
        case daily
        case twiceWeekly = "twice_weekly"
        case none

        /// Care days from one weight to the next; nil for never.
        public var days: Int? {
            switch self {
            case .daily: 1
            case .twiceWeekly: 3
            case .none: nil
            }
        }
    }

    /// How often.
    public let rhythm: Rhythm
    /// The entry that says so; nil for the ward's own rhythm, daily.
    public let entry: EntryRef?
    /// Until when it holds.
    public let until: WrittenTime?

    /// The plan in force at the moment of a course, else daily.
    public init(_ course: Course) {
        let holding = Plan.inForce(in: course).first { $0.body.target == WeighPlan.target }
        let named = holding.flatMap { found in found.body.value.flatMap { Rhythm(rawValue: $0) } }
        rhythm = named ?? .daily
        entry = named == nil ? nil : holding.map { EntryRef($0.entry) }
        until = named == nil ? nil : holding?.body.until
    }
}

/// Where an infant stands against its weigh plan on a care day.
public struct WeighState: Sendable, Hashable {
    /// What is known of today's weight.
    public enum Today: Sendable, Hashable {
        /// Weighed: the value in grams and when.
        case weighed(Int, at: Moment)
        /// Not weighed, with the reason that was given.
        case omitted(Omission.Why, at: Moment)
        /// Nothing is recorded and the plan asks for it.
        case missing
        /// The plan does not ask for one today.
        case notDue
    }

    /// The plan.
    public let plan: WeighPlan
    /// What is known of today's weight.
    public let today: Today
    /// The last weight that counts; nil for none.
    public let last: (grams: Int, at: Moment)?

    /// Asks a course about the care day of its moment.
    public init(_ course: Course) {
        plan = WeighPlan(course)
        let day = course.clock.careDay(at: course.asOf.earliest)
        let weights = course.weights
        last = weights.last.map { ($0.body.value, $0.entry.at) }
        if let last = weights.last, course.clock.careDay(at: last.entry.at.earliest) == day {
            today = .weighed(last.body.value, at: last.entry.at)
            return
        }
        if let omitted = course.weightOmission {
            // "Later" puts it off to later on the same day.
            today = omitted.body.why == .later ? .missing : .omitted(omitted.body.why, at: omitted.entry.at)
            return
        }
        guard let days = plan.rhythm.days else {
            today = .notDue
            return
        }
        let since = weights.last.map { day - course.clock.careDay(at: $0.entry.at.earliest) }
        today = since.map { $0 >= days } ?? true ? .missing : .notDue
    }

    /// Compares every part.
    public static func == (a: WeighState, b: WeighState) -> Bool {
        a.plan == b.plan && a.today == b.today && a.last?.grams == b.last?.grams && a.last?.at == b.last?.at
    }

    /// Hashes what tells two apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(plan)
        hasher.combine(today)
    }
}

extension Course {
    /// The last reason of the care day of its moment why the infant was not weighed; nil where none was given.
    public var weightOmission: (entry: Entry, body: Omission)? {
        let day = clock.careDay(at: asOf.earliest)
        return all(Omission.self).last {
            $0.body.quantity == .weight && clock.careDay(at: $0.entry.at.earliest) == day
        }
    }
}
