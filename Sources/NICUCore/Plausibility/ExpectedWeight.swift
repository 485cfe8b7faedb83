#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A weight that counts, as the expected interval reads it.
public struct DatedWeight: Sendable, Hashable {
    /// When it was taken.
    public let at: Instant
    /// The weight in grams.
    public let grams: Int

    /// Makes one from its parts.
    public init(at: Instant, grams: Int) {
        self.at = at
        self.grams = grams
    }
}

/// The interval in which an infant's next weight is expected, from its own last weights.
///
/// A straight line through the logarithms of the last ``reach`` weights at most, by medians (Theil and Sen), so that one
/// slip among them moves it little; never narrower than the ward's own limits, and widened by the square root of the
/// days since the last weight, up to a third. Where the last weight is older than ``lookBack``, all that growth by
/// an ordinary gain could have made of it. Operational figures of the ward, to be signed by the unit.
public struct ExpectedWeight: Sendable, Hashable {
    /// The most weights it looks back at.
    public static let reach = 7
    /// The longest time that it looks back for a line.
    public static let lookBack = Hours(seconds: 21 * 86_400)
    /// The day of life after which the narrower limits hold.
    public static let earlyUntilDay = 7
    /// From this ratio to the expected weight on, up or down, a value is stopped.
    public static let stopRatio = 1.5

    /// The least half width of the interval a day.
    struct Floor {
        let grams: Double
        let part: Double
        static let early = Floor(grams: 30, part: 0.08)
        static let later = Floor(grams: 40, part: 0.04)
    }

    /// What an infant ordinarily gains in a time without a weight, in parts of its weight a day.
    static let ordinaryGain = 0.0...0.02
    /// The change of the logarithm in a day that a line may have, down and up.
    static let slopes = -0.06...0.04
    /// The days for which a gain, a loss and a rate are carried on.
    static let longestGain = 60.0
    static let longestLoss = 2.0
    static let longestRate = 10.0
    /// The widest half of an interval that rests on recent weights, in parts of its middle.
    static let widest = 1.0 / 3
    /// Robust standard deviations of the infant's own scatter that lie inside.
    static let scatterWidth = 4.0
    /// The fewest weights through which a line is drawn; below, the last weight is what is expected.
    static let fewestForLine = 3

    /// The expected weight in grams.
    public let middle: Double
    /// The bounds of the interval in grams.
    let bounds: ClosedRange<Double>
    /// The last weight before.
    public let last: DatedWeight
    /// The weights it was formed from.
    public let count: Int

    /// The whole grams inside.
    public var range: ClosedRange<Int> {
        let low = Int(bounds.lowerBound.rounded(.up))
        let high = Int(bounds.upperBound.rounded(.down))
        return min(low, high)...max(low, high)
    }

    /// Whether a value lies inside.
    public func contains(_ grams: Int) -> Bool { bounds.contains(Double(grams)) }

    /// Whether a value outside is so far off that it is stopped.
    public func isFar(_ grams: Int) -> Bool {
        guard !contains(grams) else { return false }
        let ratio = Double(grams) / middle
        return ratio >= ExpectedWeight.stopRatio || ratio <= 1 / ExpectedWeight.stopRatio
    }

    /// The interval for a moment; nil without a weight before it.
    ///
    /// `weights` are in the order of time; `dayOfLife` is the infant's age on the day of the moment, nil where unknown.
    public init?(at moment: Instant, dayOfLife: Int?, weights: [DatedWeight]) {
        guard let last = weights.last(where: { $0.at < moment }) else { return nil }
        self.last = last
        guard moment - last.at <= ExpectedWeight.lookBack.seconds else {
            let days = min(Double(moment - last.at) / 86_400, ExpectedWeight.longestGain)
            let gain = ExpectedWeight.ordinaryGain
            let low = Double(last.grams) * exp(gain.lowerBound * days)
            let high = Double(last.grams) * exp(gain.upperBound * days)
            let least = min(Floor.later.grams * days.squareRoot(), ExpectedWeight.widest * low)
            middle = (low * high).squareRoot()
            bounds = (low - least)...(high + least)
            count = 1
            return
        }
        let used = weights.filter { $0.at < moment && moment - $0.at <= ExpectedWeight.lookBack.seconds }
            .suffix(ExpectedWeight.reach)
        count = used.count
        let points = used.map { (x: Double($0.at - moment) / 86_400, y: log(Double($0.grams))) }
        var expected = points[points.count - 1].y
        var scatter = 0.0
        if points.count >= ExpectedWeight.fewestForLine, let found = ExpectedWeight.slope(points) {
            // Three points of which one is wrong make a slope that no infant has.
            let slope = min(max(found, ExpectedWeight.slopes.lowerBound), ExpectedWeight.slopes.upperBound)
            let heights = points.map { $0.y - slope * $0.x }
            let height = ExpectedWeight.median(heights)
            scatter = 1.4826 * ExpectedWeight.median(heights.map { abs($0 - height) })
            // An infant loses for some days only, and no rate holds for weeks.
            let lead = slope < 0 ? ExpectedWeight.longestLoss : ExpectedWeight.longestRate
            let lastDay = points[points.count - 1].x
            expected = height + slope * min(lastDay + lead, 0)
        }
        let middle = exp(expected)
        let isEarly = dayOfLife.map { $0 <= ExpectedWeight.earlyUntilDay } ?? false
        let floor: Floor = isEarly ? .early : .later
        let days = max(Double(moment - last.at) / 86_400, 1)
        let least = max(floor.grams, floor.part * middle)
        let half = max(least, ExpectedWeight.scatterWidth * scatter * middle) * days.squareRoot()
        let width = min(half, ExpectedWeight.widest * middle)
        self.middle = middle
        // Over some days without a weight loss turns into gain.
        let grown = Double(last.grams) * exp(ExpectedWeight.ordinaryGain.upperBound * days)
        bounds = (middle - width)...max(middle + width, days > ExpectedWeight.longestLoss ? grown : 0)
    }

    /// The median of the slopes of all pairs of points; nil where all have one time.
    private static func slope(_ points: [(x: Double, y: Double)]) -> Double? {
        var slopes: [Double] = []
        for i in points.indices {
            for j in points.indices where j > i && points[j].x > points[i].x {
                slopes.append((points[j].y - points[i].y) / (points[j].x - points[i].x))
            }
        }
        return slopes.isEmpty ? nil : median(slopes)
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
}
