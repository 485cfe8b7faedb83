internal import Crypto
public import NICUCore

/// A growth reference of a unit's own, in one CSV file: LMS tables or centile lines with their source.
///
/// The layout stands in `docs/reference-packs.md`: `#key=value` lines, a header, and one row a position. Nothing is guessed:
/// whatever is missing, repeated, out of order, in another unit or outside the stated range is refused with line and
/// column. A byte-order mark and Windows line ends are accepted.
public struct UnitPack: Sendable {
    /// What the pack says about itself.
    public let manifest: ReferenceManifest
    /// The curves of both sexes.
    public let reference: GrowthReference
    /// SHA-256 of the text as it came, in hexadecimal digits.
    public let digest: String
    /// The text as it came.
    public let text: String

    /// The longest text of a pack in bytes: every day of 18 years in three measures and both sexes needs a quarter of it.
    public static let longestText = 1_000_000

    /// Reads and checks a pack; `path` names it in messages.
    ///
    /// - Throws: ``AssetProblem`` with line and column.
    public init(_ text: String, path: String) throws(AssetProblem) {
        try self.init(bytes: Array(text.utf8), path: path)
    }

    /// Reads and checks a pack from the bytes of its file.
    ///
    /// - Throws: ``AssetProblem`` with line and column, for bytes that are not UTF-8 as well.
    public init(bytes file: [UInt8], path: String) throws(AssetProblem) {
        guard file.count <= UnitPack.longestText else {
            throw AssetProblem(path: path, reason: "the file is longer than \(UnitPack.longestText) bytes")
        }
        var line = 1
        for part in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil || part.contains(0) {
                throw AssetProblem(path: path, line: line, column: 1, reason: "the line is not text in UTF-8")
            }
            line += 1
        }
        text = String(decoding: file, as: UTF8.self)
        digest = Hexadecimal.text(Array(SHA256.hash(data: file)))
        var bytes = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        bytes = UnitPack.withoutCarriageReturns(bytes)
        let read: Result<(ReferenceManifest, GrowthReference), AssetProblem> = bytes.withUnsafeBytes { bytes in
            do throws(AssetProblem) {
                return .success(try UnitPackReader(path: path, bytes: bytes).read())
            } catch {
                return .failure(error)
            }
        }
        (manifest, reference) = try read.get()
    }

    /// Words that mean something else where an id may stand.
    private static let reserved: Set<String> = ["none", "unknown", "all", "both"]

    /// Whether a text can be a pack's id: 2–40 lower-case letters, digits and hyphens, a letter first, no hyphen last.
    public static func isID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (2...40).contains(bytes.count) && (0x61...0x7A).contains(bytes[0]) && bytes.last != UInt8(ascii: "-")
            && !reserved.contains(text)
            && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }

    private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            let endsLine = place + 1 == bytes.count || bytes[place + 1] == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\r"), endsLine { continue }
            out.append(byte)
        }
        return out
    }
}

/// Reads one file into a manifest and its curves.
private struct UnitPackReader {
    let path: String
    let bytes: UnsafeRawBufferPointer

    private static let mostCentiles = 25
    private static let texts = ["id", "version", "title", "citation", "terms", "population"]
    private static let known: Set<String> = Set(
        texts + ["doi", "sample", "model", "axis", "use", "interpolation", "longest_gap", "note"]
            + GrowthMeasure.allCases.map(\.rawValue))

    /// The rows of one measure and sex with the number of each row in the file.
    private struct Rows {
        var places: [Int] = []
        var numbers: [[Double]] = []
    }

    func read() throws(AssetProblem) -> (ReferenceManifest, GrowthReference) {
        let file = try FigureFile(
            path: path, bytes: bytes, known: UnitPackReader.known,
            headers: [
                .lms: .exactly("measure,sex,position,L,M,S"), .centiles: .beginning("measure,sex,completed_weeks,P"),
            ])
        for key in UnitPackReader.texts { try check(try file.setting(key), setting: key, in: file) }
        for key in ["doi", "sample", "note"] {
            if let text = file.optional(key) { try check(text, setting: key, in: file) }
        }
        let id = try file.setting("id")
        guard UnitPack.isID(id) else {
            throw file.problem(setting: "id", "an id is 2 to 40 lower-case letters, digits and hyphens, a letter first")
        }
        let axis = try file.setting("axis", as: GrowthAxis.self)
        let use = try file.setting("use", as: GrowthReference.Use.self)
        guard axis != .gestationalDays || use == .birth else {
            throw file.problem(setting: "use", "gestational_days are ages at birth: the use is birth")
        }
        let interpolation = try file.setting("interpolation", as: LMSTable.Interpolation.self)
        let measures = try declared(in: file)
        let (columns, centiles) = try columns(of: file)
        let rows = try rows(of: file, measures: measures, columns: columns)
        var curves: [GrowthReference.Key: GrowthCurve] = [:]
        for (measure, stated) in measures {
            for sex in [Sex.female, .male] {
                guard let key = GrowthReference.Key(measure, sex) else { continue }
                guard let found = rows[key] else {
                    throw file.problem(
                        setting: measure.rawValue, "\(measure.rawValue) has no rows for \(sex.rawValue)")
                }
                let curve: GrowthCurve =
                    file.model == .lms
                    ? .lms(try lms(found, measure, stated, interpolation: interpolation, in: file))
                    : .centiles(try table(found, stated, centiles: centiles, in: file))
                try checkCoverage(curve, of: found, measure, stated, sex: sex, in: file)
                curves[key] = curve
            }
        }
        let manifest = ReferenceManifest(
            id: id, version: try file.setting("version"), title: try file.setting("title"),
            citation: try file.setting("citation"), doi: file.optional("doi") ?? "", terms: try file.setting("terms"),
            population: try file.setting("population"), sample: file.optional("sample"), model: file.model.rawValue,
            axis: axis, use: use, interpolation: interpolation.rawValue, measures: measures,
            notes: file.optional("note").map { [$0] } ?? [])
        return (manifest, GrowthReference(id: id, axis: axis, use: use, curves: curves))
    }

    /// A text that stands on pages: not blank, not endless, and without characters that are not seen.
    private func check(_ text: String, setting key: String, in file: FigureFile) throws(AssetProblem) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw file.problem(setting: key, "\(key) is empty")
        }
        let limit = key == "version" ? 40 : 400
        guard text.count <= limit else { throw file.problem(setting: key, "\(key) is longer than \(limit) characters") }
        let isSeen = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        guard isSeen else { throw file.problem(setting: key, "\(key) holds characters that are not seen") }
    }

    /// A decimal number as the program's own packs write them: no exponent, no plus sign, nothing around it.
    private static func number(_ text: some StringProtocol) -> Double? {
        Array(text.utf8).withUnsafeBytes { bytes in
            var place = 0
            guard let number = FigureNumber.read(bytes, &place, end: bytes.count), place == bytes.count else {
                return nil
            }
            return number
        }
    }

    /// The positions a pack may have: days from 20 weeks before the due date to 30 years, or lengths in cm.
    private static func positions(_ measure: GrowthMeasure) -> ClosedRange<Double> {
        measure == .weightForLength ? 20...250 : -140...11_000
    }

    /// The lines `#weight=g,158,350,plain`: unit, first and last position, rule beyond ±3.
    private func declared(in file: FigureFile) throws(AssetProblem) -> [GrowthMeasure: ReferenceManifest.Measure] {
        var measures: [GrowthMeasure: ReferenceManifest.Measure] = [:]
        for measure in GrowthMeasure.allCases {
            let key = measure.rawValue
            guard let text = file.optional(key) else { continue }
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, let unit = GrowthUnit(rawValue: parts[0]),
                let from = UnitPackReader.number(parts[1]),
                let to = UnitPackReader.number(parts[2]), let tails = LMSTable.Tails(rawValue: parts[3])
            else {
                throw file.problem(
                    setting: key, "a measure is written #\(key)=UNIT,FIRST,LAST,TAILS, the tails plain or restricted")
            }
            guard unit.measures(measure) else {
                throw file.problem(setting: key, "unit '\(unit.rawValue)' does not measure \(key)")
            }
            guard from < to else { throw file.problem(setting: key, "the last position lies before the first") }
            let allowed = UnitPackReader.positions(measure)
            guard allowed.contains(from), allowed.contains(to) else {
                throw file.problem(
                    setting: key,
                    "positions lie between \(CentileBand.number(allowed.lowerBound)) and \(CentileBand.number(allowed.upperBound))"
                )
            }
            guard tails == .plain || file.model == .lms else {
                throw file.problem(setting: key, "tails of a table of centile lines are plain")
            }
            measures[measure] = ReferenceManifest.Measure(unit: unit, from: from, to: to, tails: tails)
        }
        guard !measures.isEmpty else {
            throw AssetProblem(path: path, line: 1, reason: "no measure is stated, such as #weight=g,158,350,plain")
        }
        return measures
    }

    /// The names of the columns of numbers, and the centiles where they are centile lines.
    private func columns(of file: FigureFile) throws(AssetProblem) -> (names: [String], centiles: [Double]) {
        guard file.model == .centiles else { return (["position", "L", "M", "S"], []) }
        var centiles: [Double] = []
        for name in file.columns.dropFirst(3) {
            guard name.first == "P", let centile = UnitPackReader.number(name.dropFirst()),
                CentileBand.number(centile) == name.dropFirst(), centile > (centiles.last ?? 0), centile < 100,
                centiles.count < UnitPackReader.mostCentiles
            else {
                throw AssetProblem(
                    path: path, line: file.headerLine,
                    reason: "'\(name)' is no centile above the one before it, such as P3 or P97.7")
            }
            centiles.append(centile)
        }
        return (["completed_weeks"] + file.columns.dropFirst(3), centiles)
    }

    private func rows(
        of file: FigureFile, measures: [GrowthMeasure: ReferenceManifest.Measure], columns: [String]
    ) throws(AssetProblem) -> [GrowthReference.Key: Rows] {
        var rows: [GrowthReference.Key: Rows] = [:]
        try file.forEachRow { (start, end, row) throws(AssetProblem) in
            let fields = try file.fields(start, end, row: row, count: columns.count + 2)
            guard let measure = GrowthMeasure(rawValue: fields[0]), measures[measure] != nil else {
                throw file.problem(row: row, field: 0, "'\(fields[0])' is no measure stated above the header")
            }
            guard let sex = Sex(rawValue: fields[1]), let key = GrowthReference.Key(measure, sex) else {
                throw file.problem(row: row, field: 1, "the sex is female or male, not '\(fields[1])'")
            }
            var numbers: [Double] = []
            for (place, text) in fields.dropFirst(2).enumerated() {
                guard let number = UnitPackReader.number(text) else {
                    throw file.problem(row: row, field: place + 2, "'\(text)' is not a number")
                }
                numbers.append(number)
            }
            rows[key, default: Rows()].places.append(row)
            rows[key, default: Rows()].numbers.append(numbers)
        }
        return rows
    }

    private func lms(
        _ rows: Rows, _ measure: GrowthMeasure, _ stated: ReferenceManifest.Measure,
        interpolation: LMSTable.Interpolation, in file: FigureFile
    ) throws(AssetProblem) -> LMSTable {
        let points = rows.numbers.map { LMSPoint(ageDays: $0[0], l: $0[1], m: $0[2], s: $0[3]) }
        let table: LMSTable
        do throws(LMSTable.Problem) {
            table = try LMSTable(unit: stated.unit, tails: stated.tails, interpolation: interpolation, points: points)
        } catch {
            throw file.problem(error, names: ["position", "L", "M", "S"], rows: rows.places, offset: 2)
        }
        guard let longestGap = UnitPackReader.number(try file.setting("longest_gap")),
            (0.001...366).contains(longestGap)
        else { throw file.problem(setting: "longest_gap", "longest_gap is a distance above 0 and at most 366") }
        for (index, numbers) in rows.numbers.enumerated() {
            let place = rows.places[index]
            if index > 0, numbers[0] - rows.numbers[index - 1][0] > longestGap {
                throw file.problem(
                    row: place, field: 2,
                    "\(CentileBand.number(numbers[0] - rows.numbers[index - 1][0])) behind the row before, and longest_gap is \(CentileBand.number(longestGap))"
                )
            }
            try checkSize(numbers[2], measure, stated.unit, row: place, field: 4, in: file)
            guard numbers[3] < 1, numbers[3] >= 0.001 else {
                throw file.problem(row: place, field: 5, "S is a coefficient of variation, from 0.001 to below 1")
            }
            guard abs(numbers[1]) <= 20 else {
                throw file.problem(row: place, field: 3, "L is a power between -20 and 20")
            }
        }
        if interpolation == .cubic, points.count < 4 {
            throw file.problem(row: rows.places[0], field: 0, "a cubic needs four rows, and there are \(points.count)")
        }
        // A cubic may swing below 0 where its rows do not.
        for (index, next) in zip(points.indices, points.dropFirst()) {
            let middle = (points[index].ageDays + next.ageDays) / 2
            guard let between = table.point(at: middle), between.m > 0, between.s > 0 else {
                throw file.problem(row: rows.places[index + 1], field: 2, "M or S falls to 0 before this row")
            }
        }
        return table
    }

    private func table(
        _ rows: Rows, _ stated: ReferenceManifest.Measure, centiles: [Double], in file: FigureFile
    ) throws(AssetProblem) -> CentileTable {
        guard try file.setting("interpolation") == "none" else {
            throw file.problem(setting: "interpolation", "a table of centile lines by completed weeks has none")
        }
        var lines: [CentileTable.Row] = []
        for (index, numbers) in rows.numbers.enumerated() {
            guard let week = Int(exactly: numbers[0]) else {
                throw file.problem(row: rows.places[index], field: 2, "completed_weeks is to be a whole number")
            }
            lines.append(CentileTable.Row(week: week, values: Array(numbers.dropFirst())))
        }
        do throws(CentileTable.Problem) {
            return try CentileTable(unit: stated.unit, centiles: centiles, rows: lines)
        } catch {
            throw file.problem(error, rows: rows.places, offset: 2)
        }
    }

    /// Both sexes reach exactly from the first to the last position that the file states.
    private func checkCoverage(
        _ curve: GrowthCurve, of rows: Rows, _ measure: GrowthMeasure, _ stated: ReferenceManifest.Measure, sex: Sex,
        in file: FigureFile
    ) throws(AssetProblem) {
        let name = "\(measure.rawValue) of \(sex.rawValue)"
        if case .centiles(let table) = curve, let row = table.rows.first {
            try checkSize(
                row.values[row.values.count / 2], measure, stated.unit, row: rows.places[0],
                field: 3 + row.values.count / 2, in: file)
        }
        if curve.range.lowerBound != stated.from {
            throw file.problem(
                row: rows.places[0], field: 2,
                "\(name) begins at \(CentileBand.number(curve.range.lowerBound)) instead of \(CentileBand.number(stated.from))"
            )
        }
        if curve.range.upperBound != stated.to {
            throw file.problem(
                row: rows.places[rows.places.count - 1], field: 2,
                "\(name) ends at \(CentileBand.number(curve.range.upperBound)) instead of \(CentileBand.number(stated.to))"
            )
        }
    }

    /// A median so far from any child's is in another unit.
    private func checkSize(
        _ median: Double, _ measure: GrowthMeasure, _ unit: GrowthUnit, row: Int, field: Int, in file: FigureFile
    ) throws(AssetProblem) {
        let stored = median * unit.storedUnits
        guard !(stored > 0) || UnitPackReader.medians(measure).contains(stored) else {
            throw file.problem(
                row: row, field: field,
                "\(CentileBand.number(median)) \(unit.rawValue) is no \(measure.rawValue) of a child")
        }
    }

    /// Medians a child's measure can have from 20 weeks to adult life, in g or mm.
    private static func medians(_ measure: GrowthMeasure) -> ClosedRange<Double> {
        switch measure {
        case .weight, .weightForLength: 150...120_000
        case .length: 180...2100
        case .head: 120...650
        }
    }
}
