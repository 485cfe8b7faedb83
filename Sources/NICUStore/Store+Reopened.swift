internal import GRDB
public import NICUCore

/// A stored decision whose own moment is answered otherwise by what was recorded since.
public struct ReopenedDecision: Sendable {
    /// The decision.
    public let decision: Entry
    /// The first entry recorded since that changes its answer.
    public let seq: Int64
}

extension Store {
    /// The stored decisions about an infant that came out otherwise if they were asked again, at their own moments, now.
    ///
    /// Costs one look into the index of the infant's entries where there is none. With `written` only those decisions are
    /// asked that these entries can bear on: facts at or before the decision's moment, strikes and corrections.
    public func reopened(_ infant: InfantRef, knownAt: KnownAt, now: Instant, touchedBy written: [Entry]? = nil) throws
        -> [ReopenedDecision]
    {
        try decisions(about: infant, knownAt: knownAt).compactMap { entry in
            guard let decision = entry.body as? Decision, let asOf = decision.asOf?.moment(in: clock.zone) else {
                return nil
            }
            if let written, !written.contains(where: { $0.corrects != nil || $0.at.earliest <= asOf.latest }) {
                return nil
            }
            guard let rules = try rules(digest: decision.rulesDigest) else { return nil }
            func answer(_ known: KnownAt) throws -> [String] {
                let course = try course(of: infant, asOf: asOf, knownAt: known, now: now, need: .readiness([rules]))
                let answer = evaluate(rules, course)
                return [answer.overall.rawValue] + answer.storedVerdicts
            }
            let now = try answer(knownAt)
            if now == [decision.overall] + decision.verdicts { return nil }
            // What it had seen answers so by this program; a difference from that comes from what was recorded since.
            let then = try answer(.position(Int64(decision.position)))
            guard now != then else { return nil }
            let first = try lateEntries(of: infant, after: decision.position, until: asOf, knownAt: knownAt)
                .first { try answer(.position($0)) != then }
            return first.map { ReopenedDecision(decision: entry, seq: $0) }
        }
    }

    private func decisions(about infant: InfantRef, knownAt: KnownAt) throws -> [Entry] {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys).fetch(
                    .decision, where: "e.infant = ? AND e.kind = ? AND \(Store.visible(knownAt))",
                    [infant.number, Kind.decision.name]
                ).map(\.entry)
            }
        }
    }

    /// The entries after a position that speak of a moment or before it, or change one that does.
    private func lateEntries(of infant: InfantRef, after position: Int, until asOf: Moment, knownAt: KnownAt) throws
        -> [Int64]
    {
        let sql = """
            SELECT e.seq FROM entry e WHERE e.infant = ? AND e.seq > ? AND e.kind <> ? AND \(Store.visible(knownAt))
            AND (e.at <= ? OR e.corrects IS NOT NULL) ORDER BY e.seq
            """
        return try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try Int64.fetchAll(
                    db, sql: sql,
                    arguments: [infant.number, position, Kind.decision.name, asOf.latest.seconds])
            }
        }
    }
}
