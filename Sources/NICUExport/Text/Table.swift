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

    /// The lines, columns two spaces apart, nothing behind the last cell.
    public var text: String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? Table.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let pad = String(repeating: " ", count: max(0, widths[column] - Table.width(cell)))
                let side = column < sides.count ? sides[column] : .left
                line += (column == 0 ? "" : "  ") + (side == .right ? pad + cell : cell + pad)
            }
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
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
