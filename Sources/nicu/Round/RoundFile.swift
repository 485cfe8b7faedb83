internal import Foundation
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// A round from a file or a scale: every line is saved by itself; what cannot be is named, and the round stays open.
struct RoundFile {
    private let round: RoundState

    init(_ round: RoundState) { self.round = round }

    private var wording: Wording { round.wording }

    /// Exit codes in the order in which they are given: a line that cannot be read, one refused, one asked about.
    private enum Outcome: Int32 { case saved = 0, asked = 5, refused = 1, unreadable = 64 }

    func run(_ path: String?, closes: Bool = false) throws {
        defer { round.answer() }
        if round.isResumed {
            Door.remark(wording.roundResumed(begun: round.begun, done: round.done.count, left: round.left.count))
        }
        var worst = Outcome.saved
        var number = 0
        let lines = try path.map { path -> [String] in
            String(decoding: try round.session.bytes(of: path), as: UTF8.self)
                .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        }
        var place = 0
        // A line of a file is known again by its file, its day and all the lines before it.
        let day = round.session.zone.day(at: round.moment.instant)
        var key = path.map { "\(day) \(URL(filePath: $0).standardizedFileURL.path)" }
        // A scale's lines are saved as they come, not when the input ends.
        func next() -> String? {
            guard let lines else { return readLine() }
            defer { place += 1 }
            return place < lines.count ? lines[place] : nil
        }
        while var text = next() {
            number += 1
            if number == 1, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
            key = key.map { Store.keyOfLine(text, after: $0) }
            let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }).map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            do {
                try take(words, key: key, file: path ?? "-", on: day)
                continue
            } catch Failure.unreadable(let sentence) {
                Door.remark(wording.roundLine(number, sentence))
                worst = .unreadable
            } catch let problem as RecordProblem {
                if case .notKnownSaved = problem { throw problem }
                if case .questions(let asked) = problem {
                    Door.remark(wording.roundLine(number, wording.roundAsks(asked)))
                    if worst == .saved { worst = .asked }
                } else {
                    Door.remark(wording.roundLine(number, wording.problem(problem)))
                    if worst != .unreadable { worst = .refused }
                }
            }
        }
        guard worst == .saved else {
            if !round.done.isEmpty { round.say([wording.roundOpen()]) }
            throw Failure.exit(worst.rawValue)
        }
        // Nothing but what a scale sent alone makes no round.
        guard !round.done.isEmpty else { return }
        do {
            if try !round.close(anyway: closes) { throw Failure.exit(Outcome.asked.rawValue) }
        } catch RecordProblem.roundClosed {
            round.say([wording.roundClosedMeanwhile()])
        }
    }

    /// Takes one line; `key` knows a value that a scale sent alone, file and day one that names its infant.
    private func take(_ words: [String], key: String?, file: String, on day: Day) throws {
        guard let place = round.sheet.place(of: words[0].lowercased()) else {
            try receive(words, key: key)
            return
        }
        let line = round.sheet.lines[place]
        guard words.count > 2, words[1].count == 1 else { throw Failure.unreadable(wording.roundFormat()) }
        guard CheckLetter.fits(words[1], line.code) else {
            throw RecordProblem.checkLetterWrong(code: line.code.text, given: words[1])
        }
        let known = Store.keyOfLine(
            "\(line.code) \(words[2...].joined(separator: " "))", after: "\(round.session.login) \(day) \(file)")
        if words[2] == "-" || words[2] == "－" {
            guard let why = Wording.omission(words[3...]) else {
                throw Failure.unreadable(wording.roundNoReason(words[3...].joined(separator: " ")))
            }
            if let entry = round.done[line.code] {
                // The same line again, after an interruption.
                if (entry.body as? Omission)?.why == why { return }
                throw Failure.unreadable(wording.roundHas(entry))
            }
            try once(known) { round.say([try round.omit(line, why, key: $0)]) }
            return
        }
        // The unit stands in the same word or in the next.
        let isBare = words[2].utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }
        let value = isBare && words.count > 3 ? words[2] + words[3] : words[2]
        let rest = words.dropFirst(isBare ? 4 : 3)
        let token = try token(rest)
        let text = try round.session.quantity([value], as: .weight)
        if let entry = round.done[line.code] {
            // The same line again, after an interruption.
            if (entry.body as? NICUCore.Measurement)?.value == text.stored { return }
            throw Failure.unreadable(wording.roundHas(entry))
        }
        try once(known) { key in
            let saved = try round.weigh(
                line, text, letter: words[1], tokens: Set(token.map { [$0] } ?? []),
                reason: rest.count > 1 ? rest.dropFirst().joined(separator: " ") : nil, key: key)
            round.say(saved)
        }
        if let token, (round.done[line.code]?.body as? NICUCore.Measurement)?.answered.isEmpty ?? false {
            Door.remark(wording.roundTokenUnused(token))
        }
    }

    /// The token behind the unit; nothing else may stand there, so that a second reading is not taken for one.
    private func token(_ rest: ArraySlice<String>) throws -> String? {
        guard let first = rest.first else { return nil }
        let token = first.uppercased()
        let isToken =
            token.utf8.count == 4 && token.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x32...0x37).contains($0) }
        // Digits alone are a number where nothing or a unit stands behind them.
        let isNumber = token.utf8.allSatisfy { $0 < 0x41 }
        let behind = rest.dropFirst().first
        let isReading = isNumber && (behind == nil || (try? QuantityText(token + (behind ?? ""), as: .weight)) != nil)
        guard isToken, !isReading else {
            throw Failure.unreadable(wording.roundBehindUnit(rest.joined(separator: " ")))
        }
        return token
    }

    /// Writes a line under its key unless it is saved already; another reading may save it at the same time.
    private func once(_ known: String, _ write: (String) throws -> Void) throws {
        guard let key = try unused(known) else { return }
        do {
            try write(key)
        } catch RecordProblem.keyReused(key: key) {
            if try unused(known) != nil { throw RecordProblem.keyReused(key: key) }
        }
    }

    /// The key to save a line with; nil, and said so, where an earlier reading of it saved it and nobody took it back.
    private func unused(_ key: String) throws -> String? {
        let (key, entry) = try round.session.store.unusedKey(key)
        if let entry {
            round.adopt(entry)
            round.say([wording.roundAlready(entry)])
        }
        return entry == nil ? key : nil
    }

    /// A value that a scale sent by itself; the same line of a file, read again that day, is the same value.
    private func receive(_ words: [String], key: String?) throws {
        guard words[0].utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false, words.count <= 2 else {
            throw Failure.unreadable(wording.roundUnknown(words[0]))
        }
        let text = try round.session.quantity([words.joined()], as: .weight)
        let session = round.session
        let body = NICUCore.Measurement(
            quantity: .weight, value: text.stored, role: .received, asWritten: text.asWritten)
        let written = try session.store.receive(
            body, at: round.moment, author: Author(by: session.login, source: "scale", now: Door.now),
            key: key ?? EntryOptions.freshKey())
        round.note(written)
        round.say(written.entries.map(wording.received) + (written.wasAlreadySaved ? [wording.alreadySaved()] : []))
    }
}
