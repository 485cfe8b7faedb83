/// A 16-byte universally unique identifier, printed in the usual five groups of lower-case hexadecimal digits.
public struct Identifier: Sendable, Hashable {
    private let high: UInt64
    private let low: UInt64

    /// The sixteen bytes, most significant first.
    public var bytes: [UInt8] {
        [high, low].flatMap { word in
            stride(from: 56 as UInt64, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    /// Makes an identifier from sixteen bytes; nil for any other count.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        self.init(sixteen: bytes)
    }

    private init(sixteen bytes: some Collection<UInt8>) {
        func words(_ bytes: some Sequence<UInt8>) -> (UInt64, UInt64) {
            var (high, low): (UInt64, UInt64) = (0, 0)
            for byte in bytes { (high, low) = (high << 8 | low >> 56, low << 8 | UInt64(byte)) }
            return (high, low)
        }
        (high, low) = bytes.withContiguousStorageIfAvailable { words($0) } ?? words(bytes)
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
        let high = generator.next()
        let low = generator.next()
        let milliseconds = UInt64(bitPattern: max(0, instant.seconds)) * 1000 + (high >> 16) % 1000
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        for shift in stride(from: 40 as UInt64, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: milliseconds >> shift))
        }
        bytes.append(0x70 | UInt8(truncatingIfNeeded: high & 0x0F))
        bytes.append(UInt8(truncatingIfNeeded: high >> 8))
        bytes.append(0x80 | UInt8(truncatingIfNeeded: low & 0x3F))
        for shift in stride(from: 8 as UInt64, through: 56, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: low >> shift))
        }
        self.init(sixteen: bytes)
    }
}

extension Identifier: CustomStringConvertible {
    /// The text form.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { out in
            var place = 0
            for (index, byte) in bytes.enumerated() {
                if [4, 6, 8, 10].contains(index) {
                    out[place] = UInt8(ascii: "-")
                    place += 1
                }
                out[place] = Hexadecimal.digit(byte >> 4)
                out[place + 1] = Hexadecimal.digit(byte & 15)
                place += 2
            }
            return place
        }
    }
}

/// Bytes as lower-case hexadecimal digits and back.
public enum Hexadecimal {
    /// The digit for a value of 0 to 15.
    static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    /// Two digits a byte.
    public static func text(_ bytes: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { out in
            var place = 0
            for byte in bytes {
                out[place] = digit(byte >> 4)
                out[place + 1] = digit(byte & 15)
                place += 2
            }
            return place
        }
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
