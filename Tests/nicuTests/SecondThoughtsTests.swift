import Foundation
import NICUCore
import Testing

@Suite(
    "H7 H15 H16 second thoughts: undo, redo, confirmations and corrections leave a record that could have been written so"
)
struct SecondThoughtsTests {
    /// A record with a nurse and a physician besides the administrator.
    static func program() throws -> Program {
        let program = try Program().prepared()
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        #expect(try program.nicu("clinician add dr.he --role physician").status == 0)
        return program
    }

    @Test("A confirmed correction is not revived by undoing the confirmation")
    func confirmation() throws {
        let program = try Self.program()
        #expect(try program.nicu("weigh an-an 790g --at 2024-08-20T06:00 --by nurse.w").status == 0)
        let seq = try program.count()
        #expect(try program.nicu("correct \(seq) 795g --reason typo --by nurse.w").status == 0)
        #expect(try program.nicu("confirm \(seq) --reason seen --by dr.he").status == 0)
        let undone = try program.nicu("undo --by dr.he")
        #expect(undone.status == 1 && undone.err.contains("is not undone"), "\(undone.err)")
        #expect(try RoundTests.weights(program, "an-an") == [800, 795])
        // Nobody confirms in another's name.
        #expect(try program.run(["strike", "\(seq + 1)", "--reason", "x", "--confirmed-by", "dr.he"]).status == 64)
    }

    @Test("What is done again must be possible still, and what would be asked about is entered anew")
    func redo() throws {
        let program = try Self.program()
        #expect(try program.nicu("weigh an-an 790g --at 2024-08-20T06:00 --by nurse.w").status == 0)
        #expect(try program.nicu("undo --by nurse.w").status == 0)
        #expect(try program.nicu("weigh an-an 792g --at 2024-08-20T06:01").status == 0)
        let twice = try program.nicu("redo --by nurse.w")
        #expect(twice.status == 1 && twice.err.contains("enter it anew"), "\(twice.err)")
        #expect(try program.nicu("undo").status == 0)
        #expect(try program.nicu("redo --by nurse.w").status == 0)
        #expect(try RoundTests.weights(program, "an-an") == [800, 790])
        #expect(try program.nicu("discharge an-an --to home --at 2024-08-20T08:00 --by nurse.w").status == 0)
        #expect(try program.nicu("undo --by nurse.w").status == 0)
        #expect(try program.nicu("weigh an-an 788g --at 2024-08-21T06:00").status == 0)
        let left = try program.nicu("redo --by nurse.w")
        #expect(left.status == 1 && left.err.contains("cannot end"), "\(left.err)")
        #expect(try program.nicu("list").out.contains("an-an"))
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("Undo goes on behind a correction that was itself undone")
    func undoTwice() throws {
        let program = try Self.program()
        #expect(try program.nicu("weigh an-an 790g --at 2024-08-20T06:00 --by nurse.w").status == 0)
        let seq = try program.count()
        #expect(try program.nicu("correct \(seq) 795g --reason typo --by nurse.w").status == 0)
        #expect(try program.nicu("undo --by nurse.w").status == 0)
        #expect(try RoundTests.weights(program, "an-an") == [800, 790])
        let second = try program.nicu("undo --by nurse.w")
        #expect(second.status == 0, "\(second.err)")
        #expect(try RoundTests.weights(program, "an-an") == [800])
        #expect(try program.nicu("undo --by nurse.w").status == 1)
    }

    @Test("Stays begin and end in turn, whatever is corrected; nothing follows death")
    func stays() throws {
        let program = try Self.program()
        #expect(try program.nicu("discharge an-an --to home --at 2024-08-25T06:00").status == 0)
        let end = try program.count()
        #expect(try program.nicu("readmit an-an --at 2024-08-27T06:00").status == 0)
        let later = try program.nicu("correct \(end) --at 2024-08-28T06:00 --reason x")
        #expect(later.status == 1 && later.err.contains("they take turns"), "\(later.err)")
        let dead = try program.run(["correct", "\(end)", "--set", "{\"to\":\"death\"}", "--reason", "x"])
        #expect(dead.status == 1 && dead.err.contains("after the stay ended"), "\(dead.err)")
        #expect(try program.run(["correct", "\(end)", "--set", "{\"to\":\"community\"}", "--reason", "x"]).status == 0)
        #expect(try program.nicu("discharge an-an --to death --at 2024-08-29T06:00").status == 0)
        let visit = try program.nicu("follow-up an-an weight 900g --place clinic --source mother --at 2024-08-30T06:00")
        #expect(visit.status == 1, "\(visit.err)")
        #expect(try program.nicu("growth an-an --as-of 2099-01-01").status == 1)
    }

    @Test("A corrected birth takes what was said of its moment along, and leaves no birth weight behind")
    func birth() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("correct 11 --at 2024-08-09T06:00 --reason year").status == 0)
        let list = try program.nicu("timeline an-an --format csv").out
        #expect(
            !list.contains(",2024-08-19T06:00:00+08:00,minute,0,27+0,measurement,\"weight 800 g (birth)\",counts"),
            "\(list)")
        #expect(try program.nicu("growth an-an --as-of 2024-08-20").out.contains("2024-08-09      0  27+0  800 g"))
        let measured = "measure an-an length 34cm --role birth --at 2024-08-10T07:00"
        #expect(try program.nicu(measured).status == 0)
        let early = try program.nicu("correct \(try program.count() - 4) --at 2024-08-01T06:00 --reason x")
        #expect(early.status == 1, "\(early.err)")
    }

    @Test("A weight to dose by or an estimate that is far off is asked about")
    func dosing() throws {
        let program = try Program().prepared()
        let tenth = try program.nicu("weigh an-an 8000g --role dosing --reason dry --at 2024-08-19T08:00")
        #expect(tenth.status == 5 && tenth.err.contains("800 g would fit"), "\(tenth.err)")
        #expect(try program.nicu("weigh an-an 1900g --role estimated --at 2024-08-19T08:00").status == 5)
        #expect(try program.nicu("weigh an-an 700g --role dosing --reason dry --at 2024-08-19T08:00").status == 0)
    }

    @Test("Siblings agree on how many they are, on their places and on one pregnancy")
    func siblings() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit X --timezone Asia/Shanghai --clinician li.min").status == 0)
        #expect(try program.nicu("admit an-an --sex female --born 2024-08-19T06:00 --ga 29+0 --order 1/2").status == 0)
        let twin = "admit bo-bo --sex male --born 2024-08-19T06:10 --ga 29+0 --order 2/2 --sibling an-an"
        #expect(try program.nicu(twin).status == 0)
        for (line, words) in [
            ("admit chi-chi --sex male --born 2024-08-19T06:20 --ga 29+0 --order 3/3 --sibling an-an", "one of 3"),
            (
                "admit chi-chi --sex male --born 2024-08-19T06:20 --ga 29+0 --order 2/2 --sibling an-an",
                "“bo-bo” already"
            ),
        ] {
            let result = try program.nicu(line)
            #expect(result.status == 1 && result.err.contains(words), "\(result.err)")
        }
        #expect(try program.nicu("admit da-da --sex male --born 2024-08-19T06:00 --ga 29+0 --order 1/2").status == 0)
        let months = "admit ge-ge --sex male --born 2024-09-19T06:20 --ga 29+0 --order 2/2 --sibling da-da"
        let apart = try program.nicu(months)
        #expect(apart.status == 1 && apart.err.contains("31 days apart"), "\(apart.err)")
        // Born weeks later, of the same pregnancy.
        let delayed = "admit ge-ge --sex male --born 2024-09-02T06:20 --ga 31+0 --order 2/2 --sibling da-da"
        #expect(try program.nicu(delayed).status == 0)
    }
}
