internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct StateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state", abstract: "Record a state that holds from now on\n记录状态",
        discussion: """
            feeding none|tube|oral-plus-tube|oral; respiratory room-air|low-flow-oxygen|high-flow|cpap|nippv|ventilator|hfov;
            thermal incubator|incubator-off|radiant-warmer|heated-mattress|open-crib|kangaroo;
            methylxanthine on|off|never (off: --at is the last dose given); monitoring, iv-access, parenteral-nutrition on|off.
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Aspect, such as feeding or respiratory\n方面")
    var aspect: String
    @Argument(help: "Value from now on\n取值")
    var value: String
    @Option(help: ArgumentHelp("Inspired oxygen, 25%\n吸入氧浓度", valueName: "25%"))
    var fio2: String?
    @Option(help: ArgumentHelp("Flow, 1.5L\n流量", valueName: "1.5L"))
    var flow: String?
    @Option(help: "Detail, such as the salt of a methylxanthine\n说明")
    var detail: String?

    func run() throws {
        let session = try record.open()
        let body = State(
            aspect: ShortNames.token(aspect), value: ShortNames.token(value),
            fio2Percent: try fio2.map { try session.number($0, unit: "%") },
            flowTenthsLitre: try flow.map { try session.number($0, unit: "L", decimals: 1) }, detail: detail)
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(try session.store.record([draft], of: code, author: session.author, key: entry.retryKey))
    }
}
