/// Reads decimal numbers from bytes, exactly rounded and without making a string of each.
public enum FigureNumber {
    /// Powers of ten that a Double holds exactly.
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// Reads a number that begins at `place` and moves `place` behind it; nil where none stands.
    ///
    /// The form is `-12.5`: a sign, digits, and digits behind a point; no exponent, no `+`, no bare point.
    public static func read(_ bytes: UnsafeRawBufferPointer, _ place: inout Int, end: Int) -> Double? {
        let start = place
        let negative = place < end && bytes[place] == UInt8(ascii: "-")
        if negative { place += 1 }
        var significand: UInt64 = 0
        var digits = 0
        var decimals = 0
        var significant = 0
        var behindPoint = false
        while place < end {
            let byte = bytes[place]
            if byte == UInt8(ascii: "."), !behindPoint, digits > 0 {
                behindPoint = true
            } else if byte >= 0x30, byte <= 0x39 {
                if significant < 19 { significand = significand &* 10 &+ UInt64(byte &- 0x30) }
                if significand > 0 { significant += 1 }
                digits += 1
                if behindPoint { decimals += 1 }
            } else {
                break
            }
            place += 1
        }
        guard digits > 0, !behindPoint || decimals > 0 else { return nil }
        // Both operands are exact, so one division rounds once: the double nearest to the text.
        if significant < 19, significand <= 1 << 53, decimals < powers.count {
            let value = Double(significand) / powers[decimals]
            return negative ? -value : value
        }
        return Double(String(decoding: bytes[start..<place], as: UTF8.self))
    }
}
