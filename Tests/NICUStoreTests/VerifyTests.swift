import Foundation
import NICUCore
import NICUStore
import Testing

@Suite("H32 what was changed behind the triggers is found and located")
struct VerifyTests {
    /// Drops the triggers, changes something and puts them back, as an insider with a shell could.
    private func tamper(_ scratch: Scratch, _ sql: String) throws {
        let triggers = try scratch.shell("SELECT sql || ';' FROM sqlite_master WHERE type = 'trigger'").output
        let names = try scratch.shell("SELECT name FROM sqlite_master WHERE type = 'trigger'").output.split(
            separator: "\n")
        let drops = names.map { "DROP TRIGGER \"\($0)\";" }.joined()
        let result = try scratch.shell("PRAGMA foreign_keys = OFF; \(drops) \(sql); \(triggers)")
        #expect(result.status == 0, "\(result.output)")
    }

    private func record() throws -> (Scratch, Store) {
        let scratch = try Scratch()
        let store = try scratch.admitted()
        for day in 20...24 { _ = try Scratch.weigh(store, 700 + day, "2024-08-\(day)T06:00") }
        _ = try store.record(
            [Draft(Note(text: SealedText("secret")), at: try Scratch.moment("2024-08-24T07:00"))], of: "an-an",
            author: Scratch.author(), key: nil)
        return (scratch, store)
    }

    @Test(
        "Each kind of change is found at its entry",
        arguments: [
            ("UPDATE measurement SET value = 999 WHERE seq = 14", Verification.Finding.digest(seq: 14)),
            ("UPDATE entry SET by = 'else' WHERE seq = 14", .digest(seq: 14)),
            ("UPDATE entry SET at = at + 60 WHERE seq = 14", .digest(seq: 14)),
            ("DELETE FROM measurement WHERE seq = 14; DELETE FROM entry WHERE seq = 14", .missing(seq: 14)),
            ("UPDATE infant SET code = 'other'", .code(seq: 9)),
            ("UPDATE sealed SET salt = randomblob(32) WHERE field = 'text'", .sealed(seq: 18, field: "text")),
            ("INSERT INTO note (seq) VALUES (14)", .strayBody(kind: "note", seq: 14)),
        ])
    func located(sql: String, finding: Verification.Finding) throws {
        let (scratch, store) = try record()
        #expect(try store.verify().findings.isEmpty)
        try tamper(scratch, sql)
        let findings = try store.verify().findings
        #expect(findings.contains(finding), "\(findings)")
    }

    @Test("A missing trigger is named")
    func triggers() throws {
        let (scratch, store) = try record()
        try scratch.shell("DROP TRIGGER entry_no_update")
        #expect(try store.verify().findings == [.schemaChanged(name: "entry_no_update")])
    }

    @Test("A record cut short or rolled back behind its anchor is refused at the door")
    func rollback() throws {
        let (scratch, store) = try record()
        try tamper(
            scratch,
            "DELETE FROM sealed WHERE seq = 18; DELETE FROM note WHERE seq = 18; DELETE FROM entry WHERE seq = 18")
        #expect(try store.verify().findings.contains(.anchorAhead(anchored: 18)))
        #expect(throws: RecordProblem.anchorAhead(anchored: 18, head: 17)) { try scratch.open() }
    }

    @Test("An anchor behind the record is normal and catches up")
    func behind() throws {
        let (scratch, _) = try record()
        let lines = try String(contentsOfFile: scratch.location.anchor, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 8)
        let kept = lines.prefix(3).joined(separator: "\n") + "\n"
        let handle = try #require(FileHandle(forWritingAtPath: scratch.location.anchor))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(kept.utf8))
        try handle.close()
        #expect(try scratch.open().verify().anchored == 4)
    }

    @Test("Without the keys the chain is still proven, and nothing can be written")
    func withoutKeys() throws {
        let (scratch, _) = try record()
        let elsewhere = RecordLocation(database: scratch.location.database, keys: scratch.folder + "/nowhere")
        let store = try Store.open(elsewhere, now: Scratch.now, zone: { _ in Scratch.zone })
        let result = try store.verify()
        #expect(result.findings.isEmpty && result.anchored == nil && !result.checkedSealed)
        #expect(throws: RecordProblem.keysMissing(path: scratch.folder + "/nowhere")) {
            try Scratch.weigh(store, 810, "2024-08-25T06:00")
        }
    }
}
