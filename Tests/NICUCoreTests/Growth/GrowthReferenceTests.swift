import NICUCore
import Testing

@Suite struct GrowthReferenceTests {
    private func flat(
        use: GrowthReference.Use = .any, axis: GrowthAxis = .postmenstrualDays, from: Double = 158, to: Double = 350,
        id: String = "flat"
    ) throws -> GrowthReference {
        let table = try LMSTable(
            unit: .kilograms, tails: .plain,
            points: [LMSPoint(ageDays: from, l: 1, m: 2, s: 0.1), LMSPoint(ageDays: to, l: 1, m: 2, s: 0.1)])
        let female = try #require(GrowthReference.Key(.weight, .female))
        let male = try #require(GrowthReference.Key(.weight, .male))
        return GrowthReference(id: id, axis: axis, use: use, curves: [female: .lms(table)], available: [male])
    }

    private func status(
        _ reference: GrowthReference, measure: GrowthMeasure = .weight, sex: Sex = .female, ga: Int? = 189,
        dayOfLife: Int = 10, isBirth: Bool = false
    ) -> GrowthScore {
        reference.score(
            stored: 1800, measure: measure, sex: sex, gestationalAgeDays: ga, dayOfLife: dayOfLife, isBirth: isBirth)
    }

    @Test func scoresTheRecordsIntegers() throws {
        let score = status(try flat())
        #expect(score.status == .ok)
        #expect(abs(try #require(score.z) + 1) < 1e-12)
        #expect(abs(try #require(score.centile) - 15.865525393145707) < 1e-9)
    }

    @Test func unitsOfTheSameMeasureAgree() throws {
        let reference = try flat()
        let grams = reference.z(of: 1837, unit: .grams, measure: .weight, sex: .female, ageDays: 200)
        let kilograms = reference.z(of: 1.837, unit: .kilograms, measure: .weight, sex: .female, ageDays: 200)
        #expect(grams == kilograms)
        #expect(
            reference.z(of: 30, unit: .centimetres, measure: .weight, sex: .female, ageDays: 200).status == .badUnit)
        #expect(reference.value(z: -1, unit: .grams, measure: .weight, sex: .female, ageDays: 200) == 1800)
    }

    @Test func everyReasonHasNoNumber() throws {
        let reference = try flat()
        let followUp = try flat(use: .pretermFollowUp)
        let cases: [(GrowthScore, GrowthScore.Status)] = [
            (status(reference, measure: .length), .unknownMeasure),
            (status(reference, ga: nil), .unknownGestationalAge),
            (status(reference, sex: .unknown), .unknownSex),
            (status(reference, sex: .indeterminate), .unknownSex),
            (status(reference, sex: .male), .notLoaded),
            (status(reference, ga: 140, dayOfLife: 17), .belowRange),
            (status(reference, ga: 280, dayOfLife: 71), .aboveRange),
            (status(followUp, isBirth: true), .notForBirth),
            (status(followUp, ga: 259), .notApplicable),
            (reference.z(of: 0, unit: .grams, measure: .weight, sex: .female, ageDays: 200), .badValue),
            (reference.z(of: .nan, unit: .grams, measure: .weight, sex: .female, ageDays: 200), .badValue),
            (reference.z(of: 1, unit: .grams, measure: .weight, sex: .female, ageDays: .nan), .badAge),
        ]
        for (score, reason) in cases {
            #expect(score.status == reason)
            #expect(score.z == nil && score.centile == nil, "\(reason)")
        }
        #expect(status(reference, ga: 140, dayOfLife: 18).status == .ok)
        #expect(status(reference, ga: 280, dayOfLife: 70).status == .ok)
        #expect(status(followUp, ga: 258).status == .ok)
    }

    @Test func correctedAgeBeginsAtTheDueDate() throws {
        let reference = try flat(axis: .correctedDays, from: 0, to: 1856)
        #expect(status(reference, ga: 189, dayOfLife: 90).status == .belowRange)
        #expect(status(reference, ga: 189, dayOfLife: 91).status == .ok)
        #expect(status(reference, ga: 189, dayOfLife: 91 + 1856).status == .ok)
        #expect(status(reference, ga: 189, dayOfLife: 91 + 1857).status == .aboveRange)
    }
}
