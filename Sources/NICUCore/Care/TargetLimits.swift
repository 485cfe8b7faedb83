/// The limits a target is typed with: `15..20 g/kg/d`, `150 mL/kg/d` for at least, `..95 %` for at most.
public struct TargetLimits: Sendable, Hashable {
    /// Why a text is none.
    public enum Problem: Error, Sendable, Hashable {
        /// No number or range stands at the beginning.
        case unreadable(String)
        /// No unit is given.
        case noUnit([String])
        /// The unit is none of the target's.
        case unit(String, allowed: [String])
        /// The lower limit lies above the upper one.
        case reversed(String)
    }

    /// The lower limit.
    public let low: FixedDecimal?
    /// The upper limit.
    public let high: FixedDecimal?
    /// The unit as the target spells it.
    public let unit: String

    /// Reads the words of a command line; the unit is told apart by capitals no more than by the target.
    public init(_ words: [String], units: [String]) throws(Problem) {
        let text = words.joined(separator: " ")
        let digits = text.prefix { "0123456789.".contains($0) }
        let rest = String(text.dropFirst(digits.count).drop { $0 == " " })
        if rest.isEmpty, !digits.isEmpty { throw .noUnit(units) }
        guard let unit = units.first(where: { $0.lowercased() == rest.lowercased() }) else {
            if digits.isEmpty { throw .unreadable(text) }
            throw .unit(rest, allowed: units)
        }
        self.unit = unit
        let limits = String(digits)
        if let number = FixedDecimal(limits) {
            (low, high) = (number, nil)
            return
        }
        guard let dots = TargetLimits.dots(in: limits) else { throw .unreadable(text) }
        let (first, last) = (limits[..<dots], limits[dots...].dropFirst(2))
        let (low, high) = (FixedDecimal(first), FixedDecimal(last))
        guard low != nil || first.isEmpty, high != nil || last.isEmpty, low != nil || high != nil else {
            throw .unreadable(text)
        }
        if let low, let high, low.double > high.double { throw .reversed(limits) }
        (self.low, self.high) = (low, high)
    }

    /// Where the two dots of a range begin.
    private static func dots(in text: String) -> String.Index? {
        zip(text.indices, text.indices.dropFirst()).first { text[$0] == "." && text[$1] == "." }?.0
    }
}

/// An amount with its unit, read exactly: `35ml`, `12.5 mg`.
public struct AmountText: Sendable, Hashable {
    /// The number.
    public let value: FixedDecimal
    /// What stands behind it; empty where nothing does.
    public let unit: String

    /// Reads a number and what follows; nil where no number stands at the beginning.
    public init?(_ text: String) {
        let digits = text.prefix { "0123456789.".contains($0) }
        guard let value = FixedDecimal(digits) else { return nil }
        self.value = value
        unit = String(text.dropFirst(digits.count).drop { $0 == " " })
    }

    /// A volume in tenths of a millilitre; nil for another unit and for digits below a tenth.
    public var tenthsMl: Int? {
        unit.lowercased() == "ml" ? value.scaled(to: 1).flatMap { Int(exactly: $0) } : nil
    }

    /// Energy in tenths of a kilocalorie: in all, or for each 100 mL of a volume, rounded half up.
    ///
    /// Nil for another unit, such as kcal/oz, of which there are two.
    public func kcalTenths(ofTenthsMl volume: Int?) -> Int? {
        switch unit.lowercased() {
        case "", "kcal": return value.scaled(to: 1).flatMap { Int(exactly: $0) }
        case "kcal/100ml":
            guard let volume, let density = value.scaled(to: 1) else { return nil }
            let (product, isTooLarge) = Int(density).multipliedReportingOverflow(by: volume)
            return isTooLarge || product > Int.max - 500 ? nil : (product + 500) / 1000
        default: return nil
        }
    }
}
