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
            ("UPDATE measurement SET value = 999 WHERE seq = 16", LedgerFinding.digest(seq: 16)),
            ("UPDATE entry SET by = 'else' WHERE seq = 16", .digest(seq: 16)),
            ("UPDATE entry SET at = at + 60 WHERE seq = 16", .digest(seq: 16)),
            ("DELETE FROM measurement WHERE seq = 16; DELETE FROM entry WHERE seq = 16", .missing(seq: 16)),
            ("UPDATE infant SET code = 'other'", .code(seq: 11)),
            ("UPDATE sealed SET salt = randomblob(32) WHERE field = 'text'", .sealed(seq: 20, field: "text")),
            ("UPDATE sealed SET salt = NULL, box = NULL", .erasedSilently(seq: 20, field: "text")),
            ("INSERT INTO infant (id, code) VALUES (randomblob(16), 'ghost')", .strayInfant(code: "ghost")),
            ("DELETE FROM body_member WHERE member = 'clothing'", .schemaChanged(name: "body_member")),
            (
                "UPDATE entry SET recorded = 9223372036854775807 WHERE seq = 16",
                .unreadable(seq: 16, detail: #"damaged(path: "entry 16", detail: "time")"#)
            ),
            ("INSERT INTO note (seq) VALUES (16)", .strayBody(kind: "note", seq: 16)),
        ])
    func located(sql: String, finding: LedgerFinding) throws {
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
            "DELETE FROM sealed WHERE seq = 20; DELETE FROM note WHERE seq = 20; DELETE FROM entry WHERE seq = 20")
        #expect(try store.verify().findings.contains(.anchorAhead(anchored: 20)))
        #expect(throws: RecordProblem.anchorAhead(anchored: 20, head: 19)) { try scratch.open() }
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

    @Test(
        "What a power cut leaves at the end of the anchor is passed over, said, and never joined to a new line",
        arguments: ["18 00ab", "\0\0\0\0\0\0", "18 00ab\n", String(repeating: "x", count: 5000)])
    func tornAnchor(end: String) throws {
        let (scratch, _) = try record()
        let handle = try #require(FileHandle(forWritingAtPath: scratch.location.anchor))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(end.utf8))
        try handle.close()
        let store = try scratch.open()
        #expect(try Scratch.weigh(store, 810, "2024-08-25T06:00").isSigned)
        let result = try store.verify()
        #expect(result.findings.isEmpty, "\(result.findings)")
        #expect(result.anchored == 9)
        #expect(result.unreadableAnchorLines == 1)
        _ = try scratch.open()
    }

    @Test("A witness that cannot be written never turns a saved weight into a failure")
    func anchorNotWritable() throws {
        let (scratch, store) = try record()
        let aside = scratch.location.anchor + ".aside"
        try FileManager.default.moveItem(atPath: scratch.location.anchor, toPath: aside)
        try FileManager.default.createDirectory(atPath: scratch.location.anchor, withIntermediateDirectories: false)
        let written = try Scratch.weigh(store, 810, "2024-08-25T06:00")
        #expect(!written.isSigned && written.entries.count == 1)
        #expect(try store.verify().entries == 21)
        try FileManager.default.removeItem(atPath: scratch.location.anchor)
        try FileManager.default.moveItem(atPath: aside, toPath: scratch.location.anchor)
        #expect(try scratch.open().verify().anchored == 9)
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
