/// A plain text table whose columns line up in a terminal, wide East Asian characters counted as two.
public struct Table: Sendable {
    /// Which side of its column a cell stands on.
    public enum Side: Sendable { case left, right }

    private let sides: [Side]
    private var rows: [[String]]

    /// Makes a table with its first row.
    public init(_ header: [String], _ sides: [Side] = []) {
        rows = [header]
        self.sides = sides
    }

    /// Adds a row; control characters in it are made visible.
    public mutating func add(_ cells: [String]) { rows.append(cells.map(Table.visible)) }

    private var widths: [Int] {
        (0..<(rows.map(\.count).max() ?? 0)).map { column in
            rows.map { column < $0.count ? Table.width($0[column]) : 0 }.max() ?? 0
        }
    }

    /// The lines, columns two spaces apart, nothing behind the last cell.
    public var text: String {
        let widths = widths
        return rows.map { line($0, widths) }.joined(separator: "\n")
    }

    /// The least columns in which a last cell is broken beside the others.
    private static let leastBeside = 24
    /// How far what does not fit stands below its line.
    private static let indent = 6

    /// The same in lines of at most so many columns; nil for as many as it takes.
    ///
    /// A last cell that is too long is broken beside the others; where it has no room, or more cells do not fit, they stand
    /// below their line, each behind the name of its column.
    public func text(columns: Int?) -> String {
        let widths = widths
        guard let columns, widths.reduce(-2, { $0 + $1 + 2 }) > columns else { return text }
        var head = 0
        var used = -2
        while head < widths.count - 1, used + 2 + widths[head] <= columns {
            used += 2 + widths[head]
            head += 1
        }
        let isBeside = head == widths.count - 1 && columns - used - 2 >= Table.leastBeside
        return rows.enumerated().flatMap { place, row -> [String] in
            let start = line(Array(row.prefix(head)), widths)
            if isBeside {
                let rest = row.count > head ? row[head] : ""
                let pieces = rest.isEmpty ? [""] : Table.wrapped(rest, columns: columns - used - 2)
                let pad = String(repeating: " ", count: used + 2 - Table.width(start))
                let blank = String(repeating: " ", count: used + 2)
                return pieces.enumerated().map { Table.trimmed(($0 == 0 ? start + pad : blank) + $1) }
            }
            let named = zip(rows[0], row).dropFirst(head).filter { !$0.1.isEmpty }
            if place == 0 || named.isEmpty { return [start] }
            let rest = named.map { $0.isEmpty ? $1 : "\($0): \($1)" }.joined(separator: "; ")
            return [start] + Table.indented(rest, by: Table.indent, columns: columns)
        }.joined(separator: "\n")
    }

    private func line(_ row: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in row.enumerated() {
            let pad = String(repeating: " ", count: max(0, widths[column] - Table.width(cell)))
            let side = column < sides.count ? sides[column] : .left
            line += (column == 0 ? "" : "  ") + (side == .right ? pad + cell : cell + pad)
        }
        return Table.trimmed(line)
    }

    /// The columns a text takes in a terminal.
    public static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }

    /// A text in which control characters are visible, so that nothing stored can steer a terminal.
    public static func visible(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            {
                out += scalar == "\n" ? " ⏎ " : "‹\(String(scalar.value, radix: 16))›"
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
