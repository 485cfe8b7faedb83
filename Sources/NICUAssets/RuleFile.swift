internal import Crypto
public import NICUCore
internal import Yams

/// A file of readiness rules, read strictly: unknown keys, kinds, words and names are refused with their place.
public enum RuleFile {
    /// Reads a rule file; the digest is SHA-256 over its bytes.
    public static func load(text: String, path: String) throws(RuleFileProblem) -> RuleSet {
        try load(text, path, found: nil)
    }

    /// Reads of a sound rule file only the criteria that a measured weight can turn; nil where it has none.
    ///
    /// For the echo of a weight, which would otherwise wait longer for the file than for the disk. The digest is that of
    /// the whole file.
    static func loadWeightCriteria(text: String, path: String) throws(RuleFileProblem) -> RuleSet? {
        var root = try composed(text, path)
        guard case .mapping(var mapping) = root, case .sequence(var criteria)? = mapping["criteria"] else { return nil }
        let kinds = Set([Criterion.Kind.valueAtLeast, .gainRate, .oralVolume].map(\.rawValue))
        let kept = criteria.filter { node in
            node["kind"]?.string.map(kinds.contains) ?? false || node["params"]?["mother"] != nil
        }
        guard !kept.isEmpty else { return nil }
        criteria.removeAll()
        criteria.append(contentsOf: kept)
        mapping["criteria"] = .sequence(criteria)
        root = .mapping(mapping)
        return try load(root, text, path, found: nil)
    }

    /// Reads a rule file; with a list of problems it goes on where it can, and looks more closely.
    static func load(_ text: String, _ path: String, found: ProblemList?) throws(RuleFileProblem) -> RuleSet {
        try load(composed(text, path), text, path, found: found)
    }

    private static func load(
        _ root: Node, _ text: String, _ path: String, found: ProblemList?
    ) throws(RuleFileProblem) -> RuleSet {
        let check = RuleShapeCheck(path: path, found: found)
        let schema = root.mapping?["schema"]
        if let found = schema?.string, found != RuleShape.schema {
            throw .wrongSchema(check.place(schema), found: found, expected: RuleShape.schema)
        }
        try check.check(root, as: .file, key: "")
        // What does not have its shape cannot be read further.
        if let first = found?.all.first { throw first }
        let layout: RuleLayout
        do {
            layout = try StrictYAML.decode(RuleLayout.self, from: root, path: path)
        } catch {
            throw .notYAML(
                RuleFilePlace(path: path, line: error.line ?? 1, column: error.column ?? 1), detail: error.reason)
        }
        let digest = Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8))))
        return try RuleBuilder(layout: layout, root: root, check: check).ruleSet(digest: digest)
    }

    static func composed(_ text: String, _ path: String) throws(RuleFileProblem) -> Node {
        let start = RuleFilePlace(path: path, line: 1, column: 1)
        func place(_ mark: Mark) -> RuleFilePlace {
            RuleFilePlace(path: path, line: mark.line, column: mark.column)
        }
        guard text.utf8.count <= RuleLimits.bytes else {
            throw .tooLarge(start, bytes: text.utf8.count, limit: RuleLimits.bytes)
        }
        do {
            if let node = try StrictYAML.composed(text) { return node }
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            throw .notYAML(place(mark), detail: problem)
        } catch YamlError.reader(let problem, let offset, _, _) {
            let before = text.utf8.prefix(offset ?? 0)
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            let last = before.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).last ?? before
            let column = String(decoding: last, as: UTF8.self).unicodeScalars.count + 1
            throw .notYAML(RuleFilePlace(path: path, line: line, column: column), detail: problem)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            throw .twice(place(context.mark), id: keys.sorted().joined(separator: ", "))
        } catch {
            throw .notYAML(start, detail: "\(error)")
        }
        throw .wrongType(start, key: "", value: "", expected: .mapping)
    }
}

/// The rule sets that come with the product.
public enum RuleLibrary {
    private static let folder = "seeds/rules/"

    /// The files of the rule sets, in the order of their bytes.
    static var paths: [String] { EmbeddedFiles.paths(under: folder).filter { $0.hasSuffix(".yaml") } }

    /// The ids of the rule sets, in the order of their bytes.
    public static var ids: [String] {
        paths.map { String($0.dropFirst(folder.utf8.count).dropLast(".yaml".utf8.count)) }
    }

    /// Reads a rule set that comes with the product.
    public static func ruleSet(id: String) throws(RuleFileProblem) -> RuleSet {
        guard let (path, text) = file(id: id) else { throw .noSuchRuleSet(id: id, known: ids) }
        return try RuleFile.load(text: text, path: path)
    }

    /// The path and the text of a rule set that comes with the product; nil for none.
    private static func file(id: String) -> (path: String, text: String)? {
        let path = folder + id + ".yaml"
        return EmbeddedFiles.text(at: path).map { (path, $0) }
    }
}
