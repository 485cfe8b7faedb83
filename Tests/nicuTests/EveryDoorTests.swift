import Foundation
import NICUCore
import Testing

@Suite("H1 H4 H16 the same rules at every door: identity, stays, roles, and a file read twice")
struct EveryDoorTests {
    @Test("Of one birth are all whom any of them names; each has a place of its own, and the band tells them apart")
    func multiples() throws {
        let program = try Program().prepared()
        let twin = "--sex male --born 2024-08-19T06:05 --ga 27+0 --sibling an-an"
        let bare = try program.nicu("admit bo-bo \(twin)")
        #expect(bare.status == 1 && bare.err.contains("say which it is with --order"), "\(bare.err)")
        // The first was admitted as one alone; the letter is asked for both all the same, and each names the other.
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00").status == 0)
        #expect(try program.nicu("admit bo-bo \(twin) --order 2/2 --weight 1000g").status == 0)
        let asked = try program.nicu("weigh an-an 812g --at 2024-08-21T06:00")
        #expect(asked.status == 5 && asked.err.contains("--check LETTER"), "\(asked.err)")
        let letter = try RoundTests.letter("an-an")
        let born = try program.run(["weigh", "an-an", "812g", "--check", "2024-08-19", "--at", "2024-08-21T06:00"])
        #expect(born.status == 5, "\(born.err)")
        let other = try program.run([
            "weigh", "an-an", "812g", "--check", "bo-bo \(letter)", "--at", "2024-08-21T06:00",
        ])
        #expect(other.status == 1 && other.err.contains("read the band again"), "\(other.err)")
        let band = try program.run(["weigh", "an-an", "812g", "--check", "an-an \(letter)", "--at", "2024-08-21T06:00"])
        #expect(band.status == 0 && band.out.contains("sibling bo-bo"), "\(band.err)")
        #expect(try program.nicu("show an-an --as-of 2024-08-21T07:00").out.contains("sibling bo-bo"))
        let third = try program.nicu(
            "admit chi-chi --sex male --born 2024-08-19T06:09 --ga 27+0 --sibling bo-bo --order 2/2")
        #expect(third.status == 1 && third.err.contains("number 2 of this birth is “bo-bo” already"), "\(third.err)")
        // The wrong band is noted; a full-width letter from a Chinese keyboard is the letter.
        #expect(
            try String(contentsOfFile: program.folder + "/nicu.db.access", encoding: .utf8).contains("refused:identity")
        )
        let wide = String(
            String.UnicodeScalarView(letter.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
        #expect(try program.run(["bed", "an-an", "3", "--check", wide, "--at", "2024-08-21T06:00"]).status == 0)
    }

    @Test("The day of birth is the second identifier of one alone, and a wrong one is refused")
    func birthDay() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("weigh an-an 810g --check 2024-08-19 --at 2024-08-20T06:00").status == 0)
        let wrong = try program.nicu("weigh an-an 812g --check 2024-08-18 --at 2024-08-21T06:00")
        #expect(wrong.status == 1 && wrong.err.contains("was not born on 2024-08-18"), "\(wrong.err)")
    }

    @Test("After a stay nothing is measured on the ward, by whatever door; after death nothing at all")
    func afterStay() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00").status == 0)
        let weighed = try program.count()
        #expect(try program.nicu("discharge an-an --to death --at 2024-08-21T06:00").status == 0)
        let ended = try program.count()
        let corrected = try program.nicu("correct \(weighed) 812g --at 2024-08-22T06:00 --reason later")
        #expect(corrected.status == 1 && corrected.err.contains("after the stay ended"), "\(corrected.err)")
        let early = try program.nicu("correct \(ended) --at 2024-08-19T12:00 --reason earlier")
        #expect(early.status == 1 && early.err.contains("entry \(weighed) is later"), "\(early.err)")
        #expect(try program.nicu("correct \(ended) --at 2024-08-21T05:00 --reason earlier").status == 0)
        #expect(try program.nicu("admit chi-chi --sex male --born 2024-08-19T06:09 --ga 27+0").status == 0)
        #expect(try program.run(["round", "--from", "-", "--at", "2024-08-22T06:00"], input: "820 g\n").status == 0)
        let seq = try #require(try program.nicu("accept --json").json.elements.first?["seq"]?.integer)
        let accepted = try program.nicu("accept \(seq) --for an-an --check \(try RoundTests.letter("an-an"))")
        #expect(accepted.status == 1 && accepted.err.contains("after the stay ended"), "\(accepted.err)")
        let line = """
            {"id":"\(UUID().uuidString.lowercased())","infant":"an-an","kind":"measurement","at":"2024-08-22T06:00:00+08:00",\
            "recorded":"2024-08-22T06:01:00+08:00","by":"li.min","body":{"quantity":"weight","value":820,"unit":"g"}}
            """
        let imported = try program.run(["import", "-"], input: line)
        #expect(imported.status == 1 && imported.err.contains("after the stay ended"), "\(imported.err)")
    }

    @Test("Beginning and end of an earlier stay are corrected in their place, not across another stay")
    func earlierStay() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("discharge an-an --to home --at 2024-08-25T06:00").status == 0)
        let first = try program.count()
        #expect(try program.nicu("readmit an-an --at 2024-08-27T06:00").status == 0)
        let second = try program.count()
        #expect(try program.nicu("discharge an-an --to home --at 2024-08-29T06:00").status == 0)
        #expect(try program.nicu("correct \(first) --at 2024-08-25T07:00 --reason clock").status == 0)
        #expect(try program.nicu("correct \(second) --at 2024-08-27T07:00 --reason clock").status == 0)
        let crossed = try program.nicu("correct \(second + 2) --at 2024-08-28T07:00 --reason clock")
        #expect(crossed.status == 1 && crossed.err.contains("they take turns"), "\(crossed.err)")
        let inside = try program.nicu("correct \(second + 3) --at 2024-08-24T07:00 --reason clock")
        #expect(inside.status == 1, "\(inside.err)")
    }

    @Test("A value does not become a second birth weight by correction")
    func secondBirthWeight() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00").status == 0)
        let seq = try program.count()
        let result = try program.run(["correct", "\(seq)", "--set", "{\"role\":\"birth\"}", "--reason", "x"])
        #expect(result.status == 1 && result.err.contains("already there"), "\(result.err)")
    }

    @Test("What a role may not do it may not do by correction or import either")
    func roles() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        #expect(try program.nicu("waive an-an hearing --reason away --at 2024-08-20T06:00").status == 0)
        let seq = try program.count()
        let correct = ["correct", "\(seq)", "--set", "{\"until\":\"2024-09-01\"}", "--reason", "x", "--by", "nurse.w"]
        let corrected = try program.run(correct)
        #expect(corrected.status == 1 && corrected.err.contains("may not waive"), "\(corrected.err)")
        let ledger = try program.nicu("timeline an-an --format ndjson").out
        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Asia/Shanghai --clinician li.min").status == 0)
        #expect(try other.nicu("clinician add nurse.w").status == 0)
        let refused = try other.run(["import", "-", "--by", "nurse.w"], input: ledger)
        #expect(refused.status == 1 && refused.err.contains("may not waive"), "\(refused.err)")
        #expect(try other.run(["import", "-"], input: ledger).status == 0)
        let confirm = try program.nicu("confirm \(seq) --reason x --by nurse.w")
        #expect(confirm.status == 1, "\(confirm.err)")
        #expect(
            try String(contentsOfFile: program.folder + "/nicu.db.access", encoding: .utf8).contains("refused:confirm"))
    }

    @Test("A figure told after the stay is asked about like one of the stay, and kept with a token")
    func followUp() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("weigh an-an 2580g --at 2024-11-20T08:00").status == 0)
        #expect(try program.nicu("discharge an-an --to home --at 2024-11-20T10:00").status == 0)
        let line = "follow-up an-an weight 310g --place clinic --source mother --at 2024-12-18T10:00"
        let asked = try program.nicu(line)
        #expect(asked.status == 5 && asked.err.contains("3100 g would fit"), "\(asked.err)")
        #expect(!asked.err.contains("--unconfirmed"))
        let right = "follow-up an-an weight 3100g --place clinic --source mother --at 2024-12-18T10:00"
        #expect(try program.nicu(right).status == 0)
        // The next one is held against it.
        let next = "follow-up an-an weight 9.1kg --place clinic --source mother --at 2025-01-18T10:00"
        #expect(try program.nicu(next).status == 1)
        #expect(
            try program.confirmed("follow-up an-an weight 7kg --place clinic --source mother --at 2025-01-18T10:00")
                .status == 0)
    }

    @Test("A file of a round that is read again after it was closed writes nothing twice, and all anew after an undo")
    func fileAgain() throws {
        let (program, today) = try RoundTests.ward(3)
        let file = program.folder + "/round.txt"
        let lines =
            try (0..<2).map { "\(RoundTests.names[$0]) \(try RoundTests.letter(RoundTests.names[$0])) \(today[$0]) g" }
            + ["chi-chi \(try RoundTests.letter("chi-chi")) - unstable"]
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
        #expect(try program.run(["round", "--from", file]).status == 0)
        let count = try program.count()
        let again = try program.run(["round", "--from", file])
        #expect(again.status == 0 && again.out.contains("was saved before"), "\(again.out)\(again.err)")
        #expect(try program.count() == count)
        #expect(try program.nicu("undo").status == 0)
        let anew = try program.run(["round", "--from", file])
        #expect(
            anew.status == 0 && anew.out.contains("round closed: 2 weighed, 1 not weighed"), "\(anew.out)\(anew.err)")
        #expect(try RoundTests.weights(program, "an-an").last == Int64(today[0]))
    }

    @Test("`<` goes back one line and strikes nothing there that this round does not have")
    func back() throws {
        let (program, today) = try RoundTests.ward(3)
        let terminal = try PseudoTerminal(program, ["round", "--lang", "en"])
        terminal.expect("1/3")
        terminal.expect("letter and weight")
        terminal.type("\(try RoundTests.letter("an-an")) \(today[0])g\n")
        terminal.expect("2/3")
        terminal.expect("letter and weight")
        terminal.type("\n")
        terminal.expect("3/3")
        terminal.expect("letter and weight")
        terminal.type("<\n")
        terminal.expect("2/3")
        terminal.expect("letter and weight")
        terminal.type("q\n")
        #expect(terminal.exit() == 0)
        #expect(try RoundTests.weights(program, "an-an").last == Int64(today[0]))
    }

    @Test("In scan order the round ends when it is told to; whom another round has weighed is not left")
    func scan() throws {
        let (program, today) = try RoundTests.ward(2)
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        let terminal = try PseudoTerminal(program, ["round", "--order", "scan", "--lang", "en"])
        terminal.expect("scan the band")
        terminal.type("an-an \(try RoundTests.letter("an-an")) \(today[0])g\n")
        terminal.expect("saved #")
        let other = "bo-bo \(try RoundTests.letter("bo-bo")) \(today[1]) g"
        #expect(try program.run(["round", "--from", "-", "--by", "nurse.w"], input: other).status == 0)
        terminal.expect("scan the band")
        terminal.type(".\n")
        terminal.expect("close the round")
        terminal.type("y")
        terminal.expect("round closed: 1 weighed, 0 not weighed, 0 left")
        #expect(terminal.exit() == 0)
    }
}
