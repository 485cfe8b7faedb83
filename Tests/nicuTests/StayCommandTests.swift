import Foundation
import NICUCore
import Testing

@Suite("How stays end and go on: each scenario of seeds/patients, and the verbs")
struct StayCommandTests {
    @Test("Transferred and back: the stay before holds no states, the days between are not monitored")
    func transfer() throws {
        let program = try StoryTests.demo()
        func verdict(_ id: String, _ at: String) throws -> String? {
            try program.nicu("ready wen-wen --json --as-of \(at)").json["criteria"]?.elements
                .first { $0["id"]?.string == id }?["verdict"]?.string
        }
        #expect(try verdict("oral_feeding", "2024-09-14T12:00") == "unknown")
        #expect(try verdict("oral_feeding", "2024-09-18T12:00") == "not_met")
        #expect(try program.nicu("list").out.contains("wen-wen"))
        // The other hospital's weight is reported and enters no figure.
        let growth = try program.nicu("growth wen-wen --as-of 2024-09-22T08:00").out
        #expect(!growth.contains("930 g") && growth.contains("977 g"))
    }

    @Test("Readmitted: one course, two stays; figures after the second stand apart, the alias is no name")
    func readmission() throws {
        let program = try StoryTests.demo()
        let inside = try program.nicu("growth qiao-qiao").out
        #expect(inside.contains("2487 g") && !inside.contains("3160 g"))
        let after = try program.nicu("growth qiao-qiao --as-of 2024-10-01").out
        #expect(after.contains("after the stay") && after.contains("3160 g") && after.contains("by telephone"))
        #expect(after.contains("Δz fenton-2013 since birth: −1.26, 2024-07-01 – 2024-08-11"))
        let text = try program.nicu("timeline qiao-qiao").out
        #expect(text.contains("admitted from home"))
        let visit = try program.nicu("follow-up qiao-qiao weight 4000g --place clinic --source mother --at 2024-10-05")
        #expect(visit.status == 0, "\(visit.err)")
        #expect(visit.out.contains("(clinic, the mother)") && !visit.out.contains("milk"), "\(visit.out)")
        #expect(try program.nicu("timeline qiao-qiao --as-of 2024-10-06 --lang zh").out.contains("、母亲）"))
        #expect(try program.nicu("weigh qiao-qiao 4000g --at 2024-10-05").status == 1)
    }

    @Test("Nothing is measured between two stays, no stay ends before what was seen in it, no visit during a stay")
    func between() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("event an-an apnoea --duration 20s --at 2024-09-10T06:00").status == 0)
        let early = try program.nicu("discharge an-an --to home --at 2024-09-10T05:00")
        #expect(early.status == 1 && early.err.contains("is later"), "\(early.err)")
        let visit = try program.nicu("follow-up an-an weight 1200g --place clinic --source mother --at 2024-09-11")
        #expect(visit.status == 1 && visit.err.contains("still in the unit"), "\(visit.err)")
        let home = try program.nicu("discharge an-an --to home --at 2024-09-12T10:00")
        #expect(home.status == 0 && home.out.contains("not recorded: --code, --told"), "\(home.out)\(home.err)")
        #expect(try program.nicu("readmit an-an --from home --at 2024-10-12T10:00").status == 0)
        let between = try program.nicu("weigh an-an 1500g --at 2024-09-20T06:00")
        #expect(between.status == 1 && between.err.contains("after the stay ended"), "\(between.err)")
        #expect(try program.nicu("weigh an-an 2500g --at 2024-10-13T06:00").status != 1)
        // A value known to the day of the readmission belongs to the stay that begins on it.
        #expect(try program.nicu("weigh an-an 2500g --at 2024-10-12 --unconfirmed").status == 0)
        let inside = try program.nicu("readmit an-an --from home --at 2024-10-11T10:00")
        #expect(inside.status == 1 && inside.err.contains("lies before entry"), "\(inside.err)")
        let second = try program.nicu("discharge an-an --to home --at 2024-09-25T10:00")
        #expect(second.status == 1 && second.err.contains("already ended"), "\(second.err)")
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("An undo never goes past what another changed to something older, and names what it left")
    func undoBesideOthers() throws {
        let (program, today) = try RoundTests.ward(2)
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        let afterUnit = try program.nicu("undo")
        #expect(afterUnit.status == 1 && afterUnit.err.contains("about the unit"), "\(afterUnit.err)")
        #expect(try program.nicu("weigh an-an \(today[0])g").status == 0)
        let seq = try program.count()
        #expect(try program.nicu("correct \(seq) \(today[0] + 10)g --reason misread --by nurse.w").status == 0)
        let refused = try program.nicu("undo")
        #expect(refused.status == 1 && refused.err.contains("by nurse.w since"), "\(refused.err)")
        #expect(try RoundTests.weights(program, "an-an").last == Int64(today[0] + 10))
        // Of a round, what others changed is left and named.
        let others = try RoundTests.ward(2)
        #expect(try others.program.nicu("clinician add nurse.w").status == 0)
        let lines = try ["an-an", "bo-bo"].enumerated().map {
            "\($0.element) \(try RoundTests.letter($0.element)) \(others.today[$0.offset]) g"
        }
        let round = try others.program.run(["round", "--from", "-"], input: lines.joined(separator: "\n"))
        #expect(round.status == 0, "\(round.out)\(round.err)")
        let first = try others.program.count() - 2
        let corrected = try others.program.nicu(
            "correct \(first) \(others.today[0] + 10)g --reason misread --by nurse.w")
        #expect(corrected.status == 0, "\(corrected.err)")
        let undone = try others.program.nicu("undo")
        #expect(
            undone.status == 0 && undone.out.contains("bo-bo")
                && undone.out.contains("Changed by others since, and left as they are: #\(first) an-an"),
            "\(undone.out)\(undone.err)")
        #expect(try RoundTests.weights(others.program, "an-an").last == Int64(others.today[0] + 10))
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("Against advice: never blocked, with code, listener, form and the verdict of that minute")
    func againstAdvice() throws {
        let program = try Program().prepared()
        let left = try program.nicu(
            "discharge an-an --to against-advice --code 4 --told father --form-signed --reason cost --at 2024-08-25T06:00"
        )
        #expect(left.status == 0, "\(left.err)")
        let line =
            try program.nicu("timeline an-an --format ndjson").out.components(separatedBy: "\n")
            .first { $0.contains("\"discharge\"") } ?? ""
        #expect(line.contains("cn-2017 0.1.0 not_ready") && line.contains("\"formSigned\":true"))
        #expect(!line.contains("father"))
        #expect(try program.nicu("discharge an-an --to home --told aunt").status == 64)
    }

    @Test("After death and withdrawal nothing is due or projected", arguments: ["ruo-ruo", "he-he"])
    func over(code: String) throws {
        let program = try StoryTests.demo()
        #expect(try program.nicu("due \(code) --json").json["items"]?.elements.isEmpty == true)
        #expect(try program.nicu("ready \(code) --json").json["projection"] == .null)
        #expect(!(try program.nicu("board").out.contains(code)))
        let growth =
            try JSONSerialization.jsonObject(
                with: Data(try program.nicu("growth \(code) --json").out.utf8)) as? [String: Any]
        #expect((growth?["projection"] as? [String: Any])?["reason"] as? String == "ended")
    }

    @Test("Readmission by the verb: only after an end, and never after death")
    func readmit() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("readmit an-an --at 2024-08-24T06:00").status == 1)
        #expect(try program.nicu("discharge an-an --to home --at 2024-08-25T06:00").status == 0)
        let again = try program.nicu("readmit an-an --bed 4 --reason fever --at 2024-08-27T06:00")
        #expect(again.status == 0 && again.out.contains("nicu identity an-an"), "\(again.err)")
        #expect(try program.nicu("list").out.contains("an-an"))
        let other = try Program().prepared()
        #expect(try other.nicu("discharge an-an --to death --at 2024-08-25T06:00").status == 0)
        #expect(try other.nicu("readmit an-an --at 2024-08-27T06:00").status == 1)
    }

    @Test("A refused act is named with the role it takes, and noted in the access log")
    func refused() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        #expect(try program.nicu("clinician add see.only --role viewer").status == 0)
        for (line, sentence) in [
            ("waive an-an hearing --reason x --by nurse.w", "may not waive; it takes physician, administrator"),
            ("decide an-an --by nurse.w", "may not decide"), ("weigh an-an 810g --by see.only", "may not enter"),
            ("strike 13 --reason x --by see.only", "may not correct"),
            ("clinician add other --by nurse.w", "may not configure"),
        ] {
            let result = try program.nicu(line)
            #expect(result.status == 1 && result.err.contains(sentence), "\(line): \(result.err)")
        }
        let log = try String(contentsOfFile: program.folder + "/nicu.db.access", encoding: .utf8)
        for act in ["waive", "decide", "enter", "correct", "configure"] {
            #expect(log.contains("\"refused:\(act)\""), "\(act)")
        }
    }
}
