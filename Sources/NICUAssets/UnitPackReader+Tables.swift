internal import NICUCore

extension UnitPackReader {
    func lms(
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

    func table(
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
    func checkCoverage(
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
