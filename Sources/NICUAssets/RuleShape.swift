internal import NICUCore
internal import Yams

/// What may stand at a place of a rule file.
indirect enum RuleShape {
    case text
    /// Lower-case letters, digits and `_`, or an id with hyphens.
    case word
    case oneOf([String])
    /// Digits without a sign or leading zeros, within bounds.
    case whole(ClosedRange<Int>)
    /// Within bounds; without them the reader knows the quantity and looks itself.
    case decimal(ClosedRange<Int>? = nil)
    case boolean
    case list(RuleShape)
    /// A text in both languages, or one text for both.
    case said
    /// A list with at least one element: where none would mean that nothing is asked.
    case filled(RuleShape)
    /// Two decimals, the first not above the second.
    case range
    /// Two whole numbers within bounds, the first not above the second.
    case wholeRange(ClosedRange<Int>)
    /// Names of the file's own choice.
    case named(RuleShape)
    /// Keys of a closed set.
    case keyed(by: [String], RuleShape)
    case record([Key])
    /// A record in which one key's word decides the shape of another.
    case switched([Key], on: String, of: String, [String: RuleShape])

    /// One key of a record.
    struct Key {
        let name: String
        let shape: RuleShape
        let isRequired: Bool

        init(_ name: String, _ shape: RuleShape, required: Bool = false) {
            self.name = name
            self.shape = shape
            isRequired = required
        }
    }
}

/// Where a check puts what it finds, so that it can go on.
final class ProblemList {
    var all: [RuleFileProblem] = []
}

/// Walks a file's nodes along a shape and names the place of the first thing that does not fit, or of everything.
struct RuleShapeCheck {
    let path: String
    /// Where problems are gathered; nil where the first one ends the check.
    var found: ProblemList?

    init(path: String, found: ProblemList? = nil) {
        self.path = path
        self.found = found
    }

    /// Runs a part of the check; what it refuses ends everything or is gathered.
    func each(_ part: () throws(RuleFileProblem) -> Void) throws(RuleFileProblem) {
        do {
            try part()
        } catch {
            guard let found else { throw error }
            found.all.append(error)
        }
    }

    func check(_ node: Node, as shape: RuleShape, key: String) throws(RuleFileProblem) {
        switch shape {
        case .text: try scalar(node, key, .text) { !$0.isEmpty }
        case .word: try scalar(node, key, .word, RuleShapeCheck.isWord)
        case .whole(let range): try whole(node, key, range)
        case .decimal(let range):
            try scalar(node, key, .decimal, RuleShapeCheck.isDecimal)
            if let range, let text = node.scalar?.string { try within(text, range, node, key) }
        case .boolean: try scalar(node, key, .boolean) { $0 == "true" || $0 == "false" }
        case .oneOf(let words): try word(node, key, words)
        case .said: try check(node, as: node.mapping == nil ? .text : RuleShape.bilingual, key: key)
        case .list(let element), .filled(let element):
            let items = try elements(node, key, .list)
            if case .filled = shape, items.isEmpty { throw .emptyList(place(node), key: key) }
            for item in items {
                try each { () throws(RuleFileProblem) in try check(item, as: element, key: key) }
            }
        case .range: try ordered(node, key)
        case .wholeRange(let range):
            for item in try elements(node, key, .twoDecimals) { try whole(item, key, range) }
            try ordered(node, key)
        case .named(let shape):
            for (name, value) in try pairs(node, key) {
                try each { () throws(RuleFileProblem) in
                    try check(name, as: .text, key: key)
                    try check(value, as: shape, key: name.string ?? key)
                }
            }
        case .keyed(let words, let shape):
            for (name, value) in try pairs(node, key) {
                try each { () throws(RuleFileProblem) in
                    try word(name, key, words)
                    try check(value, as: shape, key: name.string ?? key)
                }
            }
        case .record(let keys): try record(node, keys, key)
        case .switched(let keys, let on, let of, let shapes):
            try record(node, keys + [RuleShape.Key(on, .oneOf(shapes.keys.sorted()), required: true)], key, open: of)
            guard let shape = node.mapping?[on]?.string.flatMap({ shapes[$0] }) else { return }
            guard let inner = node.mapping?[of] else {
                throw .missingKey(place(node), key: of, wanted: .kind(.mapping))
            }
            try check(inner, as: shape, key: of)
        }
    }

    /// Whether a text is an id: letters, digits, `_` and `-`.
    static func isWord(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
                    || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            }
    }

    func place(_ node: Node?) -> RuleFilePlace {
        RuleFilePlace(path: path, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1)
    }

    private func record(
        _ node: Node, _ keys: [RuleShape.Key], _ key: String, open: String? = nil
    ) throws(RuleFileProblem) {
        var isKnown = true
        for (name, value) in try pairs(node, key) {
            let text = name.string ?? ""
            if text == open { continue }
            try each { () throws(RuleFileProblem) in
                guard let found = keys.first(where: { $0.name == text }) else {
                    isKnown = false
                    throw .unknownKey(
                        place(name), key: text, known: (keys.map(\.name) + [open].compactMap { $0 }).sorted())
                }
                try check(value, as: found.shape, key: text)
            }
        }
        // A key that is misspelt is not missing besides.
        for wanted in keys where isKnown && wanted.isRequired && node.mapping?[wanted.name] == nil {
            try each { () throws(RuleFileProblem) in
                throw .missingKey(place(node), key: wanted.name, wanted: wanted.example(beside: node))
            }
        }
    }

    private func scalar(
        _ node: Node, _ key: String, _ expected: RuleFileProblem.Expected, _ fits: (String) -> Bool
    ) throws(RuleFileProblem) {
        guard let text = node.scalar?.string, fits(text) else {
            throw .wrongType(place(node), key: key, value: node.scalar?.string ?? "", expected: expected)
        }
    }

    private func word(_ node: Node, _ key: String, _ words: [String]) throws(RuleFileProblem) {
        guard let text = node.scalar?.string else {
            throw .wrongType(place(node), key: key, value: "", expected: .word)
        }
        guard words.contains(text) else { throw .notAllowed(place(node), key: key, value: text, allowed: words) }
    }

    private func pairs(_ node: Node, _ key: String) throws(RuleFileProblem) -> [(Node, Node)] {
        guard let mapping = node.mapping else {
            throw .wrongType(place(node), key: key, value: node.scalar?.string ?? "", expected: .mapping)
        }
        return mapping.map { ($0.key, $0.value) }
    }

    private func elements(
        _ node: Node, _ key: String, _ expected: RuleFileProblem.Expected
    ) throws(RuleFileProblem) -> [Node] {
        guard let sequence = node.sequence else {
            throw .wrongType(place(node), key: key, value: node.scalar?.string ?? "", expected: expected)
        }
        return Array(sequence)
    }
}

extension RuleShape.Key {
    /// What the key would hold in a mapping in which it is missing.
    fileprivate func example(beside node: Node) -> RuleFileProblem.Wanted {
        if name == "unit", let quantity = node.mapping?["quantity"]?.string.flatMap(Quantity.init(rawValue:)) {
            return .line("unit: \(quantity.unit)")
        }
        return switch shape {
        case .text, .said: .kind(.text)
        case .word: .kind(.word)
        case .oneOf(let words): words.count == 1 ? .line("\(name): \(words[0])") : .oneOf(words)
        case .whole(let range): .kind(range.lowerBound > 0 ? .positiveNumber : .wholeNumber)
        case .decimal: .kind(.decimal)
        case .boolean: .kind(.boolean)
        case .list, .filled: .kind(.list)
        case .range, .wholeRange: .kind(.twoDecimals)
        case .named, .keyed, .record, .switched: .kind(.mapping)
        }
    }
}
