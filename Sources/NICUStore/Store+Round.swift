internal import Foundation
internal import GRDB
public import NICUCore

/// A round that was begun and not closed.
public struct OpenRound: Sendable {
    /// The operation of all its entries.
    public let operation: Identifier
    /// When its first entry was recorded.
    public let begun: Instant
    /// Its entries that still count, in ledger order.
    public let entries: [Entry]
}

extension Store {
    /// The door of entries that a round writes.
    public static let roundSource = "round"
    /// A round that was left longer ago than this is not gone on with.
    static let longestRound: Int64 = 12 * 3600

    /// The last round of a clinician that was not closed, begun within the last twelve hours; nil for none.
    public func openRound(of login: String, now: Instant) throws -> OpenRound? {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                let sql = """
                    SELECT e.operation, min(e.recorded) FROM entry e
                    WHERE e.by = ? AND e.infant IS NOT NULL AND e.source LIKE '\(Store.roundSource)%' AND e.recorded >= ?
                      AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.operation = e.operation AND r.kind = 'round')
                    GROUP BY e.operation ORDER BY max(e.seq) DESC LIMIT 1
                    """
                let row = try Row.fetchOne(db, sql: sql, arguments: [login, now.seconds - Store.longestRound])
                guard let row, let operation = Identifier(bytes: row[0] as Data) else { return nil }
                return OpenRound(
                    operation: operation, begun: Instant(seconds: row[1]),
                    entries: try effective(ofOperation: operation, in: db))
            }
        }
    }

    /// Closes a round; its counts are kept as an entry of the unit under the same operation.
    public func closeRound(_ round: Round, operation: Identifier, author: Author) throws -> Written {
        try write(author: author, key: nil, operation: operation) { writer in
            try Store.check(author.by, may: .enter, in: writer.db)
            let closed = "SELECT EXISTS (SELECT 1 FROM entry WHERE operation = ? AND kind = 'round')"
            if try Bool.fetchOne(writer.db, sql: closed, arguments: [Data(operation.bytes)]) ?? false {
                throw RecordProblem.roundClosed
            }
            try writer.append(round, at: clock.zone.moment(at: author.now))
        }
    }

    /// Takes back one entry of an open round by a strike under the same operation.
    public func takeBack(_ seq: Int64, reason: String, operation: Identifier, author: Author) throws -> Written {
        let undoing = Author(by: author.by, source: author.source + Store.undoSuffix, now: author.now)
        return try write(author: undoing, key: nil, operation: operation) { writer in
            try Store.check(author.by, may: .correct, in: writer.db)
            let rows = EntryRows(db: writer.db, layout: layout, zone: clock.zone, keys: keys)
            guard let entry = try rows.fetch(seq: seq)?.entry, let code = entry.code, entry.operation == operation,
                entry.by == author.by
            else { throw RecordProblem.noSuchEntry(seq: seq) }
            try refuseSuperseded(entry, isConfirmation: false, in: writer.db)
            try writer.append(
                Retraction(), at: clock.zone.moment(at: author.now),
                subject: subject(try Store.infant(code.text, in: writer.db)), reason: reason, corrects: (seq, entry.id))
        }
    }

    /// Keeps what a scale sent by itself: in no course until a clinician accepts it for an infant.
    public func receive(_ measurement: NICUCore.Measurement, at: Moment, author: Author, key: String?) throws -> Written
    {
        var body = measurement
        body.role = .received
        let draft = Draft(body, at: at)
        return try write(author: author, key: key) { writer in
            try Store.check(author.by, may: .enter, in: writer.db)
            let key = try freeKey(key, body, in: writer)
            let now = clock.zone.moment(at: author.now)
            let refusals = assess(draft, in: nil, code: "", now: now).refusals
            guard refusals.isEmpty else { throw RecordProblem.refused(refusals) }
            try writer.append(body, at: at, key: key)
        }
    }

    /// Accepts a received value for an infant: a measured one that names it; asked about like any other.
    public func accept(
        _ seq: Int64, for code: String, isUnconfirmed: Bool = false, author: Author, key: String?, reason: String?,
        answer: EntryAnswer
    ) throws -> Written {
        try write(author: author, key: key) { writer in
            try Store.check(author.by, may: .enter, in: writer.db)
            let infant = try Store.infant(code, in: writer.db)
            let rows = EntryRows(db: writer.db, layout: layout, zone: clock.zone, keys: keys)
            guard let old = try rows.fetch(seq: seq)?.entry else { throw RecordProblem.noSuchEntry(seq: seq) }
            guard var body = old.body as? NICUCore.Measurement, body.role == .received else {
                throw RecordProblem.notReceived(seq: seq)
            }
            if let other = old.code, other != infant.code { throw RecordProblem.otherInfant(seq: seq) }
            if answer.identified == .byCodeAlone { throw RecordProblem.secondIdentifierMissing(code: code) }
            body.role = isUnconfirmed ? .unconfirmed : .measured
            let draft = Draft(body, at: old.at, reason: reason, corrects: seq)
            try checkKey(key, [draft], infant: infant.id, corrects: old.id, in: writer)
            if try !isWaiting(seq, in: writer.db) {
                try refuseSuperseded(old, isConfirmation: false, in: writer.db)
            }
            let judged = try judged([draft], of: infant, answer: answer, author: author, in: writer.db)
            try writer.append(
                judged[0].body, at: old.at, subject: subject(infant), reason: reason, key: key, corrects: (seq, old.id))
        }
    }

    /// Whether nobody struck a received value, and no acceptance of it stands.
    private func isWaiting(_ seq: Int64, in db: Database) throws -> Bool {
        var kinds: [String] = []
        var place = seq
        let sql = "SELECT seq, kind FROM entry WHERE corrects = ? ORDER BY seq DESC LIMIT 1"
        while let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [place]) {
            place = row[0]
            kinds.append(row[1])
        }
        let strike = Kind.retraction.name
        return kinds.isEmpty || kinds.first != strike && kinds.last == strike
    }

    /// The key of a line of a scale's file, from that of the line before it.
    public static func keyOfLine(_ line: String, after key: String) -> String {
        "scale-" + Hexadecimal.text(Digest.sha256(Array("\(key)\n\(line)".utf8)).prefix(16))
    }

    /// A key with which nothing that still stands was saved; beside a key that is in use, the entry saved with it.
    public func unusedKey(_ key: String) throws -> (key: String, entry: Entry?) {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                var key = key
                let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
                let changed = "SELECT EXISTS (SELECT 1 FROM entry WHERE corrects = ? AND kind = 'retraction')"
                while let seq = try Store.seqs(ofKey: Text.normalised(key), in: db).first {
                    if try !(Bool.fetchOne(db, sql: changed, arguments: [seq]) ?? false) {
                        return (key, try rows.fetch(seq: seq)?.entry)
                    }
                    key += "+"
                }
                return (key, nil)
            }
        }
    }

    /// A received value with a known key is there already, at whatever hour it was read again.
    ///
    /// One that was struck since is received anew. Gives the key to write with.
    private func freeKey(_ key: String?, _ body: NICUCore.Measurement, in writer: LedgerWriter) throws -> String? {
        guard let key, let seq = try Store.seqs(ofKey: Text.normalised(key), in: writer.db).first else { return key }
        let struck = "SELECT EXISTS (SELECT 1 FROM entry WHERE corrects = ? AND kind = 'retraction')"
        if try Bool.fetchOne(writer.db, sql: struck, arguments: [seq]) ?? false {
            return try freeKey(key + "+", body, in: writer)
        }
        let rows = EntryRows(db: writer.db, layout: layout, zone: clock.zone, keys: keys)
        guard let row = try rows.fetch(seq: seq), Store.sameContent(row.body, body, layout: layout) else {
            throw RecordProblem.keyReused(key: key)
        }
        throw Saved(written: Written(entries: [row.entry], operation: row.entry.operation, wasAlreadySaved: true))
    }

    /// The received value with a number that names no infant; nil for any other entry.
    func received(_ seq: Int64, in db: Database) throws -> Entry? {
        let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
        guard let entry = try rows.fetch(seq: seq)?.entry, entry.code == nil,
            (entry.body as? NICUCore.Measurement)?.role == .received
        else { return nil }
        return entry
    }

    /// Strikes a received value that belongs to nobody; it waits no longer.
    func dismiss(
        _ old: Entry, reason: String, author: Author, key: String?, into writer: inout LedgerWriter
    ) throws {
        let now = clock.zone.moment(at: author.now)
        let draft = Draft(Retraction(), at: now, reason: reason)
        try checkKey(key, [draft], infant: nil, corrects: old.id, in: writer)
        try refuseSuperseded(old, isConfirmation: false, in: writer.db)
        try writer.append(Retraction(), at: now, reason: reason, key: key, corrects: (old.seq, old.id))
    }

    /// Received values that nobody has accepted or struck, the oldest first.
    public func received() throws -> [Entry] {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
                let condition = """
                    k.role = 'received' AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq
                      AND NOT EXISTS (SELECT 1 FROM entry d WHERE d.corrects = c.seq))
                    """
                return try rows.fetch(.measurement, where: condition).map(\.entry)
                    .filter { try isWaiting($0.seq, in: db) }
            }
        }
    }

    /// The entries of an operation that nobody corrected or struck since, in ledger order.
    func effective(ofOperation operation: Identifier, in db: Database) throws -> [Entry] {
        let sql = """
            SELECT e.seq FROM entry e WHERE e.operation = ? AND e.kind <> 'retraction'
            AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq AND c.kind <> 'erasure') ORDER BY e.seq
            """
        let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
        return try Int64.fetchAll(db, sql: sql, arguments: [Data(operation.bytes)]).compactMap {
            try rows.fetch(seq: $0)?.entry
        }
    }
}
