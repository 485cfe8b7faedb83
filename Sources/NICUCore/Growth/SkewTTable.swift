/// One row of a skew-t table: the four parameters of the skew-t distribution of type 3 at an age.
public struct SkewTPoint: Sendable, Equatable {
    /// Age in days on the reference's own axis.
    public var ageDays: Double
    /// Location μ in the table's unit.
    public var mu: Double
    /// Scale σ, above 0.
    public var sigma: Double
    /// Skewness ν, above 0; 1 is symmetric.
    public var nu: Double
    /// Degrees of freedom τ, above 0.
    public var tau: Double

    /// Makes a row; ``SkewTTable`` checks it.
    public init(ageDays: Double, mu: Double, sigma: Double, nu: Double, tau: Double) {
        self.ageDays = ageDays
        self.mu = mu
        self.sigma = sigma
        self.nu = nu
        self.tau = tau
    }

    /// The z-score of a value: Φ⁻¹ of the skew-t probability, each side taken from its own tail so that no digits are lost.
    ///
    /// Nil where the probability is too small for a number.
    @inline(__always)
    func z(of value: Double, _ student: StudentDistribution) -> Double? {
        let square = nu * nu
        if value < mu {
            let below = 2 * student.upperTail(nu * (mu - value) / sigma) / (1 + square)
            return below <= 0.5
                ? NormalDistribution.quantile(below) : NormalDistribution.quantile(upperTail: 1 - below)
        }
        let above = 2 * square * student.upperTail((value - mu) / (sigma * nu)) / (1 + square)
        return above <= 0.5 ? NormalDistribution.quantile(upperTail: above) : NormalDistribution.quantile(1 - above)
    }

    /// The value at a z-score; nil where the probability is too small for a number.
    func value(atZ z: Double, _ student: StudentDistribution) -> Double? {
        let square = nu * nu
        let below = NormalDistribution.cdf(z)
        if below < 1 / (1 + square) {
            return student.quantile(upperTail: below * (1 + square) / 2).map { mu - sigma * $0 / nu }
        }
        let tail = min(0.5, NormalDistribution.upperTail(z) * (1 + square) / (2 * square))
        return student.quantile(upperTail: tail).map { mu + sigma * nu * $0 }
    }
}

/// The skew-t curves of one measure and one sex, by age in days on the reference's own axis.
///
/// INTERGROWTH-21st newborn size, 33+0 to 42+6: Villar et al., Lancet 2014;384:857, doi:10.1016/S0140-6736(14)60932-6. The
/// distribution is the skew-t of type 3 of Fernández and Steel, JASA 1998;93:359. Between two rows every parameter is
/// linear in age; before the first and after the last row there is no value.
public struct SkewTTable: Sendable {
    /// Why rows are not a table.
    public typealias Problem = AgeTableProblem

    /// Unit of μ, and of the values taken and given.
    public let unit: GrowthUnit
    /// The rows, ages rising.
    public let points: [SkewTPoint]
    /// First and last age in days; outside there is no value.
    public let range: ClosedRange<Double>
    private let students: [StudentDistribution]
    private let areDaily: Bool

    /// Checks the rows: at least one, all finite, ages rising, σ, ν and τ above 0.
    public init(unit: GrowthUnit, points: [SkewTPoint]) throws(Problem) {
        guard let first = points.first, let last = points.last else { throw .empty }
        var students: [StudentDistribution] = []
        for (row, point) in points.enumerated() {
            let fields = [point.ageDays, point.mu, point.sigma, point.nu, point.tau]
            if let column = fields.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: row, column: column) }
            if let column = (2...4).first(where: { fields[$0] <= 0 }) { throw .notPositive(row: row, column: column) }
            if row > 0, point.ageDays <= points[row - 1].ageDays { throw .ageNotRising(row: row) }
            if let student = StudentDistribution(degrees: point.tau) { students.append(student) }
        }
        self.unit = unit
        self.points = points
        self.students = students
        areDaily = points.areDaily(\.ageDays)
        range = first.ageDays...last.ageDays
    }

    /// The z-score of a value in ``unit`` at an age in days; nil outside ``range``, or for a value not above 0.
    public func z(value: Double, at ageDays: Double) -> Double? {
        guard value.isMeasurable, let (point, student) = parameters(at: ageDays) else { return nil }
        return point.z(of: value, student)
    }

    /// The value in ``unit`` at a z-score and an age in days, the inverse of ``z(value:at:)``.
    ///
    /// Nil outside ``range``, and where the curve has no value above 0.
    public func value(z: Double, at ageDays: Double) -> Double? {
        guard z.isFinite, let (point, student) = parameters(at: ageDays), let value = point.value(atZ: z, student)
        else { return nil }
        return value > 0 && value.isFinite ? value : nil
    }

    @inline(__always)
    private func parameters(at ageDays: Double) -> (SkewTPoint, StudentDistribution)? {
        guard range.contains(ageDays) else { return nil }
        let low = points.index(atOrBefore: ageDays, areDaily: areDaily, \.ageDays)
        let before = points[low]
        if before.ageDays == ageDays { return (before, students[low]) }
        let after = points[low + 1]
        let part = (ageDays - before.ageDays) / (after.ageDays - before.ageDays)
        func between(_ low: Double, _ high: Double) -> Double { low + part * (high - low) }
        let point = SkewTPoint(
            ageDays: ageDays, mu: between(before.mu, after.mu), sigma: between(before.sigma, after.sigma),
            nu: between(before.nu, after.nu), tau: between(before.tau, after.tau))
        let student =
            before.tau == after.tau ? students[low] : StudentDistribution(degrees: point.tau) ?? students[low]
        return (point, student)
    }
}
