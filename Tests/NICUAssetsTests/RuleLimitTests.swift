import NICUAssets
import NICUCore
import Testing

@Suite("The numbers and lists a rule file may hold")
struct RuleLimitTests {
    private static func changed(_ path: String, _ from: String, _ to: String) throws -> String {
        let text = try #require(EmbeddedFiles.text(at: path))
        #expect(text.contains(from), "\(from)")
        return text.replacing(from, with: to, maxReplacements: 1)
    }

    /// What reading a file refuses, the way `lint` does and the way an installed edition is read.
    private static func refusals(_ text: String) -> [RuleFileProblem] {
        var found: [RuleFileProblem] = []
        do { _ = try RuleDocument.checked(text: text, path: "own.yaml") } catch { found.append(contentsOf: error.all) }
        do { _ = try RuleDocument.load(text: text, path: "own.yaml") } catch { found.append(error) }
        return found
    }

    static let strict = "seeds/rules/strict-union.yaml"
    static let huge = "9223372036854775807"

    static let numbers: [(from: String, key: String, value: String, range: ClosedRange<Int>)] = [
        ("min: 2000, max_age_h: 30", "max_age_h", huge, 1...9600), ("window_h: 72", "window_h", huge, 1...9600),
        ("tolerance_h: 12", "tolerance_h", huge, 1...9600), ("max_gap_h: 9", "max_gap_h", huge, 1...9600),
        ("recheck_min: 60", "recheck_min", huge, 1...1440), ("min_h: 168", "min_h", huge, 1...9600),
        ("within_min: 60", "within_min", huge, 1...1440), ("percent: 3", "percent", "0", 1...100),
        ("percent: 3", "percent", "1000000", 1...100),
        ("max_gap_h_per_care_day: 4", "max_gap_h_per_care_day", huge, 1...9600),
        ("immature: 21", "immature", "2500000000000000", 1...3650),
        ("collected: 14", "collected", huge, 1...3650), ("weight_max_age_h: 168", "weight_max_age_h", huge, 1...9600),
        ("min_g_per_day: 20", "min_g_per_day", huge, 0...200),
        ("min_g_per_day: 20", "min_g_per_day", "2500000000000000", 0...200),
        ("min_g_per_day: 20", "min_g_per_day", "99999999999999999999", 0...200),
        ("min_measurements: 3", "min_measurements", "1", 2...1000), ("min_days: 245", "min_days", "1", 140...3650),
        ("min: 2000", "min", "-5", 0...10_000), ("min: 2000", "min", huge.dropLast() + "", 0...10_000),
        ("low: 36.5", "low", "-99", 20...45), ("high: 37.4", "high", "999", 20...45),
        ("{low: 90", "low", "101", 0...100), ("high_flow: 2", "high_flow", "-1", 0...60),
        ("heart_rate_lt: 80", "heart_rate_lt", "301", 0...300), ("spo2_lt: 85", "spo2_lt", "101", 0...100),
        ("apnoea_s_min: 20", "apnoea_s_min", huge, 0...3600),
        ("recheck_low: [36.0, 36.4]", "recheck_low", "[3, 36.4]", 20...45),
    ]

    @Test(
        "H9: a number that no rule can ask for is refused when the file is read, with its place and the range",
        arguments: numbers.indices)
    func number(index: Int) throws {
        let slip = Self.numbers[index]
        let space = try #require(slip.from.lastRange(of: slip.key + ": "))
        let text = try Self.changed(Self.strict, slip.from, slip.from[..<space.upperBound] + slip.value)
        // A limit that is no number of an infant may contradict the next one besides.
        let found = Self.refusals(text).filter { !String(describing: $0).hasPrefix("emptyRange") }
        #expect(found.count == 2, "\(found)")
        for problem in found {
            guard case .outside(let place, let bound, let range) = problem else {
                Issue.record("\(problem)")
                continue
            }
            #expect(bound.key == slip.key && slip.value.contains(bound.value) && range == slip.range)
            #expect(place.line > 1 && place.column > 1)
        }
    }

    static let schedule: [(String, String)] = [
        ("closing_h: 72", "closing_h: \(huge)"), ("{pna_h: 48}", "{pna_h: 9601}"), ("{pna_d: 20}", "{pna_d: \(huge)}"),
        ("{pna_mo: 7}", "{pna_mo: 121}"), ("first_within_d: 14", "first_within_d: \(huge)"),
        ("every_mo: 1}", "every_mo: \(huge)}"), ("until_corrected_mo: 24", "until_corrected_mo: \(huge)"),
        ("doses: 2", "doses: 21"), ("age_mo_lt: 8", "age_mo_lt: \(huge)"), ("stay_h_gt: 120", "stay_h_gt: \(huge)"),
        ("{after_d: 28}", "{after_d: \(huge)}"),
    ]

    @Test("H9: a time of a schedule beyond ten years is refused with its range", arguments: schedule.indices)
    func times(index: Int) throws {
        let slip = Self.schedule[index]
        let found = Self.refusals(try Self.changed("seeds/schedules/screens.yaml", slip.0, slip.1))
        #expect(found.count == 2, "\(found)")
        for problem in found { #expect(String(describing: problem).hasPrefix("outside")) }
    }

    static let empty: [(from: String, to: String)] = [
        ("items: [iv_access, parenteral_nutrition, iv_medication]", "items: []"),
        ("any_of: [{ga_days_lt: 259}]", "any_of: []"),
        ("count_from: [last_event_end, methylxanthine_last_dose, positive_pressure_stop]", "count_from: []"),
        ("values: [ventilator, hfov, nippv, cpap]", "values: []"),
        ("methylxanthine: [caffeine, aminophylline, theophylline, 咖啡因, 氨茶碱, 茶碱]", "methylxanthine: []"),
        ("allowed: [oral]", "allowed: []"), ("accept: [complete]", "accept: []"), ("method: [aabr]", "method: []"),
        ("intervention_in: [stimulation, oxygen, bag_mask, intubation]", "intervention_in: []"),
    ]

    @Test(
        "H9: a list without which nothing would be asked is refused when it is empty",
        arguments: empty.indices)
    func emptied(index: Int) throws {
        let slip = Self.empty[index]
        let found = Self.refusals(try Self.changed(Self.strict, slip.from, slip.to))
        #expect(found.count == 2, "\(found)")
        for problem in found {
            guard case .emptyList(let place, let key) = problem else {
                Issue.record("\(problem)")
                continue
            }
            #expect(slip.to.contains(key) && place.line > 1)
        }
    }

    @Test("H9: a rule set without criteria, an event that is nothing and no drug names are refused")
    func nothingAsked() throws {
        let text = try #require(EmbeddedFiles.text(at: Self.strict))
        let start = try #require(text.range(of: "\ncriteria:\n")?.lowerBound)
        let end = try #require(text.range(of: "\nuntested:")?.lowerBound)
        let none = text.replacingCharacters(start, end, with: "\ncriteria: []")
        #expect(Self.refusals(none).map { String(describing: $0) }.allSatisfy { $0.contains("emptyList") })
        #expect(Self.refusals(none).count == 2)
        let clauses = try #require(text.range(of: "    any_of:\n      - {apnoea")?.lowerBound)
        let after = try #require(text.range(of: "    exclude: []")?.lowerBound)
        #expect(Self.refusals(text.replacingCharacters(clauses, after, with: "    any_of: []\n")).count == 2)
        let drugs = try Self.changed(
            Self.strict, "  methylxanthine: [caffeine, aminophylline, theophylline, 咖啡因, 氨茶碱, 茶碱]", "  {}")
        #expect(Self.refusals(drugs).map { String(describing: $0) }.allSatisfy { $0.contains("missingKey") })
    }

    @Test("H9: not done is never accepted as done")
    func notDone() throws {
        for (from, to) in [
            ("accept: [complete]", "accept: [complete, not_done]"),
            ("accept_with_followup: [refer]", "accept_with_followup: [refer, not_done]"),
            ("holds_d: {collected: 14}", "holds_d: {not_done: 14}"),
        ] {
            let found = Self.refusals(try Self.changed(Self.strict, from, to))
            guard case .notAllowed(_, _, "not_done", let allowed)? = found.first else {
                Issue.record("\(found)")
                continue
            }
            #expect(found.count == 2 && allowed.contains("complete"))
        }
    }

    @Test("a version and a number have no signs and no leading zeros")
    func digits() throws {
        for version in ["01.-1.+0", "0.1", "0.01.0", "0.1.-1", "+0.1.0", "0.1.99999999999999999999", "0.1.0 "] {
            let found = Self.refusals(try Self.changed(Self.strict, "version: 0.1.0", "version: '\(version)'"))
            #expect(found.count == 2, "\(version)")
        }
        for (from, to) in [
            ("min_h: 168", "min_h: 010"), ("min_h: 168", "min_h: +168"), ("low: 36.5", "low: 036.5"),
            ("percent: 3", "percent: 03"), ("window_h: 72", "window_h: 7_2"), ("window_h: 72", "window_h: 0x48"),
        ] {
            let found = Self.refusals(try Self.changed(Self.strict, from, to))
            #expect(found.count == 2 && String(describing: found).contains("wrongType"), "\(to): \(found)")
        }
    }

    @Test("a file that is larger than rules can be is refused before it is read")
    func size() throws {
        let text = try #require(EmbeddedFiles.text(at: Self.strict))
        let large = text + String(repeating: "# more\n", count: 40_000)
        let found = Self.refusals(large)
        #expect(
            found.first
                == .tooLarge(
                    RuleFilePlace(path: "own.yaml", line: 1, column: 1), bytes: large.utf8.count, limit: 262_144))
        #expect(found.count == 2)
    }
}

extension String {
    fileprivate func replacingCharacters(_ start: Index, _ end: Index, with text: String) -> String {
        String(self[..<start]) + text + String(self[end...])
    }

    fileprivate func lastRange(of part: String) -> Range<Index>? { ranges(of: part).last }

    fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
