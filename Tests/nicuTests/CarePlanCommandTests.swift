import Foundation
import NICUCore
import Testing

@Suite("Plan, intake, medication, communication, consent and days")
struct CarePlanCommandTests {
    /// Runs lines one after the other; a word in quotes may hold spaces.
    private func enter(_ program: Program, _ lines: [[String]]) throws {
        for line in lines {
            let result = try program.run(line)
            #expect(result.status == 0, "\(line): \(result.err)")
        }
    }

    @Test("a target keeps who and why and shows whether it is met, with the weight it was judged by")
    func plan() throws {
        let program = try StoryTests.demo()
        let at = ["--at", "2024-11-20T10:00", "--reason", "round"]
        try enter(
            program,
            [
                ["weigh", "le-le", "1500g", "--role", "dosing"] + at,
                ["plan", "le-le", "weight-gain", "15..20", "g/kg/d"] + at,
                ["plan", "le-le", "volume", "110", "mL/kg/d"] + at,
                ["plan", "le-le", "weighing", "twice-weekly", "--until", "2030-01-01"] + at,
            ])
        for hour in ["08", "11", "14", "17", "20", "23"] {
            try enter(
                program,
                [["intake", "le-le", "28ml", "--route", "tube", "--milk", "mother", "--at", "2024-11-21T\(hour):00"]])
        }
        let text = try program.nicu("plan le-le --as-of 2024-11-22T12:00").out
        for words in ["↓ below target", "li.min: round", "✓ on target  feeding volume", "dosing weight 1500 g"] {
            #expect(text.contains(words), "\(words): \(text)")
        }
        let json = try program.nicu("plan le-le --as-of 2024-11-22T12:00 --json --lang zh").json
        let targets = json["targets"]?.elements ?? []
        #expect(
            targets.map { $0["target"]?.string } == ["weight_gain", "feeding_volume", "weighing"]
                && targets.map { $0["state"]?.string } == ["below", "on_target", "off_target"])
        let english = try program.nicu("plan le-le --as-of 2024-11-22T12:00 --json --lang en").json
        #expect(json["targets"] == english["targets"])
        let lines = try program.nicu("plan le-le --as-of 2024-11-22T12:00 --lang zh").out.split(separator: "\n")
        #expect(lines.allSatisfy { !$0.contains("weight") })
        let intake = try program.nicu("intake le-le --as-of 2024-11-22T12:00").out
        #expect(intake.contains("fewer than 24 hours of intake entered") && intake.contains("112"), "\(intake)")
    }

    @Test("a target in g/kg/d after 40+0 is saved with the remark that it is not judged")
    func afterTerm() throws {
        let program = try StoryTests.demo()
        let line = "plan le-le weight-gain 15..20 g/kg/d --reason round --at"
        let remark = "not judged in g/kg/d after 40+0; set one in g/d"
        // Born at 28+3 on 2024-10-14: 40+0 is 2025-01-03.
        #expect(try !program.nicu("\(line) 2025-01-03T10:00").out.contains(remark))
        let late = try program.nicu("\(line) 2025-01-04T10:00")
        #expect(late.status == 0 && late.out.contains(remark), "\(late.out) \(late.err)")
        #expect(try program.nicu("plan le-le --as-of 2025-01-04T12:00").out.contains(remark))
    }

    @Test("what cannot be read or be true writes nothing, and the sentence says what to write")
    func refused() throws {
        let program = try Program().prepared()
        let before = try program.count()
        for (line, status, sentence) in [
            ("plan an-an energy 120 kcal/kg/d", Int32(1), "--reason"),
            ("plan an-an energy 120 --reason x", 64, "no unit"), ("plan an-an energy --reason x", 64, "kcal/kg/d"),
            ("plan an-an energy 130..120 kcal/kg/d --reason x", 64, "above the upper"),
            ("plan an-an joy 5 --reason x", 64, "weight_gain"), ("plan an-an weighing hourly --reason x", 64, "daily"),
            ("plan an-an weighing daily --reason x --until 2024-08-20", 1, "would never hold"),
            ("plan an-an weighing daily --reason x --as-of 2024-08-20", 64, "--as-of"),
            ("intake an-an 35", 64, "35ml"), ("intake an-an 35,5ml", 64, "35ml"),
            ("intake an-an 35ml --route iv --milk mother", 1, "contradicts"),
            ("intake an-an 35ml --route nose", 64, "bottle"),
            ("intake an-an 35ml --kcal 24kcal/oz", 64, "80kcal/100ml"),
            ("intake an-an --route breast --test-weight", 64, "volume is missing"),
            ("medication an-an caffeine 12.5", 64, "12.5 mg"), ("medication an-an caffeine --route ear", 64, "oral"),
            ("medication an-an caffeine 5 mg --lot 1 --not-given unwell", 1, "contradicts"),
            ("communication an-an --with parents", 64, "no text"), ("communication an-an --with press", 64, "parents"),
            ("consent an-an tv granted", 64, "press"), ("consent an-an press maybe", 64, "granted"),
            ("state an-an pn on --detail total", 64, "partial"), ("days an-an --rule by-hand", 64, "any_part"),
        ] {
            let result = try program.nicu(line)
            #expect(result.status == status && result.err.contains(sentence), "\(line): \(result.status) \(result.err)")
        }
        #expect(try program.count() == before)
    }

    @Test("a talk is sealed and read from standard input; a consent can be withdrawn; both stand in the timeline")
    func words() throws {
        let program = try Program().prepared()
        let talk = ["communication", "an-an", "--with", "mother", "--signed", "--at", "2024-08-20T10:00"]
        let saved = try program.run(talk, input: "told of the scan\n")
        #expect(saved.status == 0 && !saved.out.contains("told of the scan"), "\(saved.err)")
        try enter(
            program,
            [
                ["consent", "an-an", "press", "granted", "--signed", "--at", "2024-08-20T11:00"],
                ["consent", "an-an", "press", "withdrawn", "--at", "2024-08-21T11:00"],
                ["medication", "an-an", "caffeine citrate", "16", "mg", "--route", "iv", "--at", "2024-08-20T12:00"],
                ["intake", "an-an", "--route", "breast", "--quality", "fair", "--at", "2024-08-20T13:00"],
            ])
        let timeline = try program.nicu("timeline an-an").out
        for words in [
            "the mother: told of the scan, form signed", "press: granted", "press: withdrawn",
            "caffeine citrate, 16 mg, IV",
            "breast, volume not recorded, quality fair",
        ] { #expect(timeline.contains(words), "\(words)") }
        let stored = try program.run(
            ["sqlite3", program.folder + "/nicu.db", "SELECT hex(box) FROM sealed"], path: "/usr/bin/env")
        #expect(!stored.out.isEmpty && !stored.out.contains("746F6C64"))
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("days name their rule, say what is unknown, and fit 80 columns in both languages")
    func days() throws {
        let program = try StoryTests.demo()
        let json = try program.nicu("days an-an --json").json
        let days = Dictionary(
            uniqueKeysWithValues: (json["days"]?.elements ?? []).compactMap { day in day["id"]?.string.map { ($0, day) }
            })
        #expect(days["ventilator"]?["certain"]?.integer == 5 && days["ventilator"]?["rule"]?.string == "any_part")
        #expect(days["oxygen"]?["certain"]?.integer == 74 && days["oxygen"]?["rule"]?.string == "most_of_day")
        #expect(days["parenteral_nutrition"]?["certain"]?.integer == 21 && days["picc"]?["certain"]?.integer == 15)
        #expect(days["steroids"]?["certain"] == .null && days["steroids"]?["recorded"] == .bool(false))
        for language in ["zh", "en"] {
            let text = try program.nicu("days an-an --lang \(language)").out
            let table = text.split(separator: "\n").prefix(20)
            #expect(table.allSatisfy { $0.count <= 80 }, "\(text)")
            #expect(text.contains("any_part:") && text.contains("nichd2001"))
        }
    }
}
