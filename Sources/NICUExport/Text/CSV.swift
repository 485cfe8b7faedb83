/// Comma-separated text as RFC 4180 has it.
public enum CSV {
    /// One line; cells that need it are quoted, and a cell that a spreadsheet would compute gets a leading apostrophe.
    public static func line(_ cells: [String]) -> String {
        cells.map { cell in
            let starts = cell.first.map { "=+-@\t\r".contains($0) } ?? false
            let safe = starts && Double(cell) == nil ? "'" + cell : cell
            let needsQuotes = safe.contains { ",\"\n\r".contains($0) }
            return needsQuotes
                ? "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                : safe
        }.joined(separator: ",")
    }
}
