internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Record length, head, temperature, heart rate, breathing rate or saturation\n记录身长、头围、体温等",
        discussion: "Pairs of quantity and value: `nicu measure an-an length 38.5cm head 27.2cm`.\n量与值成对写出。")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Pairs of quantity and value\n量 值")
    var pairs: [String]
    @Option(help: "Where it was taken, such as axillary\n部位")
    var site: String?
    @Option(help: "Bed type, such as open-crib\n床型")
    var bed: String?
    @Option(help: "How it was taken, such as board or tape\n方法")
    var method: String?
    @Option(help: "measured, birth, estimated, reported or unconfirmed\n性质")
    var role = "measured"

    func run() throws {
        let session = try record.open()
        guard pairs.count % 2 == 0, !pairs.isEmpty else { throw Failure.unreadable(session.wording.noPairs()) }
        let at = try session.moment(entry.at)
        var drafts: [Draft] = []
        for index in stride(from: 0, to: pairs.count, by: 2) {
            let quantity: Quantity = try session.token(pairs[index], session.wording.pick("量", "quantity"))
            let value = try session.quantity([pairs[index + 1]], as: quantity)
            let isTemperature = quantity == .temperature
            let body = Measurement(
                quantity: quantity, value: value.stored, role: try session.token(role, "--role"),
                asWritten: value.asWritten, site: isTemperature ? site.map(ShortNames.token) : nil,
                bed: isTemperature ? bed.map(ShortNames.token) : nil,
                method: isTemperature ? nil : method.map(ShortNames.token))
            drafts.append(Draft(try session.checked(body), at: at))
        }
        session.report(try session.store.record(drafts, of: code, author: session.author, key: entry.retryKey))
    }
}
