import Foundation
import NICUCore
import Testing

@Suite("A mistyped aspect, task or statement is refused, since it would be saved and never counted")
struct KnownNameTests {
    @Test(
        "H9 the nearest name is asked back, and nothing is written",
        arguments: [
            ("state an-an methylxantine on", "there is no aspect “methylxantine”; did you mean methylxanthine?"),
            ("state an-an cafeine on", "did you mean caffeine?"),
            ("state an-an antibiotcs on", "did you mean antibiotics?"),
            ("state an-an antibiotics onn", "did you mean on?"),
            ("state an-an respiratory romm-air", "did you mean room_air?"),
            ("state an-an wellbeing on", "one of: feeding_route"),
            ("task an-an hearin pass", "there is no task “hearin”; did you mean hearing?"),
            ("task an-an hearing pas", "did you mean pass?"),
            ("task an-an eyesight pass", "declared in a rule file's own_tasks"),
            ("attest an-an caregiver-teachin", "there is no attestation “caregiver-teachin”; did you mean"),
            ("attest an-an romming-in", "did you mean rooming_in?"),
        ])
    func slips(line: String, sentence: String) throws {
        let program = try Program().prepared()
        let before = try program.count()
        let result = try program.nicu(line + " --at 2024-08-20T06:00")
        #expect(result.status == 64 && result.err.contains(sentence), "\(line): \(result.err)")
        #expect(try program.count() == before)
    }

    @Test("Every short name is taken, and so are the names that a unit's own rule file declares or asks for")
    func ownNames() throws {
        let program = try Program().prepared()
        for line in ["state an-an caffeine on", "task an-an blood-spot collected", "attest an-an caregiver-teaching"] {
            #expect(try program.nicu(line + " --at 2024-08-20T06:00").status == 0, "\(line)")
        }
        let own = ["state an-an own-lamp on", "task an-an own-scan normal", "attest an-an own-word"]
        for line in own { #expect(try program.nicu(line + " --at 2024-08-20T06:00").status == 64, "\(line)") }
        let file = try RulesCommandTests.file(in: program) {
            $0.replacing("version: 0.1.0", with: "version: 0.2.0")
                .appending("\nown_tasks: [own_scan]\nown_items: [own_word]\nown_aspects: [own_lamp]\n")
        }
        let added = try program.run(["rules", "add", file, "--reason", "our unit's names"])
        #expect(added.status == 0, "\(added.err)")
        for line in own { #expect(try program.nicu(line + " --at 2024-08-20T06:00").status == 0, "\(line)") }
        #expect(try program.nicu("task an-an own-scn normal --at 2024-08-20T06:00").err.contains("own_scan"))
    }

    @Test("An import takes words that this program does not know")
    func imported() throws {
        let program = try Program().prepared()
        let file = program.folder + "/in.ndjson"
        let line =
            #"{"id":"0191b040-c695-7c65-815a-c069d3232a4f","infant":"an-an","kind":"state","at":"2024-08-21T06:00:00+08:00","#
            + #""precision":"minute","recorded":"2024-08-21T06:00:00+08:00","by":"li.min","#
            + #""body":{"aspect":"own_lamp","value":"on"}}"#
        try line.write(toFile: file, atomically: true, encoding: .utf8)
        let result = try program.nicu("import \(file)")
        #expect(result.status == 0, "\(result.err)")
    }

    @Test("The letters between two words; only near ones are asked about, all that are equally near")
    func spelling() {
        #expect(Spelling.distance("hearin", "hearing") == 1 && Spelling.distance("", "ab") == 2)
        #expect(Spelling.nearest("Room-Ari", among: ["room_air", "cpap"]) == ["room_air"])
        #expect(Spelling.nearest("of", among: ["on", "off"]) == ["on", "off"])
        #expect(Spelling.nearest("xy", among: ["on", "off"]).isEmpty)
        #expect(Spelling.nearest("gavage", among: ["none", "tube"]).isEmpty)
    }
}
