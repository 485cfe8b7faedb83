internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Reverse your last operation by compensating entries\n撤销自己的上一次操作")

    @OptionGroup var record: RecordOptions
    @Option(help: "Why (default: undo)\n原因")
    var reason = "undo"

    func run() throws {
        let session = try record.open()
        let undone = try session.store.undo(author: session.author, reason: reason)
        session.report(
            undone.written, remarks: [Table.visible(session.wording.undone(undone.reversed, kept: undone.kept))])
    }
}
