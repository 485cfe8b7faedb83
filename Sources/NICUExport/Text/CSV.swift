/// Text in cells as RFC 4180 has it, separated by commas or tabs.
public enum CSV {
    /// How a table is written.
    public struct Dialect: Sendable, Hashable {
        /// What stands between cells.
        public let separator: Unicode.Scalar
        /// Whether a byte order mark stands in front, by which a spreadsheet knows UTF-8.
        public let hasMark: Bool

        /// Commas, no mark.
        public static let plain = Dialect(isTabbed: false, hasMark: false)

        /// Makes one.
        public init(isTabbed: Bool, hasMark: Bool) {
            separator = isTabbed ? "\t" : ","
            self.hasMark = hasMark
        }

        /// A table of lines.
        public func text(_ rows: [[String]]) -> String {
            (hasMark ? "\u{FEFF}" : "") + rows.map { CSV.line($0, self) + "\r\n" }.joined()
        }
    }

    /// One line; cells that need it are quoted, and a cell that a spreadsheet would compute gets a leading apostrophe.
    public static func line(_ cells: [String], _ dialect: Dialect = .plain) -> String {
        let quoted: [Unicode.Scalar] = [dialect.separator, "\"", "\n", "\r"]
        return cells.map { cell in
            let starts = cell.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
            let safe = starts && Double(cell) == nil ? "'" + cell : cell
            // By scalars: a comma or a line feed with a combining mark behind it is still a comma or a line feed.
            guard safe.unicodeScalars.contains(where: { quoted.contains($0) }) else { return safe }
            var inside = String.UnicodeScalarView()
            for scalar in safe.unicodeScalars {
                if scalar == "\"" { inside.append(scalar) }
                inside.append(scalar)
            }
            return "\"" + String(inside) + "\""
        }.joined(separator: String(dialect.separator))
    }
}
