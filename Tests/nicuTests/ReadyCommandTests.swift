import Foundation
import NICUCore
import Testing

@Suite("Readiness through the program")
struct ReadyCommandTests {
    @Test("what holds the answer back, and when: a range with its assumptions, never after the stay")
    func outlook() throws {
        let program = try StoryTests.demo()
        let open = try program.nicu("ready le-le --as-of 2024-11-20T10:00").out
        #expect(open.contains("held back by: "))
        #expect(open.contains("held back by: Weight (waits for time)") && open.contains("time alone: 2024-12-"))
        #expect(open.contains("; besides, to be done: ") && open.contains("; unknown: "))
        #expect(open.contains("since 24 h before: ") && open.contains("new entries #"))
        let position = try program.nicu("ready le-le --as-of 2024-11-20T10:00 --known-at #700").out
        #expect(position.contains("cannot be told for a position in the ledger"))
        let after = try program.nicu("ready an-an --rules strict-union").out
        #expect(!after.contains("by the rule not before"))
        #expect(after.contains("nothing is projected after the stay") && !after.contains("held back by"))
        let home = try program.nicu("ready an-an").out
        #expect(!home.contains("held back by") && !home.contains("projected"))
        // Two days before everything was met, the last thing missing was an attestation: time alone does not bring it.
        let before = try program.nicu("ready an-an --as-of 2024-11-18T10:00 --json").json
        #expect(before["overall"]?.string != "ready" && before["projection"] == .null)
        // Early enough in the clock of the last event, only time is missing.
        for line in ["ready le-le --as-of 2024-11-20T10:00 --lang zh", "ready le-le --as-of 2024-11-20T10:00"] {
            let text = try program.nicu(line).out
            #expect(!text.contains("可以出院") && !text.lowercased().contains("ready to go"))
        }
    }

    @Test("two rule sets side by side, the whole ward, and the worst exit code")
    func sideBySide() throws {
        let program = try StoryTests.demo()
        let both = try program.nicu("ready an-an --rules cn-2017,strict-union")
        #expect(both.out.contains("cn-2017 0.1.0") && both.out.contains("strict-union 0.1.0"))
        #expect(both.out.contains("(not listed)") && both.out.contains("? unknown"))
        #expect(try program.nicu("ready an-an --rules cn-2017,strict-union --exit-code").status == 4)
        let json = try program.nicu("ready an-an --rules cn-2017,strict-union --json").json.elements
        #expect(json.map { $0["overall"]?.string } == ["ready", "indeterminate"])
        let ward = try program.nicu("ready --all --as-of 2024-11-20T09:30")
        #expect(ward.status == 0 && ward.out.contains("le-le") && ward.out.contains("an-an"), "\(ward.out)")
        #expect(try program.nicu("ready --all --json").json.elements.allSatisfy { $0["infant"]?.string != "an-an" })
        #expect(try program.nicu("ready --all --exit-code --as-of 2024-11-20T09:30").status == 3)
        let columns = try program.nicu("ready --all --rules cn-2017,aap-2008 --as-of 2024-11-20T09:30")
        #expect(columns.status == 0 && columns.out.contains("cn-2017 0.1.0") && columns.out.contains("aap-2008 0.1.0"))
        let flat = try program.nicu("ready --all --rules cn-2017,aap-2008 --as-of 2024-11-20T09:30 --json").json
            .elements
        #expect(Set(flat.compactMap { $0["rules"]?["id"]?.string }) == ["cn-2017", "aap-2008"])
        let changes = both.out.split(separator: "\n").filter { $0.contains("since 24 h before: ") }
        #expect(changes.map { $0.prefix(4) } == ["cn-2", "stri"], "one line a set")
        for line in ["ready", "ready an-an --all", "ready --all --explain"] {
            #expect(try program.nicu(line).status == 64, "\(line)")
        }
        #expect(try program.nicu("ready an-an --rules cn-2017,nothing").status == 1)
    }

    @Test("H9 a decision comes out the same from its position and digest; a late event reopens it with a notice")
    func decisions() throws {
        let program = try StoryTests.demo()
        let before = try program.count()
        let decided = try program.nicu("decide an-an --key D1")
        #expect(decided.status == 0, "\(decided.err)")
        #expect(try program.count() == before + 2, "the verdict, and the text of its rules")
        #expect(try program.nicu("decide an-an --key D1").status == 0)
        #expect(try program.count() == before + 2)
        let check = try program.nicu("decide an-an --check")
        #expect(check.status == 0 && check.out.contains("the same verdicts"), "\(check.out)\(check.err)")
        // Another edition in force changes nothing about it.
        #expect(try program.nicu("rules --json").json.elements.count == 4)
        #expect(try program.nicu("rules use strict-union").status == 0)
        #expect(try program.nicu("decide an-an --key D2 --rules aap-2008").status == 0)
        #expect(
            try program.nicu("decide an-an --check --json").json.elements.map { $0["reproduced"] } == [
                .bool(true), .bool(true),
            ])
        // An apnoea that becomes known later.
        let late = "event an-an apnoea --duration 25s --intervention stimulation --at 2024-11-19T03:00"
        #expect(try program.nicu(late).status == 0)
        let after = try program.nicu("decide an-an --check")
        #expect(after.status == 0 && after.out.contains("event_free met → not_met"), "\(after.out)")
        #expect(after.out.contains("decide anew"))
        #expect(try program.nicu("verify").status == 0)
        #expect(try program.nicu("decide le-le --check").out.contains("no stored decision"))
    }

    @Test("a late fact reopens a stored decision, with a notice wherever the infant is looked at")
    func reopened() throws {
        let program = try StoryTests.demo()
        #expect(try !program.nicu("weigh an-an 2600g --role reported --at 2024-11-21T08:00").out.contains("reopened"))
        #expect(try program.nicu("decide an-an").status == 0)
        let decision = try program.count() - 1
        // What lies after its moment, and what changes no verdict, reopens nothing.
        let later = try program.nicu("weigh an-an 2650g --role reported --at 2024-11-23T08:00").out
        let harmless = try program.nicu("measure an-an length 46.0cm --at 2024-11-20T08:00").out
        #expect(!later.contains("reopened") && !harmless.contains("reopened"))
        #expect(try !program.nicu("ready an-an").out.contains("reopened"))
        let late = "event an-an apnoea --duration 25s --intervention stimulation --at 2024-11-19T03:00"
        let echo = try program.nicu(late).out
        let event = try program.count()
        for out in [echo, try program.nicu("ready an-an").out, try program.nicu("show an-an").out] {
            #expect(out.contains("decision #\(decision) of ") && out.contains("is reopened by #\(event)"), "\(out)")
        }
        #expect(try program.nicu("ready an-an --lang zh").out.contains("因 #\(event) 须重新审视"))
        #expect(try !program.nicu("ready an-an --known-at #\(event - 1)").out.contains("reopened"))
        #expect(try !program.nicu("ready le-le").out.contains("reopened"))
        // Struck again by a physician, the decision stands.
        let strike = ["strike", "\(event)", "--reason", "another infant's"]
        #expect(try program.run(strike).status == 0)
        let unconfirmed = try program.nicu("ready an-an").out
        #expect(unconfirmed.contains("is reopened by"), "a strike that nobody confirmed leaves it unknown")
    }
}
