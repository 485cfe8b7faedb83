import NICUCore
import Testing

@Suite struct LMSTableTests {
    private let skewed = [
        LMSPoint(ageDays: 10, l: 0.4, m: 3.0, s: 0.14), LMSPoint(ageDays: 11, l: 0.2, m: 3.2, s: 0.12),
        LMSPoint(ageDays: 12, l: 0, m: 3.5, s: 0.13),
    ]

    private func table(_ points: [LMSPoint], tails: LMSTable.Tails = .plain) throws -> LMSTable {
        try LMSTable(unit: .kilograms, tails: tails, points: points)
    }

    @Test func medianScoresZeroOnRowsAndBetween() throws {
        let table = try table(skewed)
        #expect(table.z(value: 3.0, at: 10) == 0)
        #expect(table.z(value: 3.5, at: 12) == 0)
        #expect(table.point(at: 10.25)?.m == 3.05)
        #expect(abs(try #require(table.point(at: 10.25)).l - 0.35) < 1e-15)
    }

    @Test func rowsNeedNotBeDaysApart() throws {
        let table = try table([
            LMSPoint(ageDays: 10, l: 1, m: 2, s: 0.1), LMSPoint(ageDays: 17, l: 1, m: 9, s: 0.1),
            LMSPoint(ageDays: 18.5, l: 1, m: 12, s: 0.1),
        ])
        #expect(table.point(at: 13)?.m == 5)
        #expect(table.point(at: 17)?.m == 9)
        #expect(table.point(at: 17.5)?.m == 10)
        #expect(table.point(at: 18.5)?.m == 12)
    }

    @Test func outsideTheRowsThereIsNoValue() throws {
        let table = try table(skewed)
        for age in [9, 9.999, 12.001, 13, -.infinity, .infinity, .nan] {
            #expect(table.z(value: 3, at: age) == nil, "age \(age)")
            #expect(table.value(z: 0, at: age) == nil, "age \(age)")
        }
        for value in [0, -1, .infinity, .nan] {
            #expect(table.z(value: value, at: 10) == nil, "value \(value)")
        }
    }

    @Test(arguments: [LMSTable.Tails.plain, .restricted])
    func valueToScoreAndBack(tails: LMSTable.Tails) throws {
        let table = try table(skewed, tails: tails)
        for age in stride(from: 10.0, through: 12, by: 0.125) {
            for value in stride(from: 1.2, through: 9, by: 0.1) {
                let z = try #require(table.z(value: value, at: age))
                let back = try #require(table.value(z: z, at: age))
                #expect(abs(back - value) < 1e-9, "age \(age), value \(value), z \(z)")
            }
        }
    }

    @Test func restrictedTailsBeginBeyondThree() throws {
        let plain = try table(skewed)
        let restricted = try table(skewed, tails: .restricted)
        let (second, third) = (try #require(plain.value(z: 2, at: 10)), try #require(plain.value(z: 3, at: 10)))
        #expect(restricted.z(value: second, at: 10) == plain.z(value: second, at: 10))
        let above = third + 1.5 * (third - second)
        #expect(abs(try #require(restricted.z(value: above, at: 10)) - 4.5) < 1e-12)
        let (low2, low3) = (try #require(plain.value(z: -2, at: 10)), try #require(plain.value(z: -3, at: 10)))
        let below = low3 - 0.5 * (low2 - low3)
        #expect(abs(try #require(restricted.z(value: below, at: 10)) + 3.5) < 1e-12)
    }

    @Test func powerNearZeroIsTheLogarithmicLimit() throws {
        let small = try table([LMSPoint(ageDays: 0, l: 1e-12, m: 3, s: 0.1)])
        let zero = try table([LMSPoint(ageDays: 0, l: 0, m: 3, s: 0.1)])
        let (nearly, exactly) = (try #require(small.z(value: 4, at: 0)), try #require(zero.z(value: 4, at: 0)))
        #expect(abs(nearly - exactly) < 1e-10)
    }

    @Test func valueBelowTheCurvesFloorIsNone() throws {
        // L·S·z ≤ −1: the curve has no value there.
        let table = try table([LMSPoint(ageDays: 0, l: 1, m: 10, s: 0.25)])
        #expect(table.value(z: -4, at: 0) == nil)
        #expect(table.value(z: -3.9, at: 0) != nil)
    }

    @Test func unsoundRowsAreRefused() {
        #expect(throws: LMSTable.Problem.empty) { try table([]) }
        #expect(throws: LMSTable.Problem.ageNotRising(row: 1)) { try table([skewed[1], skewed[0]]) }
        #expect(throws: LMSTable.Problem.ageNotRising(row: 1)) { try table([skewed[0], skewed[0]]) }
        #expect(throws: LMSTable.Problem.notPositive(row: 0, column: 2)) {
            try table([LMSPoint(ageDays: 1, l: 1, m: 0, s: 0.1)])
        }
        #expect(throws: LMSTable.Problem.notPositive(row: 1, column: 3)) {
            try table([skewed[0], LMSPoint(ageDays: 11, l: 1, m: 3, s: -0.1)])
        }
        #expect(throws: LMSTable.Problem.notFinite(row: 0, column: 1)) {
            try table([LMSPoint(ageDays: 1, l: .nan, m: 3, s: 0.1)])
        }
    }
}
