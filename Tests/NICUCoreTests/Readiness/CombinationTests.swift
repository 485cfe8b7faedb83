import NICUCore
import Testing

@Suite("Readiness: every combination of verdicts through real criteria")
struct CombinationTests {
    /// A set of statements, all blocking but those named.
    static func rules(count: Int, advisory: Set<Int> = []) -> RuleSet {
        var rules = Rules.local
        rules.criteria = (0..<count).map {
            Rules.criterion(
                "item_\($0)", .attested(.init(item: "item_\($0)")),
                severity: advisory.contains($0) ? .advisory : .blocking)
        }
        return rules
    }

    /// Every list of one of three verdicts a criterion: true, false, nothing recorded.
    static func combinations(_ count: Int) -> [[Bool?]] {
        count == 0 ? [[]] : combinations(count - 1).flatMap { list in [true, false, nil].map { list + [$0] } }
    }

    @Test("H7: all 3^n combinations of n statements, the last advisory or waived or neither", arguments: 1...6)
    func combinations(count: Int) throws {
        for values in CombinationTests.combinations(count) {
            var chart = Chart()
            for (index, value) in values.enumerated() {
                if let value { try chart.add(Attestation(item: "item_\(index)", value: value), ago: hours(1)) }
            }
            func expected(_ values: some Collection<Bool?>) -> Overall {
                if values.contains(false) { return .notReady }
                return values.contains(nil) ? .indeterminate : .ready
            }
            let answer = try chart.answer(CombinationTests.rules(count: count))
            #expect(answer.overall == expected(values), "\(values)")
            for (found, value) in zip(answer.criteria, values) {
                #expect(found.verdict == value.map { $0 ? .met : .notMet } ?? .unknown)
            }
            let others = values.dropLast()
            let advisory = CombinationTests.rules(count: count, advisory: [count - 1])
            // Where the last is the only one, nothing that can hold back was asked.
            let overall = others.isEmpty ? .indeterminate : expected(others)
            #expect(try chart.answer(advisory).overall == overall, "\(values)")
            try chart.add(Waiver(criterion: "item_\(count - 1)"), ago: 60)
            let waived = try chart.answer(CombinationTests.rules(count: count))
            #expect(waived.overall == expected(others), "\(values)")
            #expect(waived.waived == (values[count - 1] == true ? [] : ["item_\(count - 1)"]))
        }
    }
}
