internal import NICUCore

/// The forms of FHIR's primitive types (hl7.org/fhir/R4/datatypes).
enum FHIRPrimitive {
    static let names: Set<String> = [
        "base64Binary", "boolean", "canonical", "code", "date", "dateTime", "decimal", "id", "instant", "integer",
        "markdown", "oid", "positiveInt", "string", "time", "unsignedInt", "uri", "url", "uuid", "xhtml",
    ]

    /// What is wrong with a value of a primitive type; nil where nothing is.
    static func fault(of json: JSON, type: String) -> FHIRProblem.What? {
        switch type {
        case "boolean":
            if case .bool = json { return nil }
            return .wrongType(expected: type)
        case "decimal":
            switch json {
            case .integer, .decimal: return nil
            default: return .wrongType(expected: type)
            }
        case "integer", "unsignedInt", "positiveInt":
            guard let value = json.integer else { return .wrongType(expected: type) }
            let least: Int64 = type == "integer" ? Int64(Int32.min) : type == "positiveInt" ? 1 : 0
            return (least...Int64(Int32.max)).contains(value) ? nil : .badForm("\(value)", type: type)
        default:
            guard let text = json.string else { return .wrongType(expected: type) }
            if text.isEmpty { return .empty }
            return isOfForm(text, type) ? nil : .badForm(shortened(text), type: type)
        }
    }

    private static func shortened(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }

    private static func isOfForm(_ text: String, _ type: String) -> Bool {
        let bytes = Array(text.utf8)
        switch type {
        case "id": return bytes.count <= 64 && bytes.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") }
        case "code":
            return bytes.first != 0x20 && bytes.last != 0x20 && bytes.allSatisfy { $0 >= 0x20 }
                && !zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
        case "uri", "url", "canonical": return bytes.allSatisfy { $0 > 0x20 }
        case "uuid": return text.hasPrefix("urn:uuid:") && Identifier(String(text.dropFirst(9))) != nil
        case "oid": return text.hasPrefix("urn:oid:") && bytes.dropFirst(8).allSatisfy { isDigit($0) || $0 == 0x2E }
        case "date": return isDate(bytes[...])
        case "dateTime": return isDate(bytes[...]) || isInstant(bytes)
        case "instant": return isInstant(bytes)
        case "time": return isTime(bytes[...])
        case "base64Binary":
            return bytes.filter { $0 > 0x20 }.count % 4 == 0
                && bytes.allSatisfy {
                    isWordByte($0) && $0 != 0x2D || [0x2B, 0x2F, 0x3D, 0x20, 0x0A, 0x0D].contains($0)
                }
        case "xhtml": return text.hasPrefix("<div") && text.hasSuffix("</div>")
        default: return bytes.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// A year, a month or a day that exists.
    private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        switch bytes.count {
        case 4: return bytes.allSatisfy(isDigit)
        case 7: return Day(text + "-01") != nil
        case 10: return Day(text) != nil
        default: return false
        }
    }

    /// `hh:mm:ss`, with a fraction or without.
    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 8, ClockTime(String(decoding: bytes.prefix(8), as: UTF8.self)) != nil else { return false }
        let rest = bytes.dropFirst(8)
        return rest.isEmpty || (rest.first == 0x2E && rest.count > 1 && rest.dropFirst().allSatisfy(isDigit))
    }

    /// A day, a time with seconds, and a zone.
    private static func isInstant(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 20, isDate(bytes[..<10]), bytes[10] == UInt8(ascii: "T") else { return false }
        if bytes.last == UInt8(ascii: "Z") { return isTime(bytes[11..<(bytes.count - 1)]) }
        let zone = bytes.suffix(6)
        guard bytes.count >= 25, let sign = zone.first, sign == 0x2B || sign == 0x2D else { return false }
        let offset = zone.dropFirst()
        return offset.count == 5 && ClockTime(String(decoding: offset, as: UTF8.self)) != nil
            && isTime(bytes[11..<(bytes.count - 6)])
    }

    /// Whether one dateTime is surely later than another.
    static func isLater(_ a: String, than b: String) -> Bool {
        if a.utf8.count >= 20, b.utf8.count >= 20, let first = try? Moment(iso: a, zone: .utc),
            let second = try? Moment(iso: b, zone: .utc)
        {
            return first.instant > second.instant
        }
        // Partly known dates are compared by what both know.
        let count = min(a.utf8.count, b.utf8.count, 10)
        return a.prefix(count) > b.prefix(count)
    }
}
