internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct MedicationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "medication", abstract: "Record a medicine given, or why it was not\n记录用药",
        discussion:
            "`nicu medication an-an \"caffeine citrate\" 12.5 mg --route oral`. A course of treatment is a state: nicu state CODE methylxanthine on.\n剂量必须带单位；疗程用 nicu state 记录。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Product\n药品")
    var product: String
    @Argument(help: "Dose with its unit\n剂量")
    var dose: [String] = []
    @Option(help: "oral, tube, iv, im, sc, inhaled, nebulised, intratracheal, rectal, topical or eye\n途径")
    var route: String?
    @Option(help: "Lot\n批号")
    var lot: String?
    @Option(help: "Where it was given\n部位")
    var site: String?
    @Option(help: "Why it was not given\n未给原因")
    var notGiven: String?

    func run() throws {
        let session = try record.open()
        var body = Medication(
            given: Product(product: product, lot: lot, site: site.map(ShortNames.token), notGivenReason: notGiven),
            route: try route.map { try session.word($0, of: Medication.routes, "--route") })
        if !dose.isEmpty {
            let text = dose.joined(separator: " ")
            guard let amount = AmountText(text), !amount.unit.isEmpty else {
                throw Failure.unreadable(session.wording.notADose(text))
            }
            (body.dose, body.unit) = (amount.value, amount.unit)
        }
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
