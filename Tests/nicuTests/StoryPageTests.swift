import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("H41 stories for the family and the press: with consent, under an alias, and nothing that tells more")
struct StoryPageTests {
    static let identity = "name=虚构小安\nhospital_number=ZY-2024-0819\nguardian=虚构大安\nalias=安安 / An-an\n"

    /// The demonstration with an identity, both consents, and whatever else is asked for.
    static func demo(_ code: String = "an-an", consents: [String] = ["family-page", "press"]) throws -> Program {
        let program = try StoryTests.demo()
        #expect(try program.run(["identity", code], input: identity).status == 0)
        for item in consents {
            #expect(try program.nicu("consent \(code) \(item) granted --signed").status == 0)
        }
        return program
    }

    static func story(_ program: Program, _ line: String) throws -> Program.Result {
        let result = try program.nicu("story \(line)")
        #expect(result.status == 0, "\(line): \(result.err)")
        return result
    }

    static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Consent

    @Test(
        "Without a consent no page is written, and the sentence says which command records it", arguments: ["zh", "en"])
    func noConsent(language: String) throws {
        let program = try Self.demo(consents: [])
        for (audience, item) in [("family", "family-page"), ("press", "press")] {
            let result = try program.nicu("story an-an --for \(audience) --lang \(language)")
            #expect(result.status == 1 && result.out.isEmpty)
            #expect(result.err.contains("nicu consent an-an \(item) granted"), "\(result.err)")
            // A consent to the other page is none to this.
            let other = item == "press" ? "family-page" : "press"
            #expect(try program.nicu("consent an-an \(other) granted").status == 0)
            #expect(try program.nicu("story an-an --for \(audience)").status == 1)
            #expect(try program.nicu("consent an-an \(other) withdrawn").status == 0)
        }
    }

    @Test("A consent that was withdrawn holds no more, for pages about earlier moments neither; given anew it holds")
    func withdrawn() throws {
        let program = try Self.demo()
        _ = try Self.story(program, "an-an --for press")
        let position = try program.count()
        for item in ["press", "family-page"] {
            #expect(try program.nicu("consent an-an \(item) withdrawn").status == 0)
        }
        for audience in ["press", "family"] {
            for moment in ["", " --as-of 2024-11-01T08:00", " --known-at #\(position)"] {
                let result = try program.nicu("story an-an --for \(audience)\(moment)")
                #expect(
                    result.status == 1 && result.out.isEmpty && result.err.contains("was withdrawn at"), "\(result.err)"
                )
            }
        }
        #expect(try program.nicu("consent an-an press granted").status == 0)
        let unsigned = try Self.story(program, "an-an --for press")
        #expect(unsigned.err.contains("does not say that the form is signed"))
    }

    @Test("After death or withdrawal of treatment there is no family page, and the press needs a consent given since")
    func ended() throws {
        for (code, day) in [("ruo-ruo", "2024-11-10"), ("he-he", "2024-11-07")] {
            let program = try Self.demo(code, consents: [])
            #expect(try program.nicu("consent \(code) family-page granted --signed").status == 0)
            for moment in ["", " --as-of \(day)T12:00"] {
                let family = try program.nicu("story \(code) --for family\(moment)")
                #expect(family.status == 1 && family.out.isEmpty && family.err.contains("there is no family page"))
            }
            #expect(try program.nicu("consent \(code) press granted --signed --at \(day)T08:00").status == 0)
            let old = try program.nicu("story \(code) --for press")
            #expect(old.status == 1 && old.out.isEmpty && old.err.contains("no longer counts"), "\(old.err)")
            #expect(try program.nicu("consent \(code) press granted --signed").status == 0)
            let page = try Self.story(program, "\(code) --for press").out
            #expect(page.contains("November 2024") && !page.contains("went home"))
            // Nothing is told of the way there.
            for word in ["lost some weight", "breathing machine", "Last weight", "In hospital"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    // MARK: Names

    @Test("The press page needs an alias; the family's page speaks of the baby where there is none")
    func alias() throws {
        let program = try StoryTests.demo()
        for item in ["press", "family-page"] {
            #expect(try program.nicu("consent le-le \(item) granted --signed").status == 0)
        }
        let refused = try program.nicu("story le-le --for press")
        #expect(
            refused.status == 1 && refused.out.isEmpty && refused.err.contains("`nicu identity le-le` takes `alias=…`"))
        #expect(try Self.story(program, "le-le --for family").out.hasPrefix("Your baby’s story"))
        #expect(try Self.story(program, "le-le --for family --lang zh").out.hasPrefix("宝宝的成长故事"))
        for (alias, kind) in [("虚构小乐", "a name"), ("1月2日宝宝", "a date finer than the month"), ("li.min", "a login")] {
            #expect(try program.run(["identity", "le-le"], input: "name=虚构小乐\nalias=\(alias)\n").status == 0)
            let told = try program.nicu("story le-le --for press")
            #expect(
                told.status == 1 && told.out.isEmpty && told.err.contains("the alias itself holds \(kind)"),
                "\(told.err)")
            #expect(!told.err.contains(alias))
        }
        #expect(try program.run(["identity", "le-le"], input: "alias=小星 / Star\n").status == 0)
        #expect(try Self.story(program, "le-le --for press").out.hasPrefix("The story of Star"))
        #expect(try program.run(["identity", "le-le"], input: "name=虚构小星\n").status == 0)
        #expect(try Self.story(program, "le-le --for press --lang zh").err.contains("化名是姓名的一部分"))
        // Later numbers without an alias take none away.
        #expect(try program.run(["identity", "le-le"], input: "hospital_number=ZY-77001\n").status == 0)
        #expect(try Self.story(program, "le-le --for press --lang zh").out.hasPrefix("小星的故事"))
    }

    @Test(
        "Neither page holds a name, number, code, login, sibling, entry or digest", arguments: ["zh", "en"],
        ["family", "press"])
    func nothing(language: String, audience: String) throws {
        let program = try Self.demo()
        #expect(try program.nicu("immunise an-an bcg --lot LOT-5521 --at 2024-11-19T10:00").status == 0)
        for format in ["text", "html"] {
            let page = try Self.story(program, "an-an --for \(audience) --lang \(language) --format \(format)").out
            let plain = page.lowercased()
            for word in ["虚构小安", "虚构大安", "zy-2024-0819", "li.min", "dr.he", "bao-bao", "lot-5521", "nicu.db"] {
                #expect(!plain.contains(word), "\(word)")
            }
            #expect(!page.contains("an-an") && page.contains(language == "zh" ? "安安" : "An-an"))
            let head = try program.nicu("timeline an-an --json").json["head"]?.string ?? "none"
            #expect(head.contains(":") && !page.contains(head) && !page.contains(head.split(separator: ":")[1]))
            for word in Self.never { #expect(!plain.contains(word), "\(word)") }
        }
    }

    private static let never = [
        "可以出院", "ready to go home", "caught up", "追赶", "营养不良", "malnutrition", "eugr", "宫外生长迟缓", "centile", "百分位",
        "z-score",
    ]

    @Test("A twin's page says nothing of the other, by code, name or order", arguments: ["family", "press"])
    func twins(audience: String) throws {
        let program = try StoryTests.demo()
        for code in ["bao-bao", "yue-yue"] {
            let letter = try RoundTests.letter(code)
            let name = code == "bao-bao" ? "虚构甲\nalias=小宝 / Bao" : "虚构乙\nalias=小月 / Yue"
            #expect(try program.run(["identity", code, "--check", letter], input: "name=\(name)\n").status == 0)
            for item in ["press", "family-page"] {
                #expect(try program.nicu("consent \(code) \(item) granted --signed --check \(letter)").status == 0)
            }
        }
        for language in ["zh", "en"] {
            let page = try Self.story(program, "bao-bao --for \(audience) --lang \(language) --format html").out
            for word in ["yue-yue", "小月", "Yue", "虚构乙", "虚构甲", "twin", "双胎", "sibling", "同胞"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    @Test("What was recorded where nobody expects it keeps a page from being written, and is not repeated")
    func planted() throws {
        let program = try Self.demo()
        let line = "task an-an hearing pass --method aabr --follow-up 2024-12-20 --at 2024-11-19T10:00 --place"
        #expect(try program.run(line.split(separator: " ").map(String.init) + ["虚构大安家"]).status == 0)
        let family = try program.nicu("story an-an --for family")
        #expect(family.status == 1 && family.out.isEmpty && family.err.contains("still holds a name"), "\(family.err)")
        #expect(!family.err.contains("虚构大安"))
        // The press is told no place.
        _ = try Self.story(program, "an-an --for press")
    }

    @Test("Without the sealing key there is no press page, and the family's page uses no alias")
    func withoutKey() throws {
        let program = try Self.demo()
        let keys = program.folder + "/nicu.db.keys"
        for file in try FileManager.default.contentsOfDirectory(atPath: keys) where file.contains("seal") {
            try FileManager.default.removeItem(atPath: keys + "/" + file)
        }
        let press = try program.nicu("story an-an --for press")
        #expect(press.status == 1 && press.out.isEmpty && press.err.contains("without the sealing key"), "\(press.err)")
        let family = try Self.story(program, "an-an --for family")
        #expect(family.out.hasPrefix("Your baby’s story") && family.err.contains("names cannot be looked for"))
    }
}
