internal import Foundation
internal import GRDB
internal import NICUAssets
public import NICUCore

extension Store {
    /// Reads the compiled zone file of an IANA name; given by the door.
    public typealias ZoneLoader = @Sendable (String) throws -> Zone

    /// Opens a record; refuses to start when any promise about durability or privacy cannot be had.
    ///
    /// Refuses a record of a newer schema and an anchor ahead of the record; migrates an older schema after a copy.
    public static func open(_ location: RecordLocation, now: Instant, zone: ZoneLoader) throws -> Store {
        guard Files.exists(location.database) else { throw RecordProblem.recordMissing(path: location.database) }
        try Files.checkFolder(location.folder)
        for suffix in ["", "-wal", "-shm"] { try Files.checkFile(location.database + suffix) }
        for path in [location.anchor, location.accessLog] { try Files.checkFile(path) }
        return try guarding(location.database) {
            var head = [UInt8](repeating: 0, count: 1)
            guard Files.read(location.database, into: &head) == 1 else {
                throw RecordProblem.notARecord(path: location.database)
            }
            let queue = try connect(location.database)
            try migrate(queue, at: location.database)
            return try start(queue, location, now: now, zone: zone)
        }
    }

    /// Makes a record with its keys and its first entries: the settings and the first clinician.
    public static func create(
        _ location: RecordLocation, settings: UnitSettings, clinician: String, role: RoleGrant.Role = .administrator,
        author: Author, zone: ZoneLoader
    ) throws -> Store {
        let loaded = try zone(settings.timezone)
        try checkLogin(clinician)
        _ = try settings.clock(in: loaded)
        if Files.exists(location.database) { throw RecordProblem.recordExists(path: location.database) }
        if Files.exists(location.keys + "/sealing.key") { throw RecordProblem.recordExists(path: location.keys) }
        try Files.privateFolder(location.folder)
        return try guarding(location.database) {
            try Files.create(location.database)
            do {
                let keys = try RecordKeys.create(in: location.keys)
                let queue = try connect(location.database)
                try migrate(queue, at: location.database, isNew: true)
                let at = loaded.moment(at: author.now)
                try queue.inDatabase { db in
                    try db.inTransaction(.immediate) {
                        var writer = try LedgerWriter(db, keys: keys, layout: BodyLayout(db), author: author)
                        for setting in settings.entries { try writer.append(setting, at: at) }
                        try writer.append(Clinician(clinician: clinician, action: .add), at: at)
                        try writer.append(RoleGrant(clinician: clinician, role: role), at: at)
                        return .commit
                    }
                }
                return try start(queue, location, now: author.now, zone: zone)
            } catch {
                for suffix in ["", "-wal", "-shm"] { unlink(location.database + suffix) }
                RecordKeys.remove(from: location.keys)
                throw error
            }
        }
    }

    /// The pragmas that are set and read back on every connection.
    private static func connect(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.label = "nicu"
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.inDatabase { db in
            let checks: [(name: String, value: String)] = [
                ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "10000"),
            ]
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
            for check in checks {
                let got = try Row.fetchOne(db, sql: "PRAGMA \(check.name)").map { "\($0[0] as DatabaseValue)" } ?? ""
                let plain = got.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
                guard plain == check.value else {
                    throw RecordProblem.pragma(name: check.name, wanted: check.value, got: plain)
                }
            }
        }
        return queue
    }

    private static func start(_ queue: DatabaseQueue, _ location: RecordLocation, now: Instant, zone: ZoneLoader)
        throws -> Store
    {
        let (layout, values) = try queue.inDatabase { db in (try BodyLayout(db), try settingValues(db, visible: "1")) }
        let settings = try UnitSettings(values)
        let store = Store(
            queue: queue, location: location, clock: try settings.clock(in: zone(settings.timezone)),
            settings: settings, layout: layout, keys: try RecordKeys.load(from: location.keys))
        try store.catchUpAnchor(now: now)
        return store
    }

    /// What had been set by a moment of knowledge.
    public func settings(knownAt: KnownAt) throws -> UnitSettings {
        if case .now = knownAt { return settings }
        let values = try Store.guarding(location.database) {
            try queue.inDatabase { try Store.settingValues($0, visible: Store.visible("s.seq", at: knownAt)) }
        }
        // While the record was being made not everything was set, and there is nothing to answer either.
        return (try? UnitSettings(values)) ?? settings
    }

    static func settingValues(_ db: Database, visible: String) throws -> [Setting.Name: String] {
        var values: [Setting.Name: String] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT s.name, s.value FROM setting s
                WHERE \(visible) AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = s.seq) ORDER BY s.seq
                """)
        while let row = try rows.next() {
            if let name = Setting.Name(rawValue: row[0]) { values[name] = row[1] }
        }
        return values
    }

    /// Turns SQLite's codes into the record's own words.
    static func guarding<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw translated(error, path: path)
        } catch let error as CocoaError where error.code == .fileWriteNoPermission || error.code == .fileNoSuchFile {
            throw RecordProblem.notWritable(path: path)
        }
    }

    static func translated(_ error: DatabaseError, path: String) -> RecordProblem {
        switch error.resultCode.primaryResultCode {
        case .SQLITE_FULL: .diskFull(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .notWritable(path: path)
        case .SQLITE_NOTADB: .notARecord(path: path)
        case .SQLITE_CORRUPT: .damaged(path: path, detail: error.message ?? "")
        default: .database(detail: "\(error.extendedResultCode): \(error.message ?? "")")
        }
    }
}
