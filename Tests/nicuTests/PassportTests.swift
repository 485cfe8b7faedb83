import Foundation
import NICUCore
import Testing

@Suite("H19 H34 the passport: one page that people read, and that restores the course")
struct PassportTests {
    static let codes = ["an-an", "bao-bao", "le-le", "he-he", "ruo-ruo", "qiao-qiao"]

    @Test("Read into an empty record it gives the same entries, and the same lines again", arguments: codes)
    func roundTrip(code: String) throws {
        let program = try StoryTests.demo()
        let page = program.folder + "/\(code).html"
        #expect(try program.nicu("timeline \(code) --format html -o \(page)").status == 0)
        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Asia/Shanghai --clinician li.min").status == 0)
        let taken = try other.nicu("import \(page)")
        #expect(taken.status == 0, "\(taken.err)")
        let lines = try program.nicu("timeline \(code) --format ndjson").out
        #expect(try other.nicu("timeline \(code) --format ndjson").out == lines)
        for place in [program, other] {
            let checked = try place.nicu("verify \(page) --json")
            #expect(checked.status == 0, "\(checked.out)")
            #expect(try checked.json["here"] == checked.json["entries"] && checked.json["differing"]?.integer == 0)
        }
        #expect(try other.nicu("verify").status == 0)
    }

    @Test("It stands alone, runs nothing, names nobody else, and what was corrected stands struck through")
    func page() throws {
        let program = try StoryTests.demo()
        #expect(try program.run(["identity", "le-le"], input: "name=虚构小乐\nhospital_number=ZY0042\n").status == 0)
        for code in ["an-an", "le-le"] { #expect(try program.run(["note", code], input: "planted 私语").status == 0) }
        #expect(try program.nicu("timeline an-an --as-of now").out.contains("planted 私语"))
        for code in Self.codes {
            let whole = try program.nicu("timeline \(code) --format html").out
            // The FHIR document names code systems by their addresses; nothing fetches them.
            let parts = whole.components(separatedBy: "<script type=\"application/fhir+json\" id=\"nicu-fhir\">")
            #expect(parts.count == 2)
            let html = parts[0]
            #expect(try JSON(text: parts[1].components(separatedBy: "</script>")[0])["type"] == "document")
            #expect(!html.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "").contains("http"))
            for word in ["planted", "私语", "src=", "href=", "@import", "url(", "onload", "虚构小乐", "ZY0042"] {
                #expect(!html.contains(word))
            }
            let scripts = html.components(separatedBy: "<script").count - 1
            #expect(
                scripts == 2 && whole.components(separatedBy: "<script").count == 4
                    && html.contains("type=\"application/x-ndjson\"") && !html.contains("text/javascript"))
            let twins: [String: String] = ["bao-bao": "yue-yue"]
            for other in try program.nicu("list --all").out.split(separator: "\n").dropFirst(2) {
                let name = other.prefix { $0 != " " }
                guard name.contains("-"), name != code, twins[code] != String(name) else { continue }
                #expect(!html.contains(name), "\(name) in \(code)")
            }
            for mark in ["<h2>", "<th scope=\"col\">", "<caption>", "role=\"img\"", "<title>"] {
                #expect(html.contains(mark))
            }
        }
        #expect(try program.nicu("timeline an-an --format html").out.contains("<del>"))
        let chinese = try program.run(["timeline", "an-an", "--format", "html", "--lang", "zh"]).out
        #expect(chinese.contains("<html lang=\"zh-Hans\">") && chinese.contains("患儿病程档案"))
    }

    @Test("The same moments give the same bytes, whatever is recorded later")
    func reproducible() throws {
        let program = try StoryTests.demo()
        let line = "timeline le-le --format html --as-of 2024-11-20T08:00 --known-at #900"
        let first = try program.nicu(line).out
        #expect(try program.nicu("weigh le-le 1475g --at 2024-11-21T06:00").status == 0)
        #expect(try program.nicu(line).out == first)
    }

    @Test("What was changed or cut is refused with what is wrong, and takes nothing")
    func broken() throws {
        let program = try StoryTests.demo()
        let html = try program.nicu("timeline le-le --format html").out
        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Asia/Shanghai --clinician li.min").status == 0)
        let count = try other.count()
        for (text, words) in [
            (html.replacingOccurrences(of: "\"value\":1456", with: "\"value\":1465"), "does not give its checksums"),
            (html.replacingOccurrences(of: "1456 g", with: "2456 g"), "does not give its checksums"),
            (html.replacingOccurrences(of: "\"head\":\"960:", with: "\"head\":\"961:"), "does not give its checksums"),
            (html.replacingOccurrences(of: "nicu-manifest", with: "manifest"), "carries no entries"),
            ("<!DOCTYPE html><p>", "carries no entries"),
            (
                html.replacingOccurrences(of: "\"version\":1,\"software\"", with: "\"version\":9,\"software\""),
                "newer form (9)"
            ),
        ] {
            let isChanged = text != html
            #expect(isChanged, "nothing was changed: \(words)")
            for command in [["import", "-"], ["verify", "-"]] {
                let result = try other.run(command, input: text)
                #expect(result.status == 1 && result.err.contains(words), "\(result.err)")
            }
        }
        #expect(try other.count() == count)
    }

    @Test("Simulated infants with twins, corrections and strikes go through the page and come back whole")
    func simulated() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit Sim --timezone Asia/Shanghai --clinician li.min").status == 0)
        let lines = try program.nicu("simulate --infants 12 --seed 5").out
        #expect(try program.run(["import", "-"], input: lines).status == 0)
        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Asia/Shanghai --clinician li.min").status == 0)
        let codes = try program.nicu("list --all --json").json.elements.compactMap { $0["infant"]?.string }
        #expect(codes.count == 12)
        for code in codes {
            let html = try program.nicu("timeline \(code) --format html").out
            let taken = try other.run(["import", "-"], input: html)
            #expect(taken.status == 0, "\(taken.err)")
            let (here, there) = (
                try program.nicu("timeline \(code) --format ndjson").out,
                try other.nicu("timeline \(code) --format ndjson").out
            )
            #expect(here == there)
        }
    }
}
