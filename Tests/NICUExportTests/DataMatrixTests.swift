import NICUCore
import NICUExport
import Testing

@Suite("The symbol on the band")
struct DataMatrixTests {
    /// The symbol as ISO/IEC 16022 has it, read back by an independent decoder when it was recorded.
    @Test("The symbol of a band is what an independent reader read")
    func golden() throws {
        let matrix = try #require(DataMatrix("an-an G"))
        let rows = (0..<matrix.size).map { row in
            String((0..<matrix.size).map { matrix.isDark(row: row, column: $0) ? "#" : "." })
        }
        #expect(
            rows == [
                "#.#.#.#.#.#.#.", "#.###.#..##..#", "##.#.#.#.###..", "#####.##.###.#", "#...####...##.",
                "#.#......#####", "##..##.#.###..", "#.##.#.#..#.##", "#...####.###..", "##.#......#.##",
                "#...###.##....", "###...#......#", "##..####.#.#..", "##############",
            ])
    }

    @Test("Every length that a code can have gives a symbol with its frame; more or other text gives none")
    func sizes() throws {
        for count in 1...44 {
            let matrix = try #require(DataMatrix(String(repeating: "x", count: count)))
            for place in 0..<matrix.size {
                #expect(matrix.isDark(row: place, column: 0) && matrix.isDark(row: matrix.size - 1, column: place))
                #expect(matrix.isDark(row: 0, column: place) == (place % 2 == 0))
                #expect(matrix.isDark(row: place, column: matrix.size - 1) == (place % 2 == 1))
            }
        }
        #expect(DataMatrix(String(repeating: "x", count: 45)) == nil && DataMatrix("安安") == nil)
    }
}
