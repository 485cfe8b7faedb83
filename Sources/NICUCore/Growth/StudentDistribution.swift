#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Student's t distribution with any positive number of degrees of freedom, whole or not.
///
/// The tail is half the regularised incomplete beta function of n/(n + t²), taken from its continued fraction by the
/// method of Lentz: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.5.8 and 26.7.1.
public struct StudentDistribution: Sendable, Equatable {
    /// Degrees of freedom, above 0.
    public let degrees: Double
    /// The natural logarithm of the beta function B(n/2, ½).
    private let logBeta: Double

    /// Makes a distribution; nil unless the degrees of freedom are a finite number above 0.
    public init?(degrees: Double) {
        guard degrees > 0, degrees.isFinite else { return nil }
        self.degrees = degrees
        logBeta = lgamma(degrees / 2) + lgamma(0.5) - lgamma((degrees + 1) / 2)
    }

    /// The probability above `t`, for `t` of 0 or more: at most ½, with its digits kept however small it is.
    public func upperTail(_ t: Double) -> Double {
        let square = t * t
        let total = degrees + square
        let (x, rest) = (degrees / total, square / total)
        let (a, b) = (degrees / 2, 0.5)
        // ln x is taken from the complement near 1, where x itself has lost its last digits.
        let logX = rest < 0.5 ? log1p(-rest) : log(x)
        guard square > 0 else { return 0.5 }
        let front = exp(a * logX + b * log(rest) - logBeta)
        if x < (a + 1) / (a + b + 2) { return 0.5 * front * fraction(a, b, x) / a }
        return 0.5 - 0.5 * front * fraction(b, a, rest) / b
    }

    /// The `t` of 0 or more above which a probability lies; `q` is above 0 and at most ½, anything else gives nil.
    public func quantile(upperTail q: Double) -> Double? {
        guard q > 0, q <= 0.5 else { return nil }
        if q == 0.5 { return 0 }
        let wanted = log(q)
        var low = 0.0
        var high = 1.0
        while log(upperTail(high)) > wanted { (low, high) = (high, high * 2) }
        var t = (low + high) / 2
        for _ in 0..<200 {
            let tail = upperTail(t)
            let off = log(tail) - wanted
            if off > 0 { low = t } else { high = t }
            let step = off * tail / density(t)
            let next = t + step
            if abs(step) <= 1e-15 * max(1, t) { return next }
            t = next > low && next < high ? next : (low + high) / 2
            if high - low <= 2e-16 * high { return t }
        }
        return t
    }

    private func density(_ t: Double) -> Double {
        exp(-(degrees + 1) / 2 * log1p(t * t / degrees) - logBeta) / degrees.squareRoot()
    }

    /// The continued fraction of the incomplete beta function, for x below (a + 1)/(a + b + 2).
    ///
    /// No denominator is 0 there. Were one, the answer would be no number, and no z-score comes of that.
    private func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        var c = 1.0
        var d = 1 / (1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...500 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / (1 + even * d)
            c = 1 + even / c
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / (1 + odd * d)
            c = 1 + odd / c
            let change = d * c
            result *= change
            if abs(change - 1) < 1e-16 { break }
        }
        return result
    }
}
