import Foundation
import NICUCore
import Testing

@Suite("H41 what a story tells the family and the press, and what it leaves out")
struct StoryToldTests {
    private func demo(_ code: String = "an-an") throws -> Program { try StoryPageTests.demo(code) }
    private func story(_ program: Program, _ line: String) throws -> Program.Result {
        try StoryPageTests.story(program, line)
    }

    @Test(
        "The press page: months, weeks, grams; no day, no time, no place, in text, HTML and JSON",
        arguments: ["zh", "en"])
    func press(language: String) throws {
        let program = try demo()
        let text = StoryPageTests.flat(try story(program, "an-an --for press --lang \(language)").out)
        for words in language == "zh"
            ? ["2024年8月", "27 周", "800 克", "2024年11月", "93 天", "2580 克"]
            : ["August 2024", "27 weeks", "800 grams", "November 2024", "93 days", "2580 grams"]
        {
            #expect(text.contains(words), "\(words)")
        }
        for format in ["--format text", "--format html", "--json"] {
            let page = try story(program, "an-an --for press --lang \(language) \(format)").out
            let day =
                /\d{1,2}\s*(月\s*\d|[日号])|\d{4}-\d{2}-\d{2}|(January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(\D|$)|\d{1,2}(st|nd|rd|th)? (January|February|March|April|May|June|July|August|September|October|November|December)/
            #expect(page.firstMatch(of: day) == nil, "\(page.firstMatch(of: day)?.output.0 ?? "")")
            let body = page.split(separator: "</style>").last.map(String.init) ?? page
            #expect(body.firstMatch(of: /\d{1,2}:\d{2}/) == nil)
            for word in ["Demo NICU", "门诊", "clinic", "bed 12", "12床", "girl", "boy", "女", "男"] {
                #expect(!body.contains(word), "\(word)")
            }
        }
        let weeks = try story(program, "an-an --for press --lang \(language) --weeks --unit").out
        #expect(weeks.contains("Demo NICU") && !weeks.contains("93"))
        #expect(weeks.contains(language == "zh" ? "13 周" : "13 weeks"))
    }

    @Test("An old weight is none of today's: the press is not told it, the family with its day")
    func oldWeight() throws {
        let program = try demo("le-le")
        let (early, late) = ("--as-of 2024-11-20T08:00", "--as-of 2024-11-29T08:00")
        #expect(try story(program, "le-le --for press \(early)").out.contains("weighing 1456"))
        let press = try story(program, "le-le --for press \(late)").out
        #expect(press.contains("still in intensive care.") && !press.contains("Last weight"))
        let family = try story(program, "le-le --for family \(late)").out
        #expect(family.contains("1456 g (20 November 2024)"))
    }

    @Test("What was left out is counted, not recited: more in the record is more in the list")
    func removed() throws {
        let program = try demo()
        func counts(_ audience: String) throws -> [String: Int64] {
            let json = try story(program, "an-an --for \(audience) --json").json
            let pairs = (json["removed"]?.elements ?? []).map { ($0["kind"]?.string ?? "", $0["count"]?.integer ?? 0) }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
        let before = try counts("press")
        #expect(before["names"] == 3 && before["codes"] == 1 && before["beds"] == 2 && before["screens"] == 16)
        #expect(try counts("family")["screens"] == nil && counts("family")["days"] == nil)
        #expect(try program.run(["note", "an-an", "--at", "2024-11-19T11:17"], input: "虚构\n").status == 0)
        #expect(try program.nicu("immunise an-an bcg --lot LOT-5521 --at 2024-11-19T10:00").status == 0)
        let after = try counts("press")
        #expect(after["texts"] == before["texts"].map { $0 + 1 } && after["lots"] == (before["lots"] ?? 0) + 1)
        #expect(
            after["entries"] == before["entries"].map { $0 + 2 } && after["times"] == before["times"].map { $0 + 2 })
        let said = try story(program, "an-an --for press").err
        #expect(
            said.contains("3 names or numbers") && said.contains("1 code,") && said.contains("16 results of checks"))
    }

    @Test(
        "The family page in lay words: ages, weights, breathing, feeding, checks, appointments",
        arguments: ["zh", "en"])
    func family(language: String) throws {
        let program = try demo()
        let text = StoryPageTests.flat(try story(program, "an-an --for family --lang \(language)").out)
        for words in language == "zh"
            ? [
                "安安出生于2024年8月19日，怀孕 27 周", "93 天（13 周 2 天）", "2024年11月18日前后", "最轻是 730 克", "2024年8月19日至23日 呼吸机",
                "全部用嘴喝", "听力检查 2024年11月13日 通过", "2024年11月25日 09:00", "最晚2024年12月4日", "还在生长，需要再看",
            ]
            : [
                "An-an was born on 19 August 2024 after 27 weeks of pregnancy", "93 days (13 weeks, 2 days)",
                "around 18 November 2024", "the lowest was 730 grams", "19–23 August 2024 a breathing machine",
                "all milk by mouth", "25 November 2024 09:00", "by 4 December 2024 at the latest",
                "still growing, another look",
            ]
        {
            #expect(text.contains(words), "\(words)")
        }
        let html = try story(program, "an-an --for family --lang \(language) --format html").out
        #expect(html.contains("<html lang=\"\(language == "zh" ? "zh-Hans" : "en")\">"))
        for mark in ["<h1>", "<h2 id=\"age\">", "<th scope=\"col\"", "<caption>", "role=\"img\"", "<title>"] {
            #expect(html.contains(mark), "\(mark)")
        }
        let alone = html.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "")
        for word in ["http", "src=", "href=", "url(", "@import", "<script"] {
            #expect(!alone.contains(word), "\(word)")
        }
    }

    @Test(
        "What lies ahead stands there only where it is asked for: as a span with what it assumes, never after the stay")
    func projections() throws {
        let program = try demo()
        #expect(try program.nicu("consent le-le family-page granted --signed").status == 0)
        let line = "le-le --for family --as-of 2024-11-20T08:00"
        let (without, with) = (
            try story(program, line).out, StoryPageTests.flat(try story(program, line + " --projections").out)
        )
        #expect(!without.contains("Looking ahead") && !without.contains("This assumes"))
        #expect(!without.contains("27 November 2024"))
        #expect(with.contains("Looking ahead") && with.contains("This assumes"))
        let range = try #require(with.firstMatch(of: /on 27 November 2024 lies between about (\d+) and (\d+) grams/))
        #expect(Int(range.output.1) ?? 0 < Int(range.output.2) ?? 0)
        let after = StoryPageTests.flat(try story(program, "an-an --for family --projections").out)
        #expect(after.contains("After the stay nothing is estimated here.") && !after.contains("lies between"))
        let press = try program.nicu("story an-an --for press --projections")
        #expect(press.status == 64 && press.out.isEmpty, "\(press.err)")
    }

    @Test("During the stay the family reads what is waited for as plain things, without a verdict")
    func waiting() throws {
        let program = try demo("le-le")
        let text = StoryPageTests.flat(try story(program, "le-le --for family --as-of 2024-11-20T08:00").out)
        for words in [
            "still learning to drink everything by mouth", "still learning to breathe without any help",
            "the list says 2000 grams, it is 1456 grams now", "decided by the doctors together with you",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        for word in ["not met", "criteria", "unknown", "NIPPV", "CPAP", "methylxanthine"] {
            #expect(!text.contains(word))
        }
        #expect(!(try story(demo(), "an-an --for family").out.contains("still waiting for")))
    }

    @Test("The same moments give the same bytes, whatever is recorded later; each reading is noted")
    func reproducible() throws {
        let program = try demo("le-le")
        let position = try program.count()
        let lines = ["family --format html", "family --json", "press --format html", "press --json"]
        let moments = "--as-of 2024-11-20T08:00 --known-at #\(position)"
        let first = try lines.map { try story(program, "le-le --for \($0) \(moments)").out }
        #expect(try program.nicu("weigh le-le 1475g --at 2024-11-21T06:00").status == 0)
        #expect(try program.nicu("weigh le-le 1456g --at 2024-11-20T05:00").status != 64)
        #expect(try lines.map { try story(program, "le-le --for \($0) \(moments)").out } == first)
        let log = try String(contentsOfFile: program.folder + "/nicu.db.access", encoding: .utf8)
        #expect(log.contains("\"story-family\"") && log.contains("\"story-press\""))
    }
}
