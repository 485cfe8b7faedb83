internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct LabCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lab", abstract: "Record a laboratory value with its unit\n记录化验结果",
        discussion: "`nicu lab an-an haemoglobin 98 g/L --flag low`.\n数值必须带单位。")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "What was measured, such as haemoglobin or tsh\n项目")
    var test: String
    @Argument(help: "Value\n数值")
    var value: String
    @Argument(help: "Unit\n单位")
    var unit: String
    @Option(help: "low, high, critical or normal\n标记")
    var flag: String?

    func run() throws {
        let session = try record.open()
        guard let number = FixedDecimal(value) else {
            throw Failure.unreadable(session.wording.notADecimal(value))
        }
        let body = Lab(
            code: ShortNames.plain(test), value: number, unit: unit, flag: flag.map(ShortNames.token))
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
