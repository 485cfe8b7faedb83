/// A 16-byte universally unique identifier, printed in the usual five groups of lower-case hexadecimal digits.
public struct Identifier: Sendable, Hashable {
    /// The sixteen bytes, most significant first.
    public let bytes: [UInt8]

    /// Makes an identifier from sixteen bytes; nil for any other count.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Reads the five-group text; nil for anything else.
    public init?(_ text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 36, [8, 13, 18, 23].allSatisfy({ characters[$0] == UInt8(ascii: "-") }) else {
            return nil
        }
        guard
            let bytes = Hexadecimal.bytes(
                String(decoding: characters.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self))
        else { return nil }
        self.init(bytes: bytes)
    }

    /// Makes a version 7 identifier from a time and random bits.
    public init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(bitPattern: max(0, instant.seconds)) * 1000 + generator.next() % 1000
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * UInt64($0))) }
        let high = generator.next()
        let low = generator.next()
        bytes += [0x70 | UInt8(truncatingIfNeeded: high & 0x0F), UInt8(truncatingIfNeeded: high >> 8)]
        bytes += [0x80 | UInt8(truncatingIfNeeded: low & 0x3F)]
        bytes += (1..<8).map { UInt8(truncatingIfNeeded: low >> (8 * UInt64($0))) }
        self.bytes = bytes
    }
}

extension Identifier: CustomStringConvertible {
    /// The text form.
    public var description: String {
        let hex = Hexadecimal.text(bytes)
        var result = ""
        for (index, character) in hex.enumerated() {
            if [8, 12, 16, 20].contains(index) { result += "-" }
            result.append(character)
        }
        return result
    }
}

/// Bytes as lower-case hexadecimal digits and back.
public enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Two digits a byte.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        var out: [UInt8] = []
        for byte in bytes {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The bytes of an even run of digits; nil for anything else.
    public static func bytes(_ text: String) -> [UInt8]? {
        let nibbles = text.utf8.map { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x37
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
        guard nibbles.count % 2 == 0, !nibbles.contains(nil) else { return nil }
        return stride(from: 0, to: nibbles.count, by: 2).map { (nibbles[$0] ?? 0) << 4 | (nibbles[$0 + 1] ?? 0) }
    }
}
