internal import Foundation
internal import GRDB
public import NICUCore

/// One value of a table on its way into the record, with the place it came from.
public struct SheetDraft: Sendable {
    /// The line of the table, from 1.
    public let line: Int
    /// The title of its column.
    public let column: String
    /// Whose it is.
    public let code: InfantCode
    /// The value.
    public let draft: Draft
    /// How the infant was identified, and what answers questions.
    public let answer: EntryAnswer

    /// Makes one from its parts.
    public init(line: Int, column: String, code: InfantCode, draft: Draft, answer: EntryAnswer) {
        self.line = line
        self.column = column
        self.code = code
        self.draft = draft
        self.answer = answer
    }
}

/// What a table of values became.
public struct EnteredSheet: Sendable {
    /// What was written, or with a trial run would be.
    public let written: Written
    /// Values that were already here.
    public let alreadyHere: Int
}

extension Store {
    /// Thrown inside the transaction of a trial run, so that nothing of it stays.
    private struct Trial: Error { let written: Written }

    /// Takes the values of a table as one operation, all or nothing, each judged as if it were typed alone.
    ///
    /// Every row names its infant by code and a second identifier. A value that is here already, the same infant, quantity,
    /// time and number, is passed over. What is refused or asked is thrown as ``SheetProblems``, every place named. A trial
    /// run does all of that and writes nothing.
    public func enter(_ sheet: [SheetDraft], author: Author, isTrial: Bool) throws -> EnteredSheet {
        var alreadyHere = 0
        var problems: [SheetProblem] = []
        do {
            let written = try write(author: author, key: nil) { writer in
                try Store.check(author.by, may: .enter, in: writer.db)
                var order: [InfantCode] = []
                var rows: [InfantCode: [SheetDraft]] = [:]
                for row in sheet {
                    if rows[row.code] == nil { order.append(row.code) }
                    rows[row.code, default: []].append(row)
                }
                for code in order {
                    // In the order of time, whatever the order of the table: each is held against those before it.
                    let own = (rows[code] ?? []).enumerated()
                        .sorted { ($0.element.draft.at.instant, $0.offset) < ($1.element.draft.at.instant, $1.offset) }
                    alreadyHere += try enter(own.map(\.element), of: code, author, &problems, into: &writer)
                }
                guard problems.isEmpty else {
                    throw SheetProblems(problems.sorted { $0.line < $1.line })
                }
                if isTrial {
                    throw Trial(
                        written: Written(
                            entries: writer.written, operation: writer.operation, wasAlreadySaved: false,
                            isSigned: true))
                }
            }
            return EnteredSheet(written: written, alreadyHere: alreadyHere)
        } catch let trial as Trial {
            return EnteredSheet(written: trial.written, alreadyHere: alreadyHere)
        }
    }

    /// Takes the values of one infant in the order of time; answers how many were here already.
    private func enter(
        _ rows: [SheetDraft], of code: InfantCode, _ author: Author, _ problems: inout [SheetProblem],
        into writer: inout LedgerWriter
    ) throws -> Int {
        func note(_ row: SheetDraft, _ problem: RecordProblem) {
            problems.append(SheetProblem(line: row.line, column: row.column, what: .record(problem)))
        }
        let infant: InfantRef
        do {
            infant = try Store.infant(code.text, in: writer.db)
        } catch let problem as RecordProblem {
            for row in rows { note(row, problem) }
            return 0
        }
        var alreadyHere = 0
        var course = try course(
            of: infant, asOf: clock.zone.moment(at: author.now), knownAt: .now(author.now), now: author.now,
            need: .assessing(rows.map(\.draft)), in: writer.db)
        for row in rows {
            do {
                if row.answer.identified == .byCodeAlone {
                    throw RecordProblem.secondIdentifierMissing(code: code.text)
                }
                try checkIdentity(row.answer.identified, of: infant, course, writer.db)
                if course.holds(row.draft) {
                    alreadyHere += 1
                    continue
                }
                let judged = try judged(
                    [row.draft], of: infant, in: course, answer: row.answer, author: author, writer.db)
                let draft = judged.first ?? row.draft
                try writer.append(draft.body, at: draft.at, subject: subject(infant), reason: draft.reason)
                course = self.course(course, joinedBy: draft, of: infant, author: author)
            } catch let problem as RecordProblem {
                note(row, problem)
            }
        }
        return alreadyHere
    }
}

extension Course {
    /// Whether a value stands in it already; one known to the day is the one of that day.
    fileprivate func holds(_ draft: Draft) -> Bool {
        guard let new = draft.body as? NICUCore.Measurement else { return false }
        let told = draft.at
        return all(NICUCore.Measurement.self).contains { entry, body in
            guard body.quantity == new.quantity, body.value == new.value, body.role == new.role else { return false }
            return told.precision == .day
                ? entry.at.day == told.day : entry.at.instant == told.instant && entry.at.precision == told.precision
        }
    }
}
