internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Task: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: "Record a screen, examination, plan or paper and its result\n记录筛查、检查结果，登记病历文书",
        discussion:
            "`nicu task an-an hearing pass --method aabr`; a result that needs follow-up counts only with --follow-up and --place. A clinical paper that was written: `nicu task an-an stage-summary complete`.\n需随访的结果必须有预约时间和地点。病历文书写好后登记为 complete。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Task, such as hearing, blood-spot, rop, hepatitis-b, stage-summary\n项目")
    var task: String
    @Argument(help: "Result, such as pass, refer, normal, immature, given, complete, not-done\n结果")
    var result: String
    @Option(help: "How it was done, such as aabr\n方法")
    var method: String?
    @Option(help: "left, right or both\n耳别")
    var ear: String?
    @Option(help: "Appointment that follows\n预约时间")
    var followUp: String?
    @Option(help: "Where the appointment is\n预约地点")
    var place: String?

    func run() throws {
        let session = try record.open()
        let body = Check(
            task: try session.known(task, .task),
            result: try session.token(result, session.wording.pick("结果", "result")),
            method: method.map(ShortNames.token), ear: ear.map(ShortNames.token),
            followUp: try followUp.map { WrittenTime(try session.moment($0)) }, place: place)
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
