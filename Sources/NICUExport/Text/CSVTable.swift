public import NICUCore

/// A table of comma-, semicolon- or tab-separated text as RFC 4180 has it, whole in memory.
///
/// The separator is the one its first line uses; a byte order mark and any line ending are taken. An apostrophe with which
/// ``CSV`` guards a cell from a spreadsheet is taken off again.
public struct CSVTable: Sendable {
    /// One line of cells.
    public struct Row: Sendable, Hashable {
        /// The line of the file it begins on, from 1.
        public let line: Int
        /// The cells without quotes, blanks around them dropped.
        public let cells: [String]
    }

    /// The largest file that is read: 16 MiB, a ward for years.
    public static let longest = 16 << 20

    /// The first line.
    public let header: [String]
    /// The other lines, blank ones left out.
    public let rows: [Row]

    /// Reads a table; every line with another number of cells than the first is named.
    public init(_ bytes: [UInt8]) throws(SheetProblems) {
        guard bytes.count <= CSVTable.longest else { throw SheetProblems([SheetProblem(line: 1, what: .tooLong)]) }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            let line = CSVTable.lineOfBadByte(bytes)
            throw SheetProblems([SheetProblem(line: line, what: .notUTF8)])
        }
        if text.unicodeScalars.first == "\u{FEFF}" { text = String(text.unicodeScalars.dropFirst()) }
        var reader = CSVReader(text)
        let all = try reader.rows().filter { !$0.cells.allSatisfy(\.isEmpty) }
        guard let first = all.first else { throw SheetProblems([SheetProblem(line: 1, what: .empty)]) }
        let ragged = all.dropFirst().filter { $0.cells.count != first.cells.count }
        guard ragged.isEmpty else {
            throw SheetProblems(
                ragged.map {
                    SheetProblem(line: $0.line, what: .ragged(cells: $0.cells.count, expected: first.cells.count))
                })
        }
        header = first.cells
        rows = Array(all.dropFirst())
    }

    private static func lineOfBadByte(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (bad ?? 0) + 1
    }
}

/// Reads one row after another.
private struct CSVReader {
    private let scalars: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var place = 0
    private var line = 1

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        let head = scalars.prefix { $0 != "\n" && $0 != "\r" }
        separator = head.contains("\t") ? "\t" : head.contains(";") && !head.contains(",") ? ";" : ","
    }

    mutating func rows() throws(SheetProblems) -> [CSVTable.Row] {
        var rows: [CSVTable.Row] = []
        while place < scalars.count {
            let start = line
            var cells: [String] = []
            repeat { cells.append(try cell()) } while take(separator)
            rows.append(CSVTable.Row(line: start, cells: cells))
            endLine()
        }
        return rows
    }

    private mutating func cell() throws(SheetProblems) -> String {
        var cell = String.UnicodeScalarView()
        if take("\"") {
            let start = line
            while true {
                guard place < scalars.count else { throw SheetProblems([SheetProblem(line: start, what: .openQuote)]) }
                let scalar = scalars[place]
                place += 1
                if scalar == "\n" { line += 1 }
                if scalar == "\"", !take("\"") { break }
                cell.append(scalar)
            }
            guard place == scalars.count || [separator, "\n", "\r"].contains(scalars[place]) else {
                throw SheetProblems([SheetProblem(line: line, what: .strayQuote)])
            }
        } else {
            while place < scalars.count, ![separator, "\n", "\r"].contains(scalars[place]) {
                cell.append(scalars[place])
                place += 1
            }
        }
        let isGuarded =
            cell.first == "'" && cell.dropFirst().first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        return String(String(isGuarded ? .init(cell.dropFirst()) : cell).trimmingBlanks)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard place < scalars.count, scalars[place] == scalar else { return false }
        place += 1
        return true
    }

    private mutating func endLine() {
        _ = take("\r")
        _ = take("\n")
        line += 1
    }
}

extension StringProtocol {
    /// The text without the blanks around it, full-width ones included.
    var trimmingBlanks: SubSequence {
        func isBlank(_ character: Character) -> Bool {
            character == " " || character == "\t" || character == "\u{3000}"
        }
        guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
            return self[endIndex...]
        }
        return self[first...last]
    }
}
