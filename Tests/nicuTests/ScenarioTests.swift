import Foundation
import NICUAssets
import NICUCore
import NICUExport
import NICUStore
import Testing

@Suite("H6 H7 H8 H15 worked infants: the expected verdicts through real entries, store and engine")
struct ScenarioTests {
    struct Scenario: Decodable {
        struct Expectation: Decodable {
            let overall: String
            let criteria: [String: String]
        }
        let name: String
        let asOf: String
        let knownAt: String?
        /// By rule set.
        let expect: [String: Expectation]
    }

    /// Advisory criteria that the scenarios say nothing about.
    static let furtherAdvisories: Set<String> = [
        "spo2_off_oxygen", "oral_volume", "last_day_not_falling", "feeding_without_compromise",
    ]

    static let path = Program.root + "/Tests/nicuTests/Scenarios/readiness.json"

    /// Every scenario with its entries as JSON.
    static func all() throws -> [(Scenario, [JSON])] {
        let data = try #require(FileManager.default.contents(atPath: path))
        let scenarios = try JSONDecoder().decode([Scenario].self, from: data)
        let entries = try JSON(bytes: Array(data)).elements.map { $0["entries"]?.elements ?? [] }
        return Array(zip(scenarios, entries))
    }

    @Test("Every run of every scenario")
    func everyRun() throws {
        let all = try Self.all()
        #expect(all.reduce(0) { $0 + $1.0.expect.count } >= 72)
        for (scenario, entries) in all {
            let store = try store()
            let now = Instant(seconds: 1_780_000_000)
            let incoming = try entries.enumerated().map { index, json -> IncomingEntry in
                let extra: [JSON.Member] = [
                    JSON.Member("infant", "baby"), JSON.Member("by", "li.min"), JSON.Member("source", "test"),
                ]
                let (entry, code) = try EntryLine.read(
                    Array(JSON.object(json.members + extra).text.utf8), zone: store.clock.zone)
                return IncomingEntry(line: index + 1, entry: entry, code: code)
            }
            _ = try store.importEntries(incoming, author: Author(by: "li.min", source: "test", now: now))
            let zone = store.clock.zone
            let known = try scenario.knownAt.map { KnownAt.instant(try Moment(iso: $0, zone: zone).instant) }
            let asOf = try Moment(iso: scenario.asOf, zone: zone)
            let sets = try RuleLibrary.ids.map { try RuleLibrary.ruleSet(id: $0) }
            for need in [CourseNeed.readiness(sets), .everything] {
                let course = try store.course(
                    of: try store.infant("baby"), asOf: asOf, knownAt: known ?? .now(now), now: now, need: need)
                for (rules, expect) in scenario.expect {
                    let name = "\(scenario.name), \(rules)"
                    let answer = evaluate(try RuleLibrary.ruleSet(id: rules), course)
                    #expect(answer.overall.rawValue == expect.overall, "\(name)")
                    for criterion in answer.criteria {
                        let verdict = criterion.verdict.rawValue
                        if let expected = expect.criteria[criterion.id] {
                            #expect(verdict == expected, "\(name): \(criterion.id)")
                        } else if !Self.furtherAdvisories.contains(criterion.id) {
                            #expect(
                                ["met", "not_applicable"].contains(verdict), "\(name): \(criterion.id) \(verdict)")
                        }
                    }
                }
            }
        }
    }

    private func store() throws -> Store {
        let folder = NSTemporaryDirectory() + "nicu-scenario-" + UUID().uuidString
        return try Store.create(
            RecordLocation(database: folder + "/record.db"),
            settings: UnitSettings(
                unit: "Test", timezone: "Asia/Shanghai", careDay: ClockTime(secondOfDay: 25_200),
                shifts: [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }, rules: "cn-2017"
            ),
            clinician: "li.min", author: Author(by: "li.min", source: "test", now: Instant(seconds: 1_770_000_000)),
            zone: { _ in Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480) })
    }
}
