internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accept a value that a scale sent, for an infant; without a number, list them\n接收设备数值",
        discussion: "`nicu accept 1234 --for an-an --check T`. Until then the value is in no course.\n接收前不计入任何病程。")

    @OptionGroup var record: RecordOptions
    @OptionGroup var answers: AnswerOptions
    @OptionGroup var identity: CheckOptions
    @Argument(help: "Number of the received entry\n记录编号")
    var seq: Int64?
    @Option(name: .customLong("for"), help: "Code of the infant\n代号")
    var code: String?
    @Option(help: "Why the value is right all the same\n原因")
    var reason: String?
    @Option(help: "A key of your own that makes a retry harmless\n重试键")
    var key: String?

    func run() throws {
        let session = try record.open()
        guard let seq else {
            try list(session)
            return
        }
        guard let code else { throw Failure.unreadable(session.wording.acceptFor()) }
        let written = try session.store.accept(
            seq, for: code, isUnconfirmed: answers.unconfirmed, author: session.author,
            key: key ?? EntryOptions.freshKey(), reason: reason, answer: answers.answer(identity.identified))
        guard let entry = written.entries.last else { return }
        session.report(written, asOf: entry.at, need: .weightEcho) { try session.echo(entry, in: $0) }
    }

    private func list(_ session: Session) throws {
        try session.store.checkClinician(session.login)
        let waiting = try session.store.received()
        session.noteAccess("accept")
        if session.json {
            Door.print(
                JSON.array(
                    waiting.map { entry in
                        ["seq": .integer(entry.seq), "at": .string(entry.at.text), "body": entry.body.json]
                    }
                ).text)
            return
        }
        Door.print(
            waiting.isEmpty
                ? session.wording.nothingReceived()
                : waiting.map { session.wording.received($0) }.joined(separator: "\n"))
    }
}
