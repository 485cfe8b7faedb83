internal import NICUCore

/// Reads one file into a manifest and its curves.
struct UnitPackReader {
    let path: String
    let bytes: UnsafeRawBufferPointer

    private static let mostCentiles = 25
    private static let texts = ["id", "version", "title", "citation", "terms", "population"]
    private static let known: Set<String> = Set(
        texts + ["doi", "sample", "model", "axis", "use", "interpolation", "longest_gap", "note"]
            + GrowthMeasure.allCases.map(\.rawValue))

    /// The rows of one measure and sex with the number of each row in the file.
    struct Rows {
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
    static func number(_ text: some StringProtocol) -> Double? {
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
}
