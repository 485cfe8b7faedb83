#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A rate of weight gain between two weights, with the method, window and count that it needs to be read.
///
/// Unit g/kg/d. A rate exists only between weights on two distinct civil days that lie at least 18 hours apart.
public struct Velocity: Sendable, Hashable {
    /// How the rate is computed from the first weight W₁ and the last Wₙ over D civil days.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// 1000·ln(Wₙ/W₁)/D: Patel et al., Pediatrics 2005;116:1466, doi:10.1542/peds.2004-1699.
        case exponential
        /// 1000·(Wₙ−W₁)/(½(W₁+Wₙ)·D), the gain over the mean of both weights.
        case twoPoint = "two_point"

        /// The rate in g/kg/d; both weights in grams and above 0, `days` 1 or more.
        public func rate(from first: Int, to last: Int, days: Int) -> Double {
            let (start, end, span) = (Double(first), Double(last), Double(days))
            return switch self {
            case .exponential: 1000 * log(end / start) / span
            case .twoPoint: 1000 * (end - start) / ((start + end) / 2 * span)
            }
        }
    }

    /// Where the rate begins; it always ends at the latest weight.
    public enum Window: String, Sendable, Hashable, CaseIterable {
        /// From the day birth weight was regained: the headline.
        case sinceRegained = "since_regained"
        /// From the nadir.
        case sinceNadir = "since_nadir"
        /// From the weight nearest to 7 days before the last one, within a day of it.
        case sevenDays = "7d"
        /// From the weight nearest to 14 days before the last one, within a day of it.
        case fourteenDays = "14d"
        /// From the first weight; includes the loss phase, and is to be labelled so.
        case wholeStay = "whole_stay"

        /// The fewest weights a rate over this window is formed from, both ends counted.
        public var fewestWeights: Int { self == .fourteenDays ? 3 : 2 }
    }

    /// Why a window has no rate.
    public enum Missing: Error, Sendable, Hashable {
        /// The window has no beginning: no weight there, or the phase has not begun.
        case noBeginning
        /// Fewer weights than the window needs.
        case tooFew(n: Int)
        /// The two ends lie on one day or less than 18 hours apart.
        case tooClose
    }

    /// Weights closer than this (18 hours, in seconds) show their difference and hours, never a rate per day.
    public static let shortestSpan: Int64 = 18 * 3600

    /// The unit of ``value``.
    public static let unit = "g/kg/d"

    /// How the rate is computed.
    public let method: Method
    /// Where the rate begins.
    public let window: Window
    /// The civil day of the first weight.
    public let from: Day
    /// The civil day of the last weight.
    public let to: Day
    /// How many weights lie in the window, both ends counted.
    public let n: Int
    /// The rate in g/kg/d, unrounded.
    public let value: Double
    /// The gain in grams a day, unrounded; the same by either method.
    public let gramsPerDay: Double

    /// The unit of ``value``, g/kg/d.
    public var unit: String { Velocity.unit }
}

extension Velocity {
    /// The rates of one window by every method, or why there are none.
    ///
    /// `weights` are in the order of time; `first` is the index of the window's first weight.
    static func rates(
        in window: Window, of weights: [GrowthInput.Point], from first: Int?
    ) throws(Missing) -> [Velocity] {
        let last = weights.count - 1
        guard let first else { throw .noBeginning }
        guard last - first + 1 >= window.fewestWeights else { throw .tooFew(n: last - first + 1) }
        let (start, end) = (weights[first], weights[last])
        guard end.day > start.day, end.instantSeconds - start.instantSeconds >= shortestSpan,
            start.value > 0, end.value > 0
        else { throw .tooClose }
        return Method.allCases.map { method in
            Velocity(
                method: method, window: window, from: start.day, to: end.day, n: last - first + 1,
                value: method.rate(from: start.value, to: end.value, days: end.day - start.day),
                gramsPerDay: Double(end.value - start.value) / Double(end.day - start.day))
        }
    }

    /// The index of the weight nearest to `target` and at most one day off; nil when there is none.
    ///
    /// Of two days equally near the earlier one is taken; on one day, the weight whose hour is nearest to `hour`, the
    /// instant that lies a whole number of days from the window's end; then the earlier entry.
    static func index(nearestTo target: Day, hour: Int64, in weights: some Collection<GrowthInput.Point>) -> Int? {
        var best: (index: Int, off: Int, day: Day, seconds: Int64)?
        for (index, point) in weights.enumerated() {
            let off = abs(point.day - target)
            guard off <= 1 else { continue }
            let seconds = abs(point.instantSeconds - hour)
            if let best, (best.off, best.day.number, best.seconds) <= (off, point.day.number, seconds) { continue }
            best = (index, off, point.day, seconds)
        }
        return best?.index
    }
}
