extension JSON {
    /// Compact text in member order, for answers and exchange files.
    public var text: String {
        var out: [UInt8] = []
        write(to: &out, canonical: false)
        return String(decoding: out, as: UTF8.self)
    }

    /// The canonical form: RFC 8785 with null members left out and every fraction the string of its digits.
    public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

    /// The canonical form as the UTF-8 bytes that are digested.
    public var canonicalBytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(768)
        write(to: &out, canonical: true)
        return out
    }

    private func write(to out: inout [UInt8], canonical: Bool) {
        switch self {
        case .null: out.append("null")
        case .bool(let value): out.append(value ? "true" : "false")
        case .integer(let value): out.append(value)
        case .decimal(let value):
            let reduced = value.reduced
            let isQuoted = canonical && reduced.decimals > 0
            if isQuoted { out.append(UInt8(ascii: "\"")) }
            out.append(contentsOf: reduced.padded.utf8)
            if isQuoted { out.append(UInt8(ascii: "\"")) }
        case .double(let value):
            if value == value.rounded() && abs(value) < 1e15 {
                out.append(Int64(value))
            } else {
                out.append(contentsOf: value.description.utf8)
            }
        case .string(let text): JSON.writeString(text, to: &out)
        case .array(let elements):
            out.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                element.write(to: &out, canonical: canonical)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            var first = true
            for member in canonical ? JSON.sorted(members) : members where !(canonical && member.value.isNull) {
                if !first { out.append(UInt8(ascii: ",")) }
                first = false
                JSON.writeString(member.name, to: &out)
                out.append(UInt8(ascii: ":"))
                member.value.write(to: &out, canonical: canonical)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    private var isNull: Bool { if case .null = self { true } else { false } }

    /// RFC 8785 sorts names by their UTF-16 code units; for ASCII names that is the order of their bytes.
    private static func sorted(_ members: [Member]) -> [Member] {
        if members.allSatisfy({ $0.name.utf8.allSatisfy { $0 < 0x80 } }) {
            return members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
        return members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    }

    private static func writeString(_ text: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            out.append(contentsOf: text.utf8)
        } else {
            for byte in text.utf8 { writeEscaped(byte, to: &out) }
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func writeEscaped(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): out.append("\\\"")
        case UInt8(ascii: "\\"): out.append("\\\\")
        case 0x08: out.append("\\b")
        case 0x09: out.append("\\t")
        case 0x0A: out.append("\\n")
        case 0x0C: out.append("\\f")
        case 0x0D: out.append("\\r")
        case ..<0x20:
            out.append("\\u00")
            out.append(Hexadecimal.digit(byte >> 4))
            out.append(Hexadecimal.digit(byte & 0x0F))
        default: out.append(byte)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    fileprivate mutating func append(_ number: Int64) { append(contentsOf: number.description.utf8) }
}
