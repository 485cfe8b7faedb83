internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct ProcedureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "procedure", abstract: "Record a procedure, such as surfactant or transfusion\n记录操作",
        discussion: "`nicu procedure an-an transfusion --detail \"red cells 15 mL/kg\"`.\n操作、分级、说明。")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "What was done\n操作")
    var what: String
    @Option(help: "Grade or stage found\n分级")
    var grade: String?
    @Option(help: "Anything else, without names\n说明（不写姓名）")
    var detail: String?

    func run() throws {
        let session = try record.open()
        let body = Procedure(what: ShortNames.plain(what), grade: grade, detail: detail)
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
