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
            "waive", "yue-yue", "hearing", "--reason", "machine away", "--until", "2024-11-22T08:00", "--at",
            "2024-11-20T09:00", "--by", "dr.he",
        ]
        let waived = try program.run(line)
        #expect(waived.status == 0, "\(waived.err)")
        #expect(try verdict("2024-11-20T10:00") == "waived" && verdict("2024-11-22T09:00") == "unknown")
        let text = try program.nicu("ready yue-yue --as-of 2024-11-20T10:00").out
        #expect(text.contains("dr.he") && text.contains("waived"))
        #expect(try program.run(["waive", "yue-yue", "no-such", "--reason", "x"]).status == 64)
        #expect(try program.run(["waive", "yue-yue", "hearing", "--reason", " "]).status == 1)
        #expect(try program.nicu("waive yue-yue hearing").status == 64)
        let before = try program.count()
        let over = try program.run(["waive", "yue-yue", "hearing", "--reason", "x", "--until", "2024-11-01"])
        #expect(over.status == 1 && over.out.isEmpty && over.err.contains("would never hold"), "\(over.err)")
        #expect(try program.count() == before)
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
