internal import Foundation
internal import GRDB
public import NICUCore

/// An infant in the register.
public struct InfantRef: Sendable, Hashable {
    /// The identifier.
    public let id: InfantID
    /// The code.
    public let code: InfantCode
    let number: Int64
}

extension Store {
    /// Every infant in the order of the codes.
    public func infants() throws -> [InfantRef] {
        try Store.guarding(location.database) { try queue.inDatabase { try Store.infants($0) } }
    }

    static func infants(_ db: Database) throws -> [InfantRef] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT number, id, code FROM infant ORDER BY code"))
            .compactMap(infant(from:))
    }

    private static func infant(from row: Row) -> InfantRef? {
        guard let id = Identifier(bytes: row[1] as Data), let code = InfantCode(row[2]) else { return nil }
        return InfantRef(id: InfantID(id), code: code, number: row[0])
    }

    /// The infant with a code; an unknown one is refused with the codes that look like it.
    public func infant(_ code: String) throws -> InfantRef {
        try Store.guarding(location.database) { try queue.inDatabase { try Store.infant(code, in: $0) } }
    }

    static func infant(_ code: String, in db: Database) throws -> InfantRef {
        let statement = try db.cachedStatement(sql: "SELECT number, id, code FROM infant WHERE code = ?")
        if let found = try Row.fetchOne(statement, arguments: [code]).flatMap(infant(from:)) { return found }
        guard let wanted = InfantCode(code) else { throw RecordProblem.badCode(code) }
        let similar = try infants(db).map(\.code).filter { $0.distance(to: wanted) <= 2 }.map(\.text)
        throw RecordProblem.unknownInfant(code: code, similar: similar)
    }

    /// Admits an infant: birth, dating, birth weight and admission as one operation.
    ///
    /// The code must differ from every code of an infant in the unit by at least two characters, and from its
    /// siblings' codes in the first letter.
    public func admit(
        _ code: InfantCode, _ drafts: [Draft], siblings: [String], author: Author, key: String?,
        answer: EntryAnswer = .none
    ) throws -> Written {
        try write(author: author, key: key) { writer in
            try Store.check(author.by, may: .enter, in: writer.db)
            let known = try Store.infants(writer.db)
            var again: InfantRef?
            if let existing = known.first(where: { $0.code == code }) {
                try checkKey(key, drafts, infant: existing.id, in: writer)
                // An admission that was taken back leaves the code to the same infant, who may be admitted again.
                guard try !hasBirth(existing, in: writer.db) else { throw RecordProblem.infantExists(code: code.text) }
                again = existing
            }
            for sibling in siblings { _ = try Store.infant(sibling, in: writer.db) }
            try checkCode(code, siblings: siblings, among: known, besides: again?.code, in: writer.db)
            // The letter is what tells siblings apart at the scale.
            for sibling in siblings.compactMap({ InfantCode($0) }) where CheckLetter.of(sibling) == CheckLetter.of(code)
            {
                throw RecordProblem.siblingLetter(code: code.text, sibling: sibling.text)
            }
            try checkOrder(drafts, code: code, siblings: siblings, author: author, in: writer.db)
            let id = again?.id ?? InfantID(writer.newIdentifier())
            let subject = try again.map { self.subject($0) } ?? writer.register(id, code: code)
            let ref = InfantRef(id: id, code: code, number: subject.number)
            let drafts = try judged(
                drafts, of: ref, in: nil, answer: answer, author: author, writer.db)
            for (index, draft) in drafts.enumerated() {
                let draftKey = index == 0 ? key : key.map { "\($0)/\(index + 1)" }
                if draft.body is Birth, again == nil {
                    // The permanent id of an infant is the id of its first birth entry.
                    let entry = Entry(
                        seq: 0, id: id.id, infant: id, code: code, operation: writer.operation, at: draft.at,
                        recorded: author.now, by: author.by, source: author.source, key: draftKey, body: draft.body)
                    try writer.insert(entry, number: subject.number, corrects: nil)
                } else {
                    try writer.append(
                        draft.body, at: draft.at, subject: subject, reason: draft.reason, key: draftKey)
                }
            }
        }
    }

    /// Each of several has a place of its own in the order of birth.
    private func checkOrder(
        _ drafts: [Draft], code: InfantCode, siblings: [String], author: Author, in db: Database
    ) throws {
        guard !siblings.isEmpty, let birth = drafts.lazy.compactMap({ $0.body as? Birth }).first else { return }
        guard birth.of > 1 else { throw RecordProblem.orderMissing(code: code.text) }
        let born = drafts.first { $0.body is Birth }?.at
        let age = drafts.lazy.compactMap { ($0.body as? Dating)?.gestationalAge }.first
        var seen = Set([code.text])
        // Those whom the named ones name belong to the birth as well.
        var open = siblings
        while let sibling = open.popLast() {
            guard seen.insert(sibling).inserted else { continue }
            let course = try course(
                of: Store.infant(sibling, in: db), asOf: clock.zone.moment(at: author.now), knownAt: .now(author.now),
                now: author.now, need: .ages, in: db)
            guard let other = course.birth?.body else { continue }
            open += try self.siblings(of: course, in: db).map(\.code.text)
            guard other.of > 1 else { continue }
            guard other.of == birth.of else {
                throw RecordProblem.siblingsDiffer(code: code.text, sibling: sibling, .count(birth.of, other.of))
            }
            if other.order == birth.order { throw RecordProblem.orderTaken(order: birth.order, by: sibling) }
            // Of one pregnancy: birth and age give the same beginning, however far apart the births are.
            if let age, let born, let theirs = course.gestationalAge, let day = course.birthDay {
                let apart = (clock.zone.day(at: born.earliest) - day) - (age.days - theirs.days)
                guard abs(apart) <= Limits.datingsApart else {
                    throw RecordProblem.siblingsDiffer(code: code.text, sibling: sibling, .days(abs(apart)))
                }
            }
        }
    }

    /// Refuses a code that is easily taken for another one.
    func checkCode(
        _ code: InfantCode, siblings: [String], among known: [InfantRef], besides own: InfantCode? = nil,
        in db: Database
    ) throws {
        for other in known
        where try other.code != own && isActive(other, in: db) && other.code.distance(to: code) < 2 {
            throw RecordProblem.codeTooClose(code: code.text, other: other.code.text)
        }
        for sibling in siblings {
            if sibling.first == code.text.first {
                throw RecordProblem.siblingFirstLetter(code: code.text, sibling: sibling)
            }
        }
    }

    private func hasBirth(_ infant: InfantRef, in db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (SELECT 1 FROM entry e WHERE e.infant = ? AND e.kind = 'birth'
            AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq AND c.kind <> 'erasure'))
            """
        return try Bool.fetchOne(db, sql: sql, arguments: [infant.number]) ?? false
    }

    private func isActive(_ infant: InfantRef, in db: Database) throws -> Bool {
        let sql = """
            SELECT e.kind FROM entry e WHERE e.infant = ? AND e.kind IN ('admission', 'discharge', 'transfer')
            AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq) ORDER BY e.at DESC, e.seq DESC LIMIT 1
            """
        let last = try String.fetchOne(db, sql: sql, arguments: [infant.number])
        return last == nil || last == "admission"
    }
}
