internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Readmit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readmit", abstract: "Begin another stay of the same infant\n再入院",
        discussion:
            "The code and the whole course stay; states and attestations of the stay before hold no longer. Its 住院号 is new: nicu identity CODE.\n代号和病程不变；上次住院的状态和确认不再有效；住院号另行录入。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "home, transfer or other\n来源")
    var from = "home"
    @Option(help: "Hospital it comes from\n来源医院")
    var hospital: String?
    @Option(help: "Bed\n床位")
    var bed: String?
    @Option(help: "Why\n原因")
    var reason: String?

    func run() throws {
        let session = try record.open()
        let at = try session.moment(entry.at)
        let body = Admission(from: try session.token(from, "--from"), hospital: hospital, bed: bed)
        let draft = Draft(try session.checked(body), at: at, reason: reason)
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer)
        session.report(written, remarks: [session.wording.newHospitalNumber(code)] + session.sharedBed(bed, with: code))
    }
}
