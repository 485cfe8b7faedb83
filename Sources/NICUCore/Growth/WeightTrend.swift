#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The straight line through the logarithm of weights over days, by ordinary least squares.
///
/// Both ends of an interval are those of Student's t around the line at ``WeightProjection/level``.
struct WeightTrend {
    private let count: Double
    private let meanDay: Double
    private let meanLog: Double
    private let spread: Double
    private let slope: Double
    private let variance: Double
    private let quantile: Double

    /// Fits days and weights above 0; nil for fewer than three of them or on one day.
    init?(_ points: [(day: Double, grams: Double)]) {
        guard points.count > 2,
            let quantile = StudentDistribution(degrees: Double(points.count - 2))?
                .quantile(upperTail: (1 - WeightProjection.level) / 2)
        else { return nil }
        let logs = points.map { log($0.grams) }
        count = Double(points.count)
        meanDay = points.reduce(0) { $0 + $1.day } / count
        meanLog = logs.reduce(0, +) / count
        let (day, level) = (meanDay, meanLog)
        spread = points.reduce(0) { $0 + ($1.day - day) * ($1.day - day) }
        guard spread > 0 else { return nil }
        let rise = zip(points, logs).reduce(0) { $0 + ($1.0.day - day) * ($1.1 - level) } / spread
        slope = rise
        variance =
            zip(points, logs).reduce(0) { sum, point in
                let off = point.1 - level - rise * (point.0.day - day)
                return sum + off * off
            } / (count - 2)
        self.quantile = quantile
    }

    /// Both ends of the slope, in natural logarithms a day.
    var slopes: ClosedRange<Double> {
        let width = quantile * (variance / spread).squareRoot()
        return slope - width...slope + width
    }

    /// The grams between which a weight on a day is expected, each end at least a part of the middle away.
    func weights(on day: Double, leastHalfWidth: Double) -> ClosedRange<Double> {
        let ahead = day - meanDay
        let middle = meanLog + slope * ahead
        let width = max(
            quantile * (variance * (1 + 1 / count + ahead * ahead / spread)).squareRoot(), log1p(leastHalfWidth))
        return exp(middle - width)...exp(middle + width)
    }
}
