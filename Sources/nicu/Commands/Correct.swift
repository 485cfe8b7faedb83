internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Correct: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Correct an entry by a new one; the old one stays readable\n更正一条记录",
        discussion: """
            A measurement takes its new value: `nicu correct 1234 1490g --reason …`. Any entry takes --at, and --set with
            members of its body: `nicu correct 1234 --set '{"value":"oral"}' --reason …`.
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @OptionGroup var answers: AnswerOptions
    @Argument(help: "Number of the entry\n记录编号")
    var seq: Int64
    @Argument(help: "New value with its unit, for a measurement\n新值")
    var value: [String] = []
    @Option(help: "Members of the body to replace, as a JSON object\n要替换的成员")
    var set: String?
    @Option(help: "Why\n原因")
    var reason: String

    func run() throws {
        let session = try record.open()
        let changes: JSON?
        do { changes = try set.map { try JSON(text: $0) } } catch let problem as JSON.Problem {
            throw Failure.unreadable(session.wording.json(problem))
        }
        if let changes {
            guard case .object(let members) = changes, !members.isEmpty else {
                throw Failure.unreadable(session.wording.nothingGiven())
            }
        }
        guard !value.isEmpty || changes != nil || entry.at != nil else {
            throw Failure.unreadable(session.wording.nothingGiven())
        }
        let at = try entry.at.map { try session.moment($0) }
        let written = try session.store.correct(
            seq, at: at, reason: reason, author: session.author, key: entry.retryKey,
            answer: answers.answer(entry.identity.check.map { .byLetter($0) } ?? .byRecord)
        ) { old in
            var members = old.body.json.members
            if !value.isEmpty {
                guard let measurement = old.body as? Measurement else {
                    throw RecordProblem.cannotCorrect(seq: seq, kind: old.kind.name)
                }
                let text = try session.quantity(value, as: measurement.quantity)
                var corrected = measurement
                corrected.value = text.stored
                corrected.asWritten = text.asWritten
                if corrected.role == .unconfirmed { corrected.role = .measured }
                members = corrected.json.members
            }
            for change in changes?.members ?? [] {
                // What may have to be erased never stands in a command line.
                if old.body.json[change.name]?["digest"] != nil || old.kind == .identity {
                    throw Failure.unreadable(session.wording.sealedNotTyped(change.name))
                }
                members.removeAll { $0.name == change.name }
                members.append(change)
            }
            return try old.kind.body(from: .object(members))
        }
        session.report(written)
    }
}
