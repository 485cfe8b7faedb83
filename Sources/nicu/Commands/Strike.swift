internal import ArgumentParser
internal import NICUCore
internal import NICUStore

struct Strike: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strike", abstract: "Strike an entry out; it stays readable and counts no more\n删划一条记录",
        discussion:
            "A physician's own strike is confirmed by it; another's is confirmed by nicu confirm.\n医师本人的删划即为确认；他人的删划由医师用 nicu confirm 确认。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "Number of the entry\n记录编号")
    var seq: Int64
    @Option(help: "Why\n原因")
    var reason: String
    @Option(help: "A key of your own that makes a retry harmless\n重试键")
    var key: String?

    func run() throws {
        let session = try record.open()
        session.report(
            try session.store.strike(
                seq, reason: reason, author: session.author, key: key ?? EntryOptions.freshKey()))
    }
}
