import NICUAssets
import NICUCore
import Testing

@Suite("Rule files")
struct RuleFileTests {
    static let path = "seeds/rules/cn-2017.yaml"

    static func seed() throws -> String { try #require(EmbeddedFiles.text(at: path)) }

    @Test("Every rule set of the product loads under its own id, with version and digest")
    func library() throws {
        #expect(RuleLibrary.ids.contains("cn-2017"))
        for id in RuleLibrary.ids {
            let rules = try RuleLibrary.ruleSet(id: id)
            #expect(rules.id == id)
            #expect(!rules.version.isEmpty)
            #expect(rules.digest.utf8.count == 64)
            #expect(Set(rules.confidence.keys) == Set(Confidence.allCases))
            #expect(!rules.untested.isEmpty)
        }
        #expect(throws: RuleFileProblem.noSuchRuleSet(id: "none", known: RuleLibrary.ids)) {
            try RuleLibrary.ruleSet(id: "none")
        }
    }

    @Test("cn-2017 holds the numbers it is known by")
    func numbers() throws {
        let rules = try RuleLibrary.ruleSet(id: "cn-2017")
        let blocking = rules.criteria.filter { $0.severity == .blocking }.map(\.id)
        #expect(
            blocking == [
                "weight_min", "weight_gain", "temperature_open_crib", "oral_feeding", "event_free",
                "methylxanthine_off", "respiratory_support", "no_iv", "complications_controlled", "tests_normal",
                "rop_exam", "hearing", "metabolic_screen", "immunizations", "caregiver_teaching", "follow_up",
            ])
        #expect(
            rules.criterion("weight_min")?.test
                == .valueAtLeast(ValueAtLeast(quantity: .weight, min: 2000, maxAge: Hours(30))))
        #expect(
            rules.criterion("temperature_open_crib")?.test
                == .rangeSustained(
                    RangeSustained(
                        quantity: .temperature, site: "axillary", range: 365...375, window: Hours(24),
                        minMeasurements: 4, maxGap: Hours(9),
                        recheck: .init(withinSeconds: 3600, low: 360...364, high: 375...379), bed: "open_crib")))
        #expect(
            rules.criterion("event_free")?.test
                == .eventFreeInterval(
                    EventFreeInterval(
                        event: "significant_cardiorespiratory", min: Hours(168),
                        countFrom: [.lastEventEnd, .methylxanthineLastDose, .positivePressureStop],
                        coverage: .init(since: .start, maxGap: Hours(2), maxGapPerCareDay: Hours(4)))))
        #expect(
            rules.criterion("methylxanthine_off")?.test
                == .timeSinceStopped(
                    TimeSinceStopped(drug: "methylxanthine", min: Hours(120), ifNever: .notApplicable)))
        let event = try #require(rules.event("significant_cardiorespiratory"))
        #expect(event.anyOf.count == 7)
        #expect(event.exclude.first?.parts.count == 6)
        #expect(event.exclude.first?.contradictedBy.count == 4)
        #expect(rules.positivePressure.aboveFlow == ["high_flow": 20])
        #expect(rules.conflict == ConflictRule(withinSeconds: 3600, percent: 3))
    }

    @Test("The digest changes with every byte, the rules do not")
    func digest() throws {
        let text = try RuleFileTests.seed()
        let one = try RuleFile.load(text: text, path: "a")
        var two = try RuleFile.load(text: text + "\n", path: "a")
        #expect(one.digest != two.digest)
        two.digest = one.digest
        #expect(one == two)
    }

    /// One change of the file: what is replaced, by what, and the line of the problem counted from the replaced one.
    struct Slip: Sendable {
        let from: String
        let to: String
        let code: String
    }

    static let slips = [
        Slip(from: "min: 2000, max_age_h: 30}", to: "min: 2000, max_age_hours: 30}", code: "unknownKey"),
        Slip(from: "kind: gain_rate", to: "kind: gain", code: "notAllowed"),
        Slip(from: "{quantity: weight, unit: g, min", to: "{quantity: weight, min", code: "missingKey"),
        Slip(from: "{quantity: weight, unit: g, min", to: "{quantity: weight, unit: kg, min", code: "wrongUnit"),
        Slip(from: "low: 36.5", to: "low: 36.55", code: "surplusDigits"),
        Slip(from: "low: 36.5", to: "low: 38.5", code: "emptyRange"),
        Slip(from: "min_h: 168", to: "min_h: -168", code: "outside"),
        Slip(from: "min_h: 168", to: "min_h: 7 d", code: "wrongType"),
        Slip(from: "version: 0.1.0", to: "version: '1'", code: "wrongType"),
        Slip(from: "applies_if: rop_cn2014", to: "applies_if: rop_cn", code: "notDefined"),
        Slip(from: "event: significant_cardio", to: "event: significant_c", code: "notDefined"),
        Slip(from: "window_of: event_free", to: "window_of: weight_min", code: "notDefined"),
        Slip(from: "src: [CHUNG2022]", to: "src: [CHUNG]", code: "notDefined"),
        Slip(from: "id: weight_gain", to: "id: weight_min", code: "twice"),
        Slip(from: "    severity: advisory", to: "    severity: mild", code: "notAllowed"),
        Slip(from: "accept: [complete]", to: "accept: [done]", code: "notAllowed"),
        Slip(from: "allowed: [oral]", to: "allowed: [mouth]", code: "notAllowed"),
        Slip(from: "items: [iv_access,", to: "items: [thermal,", code: "notAllowed"),
        Slip(from: "feeding_related: true", to: "feeding_related: NO", code: "wrongType"),
        Slip(from: "{apnoea_s_min: 20,", to: "{apnea_s_min: 20,", code: "unknownKey"),
        Slip(from: "jurisdiction: CN", to: "jurisdiction: CN\nowner: me", code: "unknownKey"),
        Slip(from: "jurisdiction: CN", to: "jurisdiction: CN\njurisdiction: US", code: "twice"),
        Slip(from: "jurisdiction: CN", to: "jurisdiction: [CN", code: "notYAML"),
        Slip(from: "schema: nicu-readiness-rules/1", to: "schema: nicu-readiness-rules/2", code: "wrongSchema"),
    ]

    @Test("H9: a slip is refused with its line", arguments: slips.indices)
    func refused(index: Int) throws {
        let slip = RuleFileTests.slips[index]
        let text = try RuleFileTests.seed()
        let start = try #require(text.firstRange(of: slip.from)?.lowerBound)
        let line = text[..<start].count { $0 == "\n" } + 1
        let changed = text.replacing(slip.from, with: slip.to, maxReplacements: 1)
        let problem = #expect(throws: RuleFileProblem.self) { try RuleFile.load(text: changed, path: "own.yaml") }
        guard let problem, let place = problem.place else { return }
        #expect(String(describing: problem).hasPrefix(slip.code), "\(problem)")
        #expect(place.path == "own.yaml")
        // A key that is missing is reported where its mapping begins, YAML errors where the parser gave up.
        if !["notYAML", "twice"].contains(slip.code) || slip.to.hasPrefix("id") {
            #expect((line...line + 1).contains(place.line), "\(problem)")
        }
    }

    @Test("Text that is no mapping is refused")
    func empty() {
        for text in ["", "- a", "text", "{"] {
            #expect(throws: RuleFileProblem.self) { try RuleFile.load(text: text, path: "own.yaml") }
        }
    }
}
