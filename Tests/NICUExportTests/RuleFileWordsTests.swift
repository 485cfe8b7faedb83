import NICUAssets
import NICUCore
import NICUExport
import Testing

@Suite("What is wrong with a rule file, in words")
struct RuleFileWordsTests {
    private static func sentence(_ text: String, _ language: Language) -> String {
        do {
            _ = try RuleFile.load(text: text, path: "x.yaml")
            return ""
        } catch {
            return Wording(language).ruleFile(error)
        }
    }

    static let broken = [
        "a: [1, 2", "a: {b: 1", "a: 'open", "a: b: c", "a:\n\t- 1", "a: *none", "a: @x", "a: \"\\q\"", "%FOO\na: 1",
        "a: 1\n- b", "- a\nb: 1", "a: !<x 1", "a: \u{7}", "? [a\n: b", "a: |0\n  x", "a: \"\\xzz\"", "[a]]",
        "--- a\n--- b",
        "&: 1", String(repeating: "[", count: 20_000), "a: 'x'y", "%YAML 9.9\n---\na: 1",
    ]

    @Test("text that is not YAML is told in Chinese without the parser's English", arguments: broken)
    func yaml(text: String) {
        let chinese = Self.sentence(text, .zh)
        #expect(chinese.hasPrefix("x.yaml:"), "\(chinese)")
        let words = chinese.replacing("x.yaml", with: "").replacing("YAML", with: "").replacing("UTF-8", with: "")
        #expect(!words.contains { $0.isASCII && $0.isLetter }, "\(chinese)")
        #expect(!words.contains("语法错误"), "\(chinese) — \(Self.sentence(text, .en))")
        #expect(Self.sentence(text, .en).contains("not valid YAML") || chinese.contains("键值表"))
    }

    @Test("bounds, empty lists, sizes and schedules by the wrong name have a sentence in both languages")
    func sentences() {
        let place = RuleFilePlace(path: "x.yaml", line: 3, column: 7)
        let problems: [(RuleFileProblem, String, String)] = [
            (
                .outside(place, .init("max_age_h", "99999"), 1...9600), "“max_age_h”99999 不可能；应在 1–9600 之内",
                "“max_age_h” 99999 is impossible; expected 1–9600"
            ),
            (
                .emptyList(place, key: "criteria"), "“criteria”为空；至少应有一项",
                "“criteria” is empty; expected at least one element"
            ),
            (
                .tooLarge(place, bytes: 300_000, limit: 262_144), "文件有 300000 字节；规则文件最多 262144 字节",
                "the file has 300000 bytes; a rule file has 262144 at most"
            ),
        ]
        for (problem, zh, en) in problems {
            #expect(Wording(.zh).ruleFile(problem) == "x.yaml:3:7: " + zh)
            #expect(Wording(.en).ruleFile(problem) == "x.yaml:3:7: " + en)
        }
        let octal = RuleFileProblem.wrongType(place, key: "min_h", value: "010", expected: .positiveNumber)
        #expect(Wording(.zh).ruleFile(octal) == "x.yaml:3:7: “min_h”应为正整数，而不是“010”（前面不写 0）")
        #expect(Wording(.en).ruleFile(octal).hasSuffix("not “010” (no leading zeros)"))
        #expect(Wording(.zh).ruleFile(.isSchedule(id: "screens", known: ["a"])).contains("不是出院标准规则集"))
    }

    @Test("what was seen of a source is told in the reader's language; one text serves both")
    func seen() throws {
        let rules = try RuleLibrary.ruleSet(id: "strict-union")
        #expect(rules.source("CN-LAY")?.seen == RuleText(zh: "已读；权威性低", en: "read; low authority"))
        #expect(rulesText(rules, parameters: [:], Wording(.zh)).contains(" — 已读；权威性低"))
        #expect(!rulesText(rules, parameters: [:], Wording(.zh)).contains("low authority"))
        #expect(rulesText(rules, parameters: [:], Wording(.en)).contains(" — read; low authority"))
        let text = try #require(EmbeddedFiles.text(at: "seeds/rules/strict-union.yaml"))
        let own = text.replacing("{zh: 已读；权威性低, en: 'read; low authority'}", with: "read by us")
        let both = RuleText(zh: "read by us", en: "read by us")
        #expect(try RuleFile.load(text: own, path: "x").source("CN-LAY")?.seen == both)
        for source in rules.sources { #expect(source.seen.map { $0.zh != $0.en } ?? true, "\(source.id)") }
        for source in try RuleBook().schedule().sources + ClassificationFile.embedded().sources {
            #expect(source.seen.map { $0.zh != $0.en } ?? true, "\(source.id)")
        }
    }
}
