internal import Foundation
internal import GRDB
public import NICUCore

/// An entry with its digest, as an export hands it on.
public struct ExportedEntry: Sendable {
    /// The entry.
    public let entry: Entry
    /// SHA-256 of its canonical form in hexadecimal digits.
    public let digest: String
}

extension Store {
    /// Every entry about an infant in ledger order, corrections and strikes included, as known at a moment.
    public func ledger(of infant: InfantRef, knownAt: KnownAt) throws -> [ExportedEntry] {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try db.inSavepointReturning {
                    let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
                    // What a device sent belongs to no infant until an entry of the infant's accepts it.
                    let sql = """
                        SELECT seq FROM entry WHERE infant = ?1
                        UNION SELECT r.seq FROM entry e JOIN entry r ON r.seq = e.corrects
                          WHERE e.infant = ?1 AND r.infant IS NULL
                        ORDER BY 1
                        """
                    return try Int64.fetchAll(db, sql: sql, arguments: [infant.number]).compactMap { seq in
                        guard let row = try rows.fetch(seq: seq) else { return nil }
                        switch knownAt {
                        case .now: break
                        case .instant(let instant): if row.entry.recorded > instant { return nil }
                        case .position(let position): if seq > position { return nil }
                        }
                        return ExportedEntry(entry: row.entry, digest: Hexadecimal.text(row.digest))
                    }
                }
            }
        }
    }

    /// The digests of an entry by its id, in hexadecimal digits: its own, and that of the record it came from; empty where
    /// it is not here.
    public func digests(ofEntry id: String) throws -> [String] {
        guard let id = Identifier(id) else { return [] }
        return try Store.guarding(location.database) {
            try queue.inDatabase { db in
                let statement = try db.cachedStatement(sql: "SELECT seq FROM entry WHERE id = ?")
                guard let seq = try Int64.fetchOne(statement, arguments: [Data(id.bytes)]) else { return [] }
                let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
                guard let row = try rows.fetch(seq: seq) else { return [] }
                return [Hexadecimal.text(row.digest)] + (row.entry.origin.map { [$0.digest] } ?? [])
            }
        }
    }

    /// The number of an entry by its id, while it counts; nil where it is not here, or was corrected or struck.
    public func effectiveNumber(ofEntry id: String) throws -> Int64? {
        guard let id = Identifier(id) else { return nil }
        return try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try Int64.fetchOne(
                    db,
                    sql: """
                        SELECT seq FROM entry e WHERE id = ?
                        AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq AND c.kind <> 'erasure')
                        """, arguments: [Data(id.bytes)])
            }
        }
    }

    /// The readable erasable texts of these entries, with what proves them; empty without the sealing key.
    public func openedTexts(of entries: [Entry]) throws -> [OpenedText] {
        guard let keys else { return [] }
        return try Store.guarding(location.database) {
            try queue.inDatabase { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT field, digest, salt, box FROM sealed WHERE seq = ? AND box IS NOT NULL ORDER BY field")
                return try entries.flatMap { entry in
                    try Row.fetchAll(statement, arguments: [entry.seq]).compactMap { row in
                        keys.open(Array(row[3] as Data)).map {
                            OpenedText(
                                entry: entry.id, field: row[0], digest: Hexadecimal.text(row[1] as Data),
                                salt: Array(row[2] as Data), text: $0)
                        }
                    }
                }
            }
        }
    }
}

extension Store {
    /// Whether the sealing key is at hand, so that erasable texts can be read.
    public var canOpenSealedTexts: Bool { keys != nil }

    /// When this record got the entry at a position; nil where there is none.
    public func received(at position: Int64) throws -> Instant? {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try Int64.fetchOne(
                    db, sql: "SELECT coalesce(received, recorded) FROM entry WHERE seq = ?", arguments: [position]
                ).map { Instant(seconds: $0) }
            }
        }
    }
}
