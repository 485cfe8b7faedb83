import Foundation
import NICUAssets
import NICUCore
import Testing

@Suite("Rule sets through the program")
struct RulesCommandTests {
    static func file(in program: Program, _ change: (String) -> String) throws -> String {
        let text = try #require(EmbeddedFiles.text(at: "seeds/rules/cn-2017.yaml"))
        let file = program.folder + "/rules-\(UUID().uuidString).yaml"
        try change(text).write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    static func edition(_ version: String, grams: Int) -> (String) -> String {
        { $0.replacing("version: 0.1.0", with: "version: \(version)").replacing("min: 2000,", with: "min: \(grams),") }
    }

    @Test("H9 an edited copy is installed with author and reason, used, pinned, removed; earlier answers keep theirs")
    func life() throws {
        let program = try StoryTests.demo()
        func digest(_ more: String) throws -> String? {
            try program.nicu("ready an-an --json \(more)").json["rules"]?["digest"]?.string
        }
        let first = try digest("")
        let position = try program.count()
        let file = try Self.file(in: program, Self.edition("0.2.0", grams: 2600))
        let added = try program.run(["rules", "add", file, "--reason", "our unit waits"])
        #expect(added.status == 0 && added.out.contains("adopted: rule set cn-2017 0.2.0"), "\(added.err)")
        let list = try program.nicu("rules --json").json.elements
        let own = try #require(list.first { $0["installed"] != .null })
        #expect(own["used"] == .bool(true) && own["installed"]?["reason"]?.string == "our unit waits")
        #expect(own["installed"]?["by"]?.string == "li.min")
        let second = try digest("")
        #expect(second != first && second == own["digest"]?.string)
        #expect(try program.nicu("ready an-an --exit-code").status == 3)
        #expect(try digest("--known-at #\(position)") == first)
        #expect(try digest("--rules cn-2017@0.1.0") == first)
        #expect(try program.run(["rules", "remove", "cn-2017", "--reason", "x"]).status == 1)
        #expect(try program.nicu("rules use cn-2017@0.1.0").status == 0)
        #expect(try digest("") == first)
        #expect(try program.run(["rules", "remove", "cn-2017@0.2.0", "--reason", "x"]).status == 0)
        #expect(try digest("--known-at #\(position + 1)") == second)
        #expect(try program.nicu("ready an-an --rules cn-2017@0.2.0").status == 1)
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("a proposed set is rehearsed over past stays: which verdicts and days would have changed; nothing is written")
    func rehearse() throws {
        let program = try StoryTests.demo()
        let before = try program.count()
        let file = try Self.file(in: program, Self.edition("0.3.0", grams: 2600))
        let page = try program.run(["rules", "rehearse", file])
        #expect(page.status == 0, "\(page.err)")
        #expect(page.out.contains("an-an") && page.out.contains("weight_min met → not met"))
        let stays = try program.run(["rules", "rehearse", file, "--json"]).json["stays"]?.elements ?? []
        let story = try #require(stays.first { $0["infant"]?.string == "an-an" })
        #expect(story["old"]?.string == "ready" && story["new"]?.string == "not_ready")
        #expect(story["firstNew"] == .null && story["onlyAtEndNew"] == .bool(false) && stays.count == 11)
        #expect(story["firstOld"] == .null && story["onlyAtEndOld"] == .bool(true))
        #expect(page.out.contains("not before the end of the stay → never"), "\(page.out)")
        let same = try program.nicu("rules rehearse cn-2017")
        #expect(same.out.contains("11 stays, 0 answered otherwise"))
        #expect(try program.nicu("rules rehearse no-such").status == 1)
        #expect(try program.count() == before)
    }

    @Test("installing says what is wrong and writes nothing")
    func refusals() throws {
        let program = try Program().prepared()
        let before = try program.count()
        let same = try Self.file(in: program) { $0 }
        #expect(try program.run(["rules", "add", same, "--reason", "x"]).err.contains("already here"))
        let changed = try Self.file(in: program, Self.edition("0.1.0", grams: 2100))
        #expect(try program.run(["rules", "add", changed, "--reason", "x"]).err.contains("another content"))
        let bad = try Self.file(in: program) { $0.replacing("kind: gain_rate", with: "kind: gain_rat") }
        for line in [["rules", "lint", bad], ["rules", "add", bad, "--reason", "x"]] {
            let result = try program.run(line)
            #expect(result.status == 1 && result.err.contains(":107:11: ") && result.err.contains("gain_rate"))
        }
        #expect(try program.run(["rules", "add", same]).status == 64)
        #expect(try program.run(["rules", "remove", "cn-2017@0.1.0", "--reason", "x"]).err.contains("comes with"))
        #expect(try program.nicu("rules use nothing").status == 1)
        #expect(try program.nicu("rules lint \(program.folder)/nothing.yaml").status == 1)
        #expect(try program.count() == before)
    }

    @Test(
        "mistakes are named with file, line and what was expected, in both languages",
        arguments: [
            ("kind: gain_rate", "kind: gain", "107:11", "one of:"),
            ("window_h: 72", "window: 72", "109:14", "window_h"),
            ("low: 36.5", "low: 38.5", "125:13", "“low” 38.5 and “high” 37.5 contradict"),
            ("unit: g, ", "", "99:13", "is missing; expected `unit: g`"),
            ("- id: weight_gain", "- id: weight_min", "106:9", "stands twice, first in line 96"),
            ("unit: Cel", "unit: F", "122:13", "must be “Cel”"), ("min: 2000", "min: many", "99:46", "“many”"),
            ("task: hearing_screen", "task: hearing_scren", "235:13", "is it “hearing_screen”?"),
            ("max_gap_h: 9", "max_gap_h: 30", "128:18", "“max_gap_h” 30 and “window_h” 24 contradict"),
        ])
    func mistakes(old: String, new: String, place: String, words: String) throws {
        let program = try Program()
        let bad = try Self.file(in: program) { $0.replacing(old, with: new, maxReplacements: 1) }
        let english = try program.nicu("rules lint \(bad)")
        #expect(english.status == 1 && english.err.contains("\(bad):\(place): "), "\(english.err)")
        #expect(english.err.contains(words) && english.err.split(separator: "\n").count == 1)
        let chinese = try program.nicu("rules lint \(bad) --lang zh")
        #expect(chinese.err.contains("\(bad):\(place): ") && chinese.err != english.err)
    }

    @Test("all mistakes of a file in one run, a line each; text that is not YAML is told in Chinese too")
    func everything() throws {
        let program = try Program()
        let bad = try Self.file(in: program) {
            $0.replacing("unit: g, ", with: "unit: kg, ").replacing("unit: Cel", with: "unit: F")
                .replacing("task: hearing_screen", with: "task: hearing_scren")
        }
        let lines = try program.nicu("rules lint \(bad)").err.split(separator: "\n")
        #expect(lines.count == 3 && lines.allSatisfy { $0.contains("\(bad):") })
        let broken = try Self.file(in: program) { $0.replacing("jurisdiction: CN", with: "jurisdiction: [CN") }
        let chinese = try program.nicu("rules lint \(broken) --lang zh").err
        #expect(chinese.contains("不是有效的 YAML") && chinese.contains("\(broken):") && chinese.contains("缺"))
    }

    @Test("show and diff speak of criteria by name; the file printed is the file installed")
    func reading() throws {
        let program = try Program()
        let shown = try program.nicu("rules show strict-union").out
        #expect(shown.contains("min_h_if/1/min_h = 312") && shown.contains("practice"))
        let printed = program.folder + "/printed.yaml"
        try program.nicu("rules show aap-2008 --file").out.write(toFile: printed, atomically: true, encoding: .utf8)
        #expect(try program.nicu("rules diff aap-2008 \(printed)").out == "no difference\n")
        let other = try Self.file(in: program) { text in
            text.replacing("min: 2000,", with: "min: 1800,").replacing("- id: tests_normal", with: "- id: tests_done")
        }
        let diff = try program.nicu("rules diff cn-2017 \(other)").out
        #expect(diff.contains("~ criteria/weight_min/params/min: 2000 → 1800"))
        #expect(
            diff.contains("- criteria/tests_normal/kind: attested")
                && diff.contains("+ criteria/tests_done/kind: attested"))
        #expect(try program.nicu("rules show nothing").status == 1)
    }
}
