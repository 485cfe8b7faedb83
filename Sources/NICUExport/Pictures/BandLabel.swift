public import NICUCore

/// The line on an infant's band: code, check letter, and both as a DataMatrix; no name.
public struct BandLabel: Sendable {
    private let code: InfantCode
    private let matrix: DataMatrix?

    /// The label of a code.
    public init(_ code: InfantCode) {
        self.code = code
        matrix = DataMatrix(CheckLetter.bandText(code))
    }

    /// What a person reads: the code in the record's spelling and its letter.
    public var text: String { CheckLetter.bandText(code) }

    /// The symbol in half blocks, light modules drawn, so that it stands dark on light on a dark terminal; with a quiet zone.
    public var terminal: [String] {
        guard let matrix else { return [] }
        let range = -1...matrix.size
        return stride(from: range.lowerBound, through: range.upperBound, by: 2).map { row in
            String(
                range.map { column -> Character in
                    let lower = row + 1 > matrix.size ? false : !matrix.isDark(row: row + 1, column: column)
                    switch (!matrix.isDark(row: row, column: column), lower) {
                    case (true, true): return "█"
                    case (true, false): return "▀"
                    case (false, true): return "▄"
                    case (false, false): return " "
                    }
                })
        }
    }

    /// A label of 60 × 20 mm for a printer.
    public var svg: String {
        let side = matrix?.size ?? 0
        let module = 16.0 / Double(max(side, 1))
        func number(_ value: Double) -> String { Wording.fixed(value, 3) }
        var path = ""
        for row in 0..<side {
            for column in 0..<side where matrix?.isDark(row: row, column: column) ?? false {
                let (x, y) = (2 + Double(column) * module, 2 + Double(row) * module)
                path += "M\(number(x)) \(number(y))h\(number(module))v\(number(module))h-\(number(module))z"
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="20mm" viewBox="0 0 60 20" role="img">
            <title>\(text)</title>
            <rect width="60" height="20" fill="#fff"/>
            <path d="\(path)" fill="#000" shape-rendering="crispEdges"/>
            <text x="21" y="12.5" font-family="DejaVu Sans Mono, monospace" font-size="\(number(fontSize))">\(text)</text>
            </svg>

            """
    }

    /// As large as the line allows.
    private var fontSize: Double { min(7, 37 / (0.61 * Double(text.count))) }
}
