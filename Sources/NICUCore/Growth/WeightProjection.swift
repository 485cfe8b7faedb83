/// The range in which the weight seven days after the latest one is expected if the last fourteen days go on.
///
/// The 80 % prediction interval of a straight line through the logarithm of the weights of the last fourteen days
/// (ordinary least squares, Student's t), and never narrower than ±1 %: a range with its assumption, never one number.
public struct WeightProjection: Sendable, Hashable {
    /// Why there is no range.
    public enum Missing: String, Error, Sendable, Hashable, CaseIterable {
        /// Fewer than ``fewestWeights`` weights on distinct days in the window, or over fewer than ``shortestSpan`` days.
        case tooFew = "too_few"
        /// The latest weight is more than ``longestAge`` days old.
        case stale
        /// The infant has died or care was withdrawn; nothing is projected.
        case ended
    }

    /// How far ahead the range lies, in days.
    public static let horizon = 7
    /// How far back the weights reach, in days.
    public static let window = 14
    /// The fewest weights on distinct days that a range is made from.
    public static let fewestWeights = 5
    /// The fewest days between the first and the last of them.
    public static let shortestSpan = 7
    /// The most days the latest weight may be old.
    public static let longestAge = 2
    /// The least distance of either end from the middle, as a part of it: what two weighings of one infant may differ by.
    public static let leastHalfWidth = 0.01
    /// The probability with which the weight lies inside the range, if the course goes on as it was.
    public static let level = 0.8

    /// The civil day the range is for.
    public let day: Day
    /// The lower end in grams, unrounded.
    public let low: Double
    /// The upper end in grams, unrounded.
    public let high: Double
    /// The civil day of the first weight used.
    public let from: Day
    /// The civil day of the last weight used.
    public let to: Day
    /// How many weights were used.
    public let n: Int

    /// The range from weights in the order of time, asked on a civil day.
    static func of(_ weights: [GrowthInput.Point], asOf day: Day) -> Result<WeightProjection, Missing> {
        guard let last = weights.last else { return .failure(.tooFew) }
        guard day - last.day <= longestAge else { return .failure(.stale) }
        // One weight a day, the latest of it, or a day weighed often would count for more.
        var used: [GrowthInput.Point] = []
        for point in weights where last.day - point.day <= window && point.value > 0 {
            if used.last?.day == point.day { used.removeLast() }
            used.append(point)
        }
        guard let first = used.first, used.count >= fewestWeights, last.day - first.day >= shortestSpan,
            let trend = WeightTrend(used.map { (Double($0.day - last.day), Double($0.value)) })
        else { return .failure(.tooFew) }
        let range = trend.weights(on: Double(horizon), leastHalfWidth: leastHalfWidth)
        return .success(
            WeightProjection(
                day: last.day + horizon, low: range.lowerBound, high: range.upperBound, from: first.day, to: last.day,
                n: used.count))
    }
}
