import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("Charts through the program")
struct ChartTests {
    @Test(
        "The terminal chart: every line fits, the same for the same instants, values and struck values marked",
        .packs("fenton-2013"))
    func terminal() throws {
        let program = try StoryTests.demo()
        let instants = "--known-at #400 --as-of 2024-11-20T10:00"
        for (language, marks) in [("en", ""), ("zh", ""), ("en", " --plain"), ("zh", " --plain")] {
            let line = "growth an-an --chart \(instants) --lang \(language)\(marks)"
            let result = try program.nicu(line)
            #expect(result.status == 0, "\(result.err)")
            #expect(try program.nicu(line).out == result.out)
            let canvas = result.out.split(separator: "\n").filter { $0.contains(" |") }
            #expect(canvas.count >= 20 + 12 + 12)
            #expect(canvas.allSatisfy { Table.width(String($0)) <= 80 })
            #expect(result.out.contains("fenton-2013 1") && result.out.contains("*"))
            #expect(result.out.contains("PMA wk") == (language == "en"))
            if !marks.isEmpty {
                #expect(canvas.allSatisfy { $0.utf8.count == $0.count }, "the canvas is ASCII")
            }
        }
        let one = try program.nicu("growth an-an --chart --measure head \(instants)").out
        #expect(one.contains("head (cm)") && !one.contains("weight (g)"))
        #expect(try program.nicu("growth an-an --chart --measure girth").status == 64)
        #expect(try program.nicu("growth an-an --chart --json").status == 64)
    }

    @Test("A struck value is hollow in both charts", .packs("fenton-2013"))
    func struck() throws {
        let program = try Program().prepared()
        let weigh = try program.confirmed("weigh an-an 1490g --at 2024-08-20T06:00 --json").json
        let seq = try #require(weigh["entries"]?.elements[0]["seq"]?.integer)
        #expect(try program.confirmed("weigh an-an 790g --at 2024-08-21T06:00").status == 0)
        func canvas() throws -> String {
            try program.nicu("growth an-an --chart --plain --measure weight").out.split(separator: "\n")
                .filter { $0.contains(" |") }.joined()
        }
        let before = try canvas()
        #expect(before.count { $0 == "*" } == 3 && !before.contains("o"))
        #expect(try program.nicu("strike \(seq) --reason misread").status == 0)
        let after = try canvas()
        #expect(after.count { $0 == "*" } == 2 && after.count { $0 == "o" } == 1)
        #expect(try program.nicu("growth an-an --svg \(program.folder)/c.svg").status == 0)
        let svg = try String(contentsOfFile: program.folder + "/c.svg", encoding: .utf8)
        #expect(svg.components(separatedBy: "fill=\"#fff\" stroke=\"#000\"").count == 2)
    }

    @Test(
        "After 50+0 the other reference stands alone; the change is drawn as a step and labelled",
        .packs("fenton-2013", "who-2006"))
    func step() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit Test --timezone Asia/Shanghai --clinician li.min").status == 0)
        #expect(try program.nicu("admit da-da --sex male --born 2024-01-01T06:00 --ga 38+0 --weight 3000g").status == 0)
        for (date, value) in [("2024-02-01", "4000g"), ("2024-04-15", "6200g")] {
            #expect(try program.nicu("weigh da-da \(value) --at \(date)T06:00").status == 0)
        }
        let text = try program.nicu("growth da-da").out
        #expect(text.contains("chart step, not growth"))
        let last = try #require(text.split(separator: "\n").first { $0.hasPrefix("2024-04-15") })
        let middle = try #require(text.split(separator: "\n").first { $0.hasPrefix("2024-02-01") })
        #expect(last.count { $0 == "(" } == 1 && middle.count { $0 == "(" } == 2, "\(text)")
        for (language, words) in [("en", "chart step, not growth"), ("zh", "换图，不是生长")] {
            let file = program.folder + "/\(language).svg"
            #expect(try program.nicu("growth da-da --svg \(file) --lang \(language)").status == 0)
            let svg = try String(contentsOfFile: file, encoding: .utf8)
            #expect(svg.contains("50+0") && svg.contains(words) && svg.contains("stroke-dasharray"))
            #expect(svg.contains("fenton-2013 1") && svg.contains("who-2006 1"))
        }
        #expect(try program.nicu("growth da-da --chart --plain").out.contains("|"))
    }
}
