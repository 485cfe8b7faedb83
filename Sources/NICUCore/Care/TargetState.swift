/// Whether a target of the care plan is met, and the figure that says so; a pure function of a course.
public struct TargetState: Sendable, Hashable {
    /// The answer.
    public enum Standing: Sendable, Hashable {
        case onTarget
        /// Below the lower limit.
        case below
        /// Above the upper limit.
        case above
        /// Another word than the plan's.
        case otherwise
        /// Not to be said, and why; never good news.
        case unknown(Missing)
    }

    /// Why a target cannot be judged.
    public enum Missing: Sendable, Hashable {
        /// There is no weight for each kilogram.
        case weight(PerKiloWeight.Missing)
        /// Entries speak for only a part of the care day, or infusions for only a part of the time that they ran.
        case intakeIncomplete(entered: Hours, due: Hours, ofInfusions: Bool = false)
        /// Nothing was entered for the last whole care day.
        case noIntake
        /// Entries without a volume, an energy or a route.
        case intakeVague(count: Int)
        /// No rate can be formed.
        case noGain
        /// The infant is too old for grams for each kilogram a day.
        case notPerKilo(after: PostmenstrualAge)
        /// The postmenstrual age is unknown, and with it whether grams for each kilogram a day are judged.
        case noPostmenstrualAge
        /// A weight inside the window is unconfirmed.
        case unconfirmed(EntryRef)
        /// The latest value is too old.
        case stale(last: Moment, maxAge: Hours)
        /// Too few readings.
        case tooFew(found: Int, needed: Int, within: Hours)
        /// Whether oxygen is given is not recorded, and the upper limit hangs on it.
        case oxygen
        /// Nothing is recorded of the aspect.
        case nothingRecorded(aspect: String)
        /// The plan has no limits, or not in a unit of the target.
        case noLimits
        /// The record holds nothing that it could be judged by.
        case notJudged
    }

    /// What it was judged by.
    public enum Figure: Sendable, Hashable {
        /// The exponential rate over seven days.
        case gain(Velocity)
        /// Centimetres a week.
        case linear(LinearGain)
        /// Volume for each kilogram, of the gut alone or of all routes.
        case volume(IntakeDay, isEnteral: Bool)
        /// Energy for each kilogram.
        case energy(IntakeDay)
        /// Readings of saturation.
        case saturation(SaturationFigure)
        /// The state that holds.
        case state(value: String, since: Moment)
        /// Where the infant stands against its weigh plan.
        case weighing(WeighState)
    }

    /// The rule; nil for a target that the rules do not know.
    public let target: CareTarget?
    /// The plan.
    public let plan: Plan
    /// Its entry.
    public let entry: EntryRef
    /// From when on it holds.
    public let since: Moment
    /// Who made it.
    public let by: String
    /// Why.
    public let reason: SealedText?
    /// The answer.
    public let standing: Standing
    /// What it was judged by; nil where there is nothing.
    public let figure: Figure?

    /// Every plan in force at the moment of a course, judged; in the order of the rules, others behind by name.
    public static func all(_ course: Course, _ rules: CareRules) -> [TargetState] {
        let plans = Plan.inForce(in: course)
        let known = rules.targets.map(\.id)
        let order = known + plans.map(\.body.target).filter { !known.contains($0) }.sorted()
        // Growth figures are computed once, and only where a plan asks for them.
        let judge = TargetJudge(course, rules)
        return order.compactMap { id in plans.first { $0.body.target == id } }.map { entry, plan in
            let target = rules.target(plan.target)
            let (standing, figure) = target.map { judge.judge(plan, $0) } ?? (.unknown(.notJudged), nil)
            return TargetState(
                target: target, plan: plan, entry: EntryRef(entry), since: entry.at, by: entry.by,
                reason: entry.reason, standing: standing, figure: figure)
        }
    }
}

/// The readings of saturation over a window.
public struct SaturationFigure: Sendable, Hashable {
    /// The middle reading, or half the sum of the two middle ones, in per cent.
    public let median: Double
    /// How many readings.
    public let count: Int
    /// How many of them lie within the limits that hold.
    public let inside: Int
    /// How far back.
    public let window: Hours
    /// Whether the upper limit holds: oxygen above 21 % is given.
    public let upperHolds: Truth
}

extension Plan {
    /// The value that ends a target.
    public static let ended = "ended"

    /// The plans in force at the moment of a course: of each target the last of the current stay that has not run out.
    public static func inForce(in course: Course) -> [(entry: Entry, body: Plan)] {
        var latest: [String: (entry: Entry, body: Plan)] = [:]
        let stay = CurrentStay(course, asOf: course.asOf.instant)
        for found in course.all(Plan.self)
        where stay.includes(found.entry) && !found.body.isOver(at: course.asOf.earliest, in: course.clock.zone) {
            latest[found.body.target] = found
        }
        return latest.keys.sorted().compactMap { latest[$0] }.filter { $0.body.value != ended }
    }

    /// Whether it has run out at an instant.
    public func isOver(at instant: Instant, in zone: Zone) -> Bool {
        until.map { $0.moment(in: zone).latest < instant } ?? false
    }
}

extension CourseNeed {
    /// What targets, intake and days of support read.
    public static let care = CourseNeed(
        kinds: identity.union([
            .measurement, .omission, .state, .procedure, .medication, .intake, .plan, .retraction,
        ]), quantities: [.weight, .length, .head, .spo2])

    /// What ``TargetState/all(_:_:)`` reads, no further back than the rules look.
    public static func targets(_ rules: CareRules) -> CourseNeed {
        let far = rules.targets.compactMap { $0.window }.max() ?? Hours(24)
        // A week's gain reaches ten days behind a value that may itself be as old as the target allows.
        let fresh = rules.targets.compactMap { $0.fresh }.max() ?? Hours(0)
        let linear = Hours(seconds: fresh.seconds + Hours(24 * (LinearGain.weekSpan.upperBound + 1)).seconds)
        // The last whole care day begins up to two days back, and entries before it may speak into it.
        let reach = max(rules.intake.feedReach, rules.intake.infusionReach)
        return CourseNeed(
            kinds: identity.union([.measurement, .omission, .state, .intake, .plan, .retraction]),
            quantities: [.weight, .length, .head, .spo2],
            quantitiesBack: [.spo2: far, .length: linear, .head: linear],
            intakeBack: Hours(seconds: Hours(50).seconds + reach.seconds))
    }
}
