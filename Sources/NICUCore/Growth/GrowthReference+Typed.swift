/// A weight, length or head circumference with its unit.
public struct GrowthValue: Sendable, Hashable {
    /// What is measured.
    public let measure: GrowthMeasure
    /// The number, in ``unit``.
    public let amount: Double
    /// The unit of ``amount``.
    public let unit: GrowthUnit

    private init(_ measure: GrowthMeasure, _ amount: Double, _ unit: GrowthUnit) {
        self.measure = measure
        self.amount = amount
        self.unit = unit
    }

    /// A weight in grams.
    public static func weight(grams: Double) -> GrowthValue { GrowthValue(.weight, grams, .grams) }
    /// A weight in kilograms.
    public static func weight(kilograms: Double) -> GrowthValue { GrowthValue(.weight, kilograms, .kilograms) }
    /// A crown–heel length in centimetres.
    public static func length(centimetres: Double) -> GrowthValue { GrowthValue(.length, centimetres, .centimetres) }
    /// A head circumference in centimetres.
    public static func head(centimetres: Double) -> GrowthValue { GrowthValue(.head, centimetres, .centimetres) }

    /// The same value in another unit; nil where that does not measure the same thing.
    public func amount(in other: GrowthUnit) -> Double? {
        other.measures(measure) ? unit.convert(amount, to: other) : nil
    }

    fileprivate static func of(_ measure: GrowthMeasure, _ amount: Double) -> GrowthValue {
        measure.isWeight ? .weight(grams: amount) : GrowthValue(measure, amount / 10, .centimetres)
    }
}

/// Where on a growth reference a value is looked at; fractions of a day are allowed.
public enum GrowthPosition: Sendable, Hashable {
    /// The measurement at birth, at a gestational age in days; 27+0 is 189.
    case birth(gestationalDays: Double)
    /// A later measurement, at a postmenstrual age in days; 40+0 is 280.
    case postmenstrual(days: Double)
    /// A later measurement, in days since the due date; 40+0 is 0.
    case corrected(days: Double)
    /// A weight judged by the length it goes with, whatever the age.
    case length(centimetres: Double)
}

extension GrowthReference {
    /// The z-score of a value, or the reason why there is none.
    ///
    /// `sex` is female or male; unknown and indeterminate answer ``GrowthScore/Status/unknownSex``. Outside the curve's
    /// range the answer is ``GrowthScore/Status/belowRange`` or ``GrowthScore/Status/aboveRange``, and nothing is
    /// clamped. A reference of size at birth takes ``GrowthPosition/birth(gestationalDays:)`` only, and one for the
    /// follow-up of preterm infants anything but it; that the infant was born before 37+0 is for the caller to know. The
    /// source of the figures stands in the reference's manifest.
    ///
    /// ```swift
    /// let score = fenton.z(of: .weight(grams: 2580), at: .postmenstrual(days: 282), sex: .female)
    /// // score.z is −1.98…; score.centile follows from the unrounded z
    /// ```
    public func z(of value: GrowthValue, at position: GrowthPosition, sex: Sex) -> GrowthScore {
        switch place(value.measure, position) {
        case .failure(let reason): GrowthScore(reason: reason.status)
        case .success(let place):
            z(of: value.amount, unit: value.unit, measure: place.measure, sex: sex, ageDays: place.position)
        }
    }

    /// The value at a z-score, the inverse of ``z(of:at:sex:)``.
    ///
    /// Nil outside the range, for a sex or a measure without a curve, where the curve has no value above 0, and for
    /// printed centile lines.
    public func value(atZ z: Double, of measure: GrowthMeasure, at position: GrowthPosition, sex: Sex) -> GrowthValue? {
        guard case .success(let place) = place(measure, position) else { return nil }
        return value(z: z, unit: measure.storedUnit, measure: place.measure, sex: sex, ageDays: place.position)
            .map { GrowthValue.of(measure, $0) }
    }

    private struct Refusal: Error { let status: GrowthScore.Status }

    /// The measure and the position on this reference's own axis that a question is about.
    private func place(_ measure: GrowthMeasure, _ position: GrowthPosition) -> Result<
        (measure: GrowthMeasure, position: Double), Refusal
    > {
        let postmenstrual: Double
        switch position {
        case .length(let centimetres):
            guard measure.isWeight else { return .failure(Refusal(status: .unknownMeasure)) }
            return .success((.weightForLength, centimetres))
        case .birth(let days):
            guard use != .pretermFollowUp else { return .failure(Refusal(status: .notForBirth)) }
            postmenstrual = days
        case .postmenstrual(let days):
            guard use != .birth else { return .failure(Refusal(status: .birthOnly)) }
            postmenstrual = days
        case .corrected(let days):
            guard use != .birth else { return .failure(Refusal(status: .birthOnly)) }
            postmenstrual = days + Double(GrowthAxis.dueDate)
        }
        return .success(
            (measure, axis == .correctedDays ? postmenstrual - Double(GrowthAxis.dueDate) : postmenstrual))
    }
}
