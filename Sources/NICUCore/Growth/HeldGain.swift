/// What an infant gained in a window, beside what would have held the z-score it was born with.
///
/// Both are formed inside one reference. 100 % holds the z-score of birth, 0 % is no gain, below 0 a loss.
public struct HeldGain: Sendable, Hashable {
    /// Where the gain begins; it always ends at the latest measurement.
    public enum Window: String, Sendable, Hashable, CaseIterable {
        /// Seven days, as ``Velocity/Window/sevenDays`` for weight and ``LinearGain/Window/week`` for length.
        case sevenDays = "7d"
        /// Fourteen days, weight only.
        case fourteenDays = "14d"
        /// From the day birth weight was regained, weight only.
        case sinceRegained = "since_regained"
    }

    /// The reference's id.
    public let reference: String
    /// Weight or length.
    public let measure: GrowthMeasure
    /// Where the gain begins.
    public let window: Window
    /// The civil day of the first measurement.
    public let from: Day
    /// The civil day of the last measurement.
    public let to: Day
    /// How many measurements lie in the window, both ends counted.
    public let n: Int
    /// The z-score at birth that is held.
    public let birthZ: Double
    /// What was gained, in grams or millimetres.
    public let gained: Int
    /// What would have held the z-score of birth, in grams or millimetres, unrounded and above 0.
    public let expected: Double

    /// The gain in percent of what would have held the z-score of birth, unrounded.
    public var percent: Double { 100 * Double(gained) / expected }
}

extension HeldGain {
    /// The gain between two points inside a reference; nil without a z-score at birth, or where the curve does not rise.
    static func between(
        _ first: GrowthInput.Point, _ last: GrowthInput.Point, n: Int, window: Window, birthZ: Double,
        reference: GrowthReference, sex: Sex, gestationalAgeDays: Int, birthDay: Day
    ) -> HeldGain? {
        func held(_ point: GrowthInput.Point) -> Double? {
            reference.value(
                z: birthZ, unit: point.measure.storedUnit, measure: point.measure, sex: sex,
                ageDays: reference.axis.position(ofPostmenstrualDays: gestationalAgeDays + (point.day - birthDay)))
        }
        guard reference.use == .any, let start = held(first), let end = held(last), end > start else { return nil }
        return HeldGain(
            reference: reference.id, measure: first.measure, window: window, from: first.day, to: last.day, n: n,
            birthZ: birthZ, gained: last.value - first.value, expected: end - start)
    }
}
