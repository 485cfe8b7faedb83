import NICUCore
import Testing

@Suite("Rule sets in force, as JSON and in rehearsal")
struct RulesInForceTests {
    @Test("H9 the highest version of an id is in force; what a write changes about that is said")
    func inForce() throws {
        let program = try StoryTests.demo()
        func add(_ version: String, _ more: [String] = []) throws -> String {
            let file = try RulesCommandTests.file(in: program, RulesCommandTests.edition(version, grams: 2600))
            return try program.run(["rules", "add", file, "--reason", "x"] + more).out
        }
        func used() throws -> String? {
            try program.nicu("rules --json").json.elements.first { $0["used"] == .bool(true) }?["version"]?.string
        }
        #expect(try add("0.0.9").contains("the unit goes on with cn-2017 0.1.0"))
        #expect(try used() == "0.1.0")
        let higher = try add("0.10.0")
        #expect(higher.contains("answers by cn-2017 0.10.0 from now on, until now by cn-2017 0.1.0"))
        #expect(higher.contains("nicu rules use cn-2017@0.1.0") && !higher.contains("goes on"))
        #expect(try add("0.9.0", ["--lang", "zh"]).contains("本科室仍用 cn-2017 0.10.0"))
        #expect(try used() == "0.10.0")
        #expect(try program.nicu("rules use cn-2017@0.9.0").out.contains("answers by cn-2017 0.9.0 from now on"))
        let json = try program.nicu("rules use cn-2017 --json").json["remarks"]?.elements.compactMap(\.string) ?? []
        #expect(json.contains { $0.contains("cn-2017 0.10.0") })
    }

    @Test("show and diff give JSON: the file's own keys with its digest, and every difference")
    func json() throws {
        let program = try Program()
        let shown = try program.nicu("rules show strict-union --json").json
        #expect(shown["id"] == "strict-union" && shown["version"] == "0.1.0" && shown["digest"]?.string?.count == 64)
        let weight = shown["criteria"]?.elements.first { $0["id"] == "weight_min" }
        #expect(weight?["params"]?["min"] == 2000 && weight?["title"]?["zh"] == "体重")
        #expect(try program.nicu("rules show screens --json").json["closing_h"] == 72)
        let other = try RulesCommandTests.file(in: program) { $0.replacing("min: 2000,", with: "min: 1800,") }
        let diff = try program.nicu("rules diff cn-2017 \(other) --json").json
        #expect(diff["old"] == "cn-2017" && diff["new"]?.string == other)
        #expect(
            diff["differences"]?.elements == [
                ["change": "changed", "path": "criteria/weight_min/params/min", "from": "2000", "to": "1800"]
            ])
        #expect(try program.nicu("rules diff cn-2017 cn-2017 --json").json["differences"]?.elements == [])
    }

    @Test("H9 a file is rehearsed only if it could be installed; a schedule is no rule set, and says so without a path")
    func rehearsedAsInstalled() throws {
        let program = try StoryTests.demo()
        let slips = [
            ("max_age_h: 30", "max_age_h: 9223372036854775807", "expected 1–9600"),
            ("task: hearing_screen", "task: hearing_scren", "is it “hearing_screen”?"),
            ("tolerance_h: 12", "tolerance_h: 72", "contradict each other"),
        ]
        for (from, to, words) in slips {
            let bad = try RulesCommandTests.file(in: program) { $0.replacing(from, with: to, maxReplacements: 1) }
            for line in [["rehearse", bad], ["lint", bad], ["add", bad, "--reason", "x"]] {
                let result = try program.run(["rules"] + line)
                #expect(result.status == 1 && result.err.contains(words), "\(line): \(result.err)")
            }
        }
        for line in ["rules use screens", "rules rehearse screens", "ready an-an --rules screens"] {
            let result = try program.nicu(line)
            #expect(result.status == 1 && result.err.contains("is a schedule of screens and visits"), "\(result.err)")
            #expect(!result.err.contains("seeds/"))
        }
    }
}
