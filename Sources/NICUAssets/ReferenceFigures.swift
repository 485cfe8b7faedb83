internal import NICUCore

/// What a pack's figure files say about themselves, beside the curves.
struct ReferenceFigures {
    let axis: GrowthAxis
    let use: GrowthReference.Use
    let curves: [GrowthReference.Key: GrowthCurve]
}

/// How a pack turns ages and values into z-scores, named in its manifest and its figure files.
enum ReferenceModel: String, CaseIterable {
    /// One table of L, M and S per measure and sex.
    case lms
    /// The closed forms of ``IntergrowthPostnatal``.
    case intergrowthPostnatal = "intergrowth_postnatal"
}

/// How a table is read between its rows.
enum ReferenceInterpolation: String, CaseIterable {
    case linear
}

extension ReferenceFigures {
    /// Reads one table of an LMS pack, such as `weight-female.csv`.
    static func lms(
        _ key: GrowthReference.Key, path: String, bytes: UnsafeRawBufferPointer
    ) throws(AssetProblem) -> ReferenceFigures {
        let file = try FigureFile(
            path: path, bytes: bytes, known: ["model", "axis", "unit", "interpolation", "tails", "use"],
            header: "age_days,L,M,S")
        try file.require(.lms)
        _ = try file.setting("interpolation", as: ReferenceInterpolation.self)
        let unit = try file.setting("unit", as: GrowthUnit.self)
        guard unit.measures(key.measure) else {
            throw AssetProblem(path: path, reason: "unit '\(unit.rawValue)' does not measure \(key.measure.rawValue)")
        }
        var points: [LMSPoint] = []
        points.reserveCapacity(bytes.count / 20)
        try file.forEachRow { (start, end, row) throws(AssetProblem) in
            var place = start
            let age = try file.number(&place, start, end, row, isLast: false)
            let l = try file.number(&place, start, end, row, isLast: false)
            let m = try file.number(&place, start, end, row, isLast: false)
            let s = try file.number(&place, start, end, row, isLast: true)
            points.append(LMSPoint(ageDays: age, l: l, m: m, s: s))
        }
        let table: LMSTable
        do {
            table = try LMSTable(unit: unit, tails: try file.setting("tails", as: LMSTable.Tails.self), points: points)
        } catch let problem as LMSTable.Problem {
            throw file.problem(problem)
        } catch {
            throw error as? AssetProblem ?? AssetProblem(path: path, reason: "\(error)")
        }
        return ReferenceFigures(
            axis: try file.setting("axis", as: GrowthAxis.self),
            use: try file.setting("use", as: GrowthReference.Use.self), curves: [key: .lms(table)])
    }

    /// Reads `coefficients.csv`, the closed forms of every measure for both sexes.
    static func closedForms(path: String, bytes: UnsafeRawBufferPointer) throws(AssetProblem) -> ReferenceFigures {
        let file = try FigureFile(
            path: path, bytes: bytes, known: ["model", "axis", "first_day", "last_day", "use"],
            header: "measure,unit,distribution,parameter,term,coefficient")
        try file.require(.intergrowthPostnatal)
        let (first, last) = (try file.number("first_day"), try file.number("last_day"))
        guard first <= last else { throw AssetProblem(path: path, reason: "last_day lies before first_day") }
        var forms: [GrowthMeasure: ClosedForm] = [:]
        try file.forEachRow { (start, end, row) throws(AssetProblem) in
            try file.add(row: row, from: start, to: end, into: &forms)
        }
        var curves: [GrowthReference.Key: GrowthCurve] = [:]
        for (measure, form) in forms {
            for sex in [Sex.female, .male] {
                guard let key = GrowthReference.Key(measure, sex) else { continue }
                curves[key] = .intergrowthPostnatal(
                    IntergrowthPostnatal(
                        unit: form.unit, distribution: form.distribution, mean: form.mean,
                        standardDeviation: form.deviation, isMale: sex == .male, range: first...last))
            }
        }
        return ReferenceFigures(
            axis: try file.setting("axis", as: GrowthAxis.self),
            use: try file.setting("use", as: GrowthReference.Use.self), curves: curves)
    }
}

/// The rows of one measure of `coefficients.csv`.
private struct ClosedForm {
    let unit: GrowthUnit
    let distribution: IntergrowthPostnatal.Distribution
    var mean = IntergrowthPostnatal.Form()
    var deviation = IntergrowthPostnatal.Form()
    var seen: Set<String> = []
}

extension FigureFile {
    fileprivate func require(_ model: ReferenceModel) throws(AssetProblem) {
        let found = try setting("model", as: ReferenceModel.self)
        guard found == model else {
            throw AssetProblem(
                path: path, reason: "a file of this name has the model \(model.rawValue), not \(found.rawValue)")
        }
    }

    /// The number at `place`, followed by a comma or, when it is the last one, by the end of the line.
    fileprivate func number(
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

    fileprivate func add(
        row: Int, from start: Int, to end: Int, into forms: inout [GrowthMeasure: ClosedForm]
    ) throws(AssetProblem) {
        let fields = try fields(start, end, row: row, count: 6)
        guard let measure = GrowthMeasure(rawValue: fields[0]) else {
            throw problem(row: row, field: 0, "unknown measure '\(fields[0])'")
        }
        guard let unit = GrowthUnit(rawValue: fields[1]), unit.measures(measure) else {
            throw problem(row: row, field: 1, "unit '\(fields[1])' does not measure \(measure.rawValue)")
        }
        guard let distribution = IntergrowthPostnatal.Distribution(rawValue: fields[2]) else {
            throw problem(row: row, field: 2, "unknown distribution '\(fields[2])'")
        }
        guard let term = IntergrowthPostnatal.Term(rawValue: fields[4]) else {
            throw problem(row: row, field: 4, "unknown term '\(fields[4])'")
        }
        guard let coefficient = Double(fields[5]), coefficient.isFinite else {
            throw problem(row: row, field: 5, "'\(fields[5])' is not a number")
        }
        var form = forms[measure] ?? ClosedForm(unit: unit, distribution: distribution)
        guard form.unit == unit, form.distribution == distribution else {
            throw problem(row: row, field: 1, "unit and distribution differ from an earlier row of \(measure.rawValue)")
        }
        switch fields[3] {
        case "mean": form.mean[term] = coefficient
        case "sd": form.deviation[term] = coefficient
        default: throw problem(row: row, field: 3, "the parameter is mean or sd, not '\(fields[3])'")
        }
        guard form.seen.insert(fields[3] + "," + fields[4]).inserted else {
            throw problem(row: row, field: 4, "'\(fields[4])' stands twice for \(measure.rawValue) \(fields[3])")
        }
        forms[measure] = form
    }

    fileprivate func problem(_ problem: LMSTable.Problem) -> AssetProblem {
        let names = ["age_days", "L", "M", "S"]
        return switch problem {
        case .empty: AssetProblem(path: path, reason: "the table has no rows")
        case .notFinite(let row, let column):
            self.problem(row: row, field: column, "\(names[column]) is to be a finite number")
        case .ageNotRising(let row): self.problem(row: row, field: 0, "age_days is to rise from row to row")
        case .notPositive(let row, let column):
            self.problem(row: row, field: column, "\(names[column]) is to be above 0")
        }
    }
}
