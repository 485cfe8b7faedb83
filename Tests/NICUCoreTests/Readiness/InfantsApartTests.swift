import NICUAssets
import NICUCore
import Testing

@Suite("Readiness: infants never mix")
struct InfantsApartTests {
    @Test("H1 H2: what is answered of an infant among others is what is answered of it alone", arguments: 0..<3)
    func apart(set: Int) throws {
        let rules = try ShippedRules.set(AgreementTests.sets[set])
        for seed in 0..<UInt64(AgreementTests.count("NICU_COURSES", default: 150) / 3) {
            var random = FixedRandom(seed: seed)
            let alone = try (1...3).map { try RandomCourse.ledger(rules, seed: seed * 3 + UInt64($0), infant: $0) }
            let among = try InfantsApartTests.interleaved(alone, &random)
            let answers = among.map { evaluate(rules, $0.course()) }
            for (ledger, answer) in zip(alone, answers) {
                let expected = evaluate(rules, ledger.course())
                #expect(answer.overall == expected.overall, "\(rules.id), seed \(seed)")
                #expect(answer.criteria.map(\.verdict) == expected.criteria.map(\.verdict), "\(rules.id), seed \(seed)")
                #expect(answer.criteria.map(\.earliest) == expected.criteria.map(\.earliest))
            }
        }
    }

    /// One record of several infants, each with its own entries in their order; then each infant's part of it.
    private static func interleaved(_ ledgers: [RandomLedger], _ random: inout FixedRandom) throws -> [RandomLedger] {
        var waiting = ledgers.map { $0.entries[...] }
        var record: [Entry] = []
        var ids: [[Identifier: Identifier]] = ledgers.map { _ in [:] }
        while let place = waiting.indices.filter({ !waiting[$0].isEmpty }).randomElement(using: &random) {
            guard var entry = waiting[place].popFirst() else { break }
            let seq = Int64(record.count + 1)
            let id = try Chart.id(seq)
            ids[place][entry.id] = id
            entry.seq = seq
            entry.id = id
            entry.corrects = entry.corrects.flatMap { ids[place][$0] }
            record.append(entry)
        }
        return ledgers.map { ledger in
            var result = ledger
            result.entries = record.filter { $0.infant == ledger.owner }
            return result
        }
    }
}
