import Foundation
import NICUCore
import Testing

@Suite("What is due")
struct DueCommandTests {
    @Test("one infant: text with windows, JSON with every item, all four guidelines on request")
    func one() throws {
        let program = try Program().prepared()
        let page = try program.nicu("due an-an --as-of 2024-09-14 --guidelines all")
        #expect(page.status == 0, "\(page.err)")
        #expect(page.out.contains("2024-09-16 (d 28)") && page.out.contains("UK") && page.out.contains("overdue"))
        let json = try program.nicu("due an-an --as-of 2024-09-14 --guidelines all --json").json
        let eyes = json["items"]?.elements.filter { $0["topic"]?.string == "rop_first" } ?? []
        #expect(eyes.count == 4 && eyes.allSatisfy { $0["from"]?.string == "2024-09-16" })
        #expect(json["followUp"]?["class"]?.string == "high" && json["schedule"]?["digest"]?.string?.count == 64)
        let near = try program.nicu("due an-an --as-of 2024-09-10").out
        let far = try program.nicu("due an-an --as-of 2024-09-10 --within 10d").out
        #expect(!near.contains("First eye") && far.contains("First eye"))
        // JSON is filtered as the text is, and says so.
        func answer(_ more: String) throws -> (JSON, [String]) {
            let json = try program.nicu("due an-an --as-of 2024-09-10 --json \(more)").json
            return (json, json["items"]?.elements.compactMap { $0["id"]?.string } ?? [])
        }
        let (brief, ids) = try answer("")
        #expect(!ids.contains("rop_first_cn") && brief["filter"]?["all"] == .bool(false))
        #expect(try answer("--within 10d").1.contains("rop_first_cn"))
        let (whole, every) = try answer("--all")
        #expect(every.count > ids.count && whole["left"] == .integer(0))
        #expect(brief["left"] == .integer(Int64(every.count - ids.count)))
        let item = whole["items"]?.elements.first { $0["id"]?.string == "rop_first_cn" }
        #expect(item?["confidence"]?.string == "read2" && item?["byBasis"]?.string == "guideline")
        #expect(try program.nicu("due an-an --as-of 2024-09-10 --all").out.contains("guideline (seen on a secondary"))
        #expect(try program.run(["due", "an-an", "--lang", "zh", "--as-of", "2024-09-14"]).out.contains("逾期"))
    }

    @Test("the ward: infants in the unit and those gone home with visits to come; of those who died their paper alone")
    func ward() throws {
        let program = try StoryTests.demo()
        let ward = try program.nicu("due --as-of 2024-11-25")
        #expect(ward.status == 0 && ward.out.contains("an-an") && ward.out.contains("Follow-up, high risk"))
        #expect(ward.out.contains("le-le"))
        // Visits that ran out do not hide what is still overdue.
        #expect(try program.nicu("due --as-of 2026-11-24").out.contains("an-an"))
        let ended = ["discharge", "le-le", "--to", "death", "--at", "2024-11-24T09:00", "--by", "dr.he"]
        #expect(try program.run(ended).status == 0)
        let lines = try program.nicu("due --as-of 2024-11-25").out.split(separator: "\n").filter {
            $0.hasPrefix("le-le")
        }
        #expect(lines.count == 1 && lines[0].contains("Death record"), "\(lines)")
        #expect(try program.nicu("due le-le --as-of 2024-11-25").out.contains("no screens, vaccines or visits"))
    }

    @Test("an item can be waived by its name; a unit's own edition is installed, used and taken away again")
    func own() throws {
        let program = try Program().prepared()
        #expect(try program.run(["clinician", "add", "dr.he", "--role", "physician"]).status == 0)
        let waived = try program.run([
            "waive", "an-an", "heart", "--reason", "echocardiogram elsewhere", "--by", "dr.he", "--at",
            "2024-08-20T08:00",
        ])
        #expect(waived.status == 0, "\(waived.err)")
        #expect(try program.nicu("due an-an --as-of 2024-09-14 --all").out.contains("waived"))
        let file = program.folder + "/screens.yaml"
        let seed = try program.nicu("rules show screens --file").out
        let text = seed.replacingOccurrences(of: "version: 0.1.0", with: "version: 0.2.0")
            .replacingOccurrences(
                of: "{later_of: [{pna_d: 28}, {pma_d: 217}]}, by: {later_of: [{pna_d: 42}",
                with: "{later_of: [{pna_d: 30}, {pma_d: 217}]}, by: {later_of: [{pna_d: 42}")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try program.run(["rules", "lint", file]).out.contains("items"))
        #expect(try program.run(["rules", "add", file, "--reason", "our eye clinic"]).status == 0)
        func opens() throws -> String? {
            try program.nicu("due an-an --as-of 2024-09-10 --json --all").json["items"]?.elements
                .first { $0["id"]?.string == "rop_first_cn" }?["from"]?.string
        }
        #expect(try opens() == "2024-09-18")
        #expect(try program.run(["rules", "remove", "screens@0.2.0", "--reason", "back"]).status == 0)
        #expect(try opens() == "2024-09-16")
        #expect(try program.run(["rules", "use", "screens"]).status == 1)
    }

    @Test(
        "classes of one infant with their sources; a diagnosis is not taken for a task, its grade is one of the scheme's"
    )
    func classify() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("problem an-an rop --grade 2 --at 2024-10-01T08:00").status == 0)
        let wrong = try program.nicu("problem an-an ivh --grade V --at 2024-10-01T08:00")
        #expect(wrong.status == 64 && wrong.err.contains("I, II, III, IV"))
        let page = try program.nicu("classify an-an --as-of 2024-10-02").out
        #expect(page.contains("extremely preterm") && page.contains("2  ridge") && page.contains("ENGLE2007"))
        let classes = try program.nicu("classify an-an --json --as-of 2024-10-02").json["classes"]?.elements ?? []
        let eyes = classes.first { $0["scheme"]?.string == "rop_stage" }
        #expect(classes.count == 11 && eyes?["class"]?.string == "2")
        #expect(try program.nicu("classify no-one").status == 1)
    }

    @Test("bad input gets one sentence and the documented code")
    func refusals() throws {
        let program = try Program().prepared()
        for (line, status) in [
            ("due no-one", 1), ("due an-an --within soon", 64), ("due an-an --guidelines FR", 64),
            ("due an-an --as-of yesterdayish", 64),
        ] {
            let result = try program.nicu(line)
            #expect(
                result.status == Int32(status) && result.out.isEmpty && !result.err.isEmpty, "\(line): \(result.err)")
        }
    }

    @Test(
        "simulated courses come the same twice, the shorter stream begins the longer, and a record takes all of them",
        .packs("fenton-2013"))
    func simulate() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit Test --timezone Asia/Shanghai --clinician li.min").status == 0)
        let short = try program.nicu("simulate --infants 4 --seed 3").out
        let long = try program.nicu("simulate --infants 8 --seed 3").out
        #expect(long.hasPrefix(short) && long != short && !short.isEmpty)
        let file = program.folder + "/courses.ndjson"
        try long.write(toFile: file, atomically: true, encoding: .utf8)
        let taken = try program.run(["import", file])
        #expect(taken.status == 0, "\(taken.err.prefix(400))")
        #expect(try program.nicu("verify").status == 0)
        #expect(try program.nicu("list --all --json").json.elements.count == 8)
        let open = try program.nicu("simulate --infants 3 --seed 3 --days 5").out
        #expect(!open.contains("\"kind\":\"discharge\"") && open.contains("\"kind\":\"measurement\""))
        for line in [
            "simulate --infants 0 --seed 1", "simulate --infants 1 --seed 1 --days 0",
            "simulate --infants 1 --seed 1 --from spring", "simulate --infants 1",
        ] {
            #expect(try program.nicu(line).status == 64, "\(line)")
        }
    }

    @Test("H9 two guidelines' items of one title are told apart in due, show and on the board")
    func titles() throws {
        let program = try StoryTests.demo()
        for line in ["due wen-wen", "show wen-wen", "due"] {
            let words = try program.nicu(line).out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let titles = words.components(separatedBy: "First head ultrasound").dropFirst()
            #expect(!titles.isEmpty, "\(line): \(words)")
            let wen = line == "due" ? titles.prefix(2) : titles[...]
            #expect(wen.allSatisfy { $0.hasPrefix(" (CA guideline)") || $0.hasPrefix(" (US guideline)") }, "\(words)")
        }
        #expect(try program.nicu("due wen-wen --lang zh").out.contains("首次头颅超声（CA 指南）"))
        let alone = try program.nicu("due wen-wen --guidelines CA").out
        #expect(alone.contains("First head ultrasound") && !alone.contains("(CA guideline)"), "\(alone)")
    }
}
