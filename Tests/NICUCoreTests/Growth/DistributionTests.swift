import NICUCore
import Testing

@Suite struct DistributionTests {
    @Test func quantilesUndoProbabilities() throws {
        for step in -3700...800 {
            let z = Double(step) / 100
            let back = try #require(NormalDistribution.quantile(NormalDistribution.cdf(z)))
            // Above 0 the probability itself has lost digits to 1.
            let allowed = z > 0 ? 1e-15 / max(1e-300, NormalDistribution.upperTail(z)) * 0.4 + 1e-13 : 1e-12
            #expect(abs(back - z) <= allowed, "z \(z): \(back)")
            if z >= 0, z <= 37 {
                let tail = try #require(NormalDistribution.quantile(upperTail: NormalDistribution.upperTail(z)))
                #expect(abs(tail - z) <= 1e-12 * max(1, z), "z \(z): \(tail)")
            }
        }
    }

    @Test(arguments: [0, 1, -0.1, 1.1, Double.nan, .infinity]) func noQuantileOutsideTheOpenInterval(p: Double) {
        #expect(NormalDistribution.quantile(p) == nil)
    }

    /// One, two and four degrees of freedom have closed forms.
    @Test(arguments: [0.0, 1e-9, 0.1, 0.5, 1, 2, 5, 30, 1e3, 1e6]) func studentTailsAgreeWithClosedForms(t: Double)
        throws
    {
        let two = try #require(StudentDistribution(degrees: 2)).upperTail(t)
        let root = (2 + t * t).squareRoot()
        let expected = 1 / (root * (root + t))
        #expect(abs(two / expected - 1) < 1e-13, "t \(t)")
        let four = try #require(StudentDistribution(degrees: 4)).upperTail(t)
        let s = t / (4 + t * t).squareRoot()
        let wanted = 0.5 - 0.75 * s * (1 - s * s / 3)
        #expect(abs(four - wanted) < 1e-14, "t \(t)")
    }

    @Test func studentQuantilesUndoTails() throws {
        for degrees in [0.5, 3, 15.4146, 17.05299, 26.17975, 200] {
            let student = try #require(StudentDistribution(degrees: degrees))
            for t in [1e-6, 0.01, 0.3, 1, 2.5, 8, 20, 60] {
                let back = try #require(student.quantile(upperTail: student.upperTail(t)))
                // Near 0 the tail is next to ½, which holds only 1e-16 of it.
                #expect(abs(back - t) <= 1e-12 * t + 1e-15, "df \(degrees), t \(t): \(back)")
            }
            #expect(student.quantile(upperTail: 0.5) == 0)
            #expect(student.quantile(upperTail: 0) == nil && student.quantile(upperTail: 0.51) == nil)
        }
        for degrees in [0, -1, Double.nan, .infinity] { #expect(StudentDistribution(degrees: degrees) == nil) }
    }

    @Test func skewTTablesAreChecked() {
        let good = SkewTPoint(ageDays: 231, mu: 2, sigma: 0.4, nu: 1.1, tau: 17)
        #expect(throws: SkewTTable.Problem.empty) { try SkewTTable(unit: .kilograms, points: []) }
        #expect(throws: SkewTTable.Problem.ageNotRising(row: 1)) {
            try SkewTTable(unit: .kilograms, points: [good, good])
        }
        for column in 2...4 {
            var bad = good
            if column == 2 { bad.sigma = 0 } else if column == 3 { bad.nu = -1 } else { bad.tau = 0 }
            #expect(throws: SkewTTable.Problem.notPositive(row: 0, column: column)) {
                try SkewTTable(unit: .kilograms, points: [bad])
            }
        }
    }

    @Test func aSymmetricSkewTOfManyDegreesIsNormal() throws {
        let point = SkewTPoint(ageDays: 231, mu: 3, sigma: 0.5, nu: 1, tau: 1e6)
        let table = try SkewTTable(unit: .kilograms, points: [point])
        for z in stride(from: -4.0, through: 4, by: 0.25) {
            #expect(abs(try #require(table.z(value: 3 + 0.5 * z, at: 231)) - z) < 5e-5)
        }
    }
}

@Suite struct CentileTableTests {
    private func table() throws -> CentileTable {
        try CentileTable(
            unit: .grams, centiles: [3, 10, 50, 90, 97],
            rows: [
                CentileTable.Row(week: 27, values: [700, 800, 1000, 1200, 1300]),
                CentileTable.Row(week: 28, values: [750, 850, 1050, 1250, 1350]),
            ])
    }

    @Test(arguments: [
        (699.9, "<P3", SizeForGestation.severelySmall), (700, "P3-P10", .small), (799, "P3-P10", .small),
        (800, "P10-P50", .appropriate), (1200, "P90-P97", .appropriate), (1200.1, "P90-P97", .large),
        (1300, ">=P97", .large),
    ])
    func aValueOnALineBelongsToTheBandAbove(value: Double, band: String, size: SizeForGestation) throws {
        #expect(try table().band(value: value, at: 189)?.text == band)
        #expect(try table().size(value: value, at: 195.9) == size)
    }

    @Test func anAgeCountsByItsCompletedWeeks() throws {
        let table = try table()
        #expect(table.range == 189...202)
        #expect(try #require(table.row(at: 195.99)).week == 27 && #require(table.row(at: 196)).week == 28)
        for age in [188.9, 202.1, Double.nan] { #expect(table.band(value: 900, at: age) == nil) }
    }

    @Test func rowsAreChecked() {
        func make(_ rows: [CentileTable.Row]) throws {
            _ = try CentileTable(unit: .grams, centiles: [3, 10], rows: rows)
        }
        #expect(throws: CentileTable.Problem.empty) { try make([]) }
        #expect(throws: CentileTable.Problem.wrongCount(row: 0)) { try make([.init(week: 24, values: [1])]) }
        #expect(throws: CentileTable.Problem.weekNotNext(row: 1)) {
            try make([.init(week: 24, values: [1, 2]), .init(week: 26, values: [1, 2])])
        }
        #expect(throws: CentileTable.Problem.notRising(row: 0, column: 2)) {
            try make([.init(week: 24, values: [2, 2])])
        }
        #expect(throws: CentileTable.Problem.notPositive(row: 0, column: 1)) {
            try make([.init(week: 24, values: [0, 2])])
        }
    }
}

@Suite struct InterpolationTests {
    private func table(_ rule: LMSTable.Interpolation) throws -> LMSTable {
        // A cubic in age, which the four-point rule reproduces exactly.
        let points = (0...5).map { place -> LMSPoint in
            let age = Double(place * 7)
            return LMSPoint(ageDays: age, l: 1, m: 10 + age + 0.01 * age * age + 0.001 * age * age * age, s: 0.1)
        }
        return try LMSTable(unit: .centimetres, tails: .plain, interpolation: rule, points: points)
    }

    @Test func eachRuleHoldsBetweenRows() throws {
        func cubic(_ age: Double) -> Double { 10 + age + 0.01 * age * age + 0.001 * age * age * age }
        for age in [8.0, 13.5, 20, 27.9] {
            #expect(abs(try #require(table(.cubic).point(at: age)).m - cubic(age)) < 1e-10, "\(age)")
            let low = (age / 7).rounded(.down) * 7
            #expect(try #require(table(.none).point(at: age)).m == cubic(low))
            let linear = cubic(low) + (age - low) / 7 * (cubic(low + 7) - cubic(low))
            #expect(abs(try #require(table(.linear).point(at: age)).m - linear) < 1e-12)
        }
        // The first and the last gap have no fourth row.
        for age in [3.0, 31] {
            #expect(try table(.cubic).point(at: age) == table(.linear).point(at: age))
        }
    }
}
