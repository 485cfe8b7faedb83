/// A growth reference: the one place where a measured value becomes a z-score.
///
/// Every answer is a ``GrowthScore``: a number, or the reason why there is none. Nothing is clamped, extrapolated or
/// guessed. The reference's own source, terms and range stand in its manifest.
public struct GrowthReference: Sendable {
    /// What a reference may be asked about.
    public enum Use: String, Sendable, Hashable, CaseIterable {
        /// Any infant at any age inside the range.
        case any
        /// Infants born before 37+0, after birth: the measurement at birth gets no value.
        case pretermFollowUp = "preterm_follow_up"
        /// The measurement at birth only.
        case birth
    }

    /// One curve's place: a measure, and a sex that is female or male.
    public struct Key: Sendable, Hashable {
        /// What is measured.
        public let measure: GrowthMeasure
        /// Female or male.
        public let sex: Sex

        /// Makes a key; nil for a sex that has no curve of its own.
        public init?(_ measure: GrowthMeasure, _ sex: Sex) {
            guard sex == .female || sex == .male else { return nil }
            self.measure = measure
            self.sex = sex
        }

        fileprivate var slot: Int {
            let place =
                switch measure {
                case .weight: 0
                case .length: 2
                case .head: 4
                case .weightForLength: 6
                }
            return sex == .male ? place + 1 : place
        }
    }

    /// Gestational ages below this many days (37+0) are preterm.
    public static let termDays = 259

    /// The pack's id, which stands beside every z-score.
    public let id: String
    /// The axis of the ages that ``z(of:unit:measure:sex:ageDays:)`` takes.
    public let axis: GrowthAxis
    /// Whom the reference may be asked about.
    public let use: Use
    /// Every curve the pack has, loaded or not.
    public let available: Set<Key>
    private let curves: [GrowthCurve?]

    /// Makes a reference from loaded curves; `available` names the pack's further curves that were not loaded.
    public init(id: String, axis: GrowthAxis, use: Use, curves: [Key: GrowthCurve], available: Set<Key> = []) {
        self.id = id
        self.axis = axis
        self.use = use
        self.available = available.union(curves.keys)
        var slots = [GrowthCurve?](repeating: nil, count: 8)
        for (key, curve) in curves { slots[key.slot] = curve }
        self.curves = slots
    }

    /// The loaded curve of a measure and a sex.
    public func curve(_ measure: GrowthMeasure, _ sex: Sex) -> GrowthCurve? {
        Key(measure, sex).flatMap { curves[$0.slot] }
    }

    /// The score of a value at an age in days on this reference's own ``axis``.
    ///
    /// For ``GrowthMeasure/weightForLength`` the position is the length in centimetres instead of an age. Fractions of a
    /// day are allowed. The value may be in any unit that measures the measure. Outside the curve's range
    /// the status says below or above, and there is no number.
    public func z(
        of value: Double, unit: GrowthUnit, measure: GrowthMeasure, sex: Sex, ageDays: Double
    ) -> GrowthScore {
        guard unit.measures(measure) else { return GrowthScore(reason: .badUnit) }
        guard value > 0, value.isFinite else { return GrowthScore(reason: .badValue) }
        guard ageDays.isFinite else { return GrowthScore(reason: .badAge) }
        let curve: GrowthCurve
        switch find(measure, sex) {
        case .found(let found): curve = found
        case .missing(let reason): return GrowthScore(reason: reason)
        }
        if ageDays < curve.range.lowerBound { return GrowthScore(reason: .belowRange) }
        if ageDays > curve.range.upperBound { return GrowthScore(reason: .aboveRange) }
        let converted = unit.convert(value, to: curve.unit)
        if case .centiles(let table) = curve {
            // A value typed on a line is on it, whatever the unit: 0.57 kg is 570 g.
            let snapped = (converted * 1e6).rounded() / 1e6
            guard let band = table.band(value: snapped, at: ageDays) else { return GrowthScore(reason: .badValue) }
            return GrowthScore(band: band, size: table.size(value: snapped, at: ageDays))
        }
        guard let z = curve.z(value: converted, at: ageDays), z.isFinite else { return GrowthScore(reason: .badValue) }
        return GrowthScore(z: z)
    }

    /// The score of one of the record's integers (g or mm) for an infant of a known or unknown gestational age.
    ///
    /// `gestationalAgeDays` is the age at birth, `dayOfLife` the civil days since. Unknown gestational age gives no number
    /// on either axis: it never means term.
    public func score(
        stored value: Int, measure: GrowthMeasure, sex: Sex, gestationalAgeDays: Int?, dayOfLife: Int, isBirth: Bool
    ) -> GrowthScore {
        guard available.contains(where: { $0.measure == measure }) else { return GrowthScore(reason: .unknownMeasure) }
        guard let gestationalAgeDays else { return GrowthScore(reason: .unknownGestationalAge) }
        if use == .pretermFollowUp {
            if gestationalAgeDays >= GrowthReference.termDays { return GrowthScore(reason: .notApplicable) }
            if isBirth { return GrowthScore(reason: .notForBirth) }
        }
        if use == .birth, !isBirth { return GrowthScore(reason: .birthOnly) }
        return z(
            of: Double(value), unit: measure.storedUnit, measure: measure, sex: sex,
            ageDays: axis.position(ofPostmenstrualDays: gestationalAgeDays + dayOfLife))
    }

    /// The score of a weight in the record's integers (g) for a length (mm), whatever the age.
    public func score(weight: Int, forLength length: Int, sex: Sex) -> GrowthScore {
        z(
            of: Double(weight), unit: .grams, measure: .weightForLength, sex: sex, ageDays: Double(length) / 10)
    }

    /// The value at a z-score and an age in days on ``axis``, the inverse of ``z(of:unit:measure:sex:ageDays:)``.
    ///
    /// Nil outside the range, without a loaded curve for the sex, or where the curve has no value above 0.
    public func value(z: Double, unit: GrowthUnit, measure: GrowthMeasure, sex: Sex, ageDays: Double) -> Double? {
        guard unit.measures(measure), let curve = curve(measure, sex) else { return nil }
        return curve.value(z: z, at: ageDays).map { curve.unit.convert($0, to: unit) }
    }

    private enum Search {
        case found(GrowthCurve)
        case missing(GrowthScore.Status)
    }

    private func find(_ measure: GrowthMeasure, _ sex: Sex) -> Search {
        guard let key = Key(measure, sex) else {
            let known = available.contains { $0.measure == measure }
            return .missing(known ? .unknownSex : .unknownMeasure)
        }
        if let curve = curves[key.slot] { return .found(curve) }
        return .missing(available.contains(key) ? .notLoaded : .unknownMeasure)
    }
}

extension GrowthReference: CustomStringConvertible {
    /// The pack's id; the figures are thousands of rows.
    public var description: String { id }
}
