import NICUAssets
import NICUCore
import Testing

@Suite("Readiness: a confirmed strike is as if the entry had never been written")
struct HistoryTests {
    private static let slices = 8

    /// A rule set, an infant of whom everything is in order by it, and the facts that can hold it back.
    private struct Template {
        let rules: RuleSet
        let entries: [Entry]
        let facts: [any Body]

        init(_ rules: RuleSet) throws {
            self.rules = rules
            let all = try Chart.ready(for: rules).entries
            // Of the whole chart what the criteria can read: no reviews or temperatures where none asks for them.
            let kinds = Set(rules.criteria.map(\.kind))
            let isAboutEvents = kinds.contains(.eventFreeInterval) || kinds.contains(.shiftReviewed)
            entries = all.filter { entry in
                if (entry.body as? Measurement)?.quantity == .temperature { return kinds.contains(.rangeSustained) }
                return isAboutEvents || !(entry.body is Review)
            }
            facts = RandomCourse.holdingBack(rules) + entries.map(\.body)
        }

        /// Each criterion of a set alone, with the interval that it may speak of.
        static func parts(_ id: String) throws -> [Template] {
            let rules = try ShippedRules.set(id)
            return try rules.criteria.map { criterion in
                var part = rules
                part.criteria = rules.criteria.filter { $0.id == criterion.id }
                if case .shiftReviewed(let test) = criterion.test {
                    part.criteria += rules.criteria.filter { $0.id == test.windowOf }
                }
                return try Template(part)
            }
        }
    }

    @Test("H15: verdicts, overall answer and earliest times over random histories", arguments: 0..<slices)
    func neverWritten(slice: Int) throws {
        let count = AgreementTests.count("NICU_HISTORIES", default: 2400) / HistoryTests.slices
        let whole = try AgreementTests.sets.map { try Template(try ShippedRules.set($0)) }
        let parts = try AgreementTests.sets.flatMap { try Template.parts($0) }
        var asked = (whole: 0, parts: 0)
        defer { print("histories, slice \(slice): \(asked.whole) of a whole set, \(asked.parts) of one criterion") }
        for number in 0..<count {
            let seed = UInt64(slice) << 32 | UInt64(number)
            // One in ten asks the whole of a set, a tenth of these about a course with changes of every sort.
            let isWhole = number % 10 == 0
            let template = isWhole ? whole[number / 10 % whole.count] : parts[number % parts.count]
            if isWhole { asked.whole += 1 } else { asked.parts += 1 }
            let (struck, never) =
                number % 100 == 0
                ? try HistoryTests.course(template, seed: seed) : try HistoryTests.history(template, seed: seed)
            let a = evaluate(template.rules, struck)
            let b = evaluate(template.rules, never)
            let isSame =
                a.overall == b.overall
                && zip(a.criteria, b.criteria).allSatisfy { $0.verdict == $1.verdict && $0.earliest == $1.earliest }
            guard !isSame else { continue }
            let differing = zip(a.criteria, b.criteria).filter {
                $0.verdict != $1.verdict || $0.earliest != $1.earliest
            }
            let superseded = struck.superseded.map { "\($0.entry.at.text) \($0.entry.body.json.text)" }
            Issue.record("seed \(seed), \(template.rules.id): \(differing.map { $0.0.id }), changed: \(superseded)")
            return
        }
    }

    /// Some of the facts, some that hold back, some changes that nobody confirmed, and one confirmed strike.
    private static func history(_ template: Template, seed: UInt64) throws -> (struck: Course, never: Course) {
        var random = FixedRandom(seed: seed)
        let dropped = random.pick([0, 0, 3, 15])
        var chart = Chart()
        for entry in template.entries where dropped == 0 || !random.chance(dropped) { chart.entries.append(entry) }
        var seq: Int64 = 10_000
        func entry(_ body: any Body, ago: Int64, corrects: Identifier? = nil) throws -> Entry {
            seq += 1
            let id = try Chart.id(seq)
            // Entries at one second stand in any order.
            return Entry(
                seq: random.chance(50) ? seq : seq - 10_000, id: id, infant: nil, code: nil, operation: id,
                at: Moment(Chart.now - ago, offsetMinutes: 480), recorded: Chart.now, by: "li.min", source: "test",
                corrects: corrects, body: body)
        }
        let agos: [Int64] = [0, hours(2), hours(20), days(2), days(4), days(6), days(20)]
        for _ in 0..<random.pick([0, 0, 1, 2]) {
            chart.entries.append(try entry(random.pick(template.facts), ago: random.near(random.pick(agos))))
        }
        for _ in 0..<random.pick([0, 0, 0, 1]) {
            let old = try entry(random.pick(template.facts), ago: random.near(random.pick(agos)))
            let new = try entry(
                random.chance(60) ? Retraction() : random.pick(template.facts.filter { $0.kind == old.kind }),
                ago: Chart.now - old.at.instant, corrects: old.id)
            chart.superseded.append(Superseded(entry: old, by: new, confirmedBy: nil))
            if !(new.body is Retraction) { chart.entries.append(new) }
        }
        let never = try chart.course()
        let wrong = try entry(random.pick(template.facts), ago: random.near(random.pick(agos)))
        let strike = try entry(Retraction(confirmedBy: "he.wen"), ago: 0, corrects: wrong.id)
        chart.superseded.append(Superseded(entry: wrong, by: strike, confirmedBy: "he.wen"))
        return (try chart.course(), never)
    }

    /// A random course of which one entry is struck; an event that a review counts is left alone.
    private static func course(_ template: Template, seed: UInt64) throws -> (struck: Course, never: Course) {
        var ledger = try RandomCourse.ledger(template.rules, seed: seed)
        var random = FixedRandom(seed: seed ^ 0xFFFF)
        let changed = Set(ledger.entries.compactMap(\.corrects))
        let candidates = ledger.entries.filter {
            $0.corrects == nil && !changed.contains($0.id) && !($0.body is Event)
        }
        let wrong = random.pick(candidates)
        var never = ledger
        never.entries.removeAll { $0.id == wrong.id }
        try ledger.strike(wrong, confirmed: true)
        return (ledger.course(), never.course())
    }
}
