/// A place in a rule file; line and column count from 1.
public struct RuleFilePlace: Sendable, Hashable {
    /// The file.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int

    /// Makes a place.
    public init(path: String, line: Int, column: Int) {
        self.path = path
        self.line = line
        self.column = column
    }
}

/// Why a rule file cannot be used; the sentences stand in `Wording`.
public enum RuleFileProblem: Error, Sendable, Hashable {
    /// What a value had to be.
    public enum Expected: String, Sendable, Hashable {
        case mapping, list, text, word
        case wholeNumber = "whole_number"
        case positiveNumber = "positive_number"
        case decimal, boolean
        case twoDecimals = "two_decimals"
        case semanticVersion = "semantic_version"
    }

    /// What a name had to be defined as.
    public enum Named: String, Sendable, Hashable {
        case source, event, applicability, criterion
        case eventFreeCriterion = "event_free_criterion"
    }

    /// Not readable as YAML, a key that stands twice included; `detail` is the parser's own word.
    case notYAML(RuleFilePlace, detail: String)
    case wrongSchema(RuleFilePlace, found: String, expected: String)
    case unknownKey(RuleFilePlace, key: String, known: [String])
    case missingKey(RuleFilePlace, key: String)
    case wrongType(RuleFilePlace, key: String, value: String, expected: Expected)
    /// A word outside a closed set, such as a kind.
    case notAllowed(RuleFilePlace, key: String, value: String, allowed: [String])
    case wrongUnit(RuleFilePlace, value: String, expected: String)
    /// Digits below the unit that is stored.
    case surplusDigits(RuleFilePlace, key: String, value: String, decimals: Int)
    case emptyRange(RuleFilePlace, key: String)
    case notDefined(RuleFilePlace, Named, id: String, known: [String])
    case twice(RuleFilePlace, id: String)
    /// No rule set of that name is in this build.
    case noSuchRuleSet(id: String, known: [String])

    /// Where it is; nil for a rule set that is not there.
    public var place: RuleFilePlace? {
        switch self {
        case .notYAML(let place, _), .wrongSchema(let place, _, _), .unknownKey(let place, _, _),
            .missingKey(let place, _), .wrongType(let place, _, _, _), .notAllowed(let place, _, _, _),
            .wrongUnit(let place, _, _), .surplusDigits(let place, _, _, _), .emptyRange(let place, _),
            .notDefined(let place, _, _, _), .twice(let place, _):
            place
        case .noSuchRuleSet: nil
        }
    }
}
