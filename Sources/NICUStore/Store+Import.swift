internal import Foundation
internal import GRDB
public import NICUCore

/// One entry as an exchange file brings it, with the line it stands on.
public struct IncomingEntry: Sendable {
    /// The line it stands on, from 1.
    public let line: Int
    /// The header; `infant`, `seq` and `code` are settled by the store.
    public let entry: Entry
    /// The infant's code; nil for entries about the unit.
    public let code: InfantCode?
    /// Makes one from its parts.
    public init(line: Int, entry: Entry, code: InfantCode?) {
        self.line = line
        self.entry = entry
        self.code = code
    }
}

extension IncomingEntry {
    /// What bringing it in takes: a strike that a physician confirmed is a physician's to bring.
    fileprivate var act: RoleGrant.Act {
        (entry.body as? Retraction)?.confirmedBy == nil ? entry.kind.act : .decide
    }
}

/// Where facts come from that another system recorded about one infant.
public struct ForeignSource: Sendable {
    /// The infant's code here.
    public let code: String
    /// How an infant who is known here was identified besides the code.
    public let identified: EntryAnswer.Identified

    /// Makes one from its parts.
    public init(code: String, identified: EntryAnswer.Identified) {
        self.code = code
        self.identified = identified
    }
}

/// What an import did.
public struct Imported: Sendable {
    /// What was written.
    public let written: Written
    /// Entries that were already here.
    public let alreadyHere: Int
    /// The questions about values that came in, which were asked of nobody.
    public let questions: [(entry: Entry, question: Question)]
}

extension Store {
    /// Takes entries from an exchange file as one transaction: all or nothing.
    ///
    /// An entry whose id is already here is passed over when it says the same, and refuses the file when it does not.
    /// An impossible value refuses the whole file; every such line is named. `texts` are the erasable texts that came
    /// along; one that does not give its digest refuses everything.
    /// Questions are asked of nobody: they are listed, and with `strict` refuse the file. What another system recorded is
    /// written by whoever brings it in, and is here already whoever brought it in before.
    public func importEntries(
        _ incoming: [IncomingEntry], texts: [OpenedText] = [], author: Author, strict: Bool = false,
        from foreign: ForeignSource? = nil
    ) throws -> Imported {
        var alreadyHere = 0
        var questions: [(entry: Entry, question: Question)] = []
        for text in texts where Hexadecimal.text(Digest.sha256(text.salt + Array(text.text.utf8))) != text.digest {
            throw RecordProblem.textDisagrees(entry: text.entry.description, field: text.field)
        }
        let written = try write(author: author, key: nil) { writer in
            for act in Set(incoming.map(\.act)).union([.enter]) { try Store.check(author.by, may: act, in: writer.db) }
            writer.texts = Dictionary(texts.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
            if let foreign { try self.checkIdentity(of: foreign, author: author, in: writer.db) }
            var importer = Importer(store: self, author: author, isForeign: foreign != nil)
            for item in incoming {
                do {
                    if try !importer.take(item, into: &writer) { alreadyHere += 1 }
                } catch let problem as ImportProblem.What {
                    importer.problems.append(ImportProblem(line: item.line, what: problem))
                } catch let error as RecordProblem {
                    importer.problems.append(ImportProblem(line: item.line, what: .record(error)))
                }
            }
            guard importer.problems.isEmpty else { throw RecordProblem.importLines(importer.problems) }
            questions = try self.questions(about: writer.written, author: author, in: writer.db)
            if strict, !questions.isEmpty {
                throw RecordProblem.importAsks(questions.map { AskedImport(entry: $0.entry, question: $0.question) })
            }
        }
        return Imported(written: written, alreadyHere: alreadyHere, questions: questions)
    }
}

extension Store {
    /// An infant who is known here is told from its siblings by more than its code.
    private func checkIdentity(of foreign: ForeignSource, author: Author, in db: Database) throws {
        let infant: InfantRef
        do { infant = try Store.infant(foreign.code, in: db) } catch RecordProblem.unknownInfant { return }
        let course = try course(
            of: infant, asOf: clock.zone.moment(at: author.now), knownAt: .now(author.now), now: author.now,
            need: CourseNeed(kinds: CourseNeed.identity), in: db)
        try checkIdentity(foreign.identified, of: infant, course, db)
    }
}

/// How an entry of a file stands to this record.
public enum EntryStanding: Sendable, Hashable {
    /// Its id is not here.
    case absent
    /// It is here and says the same.
    case same
    /// Its id is here with another content.
    case differs
}

extension Store {
    /// How the entries of a file stand to this record, in their order: by what they say, not by the digest they claim.
    public func standing(of entries: [IncomingEntry]) throws -> [EntryStanding] {
        try Store.guarding(location.database) {
            try queue.inDatabase { db in try entries.map { try standing(of: $0, isForeign: false, in: db) } }
        }
    }

    fileprivate func standing(of item: IncomingEntry, isForeign: Bool, in db: Database) throws -> EntryStanding {
        let statement = try db.cachedStatement(sql: "SELECT seq FROM entry WHERE id = ?")
        guard let seq = try Int64.fetchOne(statement, arguments: [Data(item.entry.id.bytes)]) else { return .absent }
        let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
        guard let row = try rows.fetch(seq: seq) else { return .absent }
        let here = row.entry
        var theirs = item.entry.body
        if var birth = theirs as? Birth {
            birth.code = item.code?.text
            theirs = birth
        }
        let isSame =
            here.code == item.code && here.at == item.entry.at && here.corrects == item.entry.corrects
            && (isForeign || (here.by == item.entry.by && here.recorded == item.entry.recorded))
            && Store.sameContent(row.body, theirs, layout: layout)
        return isSame ? .same : .differs
    }
}

/// The state of one import while its lines are taken.
private struct Importer {
    let store: Store
    let author: Author
    var problems: [ImportProblem] = []
    private let isForeign: Bool
    private var courses: [InfantCode: Course] = [:]
    private var reviewed: [InfantCode: Set<String>] = [:]
    private var subjects: [InfantCode: LedgerWriter.Subject] = [:]

    init(store: Store, author: Author, isForeign: Bool) {
        self.store = store
        self.author = author
        self.isForeign = isForeign
    }

    /// Takes one entry; false when it is already here.
    mutating func take(_ item: IncomingEntry, into writer: inout LedgerWriter) throws -> Bool {
        let db = writer.db
        if try isHere(item, in: db) { return false }
        if item.entry.recorded.seconds > author.now.seconds + 86_400 {
            throw ImportProblem.What.badMember("recorded", value: item.entry.recorded.text())
        }
        var corrects: Int64?
        if let id = item.entry.corrects {
            let sql = "SELECT seq FROM entry WHERE id = ?"
            guard let seq = try Int64.fetchOne(db, sql: sql, arguments: [Data(id.bytes)]) else {
                throw ImportProblem.What.unknownEntry(id.description)
            }
            corrects = seq
            try checkCorrection(item.entry, of: seq, in: db)
        }
        if let key = item.entry.key,
            try Bool.fetchOne(db, sql: "SELECT 1 FROM entry WHERE key = ?", arguments: [key]) == true
        {
            throw RecordProblem.keyReused(key: key)
        }
        var entry = item.entry
        entry.received = author.now
        if item.code == nil, corrects == nil, (entry.body as? NICUCore.Measurement)?.role == .received {
            try writer.insert(entry, number: nil, corrects: nil)
            return true
        }
        guard let code = item.code, !entry.kind.isUnitLevel else {
            throw RecordProblem.unitEntryImported(kind: entry.kind.name)
        }
        if entry.kind == .retraction, corrects == nil { throw ImportProblem.What.missingMember("corrects") }
        let subject = try subject(for: item, code: code, writer: writer)
        if let review = entry.body as? Review, corrects == nil {
            try refuseSecondReview(review, of: subject, in: db)
        }
        try assessImpossible(item, code: code, corrects: corrects, in: db)
        entry.infant = subject.id
        entry.code = code
        if var birth = entry.body as? Birth {
            birth.code = code.text
            entry.body = birth
        }
        let inserted = try writer.insert(entry, number: subject.number, corrects: corrects)
        remember(inserted, code: code)
        return true
    }

    /// One review a shift: which shifts of an infant have one is read once and then kept.
    private mutating func refuseSecondReview(_ review: Review, of subject: LedgerWriter.Subject, in db: Database) throws
    {
        if reviewed[subject.code] == nil {
            let sql = """
                SELECT r.shift FROM review r JOIN entry e ON e.seq = r.seq WHERE e.infant = ?
                AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq AND c.kind <> 'erasure')
                """
            reviewed[subject.code] = Set(try String.fetchAll(db, sql: sql, arguments: [subject.number]))
        }
        guard reviewed[subject.code, default: []].insert(review.shift.description).inserted else {
            throw RecordProblem.refused([.shiftReviewed(review.shift, seq: 0)])
        }
    }

    private func isHere(_ item: IncomingEntry, in db: Database) throws -> Bool {
        switch try store.standing(of: item, isForeign: isForeign, in: db) {
        case .absent: return false
        case .same: return true
        case .differs: throw ImportProblem.What.differs(id: item.entry.id.description)
        }
    }

    private func checkCorrection(_ entry: Entry, of seq: Int64, in db: Database) throws {
        let rows = EntryRows(db: db, layout: store.layout, zone: store.clock.zone, keys: store.keys)
        guard let old = try rows.fetch(seq: seq)?.entry else { throw RecordProblem.noSuchEntry(seq: seq) }
        let wasReceived = old.code == nil && (old.body as? NICUCore.Measurement)?.role == .received
        guard old.code == entry.code || wasReceived else { throw RecordProblem.otherInfant(seq: seq) }
        if entry.kind == .retraction { return }
        guard old.kind == entry.kind else {
            throw RecordProblem.correctionChangesKind(seq: seq, from: old.kind.name, to: entry.kind.name)
        }
        var body = entry.body
        if var birth = body as? Birth {
            birth.code = entry.code?.text
            body = birth
        }
        try Store.refuseAnotherFact(body, correcting: old.body, seq: seq)
        let sql = """
            SELECT seq, kind FROM entry WHERE corrects = ? AND kind <> 'erasure' ORDER BY seq LIMIT 1
            """
        if let change = try Row.fetchOne(db, sql: sql, arguments: [seq]) {
            throw (change[1] as String) == Kind.retraction.name
                ? RecordProblem.alreadyStruck(seq: seq, by: change[0])
                : RecordProblem.alreadyCorrected(seq: seq, by: change[0])
        }
    }

    private mutating func subject(for item: IncomingEntry, code: InfantCode, writer: LedgerWriter) throws
        -> LedgerWriter.Subject
    {
        if let known = subjects[code] { return known }
        let subject: LedgerWriter.Subject
        do {
            subject = store.subject(try Store.infant(code.text, in: writer.db))
        } catch RecordProblem.unknownInfant {
            guard item.entry.body is Birth, item.entry.corrects == nil else {
                throw ImportProblem.What.unknownInfant(code.text)
            }
            try store.checkCode(
                code, siblings: (item.entry.body as? Birth)?.siblings ?? [],
                among: Store.infants(writer.db), in: writer.db)
            subject = try writer.register(InfantID(item.entry.id), code: code)
        }
        subjects[code] = subject
        return subject
    }

    private mutating func assessImpossible(_ item: IncomingEntry, code: InfantCode, corrects: Int64?, in db: Database)
        throws
    {
        let now = store.clock.zone.moment(at: author.now)
        if courses[code] == nil {
            let infant = try Store.infant(code.text, in: db)
            courses[code] = try store.course(
                of: infant, asOf: now, knownAt: .now(author.now), now: author.now,
                need: CourseNeed(
                    kinds: [.birth, .admission, .discharge, .transfer, .measurement, .retraction], quantities: [.weight]
                ),
                in: db)
        }
        // A retraction or review may be recorded later than the fact; only facts are held to birth and present.
        let course = courses[code].flatMap { $0.birth == nil && item.entry.body is Birth ? nil : $0 }
        let draft = Draft(item.entry.body, at: item.entry.at, corrects: corrects)
        let refusals = assess(draft, in: course, code: code.text, now: now).refusals.filter {
            isForeign || $0.holdsForImports
        }
        guard refusals.isEmpty else { throw RecordProblem.refused(refusals) }
    }

    /// Keeps the birth, the birth weight and the stays of what was just taken, which later lines are judged by.
    private mutating func remember(_ entry: Entry, code: InfantCode) {
        let isBirthWeight =
            (entry.body as? NICUCore.Measurement).map { $0.role == .birth && $0.quantity == .weight } ?? false
        let isBound = entry.body is Admission || entry.body.stayDestination != nil
        guard entry.body is Birth || isBirthWeight || isBound || entry.corrects != nil else { return }
        courses[code] = nil
        if entry.corrects != nil { reviewed[code] = nil }
    }
}
