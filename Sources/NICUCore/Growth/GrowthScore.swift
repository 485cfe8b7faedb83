/// What a growth reference says about one value: a z-score, or the reason why it has none.
public struct GrowthScore: Sendable, Hashable {
    /// Whether there is a number, and if not, why.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case ok
        /// The age lies before the reference's first day.
        case belowRange = "below_range"
        /// The age lies after the reference's last day.
        case aboveRange = "above_range"
        /// The sex is unknown or indeterminate; no curve is chosen by guess.
        case unknownSex = "unknown_sex"
        /// The gestational age is unknown, so there is no postmenstrual or corrected age.
        case unknownGestationalAge = "unknown_gestational_age"
        /// The reference describes growth after birth, and this is the measurement at birth.
        case notForBirth = "not_for_birth"
        /// The reference describes size at birth, and this is a later measurement.
        case birthOnly = "birth_only"
        /// The reference is for infants born before 37+0, and this one was born later.
        case notApplicable = "not_applicable"
        /// The reference does not have this measure for this sex.
        case unknownMeasure = "unknown_measure"
        /// The reference has the curve, and it was not among those loaded.
        case notLoaded = "not_loaded"
        /// The value is not a finite number above 0, or so extreme that the curve cannot place it.
        case badValue = "bad_value"
        /// The value's unit does not measure this.
        case badUnit = "bad_unit"
        /// The age is not a finite number.
        case badAge = "bad_age"
    }

    /// ``Status/ok`` exactly when ``z`` or ``band`` is there.
    public let status: Status
    /// The unrounded z-score; nil without one, as in a table of printed centile lines.
    public let z: Double?
    /// The place between printed centile lines; nil for references that give z-scores.
    public let band: CentileBand?
    private let printedSize: SizeForGestation?

    /// The unrounded centile of ``z``, 0–100; nil without a z-score.
    public var centile: Double? { z.map(NormalDistribution.centile) }

    /// Size for gestational age, which means something for a measurement at birth only; nil without a value.
    public var sizeForGestation: SizeForGestation? { printedSize ?? z.map { SizeForGestation(z: $0) } }

    /// A score with a number.
    public init(z: Double) {
        status = .ok
        self.z = z
        band = nil
        printedSize = nil
    }

    /// A place between printed lines, with the class that the lines give.
    public init(band: CentileBand, size: SizeForGestation?) {
        status = .ok
        z = nil
        self.band = band
        printedSize = size
    }

    /// A score without a number; the reason is any status but ``Status/ok``.
    public init(reason: Status) {
        precondition(reason != .ok, "a score without a number needs a reason")
        status = reason
        z = nil
        band = nil
        printedSize = nil
    }
}
