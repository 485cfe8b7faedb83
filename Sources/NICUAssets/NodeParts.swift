internal import NICUCore
internal import Yams

/// The small parts that data files have in common, read from nodes that their shape has already passed.
struct NodeParts {
    let root: Node
    let check: RuleShapeCheck

    func place(_ node: Node, _ key: String) -> RuleFilePlace { check.place(node.mapping?[key] ?? node) }

    func text(_ node: Node, _ key: String) -> String { node.mapping?[key]?.string ?? "" }

    func number(_ node: Node, _ key: String) -> Int? { node.mapping?[key]?.string.flatMap { Int($0) } }

    func list(_ node: Node, _ key: String) -> [Node] { node.mapping?[key]?.sequence.map(Array.init) ?? [] }

    func words(_ node: Node, _ key: String) -> [String] { list(node, key).compactMap(\.string) }

    func bilingual(_ node: Node?) -> RuleText {
        RuleText(zh: node?.mapping?["zh"]?.string ?? "", en: node?.mapping?["en"]?.string ?? "")
    }

    /// A text in both languages, or one text for both.
    private func said(_ node: Node) -> RuleText { node.string.map { RuleText(zh: $0, en: $0) } ?? bilingual(node) }

    func basis(of node: Node) -> Basis { Basis(rawValue: text(node, "basis")) ?? .operational }

    func confidence(of node: Node) -> Confidence { Confidence(rawValue: text(node, "conf")) ?? .memory }

    /// The semantic version of the file.
    func version() throws(RuleFileProblem) -> String {
        let version = text(root, "version")
        guard RuleBuilder.isSemanticVersion(version) else {
            throw .wrongType(place(root, "version"), key: "version", value: version, expected: .semanticVersion)
        }
        return version
    }

    /// What the words of confidence mean.
    var confidence: [Confidence: RuleText] {
        var meanings: [Confidence: RuleText] = [:]
        for (word, meaning) in root.mapping?["confidence"]?.mapping.map(Array.init) ?? [] {
            if let word = word.string.flatMap(Confidence.init) { meanings[word] = bilingual(meaning) }
        }
        return meanings
    }

    /// The sources of the file, in its order.
    var sources: [RuleSource] {
        (root.mapping?["sources"]?.mapping.map(Array.init) ?? []).map { id, node in
            RuleSource(id: id.string ?? "", citation: text(node, "citation"), seen: node.mapping?["seen"].map(said))
        }
    }

    /// The sources a node names, each of which the file must define.
    func sources(of node: Node) throws(RuleFileProblem) -> [String] {
        let known = sources.map(\.id)
        for source in list(node, "src") where !known.contains(source.string ?? "") {
            throw .notDefined(check.place(source), .source, id: source.string ?? "", known: known)
        }
        return words(node, "src")
    }

    /// A comparison of a fact about the birth by its key, such as `ga_days_lt`.
    func birthTest(_ key: String, _ value: Node, at node: Node) throws(RuleFileProblem) -> BirthTest {
        let values = (value.sequence.map(Array.init) ?? [value]).compactMap { $0.string.flatMap { Int($0) } }
        return try RuleBuilder.birthTest(key, values, at: check.place(node))
    }
}
