/// The absolute range of each quantity; what lies outside is refused as impossible, never asked about.
///
/// Weight 200–8000 g is the ward's own limit; the others are operational ranges wider than any living infant's values.
public enum Limits {
    /// No infant of this record was born before: 1990-01-01, older than any record it could take over.
    public static let earliestBirth = Instant(seconds: 631_152_000)

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
}
