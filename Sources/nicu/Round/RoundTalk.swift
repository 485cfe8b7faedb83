internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// A round at a terminal: one line after another, so that it works over a slow line and with a screen reader.
struct RoundTalk {
    private let round: RoundState
    private let isPlain: Bool

    /// What one prompt leads to.
    private enum Step { case next, back, go(Int), stay, stop, end }

    init(_ round: RoundState, isPlain: Bool) {
        self.round = round
        self.isPlain = isPlain
    }

    private var wording: Wording { round.wording }
    private var lines: [RoundSheet.Line] { round.sheet.lines }

    func run() throws {
        let due = lines.count { $0.state.today == .missing }
        guard due > 0 || round.isResumed || round.order != .bed else {
            Door.print(wording.roundNobodyDue(lines.count))
            return
        }
        Door.print(
            round.isResumed
                ? wording.roundResumed(begun: round.begun, done: round.done.count, left: round.left.count)
                : wording.roundBegins(lines.count, due: due))
        repeat {
            guard try round.order == .bed ? walk() : scan() else { return }
        } while try !end()
    }

    // MARK: From bed to bed

    /// Goes from infant to infant; false where the round was left.
    private func walk() throws -> Bool {
        var place = lines.firstIndex { round.done[$0.code] == nil && $0.state.today == .missing } ?? lines.count
        while place < lines.count {
            if round.done[lines[place].code] != nil {
                place += 1
                continue
            }
            Door.print("")
            for text in lines[place].shown(place + 1, of: lines.count).head(wording) { Door.print(text) }
            switch try step(lines[place], place) {
            case .next: place += 1
            case .back:
                guard place > 0 else {
                    Door.print(wording.roundAtStart())
                    continue
                }
                place -= 1
                if let text = try round.takeBack(lines[place]) { Door.print(text) }
            case .go(let other): place = other
            case .stay: continue
            case .stop:
                Door.print(wording.roundOpen())
                return false
            case .end: place = lines.count
            }
        }
        return true
    }

    private func step(_ line: RoundSheet.Line, _ place: Int) throws -> Step {
        guard let typed = ask(wording.roundPrompt()) else { return .stop }
        switch typed {
        case "": return .next
        case "?":
            for text in wording.roundHelp() { Door.print(text) }
            return .stay
        case "<": return .back
        case "q": return .stop
        case ".": return .end
        case "-": return try omit(line) ? .next : .stay
        default: break
        }
        let words = typed.split(separator: " ").map(String.init)
        if let other = round.sheet.place(of: words[0].lowercased()) {
            guard words.count > 2 else { return .go(other) }
            return try enter(lines[other], letter: words[1], words[2...].joined(separator: " "))
                ? (other == place ? .next : .stay) : .stay
        }
        guard words.count > 1, words[0].count == 1 else {
            Door.print(wording.roundFormat())
            return .stay
        }
        return try enter(line, letter: words[0], words[1...].joined(separator: " ")) ? .next : .stay
    }

    // MARK: By the band

    /// Takes infants as their bands are scanned; false where the round was left.
    private func scan() throws -> Bool {
        var wasTold = false
        while true {
            if round.left.isEmpty, !wasTold {
                Door.print(wording.roundAllDue())
                wasTold = true
            }
            guard let typed = ask(wording.roundScanPrompt()), typed != "q" else {
                Door.print(wording.roundOpen())
                return false
            }
            if typed == "." { return true }
            if typed == "?" { for text in wording.roundHelp() { Door.print(text) } }
            if typed == "<" {
                Door.print(try round.takeBackLast() ?? wording.roundAtStart())
            }
            let words = typed.split(separator: " ").map(String.init)
            guard words.count > 1 else { continue }
            guard let place = round.sheet.place(of: words[0].lowercased()) else {
                Door.print(wording.roundUnknown(words[0]))
                continue
            }
            let line = lines[place]
            guard CheckLetter.fits(words[1], line.code) else {
                Door.print(wording.problem(RecordProblem.checkLetterWrong(code: line.code.text, given: words[1])))
                continue
            }
            for text in line.shown(place + 1, of: lines.count).head(wording) { Door.print(text) }
            if words.count > 2 {
                if words[2] == "-" {
                    _ = try omit(line)
                } else {
                    _ = try enter(line, letter: words[1], words[2...].joined(separator: " "))
                }
                continue
            }
            guard let value = ask(wording.roundWeightPrompt(line.code)), !value.isEmpty else { continue }
            _ = try value == "-" ? omit(line) : enter(line, letter: words[1], value)
        }
    }

    // MARK: One weight

    /// Records a weight and settles what is asked about it; false where nothing was saved.
    private func enter(_ line: RoundSheet.Line, letter: String, _ typed: String) throws -> Bool {
        if let entry = round.done[line.code] {
            Door.print(wording.roundHas(entry))
            return false
        }
        do {
            let text = try round.session.quantity([typed], as: .weight)
            do {
                say(try round.weigh(line, text, letter: letter))
                return true
            } catch RecordProblem.questions(let asked) {
                return try settle(line, text, letter: letter, asked)
            }
        } catch Failure.unreadable(let sentence) {
            Door.print(sentence)
        } catch let problem as RecordProblem {
            if case .notKnownSaved = problem { throw problem }
            Door.print(wording.problem(problem))
        }
        return false
    }

    private func settle(
        _ line: RoundSheet.Line, _ text: QuantityText, letter: String, _ asked: [AskedQuestions]
    ) throws -> Bool {
        for question in asked.flatMap(\.questions) {
            for text in Table.wrapped(wording.question(question), columns: Door.columns) { Door.print(text) }
        }
        switch key(wording.roundAnswer(), ["y", "n", "u"]) {
        case "y":
            var reason: String?
            var second: String?
            if asked.contains(where: \.questions.needReason) {
                reason = ask(wording.roundReason())
                if asked.contains(where: \.needsSecond) { second = ask(wording.roundSecond()) }
            }
            say(
                try round.weigh(
                    line, text, letter: letter, tokens: Set(asked.map(\.token)), reason: reason,
                    second: second?.isEmpty ?? true ? nil : second))
            return true
        case "u":
            say(try round.weigh(line, text, letter: letter, isUnconfirmed: true))
            return true
        default: return false
        }
    }

    private func say(_ lines: [String]) { for line in lines { Door.printSaved(line) } }

    private func omit(_ line: RoundSheet.Line) throws -> Bool {
        if let entry = round.done[line.code] {
            Door.print(wording.roundHas(entry))
            return false
        }
        let keys = Wording.omissionKeys
        guard let pressed = key(wording.roundWhy(), keys.map(\.key)),
            let why = keys.first(where: { $0.key == pressed })?.why
        else { return false }
        Door.printSaved(try round.omit(line, why))
        return true
    }

    /// Closes the round where the clinician says so; false where the last entry was taken back and the round goes on.
    private func end() throws -> Bool {
        let doubts = try round.doubts()
        for text in doubts { Door.print(text) }
        switch key(doubts.isEmpty ? wording.roundClose() : wording.roundCloseAnyway(), ["y", "n", "<"]) {
        case "y": try round.close(anyway: true)
        case "<":
            Door.print(try round.takeBackLast() ?? wording.roundAtStart())
            return false
        default: Door.print(wording.roundOpen())
        }
        return true
    }

    // MARK: The terminal

    private func ask(_ prompt: String) -> String? {
        Door.remark(prompt, end: "")
        return readLine().map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// One key without Enter, or a line whose first letter it is; nil at the end of the input.
    private func key(_ prompt: String, _ keys: [Character]) -> Character? {
        while true {
            // What was typed or scanned before the question was seen does not answer it.
            Keyboard.discard()
            Door.remark(prompt, end: "")
            guard let typed = isPlain ? readLine() : Keyboard.keys() else { return nil }
            if !isPlain { Door.remark(typed.count == 1 ? typed : "") }
            let lower = typed.trimmingCharacters(in: .whitespaces).lowercased()
            if lower.count == 1, let key = lower.first, keys.contains(key) { return key }
            Door.remark(wording.roundOneKey())
        }
    }
}

/// Single keys of a terminal.
private enum Keyboard {
    /// Milliseconds within which keys come from a scanner or a paste and not from a finger.
    private static let burst: Int32 = 40

    /// Throws away what was typed and not read.
    static func discard() { tcflush(STDIN_FILENO, TCIFLUSH) }

    /// The next key, with all that came in one burst with it; nil at the end of the input.
    ///
    /// The terminal is left as it was.
    static func keys() -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
        guard let first = next(), first != endOfInput else { return nil }
        var bytes = [first]
        var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while poll(&ready, 1, burst) > 0, let byte = next() { bytes.append(byte) }
        // Enter behind a key belongs to it.
        if bytes.count > 1, bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let endOfInput: UInt8 = 4

    private static func next() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            return count == 1 ? byte : nil
        }
    }
}
