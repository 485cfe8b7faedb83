internal import Crypto
internal import Foundation
internal import GRDB
internal import NICUAssets
public import NICUCore

/// What a verification found; empty findings mean that everything it looked at holds.
public struct Verification: Sendable {
    /// What does not hold; empty when all does.
    public let findings: [LedgerFinding]
    /// How many entries were recomputed.
    public let entries: Int64
    /// The last entry of the ledger.
    public let head: LedgerHead
    /// How many signed heads were checked against the record; nil without the public key.
    public let anchored: Int?
    /// How many lines of the anchor file cannot be read; a power cut may leave half a line, which is no finding.
    public let unreadableAnchorLines: Int
    /// Whether sealed texts were opened and checked against their digests.
    public let checkedSealed: Bool
}

extension Store {
    /// Recomputes the whole chain, the schema, SQLite's own checks and the witness; says where something was changed.
    public func verify() throws -> Verification {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                var verifier = Verifier(db: db, store: self)
                try verifier.checkDatabase()
                try verifier.checkSchema()
                try verifier.checkChain()
                try verifier.checkStrayBodies()
                let anchored = try verifier.checkAnchor()
                return Verification(
                    findings: verifier.findings, entries: verifier.count,
                    head: try Store.head(db) ?? LedgerHead(seq: 0, digest: ""), anchored: anchored,
                    unreadableAnchorLines: verifier.unreadableAnchorLines,
                    checkedSealed: keys != nil)
            }
        }
    }
}

private struct Verifier {
    let db: Database
    let store: Store
    var findings: [LedgerFinding] = []
    var count: Int64 = 0
    var unreadableAnchorLines = 0
    private var digests: [Int64: String] = [:]

    init(db: Database, store: Store) {
        self.db = db
        self.store = store
    }

    mutating func checkDatabase() throws {
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check") where line != "ok" {
            findings.append(.integrity(line))
        }
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
            findings.append(.foreignKey(table: row[0], row: row[1] ?? 0))
        }
    }

    /// Compares tables, triggers, indexes and views with what the migrations make.
    mutating func checkSchema() throws {
        let sql = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        func schema(_ db: Database) throws -> [String: String] {
            var result: [String: String] = [:]
            for row in try Row.fetchAll(db, sql: sql) { result[row[0]] = row[1] }
            return result
        }
        let fresh = try DatabaseQueue()
        let expected = try fresh.inDatabase { db in
            for migration in SchemaFiles.migrations { try db.execute(sql: migration) }
            return try schema(db)
        }
        let found = try schema(db)
        for (name, sql) in [
            (
                "body_member",
                "SELECT kind || '|' || position || '|' || member || '|' || column_name || '|' || form FROM body_member"
            ),
            ("unit_decimals", "SELECT unit || '|' || decimals FROM unit_decimals"),
        ] {
            let want = try fresh.inDatabase { Set(try String.fetchAll($0, sql: sql)) }
            if try Set(String.fetchAll(db, sql: sql)) != want { findings.append(.schemaChanged(name: name)) }
        }
        for name in Set(expected.keys).union(found.keys).sorted() where expected[name] != found[name] {
            findings.append(.schemaChanged(name: name))
        }
    }

    mutating func checkChain() throws {
        let rows = EntryRows(db: db, layout: store.layout, zone: store.clock.zone, keys: store.keys)
        var prev = Digest.none
        var expected: Int64 = 1
        let seqs = try Int64.fetchAll(db, sql: "SELECT seq FROM entry ORDER BY seq")
        for seq in seqs {
            while expected < seq {
                findings.append(.missing(seq: expected))
                expected += 1
            }
            expected = seq + 1
            count += 1
            do {
                guard let row = try rows.fetch(seq: seq) else {
                    findings.append(.unreadable(seq: seq, detail: "no body"))
                    continue
                }
                let canonical = store.canonicalBytes(of: row)
                if Digest.sha256(canonical) != row.digest { findings.append(.digest(seq: seq)) }
                if row.prev != prev { findings.append(.link(seq: seq)) }
                if let birth = row.entry.body as? Birth, birth.code != row.entry.code?.text {
                    findings.append(.code(seq: seq))
                }
                prev = row.digest
                digests[seq] = Hexadecimal.text(row.digest)
            } catch {
                findings.append(.unreadable(seq: seq, detail: "\(error)"))
            }
        }
        try checkSealed()
    }

    private mutating func checkSealed() throws {
        // A text that arrived as a digest was never here; any other may only go with an erasure entry.
        let silent = """
            SELECT s.seq, s.field FROM sealed s JOIN entry e ON e.seq = s.seq WHERE s.salt IS NULL AND e.received IS NULL
            AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = s.seq AND c.kind = 'erasure')
            AND NOT EXISTS (SELECT 1 FROM sealed o JOIN entry p ON p.seq = o.seq WHERE o.digest = s.digest
              AND (p.received IS NOT NULL OR EXISTS (SELECT 1 FROM entry c WHERE c.corrects = p.seq AND c.kind = 'erasure')))
            """
        for row in try Row.fetchAll(
            db,
            sql:
                "SELECT s.seq, s.field, e.kind FROM sealed s LEFT JOIN entry e ON e.seq = s.seq WHERE field <> 'reason'"
        ) {
            let kind: String? = row[2]
            let known = kind.map { store.layout.sealedMembers(of: Kind(name: $0)).map { $0.path[0] } } ?? []
            if !known.contains(row[1]) { findings.append(.strayBody(kind: "sealed", seq: row[0])) }
        }
        for row in try Row.fetchAll(db, sql: silent) { findings.append(.erasedSilently(seq: row[0], field: row[1])) }
        guard let keys = store.keys else { return }
        let rows = try Row.fetchCursor(
            db, sql: "SELECT seq, field, digest, salt, box FROM sealed WHERE salt IS NOT NULL")
        while let row = try rows.next() {
            let salt: Data = row[3]
            let box: Data = row[4]
            guard let text = keys.open(Array(box)),
                Digest.sha256(Array(salt) + Array(text.utf8)) == Array(row[2] as Data)
            else {
                findings.append(.sealed(seq: row[0], field: row[1]))
                continue
            }
        }
    }

    /// Rows of kind tables that no entry of that kind owns.
    mutating func checkStrayBodies() throws {
        let orphans =
            "SELECT code FROM infant i WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = i.id AND e.kind = 'birth')"
        for code in try String.fetchAll(db, sql: orphans) { findings.append(.strayInfant(code: code)) }
        for kind in store.layout.members.keys.sorted() {
            let sql = """
                SELECT k.seq FROM "\(kind)" k LEFT JOIN entry e ON e.seq = k.seq
                WHERE e.kind IS NOT '\(kind)'
                """
            for seq in try Int64.fetchAll(db, sql: sql) { findings.append(.strayBody(kind: kind, seq: seq)) }
        }
    }

    mutating func checkAnchor() throws -> Int? {
        guard let key = RecordKeys.publicKey(in: store.location.keys) ?? store.keys?.signing.publicKey else {
            return nil
        }
        let (lines, unreadable) = Anchor.lines(at: store.location.anchor)
        unreadableAnchorLines = unreadable
        for line in lines {
            if !key.isValidSignature(line.signature, for: Array(line.signedText.utf8)) {
                findings.append(.anchorSignature(position: line.position))
            } else if let digest = digests[line.position] {
                if digest != line.digest { findings.append(.anchorDisagrees(position: line.position)) }
            } else {
                findings.append(.anchorAhead(anchored: line.position))
            }
        }
        return lines.count
    }
}

extension Store {
    /// The canonical form of a stored entry, rebuilt from its columns.
    func canonicalBytes(of row: LedgerRow) -> [UInt8] {
        var entry = row.entry
        if let digest = entry.reason?.digest { entry.reason = SealedText(digest: digest, text: nil) }
        let sealed = Set(layout.sealedMembers(of: entry.kind).map { $0.path[0] })
        let body = JSON.object(
            row.body.members.map { member in
                guard sealed.contains(member.name), let digest = member.value["digest"] else { return member }
                return JSON.Member(member.name, ["digest": digest])
            })
        return entry.canonical(form: row.form, prev: Hexadecimal.text(row.prev), body: body)
    }
}
