internal import NICUCore

extension ReferenceFigures {
    /// Reads `coefficients.csv`, the closed forms of a pack.
    static func closedForms(path: String, bytes: UnsafeRawBufferPointer) throws(AssetProblem) -> ReferenceFigures {
        let file = try FigureFile(
            path: path, bytes: bytes,
            known: ["model", "axis", "first_day", "last_day", "first_length_cm", "last_length_cm", "use"],
            headers: [.closedForm: "measure,sex,unit,distribution,parameter,term,coefficient"])
        let days = try file.range("first_day", "last_day")
        var forms: [GrowthReference.Key: FormRows] = [:]
        try file.forEachRow { (start, end, row) throws(AssetProblem) in
            try file.add(row: row, from: start, to: end, into: &forms)
        }
        var curves: [GrowthReference.Key: GrowthCurve] = [:]
        for (key, form) in forms {
            let isByLength = key.measure == .weightForLength
            curves[key] = .closedForm(
                ClosedForm(
                    unit: form.unit, distribution: form.distribution, mean: form.mean, spread: form.spread,
                    link: form.link ?? .standardDeviation, divisor: isByLength ? 10 : 7, isMale: key.sex == .male,
                    range: isByLength ? try file.range("first_length_cm", "last_length_cm") : days))
        }
        return try ReferenceFigures(file, curves: curves)
    }
}

/// The rows of one measure and sex of `coefficients.csv`.
private struct FormRows {
    let unit: GrowthUnit
    let distribution: ClosedForm.Distribution
    var mean = ClosedForm.Form()
    var spread = ClosedForm.Form()
    var link: ClosedForm.Link?
    var seen: Set<String> = []
}

extension FigureFile {
    fileprivate func range(_ first: String, _ last: String) throws(AssetProblem) -> ClosedRange<Double> {
        let (lower, upper) = (try number(first), try number(last))
        guard lower <= upper else { throw AssetProblem(path: path, reason: "\(last) lies before \(first)") }
        return lower...upper
    }

    fileprivate func add(
        row: Int, from start: Int, to end: Int, into forms: inout [GrowthReference.Key: FormRows]
    ) throws(AssetProblem) {
        let fields = try fields(start, end, row: row, count: 7)
        guard let measure = GrowthMeasure(rawValue: fields[0]) else {
            throw problem(row: row, field: 0, "unknown measure '\(fields[0])'")
        }
        let sexes: [Sex]
        switch fields[1] {
        case "both": sexes = [.female, .male]
        case "female": sexes = [.female]
        case "male": sexes = [.male]
        default: throw problem(row: row, field: 1, "the sex is female, male or both, not '\(fields[1])'")
        }
        for sex in sexes {
            guard let key = GrowthReference.Key(measure, sex) else { continue }
            try add(fields, row: row, key: key, into: &forms)
        }
    }

    private func add(
        _ fields: [String], row: Int, key: GrowthReference.Key, into forms: inout [GrowthReference.Key: FormRows]
    ) throws(AssetProblem) {
        guard let unit = GrowthUnit(rawValue: fields[2]), unit.measures(key.measure) else {
            throw problem(row: row, field: 2, "unit '\(fields[2])' does not measure \(fields[0])")
        }
        guard let distribution = ClosedForm.Distribution(rawValue: fields[3]) else {
            throw problem(row: row, field: 3, "unknown distribution '\(fields[3])'")
        }
        guard let term = ClosedForm.Term(rawValue: fields[5]) else {
            throw problem(row: row, field: 5, "unknown term '\(fields[5])'")
        }
        guard let coefficient = Double(fields[6]), coefficient.isFinite else {
            throw problem(row: row, field: 6, "'\(fields[6])' is not a number")
        }
        var form = forms[key] ?? FormRows(unit: unit, distribution: distribution)
        guard form.unit == unit, form.distribution == distribution else {
            throw problem(row: row, field: 2, "unit and distribution differ from an earlier row of \(fields[0])")
        }
        if fields[4] == "mean" {
            form.mean[term] = coefficient
        } else {
            guard let link = ClosedForm.Link(rawValue: fields[4]) else {
                throw problem(row: row, field: 4, "the parameter is mean, sd, variance or ln_sd, not '\(fields[4])'")
            }
            guard form.link == nil || form.link == link else {
                throw problem(row: row, field: 4, "\(fields[0]) has another parameter of spread already")
            }
            form.link = link
            form.spread[term] = coefficient
        }
        guard form.seen.insert(fields[4] + "," + fields[5]).inserted else {
            throw problem(row: row, field: 5, "'\(fields[5])' stands twice for \(fields[0]) \(fields[4])")
        }
        forms[key] = form
    }
}
