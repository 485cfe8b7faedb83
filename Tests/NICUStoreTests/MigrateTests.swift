import Foundation
import NICUAssets
import NICUCore
import NICUStore
import Testing

@Suite("H31 a record of an earlier schema is brought forward, with a copy, and says what it said before")
struct MigrateTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Schema1")

    /// The record as the first version of the program wrote it.
    static func first() throws -> Scratch {
        let scratch = try Scratch()
        let files = FileManager.default
        let keys = scratch.location.keys
        try files.createDirectory(
            atPath: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scratch.folder)
        for name in ["anchor", "sealing.key", "signing.key", "signing.pub"] {
            let path = keys + "/" + name
            try files.copyItem(atPath: folder.appendingPathComponent(name).path, toPath: path)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
        let rows = try String(contentsOf: folder.appendingPathComponent("record.sql"), encoding: .utf8)
        let schema = try #require(SchemaFiles.migrations.first)
        let pragmas = "PRAGMA user_version = 1; PRAGMA application_id = \(0x6E69_6375);"
        let made = try scratch.shell(pragmas + "BEGIN;" + schema + rows + "COMMIT;")
        #expect(made.status == 0, "\(made.output)")
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.location.database)
        return scratch
    }

    @Test("Every digest stays, new members can be written, and the copy is the old file")
    func forward() throws {
        let scratch = try MigrateTests.first()
        let before = try scratch.shell("SELECT seq, hex(digest) FROM entry ORDER BY seq").output
        let store = try scratch.open()
        #expect(try scratch.shell("PRAGMA user_version").output == "\(SchemaFiles.migrations.count)\n")
        #expect(try scratch.shell("SELECT seq, hex(digest) FROM entry ORDER BY seq").output == before)
        #expect(try store.verify().findings.isEmpty)
        var weight = Measurement(quantity: .weight, value: 800)
        weight.feed = .before
        weight.oedema = false
        _ = try store.record(
            [Draft(weight, at: try Scratch.moment("2024-08-21T06:00"))], of: "an-an", author: Scratch.author(),
            key: nil)
        #expect(try store.verify().findings.isEmpty)
        let copy = scratch.location.database + ".before-schema-\(SchemaFiles.migrations.count)"
        #expect(FileManager.default.fileExists(atPath: copy))
        #expect(try scratch.shell("PRAGMA user_version", of: copy).output == "1\n")
        #expect(try scratch.shell("SELECT seq, hex(digest) FROM entry ORDER BY seq", of: copy).output == before)
        // A second opening finds nothing to do.
        #expect(try scratch.open().verify().findings.isEmpty)
    }
}
