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

    /// What a missing key would hold.
    public enum Wanted: Sendable, Hashable {
        /// The one line that can stand there, such as `unit: g`.
        case line(String)
        case kind(Expected)
        case oneOf([String])
    }

    /// A number of the file under its key.
    public struct Bound: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The digits as written.
        public let value: String

        /// Makes one from its parts.
        public init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// Not readable as YAML, a key that stands twice included; `detail` is the parser's own word.
    case notYAML(RuleFilePlace, detail: String)
    case wrongSchema(RuleFilePlace, found: String, expected: String)
    case unknownKey(RuleFilePlace, key: String, known: [String])
    case missingKey(RuleFilePlace, key: String, wanted: Wanted? = nil)
    case wrongType(RuleFilePlace, key: String, value: String, expected: Expected)
    /// A word outside a closed set, such as a kind.
    case notAllowed(RuleFilePlace, key: String, value: String, allowed: [String])
    case wrongUnit(RuleFilePlace, value: String, expected: String)
    /// Digits below the unit that is stored.
    case surplusDigits(RuleFilePlace, key: String, value: String, decimals: Int)
    /// Two numbers that contradict each other: the first must not exceed the second, or lie below it where `isStrict`.
    case emptyRange(RuleFilePlace, low: Bound, high: Bound, isStrict: Bool = false)
    /// A list without an element, where none would mean that nothing is asked.
    case emptyList(RuleFilePlace, key: String)
    /// More bytes than a file of rules can have.
    case tooLarge(RuleFilePlace, bytes: Int, limit: Int)
    /// A number that no infant can have, or that no rule can ask for.
    case outside(RuleFilePlace, Bound, ClosedRange<Int>)
    /// One word under two keys of which each says something else.
    case inBoth(RuleFilePlace, value: String, keys: [String])
    /// A name that the record's vocabulary does not know and the file does not declare as its own.
    case notNamed(RuleFilePlace, Vocabulary.Kind, name: String, known: [String])
    case notDefined(RuleFilePlace, Named, id: String, known: [String])
    /// `first` is the line where it stands first, where that is known.
    case twice(RuleFilePlace, id: String, first: Int? = nil)
    /// The name is that of screens and visits, where readiness rules are asked for.
    case isSchedule(id: String, known: [String])
    /// No rule set of that name is in this build.
    case noSuchRuleSet(id: String, known: [String])

    /// Where it is; nil for a rule set that is not there.
    public var place: RuleFilePlace? {
        switch self {
        case .notYAML(let place, _), .wrongSchema(let place, _, _), .unknownKey(let place, _, _),
            .missingKey(let place, _, _), .wrongType(let place, _, _, _), .notAllowed(let place, _, _, _),
            .wrongUnit(let place, _, _), .surplusDigits(let place, _, _, _), .emptyRange(let place, _, _, _),
            .outside(let place, _, _), .inBoth(let place, _, _), .notNamed(let place, _, _, _),
            .notDefined(let place, _, _, _), .twice(let place, _, _),
            .emptyList(let place, _), .tooLarge(let place, _, _):
            place
        case .noSuchRuleSet, .isSchedule: nil
        }
    }
}

/// Everything that is wrong with a rule file, in the order of the file.
public struct RuleFileProblems: Error, Sendable, Hashable {
    /// The problems; never empty.
    public let all: [RuleFileProblem]

    /// Puts problems into the order of the file, each once.
    public init(_ problems: [RuleFileProblem]) {
        var seen: Set<RuleFileProblem> = []
        all = problems.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
            func key(_ problem: (offset: Int, element: RuleFileProblem)) -> (Int, Int, Int) {
                (problem.element.place?.line ?? 0, problem.element.place?.column ?? 0, problem.offset)
            }
            return key(a) < key(b)
        }.map(\.element)
    }
}
