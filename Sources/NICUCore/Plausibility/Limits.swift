/// The absolute range of each quantity; what lies outside is refused as impossible, never asked about.
///
/// Weight 200–8000 g is the ward's own limit; the others are operational ranges wider than any living infant's values.
public enum Limits {
    /// No infant of this record was born before: 1990-01-01, older than any record it could take over.
    public static let earliestBirth = Instant(seconds: 631_152_000)

    /// The most days by which birth and gestational age of two siblings may give another beginning of the pregnancy.
    public static let datingsApart = 14

    /// A shift may be reviewed this long before its end, while the next one takes over.
    public static let reviewBeforeEnd = Hours(seconds: 3600)

    /// The last day of life on which a value can be the value at birth.
    public static let lastDayOfBirthValues = 1

    /// The possible values of a quantity in its stored unit (g, mm, 0.1 °C, /min, %).
    public static func range(of quantity: Quantity) -> ClosedRange<Int> {
        switch quantity {
        case .weight: 200...8000
        case .length: 200...700
        case .head: 150...500
        case .temperature: 250...430
        case .heartRate: 20...300
        case .respiratoryRate: 0...150
        case .spo2: 0...100
        }
    }

    /// The lowest heart rate that an event can name, in beats a minute; an operational limit.
    public static let lowestHeartRate = 0...250
    /// A lowest heart rate above this is no bradycardia; an operational limit, above every definition in use.
    public static let mostInBradycardia = 120
    /// A lowest saturation above this is no desaturation, in per cent; an operational limit, above every definition in use.
    public static let mostInDesaturation = 95
    /// The respiratory support that ``mostLowFlow`` is about.
    public static let lowFlow = "low_flow_oxygen"
    /// The most of low-flow oxygen, in litres a minute; an operational limit: what is more is another support.
    public static let mostLowFlow = 6
    /// The most pressure of a support, in cmH2O; an operational limit, which catches millibars and slipped digits.
    public static let mostPressure = 40
    /// The most energy of what is fed or infused, in kcal/100 mL; an operational limit: lipid 20 % has 200.
    public static let mostEnergy = 300

    /// What a plan can aim at in a unit; nil for a unit without such a limit.
    public static func target(in unit: String) -> ClosedRange<Int>? {
        switch unit {
        case "mL/kg/d": 0...400
        case "kcal/kg/d": 0...300
        case "g/kg/d": 0...60
        case "g/d": 0...150
        case "cm/wk": 0...5
        case "%": 50...100
        default: nil
        }
    }

    /// The most of one dose in a unit, with or without "/kg" behind it; nil for a unit without such a limit.
    ///
    /// Far above any dose of a newborn: it catches a unit that slipped, not a dose that is too high.
    public static func dose(in unit: String) -> FixedDecimal? {
        let lower = unit.lowercased()
        switch lower.hasSuffix("/kg") ? String(lower.dropLast(3)) : lower {
        case "kg": return FixedDecimal(significand: 2, decimals: 3)
        case "g": return FixedDecimal(significand: 2, decimals: 0)
        case "mg": return FixedDecimal(significand: 2_000, decimals: 0)
        case "ug", "mcg", "µg", "μg": return FixedDecimal(significand: 100_000, decimals: 0)
        case "ml": return FixedDecimal(significand: 200, decimals: 0)
        case "l": return FixedDecimal(significand: 2, decimals: 1)
        default: return nil
        }
    }
}
