import Foundation
import NICUAssets
import NICUCore
import Testing

@Suite("Readiness: two evaluators agree")
struct AgreementTests {
    /// A number from the environment, for longer runs.
    static func count(_ name: String, default count: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? count
    }

    static let sets = ["aap-2008", "cn-2017", "strict-union"]

    /// The verdicts a criterion can have.
    static func reachable(_ criterion: Criterion) -> Set<Verdict> {
        var result: Set<Verdict> = [.met, .notMet, .unknown, .waived]
        if criterion.appliesIf != nil || criterion.kind == .timeSinceStopped { result.insert(.notApplicable) }
        if criterion.kind == .shiftReviewed { result.remove(.notMet) }
        return result
    }

    @Test(
        "H7 H8: a second evaluator, written from the prose, gives the same verdicts; each verdict occurs",
        arguments: sets)
    func agreement(id: String) throws {
        let rules = try ShippedRules.set(id)
        let count = AgreementTests.count("NICU_COURSES", default: 2400) / AgreementTests.sets.count
        var histogram: [String: [Verdict: Int]] = [:]
        var overall: [Overall: Int] = [:]
        var failures = 0
        for seed in 0..<UInt64(count) where failures < 20 {
            let ledger = try RandomCourse.ledger(rules, seed: seed)
            let course = ledger.course()
            let fast = evaluate(rules, course)
            let slow = NaiveReadiness.answer(rules, course)
            var differing = fast.criteria.filter { $0.verdict != slow.verdicts[$0.id] }.map {
                "\($0.id): engine \($0.verdict.rawValue), naive \(slow.verdicts[$0.id]?.rawValue ?? "none")"
            }
            if fast.overall != slow.overall { differing.append("overall: \(fast.overall), naive \(slow.overall)") }
            if !differing.isEmpty {
                failures += 1
                Issue.record("\(id), seed \(seed): \(differing)\n\(AgreementTests.listing(ledger))")
            }
            overall[fast.overall, default: 0] += 1
            for criterion in fast.criteria { histogram[criterion.id, default: [:]][criterion.verdict, default: 0] += 1 }
        }
        for criterion in rules.criteria {
            for verdict in AgreementTests.reachable(criterion) {
                #expect(histogram[criterion.id]?[verdict] ?? 0 > 0, "\(id): \(criterion.id) was never \(verdict)")
            }
        }
        for answer in Overall.allCases { #expect(overall[answer] ?? 0 > 0, "\(id) was never \(answer)") }
        if ProcessInfo.processInfo.environment["NICU_COURSES"] != nil {
            print(AgreementTests.table(rules, histogram, overall))
        }
    }

    /// The entries of a ledger, one a line: seconds before the question, what they correct, what they say.
    static func listing(_ ledger: RandomLedger) -> String {
        let numbers = Dictionary(uniqueKeysWithValues: ledger.entries.map { ($0.id, $0.seq) })
        return "as of \(ledger.asOf.text)\n"
            + ledger.entries.map { entry in
                let target = entry.corrects.flatMap { numbers[$0] }.map { " corrects \($0)" } ?? ""
                return "\(entry.seq)\(target) \(entry.at.text) \(entry.by) \(entry.kind.name) \(entry.body.json.text)"
            }.joined(separator: "\n")
    }

    private static func table(
        _ rules: RuleSet, _ histogram: [String: [Verdict: Int]], _ overall: [Overall: Int]
    ) -> String {
        let head = Overall.allCases.map { "\($0.rawValue) \(overall[$0] ?? 0)" }.joined(separator: ", ")
        let lines = rules.criteria.map { criterion in
            let counts = Verdict.allCases.map { "\($0.rawValue) \(histogram[criterion.id]?[$0] ?? 0)" }
            return "  \(criterion.id): " + counts.joined(separator: ", ")
        }
        return "\(rules.id): \(head)\n" + lines.joined(separator: "\n")
    }
}
