import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("H1 H2 H16 the weigh-round as it is talked: beside others, by the band, and back to who was left")
struct RoundTalkTests {
    private func letter(_ code: String) throws -> String { try RoundTests.letter(code) }

    @Test("What another enters meanwhile is seen at the prompt, in the change and in bed order")
    func beside() throws {
        let (program, today) = try RoundTests.ward(4)
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        let terminal = try PseudoTerminal(program, ["round", "--lang", "en"])
        terminal.expect("1/4  bed 1  an-an")
        terminal.expect("letter and weight")
        // While the prompt stands another weighs this infant and the next, and says why the third is not weighed.
        for place in 0...1 {
            let ago = ["weigh", RoundTests.names[place], "\(today[place])g", "--at", "70 min ago", "--by", "nurse.w"]
            #expect(try program.run(ago).status == 0)
        }
        let omitted = "chi-chi \(try letter("chi-chi")) - minimal handling"
        #expect(try program.run(["round", "--from", "-", "--by", "nurse.w"], input: omitted).status == 5)
        terminal.type("\(try letter("an-an")) \(today[0] + 8)g\n")
        terminal.expect("an-an \(today[0] + 8) g, +8 g in 1 h")
        terminal.expect("2/4  bed 2  bo-bo  weighed already today by nurse.w: \(today[1]) g (")
        terminal.expect("3/4  bed 3  chi-chi  not weighed today: minimal handling (nurse.w, ")
        terminal.expect("4/4  bed 4  da-da")
        terminal.expect("letter and weight")
        // Whoever was passed can still be gone to, and is told of as the record stands.
        terminal.type("bo-bo\n")
        terminal.expect("2/4  bed 2  bo-bo")
        terminal.expect("weighed already today by nurse.w: \(today[1]) g")
        terminal.expect("letter and weight")
        terminal.type("<\n")
        terminal.expect("4/4")
        terminal.expect("letter and weight")
        terminal.type("\(try letter("da-da")) \(today[3])g\n")
        terminal.expect("y close the round")
        terminal.type("y")
        terminal.expect("round closed: 2 weighed, 0 not weighed, 0 left")
        #expect(terminal.exit() == 0)
    }

    @Test("A weight that was taken back is not the last one of its infant; one who leaves meanwhile is passed and told")
    func takenBack() throws {
        let (program, today) = try RoundTests.ward(3)
        let terminal = try PseudoTerminal(program, ["round", "--lang", "en"])
        terminal.expect("letter and weight")
        terminal.type("\(try letter("an-an")) \(today[0] + 20)g\n")
        terminal.expect("2/3")
        terminal.expect("letter and weight")
        #expect(try program.nicu("discharge chi-chi --to home").status == 0)
        terminal.type("<\n")
        terminal.expect("taken back: #")
        terminal.expect("last \(today[0] - 12) g (")
        terminal.expect("letter and weight")
        terminal.type("\(try letter("an-an")) \(today[0])g\n")
        terminal.expect("+12 g")
        terminal.expect("letter and weight")
        terminal.type("\(try letter("bo-bo")) \(today[1])g\n")
        terminal.expect("3/3  bed 3  chi-chi  left ")
        terminal.expect("y close the round")
        terminal.type("y")
        terminal.expect("round closed: 2 weighed, 0 not weighed, 0 left")
        #expect(terminal.exit() == 0)
    }

    @Test("Who is left with Enter is come back to, once by itself and again by a key, before the round is closed")
    func again() throws {
        let (program, today) = try RoundTests.ward(3)
        let terminal = try PseudoTerminal(program, ["round", "--lang", "en"])
        for place in 1...3 {
            terminal.expect("\(place)/3")
            terminal.expect("letter and weight")
            terminal.type(place == 2 ? "\(try letter("bo-bo")) \(today[1])g\n" : "\n")
        }
        terminal.expect("back to those left for the end (2): an-an, chi-chi")
        terminal.expect("1/3  bed 1  an-an")
        terminal.expect("letter and weight")
        terminal.type("\n")
        // The second way leads to nobody who is done.
        terminal.expect("3/3  bed 3  chi-chi")
        terminal.expect("letter and weight")
        terminal.type("\(try letter("chi-chi")) \(today[2])g\n")
        terminal.expect("not yet weighed: an-an")
        terminal.expect("b to those left")
        terminal.type("b")
        terminal.expect("1/3  bed 1  an-an")
        terminal.expect("letter and weight")
        terminal.type("- minimal handling\n")
        terminal.expect("not weighed: minimal handling")
        terminal.expect("y close the round  < take the last one back")
        terminal.type("y")
        terminal.expect("round closed: 2 weighed, 1 not weighed, 0 left")
        #expect(terminal.exit() == 0)
    }

    @Test("By the band: a help of its own, an answer to everything, and no weight for the infant before")
    func scan() throws {
        let (program, today) = try RoundTests.ward(2)
        let (an, bo) = (try letter("an-an"), try letter("bo-bo"))
        for order in ["scan", "paper"] {
            let terminal = try PseudoTerminal(program, ["round", "--order", order, "--lang", "en"])
            func answers(_ typed: String, _ parts: String..., then prompt: String = "scan the band, or CODE LETTER") {
                terminal.type(typed + "\n")
                for part in parts { terminal.expect(part) }
                terminal.expect(prompt)
            }
            terminal.expect("(. ends)")
            answers("?", "CODE LETTER - REASON", "take back the last entry", "says who is left", then: "(. ends)")
            answers("an-an", "an-an without its letter", then: "(. ends)")
            answers("\(today[0])g", "whose weight is it?", then: "(. ends)")
            answers("K \(today[0])g", "whose weight is it?", then: "(. ends)")
            answers("!!", "that cannot be read", then: "(. ends)")
            answers("le-le G", "“le-le” is not in this round", then: "(. ends)")
            answers("an-an \(an)", "1/2  bed 1  an-an", then: "weight of an-an: ")
            answers("?", "back to the scan", "that infant instead", then: "weight of an-an: ")
            answers("\(today[0])", "has no unit", then: "weight of an-an: ")
            answers("<", "no weight of an-an was saved", then: "(. ends)")
            answers("an-an \(an)", "1/2", then: "weight of an-an: ")
            answers("", "no weight of an-an was saved", then: "(. ends)")
            // What may be another's band ends the wait: a weight behind it goes to nobody.
            for band in ["le-le G", "bo-bo", "bo-bo \(an)"] {
                answers("an-an \(an)", "1/2", then: "weight of an-an: ")
                answers(band, then: "(. ends)")
                answers("\(today[0])g", "whose weight is it?", then: "(. ends)")
            }
            answers("an-an \(an)", "1/2", then: "weight of an-an: ")
            answers("bo-bo \(bo)", "2/2  bed 2  bo-bo", then: "weight of bo-bo: ")
            answers("\(today[1])g", "bo-bo \(today[1]) g", then: "(. ends)")
            answers("bo-bo \(bo)", "bo-bo has \(today[1]) g in this round", then: "(. ends)")
            answers("<", "taken back: #", then: "(. ends)")
            answers("an-an \(an) - minimal handling", "not weighed: minimal handling", then: "(. ends)")
            answers("<", "taken back: #", then: "(. ends)")
            answers("<", "nothing to take back", then: "(. ends)")
            terminal.type(".\n")
            terminal.expect("not yet weighed: an-an, bo-bo")
            terminal.expect("leave it open")
            terminal.type("b")
            terminal.expect("(. ends)")
            terminal.type("q\n")
            terminal.expect("the round stays open")
            #expect(terminal.exit() == 0)
        }
        #expect(try RoundTests.weights(program, "an-an").last == Int64(today[0] - 12))
    }

    @Test("A reason for not weighing is read by its key and by the words of the sheet, in both languages")
    func reasons() {
        for (key, why) in Wording.omissionKeys {
            #expect(Wording.omission([String(key)]) == why)
            for language in [Language.zh, .en] {
                let words = Wording(language).term(why.rawValue).split(separator: " ").map(String.init)
                #expect(Wording.omission(words) == why, "\(words)")
                #expect(Wording.omission([String(key)] + words) == why, "\(words)")
            }
        }
        #expect(Wording.omission(["不稳"]) == .unstable && Wording.omission(["Minimal", "Handling"]) == .minimalHandling)
        for none in [[], ["sleepy"], ["m", "later"], ["minimal"]] { #expect(Wording.omission(none) == nil) }
    }
}
