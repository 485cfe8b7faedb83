internal import GRDB
internal import NICUAssets
public import NICUCore

/// Whether a record that stays open can be answered from.
public struct RecordHealth: Sendable, Hashable {
    /// Whether the schema is the one this program knows.
    public let hasSchema: Bool
    /// Whether the witness has the last entry; it is caught up first.
    public let isSigned: Bool
    /// The last entry of the ledger.
    public let head: LedgerHead
}

extension Store {
    /// The same open record with the unit's settings as they stand now, which another program may have changed.
    public func refreshed() throws -> Store {
        let values = try Store.guarding(location.database) {
            try queue.inDatabase { try Store.settingValues($0, visible: "1") }
        }
        let settings = try UnitSettings(values)
        return Store(
            queue: queue, location: location, clock: try settings.clock(in: clock.zone), settings: settings,
            layout: layout, keys: keys)
    }

    /// Reads the schema and the last entry, and lets the witness catch up.
    ///
    /// - Throws: ``RecordProblem`` where the record cannot be read or its anchor is ahead of it.
    public func health(now: Instant) throws -> RecordHealth {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                let head = try Store.head(db)
                return RecordHealth(
                    hasSchema: version == SchemaFiles.migrations.count,
                    isSigned: try head.map { try sign($0, knowing: nil, now: now, in: db) } ?? true,
                    head: head ?? LedgerHead(seq: 0, digest: ""))
            }
        }
    }
}
