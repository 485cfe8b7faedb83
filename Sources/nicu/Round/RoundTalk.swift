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
    /// What a way through the beds ended with: left, told to end, all beds passed.
    private enum Way { case stopped, ended, through }

    init(_ round: RoundState, isPlain: Bool) {
        self.round = round
        self.isPlain = isPlain
    }

    private var wording: Wording { round.wording }
    private var lines: [RoundSheet.Line] { round.sheet.lines }

    func run() throws {
        let due = lines.count(where: \.isMissing)
        guard due > 0 || round.isResumed || round.order != .bed else {
            Door.print(wording.roundNobodyDue(lines.count))
            return
        }
        Door.print(
            round.isResumed
                ? wording.roundResumed(begun: round.begun, done: round.done.count, left: round.left.count)
                : wording.roundBegins(lines.count, due: due))
        if round.order == .bed {
            try bedByBed()
        } else {
            repeat { guard try scan() else { return } } while try end() != nil
        }
    }

    // MARK: From bed to bed

    /// Goes through the beds, once more to those who were left for the end, and ends the round or leaves it open.
    private func bedByBed() throws {
        var trail: [Int] = []
        var way = try walk(&trail)
        if case .through = way {
            let left = try round.placesLeft()
            if !left.isEmpty {
                Door.print("")
                tell(wording.roundAgain(left.map { lines[$0].code }))
                way = try walk(&trail, only: Set(left))
            }
        }
        while true {
            if case .stopped = way { return }
            guard let next = try end() else { return }
            way = try walk(&trail, only: next)
        }
    }

    /// Goes from infant to infant, all of them or some; `trail` holds the places of those who were asked for.
    ///
    /// Everybody is shown whom this round does not have; asked for is who is missing or was gone to on purpose.
    private func walk(_ trail: inout [Int], only wanted: Set<Int>? = nil) throws -> Way {
        var place = 0
        var isChosen = false
        while place < lines.count {
            let onPurpose = isChosen
            isChosen = false
            if round.done[lines[place].code] != nil || !onPurpose && !(wanted?.contains(place) ?? true) {
                place += 1
                continue
            }
            let line = try round.renewed(place)
            guard line.course.stayEnd == nil, onPurpose || line.isMissing else {
                Door.print(line.shown(place + 1, of: lines.count).passed(wording))
                place += 1
                continue
            }
            Door.print("")
            for text in line.shown(place + 1, of: lines.count).head(wording) { Door.print(text) }
            switch try step(line, place) {
            case .next:
                trail.append(place)
                place += 1
            case .back:
                // A round that goes on goes back to what it had before.
                guard let before = trail.popLast() ?? (wanted == nil && place > 0 ? place - 1 : nil) else {
                    tell(wording.roundAtStart())
                    isChosen = onPurpose
                    continue
                }
                place = before
                isChosen = true
                if let text = try round.takeBack(lines[place]) { Door.print(text) }
            case .go(let other):
                if let entry = round.done[lines[other].code] {
                    tell(wording.roundHas(entry))
                    isChosen = onPurpose
                    continue
                }
                trail.append(place)
                place = other
                isChosen = true
            case .stay: isChosen = onPurpose
            case .stop:
                tell(wording.roundOpen())
                return .stopped
            case .end: return .ended
            }
        }
        return .through
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
        default: break
        }
        let words = typed.split(separator: " ").map(String.init)
        if words[0] == "-" { return try omit(line, words.dropFirst()) ? .next : .stay }
        if let other = round.sheet.place(of: words[0].lowercased()) {
            guard words.count > 2 else { return .go(other) }
            guard try take(lines[other], letter: words[1], words.dropFirst(2)) else { return .stay }
            return other == place ? .next : .stay
        }
        guard words.count > 1, words[0].count == 1 else {
            tell(wording.roundFormat())
            return .stay
        }
        return try take(line, letter: words[0], words.dropFirst()) ? .next : .stay
    }

    // MARK: By the band

    /// An infant whose band was read and whose weight is still to come.
    private struct Scanned {
        let place: Int
        let letter: String
    }

    /// Takes infants as their bands are scanned; false where the round was left.
    private func scan() throws -> Bool {
        var wasTold = false
        var scanned: Scanned?
        while true {
            if round.left.isEmpty, !wasTold {
                tell(wording.roundAllDue())
                wasTold = true
            }
            let prompt = scanned.map { wording.roundWeightPrompt(lines[$0.place].code) } ?? wording.roundScanPrompt()
            guard let typed = ask(prompt), typed != "q" else {
                tell(wording.roundOpen())
                return false
            }
            switch typed {
            case ".": return true
            case "?":
                for text in scanned == nil ? wording.roundScanHelp() : wording.roundWeightHelp() { Door.print(text) }
            case "", "<":
                if let last = scanned {
                    tell(wording.roundNotWeighedYet(lines[last.place].code))
                    scanned = nil
                } else if typed == "<" {
                    tell(try round.takeBackLast()?.text ?? wording.roundNothingBack())
                }
            default: scanned = try read(typed.split(separator: " ").map(String.init), scanned)
            }
        }
    }

    /// Reads a band, a weight or both, and says why where it cannot; whoever's weight is still to come.
    ///
    /// What may be another infant's band ends the wait for a weight, so that no weight goes to the one before.
    private func read(_ words: [String], _ scanned: Scanned?) throws -> Scanned? {
        if let place = round.sheet.place(of: words[0].lowercased()) { return try readBand(place, words) }
        if InfantCode(words[0].lowercased()) != nil {
            tell(wording.roundUnknown(words[0]))
            return nil
        }
        guard let scanned else {
            let isWeight = words[0].first?.isNumber ?? false
            Door.print(isWeight || words[0].count == 1 ? wording.roundWhose() : wording.roundScanFormat())
            return nil
        }
        let line = lines[scanned.place]
        var value = words[...]
        if words.count > 1, words[0].count == 1, words[0].first?.isLetter ?? false {
            guard CheckLetter.fits(words[0], line.code) else {
                tell(wording.problem(RecordProblem.checkLetterWrong(code: line.code.text, given: words[0])))
                return nil
            }
            value = words.dropFirst()
        }
        return try take(line, letter: scanned.letter, value) ? nil : scanned
    }

    private func readBand(_ place: Int, _ words: [String]) throws -> Scanned? {
        let code = lines[place].code
        guard words.count > 1 else {
            tell(wording.roundNoLetter(code))
            return nil
        }
        guard CheckLetter.fits(words[1], code) else {
            tell(wording.problem(RecordProblem.checkLetterWrong(code: code.text, given: words[1])))
            return nil
        }
        if let entry = round.done[code] {
            tell(wording.roundHas(entry))
            return nil
        }
        let line = try round.renewed(place)
        let shown = line.shown(place + 1, of: lines.count)
        guard line.course.stayEnd == nil else {
            Door.print(shown.passed(wording))
            return nil
        }
        for text in shown.head(wording) { Door.print(text) }
        if words.count > 2, try take(line, letter: words[1], words.dropFirst(2)) { return nil }
        return Scanned(place: place, letter: words[1])
    }

    // MARK: One weight

    /// Takes what stands behind band and letter: a weight, or a dash and the reason why there is none.
    private func take(_ line: RoundSheet.Line, letter: String, _ words: ArraySlice<String>) throws -> Bool {
        guard words.first == "-" else {
            return try enter(line, letter: letter, words.joined(separator: " "))
        }
        guard CheckLetter.fits(letter, line.code) else {
            tell(wording.problem(RecordProblem.checkLetterWrong(code: line.code.text, given: letter)))
            return false
        }
        return try omit(line, words.dropFirst())
    }

    /// Records a weight and settles what is asked about it; false where nothing was saved.
    private func enter(_ line: RoundSheet.Line, letter: String, _ typed: String) throws -> Bool {
        if let entry = round.done[line.code] {
            tell(wording.roundHas(entry))
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
            tell(sentence)
        } catch let problem as RecordProblem {
            if case .notKnownSaved = problem { throw problem }
            tell(wording.problem(problem))
        }
        return false
    }

    private func settle(
        _ line: RoundSheet.Line, _ text: QuantityText, letter: String, _ asked: [AskedQuestions]
    ) throws -> Bool {
        for sentence in asked.flatMap({ wording.sentences($0.questions) }) {
            for text in Table.wrapped(sentence, columns: Door.columns) { Door.print(text) }
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

    /// A sentence, in lines of the terminal.
    private func tell(_ text: String) { Door.print(Table.wrapped(text, columns: Door.columns).joined(separator: "\n")) }

    private func say(_ lines: [String]) { for line in lines { Door.printSaved(line) } }

    private func omit(_ line: RoundSheet.Line, _ words: ArraySlice<String>) throws -> Bool {
        if let entry = round.done[line.code] {
            tell(wording.roundHas(entry))
            return false
        }
        var why = Wording.omission(words)
        if why == nil, !words.isEmpty { tell(wording.roundNoReason(words.joined(separator: " "))) }
        if why == nil, let pressed = key(wording.roundWhy(), Wording.omissionKeys.map(\.key)) {
            why = Wording.omissionKeys.first { $0.key == pressed }?.why
        }
        guard let why else { return false }
        Door.printSaved(try round.omit(line, why))
        return true
    }

    /// Closes the round or leaves it open, as the clinician says; the places to go to where it goes on.
    private func end() throws -> Set<Int>? {
        let left = try round.placesLeft()
        Door.print("")
        for text in round.doubts(left) { tell(text) }
        let keys: [Character] = left.isEmpty ? ["y", "<", "n"] : ["y", "b", "<", "n"]
        switch key(wording.roundClose(hasLeft: !left.isEmpty), keys) {
        case "y":
            try round.close(anyway: true)
            return nil
        case "b": return Set(left)
        case "<":
            let back = try round.takeBackLast()
            tell(back?.text ?? wording.roundNothingBack())
            return Set(left + (back.map { [$0.place] } ?? []))
        default:
            tell(wording.roundOpen())
            return nil
        }
    }

    // MARK: The terminal

    private func ask(_ prompt: String) -> String? {
        Door.remark(prompt, end: "")
        guard let typed = readLine()?.trimmingCharacters(in: .whitespaces) else { return nil }
        // A Chinese keyboard writes the signs at the beginning full-width.
        guard let first = typed.first, let plain = RoundTalk.signs[first] else { return typed }
        return String(plain) + typed.dropFirst()
    }

    private static let signs: [Character: Character] = ["？": "?", "。": ".", "．": ".", "＜": "<", "《": "<", "－": "-"]

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
