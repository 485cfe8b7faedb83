public import NICUCore

/// One erasable text as one line of JSON, for the file that `--with-identity` writes and reads.
public enum OpenedTextLine {
    /// The members of a text: entry, field, digest, salt in hexadecimal digits, text.
    public static func json(_ text: OpenedText) -> JSON {
        [
            "entry": .string(text.entry.description), "field": .string(text.field), "digest": .string(text.digest),
            "salt": .string(Hexadecimal.text(text.salt)), "text": .string(text.text),
        ]
    }

    /// Reads one line; a missing, unknown or malformed member is refused.
    public static func read(_ bytes: [UInt8]) throws(ImportProblem.What) -> OpenedText {
        let json: JSON
        do { json = try JSON(bytes: bytes) } catch { throw .json(error) }
        guard case .object(let members) = json else { throw .notAnObject }
        func text(_ name: String) throws(ImportProblem.What) -> String {
            guard let value = json[name] else { throw .missingMember(name) }
            guard let text = value.string else { throw .badMember(name, value: "") }
            return text
        }
        if let other = members.first(where: { !names.contains($0.name) }) { throw .unknownMember(other.name) }
        guard let entry = Identifier(try text("entry")) else { throw .badMember("entry", value: try text("entry")) }
        guard let salt = Hexadecimal.bytes(try text("salt")), salt.count == 32 else {
            throw .badMember("salt", value: "")
        }
        let digest = try text("digest")
        guard Hexadecimal.bytes(digest)?.count == 32 else { throw .badMember("digest", value: digest) }
        return OpenedText(entry: entry, field: try text("field"), digest: digest, salt: salt, text: try text("text"))
    }

    private static let names: Set<String> = ["entry", "field", "digest", "salt", "text"]
}
