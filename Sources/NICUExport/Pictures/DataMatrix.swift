/// A DataMatrix symbol (ISO/IEC 16022, ECC 200) of a short ASCII text, for the band on an infant's wrist.
///
/// Square symbols of one region from 10 to 26 modules, up to 44 characters; longer or other text gives none.
public struct DataMatrix: Sendable, Hashable {
    /// Modules along one side.
    public let size: Int
    private let dark: [Bool]

    /// Side, data and error-correction codewords of each square symbol of one region.
    private static let symbols: [(size: Int, data: Int, check: Int)] = [
        (10, 3, 5), (12, 5, 7), (14, 8, 10), (16, 12, 12), (18, 18, 14), (20, 22, 18), (22, 30, 20), (24, 36, 24),
        (26, 44, 28),
    ]

    /// Encodes a text; nil where it is not ASCII or too long.
    public init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var words = DataMatrix.codewords(Array(text.utf8))
        guard let symbol = DataMatrix.symbols.first(where: { $0.data >= words.count }) else { return nil }
        if words.count < symbol.data { words.append(129) }
        while words.count < symbol.data {
            // The padding is made irregular by the 253-state rule.
            let pseudo = 129 + (149 * (words.count + 1)) % 253 + 1
            words.append(UInt8(pseudo > 254 ? pseudo - 254 : pseudo))
        }
        words += ReedSolomon.check(words, count: symbol.check)
        size = symbol.size
        let inner = symbol.size - 2
        let places = DataMatrixPlacement(side: inner).places
        var dark = [Bool](repeating: false, count: size * size)
        for place in 0..<size {
            dark[place * size] = true
            dark[(size - 1) * size + place] = true
            dark[place] = dark[place] || place % 2 == 0
            dark[place * size + size - 1] = dark[place * size + size - 1] || place % 2 == 1
        }
        for row in 0..<inner {
            for column in 0..<inner {
                let isDark: Bool =
                    switch places[row * inner + column] {
                    case .bit(let word, let bit): words[word] >> (7 - UInt8(bit)) & 1 == 1
                    case .fixed(let value): value
                    }
                dark[(row + 1) * size + column + 1] = isDark
            }
        }
        self.dark = dark
    }

    /// Whether a module is dark; false outside, where the quiet zone is.
    public func isDark(row: Int, column: Int) -> Bool {
        (0..<size).contains(row) && (0..<size).contains(column) && dark[row * size + column]
    }

    /// ASCII encodation: two digits in one codeword, every other character in one.
    private static func codewords(_ text: [UInt8]) -> [UInt8] {
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        var words: [UInt8] = []
        var index = 0
        while index < text.count {
            if index + 1 < text.count, isDigit(text[index]), isDigit(text[index + 1]) {
                words.append(130 + (text[index] - 0x30) * 10 + (text[index + 1] - 0x30))
                index += 2
            } else {
                words.append(text[index] + 1)
                index += 1
            }
        }
        return words
    }
}

/// Error correction over GF(256) with the polynomial x⁸ + x⁵ + x³ + x² + 1.
private enum ReedSolomon {
    static func check(_ words: [UInt8], count: Int) -> [UInt8] {
        var exponents = [Int](repeating: 0, count: 255)
        var logarithms = [Int](repeating: 0, count: 256)
        var value = 1
        for power in 0..<255 {
            exponents[power] = value
            logarithms[value] = power
            value <<= 1
            if value > 255 { value ^= 0x12D }
        }
        func times(_ a: Int, _ b: Int) -> Int {
            a == 0 || b == 0 ? 0 : exponents[(logarithms[a] + logarithms[b]) % 255]
        }
        // The coefficients of the product of (x − αⁱ) for i from 1.
        var generator = [1]
        for power in 1...count {
            var next = generator + [0]
            for (index, coefficient) in generator.enumerated() {
                next[index + 1] ^= times(coefficient, exponents[power])
            }
            generator = next
        }
        var rest = [Int](repeating: 0, count: count)
        for word in words {
            let lead = Int(word) ^ rest[0]
            rest.removeFirst()
            rest.append(0)
            for index in 0..<count { rest[index] ^= times(lead, generator[index + 1]) }
        }
        return rest.map { UInt8($0) }
    }
}

/// Which bit of which codeword each module of the mapping matrix shows (annex F of the standard).
private struct DataMatrixPlacement {
    enum Place { case bit(word: Int, bit: Int), fixed(Bool) }

    private let side: Int
    private var found: [Place?]

    var places: [Place] { found.map { $0 ?? .fixed(false) } }

    init(side: Int) {
        self.side = side
        found = [Place?](repeating: nil, count: side * side)
        var word = 0
        var (row, column) = (4, 0)
        repeat {
            for shape in corners(row, column) {
                put(shape, word)
                word += 1
            }
            repeat {
                if row < side, column >= 0, found[row * side + column] == nil {
                    put(utah(row, column), word)
                    word += 1
                }
                row -= 2
                column += 2
            } while row >= 0 && column < side
            row += 1
            column += 3
            repeat {
                if row >= 0, column < side, found[row * side + column] == nil {
                    put(utah(row, column), word)
                    word += 1
                }
                row += 2
                column -= 2
            } while row < side && column >= 0
            row += 3
            column += 1
        } while row < side || column < side
        // The corner that no codeword reaches.
        if found[side * side - 1] == nil {
            found[side * side - 1] = .fixed(true)
            found[side * side - side - 2] = .fixed(true)
        }
    }

    private func utah(_ row: Int, _ column: Int) -> [(Int, Int)] {
        [
            (row - 2, column - 2), (row - 2, column - 1), (row - 1, column - 2), (row - 1, column - 1),
            (row - 1, column), (row, column - 2), (row, column - 1), (row, column),
        ]
    }

    private func corners(_ row: Int, _ column: Int) -> [[(Int, Int)]] {
        let end = side - 1
        var shapes: [[(Int, Int)]] = []
        if row == side, column == 0 {
            shapes.append([
                (end, 0), (end, 1), (end, 2), (0, end - 1), (0, end), (1, end), (2, end), (3, end),
            ])
        }
        if row == side - 2, column == 0, side % 4 != 0 {
            shapes.append([
                (end - 2, 0), (end - 1, 0), (end, 0), (0, end - 3), (0, end - 2), (0, end - 1), (0, end), (1, end),
            ])
        }
        if row == side - 2, column == 0, side % 8 == 4 {
            shapes.append([
                (end - 2, 0), (end - 1, 0), (end, 0), (0, end - 1), (0, end), (1, end), (2, end), (3, end),
            ])
        }
        if row == side + 4, column == 2, side % 8 == 0 {
            shapes.append([
                (end, 0), (end, end), (0, end - 2), (0, end - 1), (0, end), (1, end - 2), (1, end - 1), (1, end),
            ])
        }
        return shapes
    }

    private mutating func put(_ shape: [(Int, Int)], _ word: Int) {
        for (bit, module) in shape.enumerated() {
            var (row, column) = module
            if row < 0 {
                row += side
                column += 4 - (side + 4) % 8
            }
            if column < 0 {
                column += side
                row += 4 - (side + 4) % 8
            }
            found[row * side + column] = .bit(word: word, bit: bit)
        }
    }
}
