/// Everything the growth answer depends on; the clock is not among it.
public struct GrowthInput: Sendable {
    /// One measured value that counts for growth: a birth or measured value, corrections already applied.
    public struct Point: Sendable, Hashable {
        /// The method of a length taken by tape.
        public static let tape = "tape"

        /// The entry the value stands in.
        public var entry: Int64
        /// The civil day of the measurement, in the unit's time zone.
        public var day: Day
        /// The instant of the measurement, in seconds since 1970-01-01T00:00Z.
        public var instantSeconds: Int64
        /// What is measured.
        public var measure: GrowthMeasure
        /// Grams for weight, millimetres for length and head circumference.
        public var value: Int
        /// Whether this is the measurement at birth.
        public var isBirth: Bool
        /// Whether a length was taken by tape, which no gain is formed from.
        public var isByTape: Bool

        /// Makes a point; `value` in grams or millimetres.
        public init(
            entry: Int64, day: Day, instantSeconds: Int64, measure: GrowthMeasure, value: Int, isBirth: Bool = false,
            isByTape: Bool = false
        ) {
            self.entry = entry
            self.day = day
            self.instantSeconds = instantSeconds
            self.measure = measure
            self.value = value
            self.isBirth = isBirth
            self.isByTape = isByTape
        }
    }

    /// The end of a stay.
    public struct End: Sendable, Hashable {
        /// The civil day.
        public var day: Day
        /// Whether it was by death or after care was withdrawn, so that nothing is projected.
        public var isFinal: Bool

        /// Makes an end.
        public init(day: Day, isFinal: Bool) {
            self.day = day
            self.isFinal = isFinal
        }
    }

    /// The sex whose curves are used; `unknown` and `indeterminate` get no z-score.
    public var sex: Sex
    /// Gestational age at birth in days; nil when unknown, and then there is no z-score.
    public var gestationalAgeDays: Int?
    /// Half width of the dating's uncertainty in days; nil when it was not stated.
    public var datingPlusMinusDays: Int?
    /// The civil day the answer is for; nil is the day of the latest value.
    public var asOf: Day?
    /// How and when the stay ended; nil while it lasts.
    public var end: End?
    /// The civil day of birth, day of life 0.
    public var birthDay: Day
    /// The values, in any order.
    public var points: [Point]
    /// The references to score against, in the order of the answer.
    public var references: [GrowthReference]

    /// Makes an input; gestational age in days, nil when unknown.
    public init(
        sex: Sex, gestationalAgeDays: Int?, datingPlusMinusDays: Int? = nil, birthDay: Day, points: [Point],
        references: [GrowthReference], asOf: Day? = nil, end: End? = nil
    ) {
        self.sex = sex
        self.gestationalAgeDays = gestationalAgeDays
        self.datingPlusMinusDays = datingPlusMinusDays
        self.asOf = asOf
        self.end = end
        self.birthDay = birthDay
        self.points = points
        self.references = references
    }
}
