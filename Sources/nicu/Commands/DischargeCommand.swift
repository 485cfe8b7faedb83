internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct DischargeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discharge", abstract: "End a stay; never blocked by a verdict, which is kept beside it\n出院")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "home, transfer, community, against-advice, withdrawal, death or other\n去向")
    var to: String
    @Option(name: .customLong("code"), help: "离院方式 code\n离院方式代码")
    var statutory: String?
    @Flag(inversion: .prefixedNo, help: "The form is signed\n已签字")
    var formSigned: Bool?
    @Option(help: "Who was told: mother, father, parents, guardian or nobody\n告知何人")
    var told: String?
    @Option(help: "Why\n原因")
    var reason: String?

    private static let listeners = ["mother", "father", "parents", "guardian", "nobody"]

    /// What the paper of a discharge asks for and was not given; it is said, and blocks nothing.
    private func missing(_ wording: Wording) -> [String] {
        let fields = [
            (statutory == nil, "--code"), (told == nil, "--told"), (formSigned == nil, "--form-signed"),
            (reason == nil && (to == "against-advice" || to == "withdrawal"), "--reason"),
        ]
        let names = fields.filter(\.0).map(\.1)
        return names.isEmpty ? [] : [wording.dischargeLacks(names)]
    }

    func run() throws {
        let session = try record.open()
        if let told, !DischargeCommand.listeners.contains(told) {
            throw Failure.unreadable(session.wording.notOneOf("--told", told, DischargeCommand.listeners))
        }
        let at = try session.moment(entry.at)
        let rules = try session.rules(nil, knownAt: .now(session.now))
        let infant = try session.store.infant(code)
        let course = try session.store.course(
            of: infant, asOf: at, knownAt: .now(session.now), now: session.now, need: .readiness([rules]))
        let answer = evaluate(rules, course)
        let body = Discharge(
            to: try session.token(to, "--to"), code: statutory, told: told.map { SealedText($0) },
            formSigned: formSigned,
            readiness: "\(rules.id) \(rules.version) \(answer.overall.rawValue)")
        let draft = Draft(try session.checked(body), at: at, reason: reason)
        let written = try session.store.record(
            [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer)
        session.report(written, remarks: session.wording.summary(of: answer, rules) + missing(session.wording))
    }
}
