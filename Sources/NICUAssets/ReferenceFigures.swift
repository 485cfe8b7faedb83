internal import NICUCore

/// What a pack's figure files say about themselves, beside the curves.
struct ReferenceFigures {
    let axis: GrowthAxis
    let use: GrowthReference.Use
    let curves: [GrowthReference.Key: GrowthCurve]

    init(_ file: FigureFile, curves: [GrowthReference.Key: GrowthCurve]) throws(AssetProblem) {
        axis = try file.setting("axis", as: GrowthAxis.self)
        use = try file.setting("use", as: GrowthReference.Use.self)
        self.curves = curves
    }
}

/// What the rows of a figure file are, named in the file itself.
enum ReferenceModel: String, CaseIterable {
    /// L, M and S at an age or a length.
    case lms
    /// The parameters of a skew-t distribution at an age.
    case skewT = "skew_t"
    /// Printed centile lines by completed week.
    case centiles
    /// The coefficients of ``ClosedForm``.
    case closedForm = "closed_form"
}

extension ReferenceFigures {
    private static let tableSettings: Set<String> = ["model", "axis", "unit", "interpolation", "tails", "use"]

    /// Reads one table, such as `weight-female.csv`.
    static func table(_ key: GrowthReference.Key, path: String, bytes: UnsafeRawBufferPointer) throws(AssetProblem)
        -> ReferenceFigures
    {
        let place = key.measure == .weightForLength ? "length_cm" : "age_days"
        let file = try FigureFile(
            path: path, bytes: bytes, known: tableSettings,
            headers: [
                .lms: .exactly(place + ",L,M,S"), .skewT: "age_days,mu,sigma,nu,tau",
                .centiles: .exactly(CentileRows.header),
            ])
        let unit = try file.setting("unit", as: GrowthUnit.self)
        guard unit.measures(key.measure) else {
            throw AssetProblem(path: path, reason: "unit '\(unit.rawValue)' does not measure \(key.measure.rawValue)")
        }
        let curve: GrowthCurve =
            switch file.model {
            case .lms: .lms(try file.lms(unit, place: place))
            case .skewT: .skewT(try file.skewT(unit))
            default: .centiles(try file.centiles(unit))
            }
        return try ReferenceFigures(file, curves: [key: curve])
    }
}

/// The lines of the packs that are printed tables.
enum CentileRows {
    static let centiles: [Double] = [3, 10, 25, 50, 75, 90, 97]
    static let header = "completed_weeks,P3,P10,P25,P50,P75,P90,P97"
}

extension FigureFile {
    fileprivate func lms(_ unit: GrowthUnit, place: String) throws(AssetProblem) -> LMSTable {
        var points: [LMSPoint] = []
        points.reserveCapacity(bytes.count / 20)
        try forEachRow { (start, end, row) throws(AssetProblem) in
            var at = start
            let age = try number(&at, start, end, row, isLast: false)
            let l = try number(&at, start, end, row, isLast: false)
            let m = try number(&at, start, end, row, isLast: false)
            let s = try number(&at, start, end, row, isLast: true)
            points.append(LMSPoint(ageDays: age, l: l, m: m, s: s))
        }
        let tails = try setting("tails", as: LMSTable.Tails.self)
        let interpolation = try setting("interpolation", as: LMSTable.Interpolation.self)
        do throws(LMSTable.Problem) {
            return try LMSTable(unit: unit, tails: tails, interpolation: interpolation, points: points)
        } catch {
            throw problem(error, names: [place, "L", "M", "S"], rows: Array(points.indices), offset: 0)
        }
    }

    fileprivate func skewT(_ unit: GrowthUnit) throws(AssetProblem) -> SkewTTable {
        try requireOnly("interpolation", "linear")
        try requireOnly("tails", "plain")
        var points: [SkewTPoint] = []
        try forEachRow { (start, end, row) throws(AssetProblem) in
            var at = start
            let age = try number(&at, start, end, row, isLast: false)
            let mu = try number(&at, start, end, row, isLast: false)
            let sigma = try number(&at, start, end, row, isLast: false)
            let nu = try number(&at, start, end, row, isLast: false)
            let tau = try number(&at, start, end, row, isLast: true)
            points.append(SkewTPoint(ageDays: age, mu: mu, sigma: sigma, nu: nu, tau: tau))
        }
        do throws(SkewTTable.Problem) {
            return try SkewTTable(unit: unit, points: points)
        } catch {
            throw problem(
                error, names: ["age_days", "mu", "sigma", "nu", "tau"], rows: Array(points.indices), offset: 0)
        }
    }

    fileprivate func centiles(_ unit: GrowthUnit) throws(AssetProblem) -> CentileTable {
        try requireOnly("interpolation", "none")
        try requireOnly("tails", "plain")
        var rows: [CentileTable.Row] = []
        try forEachRow { (start, end, row) throws(AssetProblem) in
            var at = start
            let week = try number(&at, start, end, row, isLast: false)
            guard let whole = Int(exactly: week) else {
                throw problem(row: row, field: 0, "completed_weeks is to be a whole number")
            }
            var values: [Double] = []
            for _ in CentileRows.centiles {
                values.append(
                    try number(&at, start, end, row, isLast: values.count + 1 == CentileRows.centiles.count))
            }
            rows.append(CentileTable.Row(week: whole, values: values))
        }
        do throws(CentileTable.Problem) {
            return try CentileTable(unit: unit, centiles: CentileRows.centiles, rows: rows)
        } catch {
            throw problem(error, rows: Array(rows.indices), offset: 0)
        }
    }

    /// Where a table of centile lines is not one; `rows` and `offset` say where its rows and columns stand in the file.
    func problem(_ problem: CentileTable.Problem, rows: [Int], offset: Int) -> AssetProblem {
        switch problem {
        case .empty: AssetProblem(path: path, reason: "the table has no rows")
        case .centilesNotRising: AssetProblem(path: path, line: headerLine, reason: "the centiles are to rise")
        case .wrongCount(let row): self.problem(row: rows[row], field: offset, "the row lacks a line")
        case .weekNotNext(let row):
            self.problem(row: rows[row], field: offset, "completed_weeks is to rise by one from row to row")
        case .notPositive(let row, let column):
            self.problem(row: rows[row], field: offset + column, "a value is to be above 0")
        case .notRising(let row, let column):
            self.problem(row: rows[row], field: offset + column, "a value is to lie above the one before it")
        }
    }

    private func requireOnly(_ key: String, _ word: String) throws(AssetProblem) {
        let found = try setting(key)
        guard found == word else {
            throw AssetProblem(path: path, reason: "\(key) of a \(model.rawValue) table is \(word), not \(found)")
        }
    }

    /// Where a table by age is not one; `names` are those of its columns, `rows` and `offset` their places in the file.
    func problem(_ problem: AgeTableProblem, names: [String], rows: [Int], offset: Int) -> AssetProblem {
        switch problem {
        case .empty: AssetProblem(path: path, reason: "the table has no rows")
        case .notFinite(let row, let column):
            self.problem(row: rows[row], field: offset + column, "\(names[column]) is to be a finite number")
        case .ageNotRising(let row):
            self.problem(row: rows[row], field: offset, "\(names[0]) is to rise from row to row")
        case .notPositive(let row, let column):
            self.problem(row: rows[row], field: offset + column, "\(names[column]) is to be above 0")
        }
    }

    /// The number at `place`, followed by a comma or, when it is the last one, by the end of the line.
    private func number(
        _ place: inout Int, _ lineStart: Int, _ end: Int, _ row: Int, isLast: Bool
    ) throws(AssetProblem) -> Double {
        let start = place
        guard let value = FigureNumber.read(bytes, &place, end: end) else {
            throw problem(row: row, lineStart: lineStart, at: start, "a number is to stand here")
        }
        if isLast {
            guard place == end else {
                throw problem(row: row, lineStart: lineStart, at: place, "the line is to end here")
            }
        } else {
            guard place < end, bytes[place] == UInt8(ascii: ",") else {
                throw problem(row: row, lineStart: lineStart, at: place, "a comma is to stand here")
            }
            place += 1
        }
        return value
    }
}
