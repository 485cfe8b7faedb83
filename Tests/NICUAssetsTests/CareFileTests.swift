import NICUAssets
import NICUCore
import Testing

@Suite("The file that care is counted by")
struct CareFileTests {
    private static let path = "seeds/care/neonatal.yaml"

    @Test("names a source for every rule, aspects and values of the record, and every target of a closed list")
    func embedded() throws {
        let rules = try CareFile.embedded()
        #expect(rules.days.count >= 15 && rules.targets.count >= 10)
        #expect(rules.days.allSatisfy { rules.dayRule($0.rule) != nil && !$0.sources.isEmpty })
        #expect(rules.target(WeighPlan.target)?.values == WeighPlan.Rhythm.allCases.map(\.rawValue))
        for name in Vocabulary.names(of: .plan) { #expect(rules.target(name) != nil, "\(name)") }
        #expect(rules.target("feeding_volume")?.units == [OralVolume.unit])
        #expect(rules.intake.weightMaxAge == Hours(48))
        #expect(rules.target("weight_gain")?.perKiloUntil == PostmenstrualAge(days: 280))
    }

    @Test(
        "refuses what nobody defined, with its place or its name",
        arguments: [
            ("rule: any_part, basis", "rule: by_hand, basis", "unknown rule 'by_hand'"),
            ("src: [nichd2001]", "src: [hearsay]", "unknown source 'hearsay'"),
            ("src: [nichd2001]", "src: []", "names no source"),
            ("values: [cpap, nippv]", "values: [cpap, nipv]", "no such value"),
            ("aspect: phototherapy", "aspect: lamp", "no such value"),
            ("id: high_flow", "id: ventilator", "a name stands twice"),
            ("infusing: [parenteral_nutrition", "infusing: [milk", "'milk' has no value 'on'"),
            ("feed_reach_h: 4", "feed_reach_h: 0", "above 0"), ("above_h: 12", "above_h: 24", "one of above_h"),
            ("oxygen: true", "oxigen: true", "unknown key 'oxigen'"),
            ("per_kilo_until: 40+0", "per_kilo_until: 40", "no age such as"),
            ("judge: energy", "judge: taste", "'taste' is none of"),
            ("units: [cm/wk], fresh_h: 240", "units: [], fresh_h: 240", "either units or values"),
            ("aspect: fortifier, values: [\"on\", \"off\"]", "aspect: fortifier, values: [much]", "no such value"),
        ])
    func refused(old: String, new: String, reason: String) throws {
        let text = try #require(EmbeddedFiles.text(at: CareFileTests.path))
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        #expect(changed != text)
        let problem = #expect(throws: AssetProblem.self) { try CareFile.read(changed, path: CareFileTests.path) }
        #expect(problem?.description.contains(reason) == true, "\(problem?.description ?? "")")
    }
}
