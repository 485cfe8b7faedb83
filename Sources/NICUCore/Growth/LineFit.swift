/// A straight line by ordinary least squares, with intervals of Student's t at ``WeightProjection/level``.
struct LineFit {
    /// Rise of y for one x.
    let slope: Double
    private let count: Double
    private let meanX: Double
    private let meanY: Double
    private let spread: Double
    private let variance: Double
    private let quantile: Double

    /// Fits points; nil for fewer than three of them or where all have one x.
    init?(_ points: [(x: Double, y: Double)]) {
        guard points.count > 2,
            let quantile = StudentDistribution(degrees: Double(points.count - 2))?
                .quantile(upperTail: (1 - WeightProjection.level) / 2)
        else { return nil }
        count = Double(points.count)
        meanX = points.reduce(0) { $0 + $1.x } / count
        meanY = points.reduce(0) { $0 + $1.y } / count
        let (x, y) = (meanX, meanY)
        spread = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
        guard spread > 0 else { return nil }
        let rise = points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / spread
        slope = rise
        variance =
            points.reduce(0) { sum, point in
                let off = point.y - y - rise * (point.x - x)
                return sum + off * off
            } / (count - 2)
        self.quantile = quantile
    }

    /// Both ends of the slope.
    var slopes: ClosedRange<Double> {
        let width = quantile * (variance / spread).squareRoot()
        return slope - width...slope + width
    }

    /// The y expected at an x, and half the width of its interval.
    func expected(at x: Double) -> (middle: Double, half: Double) {
        let ahead = x - meanX
        return (
            meanY + slope * ahead, quantile * (variance * (1 + 1 / count + ahead * ahead / spread)).squareRoot()
        )
    }
}
