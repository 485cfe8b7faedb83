internal import NICUCore

/// The forms of FHIR's primitive types (hl7.org/fhir/R4/datatypes).
enum FHIRPrimitive: String {
    case base64Binary, boolean, canonical, code, date, dateTime, decimal, id, instant, integer, markdown, oid,
        positiveInt
    case string, time, unsignedInt, uri, url, uuid, xhtml

    /// What is wrong with a value of this type; nil where nothing is.
    func fault(of json: JSON) -> FHIRProblem.What? {
        switch self {
        case .boolean:
            if case .bool = json { return nil }
            return .wrongType(expected: rawValue)
        case .decimal:
            switch json {
            case .integer, .decimal: return nil
            default: return .wrongType(expected: rawValue)
            }
        case .integer, .unsignedInt, .positiveInt:
            guard let value = json.integer else { return .wrongType(expected: rawValue) }
            let least: Int64 = self == .integer ? Int64(Int32.min) : self == .positiveInt ? 1 : 0
            return (least...Int64(Int32.max)).contains(value) ? nil : .badForm("\(value)", type: rawValue)
        default:
            guard let text = json.string else { return .wrongType(expected: rawValue) }
            if text.isEmpty { return .empty }
            let isGood =
                text.utf8.withContiguousStorageIfAvailable { isForm($0, text) } ?? isForm(Array(text.utf8), text)
            return isGood ? nil : .badForm(text.count > 60 ? text.prefix(60) + "…" : text, type: rawValue)
        }
    }

    private func isForm(_ bytes: some RandomAccessCollection<UInt8>, _ text: String) -> Bool {
        switch self {
        case .id:
            return bytes.count <= 64 && bytes.allSatisfy { FHIRPrimitive.isWordByte($0) || $0 == UInt8(ascii: ".") }
        case .code:
            var last: UInt8 = 0x20
            for byte in bytes {
                if byte < 0x20 || byte == 0x20 && last == 0x20 { return false }
                last = byte
            }
            return last != 0x20
        case .uri, .url, .canonical: return bytes.allSatisfy { $0 > 0x20 }
        case .uuid: return text.hasPrefix("urn:uuid:") && Identifier(String(text.dropFirst(9))) != nil
        case .oid:
            return text.hasPrefix("urn:oid:")
                && bytes.dropFirst(8).allSatisfy { FHIRPrimitive.isDigit($0) || $0 == 0x2E }
        case .date: return FHIRPrimitive.isDate(bytes)
        case .dateTime: return FHIRPrimitive.isDate(bytes) || FHIRPrimitive.isInstant(bytes)
        case .instant: return FHIRPrimitive.isInstant(bytes)
        case .time: return FHIRPrimitive.isTime(bytes)
        case .base64Binary:
            return bytes.count(where: { $0 > 0x20 }) % 4 == 0
                && bytes.allSatisfy {
                    FHIRPrimitive.isWordByte($0) && $0 != 0x2D || [0x2B, 0x2F, 0x3D, 0x20, 0x0A, 0x0D].contains($0)
                }
        case .xhtml: return text.hasPrefix("<div") && text.hasSuffix("</div>")
        default: return bytes.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// The number of `count` digits from a place on; nil where other signs stand.
    private static func digits<B: RandomAccessCollection<UInt8>>(_ bytes: B, _ offset: Int, _ count: Int) -> Int? {
        guard bytes.count >= offset + count else { return nil }
        var value = 0
        for place in offset..<(offset + count) {
            let byte = bytes[bytes.index(bytes.startIndex, offsetBy: place)]
            guard isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func sign<B: RandomAccessCollection<UInt8>>(_ bytes: B, _ offset: Int) -> UInt8 {
        bytes[bytes.index(bytes.startIndex, offsetBy: offset)]
    }

    /// A year, a month or a day that exists.
    private static func isDate<B: RandomAccessCollection<UInt8>>(_ bytes: B) -> Bool {
        guard [4, 7, 10].contains(bytes.count), let year = digits(bytes, 0, 4) else { return false }
        if bytes.count == 4 { return true }
        guard sign(bytes, 4) == 0x2D, let month = digits(bytes, 5, 2), (1...12).contains(month) else { return false }
        if bytes.count == 7 { return true }
        guard sign(bytes, 7) == 0x2D, let day = digits(bytes, 8, 2) else { return false }
        return Day(year: year, month: month, day: day) != nil
    }

    /// `hh:mm:ss`, with a fraction or without.
    private static func isTime<B: RandomAccessCollection<UInt8>>(_ bytes: B) -> Bool {
        guard isClock(bytes, 0), bytes.count >= 8, sign(bytes, 5) == 0x3A, let second = digits(bytes, 6, 2), second < 60
        else { return false }
        let rest = bytes.dropFirst(8)
        return rest.isEmpty || (rest.first == 0x2E && rest.count > 1 && rest.dropFirst().allSatisfy(isDigit))
    }

    /// `hh:mm` from a place on.
    private static func isClock<B: RandomAccessCollection<UInt8>>(_ bytes: B, _ offset: Int) -> Bool {
        guard let hour = digits(bytes, offset, 2), let minute = digits(bytes, offset + 3, 2) else { return false }
        return hour < 24 && minute < 60 && sign(bytes, offset + 2) == 0x3A
    }

    /// A day, a time with seconds, and a zone.
    private static func isInstant<B: RandomAccessCollection<UInt8>>(_ bytes: B) -> Bool {
        guard bytes.count >= 20, isDate(bytes.prefix(10)), sign(bytes, 10) == UInt8(ascii: "T") else { return false }
        if bytes.last == UInt8(ascii: "Z") { return isTime(bytes.dropFirst(11).dropLast()) }
        guard bytes.count >= 25 else { return false }
        let zone = bytes.count - 6
        return (sign(bytes, zone) == 0x2B || sign(bytes, zone) == 0x2D) && isClock(bytes, zone + 1)
            && isTime(bytes.dropFirst(11).dropLast(6))
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
