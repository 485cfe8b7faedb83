public import NICUCore

/// Scores a CSV of measurements, a block of bytes at a time, so that a file of any length needs the same memory.
///
/// In: the columns `reference,sex,measure,age_days,value,unit` (and `length_cm` for `weight-for-length`) in any order, further
/// columns pass through. Out: every row as it came with `z,centile,band,status` behind it. z and centile carry all digits.
public struct ScoreStream {
    /// Why a table cannot be read; lines count from 1.
    public enum Problem: Error, Sendable, Equatable {
        case missingColumn(String)
        case repeatedColumn(String)
        case ragged(line: Int, fields: Int, expected: Int)
        case badQuote(line: Int)
        case tooLong(line: Int)
    }

    /// One field of the row at hand, without its quotes.
    private struct Field {
        var start = 0
        var end = 0
    }

    /// The longest row in bytes.
    public static let longestRow = 1_000_000

    private static let names = ["reference", "sex", "measure", "age_days", "value", "unit", "length_cm"]

    private let find: (String) -> GrowthReference?
    private var columns: [Int?] = []
    private var count = 0
    private var line = 1
    private var fields: [Field] = []
    private var lastName: [UInt8] = []
    private var lastReference: GrowthReference?

    /// Makes a stream; `find` gives a reference with all its curves, nil for an unknown id.
    public init(references find: @escaping (String) -> GrowthReference?) { self.find = find }

    /// Whether the header has been read.
    public var hasHeader: Bool { !columns.isEmpty }

    /// Takes the whole rows at the beginning of `bytes`, appends what they become to `out`, and answers how many bytes were used.
    ///
    /// With `isLast` a last row without a line feed is taken as well.
    public mutating func consume(_ bytes: UnsafeRawBufferPointer, isLast: Bool, into out: inout [UInt8]) throws(Problem)
        -> Int
    {
        var start = 0
        while start < bytes.count {
            guard let (end, next) = try row(bytes, from: start, isLast: isLast) else {
                if bytes.count - start > ScoreStream.longestRow { throw .tooLong(line: line) }
                break
            }
            if columns.isEmpty {
                try header(bytes)
                out.append(contentsOf: bytes[start..<end])
                out.append(contentsOf: ",z,centile,band,status\n".utf8)
            } else if end > start || count == 1 {
                guard fields.count == count else {
                    throw .ragged(line: line, fields: fields.count, expected: count)
                }
                out.append(contentsOf: bytes[start..<end])
                append(score(bytes), to: &out)
            }
            line += 1
            start = next
        }
        return start
    }

    /// Finds the fields of one row; nil when its end is not among the bytes.
    private mutating func row(_ bytes: UnsafeRawBufferPointer, from first: Int, isLast: Bool) throws(Problem) -> (
        end: Int, next: Int
    )? {
        fields.removeAll(keepingCapacity: true)
        var place = first
        while true {
            var field = Field(start: place, end: place)
            if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
                place += 1
                field.start = place
                while true {
                    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
                    if place >= bytes.count {
                        if isLast { throw .badQuote(line: line) }
                        return nil
                    }
                    guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else { break }
                    place += 2
                }
                field.end = place
                place += 1
            } else {
                while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "\n") {
                    place += 1
                }
                field.end = place
            }
            if place >= bytes.count, !isLast { return nil }
            let ends = place >= bytes.count || bytes[place] == UInt8(ascii: "\n")
            if ends {
                var end = place
                if end > first, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
                field.end = min(field.end, end)
                fields.append(field)
                return (end, min(place + 1, bytes.count))
            }
            fields.append(field)
            if bytes[place] == UInt8(ascii: "\r"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\n") {
                return (place, place + 2)
            }
            guard bytes[place] == UInt8(ascii: ",") else { throw .badQuote(line: line) }
            place += 1
        }
    }

    private mutating func header(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
        var names = fields.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        if names[0].hasPrefix("\u{FEFF}") { names[0].removeFirst() }
        for name in ScoreStream.names where names.count(where: { $0 == name }) > 1 { throw .repeatedColumn(name) }
        let found = ScoreStream.names.map { name in names.firstIndex(of: name) }
        if let missing = ScoreStream.names.indices.first(where: {
            found[$0] == nil && ScoreStream.names[$0] != "length_cm"
        }) {
            throw .missingColumn(ScoreStream.names[missing])
        }
        columns = found
        count = fields.count
    }

    private mutating func score(_ bytes: UnsafeRawBufferPointer) -> Outcome {
        guard let name = field(0), let sex = field(1), let measure = field(2), let value = field(4), let unit = field(5)
        else { return .status("bad_value") }
        guard let reference = reference(bytes, name) else { return .status("unknown_reference") }
        guard let measure = ScoreStream.measure(bytes, measure) else { return .status("unknown_measure") }
        guard let sex = ScoreStream.sex(bytes, sex) else { return .status("unknown_sex") }
        guard let unit = ScoreStream.unit(bytes, unit) else { return .status("bad_unit") }
        guard let value = ScoreStream.number(bytes, value) else { return .status("bad_value") }
        let place = measure == .weightForLength ? field(6) : field(3)
        guard let place, let age = ScoreStream.number(bytes, place) else { return .status("bad_age") }
        return .score(reference.z(of: value, unit: unit, measure: measure, sex: sex, ageDays: age))
    }

    /// What becomes of a row.
    private enum Outcome {
        case score(GrowthScore)
        case status(StaticString)
    }

    private func field(_ column: Int) -> Field? { columns[column].map { fields[$0] } }

    private mutating func reference(_ bytes: UnsafeRawBufferPointer, _ field: Field) -> GrowthReference? {
        let name = bytes[field.start..<field.end]
        if name.count == lastName.count, name.elementsEqual(lastName) { return lastReference }
        lastName = Array(name)
        lastReference = find(String(decoding: name, as: UTF8.self))
        return lastReference
    }

    /// Scores one row that came otherwise than as a line of a table; its words are read by the same rules.
    public mutating func score(_ row: ScoreRow) -> ScoreRow.Answer {
        var bytes: [UInt8] = []
        let texts = [row.reference, row.sex, row.measure, row.ageDays ?? "", row.value, row.unit, row.lengthCm ?? ""]
        fields = texts.map { text in
            let start = bytes.count
            bytes += text.utf8
            return Field(start: start, end: bytes.count)
        }
        columns = Array(fields.indices)
        let outcome = bytes.withUnsafeBytes { score($0) }
        switch outcome {
        case .status(let status): return ScoreRow.Answer(z: nil, centile: nil, band: nil, status: "\(status)")
        case .score(let score):
            return ScoreRow.Answer(
                z: score.z, centile: score.z.map { NormalDistribution.centile($0) }, band: score.band?.text,
                status: ScoreStream.word(score.status))
        }
    }

    private static func word(_ status: GrowthScore.Status) -> String {
        (status == .notLoaded ? .unknownMeasure : status).rawValue
    }

    private func append(_ outcome: Outcome, to out: inout [UInt8]) {
        out.append(UInt8(ascii: ","))
        switch outcome {
        case .status(let status):
            out.append(contentsOf: ",,,".utf8)
            status.withUTF8Buffer { out.append(contentsOf: $0) }
        case .score(let score):
            if let z = score.z {
                out.append(contentsOf: z.description.utf8)
                out.append(UInt8(ascii: ","))
                out.append(contentsOf: NormalDistribution.centile(z).description.utf8)
            } else {
                out.append(UInt8(ascii: ","))
            }
            out.append(UInt8(ascii: ","))
            if let band = score.band { out.append(contentsOf: band.text.utf8) }
            out.append(UInt8(ascii: ","))
            out.append(contentsOf: ScoreStream.word(score.status).utf8)
        }
        out.append(UInt8(ascii: "\n"))
    }
}

extension ScoreStream {
    private static func equals(_ bytes: UnsafeRawBufferPointer, _ field: Field, _ word: StaticString) -> Bool {
        guard field.end - field.start == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { bytes[field.start..<field.end].elementsEqual($0) }
    }

    private static func sex(_ bytes: UnsafeRawBufferPointer, _ field: Field) -> Sex? {
        equals(bytes, field, "female") ? .female : equals(bytes, field, "male") ? .male : nil
    }

    private static func measure(_ bytes: UnsafeRawBufferPointer, _ field: Field) -> GrowthMeasure? {
        if equals(bytes, field, "weight") { return .weight }
        if equals(bytes, field, "length") { return .length }
        if equals(bytes, field, "head") { return .head }
        return equals(bytes, field, "weight-for-length") ? .weightForLength : nil
    }

    private static func unit(_ bytes: UnsafeRawBufferPointer, _ field: Field) -> GrowthUnit? {
        if equals(bytes, field, "g") { return .grams }
        if equals(bytes, field, "kg") { return .kilograms }
        if equals(bytes, field, "cm") { return .centimetres }
        return equals(bytes, field, "mm") ? .millimetres : nil
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ field: Field) -> Double? {
        var place = field.start
        guard let value = FigureNumber.read(bytes, &place, end: field.end), place == field.end else { return nil }
        return value
    }
}
