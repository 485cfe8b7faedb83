/// One published indicator of growth: what it looks at, when, and from which value on it is met.
///
/// An indicator is never a diagnosis. The thresholds stand in `seeds/indicators/growth.yaml` with their sources.
public struct GrowthIndicator: Sendable, Hashable {
    /// What is looked at.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The z-score at birth minus the one at the moment, inside one reference.
        case zDecline = "z_decline"
        /// The gain of seven days in percent of what would have held the z-score of birth.
        case gainPercent = "gain_percent"
        /// Completed days until birth weight was regained; days so far while it has not been.
        case daysToRegain = "days_to_regain"
        /// The centile at the moment, by a chart that is named.
        case belowCentile = "below_centile"
        /// Below a centile at the moment, not below it at birth, and z fallen, all in one reference.
        case trueRestriction = "true_restriction"
        /// Centimetres per week over 5 to 10 days.
        case weeklyGain = "weekly_gain"
        /// Energy and protein in percent of the needs, which the record does not hold.
        case nutrientIntake = "nutrient_intake"
    }

    /// How strongly an indicator is met.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// Met, for indicators without grades.
        case met
        case mild, moderate, severe
    }

    /// When it is looked at.
    public enum Moment: String, Sendable, Hashable, CaseIterable {
        /// The latest value.
        case latest
        /// The weight nearest to 36+0, within ``GrowthIndicator/nearness`` days.
        case week36 = "week_36"
        /// The last weight before the end of the stay, within ``GrowthIndicator/nearness`` days.
        case discharge
    }

    /// One level with the value from which it is met.
    public struct Bound: Sendable, Hashable {
        /// How a value is compared.
        public enum Comparison: String, Sendable, Hashable, CaseIterable {
            case atLeast = "at_least"
            case above, below
        }

        /// The level.
        public let level: Level
        /// The comparison.
        public let comparison: Comparison
        /// The value compared with.
        public let value: Double

        /// Makes a bound.
        public init(level: Level, comparison: Comparison, value: Double) {
            self.level = level
            self.comparison = comparison
            self.value = value
        }

        func holds(_ other: Double) -> Bool {
            switch comparison {
            case .atLeast: other >= value
            case .above: other > value
            case .below: other < value
            }
        }
    }

    /// The days within which a value stands for 36+0 or for the end of the stay (operational).
    public static let nearness = 3
    /// The days for which the latest value stands for now (operational).
    public static let freshness = 7
    /// 36+0 in postmenstrual days.
    public static let week36 = 252

    /// The indicator's id.
    public let id: String
    /// The id of its family, which holds the source.
    public let family: String
    /// What is looked at.
    public let kind: Kind
    /// The measure looked at.
    public let measure: GrowthMeasure
    /// When it is looked at.
    public let moments: [Moment]
    /// Whether the family counts it only together with others.
    public let isSecondary: Bool
    /// The first completed day of life on which it means something; nil from birth.
    public let notBeforeDay: Int?
    /// The levels, the mildest first; the last one that holds is the answer.
    public let bounds: [Bound]

    /// Makes an indicator.
    public init(
        id: String, family: String, kind: Kind, measure: GrowthMeasure, moments: [Moment], isSecondary: Bool,
        notBeforeDay: Int?, bounds: [Bound]
    ) {
        self.id = id
        self.family = family
        self.kind = kind
        self.measure = measure
        self.moments = moments
        self.isSecondary = isSecondary
        self.notBeforeDay = notBeforeDay
        self.bounds = bounds
    }

    func level(_ value: Double) -> Level? { bounds.last { $0.holds(value) }?.level }
}

/// The indicators with their families and the gains aimed at.
public struct GrowthIndicatorSet: Sendable, Hashable {
    /// Where a group of indicators comes from.
    public struct Family: Sendable, Hashable {
        /// What it is called.
        public let title: String
        /// The publication.
        public let citation: String
        /// Its digital object identifier; empty without one.
        public let doi: String
        /// How surely the thresholds are known.
        public let seen: RuleText

        /// Makes a family.
        public init(title: String, citation: String, doi: String, seen: RuleText) {
            self.title = title
            self.citation = citation
            self.doi = doi
            self.seen = seen
        }
    }

    /// A gain aimed at over a span of postmenstrual ages.
    public struct Target: Sendable, Hashable {
        /// First and last postmenstrual day.
        public let days: ClosedRange<Int>
        /// `g/kg/d` or `g/d`.
        public let unit: String
        /// The range aimed at.
        public let range: ClosedRange<Double>
        /// The publication.
        public let source: String

        /// Makes a target.
        public init(days: ClosedRange<Int>, unit: String, range: ClosedRange<Double>, source: String) {
            self.days = days
            self.unit = unit
            self.range = range
            self.source = source
        }
    }

    /// The version of the file.
    public let version: String
    /// The families by id.
    public let families: [String: Family]
    /// The indicators in the order of the file.
    public let indicators: [GrowthIndicator]
    /// The gains aimed at.
    public let targets: [Target]

    /// Makes a set.
    public init(version: String, families: [String: Family], indicators: [GrowthIndicator], targets: [Target]) {
        self.version = version
        self.families = families
        self.indicators = indicators
        self.targets = targets
    }

    /// The gain aimed at at a postmenstrual age; nil where none is stated or the age is unknown.
    public func target(atPostmenstrualDays days: Int?) -> Target? {
        days.flatMap { day in targets.first { $0.days.contains(day) } }
    }
}
