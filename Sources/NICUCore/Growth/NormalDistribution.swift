#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The standard normal distribution.
public enum NormalDistribution {
    /// The probability of a value at or below `z`, 0–1.
    ///
    /// Taken from the complementary error function, so the lower tail keeps its digits down to about z = −38; above
    /// z = 8 the answer rounds to 1, and ``upperTail(_:)`` still has digits.
    public static func cdf(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }

    /// The probability of a value above `z`, 0–1; keeps its digits up to about z = 38.
    public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z * 0.5.squareRoot()) }

    /// The centile of `z`, 0–100, unrounded.
    ///
    /// Display rounds it, and shows `<0.1` and `>99.9` at the ends; nothing is clamped here.
    public static func centile(_ z: Double) -> Double { 100 * cdf(z) }

    /// The z-score below which a probability lies, 0 < p < 1; nil for any other p.
    ///
    /// Wichura MJ, algorithm AS 241, Applied Statistics 1988;37:477, doi:10.2307/2347330; relative error about 1e-16.
    /// Above ½ the digits are those of 1 − p: pass a small upper tail to ``quantile(upperTail:)`` instead.
    public static func quantile(_ p: Double) -> Double? {
        guard p > 0, p < 1 else { return nil }
        let fromMiddle = p - 0.5
        if abs(fromMiddle) <= 0.425 {
            let r = 0.180625 - fromMiddle * fromMiddle
            return fromMiddle * Quantile.middle.value(r)
        }
        let magnitude = Quantile.tail(fromMiddle < 0 ? p : 1 - p)
        return fromMiddle < 0 ? -magnitude : magnitude
    }

    /// The z-score above which a probability lies, 0 < q < 1; nil for any other q.
    public static func quantile(upperTail q: Double) -> Double? { quantile(q).map { -$0 } }
}

/// The rational functions of algorithm AS 241, each with the range it is made for.
private struct Quantile {
    let over: (Double, Double, Double, Double, Double, Double, Double, Double)
    let under: (Double, Double, Double, Double, Double, Double, Double)

    func value(_ r: Double) -> Double {
        let (a0, a1, a2, a3, a4, a5, a6, a7) = over
        let (b1, b2, b3, b4, b5, b6, b7) = under
        let numerator = ((((((a7 * r + a6) * r + a5) * r + a4) * r + a3) * r + a2) * r + a1) * r + a0
        return numerator / (((((((b7 * r + b6) * r + b5) * r + b4) * r + b3) * r + b2) * r + b1) * r + 1)
    }

    /// The size of the z-score whose tail is `p`, at most 0.075.
    static func tail(_ p: Double) -> Double {
        let r = (-log(p)).squareRoot()
        return r <= 5 ? near.value(r - 1.6) : far.value(r - 5)
    }

    static let middle = Quantile(
        over: (
            3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
            4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
        ),
        under: (
            4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
            3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
        ))
    static let near = Quantile(
        over: (
            1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
            1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
        ),
        under: (
            2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
            1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
        ))
    static let far = Quantile(
        over: (
            6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
            2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
        ),
        under: (
            5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
            1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
        ))
}
