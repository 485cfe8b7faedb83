internal import Foundation
internal import GRDB
public import NICUCore

/// What an undo reversed.
public struct Undone: Sendable {
    /// The compensating entries.
    public let written: Written
    /// The entries of the operation that was reversed.
    public let reversed: [Entry]
    /// The entries of the operation that others changed since and that stand as they are.
    public let kept: [Entry]
}

extension Store {
    /// The door name that marks compensating entries.
    static let undoSuffix = "/undo"
    /// What can be undone: facts about infants, and values that a scale sent, which are about nobody yet.
    private static let isReversible = "(e.infant IS NOT NULL OR e.kind IN ('measurement', 'retraction'))"

    /// Reverses the last operation of a clinician that still counts, by compensating entries.
    ///
    /// A new fact is struck, a correction is corrected back, a strike is answered by the struck fact entered anew.
    /// Entries about the unit are not undone; other people's entries are never touched.
    public func undo(author: Author, reason: String) throws -> Undone {
        try reverse(author: author, reason: reason, suffix: Store.undoSuffix, nothing: .nothingToUndo(by: author.by)) {
            db in
            try lastOperation(of: author.by, in: db)
        }
    }

    /// Does again what the clinician's last undo reversed; refused once they wrote something else since.
    ///
    /// A strike by the undo is answered by the struck fact entered anew, and so on: the ledger only grows.
    public func redo(author: Author, reason: String) throws -> Undone {
        try reverse(author: author, reason: reason, suffix: "", nothing: .nothingToRedo(by: author.by)) { db in
            let sql = """
                SELECT e.operation, e.source FROM entry e WHERE e.by = ? AND \(Store.isReversible) AND e.received IS NULL
                ORDER BY e.seq DESC LIMIT 1
                """
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [author.by]),
                (row[1] as String).hasSuffix(Store.undoSuffix)
            else { return nil }
            // What a round took back one by one is done again in the round.
            guard (row[1] as String) != Store.roundSource + Store.undoSuffix else { return nil }
            return row[0] as Data
        }
    }

    /// The last operation of a clinician that still counts; refused where it was one about the unit, or where others
    /// changed all of it since.
    ///
    /// A value that a scale sent is about no infant yet and can be undone; the closing entry of a round goes with the round.
    private func lastOperation(of login: String, in db: Database) throws -> Data? {
        let sql = """
            SELECT e.operation, e.seq, \(Store.isReversible), c.seq, c.by FROM entry e
            LEFT JOIN entry c ON c.corrects = e.seq AND c.kind <> 'erasure'
            WHERE e.by = ? AND e.received IS NULL AND e.source NOT LIKE '%\(Store.undoSuffix)' AND e.kind <> 'round'
            ORDER BY e.seq DESC
            """
        var changed: (operation: Data, problem: RecordProblem)?
        let entries = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [login])
        while let row = try rows.next() {
            let operation: Data = row[0]
            // Nothing of the later operation is left to reverse.
            if let changed, changed.operation != operation { throw changed.problem }
            if let change = row[3] as Int64? {
                let by: String = row[4]
                if by != login, changed == nil {
                    changed = (
                        operation, .changedByOther(seq: row[1], by: by, change: try latest(of: change, in: db))
                    )
                }
                if try restored(row[1], by: login, rows: entries) != nil { return operation }
                continue
            }
            guard row[2] else { throw RecordProblem.unitNotUndone(seq: row[1]) }
            return operation
        }
        if let changed { throw changed.problem }
        return nil
    }

    /// The last of the corrections that follow an entry, which is the one to correct.
    private func latest(of seq: Int64, in db: Database) throws -> Int64 {
        let sql = """
            WITH RECURSIVE line (seq) AS (VALUES (?) UNION ALL
              SELECT c.seq FROM line JOIN entry c ON c.corrects = line.seq AND c.kind <> 'erasure')
            SELECT max(seq) FROM line
            """
        return try Int64.fetchOne(db, sql: sql, arguments: [seq]) ?? seq
    }

    /// The entry that brought a changed one back as it was, where the clinician took the change back themselves.
    private func restored(_ seq: Int64, by login: String, rows: EntryRows) throws -> Entry? {
        guard let first = try rows.fetch(seq: seq)?.entry,
            let last = try rows.fetch(seq: try latest(of: seq, in: rows.db))?.entry,
            last.seq != seq, last.by == login, last.source.hasSuffix(Store.undoSuffix), last.kind == first.kind,
            last.at == first.at, last.body.json == first.body.json
        else { return nil }
        return last
    }

    private func reverse(
        author: Author, reason: String, suffix: String, nothing: RecordProblem, _ operation: (Database) throws -> Data?
    ) throws -> Undone {
        var reversed: [Entry] = []
        var kept: [Entry] = []
        let undoing = Author(by: author.by, source: author.source + suffix, now: author.now)
        let written = try write(author: undoing, key: nil) { writer in
            try Store.check(author.by, may: .correct, in: writer.db)
            let rows = EntryRows(db: writer.db, layout: layout, zone: clock.zone, keys: keys)
            guard let operation = try operation(writer.db) else { throw nothing }
            let isRedo = suffix.isEmpty
            let sql = """
                SELECT e.seq, EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq) FROM entry e
                WHERE e.operation = ? AND \(Store.isReversible)
                AND (\(isRedo ? "1" : "e.source NOT LIKE '%\(Store.undoSuffix)'")) ORDER BY e.seq DESC
                """
            var broughtBack: Set<Int64> = []
            let seqs = try Row.fetchAll(writer.db, sql: sql, arguments: [operation]).compactMap { row -> Int64? in
                guard row[1] as Bool else { return row[0] }
                guard !isRedo, let entry = try restored(row[0], by: author.by, rows: rows) else { return nil }
                broughtBack.insert(entry.seq)
                return entry.seq
            }
            if seqs.isEmpty { throw nothing }
            let others = """
                SELECT e.seq FROM entry e JOIN entry c ON c.corrects = e.seq AND c.kind <> 'erasure'
                WHERE e.operation = ?1 AND e.by = ?2 AND c.by <> ?2 ORDER BY e.seq
                """
            kept = try Int64.fetchAll(writer.db, sql: others, arguments: [operation, author.by])
                .compactMap { try rows.fetch(seq: $0)?.entry }
            for seq in seqs {
                guard let entry = try rows.fetch(seq: seq)?.entry else { continue }
                let infant = try entry.code.map { try Store.infant($0.text, in: writer.db) }
                let subject = infant.map { self.subject($0) }
                if let infant { try refuseBirthWithFacts(entry, infant: infant, in: writer.db) }
                reversed.append(entry)
                let target = (seq: entry.seq, id: entry.id)
                if !broughtBack.contains(entry.seq), let old = try correctedEntry(of: entry, rows: rows),
                    old.code != nil || entry.kind == .retraction
                {
                    if let strike = entry.body as? Retraction,
                        try strike.confirmedBy.map({ $0 != author.by }) ?? false
                            || isConfirmed(entry, of: old, in: writer.db)
                    {
                        throw RecordProblem.confirmationNotUndone(seq: entry.seq)
                    }
                    if let infant {
                        try checkRestored(
                            old, instead: entry, of: infant, asking: isRedo, author: author, in: writer.db)
                    }
                    writer.carriedFrom = [entry.seq, old.seq]
                    try writer.append(old.body, at: old.at, subject: subject, reason: reason, corrects: target)
                } else {
                    try writer.append(
                        Retraction(), at: clock.zone.moment(at: author.now), subject: subject, reason: reason,
                        corrects: target)
                }
            }
        }
        return Undone(written: written, reversed: reversed, kept: kept)
    }

    /// Refuses a fact that cannot stand again, since the record went on meanwhile; a redo also what would be asked about.
    private func checkRestored(
        _ old: Entry, instead entry: Entry, of infant: InfantRef, asking: Bool, author: Author, in db: Database
    ) throws {
        guard old.kind != .retraction else { return }
        let draft = Draft(old.body, at: old.at, corrects: entry.seq)
        let now = clock.zone.moment(at: author.now)
        let course = try course(
            of: infant, asOf: now, knownAt: .now(author.now), now: author.now, need: .assessing([draft]), in: db)
        let whole = course.without(course.entries.filter { $0.seq == entry.seq })
        let found = assess(
            draft, in: whole, code: infant.code.text, now: now,
            beside: try surroundings(of: draft, in: whole, author: author, db))
        guard found.refusals.isEmpty else { throw RecordProblem.refused(found.refusals) }
        let answered = (old.body as? NICUCore.Measurement)?.answered ?? []
        if asking, !Set(found.questions.codes).isSubset(of: answered) {
            throw RecordProblem.overtaken(seq: old.seq, found.questions)
        }
    }

    /// Whether another change of the same entry stands beside this strike: a confirmation, or what it confirms.
    private func isConfirmed(_ entry: Entry, of old: Entry, in db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE corrects = ? AND kind <> 'erasure' AND seq <> ?)"
        return try Bool.fetchOne(db, sql: sql, arguments: [old.seq, entry.seq]) ?? false
    }

    /// The entry that this one corrected or struck; nil for a fact of its own.
    private func correctedEntry(of entry: Entry, rows: EntryRows) throws -> Entry? {
        guard let corrects = entry.corrects else { return nil }
        let sql = "SELECT seq FROM entry WHERE id = ?"
        guard let seq = try Int64.fetchOne(rows.db, sql: sql, arguments: [Data(corrects.bytes)]) else { return nil }
        return try rows.fetch(seq: seq)?.entry
    }
}
