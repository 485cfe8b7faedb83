#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One row of an LMS table: skewness L, median M and coefficient of variation S at an age.
public struct LMSPoint: Sendable, Equatable {
    /// Age in days on the reference's own axis.
    public var ageDays: Double
    /// Box–Cox power; any finite number, 0 meaning a log-normal distribution.
    public var l: Double
    /// Median in the table's unit, above 0.
    public var m: Double
    /// Coefficient of variation, above 0.
    public var s: Double

    /// Makes a row; ``LMSTable`` checks it.
    public init(ageDays: Double, l: Double, m: Double, s: Double) {
        self.ageDays = ageDays
        self.l = l
        self.m = m
        self.s = s
    }

    /// The z-score of a value in the table's unit, above 0: ((y/M)^L − 1)/(L·S), and ln(y/M)/S where L is 0.
    ///
    /// Cole TJ, Green PJ. Statistics in Medicine 1992;11:1305, doi:10.1002/sim.4780111005.
    func z(of value: Double) -> Double {
        let logRatio = log(value / m)
        // expm1 keeps the digits that (y/M)^L − 1 loses near the median or for a small L.
        return l == 0 ? logRatio / s : expm1(l * logRatio) / (l * s)
    }

    /// The value at a z-score; nil where 1 + L·S·z is not above 0, so that the curve has no such value.
    func value(atZ z: Double) -> Double? {
        if l == 0 { return m * exp(s * z) }
        let base = l * s * z
        guard base > -1 else { return nil }
        return m * exp(log1p(base) / l)
    }
}

/// The LMS curves of one measure and one sex, by age in days on the reference's own axis.
///
/// Between two rows the table's own ``Interpolation`` holds; before the first and after the last row there is no value.
public struct LMSTable: Sendable {
    /// What happens beyond z = ±3.
    public enum Tails: String, Sendable, Hashable, CaseIterable {
        /// The LMS formula everywhere.
        case plain
        /// Beyond ±3, steps of the distance between the second and third standard deviation (WHO, weight only).
        case restricted
    }

    /// How L, M and S are found between two rows.
    public enum Interpolation: String, Sendable, Hashable, CaseIterable {
        /// A row holds until the next one, as in a table by completed weeks.
        case none
        /// Each of the three is linear between neighbouring rows.
        case linear
        /// Each of the three follows the cubic through the two rows on either side; linear in the first and last gap.
        case cubic
    }

    /// Why rows are not a table.
    public typealias Problem = AgeTableProblem

    /// Unit of M, and of the values taken and given.
    public let unit: GrowthUnit
    /// The rule beyond z = ±3.
    public let tails: Tails
    /// The rule between rows.
    public let interpolation: Interpolation
    /// The rows, ages rising.
    public let points: [LMSPoint]
    /// First and last age in days; outside there is no value.
    public let range: ClosedRange<Double>
    private let areDaily: Bool

    /// Checks the rows: at least one, all finite, ages rising, M and S above 0.
    public init(unit: GrowthUnit, tails: Tails, interpolation: Interpolation = .linear, points: [LMSPoint])
        throws(Problem)
    {
        guard let first = points.first, let last = points.last else { throw .empty }
        for row in points.indices {
            let point = points[row]
            guard point.ageDays.isFinite else { throw .notFinite(row: row, column: 0) }
            guard point.l.isFinite else { throw .notFinite(row: row, column: 1) }
            guard point.m.isFinite else { throw .notFinite(row: row, column: 2) }
            guard point.s.isFinite else { throw .notFinite(row: row, column: 3) }
            guard point.m > 0 else { throw .notPositive(row: row, column: 2) }
            guard point.s > 0 else { throw .notPositive(row: row, column: 3) }
            guard row > 0 else { continue }
            guard point.ageDays > points[row - 1].ageDays else { throw .ageNotRising(row: row) }
        }
        self.unit = unit
        self.tails = tails
        self.interpolation = interpolation
        self.points = points
        areDaily = points.areDaily(\.ageDays)
        range = first.ageDays...last.ageDays
    }

    /// L, M and S at an age in days; nil outside ``range``.
    @inline(__always)
    public func point(at ageDays: Double) -> LMSPoint? {
        guard range.contains(ageDays) else { return nil }
        let index = points.index(atOrBefore: ageDays, areDaily: areDaily, \.ageDays)
        let low = points[index]
        if low.ageDays == ageDays || interpolation == .none { return low }
        return interpolation == .cubic ? cubic(from: index, at: ageDays) : linear(from: index, at: ageDays)
    }

    /// The straight line from a row to the next one.
    @inline(__always)
    private func linear(from index: Int, at ageDays: Double) -> LMSPoint {
        let (low, high) = (points[index], points[index + 1])
        let part = (ageDays - low.ageDays) / (high.ageDays - low.ageDays)
        return LMSPoint(
            ageDays: ageDays, l: low.l + part * (high.l - low.l), m: low.m + part * (high.m - low.m),
            s: low.s + part * (high.s - low.s))
    }

    /// The z-score of a value in ``unit`` at an age in days; nil outside ``range``, or for a value not above 0.
    ///
    /// With ``Tails/restricted``, z > 3 becomes 3 + (y − SD3)/(SD3 − SD2), and z < −3 its mirror: WHO Child Growth
    /// Standards, methods and development, 2006, ISBN 924154693X.
    public func z(value: Double, at ageDays: Double) -> Double? {
        guard value.isMeasurable, let point = point(at: ageDays) else { return nil }
        let z = point.z(of: value)
        return tails == .restricted && abs(z) > 3 ? LMSTable.restricted(value, point, z > 0 ? 1 : -1) : z
    }

    /// The z-score of a value beyond three standard deviations on one side.
    private static func restricted(_ value: Double, _ point: LMSPoint, _ side: Double) -> Double? {
        guard let third = point.value(atZ: 3 * side), let second = point.value(atZ: 2 * side) else { return nil }
        return side * (3 + (value - third) / (third - second))
    }

    /// The value in ``unit`` at a z-score and an age in days, the inverse of ``z(value:at:)``.
    ///
    /// Nil outside ``range``, and where the curve has no value above 0.
    public func value(z: Double, at ageDays: Double) -> Double? {
        guard z.isFinite, let point = point(at: ageDays) else { return nil }
        guard tails == .restricted, abs(z) > 3 else { return point.value(atZ: z) }
        let side: Double = z > 0 ? 1 : -1
        guard let third = point.value(atZ: 3 * side), let second = point.value(atZ: 2 * side) else { return nil }
        let value = third + (side * z - 3) * (third - second)
        return value > 0 ? value : nil
    }

    /// The cubic through the row at `index`, the one before and the two behind it, in the form of Lagrange.
    @inline(never)
    private func cubic(from index: Int, at age: Double) -> LMSPoint {
        guard index > 0, index + 2 < points.count else { return linear(from: index, at: age) }
        let (a, b, c, d) = (points[index - 1], points[index], points[index + 1], points[index + 2])
        let (ta, tb, tc, td) = (a.ageDays, b.ageDays, c.ageDays, d.ageDays)
        let wa = (age - tb) * (age - tc) * (age - td) / ((ta - tb) * (ta - tc) * (ta - td))
        let wb = (age - ta) * (age - tc) * (age - td) / ((tb - ta) * (tb - tc) * (tb - td))
        let wc = (age - ta) * (age - tb) * (age - td) / ((tc - ta) * (tc - tb) * (tc - td))
        let wd = (age - ta) * (age - tb) * (age - tc) / ((td - ta) * (td - tb) * (td - tc))
        return LMSPoint(
            ageDays: age, l: wa * a.l + wb * b.l + wc * c.l + wd * d.l, m: wa * a.m + wb * b.m + wc * c.m + wd * d.m,
            s: wa * a.s + wb * b.s + wc * c.s + wd * d.s)
    }
}
