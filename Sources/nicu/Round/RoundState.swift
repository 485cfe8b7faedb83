internal import NICUCore
internal import NICUExport
internal import NICUStore

/// A round while it goes on: what is done, and how it is written.
final class RoundState {
    let session: Session
    private(set) var sheet: RoundSheet
    let order: Round.Order
    let operation: Identifier
    /// When it was begun; an earlier time where it goes on.
    let begun: Instant
    /// Whether it goes on with an earlier one.
    let isResumed: Bool
    private let at: Moment?
    /// The entry of each infant in this round.
    private(set) var done: [InfantCode: Entry] = [:]
    /// What was written and said, for the answer as JSON.
    private var entries: [Entry] = []
    private var remarks: [String] = []
    private lazy var growth = Result { try GrowthReading(session.store, knownAt: .now(session.now)) }

    init(_ session: Session, _ sheet: RoundSheet, open: OpenRound?, order: Round.Order, at: Moment?) {
        self.session = session
        self.sheet = sheet
        self.order = order
        self.at = at
        var generator = SystemRandomNumberGenerator()
        operation = open?.operation ?? Identifier(at: session.now, using: &generator)
        begun = open?.begun ?? session.now
        isResumed = open != nil
        for entry in open?.entries ?? [] { entry.code.map { done[$0] = entry } }
    }

    var wording: Wording { session.wording }

    /// The infants that are due by their plans and have neither weight nor reason, today or in this round.
    var left: [RoundSheet.Line] {
        sheet.lines.filter { line in done[line.code] == nil && line.isMissing }
    }

    /// Reads one infant's line anew: others enter weights, reasons and beds while the round goes on.
    func renewed(_ place: Int) throws -> RoundSheet.Line {
        let line = try RoundSheet.Line(
            session, sheet.lines[place].infant, at: moment, open: operation, now: Door.now)
        sheet.renew(place, line)
        return line
    }

    private var author: Author { Author(by: session.login, source: Store.roundSource, now: Door.now) }

    /// When the weights are taken.
    var moment: Moment { at ?? session.zone.moment(at: Door.now) }

    /// Records a weight; questions that are not answered are thrown.
    func weigh(
        _ line: RoundSheet.Line, _ text: QuantityText, letter: String, tokens: Set<String> = [], reason: String? = nil,
        second: String? = nil, isUnconfirmed: Bool = false, key: String? = nil
    ) throws -> [String] {
        let body = Measurement(
            quantity: .weight, value: text.stored, role: isUnconfirmed ? .unconfirmed : .measured,
            asWritten: text.asWritten)
        _ = try session.checked(body)
        let written = try session.store.record(
            [Draft(body, at: moment, reason: reason)], of: line.code.text, author: author,
            key: key ?? EntryOptions.freshKey(),
            answer: EntryAnswer(tokens: tokens, second: second, identified: .byLetter(letter)), operation: operation)
        guard let entry = written.entries.last else { return [] }
        adopt(entry)
        if written.wasAlreadySaved { return [wording.roundAlready(entry)] }
        note(written)
        // The weight before this one is that of the record now, not that of the moment when the line was shown.
        let course = try? session.store.course(
            of: line.infant, asOf: entry.at, knownAt: .now(session.now), now: Door.now, need: .weightEcho)
        let last = course?.without([entry]).weights.last
        let saved = wording.roundSaved(
            entry, change: last.map { text.stored - $0.body.value },
            hours: last.map { (entry.at.instant - $0.entry.at.instant) / 3600 })
        return [saved] + echo(entry, in: course, written)
    }

    /// What a weight means, in short; a round goes on where it cannot be said.
    private func echo(_ entry: Entry, in course: Course?, _ written: Written) -> [String] {
        guard !session.isQuiet, (entry.body as? Measurement)?.counts ?? false else { return [] }
        let figures = course.flatMap { try? session.echoFigures(entry, in: $0, growth.get()) } ?? []
        let lines =
            Table.wrapped(figures.joined(separator: wording.pick("；", "; ")), columns: Door.columns - 4)
            + session.verdictChanges(written)
        return lines.filter { !$0.isEmpty }.map { "    " + $0 }
    }

    /// Records why an infant was not weighed.
    func omit(_ line: RoundSheet.Line, _ why: Omission.Why, key: String? = nil) throws -> String {
        let written = try session.store.record(
            [Draft(Omission(quantity: .weight, why: why), at: moment)], of: line.code.text, author: author,
            key: key ?? EntryOptions.freshKey(), operation: operation)
        guard let entry = written.entries.last else { return "" }
        adopt(entry)
        if written.wasAlreadySaved { return wording.roundAlready(entry) }
        note(written)
        return wording.roundOmitted(line.code, why, seq: entry.seq)
    }

    /// Takes back what the round has of an infant; nil where it has nothing.
    func takeBack(_ line: RoundSheet.Line) throws -> String? {
        guard let entry = done[line.code] else { return nil }
        _ = try session.store.takeBack(
            entry.seq, reason: wording.pick("称重中撤回", "taken back in the round"), operation: operation, author: author)
        done[line.code] = nil
        return wording.roundTakenBack(entry)
    }

    /// Says lines at once, or with the answer as JSON.
    func say(_ lines: [String]) {
        if session.json { remarks += lines } else { for line in lines { Door.printSaved(line) } }
    }

    /// Takes an entry of this round for that of its infant, whoever read the line.
    func adopt(_ entry: Entry) {
        guard entry.operation == operation, let code = entry.code else { return }
        done[code] = entry
    }

    /// Keeps what was written for the answer as JSON.
    func note(_ written: Written) { entries += written.entries }

    /// The answer as JSON, in the form of every write.
    func answer() {
        guard session.json else { return }
        Door.printSaved(Session.saved(entries, operation, remarks: remarks).text)
    }

    /// Takes back the latest entry of the round, with the place of its infant; nil where there is none.
    func takeBackLast() throws -> (place: Int, text: String)? {
        let last = done.max { $0.value.seq < $1.value.seq }
        guard let place = last.flatMap({ sheet.place(of: $0.key.text) }), let text = try takeBack(sheet.lines[place])
        else { return nil }
        return (place, text)
    }

    /// The places of those who are left as the record stands now: others may have weighed some of them meanwhile.
    func placesLeft() throws -> [Int] {
        for place in sheet.lines.indices where done[sheet.lines[place].code] == nil { _ = try renewed(place) }
        return sheet.lines.indices.filter { done[sheet.lines[$0].code] == nil && sheet.lines[$0].isMissing }
    }

    /// Why the round is not closed without a word: values that look shifted, infants that are left.
    func doubts(_ left: [Int]) -> [String] {
        [shift.map(wording.roundShift), left.isEmpty ? nil : wording.roundLeft(left.map { sheet.lines[$0].code })]
            .compactMap { $0 }
    }

    /// The run of values that fits better one line on; nil for none.
    var shift: RoundShift? {
        RoundShift.found(
            in: sheet.lines.map { line in
                RoundShift.Line(
                    code: line.code, grams: (done[line.code]?.body as? Measurement)?.value,
                    expected: line.expected?.middle)
            })
    }

    /// Closes the round, and says whether it did; without `anyway` only where nothing is left and nothing looks shifted.
    @discardableResult
    func close(anyway: Bool) throws -> Bool {
        let left = try placesLeft()
        let doubts = anyway ? [] : doubts(left)
        guard doubts.isEmpty else {
            say(doubts + [wording.roundOpen()])
            return false
        }
        let entries = sheet.lines.compactMap { line in done[line.code].map { (line.code, $0) } }
        let omitted = entries.compactMap { code, entry in (entry.body as? Omission).map { (code: code, why: $0.why) } }
        let weights = entries.compactMap { code, entry in (entry.body as? Measurement).map { (code: code, body: $0) } }
        let round = Round(order: order, weighed: weights.count, notWeighed: omitted.count, left: left.count)
        let closing = try session.store.closeRound(round, operation: operation, author: author)
        note(closing)
        say(
            wording.roundSummary(
                round, seconds: Door.now - begun, omitted: omitted,
                unconfirmed: weights.filter { $0.body.role == .unconfirmed }.map(\.code)))
        return true
    }
}
