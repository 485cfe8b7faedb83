internal import Yams

/// YAML decoded into types, with unknown keys refused and the place of every mistake.
public enum StrictYAML {
    /// Decodes a file's text.
    ///
    /// - Throws: ``AssetProblem`` with line and column: for text that is not YAML, a key that stands twice, a value of
    ///   the wrong type, a missing key, and whatever the type's own `init(from:)` refuses.
    public static func decode<Value: Decodable>(
        _ type: Value.Type, from text: String, path: String
    ) throws(AssetProblem) -> Value {
        let root: Node?
        do {
            root = try composed(text)
        } catch let error as YamlError {
            throw problem(error, path: path)
        } catch {
            throw AssetProblem(path: path, reason: "\(error)")
        }
        guard let root else { throw AssetProblem(path: path, reason: "the file is empty") }
        return try decode(type, from: root, path: path)
    }

    /// Decodes a document that is already composed.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from root: Node, path: String
    ) throws(AssetProblem) -> Value {
        do {
            return try YAMLDecoder().decode(type, from: root)
        } catch let error as DecodingError {
            throw problem(error, root: root, path: path)
        } catch {
            throw AssetProblem(path: path, reason: "\(error)")
        }
    }

    /// The nodes of a text; what a scalar means is left to its reader, which spares a search for tags in every one.
    static func composed(_ text: String) throws -> Node? { try Yams.compose(yaml: text, .basic) }

    /// The keyed container of a mapping whose every key is one of `keys`.
    public static func container<Key: CodingKey & CaseIterable>(
        of decoder: any Decoder, keys: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        let known = Set(Key.allCases.map(\.stringValue))
        let all = try decoder.container(keyedBy: AnyKey.self).allKeys
        if let unknown = all.first(where: { !known.contains($0.stringValue) }) {
            throw unknownKey(unknown.stringValue, below: decoder.codingPath)
        }
        return try decoder.container(keyedBy: keys)
    }

    /// The error for a key that no reader knows.
    static func unknownKey(_ name: String, below path: [any CodingKey]) -> DecodingError {
        DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: path + [AnyKey(name)], debugDescription: "unknown key '\(name)'"))
    }

    /// The error for a value that its reader refuses.
    public static func problem(_ reason: String, at path: [any CodingKey]) -> DecodingError {
        DecodingError.dataCorrupted(DecodingError.Context(codingPath: path, debugDescription: reason))
    }

    /// A value that is one of a fixed set of words.
    public static func word<Word: RawRepresentable<String> & CaseIterable, Key: CodingKey>(
        _ values: KeyedDecodingContainer<Key>, _ key: Key
    ) throws -> Word {
        let text = try values.decode(String.self, forKey: key)
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: values.codingPath + [key], debugDescription: "'\(text)' is none of \(words)"))
        }
        return word
    }

    /// A key of any name.
    struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int?
        init(_ name: String) {
            stringValue = name
            intValue = nil
        }
        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) {
            stringValue = String(intValue)
            self.intValue = intValue
        }
    }

    private static func problem(_ error: DecodingError, root: Node?, path: String) -> AssetProblem {
        let context: DecodingError.Context
        let reason: String
        switch error {
        case .keyNotFound(let key, let found): (context, reason) = (found, "key '\(key.stringValue)' is missing")
        case .valueNotFound(_, let found), .typeMismatch(_, let found), .dataCorrupted(let found):
            (context, reason) = (found, found.debugDescription)
        @unknown default: return AssetProblem(path: path, reason: "\(error)")
        }
        let mark = root.flatMap { place(of: context.codingPath, in: $0) }
        return AssetProblem(path: path, line: mark?.line, column: mark?.column, reason: reason)
    }

    /// The mark of the deepest node on a coding path; of a key that no value follows, the key's own.
    private static func place(of path: [any CodingKey], in root: Node) -> Mark? {
        var node = root
        var mark = root.mark
        for key in path {
            if let index = key.intValue, let sequence = node.sequence, sequence.indices.contains(index) {
                node = sequence[index]
                mark = node.mark
            } else if let pair = node.mapping?.first(where: { $0.key.string == key.stringValue }) {
                node = pair.value
                mark = pair.key.mark ?? node.mark
            } else {
                break
            }
        }
        return mark
    }

    private static func problem(_ error: YamlError, path: String) -> AssetProblem {
        switch error {
        case .scanner(_, let reason, let mark, _), .parser(_, let reason, let mark, _),
            .composer(_, let reason, let mark, _):
            AssetProblem(path: path, line: mark.line, column: mark.column, reason: reason)
        case .duplicatedKeysInMapping(let duplicates, let context):
            AssetProblem(
                path: path, line: context.mark.line, column: context.mark.column,
                reason: "key stands twice: " + duplicates.sorted().joined(separator: ", "))
        default: AssetProblem(path: path, reason: "\(error)")
        }
    }
}
