public import NICUCore

/// One difference between two rule files.
public enum RuleDifference: Sendable {
    case added(path: String, value: String)
    case removed(path: String, value: String)
    case changed(path: String, from: String, to: String)

    /// The differences as JSON, with the names of both sides as they were given.
    public static func json(_ differences: [RuleDifference], old: String, new: String) -> JSON {
        let elements = differences.map { difference -> JSON in
            switch difference {
            case .added(let path, let value):
                ["change": "added", "path": .string(path), "from": .null, "to": .string(value)]
            case .removed(let path, let value):
                ["change": "removed", "path": .string(path), "from": .string(value), "to": .null]
            case .changed(let path, let from, let to):
                ["change": "changed", "path": .string(path), "from": .string(from), "to": .string(to)]
            }
        }
        return ["old": .string(old), "new": .string(new), "differences": .array(elements)]
    }
}

extension Wording {
    /// Two rule files compared; says so when they do not differ.
    public func ruleDifferences(_ differences: [RuleDifference]) -> String {
        guard !differences.isEmpty else { return pick("没有差别", "no difference") }
        return differences.map { difference in
            switch difference {
            case .added(let path, let value): "+ \(path): \(value)"
            case .removed(let path, let value): "- \(path): \(value)"
            case .changed(let path, let old, let new): "~ \(path): \(old) → \(new)"
            }
        }.joined(separator: "\n")
    }
}
