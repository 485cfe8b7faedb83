/// What is wrong with one place of a table of values.
public struct SheetProblem: Error, Sendable, Equatable {
    /// The line of the file, from 1.
    public let line: Int
    /// The title of the column; nil for the whole line.
    public let column: String?
    /// What it is.
    public let what: What

    /// Why the place cannot be taken.
    public enum What: Error, Sendable, Equatable {
        // The text
        case notUTF8
        case tooLong
        case empty
        case openQuote
        case strayQuote
        case ragged(cells: Int, expected: Int)
        // The columns
        case missingColumn([String])
        case repeatedColumn
        case unknownColumn
        case noUnit(Quantity)
        case noValues
        // The cells
        case missing
        case value(String, QuantityText.Problem)
        case time(Moment.Problem)
        case badCode(String)
        case notOneOf(String, allowed: [String])
        case record(RecordProblem)
    }

    /// Makes one from its parts.
    public init(line: Int, column: String? = nil, what: What) {
        self.line = line
        self.column = column
        self.what = what
    }

    /// Whether it is a question, which a token in the table answers.
    public var isQuestion: Bool {
        if case .record(.questions) = what { true } else { false }
    }
}

/// Everything that is wrong with a table, in the order of its lines.
public struct SheetProblems: Error, Sendable, Equatable {
    /// The problems; never empty.
    public let all: [SheetProblem]

    /// Whether all of it could be read, and something is refused.
    public var isReadable: Bool {
        all.allSatisfy { if case .record = $0.what { true } else { false } }
    }

    /// Makes one of its problems.
    public init(_ all: [SheetProblem]) { self.all = all }
}
