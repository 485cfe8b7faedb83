/// Why a pack or rule file cannot be used, with the place in the file.
///
/// `description` reads `seeds/references/x/weight-male.csv:12:5: M is to be above 0`.
public struct AssetProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, below the package folder or below a unit's own pack.
    public let path: String
    /// The line, from 1; nil where the whole file is meant.
    public let line: Int?
    /// The column in bytes, from 1; nil where the whole line or file is meant.
    public let column: Int?
    /// What is wrong.
    public let reason: String

    /// Makes a problem; line and column count from 1.
    public init(path: String, line: Int? = nil, column: Int? = nil, reason: String) {
        self.path = path
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// The path, the place and the reason on one line.
    public var description: String {
        ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": " + reason
    }
}
