internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct ProblemCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problem", abstract: "Record a diagnosis with its grade, onset and end\n记录诊断",
        discussion:
            "`nicu problem an-an bpd --grade 1 --onset 2024-10-21`. A finding of the eyes has four parts: rop (stage), rop-zone, rop-plus, rop-aggressive.\n诊断、分级、起止日期；ROP 的分期、分区、附加病变、侵袭性分别记录。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Argument(help: "Diagnosis, such as bpd, ivh, nec, rop, sepsis\n诊断")
    var problem: String
    @Option(help: "Grade or stage\n分级")
    var grade: String?
    @Option(help: "Day it began\n起始日")
    var onset: String?
    @Option(help: "Day it ended\n结束日")
    var resolved: String?

    func run() throws {
        let session = try record.open()
        let known = try ClassificationFile.embedded().grades(ofProblem: ShortNames.plain(problem))
        if let grade, !known.isEmpty, !known.contains(where: { $0.lowercased() == grade.lowercased() }) {
            throw Failure.unreadable(session.wording.notAGrade(ShortNames.plain(problem), grade, known))
        }
        let body = Problem(
            code: ShortNames.plain(problem), grade: grade, onset: try onset.map { try session.day($0) },
            resolved: try resolved.map { try session.day($0) })
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
