internal import Foundation
internal import GRDB
internal import NICUAssets
public import NICUCore

/// What a clinician answers to the questions about a value, and how the infant was identified besides its code.
public struct EntryAnswer: Sendable, Hashable {
    /// The tokens that confirm questions.
    public var tokens: Set<String>
    /// The second clinician who looked at a value that was stopped.
    public var second: String?
    /// How the infant was identified besides its code.
    public var identified: Identified

    /// How an infant is identified besides its code.
    public enum Identified: Sendable, Hashable {
        /// By nothing: enough for one infant, not for one of several.
        case byCodeAlone
        /// By the letter on the band, or by the whole text that a scanner reads from it.
        case byLetter(String)
        /// By the day of birth, which tells no siblings apart.
        case byBirthDay(Day)
        /// By the record itself, which named the infant.
        case byRecord
    }

    /// Makes one from its parts.
    public init(tokens: Set<String> = [], second: String? = nil, identified: Identified = .byRecord) {
        self.tokens = tokens
        self.second = second
        self.identified = identified
    }

    /// No answer to any question.
    public static let none = EntryAnswer()
}

extension Store {
    /// Judges drafts about an infant in its course, each beside those before it.
    ///
    /// Refuses the impossible, asks what is not answered, and gives the drafts back with the codes of the questions that
    /// were. `others` are entries that are corrected along with the draft.
    func judged(
        _ drafts: [Draft], of infant: InfantRef, answer: EntryAnswer, author: Author, without others: [Entry] = [],
        in db: Database
    ) throws -> [Draft] {
        let now = clock.zone.moment(at: author.now)
        var course = try course(
            of: infant, asOf: now, knownAt: .now(author.now), now: author.now,
            need: .assessing(drafts), in: db)
        if let corrected = drafts.compactMap(\.corrects).first {
            let left = Set(others.map(\.seq)).union([corrected])
            course = course.without(course.entries.filter { left.contains($0.seq) })
        }
        try checkIdentity(answer.identified, of: infant, course, db)
        return try judged(drafts, of: infant, in: course, answer: answer, author: author, db)
    }

    /// The same in a course that is already at hand; nil where the infant's first facts are judged.
    func judged(
        _ drafts: [Draft], of infant: InfantRef, in course: Course?, answer: EntryAnswer, author: Author, _ db: Database
    ) throws -> [Draft] {
        let now = clock.zone.moment(at: author.now)
        var course = course
        var refusals: [Assessment.Refusal] = []
        var asked: [AskedQuestions] = []
        var result = drafts
        for (index, draft) in drafts.enumerated() {
            defer { course = self.course(course, joinedBy: draft, of: infant, author: author) }
            let surroundings = try course.map { try self.surroundings(of: draft, in: $0, author: author, db) } ?? .none
            let found = assess(draft, in: course, code: infant.code.text, now: now, beside: surroundings)
            if found.refusals.isEmpty, draft.needsReason, !draft.hasReason { throw RecordProblem.reasonMissing }
            refusals += found.refusals
            guard !found.questions.isEmpty else { continue }
            let token = Store.token(infant.id, draft.body, found.questions)
            if try isAnswered(found.questions, token, draft, answer, author, db) {
                guard var measurement = draft.body as? NICUCore.Measurement else { continue }
                measurement.answered = found.questions.codes
                if found.questions.needReason { measurement.secondBy = answer.second }
                result[index].body = measurement
            } else {
                asked.append(
                    AskedQuestions(
                        questions: found.questions, token: token,
                        needsSecond: found.questions.needReason && settings.secondClinician,
                        wasAnswered: !answer.tokens.isEmpty, canWait: draft.body is NICUCore.Measurement))
            }
        }
        guard refusals.isEmpty else { throw RecordProblem.refused(refusals) }
        guard asked.isEmpty else { throw RecordProblem.questions(asked) }
        return result
    }

    /// A course with a fact that is about to join it; the first one begins it.
    func course(_ course: Course?, joinedBy draft: Draft, of infant: InfantRef, author: Author) -> Course {
        let head = course?.head ?? LedgerHead(seq: 0, digest: "")
        let entries = course?.entries ?? []
        let entry = Entry(
            seq: max(head.seq, entries.last?.seq ?? 0) + 1, id: infant.id.id, infant: infant.id, code: infant.code,
            operation: infant.id.id, at: draft.at, recorded: author.now, by: author.by, source: author.source,
            body: draft.body)
        return Course(
            infant: infant.id, code: infant.code, asOf: course?.asOf ?? clock.zone.moment(at: author.now),
            knownAt: .now(author.now), head: head, clock: clock, entries: entries + [entry],
            superseded: course?.superseded ?? [])
    }

    /// Whether the token fits, and what a stopped value takes besides it is there.
    private func isAnswered(
        _ questions: [Question], _ token: String, _ draft: Draft, _ answer: EntryAnswer, _ author: Author,
        _ db: Database
    ) throws -> Bool {
        guard answer.tokens.contains(token) else { return false }
        guard questions.needReason else { return true }
        guard draft.hasReason else { throw RecordProblem.reasonMissing }
        if let second = answer.second {
            try Store.check(second, may: .enter, in: db)
            if second == author.by { throw RecordProblem.secondIsFirst(login: second) }
        } else if settings.secondClinician {
            throw RecordProblem.secondMissing
        }
        return true
    }

    /// The token of a value and its questions: it stays the same for a repeated command.
    static func token(_ infant: InfantID, _ body: any Body, _ questions: [Question]) -> String {
        let parts = [
            infant.id.description, body.kind.name, questions.first.map { "\($0.value)" } ?? "",
            questions.codes.joined(separator: ","),
        ]
        return ConfirmationToken.of(Digest.sha256(Array(parts.joined(separator: "\n").utf8)))
    }

    /// One of several infants is named by code and letter; one alone by its code.
    func checkIdentity(
        _ identified: EntryAnswer.Identified, of infant: InfantRef, _ course: Course, _ db: Database
    ) throws {
        switch identified {
        case .byRecord: return
        case .byLetter(let band):
            guard CheckLetter.fits(band: band, infant.code) else {
                throw RecordProblem.checkLetterWrong(code: infant.code.text, given: band)
            }
            return
        case .byBirthDay(let day):
            guard course.birthDay == day else {
                throw RecordProblem.birthDayWrong(code: infant.code.text, given: day)
            }
        case .byCodeAlone: break
        }
        // Whoever of them names the other: they are of one birth.
        if try course.birth?.body.of ?? 1 > 1 || !siblings(of: course, in: db).isEmpty {
            throw RecordProblem.checkLetterMissing(code: infant.code.text)
        }
    }

    /// The questions about values that were written without being asked, as the courses stand after all of them.
    ///
    /// A value whose questions were answered where it comes from, and one that was corrected since, is not among them.
    func questions(about written: [Entry], author: Author, in db: Database) throws -> [(
        entry: Entry, question: Question
    )] {
        var byCode: [InfantCode: [Entry]] = [:]
        var order: [InfantCode] = []
        for entry in written {
            guard let code = entry.code, let body = entry.body as? NICUCore.Measurement, body.counts,
                body.answered.isEmpty
            else { continue }
            if byCode[code] == nil { order.append(code) }
            byCode[code, default: []].append(entry)
        }
        var found: [(entry: Entry, question: Question)] = []
        for code in order {
            let infant = try Store.infant(code.text, in: db)
            let entries = byCode[code] ?? []
            let course = try course(
                of: infant, asOf: clock.zone.moment(at: author.now), knownAt: .now(author.now), now: author.now,
                need: CourseNeed(kinds: [.birth, .dating, .measurement, .retraction]), in: db)
            let effective = Set(course.entries.map(\.id))
            for entry in entries where effective.contains(entry.id) {
                let draft = Draft(entry.body, at: entry.at)
                let without = course.without([entry])
                let asked = assess(
                    draft, in: without, code: code.text, now: clock.zone.moment(at: author.now),
                    beside: try surroundings(of: draft, in: without, author: author, db))
                found += asked.questions.map { (entry, $0) }
            }
        }
        return found
    }

    // MARK: What a value is held against

    func surroundings(of draft: Draft, in course: Course, author: Author, _ db: Database) throws -> Surroundings {
        if let check = draft.body as? Check { return Surroundings(results: try results(of: check.task, db)) }
        if let state = draft.body as? State, state.aspect == Aspect.methylxanthine {
            return Surroundings(products: try products(of: state.aspect, db))
        }
        guard let measurement = draft.body as? NICUCore.Measurement, measurement.counts,
            let measure = GrowthMeasure(measurement.quantity)
        else { return .none }
        var result = Surroundings.none
        let hasOwn =
            measurement.quantity == .weight
            ? course.expectedWeight(at: draft.at) != nil
            : course.all(NICUCore.Measurement.self).contains {
                $0.body.quantity == measurement.quantity && $0.body.counts && $0.entry.at.earliest < draft.at.earliest
            }
        if !hasOwn || measurement.role == .birth {
            result.references = firstReferences(measure, measurement.role, at: draft.at, in: course)
        }
        if measurement.quantity == .weight, measurement.role == .measured {
            for sibling in try siblings(of: course, in: db) {
                let theirs = try self.course(
                    of: sibling, asOf: clock.zone.moment(at: author.now), knownAt: .now(author.now), now: author.now,
                    need: .siblingWeights(now: author.now, at: draft.at.earliest), in: db)
                result.siblings.append((sibling.code, theirs.datedWeights))
            }
        }
        return result
    }

    /// The results that a task can have: by the program's words, and by what the unit's own rule files ask for.
    private func results(of task: String, _ db: Database) throws -> [Check.Result]? {
        guard let known = Vocabulary.results(of: task) else { return nil }
        let own = try ruleBook(db).results(of: task)
        let all = known + own.filter { !known.contains($0) }
        return all + Vocabulary.resultsOfAny.filter { !all.contains($0) }
    }

    /// The words that name a drug's products: those that days are counted by, and those of the unit's rule set.
    private func products(of aspect: String, _ db: Database) throws -> [String] {
        let counted = (try? CareFile.embedded())?.products(of: aspect) ?? []
        let rules = try? ruleBook(db).ruleSet(settings.rules)
        return counted + (rules?.products[aspect] ?? []).filter { !counted.contains($0) }
    }

    /// The unit's references for a first value; a pack that cannot be read asks nothing.
    private func firstReferences(
        _ measure: GrowthMeasure, _ role: NICUCore.Measurement.Role, at moment: Moment, in course: Course
    ) -> [GrowthReference] {
        let library = ReferenceLibrary()
        let age = course.postmenstrualAge(on: clock.zone.day(at: moment.earliest))?.days
        let ids =
            role == .birth ? settings.references.postnatal : settings.references.followUp(atPostmenstrualDays: age)
        return ids.lazy.filter(library.ids.contains).prefix(1).compactMap {
            try? library.reference($0, measures: [measure], sexes: Set(course.sex.candidates))
        }
    }

    /// The codes of the other infants of the same birth, whoever of them names the other, as known where the course is.
    public func siblings(of course: Course) throws -> [InfantCode] {
        try Store.guarding(location.database) {
            let named = course.birth?.body.siblings.compactMap { InfantCode($0) } ?? []
            let found = try queue.inDatabase { try siblings(of: course, in: $0).map(\.code) }
            return Set(named + found).sorted { $0.text < $1.text }
        }
    }

    /// Those of them that are in the record, with their numbers, in a transaction.
    func siblings(of course: Course, in db: Database) throws -> [InfantRef] {
        guard let birth = course.birth?.body else { return [] }
        // A birth that names the code is found in the text of its siblings, which costs a glance a birth; the order of the
        // joins is fixed, since left to itself SQLite walks every entry.
        let standing = """
            \(Store.visible("e.seq", at: course.knownAt))
            AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq AND c.kind <> 'erasure'
              AND \(Store.visible("c.seq", at: course.knownAt)))
            """
        let sql = """
            SELECT i.number, i.id, i.code FROM infant i WHERE i.code IN (SELECT value FROM json_each(?2)) AND i.code <> ?1
              AND EXISTS (SELECT 1 FROM entry e WHERE e.infant = i.number AND e.kind = 'birth' AND \(standing))
            UNION
            SELECT i.number, i.id, i.code FROM birth b CROSS JOIN entry e ON e.seq = b.seq
              CROSS JOIN infant i ON i.number = e.infant
              WHERE instr(b.siblings, '"' || ?1 || '"') > 0 AND i.code <> ?1 AND \(standing)
            ORDER BY 3
            """
        let own = JSON.array(birth.siblings.map { .string($0) }).text
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [course.code.text, own]).compactMap { row in
            guard let id = Identifier(bytes: row[1] as Data), let code = InfantCode(row[2]) else { return nil }
            return InfantRef(id: InfantID(id), code: code, number: row[0])
        }
    }
}

/// Four letters that a person can read out.
enum ConfirmationToken {
    /// The alphabet of RFC 4648.
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

    /// The first four base-32 letters of a digest.
    static func of(_ digest: [UInt8]) -> String {
        let bits = digest.prefix(3).reduce(0) { $0 << 8 | Int($1) }
        return String((0..<4).map { alphabet[bits >> (19 - 5 * $0) & 31] })
    }
}
