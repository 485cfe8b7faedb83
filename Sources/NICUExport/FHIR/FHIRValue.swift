internal import Crypto
internal import FoundationEssentials
internal import NICUCore

/// A member of an entry as an extension, for what the standard has no element for, and back.
enum FHIRValue {
    /// The extension that carries a member; nothing is lost by it.
    static func extend(_ url: String, _ json: JSON) -> JSON {
        func value(_ type: String, _ json: JSON) -> JSON {
            .object([JSON.Member("url", .string(url)), JSON.Member("value" + type, json)])
        }
        switch json {
        case .bool: return value("Boolean", json)
        case .integer(let number):
            return value((Int64(Int32.min)...Int64(Int32.max)).contains(number) ? "Integer" : "Decimal", json)
        case .decimal, .double: return value("Decimal", json)
        case .string(let text):
            // FHIR's text has no control characters.
            return isPlain(text)
                ? value("String", json) : value("Base64Binary", .string(Data(text.utf8).base64EncodedString()))
        case .array(let items): return nest(url, items.map { extend("item", $0) })
        case .object(let members): return nest(url, members.map { extend($0.name, $0.value) })
        case .null: return value("String", "null")
        }
    }

    /// Whether FHIR can write a text: it has no other control characters than tabs and ends of lines.
    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }

    private static func nest(_ url: String, _ parts: [JSON]) -> JSON {
        .object([JSON.Member("url", .string(url)), JSON.Member("extension", .array(parts))])
    }

    /// The member that an extension carries; nil where it has another form.
    static func member(_ json: JSON) -> (name: String, value: JSON)? {
        guard let url = json["url"]?.string else { return nil }
        if let parts = json["extension"]?.elements {
            let inner = parts.compactMap(member)
            guard inner.count == parts.count else { return nil }
            if inner.allSatisfy({ $0.name == "item" }) { return (url, .array(inner.map(\.value))) }
            return (url, .object(inner.map { JSON.Member($0.name, $0.value) }))
        }
        for type in ["String", "Integer", "Boolean", "Decimal", "Code", "DateTime", "Uri"] {
            if let value = json["value" + type] { return (url, value) }
        }
        guard let text = json["valueBase64Binary"]?.string, let data = Data(base64Encoded: text) else { return nil }
        return (url, .string(String(decoding: data, as: UTF8.self)))
    }
}
