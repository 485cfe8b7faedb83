#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A growth curve given by equations: mean and standard deviation of one measure and one sex as functions of x.
///
/// x is the position divided by ``divisor``: weeks for an age in days, decimetres for a length in centimetres. Used for
/// INTERGROWTH-21st: very preterm size at birth (Villar et al., Lancet 2016;387:844, doi:10.1016/S0140-6736(16)00384-6)
/// and postnatal growth (Villar et al., Lancet Global Health 2015;3:e681, doi:10.1016/S2214-109X(15)00163-1). Outside
/// ``range`` there is no value.
public struct ClosedForm: Sendable {
    /// The distribution of the measure around its mean.
    public enum Distribution: String, Sendable, Hashable, CaseIterable {
        case normal
        /// Mean and standard deviation are those of the natural logarithm.
        case logNormal = "log_normal"
    }

    /// How the standard deviation follows from the sum of its terms.
    public enum Link: String, Sendable, Hashable, CaseIterable {
        /// The sum is the standard deviation.
        case standardDeviation = "sd"
        /// The sum is the variance.
        case variance
        /// The sum is the natural logarithm of the standard deviation.
        case logarithm = "ln_sd"
    }

    /// A function of x that a coefficient multiplies.
    public enum Term: String, Sendable, Hashable, CaseIterable {
        case one, x
        case squareRoot = "sqrt_x"
        case inverse = "inverse_x"
        case inverseSquareRoot = "inverse_sqrt_x"
        case inverseSquare = "inverse_x2"
        case logOverSquare = "ln_x_over_x2"
        case cube = "x3"
        case cubeLog = "x3_ln_x"
        /// 1 for boys and 0 for girls, whatever the age.
        case male
    }

    /// A sum of terms, each with its coefficient; those not set are 0.
    public struct Form: Sendable, Equatable {
        var one = 0.0
        var x = 0.0
        var squareRoot = 0.0
        var inverse = 0.0
        var inverseSquareRoot = 0.0
        var inverseSquare = 0.0
        var logOverSquare = 0.0
        var cube = 0.0
        var cubeLog = 0.0
        var male = 0.0

        /// Makes a form whose coefficients are all 0.
        public init() {}

        /// The coefficient of a term.
        public subscript(term: Term) -> Double {
            get {
                switch term {
                case .one: one
                case .x: x
                case .squareRoot: squareRoot
                case .inverse: inverse
                case .inverseSquareRoot: inverseSquareRoot
                case .inverseSquare: inverseSquare
                case .logOverSquare: logOverSquare
                case .cube: cube
                case .cubeLog: cubeLog
                case .male: male
                }
            }
            set {
                switch term {
                case .one: one = newValue
                case .x: x = newValue
                case .squareRoot: squareRoot = newValue
                case .inverse: inverse = newValue
                case .inverseSquareRoot: inverseSquareRoot = newValue
                case .inverseSquare: inverseSquare = newValue
                case .logOverSquare: logOverSquare = newValue
                case .cube: cube = newValue
                case .cubeLog: cubeLog = newValue
                case .male: male = newValue
                }
            }
        }

        /// The sum at `x`, for a boy or a girl.
        func value(_ x: Double, isMale: Bool) -> Double {
            var sum = one
            if self.x != 0 { sum += self.x * x }
            if squareRoot != 0 { sum += squareRoot * x.squareRoot() }
            if inverse != 0 { sum += inverse / x }
            if inverseSquareRoot != 0 { sum += inverseSquareRoot / x.squareRoot() }
            if inverseSquare != 0 { sum += inverseSquare / (x * x) }
            if logOverSquare != 0 { sum += logOverSquare * log(x) / (x * x) }
            if cube != 0 { sum += cube * (x * x * x) }
            if cubeLog != 0 { sum += cubeLog * (x * x * x) * log(x) }
            return isMale ? sum + male : sum
        }
    }

    /// Unit of the values taken and given.
    public let unit: GrowthUnit
    /// How values scatter around the mean.
    public let distribution: Distribution
    /// Mean, of the logarithm where the distribution is log-normal.
    public let mean: Form
    /// What the standard deviation, of the logarithm where the distribution is log-normal, is computed from.
    public let spread: Form
    /// How the standard deviation follows from ``spread``.
    public let link: Link
    /// What a position is divided by to give x.
    public let divisor: Double
    /// Whether the curve is the boys'.
    public let isMale: Bool
    /// First and last position: days on the reference's axis, or centimetres of length.
    public let range: ClosedRange<Double>

    /// Makes a curve from its coefficients.
    public init(
        unit: GrowthUnit, distribution: Distribution, mean: Form, spread: Form, link: Link = .standardDeviation,
        divisor: Double = 7, isMale: Bool, range: ClosedRange<Double>
    ) {
        self.unit = unit
        self.distribution = distribution
        self.mean = mean
        self.spread = spread
        self.link = link
        self.divisor = divisor
        self.isMale = isMale
        self.range = range
    }

    /// The same form for every day up to another curve's first; completed days count to the day they complete.
    public func reaching(to upper: Double) -> ClosedForm {
        ClosedForm(
            unit: unit, distribution: distribution, mean: mean, spread: spread, link: link, divisor: divisor,
            isMale: isMale, range: range.lowerBound...max(upper, range.upperBound))
    }

    /// The z-score of a value in ``unit`` at a position; nil outside ``range``, or for a value not above 0.
    public func z(value: Double, at position: Double) -> Double? {
        guard value > 0, value.isFinite, let (mean, deviation) = parameters(at: position) else { return nil }
        return ((distribution == .normal ? value : log(value)) - mean) / deviation
    }

    /// The value in ``unit`` at a z-score and a position, the inverse of ``z(value:at:)``.
    ///
    /// Nil outside ``range``, and where the curve has no value above 0.
    public func value(z: Double, at position: Double) -> Double? {
        guard z.isFinite, let (mean, deviation) = parameters(at: position) else { return nil }
        let score = mean + z * deviation
        let value = distribution == .normal ? score : exp(score)
        return value > 0 && value.isFinite ? value : nil
    }

    private func parameters(at position: Double) -> (mean: Double, deviation: Double)? {
        guard range.contains(position) else { return nil }
        let x = position / divisor
        let sum = spread.value(x, isMale: isMale)
        let deviation =
            switch link {
            case .standardDeviation: sum
            case .variance: sum.squareRoot()
            case .logarithm: exp(sum)
            }
        guard deviation > 0 else { return nil }
        return (mean.value(x, isMale: isMale), deviation)
    }
}
