/// A decimal number held as its digits: `significand` × 10^−`decimals`, never a Double.
public struct FixedDecimal: Sendable, Hashable {
    /// All digits as one integer.
    public let significand: Int64
    /// How many of them stand behind the point, 0–18.
    public let decimals: Int

    /// Makes a number from its digits.
    public init(significand: Int64, decimals: Int) {
        self.significand = significand
        self.decimals = decimals
    }

    /// Reads `-12.50`; nil for anything else, an exponent included, and beyond 18 digits.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        let negative = bytes.first == UInt8(ascii: "-")
        if negative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count < 2 || !parts[1].isEmpty,
            whole.count + (parts.count == 2 ? parts[1].count : 0) <= 18,
            let value = Digits.value(parts.joined())
        else { return nil }
        significand = Int64(negative ? -value : value)
        decimals = parts.count == 2 ? parts[1].count : 0
    }

    /// The number without trailing zeros behind the point.
    public var reduced: FixedDecimal {
        var value = significand
        var places = decimals
        while places > 0, value % 10 == 0 {
            value /= 10
            places -= 1
        }
        return FixedDecimal(significand: value, decimals: places)
    }

    /// The integer at a finer scale; nil when digits would be lost or the result overflows.
    public func scaled(to places: Int) -> Int64? {
        let reduced = self.reduced
        guard reduced.decimals <= places else { return nil }
        var value = reduced.significand
        for _ in reduced.decimals..<places {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = next
        }
        return value
    }

    /// The digits with all decimals written, `36.0`.
    public var padded: String {
        guard decimals > 0 else { return String(significand) }
        let digits = Digits.padded(Int(significand.magnitude), decimals + 1)
        return (significand < 0 ? "-" : "") + digits.dropLast(decimals) + "." + digits.suffix(decimals)
    }

    /// The digits without trailing zeros, `36`.
    public var text: String { reduced.padded }

    /// The nearest binary number, for derived figures only.
    public var double: Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return Double(significand) / scale
    }
}
