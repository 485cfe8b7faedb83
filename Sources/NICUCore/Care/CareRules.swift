/// What care is counted and judged by; data, never code.
public struct CareRules: Sendable, Hashable {
    /// Its name in the file.
    public let id: String
    /// Semantic version of the file.
    public let version: String
    /// The sources.
    public let sources: [RuleSource]
    /// How hours make a day.
    public let dayRules: [DayRule]
    /// What days are counted of.
    public let days: [DayItem]
    /// The time after birth, or after coming back, before a first state that is not held to be unknown: the infant is being
    /// settled.
    public let settling: Hours
    /// How intake is summed.
    public let intake: IntakeRules
    /// What a plan can aim at.
    public let targets: [CareTarget]

    /// Makes one from its parts.
    public init(
        id: String, version: String, sources: [RuleSource], dayRules: [DayRule], days: [DayItem],
        settling: Hours = Hours(0), intake: IntakeRules, targets: [CareTarget]
    ) {
        self.id = id
        self.version = version
        self.sources = sources
        self.dayRules = dayRules
        self.days = days
        self.settling = settling
        self.intake = intake
        self.targets = targets
    }

    /// The target of a name; nil for one the file does not have.
    public func target(_ id: String) -> CareTarget? { targets.first { $0.id == id } }
    /// The rule of a name; nil for one the file does not have.
    public func dayRule(_ id: String) -> DayRule? { dayRules.first { $0.id == id } }
}

/// When a civil day counts as a day of something.
public struct DayRule: Sendable, Hashable {
    /// What of the day is looked at.
    public enum Test: Sendable, Hashable {
        /// More than so many of its hours.
        case above(Hours)
        /// The instant at which the care day turns.
        case atTurn
    }

    /// Its name in the file.
    public let id: String
    /// What it is called in print.
    public let title: RuleText
    /// What of the day is looked at.
    public let test: Test

    /// Makes one from its parts.
    public init(id: String, title: RuleText, test: Test) {
        self.id = id
        self.title = title
        self.test = test
    }
}

/// Something whose days are counted.
public struct DayItem: Sendable, Hashable {
    /// Where it stands in the record.
    public enum Fact: Sendable, Hashable {
        /// States, of which the first that can tell decides; and doses by a product's name.
        case states([StateSource], products: [String])
        /// Inspired oxygen above 21 %.
        case oxygen
        /// A procedure.
        case procedure(String)
    }

    /// One aspect that tells of it.
    public struct StateSource: Sendable, Hashable {
        /// The aspect.
        public let aspect: String
        /// The values that are it.
        public let values: [String]
        /// Words of the detail that are it; empty where the value alone says so.
        public let details: [String]

        /// Makes one from its parts.
        public init(aspect: String, values: [String], details: [String]) {
            self.aspect = aspect
            self.values = values
            self.details = details
        }

        /// Whether a state of the aspect is it; one whose detail is missing may be.
        func holds(_ state: State) -> Truth {
            guard values.contains(state.value) else { return .no }
            guard !details.isEmpty else { return .yes }
            guard let detail = state.detail?.lowercased() else { return .unknown }
            return Truth(details.contains { detail.contains($0) })
        }
    }

    /// Its name in the file.
    public let id: String
    /// What it is called in print.
    public let title: RuleText
    /// The name of its rule.
    public let rule: String
    /// Where it stands in the record.
    public let fact: Fact
    /// Where the rule comes from.
    public let basis: Basis
    /// The ids of the sources.
    public let sources: [String]

    /// Makes one from its parts.
    public init(id: String, title: RuleText, rule: String, fact: Fact, basis: Basis, sources: [String]) {
        self.id = id
        self.title = title
        self.rule = rule
        self.fact = fact
        self.basis = basis
        self.sources = sources
    }
}

/// How intake is summed over the care day.
public struct IntakeRules: Sendable, Hashable {
    /// For how long a feed speaks.
    public let feedReach: Hours
    /// For how long an infusion speaks.
    public let infusionReach: Hours
    /// The aspects of care that run by infusions: while one is on, infusions are to be entered.
    public let infusing: [String]
    /// The oldest measured weight that divides.
    public let weightMaxAge: Hours
    /// What is called full feeds, in mL/kg/d by the gut; the first is the headline.
    public let fullFeeds: [Int]
    /// Where the numbers come from.
    public let basis: Basis
    /// The ids of the sources.
    public let sources: [String]

    /// Makes one from its parts.
    public init(
        feedReach: Hours, infusionReach: Hours, infusing: [String], weightMaxAge: Hours, fullFeeds: [Int], basis: Basis,
        sources: [String]
    ) {
        self.feedReach = feedReach
        self.infusionReach = infusionReach
        self.infusing = infusing
        self.weightMaxAge = weightMaxAge
        self.fullFeeds = fullFeeds
        self.basis = basis
        self.sources = sources
    }
}

/// Something a plan can aim at.
public struct CareTarget: Sendable, Hashable {
    /// The figure it is judged by.
    public enum Judge: String, Sendable, Hashable, CaseIterable {
        case weightGain = "weight_gain"
        case lengthGain = "length_gain"
        case headGain = "head_gain"
        case feedingVolume = "feeding_volume"
        case totalFluid = "total_fluid"
        case energy, saturation, state, weighing
        /// The record does not hold what it would be judged by.
        case none
    }

    /// Its name in plans.
    public let id: String
    /// What it is called in print.
    public let title: RuleText
    /// The figure it is judged by.
    public let judge: Judge
    /// The units its limits can have; empty where it has a word.
    public let units: [String]
    /// The words it can have; empty where it has limits.
    public let values: [String]
    /// The aspect, where a state judges it.
    public let aspect: String?
    /// How far back readings are looked at.
    public let window: Hours?
    /// The fewest readings.
    public let minReadings: Int
    /// The oldest value that still stands for now.
    public let fresh: Hours?
    /// Up to which postmenstrual age limits in g/kg/d are judged; nil for no end.
    public let perKiloUntil: PostmenstrualAge?
    /// Where the rule comes from.
    public let basis: Basis
    /// The ids of the sources.
    public let sources: [String]

    /// Makes one from its parts.
    public init(
        id: String, title: RuleText, judge: Judge, units: [String] = [], values: [String] = [], aspect: String? = nil,
        window: Hours? = nil, minReadings: Int = 1, fresh: Hours? = nil, perKiloUntil: PostmenstrualAge? = nil,
        basis: Basis = .operational, sources: [String] = []
    ) {
        self.id = id
        self.title = title
        self.judge = judge
        self.units = units
        self.values = values
        self.aspect = aspect
        self.window = window
        self.minReadings = minReadings
        self.fresh = fresh
        self.perKiloUntil = perKiloUntil
        self.basis = basis
        self.sources = sources
    }

    /// Why limits in a unit are not judged at an age; nil where they are.
    public func objection(to unit: String?, at age: PostmenstrualAge?) -> TargetState.Missing? {
        guard let perKiloUntil, unit == Velocity.unit else { return nil }
        guard let age else { return .noPostmenstrualAge }
        return age > perKiloUntil ? .notPerKilo(after: perKiloUntil) : nil
    }
}
