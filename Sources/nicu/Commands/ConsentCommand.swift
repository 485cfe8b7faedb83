internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct ConsentCommand: ParsableCommand {
    /// What happens to a consent.
    enum Answer: String, CaseIterable { case granted, withdrawn }

    static let configuration = CommandConfiguration(
        commandName: "consent", abstract: "Record a consent given or withdrawn\n记录知情同意或撤回",
        discussion:
            "`nicu consent an-an press granted --signed`. Press and family versions need one; withdrawn later, it no longer holds.\n媒体与家庭版须有知情同意，撤回后不再有效。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "press, family-page, research, photograph, procedure, transfusion or donor-milk\n事项")
    var item: String
    @Argument(help: "granted or withdrawn\n同意或撤回")
    var answer: String
    @Flag(inversion: .prefixedNo, help: "Whether the form is signed\n是否签字")
    var signed: Bool?

    func run() throws {
        let session = try record.open()
        let item = try session.word(item, of: Consent.items, session.wording.pick("事项", "item"))
        let answer: Answer = try session.token(answer, session.wording.pick("回答", "answer"))
        let body = Consent(item: item, granted: answer == .granted, formSigned: signed)
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
