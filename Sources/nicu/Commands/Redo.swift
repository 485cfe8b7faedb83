internal import ArgumentParser
internal import NICUExport
internal import NICUStore

struct Redo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Do again what your last undo reversed\n重做上次撤销的操作")

    @OptionGroup var record: RecordOptions
    @Option(help: "Why\n原因")
    var reason = "redo"

    func run() throws {
        let session = try record.open()
        let done = try session.store.redo(author: session.author, reason: reason)
        session.report(done.written, remarks: done.reversed.map { session.wording.reversed($0) })
    }
}
