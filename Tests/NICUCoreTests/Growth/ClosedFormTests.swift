import NICUCore
import Testing

@Suite struct ClosedFormTests {
    /// Weight in kg, as published: doi:10.1016/S2214-109X(15)00163-1.
    private func weight(isMale: Bool) -> ClosedForm {
        var mean = ClosedForm.Form()
        mean[.one] = 2.591277
        mean[.squareRoot] = -0.01155
        mean[.inverseSquare] = -2201.705
        mean[.male] = 0.0911639
        var deviation = ClosedForm.Form()
        deviation[.one] = 0.1470258
        deviation[.inverseSquare] = 505.92394
        deviation[.logOverSquare] = -140.0576
        return ClosedForm(
            unit: .kilograms, distribution: .logNormal, mean: mean, spread: deviation, isMale: isMale,
            range: 189...448)
    }

    @Test func anAnAtDischarge() throws {
        #expect(abs(try #require(weight(isMale: false).z(value: 2.58, at: 282)) + 1.53) < 0.005)
        #expect(abs(try #require(weight(isMale: true).z(value: 2.58, at: 282)) + 2.18) < 0.005)
    }

    @Test func valueToScoreAndBack() throws {
        for isMale in [false, true] {
            let curve = weight(isMale: isMale)
            for age in stride(from: 189.0, through: 448, by: 3.5) {
                for value in [0.5, 0.8, 1.9, 3.3, 7.0] {
                    let z = try #require(curve.z(value: value, at: age))
                    let back = try #require(curve.value(z: z, at: age))
                    #expect(abs(back - value) < 1e-9, "age \(age), value \(value)")
                }
            }
        }
    }

    @Test func outsideTheRangeThereIsNoValue() {
        let curve = weight(isMale: true)
        for age in [188, 188.999, 448.001, 449, .nan] {
            #expect(curve.z(value: 2, at: age) == nil, "age \(age)")
            #expect(curve.value(z: 0, at: age) == nil, "age \(age)")
        }
        #expect(curve.z(value: 0, at: 200) == nil)
    }

    @Test func everyTermCanBeSetAndRead() {
        var form = ClosedForm.Form()
        let terms = ClosedForm.Term.allCases
        for (place, term) in terms.enumerated() { form[term] = Double(place + 1) }
        for (place, term) in terms.enumerated() { #expect(form[term] == Double(place + 1)) }
    }

    /// A curve whose mean is one term with the coefficient 2, and whose standard deviation is 1.
    private func curve(of term: ClosedForm.Term, isMale: Bool = true) -> ClosedForm {
        var mean = ClosedForm.Form()
        mean[term] = 2
        var deviation = ClosedForm.Form()
        deviation[.one] = 1
        return ClosedForm(
            unit: .grams, distribution: .normal, mean: mean, spread: deviation, isMale: isMale, range: -70...700)
    }

    @Test("Each term is the function of x that its name says")
    func everyTermCounts() throws {
        let expected: [ClosedForm.Term: Double] = [
            .one: 1, .x: 9, .squareRoot: 3, .inverse: 1.0 / 9, .inverseSquareRoot: 1.0 / 3, .inverseSquare: 1.0 / 81,
            .logOverSquare: 2.1972245773362196 / 81, .cube: 729, .cubeLog: 729 * 2.1972245773362196, .male: 1,
        ]
        for term in ClosedForm.Term.allCases {
            let z = try #require(curve(of: term).z(value: 5000, at: 63))
            let wanted = 5000 - 2 * (try #require(expected[term]))
            #expect(abs(z - wanted) < 1e-9, "\(term)")
        }
        #expect(curve(of: .male, isMale: false).z(value: 5, at: 63) == 5)
    }

    @Test func withoutAnXAbove0ThereIsNoValue() {
        for age in [-7.0, 0] { #expect(curve(of: .x).z(value: 5, at: age) == nil, "age \(age)") }
    }
}
