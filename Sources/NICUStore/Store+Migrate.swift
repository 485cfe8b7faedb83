internal import Foundation
internal import GRDB
internal import NICUAssets
internal import NICUCore

extension Store {
    /// `nicu` as the application id in the file's header.
    static let applicationID: Int64 = 0x6E69_6375

    /// Brings a record to the newest schema in one transaction, after a copy when it already holds entries.
    ///
    /// Refuses a file of a newer schema and a file that is not a record.
    static func migrate(_ queue: DatabaseQueue, at path: String, isNew: Bool = false) throws {
        let migrations = SchemaFiles.migrations
        try queue.inDatabase { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            let application = try Int64.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let newest = migrations.count
            if version == newest, application == applicationID { return }
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
            guard isEmpty ? isNew : application == applicationID, version >= 0 else {
                throw RecordProblem.notARecord(path: path)
            }
            guard version <= newest else { throw RecordProblem.newerSchema(path: path, found: version, known: newest) }
            if !isEmpty {
                let copy = path + ".before-schema-\(newest)"
                unlink(copy)
                try Files.create(copy)
                unlink(copy)
                try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
                chmod(copy, 0o600)
            }
            try db.inTransaction(.immediate) {
                for migration in migrations[version...] { try db.execute(sql: migration) }
                try db.execute(sql: "PRAGMA user_version = \(newest); PRAGMA application_id = \(applicationID)")
                return .commit
            }
        }
    }
}
