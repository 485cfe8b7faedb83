import Foundation
import NICUCore
import Testing

@Suite("Handover, diff, the card and finding")
struct HandoverTests {
    private let day = "--as-of 2024-10-16T12:00"

    private func width(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) {
            $0 + ((0x2E80...0x9FFF).contains($1.value) || (0xFF00...0xFF60).contains($1.value) ? 2 : 1)
        }
    }

    @Test("a handover says each infant by bed and code, what is not recorded, and the fingerprint; 80 columns")
    func text() throws {
        let program = try StoryTests.demo()
        for (kind, lang) in [("doctor", "en"), ("doctor", "zh"), ("nurse", "en"), ("nurse", "zh")] {
            let out = try program.nicu("handover --kind \(kind) --lang \(lang) \(day)").out
            #expect(out.split(separator: "\n").allSatisfy { width($0) <= 80 })
            let codes = out.split(separator: "\n").filter { $0.contains(" · ") && $0.contains("-") }.map(String.init)
            #expect(codes.first?.contains("le-le") == true && out.contains("an-an"), "beds 3 and 12: \(codes)")
            #expect(out.contains(lang == "en" ? "intake: not recorded" : "入量：未记录"))
            // A strike that turned the weight towards met and that no physician has confirmed.
            #expect(out.contains(lang == "en" ? "awaits a physician" : "待医师确认"))
            #expect(out.contains("fenton-2013 −1.98"))
        }
        let sbar = try program.nicu("handover an-an --kind nurse \(day)").out
        let heads = ["[Situation]", "[Background]", "[Assessment]", "[Recommendation]"]
        let places = heads.compactMap { sbar.range(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted())
        #expect(!sbar.contains("le-le"))
        let json = try program.nicu("handover an-an --json \(day)").json
        let head = try #require(json["head"]?.string)
        #expect(sbar.contains(head) && json["kind"]?.string == "doctor")
    }

    @Test(
        "why an infant was not weighed today stands beside its weight, with who and when; put off to later it is missing"
    )
    func omitted() throws {
        let program = try Program().prepared()
        let letter = try RoundTests.letter("an-an")
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00").status == 0)
        func page(_ command: String) throws -> String {
            let out = try program.nicu("\(command) an-an --as-of 2024-08-21T12:00").out
            return out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let round = ["round", "--from", "-", "--at", "2024-08-21T08:10"]
        #expect(try page("handover").contains("no weight yet in this care day"))
        #expect(try program.run(round, input: "an-an \(letter) - later").status == 0)
        let later = try page("handover")
        #expect(later.contains("no weight yet in this care day") && !later.contains("not weighed today"), "\(later)")
        #expect(try program.nicu("undo").status == 0)
        #expect(try program.run(round, input: "an-an \(letter) - minimal handling").status == 0)
        for command in ["handover", "handover --kind nurse", "show"] {
            let said = try page(command)
            #expect(said.contains("not weighed today: minimal handling (li.min, 2024-08-21 08:10)"), "\(said)")
            #expect(!said.contains("no weight yet"), "\(said)")
        }
        #expect(try page("show --lang zh").contains("今天未称：少打扰（li.min，2024-08-21 08:10）"))
        // Weighed after all, the reason of the morning is history.
        #expect(try program.nicu("weigh an-an 815g --at 2024-08-21T11:00").status == 0)
        #expect(try !page("handover").contains("not weighed today"))
    }

    @Test(
        "the handover of the ward says who died or left within its 24 hours, in every form; one of named infants does not"
    )
    func gone() throws {
        let program = try Program().prepared()
        for (code, sex) in [("bo-bo", "male"), ("chi-chi", "female"), ("da-da", "male")] {
            let admit =
                "admit \(code) --sex \(sex) --born 2024-08-19T08:00 --ga 31+0 --weight 1500g --bed \(code.prefix(2))7"
            #expect(try program.nicu(admit).status == 0)
        }
        let none = try program.nicu("handover --as-of 2024-08-21T12:00")
        #expect(none.out.contains("left, died in 24 h  nobody died or left within 24 h"), "\(none.out)")
        let empty = try program.nicu("handover --json --as-of 2024-08-21T12:00").json
        #expect(empty["left"] == .array([]))
        #expect(try program.nicu("discharge bo-bo --to death --at 2024-08-21T02:30").status == 0)
        #expect(try program.nicu("discharge chi-chi --to transfer --at 2024-08-21T01:00").status == 0)
        #expect(try program.nicu("discharge da-da --to home --at 2024-08-20T10:00").status == 0)
        let page = try program.nicu("handover --as-of 2024-08-21T12:00").out
        let lines = page.split(separator: "\n").prefix { !$0.hasPrefix("─") }.joined(separator: "\n")
        #expect(
            lines.hasSuffix(
                "chi-chi, bed ch7, left 2024-08-21 01:00: transfer\n                    bo-bo, bed bo7, died 2024-08-21 02:30"
            ),
            "\(page)")
        #expect(!page.contains("da-da"), "a day and more ago")
        let zh = try program.nicu("handover --kind nurse --lang zh --as-of 2024-08-21T12:00").out
        #expect(zh.contains("24 小时离院、死亡") && zh.contains("bo-bo，bo7 床，2024-08-21 02:30 死亡"), "\(zh)")
        let html = try program.nicu("handover --format html --as-of 2024-08-21T12:00").out
        #expect(html.contains("<p>bo-bo, bed bo7, died 2024-08-21 02:30</p>"))
        let json = try program.nicu("handover --json --as-of 2024-08-21T12:00").json
        #expect(json["infants"]?.elements.count == 1)
        #expect(json["left"]?.elements.map { $0["infant"]?.string } == ["chi-chi", "bo-bo"])
        let dead = json["left"]?.elements.last
        #expect(dead?["to"]?.string == "death" && dead?["bed"]?.string == "bo7")
        let named = try program.nicu("handover an-an --json --as-of 2024-08-21T12:00").json
        #expect(named["left"] == .null)
        #expect(try !program.nicu("handover an-an --as-of 2024-08-21T12:00").out.contains("died in 24 h"))
        // Nobody is left to hand over: those who went are still told of.
        #expect(try program.nicu("discharge an-an --to home --at 2024-08-21T11:00").status == 0)
        let all = try program.nicu("handover --as-of 2024-08-21T12:00").out
        #expect(all.contains("an-an, left 2024-08-21 11:00: home") && all.contains("\nno infants\n"), "\(all)")
    }

    @Test("intake is the care day of `nicu intake`: its weight, what is missing, and no weight in doubt")
    func intake() throws {
        let program = try StoryTests.demo()
        for hour in ["08", "11", "14", "17", "20", "23"] {
            #expect(try program.nicu("intake le-le 28ml --route tube --kcal 24 --at 2024-11-21T\(hour):00").status == 0)
        }
        #expect(try program.nicu("weigh le-le 1500g --at 2024-11-21T18:00").status == 0)
        #expect(try program.nicu("weigh le-le 1540g --at 2024-11-22T09:00").status == 0)
        func lines(_ command: String) throws -> String {
            let out = try program.nicu("\(command) le-le --as-of 2024-11-22T12:00").out
            return out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let handed = try lines("handover")
        // By the weight of the day's end, as the page of intake has it; the weight of the morning after divides nothing.
        for words in [
            "care day 2024-11-21: fewer than 24 hours of intake entered (19 h of 24 h)", "168 mL, tube, n = 6",
            "112 mL/kg, 96 kcal/kg, by measured weight 1500 g", "care day 2024-11-22: no intake entered",
        ] { #expect(handed.contains(words), "\(words): \(handed)") }
        #expect(!handed.contains("mL/kg/d"))
        let page = try lines("intake")
        #expect(page.contains("by measured weight 1500 g") && page.contains("168.0 112 144.0 96"), "\(page)")
        #expect(try program.nicu("weigh le-le 1900g --unconfirmed --at 2024-11-21T20:00").status == 0)
        let doubtful = try lines("handover")
        #expect(doubtful.contains("is unconfirmed") && !doubtful.contains("mL/kg"), "\(doubtful)")
    }

    @Test("texts that may name people stay in the record; the caller's locale changes nothing")
    func plain() throws {
        var program = try StoryTests.demo()
        let identity = try program.run(["identity", "le-le"], input: "name=虚构小乐\nhospital_number=ZY0042\n")
        #expect(identity.status == 0, "\(identity.err)")
        #expect(try program.run(["note", "le-le"], input: "虚构小乐的母亲来电").status == 0)
        let line = "handover le-le --known-at #9999 --format html --lang zh"
        #expect(try program.nicu(line).status == 1, "a position ahead of the ledger is refused")
        let position = try program.count()
        let known = "handover le-le --as-of 2024-11-20T12:00 --known-at #\(position) --format html --lang zh"
        let page = try program.nicu(known).out
        program.environment["LC_ALL"] = "tr_TR.UTF-8"
        program.environment["LANG"] = "de_DE"
        #expect(try program.nicu(known).out == page && page.contains("<html lang=\"zh-Hans\">"))
        #expect(!page.contains("小乐") && !page.contains("ZY0042"))
        let fresh = try program.nicu("handover le-le --lang zh").out
        #expect(fresh.contains("内容在病历中") && !fresh.contains("小乐"), "the note is told of, its text is not")
    }

    @Test("PDF without its tool is refused with what to install, and nothing is written")
    func noPrinter() throws {
        var program = try StoryTests.demo()
        program.environment["PATH"] = ""
        let file = program.folder + "/h.pdf"
        let result = try program.nicu("handover an-an --format pdf -o \(file)")
        #expect(result.status == 1 && result.out.isEmpty && result.err.contains("apt-get install weasyprint"))
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try program.nicu("handover an-an --format pdf -o \(file) --lang zh").err.contains("请安装"))
        #expect(try program.nicu("handover an-an --format html --json").status == 64)
    }

    @Test("diff tells what is new, corrected and struck since, and what it changed; by time and by position")
    func diff() throws {
        let program = try StoryTests.demo()
        let out = try program.nicu("diff an-an --since 2024-11-19T12:00").out
        #expect(out.contains("weight: 2553 g (2024-11-19) → 2580 g (2024-11-20), +27 g"), "\(out)")
        #expect(out.contains("listed criteria: cannot tell → listed criteria: all met"))
        #expect(out.contains("→ due"), "the visit after discharge")
        let before = try program.count()
        #expect(try program.nicu("weigh an-an 2600g --role reported --at 2024-11-20T09:00").status == 0)
        #expect(try program.run(["strike", "\(before + 1)", "--reason", "another infant's"]).status == 0)
        let json = try program.nicu("diff an-an --since #\(before) --json").json
        #expect(json["added"]?.elements.count == 1 && json["struck"]?.elements.count == 1)
        #expect(json["weight"] == .null && json["due"]?.elements.isEmpty == true)
        #expect(json["struck"]?.elements.first?["corrects"]?["seq"]?.integer == Int64(before + 1))
        #expect(try program.nicu("diff an-an --since #999999").status == 1)
        #expect(try program.nicu("diff an-an --since 2024-08-01").out.contains("no birth was recorded then"))
        #expect(try program.nicu("diff an-an --since soon").status == 64)
    }

    @Test("the card fits a screen: who, support, growth, events, what is due, what holds it back")
    func card() throws {
        let program = try StoryTests.demo()
        for lang in ["en", "zh"] {
            let lines = try program.nicu("show an-an --lang \(lang) \(day)").out.split(separator: "\n")
            #expect(lines.count <= 30 && lines.allSatisfy { width($0) <= 80 }, "\(lines.count)")
        }
        let out = try program.nicu("show an-an \(day)").out
        for part in [
            "bed 12 · an-an", "PMA 35+2", "low-flow oxygen", "1647 g", "−1.98", "last dose 2024-10-14", "52 of 168 h",
            "more, see nicu due an-an", "listed criteria: not all met",
        ] { #expect(out.contains(part), "\(part)") }
        let json = try program.nicu("show an-an --json \(day)").json
        #expect(json["overall"]?.string == "not_ready" && json["latest"]?.elements.isEmpty == false)
        #expect(json["scores"]?.elements.first?["scores"]?.elements.first?["reference"]?.string == "fenton-2013")
    }

    @Test("find goes by code, by bed, and by a part of a name that is never an argument; each look is logged")
    func find() throws {
        let program = try StoryTests.demo()
        #expect(try program.run(["identity", "le-le"], input: "name=虚构小乐\nhospital_number=ZY0042\n").status == 0)
        #expect(try program.nicu("find E-L").out == "le-le\n" && program.nicu("find --bed 3").out == "le-le\n")
        for part in ["乐", "小乐", "0042", "zy00"] {
            let found = try program.run(["find", "--identity"], input: part + "\n")
            #expect(found.status == 0 && found.out == "le-le\n" && found.err.isEmpty, "\(part): \(found.err)")
        }
        let none = try program.run(["find", "--identity"], input: "安")
        #expect(none.status == 0 && none.out.isEmpty && none.err.contains("no infant matches"))
        #expect(try program.nicu("find").status == 64)
        let log = try String(contentsOfFile: program.folder + "/nicu.db.access", encoding: .utf8)
        #expect(log.contains("find-identity") && !log.contains("乐") && !log.contains("0042"))
        let keys = program.folder + "/nicu.db.keys"
        try FileManager.default.moveItem(atPath: keys, toPath: keys + ".away")
        let locked = try program.run(["find", "--identity"], input: "乐")
        #expect(locked.status == 1 && locked.err.contains("without the sealing key"), "\(locked.err)")
        #expect(try program.nicu("find le").out == "le-le\n")
    }
}
