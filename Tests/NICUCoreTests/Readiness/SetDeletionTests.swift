import NICUAssets
import NICUCore
import Testing

@Suite("Readiness: the shipped sets without the data of a criterion")
struct SetDeletionTests {
    typealias Deletion = @Sendable (any Body) -> Bool

    /// Each kind of entry without which the test cannot be met.
    static func deletions(_ test: Criterion.Test) -> [Deletion] {
        func state(_ aspect: String) -> Deletion { { ($0 as? State)?.aspect == aspect } }
        func values(_ quantity: Quantity) -> Deletion {
            {
                guard let body = $0 as? Measurement else { return false }
                return body.quantity == quantity && body.role == .measured
            }
        }
        switch test {
        case .valueAtLeast(let test): return [values(test.quantity)]
        case .gainRate: return [values(.weight)]
        case .rangeSustained(let test): return [values(test.quantity)]
        case .eventFreeInterval:
            return [Aspect.monitoring, Aspect.methylxanthine, Aspect.respiratorySupport].map(state)
        case .timeSinceStopped(let test): return [state(test.drug)]
        case .stateFor(let test): return [state(test.aspect)]
        case .noneActive(let test): return test.aspects.map(state)
        case .ageAtLeast: return [{ $0 is Dating }, { $0 is Birth }]
        case .taskDone(let test):
            let result: Deletion = { ($0 as? Check)?.task == test.task }
            return test.mother == nil ? [result] : [result, { $0 is Perinatal }]
        case .attested(let test): return [{ ($0 as? Attestation)?.item == test.item }]
        case .shiftReviewed: return [{ $0 is Review }]
        case .saturationInAir, .oralVolume, .feedsUneventful: return []
        }
    }

    @Test("H7: without the data of any blocking criterion no shipped set is ready", arguments: AgreementTests.sets)
    func deletion(id: String) throws {
        let rules = try ShippedRules.set(id)
        let chart = try Chart.ready(for: rules)
        let full = try chart.answer(rules)
        #expect(full.overall == .ready)
        #expect(full.criteria.allSatisfy { $0.verdict == .met })
        for criterion in rules.criteria {
            for deletion in SetDeletionTests.deletions(criterion.test) {
                var less = chart
                less.remove(deletion)
                #expect(less.entries.count < chart.entries.count, "\(id): \(criterion.id)")
                let answer = try less.answer(rules)
                #expect(answer.criterion(criterion.id)?.verdict == .unknown, "\(id): \(criterion.id)")
                if criterion.severity == .blocking {
                    #expect(answer.overall == .indeterminate, "\(id): \(criterion.id)")
                }
            }
        }
    }

    @Test("H7: without any one entry a shipped set is never better than with it", arguments: AgreementTests.sets)
    func oneEntry(id: String) throws {
        let rules = try ShippedRules.set(id)
        var chart = try Chart.ready(for: rules)
        try chart.add(Attestation(item: "caregiver_teaching_complete", value: false), ago: hours(1))
        for entry in chart.entries where (entry.body as? Attestation)?.value != false {
            var less = chart
            less.entries.removeAll { $0.id == entry.id }
            #expect(try less.answer(rules).overall == .notReady)
        }
    }
}
