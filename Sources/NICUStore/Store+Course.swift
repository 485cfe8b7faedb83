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
        if case .position(let position) = knownAt {
            let head = try Store.head(db)?.seq ?? 0
            guard position <= head else { throw RecordProblem.positionAhead(position, head: head) }
        }
        let visible = Store.visible(knownAt)
        let wanted: [Kind]
        if let kinds = need.kinds, kinds.count <= 4 {
            wanted = Array(kinds.union([.retraction]))
        } else {
            let statement = try db.cachedStatement(sql: "SELECT DISTINCT kind FROM entry WHERE infant = ?")
            wanted = try String.fetchAll(statement, arguments: [infant.number]).map { Kind(name: $0) }
                .filter { need.kinds?.contains($0) ?? true }
        }
        var loaded: [Entry] = []
        func load(_ kinds: some Sequence<Kind>, until: Instant) throws {
            for kind in kinds {
                let condition =
                    "e.infant = ? AND e.kind = ? AND \(visible)" + condition(kind, need, until: until)
                loaded += try rows.fetch(kind, where: condition, [infant.number, kind.name]).map(\.entry)
            }
        }
        // The stay comes first: the default moment, from which others look back, may be its end.
        let ordered = wanted.sorted { $0.name < $1.name }
        let stay: Set<Kind> = [.admission, .discharge, .transfer, .retraction]
        try load(ordered.filter(stay.contains), until: now)
        let (ended, _) = Store.resolve(loaded, physicians: PhysicianHistory(grants: []))
        let moment = try asOf ?? Store.defaultAsOf(ended, now: now, zone: clock.zone)
        try load(ordered.filter { !stay.contains($0) }, until: moment.earliest)
        let hasChanges = loaded.contains { $0.corrects != nil }
        let physicians = hasChanges ? try Store.physicians(db) : PhysicianHistory(grants: [])
        let (effective, superseded) = Store.resolve(loaded, physicians: physicians)
        return Course(
            infant: infant.id, code: infant.code, asOf: moment, knownAt: knownAt,
            head: try head(visibleAt: knownAt, in: db), clock: clock,
            entries: effective.filter { $0.at.earliest <= moment.latest },
            superseded: superseded.filter { $0.entry.at.earliest <= moment.latest })
    }

    /// The condition on `entry e` for what had been recorded.
    static func visible(_ knownAt: KnownAt) -> String {
        switch knownAt {
        case .now: "1"
        case .instant(let instant): "e.recorded <= \(instant.seconds)"
        case .position(let position): "e.seq <= \(position)"
        }
    }

    /// What of a kind a need leaves out.
    ///
    /// What supersedes another entry, and what was superseded, is loaded whatever it says, or an old value would count again
    /// and a change would go unseen.
    private func condition(_ kind: Kind, _ need: CourseNeed, until: Instant) -> String {
        let change =
            "e.corrects IS NOT NULL OR EXISTS (SELECT 1 FROM entry x WHERE x.corrects = e.seq AND x.infant = e.infant)"
        // A day more than was asked for: a moment may be a whole day, and a shift begins before its review.
        func since(_ back: Hours) -> Int64 { until.seconds - back.seconds - 2 * 86_400 }
        switch kind {
        case .measurement:
            guard let quantities = need.quantities else { return "" }
            var parts = quantities.sorted { $0.rawValue < $1.rawValue }.map { quantity in
                let whole = "k.quantity = '\(quantity.rawValue)'"
                return need.quantitiesBack[quantity].map { "(\(whole) AND (e.at >= \(since($0)) OR k.role = 'birth'))" }
                    ?? whole
            }
            if need.readsUnconfirmed { parts.append("k.role = '\(Measurement.Role.unconfirmed.rawValue)'") }
            return " AND (\(parts.joined(separator: " OR ")) OR \(change))"
        case .intake:
            return need.intakeBack.map { " AND (e.at >= \(since($0)) OR \(change))" } ?? ""
        case .review:
            // A shift is written as its civil day first, which sorts as text.
            return need.reviewsBack.map { back in
                let first = clock.zone.day(at: Instant(seconds: since(back)))
                return " AND (k.shift >= '\(first)' OR \(change))"
            } ?? ""
        default: return ""
        }
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
