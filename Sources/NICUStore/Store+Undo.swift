internal import Foundation
internal import GRDB
public import NICUCore

/// What an undo reversed.
public struct Undone: Sendable {
    /// The compensating entries.
    public let written: Written
    /// The entries of the operation that was reversed.
    public let reversed: [Entry]
}

extension Store {
    /// The door name that marks compensating entries.
    static let undoSuffix = "/undo"

    /// Reverses the last operation of a clinician that still counts, by compensating entries.
    ///
    /// A new fact is struck, a correction is corrected back, a strike is answered by the struck fact entered anew.
    /// Entries about the unit are not undone; other people's entries are never touched.
    public func undo(author: Author, reason: String) throws -> Undone {
        var reversed: [Entry] = []
        let undoing = Author(by: author.by, source: author.source + Store.undoSuffix, now: author.now)
        let written = try write(author: undoing, key: nil) { writer in
            try Store.check(author.by, may: .correct, in: writer.db)
            let rows = EntryRows(db: writer.db, layout: layout, zone: clock.zone, keys: keys)
            let sql = """
                SELECT e.operation FROM entry e
                WHERE e.by = ? AND e.infant IS NOT NULL AND e.received IS NULL AND e.source NOT LIKE '%\(Store.undoSuffix)'
                  AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq)
                ORDER BY e.seq DESC LIMIT 1
                """
            guard let operation = try Data.fetchOne(writer.db, sql: sql, arguments: [author.by]) else {
                throw RecordProblem.nothingToUndo(by: author.by)
            }
            let seqs = try Int64.fetchAll(
                writer.db,
                sql: """
                    SELECT e.seq FROM entry e WHERE e.operation = ?
                    AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq) ORDER BY e.seq DESC
                    """, arguments: [operation])
            for seq in seqs {
                guard let entry = try rows.fetch(seq: seq)?.entry, let code = entry.code else { continue }
                let infant = try Store.infant(code.text, in: writer.db)
                let subject = subject(infant)
                try refuseBirthWithFacts(entry, infant: infant, in: writer.db)
                reversed.append(entry)
                let target = (seq: entry.seq, id: entry.id)
                if let old = try correctedEntry(of: entry, rows: rows) {
                    if entry.kind == .retraction, try isConfirmation(entry, of: old, in: writer.db) {
                        throw RecordProblem.confirmationNotUndone(seq: entry.seq)
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
        return Undone(written: written, reversed: reversed)
    }

    /// Whether an earlier strike of the same entry stands before this one.
    private func isConfirmation(_ entry: Entry, of old: Entry, in db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE corrects = ? AND seq < ?)"
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
