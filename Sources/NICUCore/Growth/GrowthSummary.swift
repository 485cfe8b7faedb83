/// The growth of one infant, computed from a ``GrowthInput`` and nothing else.
public struct GrowthSummary: Sendable {
    /// One measured value with its ages and its score in every reference.
    public struct Point: Sendable, Hashable {
        /// One reference's answer.
        public struct Score: Sendable, Hashable {
            /// The reference's id.
            public let reference: String
            /// The z-score, or the reason why there is none.
            public let score: GrowthScore
            /// The z-scores the dating's uncertainty implies; nil without a stated uncertainty or without a z-score.
            public let dating: DatingBand?
        }

        /// The entry the value stands in.
        public let entry: Int64
        /// The civil day of the measurement.
        public let day: Day
        /// The instant of the measurement, in seconds since 1970-01-01T00:00Z.
        public let instantSeconds: Int64
        /// Civil days since birth; the day of birth is 0.
        public let dayOfLife: Int
        /// Postmenstrual age in days; nil when the gestational age is unknown.
        public let pmaDays: Int?
        /// What is measured.
        public let measure: GrowthMeasure
        /// Grams, or millimetres.
        public let value: Int
        /// Whether this is the measurement at birth.
        public let isBirth: Bool
        /// In the order of the input's references.
        public let scores: [Score]
    }

    /// A weight that marks a phase of the course.
    public struct Mark: Sendable, Hashable {
        /// The entry the value stands in.
        public let entry: Int64
        /// The civil day of the measurement.
        public let day: Day
        /// Civil days since birth.
        public let dayOfLife: Int
        /// Grams.
        public let value: Int
        /// Change against the birth weight in percent; negative below it.
        public let percentOfBirthWeight: Double
    }

    /// A change of the weight's z-score inside one reference.
    public struct DeltaZ: Sendable, Hashable {
        /// Where the change is counted from.
        public enum Since: String, Sendable, Hashable, CaseIterable {
            case birth
            /// The end of the loss phase, see ``LossPhaseEnd``.
            case lossPhase = "loss_phase"
        }

        /// What the end of the loss phase was taken from.
        public enum LossPhaseEnd: String, Sendable, Hashable, CaseIterable {
            /// The day birth weight was regained.
            case regained
            /// Day of life 14, because birth weight has not been regained or is not known.
            case day14 = "day_14"
        }

        /// The reference's id; both ends are scored in it.
        public let reference: String
        /// Where the change is counted from.
        public let since: Since
        /// What ended the loss phase; nil since birth.
        public let lossPhaseEnd: LossPhaseEnd?
        /// The civil day of the first z-score.
        public let from: Day
        /// The civil day of the latest weight.
        public let to: Day
        /// The last z-score minus the first, unrounded.
        public let value: Double
    }

    /// The civil day of birth.
    public let birthDay: Day
    /// Gestational age at birth in days; nil when unknown.
    public let gestationalAgeDays: Int?
    /// The civil day the answer is for.
    public let asOf: Day
    /// How and when the stay ended; nil while it lasts.
    public let end: GrowthInput.End?
    /// The ids of the references that follow an infant after birth, in the order of the input.
    public let followUpReferences: [String]
    /// Every value in the order of time.
    public let points: [Point]
    /// The lowest weight, the earliest on ties; nil without a birth weight or without a weight after it.
    ///
    /// The birth weight counts: an infant who never fell below it has its nadir at birth.
    public let nadir: Mark?
    /// The first weight at or above the birth weight on a day after the nadir; nil while there is none.
    public let birthWeightRegained: Mark?
    /// Exponential rates in the order of ``Velocity/Window``, then two-point rates.
    public let velocity: [Velocity]
    /// The windows without a rate, and why.
    public let velocityMissing: [Velocity.Window: Velocity.Missing]
    /// Gains of length and head per week; windows without one are left out.
    public let linearGain: [LinearGain]
    /// Gains beside what would have held the z-score of birth, per reference; those without both are left out.
    public let heldGain: [HeldGain]
    /// The range for the weight a week ahead, or why there is none.
    public let projection: Result<WeightProjection, WeightProjection.Missing>
    /// Changes of the weight's z-score up to the latest weight, per reference; those without both ends are left out.
    public let deltaZ: [DeltaZ]

    /// The exponential rate since birth weight was regained; nil until there is one.
    public var headlineVelocity: Velocity? {
        velocity.first { $0.method == .exponential && $0.window == .sinceRegained }
    }

    /// Computes the summary; the same input gives the same answer.
    public init(_ input: GrowthInput) {
        let ordered = input.points.sorted { a, b in
            (a.day.number, a.instantSeconds, a.entry) < (b.day.number, b.instantSeconds, b.entry)
        }
        birthDay = input.birthDay
        gestationalAgeDays = input.gestationalAgeDays
        asOf = input.asOf ?? ordered.last?.day ?? input.birthDay
        end = input.end
        followUpReferences = input.references.filter { $0.use != .birth }.map(\.id)
        points = ordered.map { GrowthSummary.scored($0, input) }
        let weights = ordered.filter { $0.measure == .weight }
        let phases = Phases(weights: weights)
        let mark = { (index: Int?) -> Mark? in
            guard let index, let birth = phases.birth else { return nil }
            let (point, start) = (weights[index], weights[birth].value)
            return Mark(
                entry: point.entry, day: point.day, dayOfLife: point.day - input.birthDay, value: point.value,
                percentOfBirthWeight: 100 * Double(point.value - start) / Double(start))
        }
        nadir = mark(phases.nadir)
        birthWeightRegained = mark(phases.regained)
        (velocity, velocityMissing) = GrowthSummary.velocities(weights, phases)
        linearGain = LinearGain.gains(ordered)
        heldGain = GrowthSummary.held(ordered, phases, input)
        projection =
            input.end?.isFinal == true
            ? .failure(.ended)
            : WeightProjection.of(weights, asOf: asOf)
        deltaZ = GrowthSummary.deltas(points.filter { $0.measure == .weight }, phases, birthDay: input.birthDay)
    }

    private static func scored(_ point: GrowthInput.Point, _ input: GrowthInput) -> Point {
        let dayOfLife = point.day - input.birthDay
        // A reference of size at birth has nothing to say about a later measurement.
        let scores = input.references.compactMap { reference -> Point.Score? in
            guard point.isBirth || reference.use != .birth else { return nil }
            let score = { (gestationalAgeDays: Int?) in
                reference.score(
                    stored: point.value, measure: point.measure, sex: input.sex,
                    gestationalAgeDays: gestationalAgeDays,
                    // Size at birth is judged at the gestational age, also where it was taken on the next day.
                    dayOfLife: reference.use == .birth ? 0 : dayOfLife, isBirth: point.isBirth)
            }
            let best = score(input.gestationalAgeDays)
            return Point.Score(reference: reference.id, score: best, dating: DatingBand(around: best, input, score))
        }
        return Point(
            entry: point.entry, day: point.day, instantSeconds: point.instantSeconds, dayOfLife: dayOfLife,
            pmaDays: input.gestationalAgeDays.map { $0 + dayOfLife }, measure: point.measure, value: point.value,
            isBirth: point.isBirth, scores: scores)
    }
}
