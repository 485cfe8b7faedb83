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
        Door.print(
            round.isResumed
                ? wording.roundResumed(begun: round.begun, done: round.done.count, left: round.left.count)
                : wording.roundBegins(lines.count, due: due))
        if round.order == .bed { guard try walk() else { return } } else { guard try scan() else { return } }
        try end()
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
                let before = lines[..<place].lastIndex { round.done[$0.code] != nil }
                guard let before else {
                    Door.print(wording.roundAtStart())
                    continue
                }
                if let text = try round.takeBack(lines[before]) { Door.print(text) }
                place = before
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
        var last: RoundSheet.Line?
        while !round.left.isEmpty {
            guard let typed = ask(wording.roundScanPrompt()), typed != "q" else {
                Door.print(wording.roundOpen())
                return false
            }
            if typed == "." { return true }
            if typed == "?" { for text in wording.roundHelp() { Door.print(text) } }
            if typed == "<" {
                let text = try last.flatMap { try round.takeBack($0) }
                Door.print(text ?? wording.roundAtStart())
            }
            let words = typed.split(separator: " ").map(String.init)
            guard words.count > 1 else { continue }
            guard let place = round.sheet.place(of: words[0].lowercased()) else {
                Door.print(wording.roundUnknown(words[0]))
                continue
            }
            let line = lines[place]
            for text in line.shown(place + 1, of: lines.count).head(wording) { Door.print(text) }
            if words.count > 2 {
                if words[2] == "-" {
                    _ = try omit(line)
                } else if try enter(
                    line, letter: words[1], words[2...].joined(separator: " "))
                {
                    last = line
                }
                continue
            }
            guard let value = ask(wording.roundWeightPrompt(line.code)), !value.isEmpty else { continue }
            if value == "-" { _ = try omit(line) } else if try enter(line, letter: words[1], value) { last = line }
        }
        return true
    }

    // MARK: One weight

    /// Records a weight and settles what is asked about it; false where nothing was saved.
    private func enter(_ line: RoundSheet.Line, letter: String, _ typed: String) throws -> Bool {
        if let entry = round.done[line.code], let body = entry.body as? NICUCore.Measurement {
            Door.print(wording.roundHas(line.code.text, body.value, seq: entry.seq))
            return false
        }
        do {
            let text = try round.session.quantity([typed], as: .weight)
            do {
                Door.printSaved(try round.weigh(line, text, letter: letter))
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
        for question in asked.flatMap(\.questions) { Door.print(wording.question(question)) }
        switch key(wording.roundAnswer(), ["y", "n", "u"]) {
        case "y":
            var reason: String?
            var second: String?
            if asked.contains(where: \.questions.needReason) {
                reason = ask(wording.roundReason())
                if asked.contains(where: \.needsSecond) { second = ask(wording.roundSecond()) }
            }
            Door.printSaved(
                try round.weigh(
                    line, text, letter: letter, tokens: Set(asked.map(\.token)), reason: reason,
                    second: second?.isEmpty ?? true ? nil : second))
            return true
        case "u":
            Door.printSaved(try round.weigh(line, text, letter: letter, isUnconfirmed: true))
            return true
        default: return false
        }
    }

    private func omit(_ line: RoundSheet.Line) throws -> Bool {
        let keys = Wording.omissionKeys
        guard let pressed = key(wording.roundWhy(), keys.map(\.key)),
            let why = keys.first(where: { $0.key == pressed })?.why
        else { return false }
        Door.printSaved(try round.omit(line, why))
        return true
    }

    private func end() throws {
        let shift = round.shift
        let left = round.left
        if let shift { Door.print(wording.roundShift(shift)) }
        if !left.isEmpty { Door.print(wording.roundLeft(left.map(\.code))) }
        if shift != nil || !left.isEmpty, key(wording.roundCloseAnyway(), ["y", "n"]) != "y" {
            Door.print(wording.roundOpen())
            return
        }
        try round.close(anyway: true)
    }

    // MARK: The terminal

    private func ask(_ prompt: String) -> String? {
        Door.remark(prompt, end: "")
        return readLine().map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// One key without Enter, or a line whose first letter it is; nil at the end of the input.
    private func key(_ prompt: String, _ keys: [Character]) -> Character? {
        while true {
            Door.remark(prompt, end: "")
            guard let typed = isPlain ? readLine()?.first : Keyboard.key() else { return nil }
            if !isPlain { Door.remark(String(typed)) }
            let lower = Character(typed.lowercased())
            if keys.contains(lower) { return lower }
        }
    }
}

/// Single keys of a terminal.
private enum Keyboard {
    /// The next key, or nil at the end of the input; the terminal is left as it was.
    static func key() -> Character? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine()?.first }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &raw)
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            return count == 1 ? Character(UnicodeScalar(byte)) : nil
        }
    }
}
