/// The slope of weight over the last days with its range: words beside a gain, never a verdict.
public struct GainSlope: Sendable, Hashable {
    /// Days looked back on.
    public let days: Int
    /// Weights that were used.
    public let count: Int
    /// Grams a day by ordinary least squares.
    public let perDay: Double
    /// Both ends of the slope's interval at ``WeightProjection/level``, in grams a day.
    public let range: ClosedRange<Double>
    /// Whether a limit lies inside the range.
    public let isTooClose: Bool

    /// The fewest weights a slope is drawn through.
    public static let fewestWeights = 3

    /// Fits the weights of the last days; nil for too few.
    init?(_ weights: [(at: Instant, grams: Int)], days: Int, asOf: Instant, tolerance: Hours, limit: Int) {
        let start = asOf - (Int64(days) * 86_400 + tolerance.seconds)
        let used = weights.filter { $0.at >= start }.map { (Double($0.at - asOf) / 86_400, Double($0.grams)) }
        guard used.count >= GainSlope.fewestWeights, let line = LineFit(used) else { return nil }
        self.days = days
        count = used.count
        perDay = line.slope
        range = line.slopes
        isTooClose = line.slopes.contains(Double(limit))
    }
}

extension GainRate {
    /// What stands beside the gain: the slopes over 3 and 7 days, and since when the infant is cared for as at home.
    ///
    /// Nothing where the criterion itself looks back on less than 3 days.
    func outlook(_ course: Course) -> [VerdictMark] {
        guard window >= Hours(72) else { return [] }
        let asOf = course.asOf.instant
        let weights = course.weights.map { (at: $0.entry.at.instant, grams: $0.body.value) }.filter { $0.at <= asOf }
        var marks: [VerdictMark] = [3, 7].compactMap { days in
            GainSlope(weights, days: days, asOf: asOf, tolerance: tolerance, limit: minGramsPerDay).map { .slope($0) }
        }
        let regimen = [Aspect.feedingRoute, Aspect.milk, Aspect.thermal].compactMap { aspect in
            course.states(aspect).last.map { (aspect: aspect, at: $0.entry.at.instant) }
        }
        if let last = regimen.max(by: { $0.at < $1.at }) { marks.append(.regimenSince(last.at, aspect: last.aspect)) }
        return marks
    }
}
