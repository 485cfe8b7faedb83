extension JSON {
    /// Why a text is not JSON as this record reads it; `offset` counts bytes from 0.
    public enum Problem: Error, Sendable, Hashable {
        case unexpected(offset: Int)
        case unexpectedEnd
        case duplicateMember(String)
        case tooDeep
        case exponent(offset: Int)
        case numberTooLong(offset: Int)
        case notUTF8
    }

    /// The deepest nesting that is read.
    public static let maximumDepth = 32

    /// Reads one JSON text; numbers keep their digits, repeated member names and exponents are refused.
    public init(text: String) throws(Problem) { try self.init(bytes: Array(text.utf8)) }

    /// Reads one JSON text from UTF-8 bytes.
    public init(bytes: [UInt8]) throws(Problem) {
        var reader = JSONReader(bytes: bytes)
        self = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw .unexpected(offset: reader.position) }
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    func peek() throws(JSON.Problem) -> UInt8 {
        guard position < bytes.count else { throw .unexpectedEnd }
        return bytes[position]
    }

    mutating func expect(_ byte: UInt8) throws(JSON.Problem) {
        guard try peek() == byte else { throw .unexpected(offset: position) }
        position += 1
    }

    mutating func word(_ text: String, _ value: JSON) throws(JSON.Problem) -> JSON {
        for byte in text.utf8 { try expect(byte) }
        return value
    }

    mutating func value(depth: Int) throws(JSON.Problem) -> JSON {
        guard depth <= JSON.maximumDepth else { throw .tooDeep }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    mutating func object(depth: Int) throws(JSON.Problem) -> JSON {
        position += 1
        var members: [JSON.Member] = []
        var names: Set<String> = []
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            position += 1
            return .object([])
        }
        while true {
            skipSpace()
            let name = try string()
            // Few names are compared one by one; many are looked up.
            if members.count == 32 { names = Set(members.map(\.name)) }
            let isTwice = members.count < 32 ? members.contains { $0.name == name } : !names.insert(name).inserted
            if isTwice { throw .duplicateMember(name) }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            members.append(JSON.Member(name, try value(depth: depth + 1)))
            skipSpace()
            if try peek() == UInt8(ascii: ",") {
                position += 1
                continue
            }
            try expect(UInt8(ascii: "}"))
            return .object(members)
        }
    }

    mutating func array(depth: Int) throws(JSON.Problem) -> JSON {
        position += 1
        var elements: [JSON] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            position += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if try peek() == UInt8(ascii: ",") {
                position += 1
                continue
            }
            try expect(UInt8(ascii: "]"))
            return .array(elements)
        }
    }

    mutating func number() throws(JSON.Problem) -> JSON {
        let start = position
        if try peek() == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        while position < bytes.count, isDigit(bytes[position]) || bytes[position] == UInt8(ascii: ".") { position += 1 }
        guard position > firstDigit,
            position - firstDigit == 1 || bytes[firstDigit] != 0x30
                || bytes[firstDigit + 1] == UInt8(ascii: ".")
        else { throw .unexpected(offset: firstDigit) }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") { throw .exponent(offset: start) }
        guard position - start <= 19 else { throw .numberTooLong(offset: start) }
        // Most numbers are whole and short.
        let digits = bytes[firstDigit..<position]
        if digits.count <= 18, let value = Digits.value(digits) {
            return .integer(Int64(firstDigit > start ? -value : value))
        }
        guard let decimal = FixedDecimal(String(decoding: bytes[start..<position], as: UTF8.self)) else {
            throw .unexpected(offset: start)
        }
        let reduced = decimal.reduced
        return reduced.decimals == 0 ? .integer(reduced.significand) : .decimal(reduced)
    }

    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    mutating func string() throws(JSON.Problem) -> String {
        try expect(UInt8(ascii: "\""))
        // Most texts have nothing escaped and are taken as they stand.
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                guard let text = String(validating: bytes[start..<position], as: UTF8.self) else { throw .notUTF8 }
                return text
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            position += 1
        }
        var out = Array(bytes[start..<position])
        while true {
            let byte = try peek()
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: out, as: UTF8.self) else { throw .notUTF8 }
                return text
            case UInt8(ascii: "\\"): try escape(into: &out)
            case 0..<0x20: throw .unexpected(offset: position - 1)
            default: out.append(byte)
            }
        }
    }

    mutating func escape(into out: inout [UInt8]) throws(JSON.Problem) {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "u"):
            var code = try codeUnit()
            if code >= 0xD800, code < 0xDC00 {
                try expect(UInt8(ascii: "\\"))
                try expect(UInt8(ascii: "u"))
                let low = try codeUnit()
                guard low >= 0xDC00, low < 0xE000 else { throw .unexpected(offset: position) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw .unexpected(offset: position) }
            out.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: throw .unexpected(offset: position - 1)
        }
    }

    mutating func codeUnit() throws(JSON.Problem) -> UInt32 {
        guard position + 4 <= bytes.count else { throw .unexpectedEnd }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ isDigit($0) || (0x61...0x66).contains($0 | 0x20) }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .unexpected(offset: position) }
        position += 4
        return value
    }
}
