public import NICUCore
internal import Yams

/// A rule file as a list of paths and values, to be shown and compared: `criteria/event_free/params/min_h` is `168`.
///
/// A list of mappings that have an `id` is addressed by it, so that the order of criteria makes no difference.
public struct RuleOutline: Sendable, Equatable {
    /// One value with the way to it.
    public struct Line: Sendable, Hashable {
        /// The keys from the top of the file, list elements by their id or their number from 1.
        public let path: [String]
        /// The value as it is written; lists of plain words on one line.
        public let value: String
    }

    /// What differs between two files.
    public enum Difference: Sendable, Hashable {
        case added(Line)
        case removed(Line)
        case changed([String], from: String, to: String)
    }

    /// The lines in the order of the file.
    public let lines: [Line]
    /// The whole file, its plain numbers and yes or no as such.
    public let json: JSON

    /// The numbers of each criterion by its id, in the order of the file.
    public var parameters: [String: [(name: String, value: String)]] {
        var parameters: [String: [(name: String, value: String)]] = [:]
        for line in lines where line.path.count > 3 {
            guard line.path[0] == "criteria", line.path[2] == "params" else { continue }
            parameters[line.path[1], default: []].append((line.path.dropFirst(3).joined(separator: "/"), line.value))
        }
        return parameters
    }

    /// Outlines a file that is readable as YAML.
    public init(text: String, path: String) throws(RuleFileProblem) {
        var lines: [Line] = []
        func walk(_ node: Node, _ way: [String]) {
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping { walk(value, way + [key.string ?? ""]) }
            case .sequence(let sequence):
                if sequence.allSatisfy({ $0.scalar != nil }) {
                    lines.append(Line(path: way, value: sequence.compactMap(\.scalar?.string).joined(separator: ", ")))
                } else {
                    for (place, value) in sequence.enumerated() {
                        walk(value, way + [value.mapping?["id"]?.string ?? "\(place + 1)"])
                    }
                }
            case .scalar(let scalar): lines.append(Line(path: way, value: scalar.string))
            case .alias: break
            }
        }
        let root = try RuleFile.composed(text, path)
        walk(root, [])
        self.lines = lines
        json = RuleOutline.json(root)
    }

    private static func json(_ node: Node) -> JSON {
        switch node {
        case .mapping(let mapping): .object(mapping.map { JSON.Member($0.key.string ?? "", json($0.value)) })
        case .sequence(let sequence): .array(sequence.map(json))
        case .scalar(let scalar): json(scalar)
        case .alias: .null
        }
    }

    private static func json(_ scalar: Node.Scalar) -> JSON {
        let text = scalar.string
        guard scalar.style == .plain || scalar.style == .any else { return .string(text) }
        if text == "true" || text == "false" { return .bool(text == "true") }
        guard RuleShapeCheck.isDecimal(text), let number = FixedDecimal(text) else { return .string(text) }
        return number.decimals == 0 ? .integer(number.significand) : .decimal(number)
    }

    /// What another file has that this one has not, and the other way round, in the order of the files.
    public func differences(from old: RuleOutline) -> [Difference] {
        let before = Dictionary(old.lines.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(lines.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
        var found: [Difference] = []
        for line in old.lines {
            if let new = after[line.path] {
                if new != line.value { found.append(.changed(line.path, from: line.value, to: new)) }
            } else {
                found.append(.removed(line))
            }
        }
        return found + lines.filter { before[$0.path] == nil }.map { .added($0) }
    }
}
