import Foundation
import NICUCore
import Testing

@Suite("Waivers, laboratory values, vaccines, diagnoses and procedures")
struct CareCommandTests {
    @Test("a waiver says who, why and until, is shown as waived and never as met, and ends")
    func waiver() throws {
        let program = try StoryTests.demo()
        func verdict(_ moment: String) throws -> String? {
            try program.nicu("ready yue-yue --json --as-of \(moment)").json["criteria"]?.elements
                .first { $0["id"]?.string == "hearing" }?["verdict"]?.string
        }
        #expect(try verdict("2024-11-20T10:00") == "unknown")
        let line = [
            "waive", "yue-yue", "hearing", "--check", "S", "--reason", "machine away", "--until", "2024-11-22T08:00",
            "--at",
            "2024-11-20T09:00", "--by", "dr.he",
        ]
        let waived = try program.run(line)
        #expect(waived.status == 0, "\(waived.err)")
        #expect(try verdict("2024-11-20T10:00") == "waived" && verdict("2024-11-22T09:00") == "unknown")
        let text = try program.nicu("ready yue-yue --as-of 2024-11-20T10:00").out
        #expect(text.contains("dr.he") && text.contains("waived"))
        #expect(try program.run(["waive", "yue-yue", "no-such", "--check", "S", "--reason", "x"]).status == 1)
        #expect(try program.run(["waive", "yue-yue", "hearing", "--check", "S", "--reason", " "]).status == 1)
        #expect(try program.nicu("waive yue-yue hearing").status == 64)
        let before = try program.count()
        let over = try program.run([
            "waive", "yue-yue", "hearing", "--check", "S", "--reason", "x", "--until", "2024-11-01",
        ])
        #expect(over.status == 1 && over.out.isEmpty && over.err.contains("would never hold"), "\(over.err)")
        #expect(try program.count() == before)
    }

    @Test("what contradicts itself is refused with both parts, and changes nothing")
    func contradictions() throws {
        let program = try Program().prepared()
        let before = try program.count()
        for (line, status, sentence) in [
            ("state an-an respiratory room-air --fio2 60%", Int32(1), "contradicts room_air"),
            ("state an-an respiratory room-air --flow 8L", 1, "contradicts room_air"),
            ("state an-an respiratory cpap --fio2 15%", 1, "15"),
            ("task an-an hearing pass --ear middle", 64, "one of: left, right, both"),
            ("measure an-an temperature 36.8Cel --site armpit", 64, "one of: axillary"),
            ("lab an-an haemoglobin 98 g/L --flag purple", 64, "one of: low"),
            ("immunise an-an hepatitis-b --not-given unwell --lot 1", 1, "contradicts"),
            ("problem an-an bpd --onset 2030-01-01", 1, "in the future"),
            ("problem an-an bpd --onset 2020-01-01", 1, "before birth"),
            ("problem an-an bpd --onset 2024-11-10 --resolved 2024-11-01", 1, "contradicts onset"),
            ("decide an-an --as-of 2100-01-01", 1, "lies ahead"), ("ready an-an --as-of 2100-01-01", 1, "lies ahead"),
        ] {
            let result = try program.nicu(line)
            #expect(result.status == status && result.err.contains(sentence), "\(line): \(result.err)")
        }
        #expect(try program.count() == before)
    }

    @Test("after death nothing is given, waived or attested; the papers about it are recorded")
    func afterDeath() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("discharge an-an --to death --at 2024-08-25T06:00").status == 0)
        for line in [
            "immunise an-an bcg", "waive an-an hearing --reason x", "attest an-an rooming-in",
            "procedure an-an transfusion", "task an-an thyroid normal",
        ] { #expect(try program.nicu(line).status == 1, "\(line)") }
        for task in Vocabulary.papers {
            let result = try program.nicu("task an-an \(task) complete --at 2024-08-25T08:00")
            #expect(result.status == 0, "\(task): \(result.err)")
        }
    }

    @Test("a struck review makes room for another one of its shift")
    func reviewAnew() throws {
        let program = try StoryTests.demo()
        let none = "event le-le none --shift 2024-11-22/day --at 2024-11-22T15:50"
        #expect(try program.nicu(none).status == 0)
        #expect(try program.nicu("undo").status == 0)
        let two = "event le-le review --shift 2024-11-22/day --events 2 --at 2024-11-22T15:55"
        let again = try program.nicu(two)
        #expect(again.status == 0, "\(again.err)")
        #expect(try program.nicu(none).status == 1)
    }

    @Test("H7: a physician confirms a nurse's correction; nobody else does, and a doubtful weight stays in doubt")
    func confirming() throws {
        let program = try StoryTests.demo()
        func overall() throws -> Int32 { try program.nicu("ready an-an --as-of 2024-11-20T10:00 --exit-code").status }
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        let event = "event an-an apnoea --duration 25s --at 2024-11-15T10:00 --json"
        let seq = try #require(try program.nicu(event).json["entries"]?.elements.first?["seq"]?.integer)
        #expect(try overall() == 3)
        let change = ["correct", "\(seq)", "--set", "{\"durationSeconds\":5}", "--reason", "x", "--by", "nurse.w"]
        let corrected = try program.run(change)
        #expect(corrected.status == 0, "\(corrected.err)")
        #expect(try overall() == 4)
        #expect(try program.nicu("confirm \(seq) --reason seen --by nurse.w").status == 1)
        let confirmed = try program.nicu("confirm \(seq) --reason seen --by dr.he")
        #expect(confirmed.status == 0 && !confirmed.out.contains("struck"), "\(confirmed.out)\(confirmed.err)")
        #expect(confirmed.out.contains("confirmed by dr.he") && confirmed.out.contains("the correction #"))
        let diff = try program.nicu("diff an-an --since #\(program.count() - 1)").out.split(
            whereSeparator: \.isWhitespace)
        #expect(diff.joined(separator: " ").contains("of #\(seq) confirmed by dr.he (dr.he"), "\(diff)")
        #expect(try overall() == 0)
        #expect(try program.nicu("confirm \(seq) --reason seen --by dr.he").status == 1)
        #expect(try program.nicu("confirm 20 --reason seen --by dr.he").status == 1)
        let doubtful = "weigh an-an 2560g --role unconfirmed --at 2024-11-19T10:00 --json"
        let weight = try #require(try program.nicu(doubtful).json["entries"]?.elements.first?["seq"]?.integer)
        #expect(try overall() == 4)
        let away = try program.run(["correct", "\(weight)", "--set", "{\"role\":\"reported\"}", "--reason", "x"])
        #expect(away.status == 1, "\(away.err)")
        #expect(try program.nicu("correct \(weight) --at 2024-10-01T10:00 --reason x").status == 1)
        #expect(try overall() == 4)
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("each verb writes one entry that the timeline shows; bad input writes nothing")
    func verbs() throws {
        let program = try Program().prepared()
        let before = try program.count()
        for line in [
            "lab an-an haemoglobin 98 g/L --flag low --at 2024-09-20T08:00",
            "immunise an-an hepatitis-b --lot A1 --site left-thigh --at 2024-09-20T09:00",
            "problem an-an bpd --grade 1 --onset 2024-10-21 --at 2024-10-21T08:00",
            "procedure an-an transfusion --at 2024-09-21T08:00",
        ] {
            let result = try program.nicu(line)
            #expect(result.status == 0, "\(line): \(result.err)")
        }
        #expect(try program.count() == before + 4)
        let timeline = try program.nicu("timeline an-an").out
        for word in ["haemoglobin", "98", "hepatitis-b", "bronchopulmonary", "transfusion"] {
            #expect(timeline.contains(word), "\(word)")
        }
        for line in [
            "lab an-an haemoglobin 9,8 g/L", "lab an-an haemoglobin 98", "problem an-an bpd --onset 21.10.2024",
            "procedure an-an transfusion --at 2030-01-01T08:00",
        ] { #expect(try program.nicu(line).status != 0, "\(line)") }
        #expect(try program.count() == before + 4)
    }
}
