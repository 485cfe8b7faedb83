import NICUCore
import NICUExport
import Testing

@Suite("H34 tables: what is written is read back, and a spreadsheet computes none of it")
struct CSVTableTests {
    @Test("Random cells come back as they were, blanks around them apart", arguments: [false, true])
    func roundTrip(isTabbed: Bool) throws {
        var random = SplitMix64(seed: 11)
        let alphabet: [Character] = ["a", "1", ",", ";", "\t", "\"", "\n", "=", "+", "-", "@", "体", "g", ".", "é"]
        for _ in 0..<2_000 {
            let width = Int(random.next() % 4) + 2
            func cell() -> String {
                String((0..<Int(random.next() % 6)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
            }
            // A line of empty cells alone is no line.
            let rows = (0..<3).map { _ in ["x"] + (1..<width).map { _ in cell() } }
            let text = CSV.Dialect(isTabbed: isTabbed, hasMark: random.next() % 2 == 0).text(rows)
            let head = rows[0].joined().contains("\t") && !isTabbed
            // A tab in the header of a comma table reads as its separator, as in every spreadsheet.
            if head || isTabbed == false && rows[0].count < 2 { continue }
            let table = try CSVTable(Array(text.utf8))
            func trimmed(_ cell: String) -> String {
                var cell = Substring(cell)
                while let first = cell.first, first == "\t" || first == " " { cell = cell.dropFirst() }
                while let last = cell.last, last == "\t" || last == " " { cell = cell.dropLast() }
                return String(cell)
            }
            #expect(([table.header] + table.rows.map(\.cells)) == rows.map { $0.map(trimmed) }, "\(text)")
        }
    }

    @Test("No cell begins with what a spreadsheet computes", arguments: ["=1+1", "+cmd", "-x", "@sum", "\t=1", "\r=1"])
    func guarded(cell: String) {
        #expect(CSV.line([cell]).drop { $0 == "\"" }.hasPrefix("'"))
    }

    @Test(
        "Bytes that are no text are refused with their line",
        arguments: [("a,b\n1,\u{FF}", 0), ("", 1)])
    func bytes(text: String, line: Int) throws {
        if line > 0 {
            #expect(throws: SheetProblems([SheetProblem(line: 1, what: .empty)])) { try CSVTable([]) }
        } else {
            // As GB 18030 writes 体重.
            let bytes: [UInt8] = Array("infant,\n".utf8) + [0xCC, 0xE5, 0xD6, 0xD8, 0x0A]
            #expect(throws: SheetProblems([SheetProblem(line: 2, what: .notUTF8)])) { try CSVTable(bytes) }
        }
    }
}
