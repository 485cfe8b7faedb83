internal import Foundation
internal import GRDB
internal import NICUCore

/// Appends entries inside one transaction: seals, digests, chains and inserts.
struct LedgerWriter {
    let db: Database
    let keys: RecordKeys
    let layout: BodyLayout
    let author: Author
    let operation: Identifier
    private(set) var seq: Int64
    private(set) var prev: [UInt8]
    private(set) var written: [Entry] = []
    /// Texts that came along with digests, by digest.
    var texts: [String: OpenedText] = [:]
    /// Entries whose sealed texts a new one may carry on: what it corrects.
    var carriedFrom: [Int64] = []
    private var generator = SystemRandomNumberGenerator()

    init(_ db: Database, keys: RecordKeys, layout: BodyLayout, author: Author, operation: Identifier? = nil) throws {
        self.db = db
        self.keys = keys
        self.layout = layout
        self.author = author
        self.operation = operation ?? Identifier(at: author.now, using: &generator)
        let head = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, digest FROM entry ORDER BY seq DESC LIMIT 1"))
        seq = head?[0] ?? 0
        prev = head.map { Array($0[1] as Data) } ?? Digest.none
    }

    /// The last entry, this transaction's own included.
    var head: LedgerHead { LedgerHead(seq: seq, digest: Hexadecimal.text(prev)) }

    /// The infant an entry is about, as the header and the index need it.
    struct Subject {
        let number: Int64
        let id: InfantID
        let code: InfantCode
    }

    /// Appends a new fact written here and now; what its reader would refuse is never written.
    @discardableResult
    mutating func append(
        _ body: any Body, at: Moment, subject: Subject? = nil, reason: String? = nil, key: String? = nil,
        corrects: (seq: Int64, id: Identifier)? = nil
    ) throws -> Entry {
        _ = try body.kind.body(from: body.json)
        let entry = Entry(
            seq: seq + 1, id: Identifier(at: author.now, using: &generator), infant: subject?.id, code: subject?.code,
            operation: operation, at: at, recorded: author.now, by: author.by, source: author.source, key: key,
            corrects: corrects?.id, reason: reason.map { SealedText($0) }, body: body)
        return try insert(entry, number: subject?.number, corrects: corrects?.seq)
    }

    /// Appends an entry whose header is already made; its number and place in the chain are given here.
    @discardableResult
    mutating func insert(_ proposed: Entry, number: Int64?, corrects: Int64?) throws -> Entry {
        var entry = proposed
        entry.seq = seq + 1
        var boxes: [(field: String, box: SealedBox)] = []
        if let reason = entry.reason {
            let box = try seal(reason)
            boxes.append(("reason", box))
            let digest = Hexadecimal.text(box.digest)
            entry.reason = SealedText(digest: digest, text: reason.text ?? texts[digest]?.text)
        }
        entry.key = entry.key.map(Text.normalised)
        entry.by = Text.normalised(entry.by)
        entry.source = Text.normalised(entry.source)
        for (name, text) in [("by", entry.by), ("source", entry.source), ("key", entry.key ?? "")] {
            if text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                throw RecordProblem.controlCharacter(member: name)
            }
        }
        // SQLite would cut a text at U+0000, and the digest would never fit again.
        var holdsNull = entry.reason?.text?.utf8.contains(0) ?? false
        var body = entry.body.json.mapStrings { text in
            if text.utf8.contains(0) { holdsNull = true }
            return Text.normalised(text)
        }
        guard !holdsNull else { throw RecordProblem.controlCharacter(member: "body") }
        for member in layout.sealedMembers(of: entry.kind) {
            guard let value = body[member.path[0]] else { continue }
            var reader = try BodyReader(["value": value])
            guard let text = try reader.sealed("value") else { continue }
            let box = try seal(text)
            boxes.append((member.path[0], box))
            body = .object(
                body.members.map {
                    $0.name == member.path[0]
                        ? JSON.Member($0.name, ["digest": .string(Hexadecimal.text(box.digest))]) : $0
                })
        }
        let canonical = entry.canonical(prev: Hexadecimal.text(prev), body: body)
        let digest = Digest.sha256(canonical)
        try insertHeader(entry, number: number, corrects: corrects, digest: digest)
        try insertBody(entry, body: body)
        for (field, box) in boxes { try insertSealed(entry.seq, field: field, box: box) }
        seq = entry.seq
        prev = digest
        if body != entry.body.json { entry.body = try entry.kind.body(from: body) }
        written.append(entry)
        return entry
    }

    /// Adds an infant to the register; its birth entry follows.
    func register(_ id: InfantID, code: InfantCode) throws -> Subject {
        try db.execute(sql: "INSERT INTO infant (id, code) VALUES (?, ?)", arguments: [Data(id.id.bytes), code.text])
        return Subject(number: db.lastInsertedRowID, id: id, code: code)
    }

    /// A fresh identifier.
    mutating func newIdentifier() -> Identifier { Identifier(at: author.now, using: &generator) }

    private func seal(_ text: SealedText) throws -> SealedBox {
        if let digest = text.digest, let bytes = Hexadecimal.bytes(digest) {
            if let known = texts[digest] { return try keys.seal(known.text, salt: known.salt) }
            for seq in carriedFrom {
                let sql = "SELECT salt, box FROM sealed WHERE seq = ? AND digest = ? AND box IS NOT NULL"
                if let row = try Row.fetchOne(db, sql: sql, arguments: [seq, Data(bytes)]) {
                    return SealedBox(digest: bytes, salt: Array(row[0] as Data), box: Array(row[1] as Data))
                }
            }
            return SealedBox(digest: bytes, salt: nil, box: nil)
        }
        return try keys.seal(Text.normalised(text.text ?? ""))
    }

    private func insertHeader(_ entry: Entry, number: Int64?, corrects: Int64?, digest: [UInt8]) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO entry (seq, id, infant, operation, kind, form, at, offset, precision, recorded, received, \
                by, source, key, corrects, origin_unit, origin_id, origin_seq, origin_digest, prev, digest) \
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
                """)
        let origin = entry.origin
        try execute(
            statement,
            [
                entry.seq.databaseValue, blob(entry.id.bytes), number.databaseValue, blob(entry.operation.bytes),
                entry.kind.name.databaseValue, canonicalFormVersion.databaseValue,
                entry.at.instant.seconds.databaseValue, entry.at.offsetMinutes.databaseValue,
                entry.at.precision.rawValue.databaseValue, entry.recorded.seconds.databaseValue,
                (entry.received?.seconds).databaseValue, entry.by.databaseValue, entry.source.databaseValue,
                entry.key.databaseValue, corrects.databaseValue, (origin?.unit).databaseValue,
                origin.map { blob($0.id.bytes) } ?? .null, (origin?.seq).databaseValue,
                origin.flatMap { Hexadecimal.bytes($0.digest) }.map(blob) ?? .null, blob(prev), blob(digest),
            ])
    }

    private func insertBody(_ entry: Entry, body: JSON) throws {
        guard let insertion = layout.insertion(of: entry.kind) else {
            let text = body.text
            try db.execute(sql: "INSERT INTO other (seq, body) VALUES (?, ?)", arguments: [entry.seq, text])
            return
        }
        try execute(
            db.cachedStatement(sql: insertion.sql),
            [entry.seq.databaseValue] + BodyLayout.values(of: body, columns: insertion.columns))
    }

    private func execute(_ statement: Statement, _ values: [DatabaseValue]) throws {
        statement.setUncheckedArguments(StatementArguments(values))
        try statement.execute()
    }

    private func blob(_ bytes: [UInt8]) -> DatabaseValue { Data(bytes).databaseValue }

    private func insertSealed(_ seq: Int64, field: String, box: SealedBox) throws {
        try db.execute(
            sql: "INSERT INTO sealed (seq, field, digest, salt, box) VALUES (?, ?, ?, ?, ?)",
            arguments: [seq, field, Data(box.digest), box.salt.map { Data($0) }, box.box.map { Data($0) }])
    }
}

/// Text as it enters the record.
enum Text {
    /// The text in Unicode normalisation form C.
    static func normalised(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
    }
}
