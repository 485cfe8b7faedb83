/// A bedside quantity that is measured as one number.
public enum Quantity: String, Sendable, Hashable, CaseIterable {
    case weight, length, head, temperature
    case heartRate = "heart_rate"
    case respiratoryRate = "respiratory_rate"
    case spo2

    /// The unit that stands in answers and exchange files (UCUM).
    public var unit: String {
        switch self {
        case .weight: "g"
        case .length, .head: "cm"
        case .temperature: "Cel"
        case .heartRate, .respiratoryRate: "/min"
        case .spo2: "%"
        }
    }

    /// Decimals of ``unit`` that the stored integer holds: 38.5 cm is stored as 385 mm, 36.8 °C as 368.
    public var decimals: Int {
        switch self {
        case .length, .head, .temperature: 1
        case .weight, .heartRate, .respiratoryRate, .spo2: 0
        }
    }

    /// What a person reads behind the number.
    public var unitSymbol: String { self == .temperature ? "°C" : unit }

    /// The stored integer as the digits of ``unit``: 385 mm → `38.5`.
    public func digits(of stored: Int) -> String { FixedDecimal(significand: Int64(stored), decimals: decimals).padded }

    /// The stored integer with its unit as a person reads it: `1520 g`, `38.5 cm`, `36.8 °C`, `97 %`, `140 /min`.
    public func display(_ stored: Int) -> String { digits(of: stored) + " " + unitSymbol }
}
