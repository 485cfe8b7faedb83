#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The straight line through the logarithm of weights over days.
struct WeightTrend {
    private let line: LineFit

    /// Fits days and weights above 0; nil for fewer than three of them or on one day.
    init?(_ points: [(day: Double, grams: Double)]) {
        guard let line = LineFit(points.map { ($0.day, log($0.grams)) }) else { return nil }
        self.line = line
    }

    /// Both ends of the slope, in natural logarithms a day.
    var slopes: ClosedRange<Double> { line.slopes }

    /// The grams between which a weight on a day is expected, each end at least a part of the middle away.
    func weights(on day: Double, leastHalfWidth: Double) -> ClosedRange<Double> {
        let (middle, half) = line.expected(at: day)
        let width = max(half, log1p(leastHalfWidth))
        return exp(middle - width)...exp(middle + width)
    }
}
