internal import ArgumentParser
internal import NICUCore
internal import NICUStore

struct BedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bed", abstract: "Move an infant to a bed\n换床")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Bed\n床位")
    var bed: String

    func run() throws {
        let session = try record.open()
        let draft = Draft(try session.checked(Bed(bed: bed)), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
