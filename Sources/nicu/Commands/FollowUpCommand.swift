internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct FollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "Record a figure or a visit from after the stay\n出院后随访",
        discussion:
            "`nicu follow-up an-an weight 3100g --place clinic --source mother`; it stands apart from the stay and enters none of its figures.\n与住院数据分开，不计入住院指标。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "weight, length or head, with its value; nothing for a visit alone\n量 值")
    var pair: [String] = []
    @Option(help: "Where it was taken\n地点")
    var place: String
    @OptionGroup var answers: ConfirmOptions
    @Option(help: "Why an odd value is right all the same\n原因")
    var reason: String?
    @Option(help: "Who told it: clinic, mother, father, phone …\n来源")
    var source: String

    func run() throws {
        let session = try record.open()
        var body = FollowUp(place: place, source: source)
        if let name = pair.first {
            let quantity: Quantity = try session.token(name, session.wording.pick("量", "quantity"))
            let value = try session.quantity(Array(pair.dropFirst()), as: quantity)
            body.quantity = quantity
            body.value = FixedDecimal(significand: Int64(value.stored), decimals: quantity.decimals)
            body.unit = quantity.unit
        }
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at), reason: reason)
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey,
                answer: answers.answer(entry.identity.identified)))
    }
}
