extension JSON {
    /// Compact text in member order, for answers and exchange files.
    public var text: String {
        var out = ""
        write(to: &out, canonical: false)
        return out
    }

    /// The canonical form: RFC 8785 with null members left out and every fraction the string of its digits.
    public var canonicalText: String {
        var out = ""
        write(to: &out, canonical: true)
        return out
    }

    private func write(to out: inout String, canonical: Bool) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .decimal(let value):
            let reduced = value.reduced
            out += canonical && reduced.decimals > 0 ? "\"\(reduced.padded)\"" : reduced.padded
        case .double(let value):
            out += value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
        case .string(let text): JSON.writeString(text, to: &out)
        case .array(let elements):
            out += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { out += "," }
                element.write(to: &out, canonical: canonical)
            }
            out += "]"
        case .object(let members):
            out += "{"
            var first = true
            for member in canonical ? JSON.sorted(members) : members where !(canonical && member.value == .null) {
                if !first { out += "," }
                first = false
                JSON.writeString(member.name, to: &out)
                out += ":"
                member.value.write(to: &out, canonical: canonical)
            }
            out += "}"
        }
    }

    /// RFC 8785 sorts names by their UTF-16 code units.
    private static func sorted(_ members: [Member]) -> [Member] {
        members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    }

    private static func writeString(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\u{08}": out += "\\b"
            case "\t": out += "\\t"
            case "\n": out += "\\n"
            case "\u{0C}": out += "\\f"
            case "\r": out += "\\r"
            case let control where control.value < 0x20:
                let hex = String(control.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
