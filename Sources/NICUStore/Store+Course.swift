internal import Foundation
internal import GRDB
public import NICUCore

extension Store {
    /// Loads what is effective about one infant at two instants, no more than `need` asks for.
    ///
    /// Without `asOf`, the answer is for now, or for the end of the stay once it has ended.
    public func course(
        of infant: InfantRef, asOf: Moment? = nil, knownAt: KnownAt, now: Instant, need: CourseNeed = .everything
    ) throws -> Course {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try db.inSavepointReturning {
                    try course(of: infant, asOf: asOf, knownAt: knownAt, now: now, need: need, in: db)
                }
            }
        }
    }

    func course(
        of infant: InfantRef, asOf: Moment?, knownAt: KnownAt, now: Instant, need: CourseNeed, in db: Database
    ) throws -> Course {
        let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
        let visible: String
        switch knownAt {
        case .now: visible = "1"
        case .instant(let instant): visible = "e.recorded <= \(instant.seconds)"
        case .position(let position):
            let head = try Store.head(db)?.seq ?? 0
            guard position <= head else { throw RecordProblem.positionAhead(position, head: head) }
            visible = "e.seq <= \(position)"
        }
        let wanted: [Kind]
        if let kinds = need.kinds, kinds.count <= 4 {
            wanted = Array(kinds.union([.retraction]))
        } else {
            let statement = try db.cachedStatement(sql: "SELECT DISTINCT kind FROM entry WHERE infant = ?")
            wanted = try String.fetchAll(statement, arguments: [infant.number]).map { Kind(name: $0) }
                .filter { need.kinds?.contains($0) ?? true }
        }
        let until = asOf?.instant ?? now
        var loaded: [Entry] = []
        for kind in wanted.sorted(by: { $0.name < $1.name }) {
            var condition = "e.infant = ? AND e.kind = ? AND \(visible)"
            if kind == .measurement, let quantities = need.quantities {
                let list = quantities.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
                // What supersedes another entry is loaded whatever it says, or the old value would count again.
                condition += " AND (k.quantity IN (\(list)) OR e.corrects IS NOT NULL)"
                if let back = need.measurementsBack {
                    condition +=
                        " AND (e.at >= \(until.seconds - back.seconds - 86_400) OR k.role = 'birth' OR e.corrects IS NOT NULL)"
                }
            }
            loaded += try rows.fetch(kind, where: condition, [infant.number, kind.name]).map(\.entry)
        }
        let hasChanges = loaded.contains { $0.corrects != nil }
        let physicians = hasChanges ? try Store.physicians(db) : PhysicianHistory(grants: [])
        let (effective, superseded) = Store.resolve(loaded, physicians: physicians)
        let moment = try asOf ?? Store.defaultAsOf(effective, now: now, zone: clock.zone)
        return Course(
            infant: infant.id, code: infant.code, asOf: moment, knownAt: knownAt,
            head: try head(visibleAt: knownAt, in: db), clock: clock,
            entries: effective.filter { $0.at.earliest <= moment.latest },
            superseded: superseded.filter { $0.entry.at.earliest <= moment.latest })
    }

    /// Splits entries into those that count and those that were corrected or struck.
    static func resolve(_ entries: [Entry], physicians: PhysicianHistory) -> ([Entry], [Superseded]) {
        var changes: [Identifier: [Entry]] = [:]
        for entry in entries {
            if let corrects = entry.corrects { changes[corrects, default: []].append(entry) }
        }
        var effective: [Entry] = []
        var superseded: [Superseded] = []
        for entry in entries {
            guard let list = changes[entry.id]?.sorted(by: { $0.seq < $1.seq }), let first = list.first else {
                if entry.kind != .retraction && entry.kind != .erasure { effective.append(entry) }
                continue
            }
            guard entry.kind != .retraction else { continue }
            let confirmed = list.lazy.compactMap { change -> String? in
                (change.body as? Retraction)?.confirmedBy
                    ?? (physicians.wasPhysician(change.by, at: change.seq) ? change.by : nil)
            }.first
            superseded.append(Superseded(entry: entry, by: first, confirmedBy: confirmed))
        }
        return (effective, superseded)
    }

    private static func defaultAsOf(_ effective: [Entry], now: Instant, zone: Zone) throws -> Moment {
        let ordered = effective.sorted { ($0.at.instant, $0.seq) < ($1.at.instant, $1.seq) }
        for entry in ordered.reversed() where entry.at.instant <= now {
            if entry.body is Admission { break }
            if entry.body is Discharge || entry.body is Transfer { return entry.at }
        }
        return zone.moment(at: now)
    }

    /// The last entry visible at a moment of knowledge.
    public func head(visibleAt knownAt: KnownAt) throws -> LedgerHead {
        try Store.guarding(location.database) { try queue.inDatabase { try head(visibleAt: knownAt, in: $0) } }
    }

    private func head(visibleAt knownAt: KnownAt, in db: Database) throws -> LedgerHead {
        let condition =
            switch knownAt {
            case .now: "1"
            case .instant(let instant): "recorded <= \(instant.seconds)"
            case .position(let position): "seq <= \(position)"
            }
        let sql = "SELECT seq, digest FROM entry WHERE \(condition) ORDER BY seq DESC LIMIT 1"
        return try Row.fetchOne(db.cachedStatement(sql: sql)).map {
            LedgerHead(seq: $0[0], digest: Hexadecimal.text($0[1] as Data))
        } ?? LedgerHead(seq: 0, digest: "")
    }
}

extension Database {
    /// Runs reads in one savepoint, so that all of them see the same record.
    func inSavepointReturning<T>(_ body: () throws -> T) throws -> T {
        var result: T?
        try inSavepoint {
            result = try body()
            return .commit
        }
        guard let result else { throw RecordProblem.database(detail: "a read gave no answer") }
        return result
    }
}
