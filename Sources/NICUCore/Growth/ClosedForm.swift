#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A growth curve given by equations: mean and standard deviation of one measure and one sex as functions of x.
///
/// x is the position divided by ``divisor``: weeks for an age in days, decimetres for a length in centimetres; at an x of 0
/// or below there is no value. Used for
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
        private var one = 0.0
        private var x = 0.0
        private var squareRoot = 0.0
        private var inverse = 0.0
        private var inverseSquareRoot = 0.0
        private var inverseSquare = 0.0
        private var logOverSquare = 0.0
        private var cube = 0.0
        private var cubeLog = 0.0
        private var male = 0.0

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

        fileprivate var hasLogarithm: Bool { logOverSquare != 0 || cubeLog != 0 }

        /// The sum at `x`, for a boy or a girl.
        @inline(__always)
        fileprivate func value(_ x: Powers, isMale: Bool) -> Double {
            one + (isMale ? male : 0) + self.x * x.itself + (squareRoot + inverseSquareRoot * x.inverse) * x.root
                + (inverse + inverseSquare * x.inverse) * x.inverse + cube * x.cube
                + (logOverSquare * x.inverse * x.inverse + cubeLog * x.cube) * x.logarithm
        }
    }

    /// What the terms are made of, for an x above 0; each costs time and is computed once for both forms.
    fileprivate struct Powers {
        let itself: Double
        let root: Double
        let inverse: Double
        let cube: Double
        /// 0 where no coefficient needs it.
        let logarithm: Double

        @inline(__always)
        init(_ x: Double, hasLogarithm: Bool) {
            itself = x
            root = x.squareRoot()
            inverse = 1 / x
            cube = x * x * x
            logarithm = hasLogarithm ? log(x) : 0
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
    private let hasLogarithm: Bool

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
        hasLogarithm = mean.hasLogarithm || spread.hasLogarithm
    }

    /// The same form for every day up to another curve's first; completed days count to the day they complete.
    public func reaching(to upper: Double) -> ClosedForm {
        ClosedForm(
            unit: unit, distribution: distribution, mean: mean, spread: spread, link: link, divisor: divisor,
            isMale: isMale, range: range.lowerBound...max(upper, range.upperBound))
    }

    /// The z-score of a value in ``unit`` at a position; nil outside ``range``, or for a value not above 0.
    public func z(value: Double, at position: Double) -> Double? {
        guard value.isMeasurable else { return nil }
        let score = distribution == .normal ? value : log(value)
        guard let (mean, deviation) = parameters(at: position) else { return nil }
        return (score - mean) / deviation
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

    @inline(__always)
    private func parameters(at position: Double) -> (mean: Double, deviation: Double)? {
        guard range.contains(position) else { return nil }
        let x = position / divisor
        guard x > 0 else { return nil }
        let powers = Powers(x, hasLogarithm: hasLogarithm)
        let sum = spread.value(powers, isMale: isMale)
        let deviation =
            switch link {
            case .standardDeviation: sum
            case .variance: sum.squareRoot()
            case .logarithm: exp(sum)
            }
        guard deviation > 0 else { return nil }
        return (mean.value(powers, isMale: isMale), deviation)
    }
}
