/// The gain of length or head circumference in centimetres per week between two measurements.
///
/// A gain exists only between measurements at least ``shortestSpan`` days apart. A length by tape never enters it.
public struct LinearGain: Sendable, Hashable {
    /// Where the gain begins; it always ends at the latest measurement.
    public enum Window: String, Sendable, Hashable, CaseIterable {
        /// From the measurement nearest to 7 days before the latest one, 5 to 10 days before it.
        case week = "7d"
        /// From the first measurement.
        case wholeStay = "whole_stay"
    }

    /// The days over which a weekly gain may be formed.
    public static let weekSpan = 5...10
    /// The fewest days between two measurements of a gain.
    public static var shortestSpan: Int { weekSpan.lowerBound }
    /// The unit of ``value``.
    public static let unit = "cm/wk"

    /// Length or head.
    public let measure: GrowthMeasure
    /// Where the gain begins.
    public let window: Window
    /// The civil day of the first measurement.
    public let from: Day
    /// The civil day of the last measurement.
    public let to: Day
    /// The entry of the last measurement.
    public let entry: Int64
    /// How many measurements lie in the window, both ends counted.
    public let n: Int
    /// What was gained, in millimetres.
    public let gained: Int

    /// Centimetres per week, unrounded.
    public var value: Double { Double(gained) / 10 / (Double(to - from) / 7) }
}

extension LinearGain {
    /// The gains of length and head in a series; windows without a gain are left out.
    ///
    /// `points` are in the order of time.
    static func gains(_ points: [GrowthInput.Point]) -> [LinearGain] {
        [GrowthMeasure.length, .head].flatMap { measure in
            gains(measure, points.filter { $0.measure == measure && !$0.isByTape })
        }
    }

    private static func gains(_ measure: GrowthMeasure, _ points: [GrowthInput.Point]) -> [LinearGain] {
        guard let last = points.last else { return [] }
        return Window.allCases.compactMap { window in
            let first: Int? =
                switch window {
                case .week: weekBefore(last, in: points)
                case .wholeStay: 0
                }
            guard let first, last.day - points[first].day >= shortestSpan else { return nil }
            return LinearGain(
                measure: measure, window: window, from: points[first].day, to: last.day, entry: last.entry,
                n: points.count - first,
                gained: last.value - points[first].value)
        }
    }

    /// The measurement nearest to 7 days before the last one; of two equally near the earlier one.
    static func weekBefore(_ last: GrowthInput.Point, in points: [GrowthInput.Point]) -> Int? {
        points.indices.filter { weekSpan.contains(last.day - points[$0].day) }
            .min { abs(last.day - points[$0].day - 7) < abs(last.day - points[$1].day - 7) }
    }
}
