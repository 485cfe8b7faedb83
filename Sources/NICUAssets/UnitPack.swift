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

    /// Reads and checks a pack; `path` names it in messages.
    ///
    /// - Throws: ``AssetProblem`` with line and column.
    public init(_ text: String, path: String) throws(AssetProblem) {
        self.text = text
        digest = Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8))))
        var bytes = Array(text.utf8)
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

    /// Whether a text can be a pack's id: 2–40 lower-case letters, digits and hyphens, beginning with a letter.
    public static func isID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (2...40).contains(bytes.count) && (0x61...0x7A).contains(bytes[0])
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
        for key in UnitPackReader.texts where try file.setting(key).isEmpty {
            throw file.problem(setting: key, "\(key) is empty")
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

    /// The lines `#weight=g,158,350,plain`: unit, first and last position, rule beyond ±3.
    private func declared(in file: FigureFile) throws(AssetProblem) -> [GrowthMeasure: ReferenceManifest.Measure] {
        var measures: [GrowthMeasure: ReferenceManifest.Measure] = [:]
        for measure in GrowthMeasure.allCases {
            let key = measure.rawValue
            guard let text = file.optional(key) else { continue }
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, let unit = GrowthUnit(rawValue: parts[0]), let from = Double(parts[1]),
                let to = Double(parts[2]), from.isFinite, to.isFinite, let tails = LMSTable.Tails(rawValue: parts[3])
            else {
                throw file.problem(
                    setting: key, "a measure is written #\(key)=UNIT,FIRST,LAST,TAILS, the tails plain or restricted")
            }
            guard unit.measures(measure) else {
                throw file.problem(setting: key, "unit '\(unit.rawValue)' does not measure \(key)")
            }
            guard from < to else { throw file.problem(setting: key, "the last position lies before the first") }
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
            guard name.first == "P", let centile = Double(name.dropFirst()), centile > (centiles.last ?? 0),
                centile < 100
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
                guard let number = Double(text), number.isFinite else {
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
        let longestGap = try file.number("longest_gap")
        for (index, numbers) in rows.numbers.enumerated() {
            let place = rows.places[index]
            if index > 0, numbers[0] - rows.numbers[index - 1][0] > longestGap {
                throw file.problem(
                    row: place, field: 2,
                    "\(CentileBand.number(numbers[0] - rows.numbers[index - 1][0])) behind the row before, and longest_gap is \(CentileBand.number(longestGap))"
                )
            }
            try checkSize(numbers[2], measure, stated.unit, row: place, field: 4, in: file)
            guard numbers[3] < 1 else {
                throw file.problem(row: place, field: 5, "S is a coefficient of variation, above 0 and below 1")
            }
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
