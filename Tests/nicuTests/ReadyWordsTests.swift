import Foundation
import NICUCore
import Testing

@Suite("What ready says, in both languages")
struct ReadyWordsTests {
    @Test("JSON is the same to the byte in Chinese and in English")
    func machines() throws {
        let program = try StoryTests.demo()
        #expect(try program.run(["waive", "le-le", "hearing", "--reason", "转院后复查"]).status == 0)
        #expect(try program.nicu("decide an-an").status == 0)
        for line in [
            "ready an-an", "ready le-le --as-of 2024-11-20T10:00", "ready le-le --rules cn-2017,strict-union",
            "ready --all", "ready --all --rules cn-2017,aap-2008", "due le-le", "due", "decide an-an --check",
        ] {
            let known = "--json --known-at 2026-01-01T00:00+08:00"
            let ask = line.hasPrefix("decide") ? "\(line) --json" : "\(line) \(known)"
            let en = try program.nicu("\(ask) --lang en")
            let zh = try program.nicu("\(ask) --lang zh")
            #expect(en.status == 0 && !en.out.isEmpty, "\(line): \(en.err)")
            #expect(Self.withoutNow(en.out) == Self.withoutNow(zh.out), "\(line)")
        }
    }

    /// Two runs may see two seconds; nothing else may differ.
    private static func withoutNow(_ text: String) -> String {
        text.replacing(/"(asOf|knownAt)":"[^"]*"/, with: "")
    }

    @Test("a waiver says who, why and until when, claims no physician, and counts neither by record nor as met")
    func waived() throws {
        let program = try StoryTests.demo()
        let before = try program.nicu("ready le-le").out
        let waive = ["waive", "le-le", "weight-min", "--reason", "goes to a unit next door", "--until", "2099-01-02"]
        let saved = try program.run(waive)
        #expect(saved.status == 0 && saved.out.contains("waives weight_min, why: goes to a unit next door, until 2099"))
        let en = try program.nicu("ready le-le --explain").out
        #expect(en.contains("waived by li.min (") && en.contains(", why: goes to a unit next door, until 2099-01-02)"))
        #expect(en.contains("; otherwise: ") && en.contains("waives Weight, why: goes to a unit next door"))
        #expect(en.contains("(waived: Weight)") && en.contains(", 1 waived)") && !before.contains("waived"))
        let zh = try program.nicu("ready le-le --lang zh").out
        #expect(zh.contains("由 li.min 豁免（") && zh.contains("原因：goes to a unit next door，有效至 2099-01-02）"))
        #expect(zh.contains("豁免 1 项") && !zh.contains("医师同意"))
        func byRecord(_ text: String) -> [Substring] {
            text.split(separator: "\n").compactMap { $0.firstMatch(of: /(\d+) by record/)?.output.1 }
        }
        #expect(byRecord(before) == byRecord(en), "a waiver is no record")
    }

    @Test("how the window was watched, hours beyond those needed, and the words behind a rule")
    func explained() throws {
        let program = try StoryTests.demo()
        let en = try program.nicu("ready an-an --explain").out
        #expect(
            en.contains(
                "no counted event for 342 h (168 h needed), 21 of 21 shifts reviewed, monitor on for 342 of 342 h, since"
            ))
        #expect(en.contains("feeding: oral since 2024-11-09 11:00, 263 h (24 h needed)"))
        #expect(
            en.contains("min_h=168") && en.contains("seen on a secondary page only")
                && en.contains(" — read; low authority"))
        #expect(!en.contains("[memory]") && !en.contains("[]") && !en.contains("[read2]"))
        let zh = try program.nicu("ready an-an --explain --lang zh").out
        #expect(zh.contains("无计入的事件观察 342 小时（需 168 小时），21/21 班已回顾，监护 342/342 小时，自 "))
        #expect(zh.contains("仅见于转引页面") && !zh.contains("read2") && !zh.contains("倒计时"))
        let le = try program.nicu("ready le-le --as-of 2024-11-20T10:00").out
        #expect(le.contains("respiratory support: CPAP since 2024-10-14 22:50; 1 of 1 shifts reviewed"))
    }

    @Test("H9 where events are recorded that do not count, none that counts is said, and an intervention that was none")
    func uncounted() throws {
        let program = try StoryTests.demo()
        func line(_ language: String) throws -> String {
            let words = try program.nicu("ready an-an --as-of 2024-11-20T10:00 --explain --lang \(language)").out
            return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let en = try line("en")
        #expect(en.contains("no counted event for 342 h") && en.contains("the end of the last counted event"), "\(en)")
        #expect(try line("zh").contains("（末次计入的事件结束）"))
        // One at a feed, later than the last that counts.
        let fed = try program.nicu("timeline an-an").out.split(separator: "\n").first {
            $0.contains("2024-11-11 14:30")
        }
        let row = try #require(fed)
        #expect(row.contains("no intervention") && !row.contains(", none"), "\(row)")
        let seq = try #require(row.split(separator: " ").first)
        #expect(try program.nicu("strike \(seq) --reason another-infant").status == 0)
        let after = try line("en")
        #expect(
            after.contains("no recorded event for 342 h") && after.contains("(the end of the last event)"), "\(after)")
    }

    @Test("a decision is told in words, and no age stands beside an entry of the unit")
    func decided() throws {
        let program = try StoryTests.demo()
        let out = try program.nicu("decide an-an").out
        #expect(out.contains("kept for a decision: listed criteria: all met (cn-2017 0.1.0)"))
        let lines = out.split(separator: "\n").filter { $0.hasPrefix("saved #") }
        #expect(lines.count == 2 && lines[0].contains("  age ") && !lines[1].contains("  age "), "\(out)")
        #expect(!out.contains("not_ready") && !out.contains("decision on verdict"))
    }

    @Test("an origin without criteria is said to have none")
    func noneListed() throws {
        let program = try StoryTests.demo()
        let text = try program.nicu("rules show cn-2017 --file").out
        let edited = text.replacing("version: 0.1.0", with: "version: 0.9.0").replacing(
            "basis: guideline, severity", with: "basis: related, severity"
        ).replacing(
            "basis: guideline\n", with: "basis: related\n")
        let file = program.folder + "/none.yaml"
        try edited.write(toFile: file, atomically: true, encoding: .utf8)
        let added = try program.run(["rules", "add", file, "--reason", "trial"])
        #expect(added.status == 0, "\(added.err)")
        let out = try program.nicu("ready an-an --rules cn-2017@0.9.0").out
        #expect(out.contains("guideline text: no criterion is listed"), "\(out)")
    }
}
