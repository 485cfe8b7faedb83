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
}
