/// Reads what a person typed for a quantity, exactly, from text to the stored integer.
///
/// Metric text never passes through a Double; lb, oz, in and °F are converted by their exact factor in integer
/// arithmetic and rounded once, half away from zero, with what was typed kept beside the result.
public struct QuantityText: Sendable, Equatable {
    /// The value in the stored unit (g, mm, 0.1 °C, /min, %).
    public let stored: Int
    /// What was typed, when it was in another unit than the stored one.
    public let asWritten: String?

    /// Why a text is not a value of a quantity; columns count characters from 1.
    public enum Problem: Error, Sendable, Equatable {
        case empty
        case noUnit(Quantity)
        case notANumber(column: Int)
        case decimalComma(column: Int)
        case foreignDigit(column: Int)
        case negative(column: Int)
        case surplusDigits(column: Int, unit: String, decimals: Int)
        case unknownUnit(String, column: Int, Quantity)
        case tooLong(column: Int)
    }

    /// Reads a value with its unit, `1520g`, `1.52 kg`, `3lb 5oz`, `38.5cm`, `36.8C`, `98.2F`, `140/min`, `97%`.
    public init(_ text: String, as quantity: Quantity) throws(Problem) {
        var scanner = QuantityScanner(text)
        let first = try scanner.part(of: quantity)
        if first.unit == .pound, !scanner.isAtEnd {
            let second = try scanner.part(of: quantity)
            guard second.unit == .ounce else {
                throw .unknownUnit(second.spelling, column: second.unitColumn, quantity)
            }
            try scanner.end(quantity)
            stored = try QuantityScanner.combined(first, second)
        } else {
            try scanner.end(quantity)
            stored = try first.stored(quantity)
        }
        asWritten = first.unit.isStored(for: quantity) ? nil : String(text.trimmingASCIISpaces)
    }
}

/// A unit that can be typed at the bedside.
enum TypedUnit: Equatable {
    case gram, kilogram, pound, ounce, millimetre, centimetre, inch, celsius, fahrenheit, perMinute, percent

    /// The unit for a spelling; nil where the quantity is not measured in it.
    init?(_ spelling: String, for quantity: Quantity) {
        let known: [String: TypedUnit]
        switch quantity {
        case .weight: known = ["g": .gram, "kg": .kilogram, "lb": .pound, "lbs": .pound, "oz": .ounce]
        case .length, .head: known = ["cm": .centimetre, "mm": .millimetre, "in": .inch]
        case .temperature:
            known = [
                "c": .celsius, "°c": .celsius, "℃": .celsius, "cel": .celsius, "f": .fahrenheit,
                "°f": .fahrenheit, "℉": .fahrenheit,
            ]
        case .heartRate, .respiratoryRate: known = ["/min": .perMinute, "bpm": .perMinute]
        case .spo2: known = ["%": .percent]
        }
        guard let unit = known[spelling.lowercased()] else { return nil }
        self = unit
    }

    /// Decimals that fit the stored unit exactly; nil where the unit is converted and rounded once.
    var exactDecimals: Int? {
        switch self {
        case .gram, .millimetre, .perMinute, .percent: 0
        case .kilogram: 3
        case .centimetre, .celsius: 1
        case .pound, .ounce, .inch, .fahrenheit: nil
        }
    }

    func isStored(for quantity: Quantity) -> Bool {
        switch self {
        case .gram, .centimetre, .celsius, .perMinute, .percent: true
        default: false
        }
    }
}

struct QuantityScanner {
    private let characters: [Character]
    private var position = 0

    /// A number with its unit.
    struct Part {
        let number: FixedDecimal
        let unit: TypedUnit
        let spelling: String
        let numberColumn: Int
        let decimalsColumn: Int
        let unitColumn: Int
    }

    init(_ text: String) { characters = Array(text) }

    var isAtEnd: Bool { characters[position...].allSatisfy { $0 == " " || $0 == "\t" } }

    private mutating func skipSpaces() {
        while position < characters.count, characters[position] == " " || characters[position] == "\t" { position += 1 }
    }

    mutating func part(of quantity: Quantity) throws(QuantityText.Problem) -> Part {
        skipSpaces()
        guard position < characters.count else { throw .empty }
        let start = position
        if characters[position] == "-" || characters[position] == "−" { throw .negative(column: position + 1) }
        var digits = ""
        var point: Int?
        scan: while position < characters.count {
            switch characters[position] {
            case "0"..."9": digits.append(characters[position])
            case "." where point == nil && !digits.isEmpty:
                point = position
                digits.append(".")
            case ",", "，", "、": throw .decimalComma(column: position + 1)
            case let other where other.isNumber || other == "．": throw .foreignDigit(column: position + 1)
            default: break scan
            }
            position += 1
        }
        guard let last = digits.last, last != "." else { throw .notANumber(column: position + 1) }
        guard digits.count <= 12, let number = FixedDecimal(digits) else { throw .tooLong(column: start + 1) }
        skipSpaces()
        let unitStart = position
        while position < characters.count, !"0123456789 \t".contains(characters[position]) { position += 1 }
        let spelling = String(characters[unitStart..<position])
        guard !spelling.isEmpty else { throw .noUnit(quantity) }
        if spelling.first == "," || spelling.first == "，" { throw .decimalComma(column: unitStart + 1) }
        guard let unit = TypedUnit(spelling, for: quantity) else {
            throw .unknownUnit(spelling, column: unitStart + 1, quantity)
        }
        let part = Part(
            number: number, unit: unit, spelling: spelling, numberColumn: start + 1,
            decimalsColumn: (point ?? start) + 1, unitColumn: unitStart + 1)
        if let allowed = unit.exactDecimals, number.reduced.decimals > allowed {
            throw .surplusDigits(column: part.decimalsColumn + allowed + 1, unit: spelling, decimals: allowed)
        }
        return part
    }

    mutating func end(_ quantity: Quantity) throws(QuantityText.Problem) {
        guard isAtEnd else {
            skipSpaces()
            throw .unknownUnit(String(characters[position...]), column: position + 1, quantity)
        }
    }

    /// Pounds and ounces as grams, rounded once.
    static func combined(_ pounds: Part, _ ounces: Part) throws(QuantityText.Problem) -> Int {
        // In units of 10^-9 g: 1 lb = 453.59237 g, 1 oz = 28.349523125 g.
        try rounded(
            [(pounds.number, 453_592_370_000), (ounces.number, 28_349_523_125)], over: 1_000_000_000,
            column: pounds.numberColumn)
    }

    /// The sum of number × factor, divided by `divisor`, rounded once, half away from zero.
    static func rounded(
        _ terms: [(FixedDecimal, Int64)], over divisor: Int64, plus constant: Int64 = 0, column: Int
    ) throws(QuantityText.Problem) -> Int {
        let places = terms.map(\.0.decimals).max() ?? 0
        var sum = Int128(constant)
        var scale = Int128(1)
        for _ in 0..<places { scale *= 10 }
        sum *= scale
        for (number, factor) in terms {
            guard let value = number.scaled(to: places) else { throw .tooLong(column: column) }
            sum += Int128(value) * Int128(factor)
        }
        let whole = Int128(divisor) * scale
        let half = sum < 0 ? -(whole / 2) : whole / 2
        return Int((sum + half) / whole)
    }
}

extension QuantityScanner.Part {
    /// The value in the stored unit.
    func stored(_ quantity: Quantity) throws(QuantityText.Problem) -> Int {
        switch unit {
        case .pound: return try converted(453_592_370_000, over: 1_000_000_000)
        case .ounce: return try converted(28_349_523_125, over: 1_000_000_000)
        case .inch: return try converted(254, over: 10)
        case .fahrenheit: return try converted(50, over: 9, plus: -1600)
        default:
            guard let value = number.scaled(to: unit.exactDecimals ?? 0), let result = Int(exactly: value) else {
                throw .tooLong(column: numberColumn)
            }
            return result
        }
    }

    private func converted(_ factor: Int64, over divisor: Int64, plus constant: Int64 = 0)
        throws(QuantityText.Problem) -> Int
    {
        try QuantityScanner.rounded([(number, factor)], over: divisor, plus: constant, column: numberColumn)
    }
}
