internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Immunise: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "immunise", abstract: "Record a vaccine or immunoglobulin given, or why it was not\n记录接种",
        discussion:
            "`nicu immunise an-an hepatitis-b --lot A123 --site left-thigh`. Readiness reads the task: nicu task CODE hepatitis-b given.\n是否满足出院标准看 nicu task。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Product\n制品")
    var product: String
    @Option(help: "Lot\n批号")
    var lot: String?
    @Option(help: "Where it was given\n部位")
    var site: String?
    @Option(help: "Why it was not given\n未接种原因")
    var notGiven: String?

    func run() throws {
        let session = try record.open()
        let body = Immunisation(
            given: Product(product: product, lot: lot, site: site.map(ShortNames.token), notGivenReason: notGiven))
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
