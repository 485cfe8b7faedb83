internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Attest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attest", abstract: "Stand for a statement, such as caregiver-teaching\n确认一项声明")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "What is attested\n内容")
    var item: String
    @Flag(name: .customLong("not"), help: "State that it does not hold\n声明不成立")
    var isFalse = false
    @Option(help: "The caregiver taught, such as mother\n受教照护者")
    var caregiver: String?

    func run() throws {
        let session = try record.open()
        let body = Attestation(item: try session.known(item, .item), value: !isFalse, caregiver: caregiver)
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
