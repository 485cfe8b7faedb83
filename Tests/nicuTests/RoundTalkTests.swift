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
}
