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
        #expect(try program.nicu("weigh qiao-qiao 4000g --at 2024-10-05").status == 1)
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
