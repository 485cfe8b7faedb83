internal import Foundation
internal import GRDB
public import NICUCore

/// What a write answers: the entries as they stand in the record.
public struct Written: Sendable {
    /// The entries as they stand in the record.
    public let entries: [Entry]
    /// The operation all of them belong to.
    public let operation: Identifier
    /// Whether an earlier try with the same key had already saved this.
    public let wasAlreadySaved: Bool
    /// Whether the anchor file has the new head; when it could not be written, the next command signs what is missing.
    public var isSigned = true
}

extension Store {
    /// Runs one immediate transaction, waits until it is on disk, and then signs the new heads.
    ///
    /// When the commit itself fails, the entry is looked up by its key; only if that cannot settle it, the answer is
    /// ``RecordProblem/notKnownSaved(key:)``.
    func write(
        author: Author, key: String?, operation: Identifier? = nil, _ body: (inout LedgerWriter) throws -> Void
    ) throws -> Written {
        guard let keys else { throw RecordProblem.keysMissing(path: location.keys) }
        if let key, key.isEmpty || key.count > Store.longestKey { throw RecordProblem.badKey }
        do {
            return try queue.inDatabase { db in
                try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
                var writer: LedgerWriter
                let before: LedgerHead
                do {
                    writer = try LedgerWriter(
                        db, keys: keys, layout: layout, author: author, operation: operation)
                    before = writer.head
                    try body(&writer)
                } catch {
                    do { try db.rollback() } catch { throw InDoubt(cause: error, operation: nil) }
                    throw error
                }
                do { try db.cachedStatement(sql: "COMMIT").execute() } catch {
                    throw InDoubt(cause: error, operation: writer.operation)
                }
                // What is saved stays saved whatever becomes of its witness: the next open signs it, or says what is wrong.
                let isSigned = try? sign(writer.head, knowing: before, now: author.now, in: db)
                return Written(
                    entries: writer.written, operation: writer.operation, wasAlreadySaved: false,
                    isSigned: isSigned ?? false)
            }
        } catch let problem as RecordProblem where problem.refusedAct != nil {
            // A log that cannot be written changes nothing about the refusal.
            try? noteAccess(by: author.by, verb: "refused:\(problem.refusedAct ?? "")", now: author.now)
            throw problem
        } catch let error as Saved {
            return error.written
        } catch let error as DatabaseError {
            throw Store.translated(error, path: location.database)
        } catch let error as InDoubt {
            return try settle(error, key: key)
        }
    }

    /// The most characters of a client's key.
    static let longestKey = 200

    /// A commit or its rollback failed; without an operation nothing was to be committed.
    private struct InDoubt: Error {
        let cause: any Error
        let operation: Identifier?
    }

    /// Thrown inside the transaction when the key shows that nothing needs to be written.
    struct Saved: Error { let written: Written }

    private func settle(_ doubt: InDoubt, key: String?) throws -> Written {
        do {
            try queue.close()
            let fresh = try DatabaseQueue(path: location.database)
            let sql = "SELECT seq FROM entry WHERE operation = ? ORDER BY seq"
            let seqs = try fresh.inDatabase { db in
                try doubt.operation.map { try Int64.fetchAll(db, sql: sql, arguments: [Data($0.bytes)]) } ?? []
            }
            if seqs.isEmpty {
                if let error = doubt.cause as? DatabaseError { throw Store.translated(error, path: location.database) }
                throw doubt.cause
            }
            let entries = try fresh.inDatabase { db in
                let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
                return try seqs.compactMap { try rows.fetch(seq: $0)?.entry }
            }
            guard let first = entries.first else { throw RecordProblem.notKnownSaved(key: key ?? "") }
            return Written(entries: entries, operation: first.operation, wasAlreadySaved: true)
        } catch let error as RecordProblem {
            throw error
        } catch {
            throw RecordProblem.notKnownSaved(key: key ?? "")
        }
    }

    /// Refuses to write the same key twice with another content; answers what is there when it is the same.
    func checkKey(
        _ key: String?, _ drafts: [Draft], infant: InfantID?, corrects: Identifier? = nil, in writer: LedgerWriter
    ) throws {
        guard let key = key.map(Text.normalised) else { return }
        let seqs = try Store.seqs(ofKey: key, in: writer.db)
        guard !seqs.isEmpty else { return }
        let rows = EntryRows(db: writer.db, layout: layout, zone: clock.zone, keys: keys)
        let found = try seqs.compactMap { try rows.fetch(seq: $0) }
        guard found.count == drafts.count,
            zip(found, drafts).allSatisfy({ row, draft in
                let entry = row.entry
                // "now" and "90 min ago" mean a later instant in a retry than in the first try.
                return entry.infant == infant && entry.by == writer.author.by && entry.corrects == corrects
                    && (entry.at == draft.at
                        || draft.at.instant - writer.author.now == entry.at.instant - entry.recorded)
                    && entry.reason?.text == draft.reason.map(Text.normalised)
                    && Store.sameContent(row.body, draft.body, layout: layout)
            }), let first = found.first?.entry
        else { throw RecordProblem.keyReused(key: key) }
        throw Saved(
            written: Written(entries: found.map(\.entry), operation: first.operation, wasAlreadySaved: true))
    }

    /// The entries of the operation whose first entry has a key, in ledger order.
    static func seqs(ofKey key: String, in db: Database) throws -> [Int64] {
        let first = try db.cachedStatement(sql: "SELECT seq, operation FROM entry WHERE key = ?")
        guard let row = try Row.fetchOne(first, arguments: [key]) else { return [] }
        let rest = try db.cachedStatement(sql: "SELECT seq FROM entry WHERE seq >= ? AND operation = ? ORDER BY seq")
        return try Int64.fetchAll(rest, arguments: [row[0] as Int64, row[1] as Data])
    }

    /// Whether a stored body, its sealed texts opened, says the same as a draft.
    ///
    /// A draft that brings only the digest of a sealed text is compared by the digest.
    static func sameContent(_ stored: JSON, _ draft: any Body, layout: BodyLayout) -> Bool {
        let sealed = Set(layout.sealedMembers(of: draft.kind).map { $0.path[0] })
        let theirs = draft.json.mapStrings(Text.normalised)
        func open(_ body: JSON) -> [UInt8] {
            JSON.object(body.members.filter { !sealed.contains($0.name) }).canonicalBytes
        }
        let sameTexts = sealed.allSatisfy { name in
            switch (stored[name], theirs[name]) {
            case (nil, nil): true
            case (let here?, let there?):
                there["digest"].map { $0 == here["digest"] } ?? (here["text"] == there && there != .null)
            default: false
            }
        }
        return sameTexts && open(stored) == open(theirs)
    }

    /// Signs the head of the ledger unless the anchor already has it.
    func catchUpAnchor(now: Instant) throws {
        try queue.inDatabase { db in
            if let head = try Store.head(db) { _ = try sign(head, knowing: nil, now: now, in: db) }
        }
    }

    func sign(_ head: LedgerHead, knowing known: LedgerHead?, now: Instant, in db: Database) throws -> Bool {
        guard let keys else { return true }
        return try Anchor(path: location.anchor, keys: keys).catchUp(with: head, knowing: known, now: now) { seq in
            let statement = try db.cachedStatement(sql: "SELECT digest FROM entry WHERE seq = ?")
            return try Data.fetchOne(statement, arguments: [seq]).map { Hexadecimal.text($0) }
        }
    }

    /// The last entry of the ledger; nil when it is empty.
    static func head(_ db: Database) throws -> LedgerHead? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT seq, digest FROM entry ORDER BY seq DESC LIMIT 1")).map {
            LedgerHead(seq: $0[0], digest: Hexadecimal.text($0[1] as Data))
        }
    }
}

extension RecordProblem {
    /// What the access log calls an act that someone was not allowed, or tried on the wrong infant; nil for other problems.
    fileprivate var refusedAct: String? {
        switch self {
        case .roleForbids(_, _, let act): act.rawValue
        case .notAPhysician: "confirm"
        case .retiredClinician: "retired"
        case .checkLetterWrong, .birthDayWrong: "identity"
        default: nil
        }
    }
}
