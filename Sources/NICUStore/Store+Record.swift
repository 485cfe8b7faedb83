internal import Foundation
internal import GRDB
public import NICUCore

extension Store {
    /// Records facts about an infant as one operation, after asking ``assess(_:in:code:now:beside:)`` inside the
    /// transaction.
    ///
    /// `key` makes a retry harmless: the same key with the same content answers what is already there. Questions that
    /// `answer` does not settle are thrown as ``RecordProblem/questions(_:)``, and nothing is written. `operation` joins
    /// them to an act that goes on, such as a round.
    public func record(
        _ drafts: [Draft], of code: String, author: Author, key: String?, answer: EntryAnswer = .none,
        operation: Identifier? = nil
    ) throws -> Written {
        try write(author: author, key: key, operation: operation) { writer in
            for draft in drafts { try Store.check(author.by, may: draft.body.kind.act, in: writer.db) }
            let infant = try Store.infant(code, in: writer.db)
            try checkKey(key, drafts, infant: infant.id, in: writer)
            let drafts = try judged(drafts, of: infant, answer: answer, author: author, in: writer.db)
            for (index, draft) in drafts.enumerated() {
                try writer.append(
                    draft.body, at: draft.at, subject: subject(infant), reason: draft.reason,
                    key: index == 0 ? key : try freeKey(key.map { "\($0)/\(index + 1)" }, in: writer.db))
            }
        }
    }

    /// A key that no entry has yet.
    private func freeKey(_ key: String?, in db: Database) throws -> String? {
        if let key, try !Store.seqs(ofKey: Text.normalised(key), in: db).isEmpty {
            throw RecordProblem.keyReused(key: key)
        }
        return key
    }

    func subject(_ infant: InfantRef) -> LedgerWriter.Subject {
        LedgerWriter.Subject(number: infant.number, id: infant.id, code: infant.code)
    }

    /// Corrects an entry: a new one of the same kind that names the old one and says why.
    ///
    /// `change` makes the new body from the old entry; `at` moves the time where it was wrong. Refuses an entry that
    /// was already corrected or struck, naming the one that did, and a correction that changes nothing.
    public func correct(
        _ seq: Int64, at: Moment?, reason: String, author: Author, key: String? = nil, answer: EntryAnswer = .none,
        change: (Entry) throws -> any Body
    ) throws -> Written {
        try amend(seq, reason: reason, author: author, key: key) { old, infant, writer in
            let body = try change(old)
            try Store.check(author.by, may: body.kind.act, in: writer.db)
            guard body.kind == old.kind else {
                throw RecordProblem.correctionChangesKind(seq: seq, from: old.kind.name, to: body.kind.name)
            }
            let draft = Draft(body, at: at ?? old.at, reason: reason, corrects: seq, key: key)
            try checkKey(key, [draft], infant: infant.id, corrects: old.id, in: writer)
            try refuseSuperseded(old, isConfirmation: false, in: writer.db)
            try Store.refuseAnotherFact(body, correcting: old.body, seq: seq)
            if draft.at == old.at, body.json == old.body.json { throw RecordProblem.nothingChanged(seq: seq) }
            let along = try movedAlong(draft, from: old, of: infant, author: author, in: writer.db)
            let judged = try judged(
                [draft], of: infant, answer: answer, author: author, without: along, in: writer.db)
            writer.carriedFrom = [seq]
            try writer.append(
                judged[0].body, at: draft.at, subject: subject(infant), reason: reason, key: key,
                corrects: (seq, old.id))
            for entry in along {
                writer.carriedFrom = [entry.seq]
                try writer.append(
                    entry.body, at: draft.at, subject: subject(infant), reason: reason,
                    corrects: (entry.seq, entry.id))
            }
        }
    }

    /// What was said of the moment of birth itself and moves with it when that is corrected; nothing for other corrections.
    private func movedAlong(
        _ draft: Draft, from old: Entry, of infant: InfantRef, author: Author, in db: Database
    ) throws -> [Entry] {
        guard draft.body is Birth, draft.at != old.at else { return [] }
        let course = try course(
            of: infant, asOf: clock.zone.moment(at: author.now), knownAt: .now(author.now), now: author.now,
            need: .everything, in: db)
        return course.entries.filter { entry in
            guard entry.at.instant == old.at.instant, entry.seq != old.seq else { return false }
            return entry.body is Dating || entry.body is Admission || entry.body is Perinatal
                || (entry.body as? NICUCore.Measurement)?.role == .birth
        }
    }

    /// What makes an entry another fact when it changes.
    private static let fixedMembers = ["code", "quantity", "aspect", "task", "item", "shift"]

    /// Refuses a correction that would turn one fact into another.
    static func refuseAnotherFact(_ body: any Body, correcting old: any Body, seq: Int64) throws {
        let (new, was) = (body.json, old.json)
        for member in fixedMembers where new[member] != was[member] {
            throw RecordProblem.memberFixed(seq: seq, member: member)
        }
        // An unconfirmed value stays in doubt until it is taken as measured or struck.
        if let new = body as? NICUCore.Measurement, (old as? NICUCore.Measurement)?.role == .unconfirmed,
            new.role != .measured
        {
            throw RecordProblem.memberFixed(seq: seq, member: "role")
        }
    }

    /// Strikes an entry out: it stays readable and counts no more.
    ///
    /// A physician's own strike is confirmed by it; another's by ``confirm(_:reason:author:key:)``. A birth on which other
    /// entries stand is corrected, not struck.
    public func strike(_ seq: Int64, reason: String, author: Author, key: String? = nil) throws -> Written {
        try amend(seq, reason: reason, author: author, key: key, orReceived: true) { old, infant, writer in
            guard let infant else {
                return try dismiss(old, reason: reason, author: author, key: key, into: &writer)
            }
            let now = clock.zone.moment(at: author.now)
            let isPhysician = try Store.physicians(writer.db).wasPhysician(author.by, at: writer.head.seq)
            let body = Retraction(confirmedBy: isPhysician ? author.by : nil)
            try checkKey(
                key, [Draft(body, at: now, reason: reason)], infant: infant.id, corrects: old.id, in: writer)
            try refuseSuperseded(old, isConfirmation: false, in: writer.db)
            try refuseBirthWithFacts(old, infant: infant, in: writer.db)
            try writer.append(
                body, at: now, subject: subject(infant), reason: reason, key: key, corrects: (seq, old.id))
        }
    }

    /// Confirms as a physician that an entry was rightly corrected or struck; `seq` names the entry or its change.
    ///
    /// Refuses anyone who is no physician, an entry that nobody changed, and a change that is confirmed already.
    public func confirm(_ seq: Int64, reason: String, author: Author, key: String? = nil) throws -> Written {
        let old = try Store.guarding(location.database) {
            try queue.inDatabase {
                try Int64.fetchOne($0, sql: "SELECT corrects FROM entry WHERE seq = ?", arguments: [seq])
            }
        }
        return try amend(old ?? seq, reason: reason, author: author, key: key) { entry, infant, writer in
            guard try Store.physicians(writer.db).wasPhysician(author.by, at: writer.head.seq) else {
                throw RecordProblem.notAPhysician(login: author.by)
            }
            let now = clock.zone.moment(at: author.now)
            let body = Retraction(confirmedBy: author.by)
            try checkKey(key, [Draft(body, at: now, reason: reason)], infant: infant.id, corrects: entry.id, in: writer)
            let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE corrects = ? AND kind <> 'erasure')"
            guard try Bool.fetchOne(writer.db, sql: sql, arguments: [entry.seq]) == true else {
                throw RecordProblem.nothingToConfirm(seq: entry.seq)
            }
            try refuseSuperseded(entry, isConfirmation: true, in: writer.db)
            try writer.append(
                body, at: now, subject: subject(infant), reason: reason, key: key, corrects: (entry.seq, entry.id))
        }
    }

    private func amend(
        _ seq: Int64, reason: String, author: Author, key: String?,
        _ body: (Entry, InfantRef, inout LedgerWriter) throws -> Void
    ) throws -> Written {
        try amend(seq, reason: reason, author: author, key: key, orReceived: false) { old, infant, writer in
            guard let infant else { return }
            try body(old, infant, &writer)
        }
    }

    /// The same also for a value that a scale sent and that is about no infant yet, whose infant is nil; whoever may
    /// enter may send it away.
    private func amend(
        _ seq: Int64, reason: String, author: Author, key: String?, orReceived: Bool,
        _ body: (Entry, InfantRef?, inout LedgerWriter) throws -> Void
    ) throws -> Written {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw RecordProblem.reasonMissing }
        return try write(author: author, key: key) { writer in
            if orReceived, let old = try received(seq, in: writer.db) {
                try Store.check(author.by, may: .enter, in: writer.db)
                return try body(old, nil, &writer)
            }
            try Store.check(author.by, may: .correct, in: writer.db)
            let (old, infant) = try amendable(seq, in: writer.db)
            try body(old, infant, &writer)
        }
    }

    /// Refuses to take a birth away from under entries of other acts.
    func refuseBirthWithFacts(_ entry: Entry, infant: InfantRef, in db: Database) throws {
        guard entry.kind == .birth else { return }
        let sql = """
            SELECT e.seq FROM entry e WHERE e.infant = ? AND e.operation <> ? AND e.kind NOT IN ('retraction', 'erasure')
            AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq) ORDER BY e.seq LIMIT 1
            """
        let fact = try Int64.fetchOne(db, sql: sql, arguments: [infant.number, Data(entry.operation.bytes)])
        if let fact { throw RecordProblem.birthHasFacts(seq: entry.seq, fact: fact) }
    }

    /// The entry with a number and its infant, refused where it cannot be corrected.
    private func amendable(_ seq: Int64, in db: Database) throws -> (Entry, InfantRef) {
        let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
        guard let old = try rows.fetch(seq: seq)?.entry else { throw RecordProblem.noSuchEntry(seq: seq) }
        guard let code = old.code else { throw RecordProblem.entryOfTheUnit(seq: seq) }
        switch old.kind {
        case .retraction, .erasure, .decision, .unknown:
            throw RecordProblem.cannotCorrect(seq: seq, kind: old.kind.name)
        default: return (old, try Store.infant(code.text, in: db))
        }
    }

    /// Refuses an entry that is no longer the latest of its line; a physician may confirm a strike once.
    func refuseSuperseded(_ old: Entry, isConfirmation: Bool, in db: Database) throws {
        let sql = """
            SELECT e.seq, e.kind, r.confirmed_by FROM entry e LEFT JOIN retraction r USING (seq)
            WHERE e.corrects = ? ORDER BY e.seq
            """
        let changes = try Row.fetchAll(db, sql: sql, arguments: [old.seq])
        guard let first = changes.first else { return }
        if isConfirmation {
            guard changes.allSatisfy({ ($0[2] as String?) == nil }) else {
                throw RecordProblem.confirmationAlreadyThere(seq: old.seq)
            }
            return
        }
        throw (first[1] as String) == Kind.retraction.name
            ? RecordProblem.alreadyStruck(seq: old.seq, by: first[0])
            : RecordProblem.alreadyCorrected(seq: old.seq, by: first[0])
    }

    /// One entry by its number, with the one that corrected or struck it.
    public func entry(_ seq: Int64) throws -> Entry {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in
                let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
                guard let entry = try rows.fetch(seq: seq)?.entry else { throw RecordProblem.noSuchEntry(seq: seq) }
                return entry
            }
        }
    }
}
