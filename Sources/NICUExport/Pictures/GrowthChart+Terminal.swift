public import NICUCore

extension GrowthChart {
    /// The marks of a chart made of characters, each one column wide in every terminal.
    public enum Marks: Sendable {
        /// Lines of braille dots, values as `*`.
        case braille
        /// ASCII only: lines of dots, values as `*`.
        case plain
    }

    private static let plainCentiles: [Double] = [3, 50, 97]

    /// The charts of some measures as lines of characters; nil without a birth and a gestational age.
    ///
    /// `columns` is the width of the terminal; a value stands as `*`, one that no longer counts as `o`.
    public func terminal(_ measures: [GrowthMeasure], columns: Int, marks: Marks) -> String? {
        guard let span, let gestation else { return nil }
        let heading =
            wording.chartTitle(course.code.text) + "  "
            + wording.chartSubject(sex, isAssumed: isAssumed, gestation: gestation, born: birth?.entry.at.day)
        var lines = [heading, wording.list(sources)]
        if !hasLines { lines.append(wording.noLines()) }
        for measure in measures {
            lines.append("")
            lines += panel(
                measure, span, gestation: gestation, columns: columns,
                rows: measure == .weight || marks == .plain ? 20 : 16,
                marks)
        }
        lines.append("")
        lines += wording.terminalLegend(
            isBeside: sources.count > 1 && marks == .braille, hasStep: step(in: span) != nil)
        lines.append(wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head))
        return lines.joined(separator: "\n")
    }

    private func panel(
        _ measure: GrowthMeasure, _ span: ClosedRange<Double>, gestation: Int, columns: Int, rows: Int, _ marks: Marks
    ) -> [String] {
        let dots = dots(measure)
        // A character a dot holds three lines apart, not fourteen.
        let lines = lines(measure, in: span).filter {
            marks == .braille || (!$0.isBeside && GrowthChart.plainCentiles.contains($0.centile))
        }
        let all = lines.flatMap { $0.points.map(\.value) } + dots.map(\.value)
        let (lowest, highest) = (all.min() ?? 0, all.max() ?? 1)
        let step = GrowthChart.gridStep(highest - lowest, about: Double(rows) / 3)
        let low = (lowest / step).rounded(.down) * step
        let high = max((highest / step).rounded(.up) * step, low + step)
        let margins = (left: 7, right: 4)
        var canvas = Canvas(columns: max(columns - margins.left - margins.right, 20), rows: rows, marks: marks)
        func place(_ day: Double, _ value: Double) -> (x: Double, y: Double) {
            ((day - span.lowerBound) / (span.upperBound - span.lowerBound), (value - low) / (high - low))
        }
        for line in lines {
            for (start, end) in zip(line.points, line.points.dropFirst()) {
                canvas.line(place(start.day, start.value), place(end.day, end.value), isSparse: line.isBeside)
            }
        }
        if let change = self.step(in: span) { canvas.upright(place(change, low).x) }
        for dot in dots { canvas.mark(place(Double(dot.days), dot.value), dot.isHollow ? "o" : "*") }
        var left = [Int: String]()
        for value in stride(from: low, through: high + step / 2, by: step) {
            left[canvas.row(place(0, value).y)] = CentileBand.number((value * 10).rounded() / 10)
        }
        var right = [Int: String]()
        let ends = lines.filter { !$0.isBeside }.compactMap { line in line.points.last.map { (line.centile, $0) } }
        let last = ends.map(\.1.day).max()
        for (centile, end) in ends where end.day == last {
            right[canvas.row(place(end.day, end.value).y)] = CentileBand.number(centile)
        }
        let unit = measure == .weight ? "g" : "cm"
        let title = wording.term(measure.rawValue) + " (\(unit))" + (latest(measure).map { "  " + $0 } ?? "")
        // As many labels as leave room between them, every one the same number of weeks from the last.
        let count = Int((span.upperBound - span.lowerBound) / 7)
        let every = [1, 2, 4, 8, 13, 26, 52, 104].first { count / $0 <= canvas.columns / 6 } ?? 208
        let weeks = stride(from: 0, through: count, by: every).map { week in
            let day = span.lowerBound + Double(week * 7)
            return (place(day, low).x, "\(Int(day / 7))")
        }
        let ages = stride(from: Double(gestation), through: span.upperBound, by: Double(every * 7)).map { day in
            (place(day, low).x, "\(Int(day) - gestation)")
        }
        return [title, axis(wording.chronologicalAxisShort(), ages, canvas, margins.left)]
            + canvas.text.enumerated().map { row, text in
                let value = left[row] ?? ""
                return String(repeating: " ", count: max(0, margins.left - 2 - value.count)) + value + " |" + text
                    + (right[row].map { " " + $0 } ?? "")
            } + [axis(wording.postmenstrualAxisShort(), weeks, canvas, margins.left)]
    }

    /// A line of labels below or above a canvas; those that would touch are left out.
    private func axis(_ name: String, _ labels: [(x: Double, text: String)], _ canvas: Canvas, _ margin: Int) -> String
    {
        var cells = [Character](repeating: " ", count: canvas.columns + 4)
        var free = 0
        for label in labels {
            let start = max(0, canvas.column(label.x) - label.text.count / 2)
            guard start >= free, start + label.text.count <= cells.count else { continue }
            for (place, character) in label.text.enumerated() { cells[start + place] = character }
            free = start + label.text.count + 1
        }
        var text = String(cells)
        while text.last == " " { text.removeLast() }
        return name + String(repeating: " ", count: max(0, margin - Table.width(name))) + text
    }
}

/// A field of characters that lines and marks are drawn on; places run from 0 to 1, y upwards.
private struct Canvas {
    let columns: Int
    let rows: Int
    let marks: GrowthChart.Marks
    /// The braille dots of each cell, or 1 where a plain line passes.
    private var dots: [UInt8]
    private var letters: [Int: Character] = [:]
    private var phase = 0

    init(columns: Int, rows: Int, marks: GrowthChart.Marks) {
        self.columns = columns
        self.rows = rows
        self.marks = marks
        dots = [UInt8](repeating: 0, count: columns * rows)
    }

    private var across: Int { marks == .braille ? 2 : 1 }
    private var down: Int { marks == .braille ? 4 : 1 }

    func row(_ y: Double) -> Int { min(max(rows - 1 - Int((y * Double(rows - 1)).rounded()), 0), rows - 1) }
    func column(_ x: Double) -> Int { min(max(Int((x * Double(columns - 1)).rounded()), 0), columns - 1) }

    mutating func line(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), isSparse: Bool) {
        let width = Double(columns * across - 1)
        let count = max(1, Int(((b.x - a.x) * width).rounded(.up)))
        for step in 0...count {
            let part = Double(step) / Double(count)
            phase += 1
            if isSparse, phase % 4 != 0 { continue }
            dot(a.x + part * (b.x - a.x), a.y + part * (b.y - a.y))
        }
    }

    mutating func upright(_ x: Double) {
        for row in 0..<rows where letters[row * columns + column(x)] == nil {
            letters[row * columns + column(x)] = "|"
        }
    }

    mutating func mark(_ place: (x: Double, y: Double), _ letter: Character) {
        let cell = row(place.y) * columns + column(place.x)
        // A value that counts is never hidden behind one that does not.
        if letters[cell] != "*" { letters[cell] = letter }
    }

    private mutating func dot(_ x: Double, _ y: Double) {
        // Marks and dots share the same rows: the middle of a row's first and last dot lies on the marks' places.
        let column = Int((x * Double(columns - 1) * Double(across) + Double(across) / 2).rounded(.down))
        let height = (1 - y) * Double(rows - 1) * Double(down) + Double(down) / 2
        let row = Int(height.rounded(.down))
        guard column >= 0, column < columns * across, row >= 0, row < rows * down else { return }
        let bit: UInt8 =
            marks == .plain ? 1 : Canvas.braille[row % 4 * 2 + column % 2]
        dots[row / down * columns + column / across] |= bit
    }

    /// The bits of a braille character's dots, row by row.
    private static let braille: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    var text: [String] {
        (0..<rows).map { row in
            var line = ""
            for column in 0..<columns {
                let cell = row * columns + column
                if let letter = letters[cell] {
                    line.append(letter)
                } else if dots[cell] == 0 {
                    line.append(" ")
                } else {
                    line.append(
                        marks == .plain ? "." : Unicode.Scalar(0x2800 + UInt32(dots[cell])).map(Character.init) ?? " ")
                }
            }
            return line
        }
    }
}
