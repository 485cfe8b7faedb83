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
    public static func cdf(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// The probability of a value above `z`, 0–1; keeps its digits up to about z = 38.
    public static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

    /// The centile of `z`, 0–100, unrounded.
    ///
    /// Display rounds it, and shows `<0.1` and `>99.9` at the ends; nothing is clamped here.
    public static func centile(_ z: Double) -> Double { 100 * cdf(z) }
}
