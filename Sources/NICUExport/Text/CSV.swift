/// Comma-separated text as RFC 4180 has it.
public enum CSV {
    /// One line; cells that need it are quoted, and a cell that a spreadsheet would compute gets a leading apostrophe.
    public static func line(_ cells: [String]) -> String {
        cells.map { cell in
            let starts = cell.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
            let safe = starts && Double(cell) == nil ? "'" + cell : cell
            // By scalars: a comma or a line feed with a combining mark behind it is still a comma or a line feed.
            guard safe.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return safe }
            var quoted = String.UnicodeScalarView()
            for scalar in safe.unicodeScalars {
                if scalar == "\"" { quoted.append(scalar) }
                quoted.append(scalar)
            }
            return "\"" + String(quoted) + "\""
        }.joined(separator: ",")
    }
}
