#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The closed-form postnatal growth curve of one measure and one sex for infants born preterm.
///
/// Villar et al., Lancet Global Health 2015;3:e681, doi:10.1016/S2214-109X(15)00163-1. Age is exact postmenstrual age in
/// days; the published range is 27+0 to 64+0 (189–448 days), and outside ``range`` there is no value.
public struct IntergrowthPostnatal: Sendable {
    /// The distribution of the measure around its mean.
    public enum Distribution: String, Sendable, Hashable, CaseIterable {
        case normal
        /// Mean and standard deviation are those of the natural logarithm.
        case logNormal = "log_normal"
    }

    /// A function of x, postmenstrual age in weeks (days / 7), that a coefficient multiplies.
    public enum Term: String, Sendable, Hashable, CaseIterable {
        case one, x
        case squareRoot = "sqrt_x"
        case inverse = "inverse_x"
        case inverseSquare = "inverse_x2"
        case logOverSquare = "ln_x_over_x2"
        /// 1 for boys and 0 for girls, whatever the age.
        case male
    }

    /// A sum of terms, each with its coefficient; those not set are 0.
    public struct Form: Sendable, Equatable {
        var one = 0.0
        var x = 0.0
        var squareRoot = 0.0
        var inverse = 0.0
        var inverseSquare = 0.0
        var logOverSquare = 0.0
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
                case .inverseSquare: inverseSquare
                case .logOverSquare: logOverSquare
                case .male: male
                }
            }
            set {
                switch term {
                case .one: one = newValue
                case .x: x = newValue
                case .squareRoot: squareRoot = newValue
                case .inverse: inverse = newValue
                case .inverseSquare: inverseSquare = newValue
                case .logOverSquare: logOverSquare = newValue
                case .male: male = newValue
                }
            }
        }

        /// The sum at `weeks`, for a boy or a girl.
        func value(weeks: Double, isMale: Bool) -> Double {
            let square = weeks * weeks
            var sum = one + x * weeks + squareRoot * weeks.squareRoot() + inverse / weeks + inverseSquare / square
            if logOverSquare != 0 { sum += logOverSquare * log(weeks) / square }
            return isMale ? sum + male : sum
        }
    }

    /// Unit of the values taken and given.
    public let unit: GrowthUnit
    /// How values scatter around the mean.
    public let distribution: Distribution
    /// Mean, of the logarithm where the distribution is log-normal.
    public let mean: Form
    /// Standard deviation, of the logarithm where the distribution is log-normal.
    public let standardDeviation: Form
    /// Whether the curve is the boys'.
    public let isMale: Bool
    /// First and last postmenstrual age in days.
    public let range: ClosedRange<Double>

    /// Makes a curve from its coefficients.
    public init(
        unit: GrowthUnit, distribution: Distribution, mean: Form, standardDeviation: Form, isMale: Bool,
        range: ClosedRange<Double>
    ) {
        self.unit = unit
        self.distribution = distribution
        self.mean = mean
        self.standardDeviation = standardDeviation
        self.isMale = isMale
        self.range = range
    }

    /// The z-score of a value in ``unit`` at a postmenstrual age; nil outside ``range``, or for a value not above 0.
    public func z(value: Double, at ageDays: Double) -> Double? {
        guard value > 0, value.isFinite, let (mean, deviation) = parameters(at: ageDays) else { return nil }
        return ((distribution == .normal ? value : log(value)) - mean) / deviation
    }

    /// The value in ``unit`` at a z-score and a postmenstrual age, the inverse of ``z(value:at:)``.
    ///
    /// Nil outside ``range``, and where the curve has no value above 0.
    public func value(z: Double, at ageDays: Double) -> Double? {
        guard z.isFinite, let (mean, deviation) = parameters(at: ageDays) else { return nil }
        let score = mean + z * deviation
        let value = distribution == .normal ? score : exp(score)
        return value > 0 && value.isFinite ? value : nil
    }

    private func parameters(at ageDays: Double) -> (mean: Double, deviation: Double)? {
        guard range.contains(ageDays) else { return nil }
        let weeks = ageDays / 7
        let deviation = standardDeviation.value(weeks: weeks, isMale: isMale)
        guard deviation > 0 else { return nil }
        return (mean.value(weeks: weeks, isMale: isMale), deviation)
    }
}
