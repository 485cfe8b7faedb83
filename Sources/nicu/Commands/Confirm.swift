internal import ArgumentParser
internal import NICUCore
internal import NICUStore

struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Confirm as a physician that an entry was rightly changed\n医师确认更正或删划",
        discussion:
            "A change that turns a verdict towards met counts only once a physician confirms it.\n使判定转好的更正或删划，须经医师确认才算数。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "Number of the entry that was changed, or of its change\n记录编号")
    var seq: Int64
    @Option(help: "What was looked at\n依据")
    var reason: String
    @Option(help: "A key of your own that makes a retry harmless\n重试键")
    var key: String?

    func run() throws {
        let session = try record.open()
        session.report(
            try session.store.confirm(
                seq, reason: reason, author: session.author, key: key ?? EntryOptions.freshKey()))
    }
}
