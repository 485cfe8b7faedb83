internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Admit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admit", abstract: "Admit an infant: birth, dating, birth weight and admission\n收治婴儿",
        discussion: "Names and hospital numbers are given with `nicu identity`, never here.\n姓名和住院号用 nicu identity 录入。")

    @OptionGroup var record: RecordOptions
    @Argument(help: "Code of the infant, never reused\n代号")
    var code: String
    @Option(help: "female, male, indeterminate or unknown\n性别")
    var sex: String
    @Option(help: "Instant of birth\n出生时间")
    var born: String
    @Option(help: "Gestational age, 27+0, or unknown\n胎龄")
    var ga: String
    @Option(help: "ivf, early-ultrasound, lmp, clinical or unknown\n推算方法")
    var dating = "unknown"
    @Option(help: "Half width of the dating in days\n推算误差（天）")
    var plusMinus: Int?
    @Option(help: "Birth weight with its unit\n出生体重")
    var weight: String?
    @Option(help: "Place in the birth order, 1/2\n胎次")
    var order: String?
    @Option(help: "Code of a sibling of this birth (can be repeated)\n同胞代号")
    var sibling: [String] = []
    @Option(help: "birth, transfer, home or other\n来源")
    var from = "birth"
    @Option(help: "Admitted at (default: the instant of birth)\n入院时间")
    var at: String?
    @Option(help: "Bed\n床位")
    var bed: String?
    @Option(help: "A key of your own that makes a retry harmless\n重试键")
    var key: String?
    @Option(help: "Why an odd birth weight is right all the same\n原因")
    var reason: String?
    @OptionGroup var answers: AnswerOptions

    func run() throws {
        let session = try record.open()
        let code = try session.code(code)
        let birth = try session.moment(born)
        var place = (order: 1, of: 1)
        if let order {
            let parts = order.split(separator: "/").compactMap { Int($0) }
            guard parts.count == 2, parts[0] >= 1, parts[0] <= parts[1], parts[1] <= 9 else {
                throw Failure.unreadable(session.wording.notOneOf("--order", order, ["1/2", "2/2", "1/3"]))
            }
            place = (parts[0], parts[1])
        }
        let birthBody = Birth(
            code: code.text, sex: try session.token(sex, "--sex"), order: place.order, of: place.of, siblings: sibling)
        let datingBody = Dating(
            gestationalAge: try session.gestationalAge(ga), method: try session.token(dating, "--dating"),
            plusMinusDays: plusMinus)
        if plusMinus != nil, datingBody.gestationalAge == nil {
            throw Failure.unreadable(session.wording.plusMinusAlone())
        }
        let admitted = try at.map { try session.moment($0) } ?? birth
        var drafts = [
            Draft(try session.checked(birthBody), at: birth), Draft(try session.checked(datingBody), at: birth),
        ]
        if let weight {
            let value = try session.quantity([weight], as: .weight)
            let body = Measurement(
                quantity: .weight, value: value.stored, role: answers.role(.birth), asWritten: value.asWritten)
            drafts.append(Draft(body, at: birth, reason: reason))
        }
        drafts.append(Draft(Admission(from: try session.token(from, "--from"), bed: bed), at: admitted))
        let written = try session.store.admit(
            code, drafts, siblings: sibling, author: session.author,
            key: key ?? EntryOptions.freshKey(), answer: answers.answer())
        session.report(written, remarks: session.bandLines(code) + session.sharedBed(bed, with: code.text))
    }
}
