internal import ArgumentParser
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct WeighRound: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weigh-round", abstract: "Weigh the ward, infant by infant (alias: round)\n晨间称重",
        discussion: """
            At a terminal each infant is shown with its last weight and what is expected; every weight is saved when it is
            entered, all of them as one operation. From a file or a scale: one `CODE LETTER VALUE UNIT` a line; `CODE LETTER -
            REASON` where an infant was not weighed; a line `VALUE UNIT` alone waits as received (nicu accept). A value that
            is asked about takes its token as a fifth word, and a reason after it.
            终端逐个录入，每个体重立即保存；文件或秤：每行 代号 校验字母 数值 单位。
            """, aliases: ["round", "晨间称重"])

    @OptionGroup var record: RecordOptions
    @Option(help: "bed, scan or paper\n顺序")
    var order = "bed"
    @Option(
        help: ArgumentHelp("Lines from a file, or - for standard input\n从文件读取", valueName: "file"))
    var from: String?
    @Option(help: "When the weights were taken (default: now)\n称重时间")
    var at: String?
    @Flag(help: "Print the paper sheet and record nothing\n打印纸表")
    var print = false
    @Flag(help: "One line after another without single keys, for a screen reader\n读屏友好")
    var plain = false
    @Flag(help: "Close an open round although something is left or looks shifted\n直接结束未完成的称重")
    var close = false

    func run() throws {
        let session = try record.open()
        try session.store.checkClinician(session.login)
        let order: Round.Order = try session.token(order, "--order")
        let moment = try at.map { try session.pastMoment($0) }
        let open = try session.store.openRound(of: session.login, now: session.now)
        let sheet = try RoundSheet(
            session, at: moment ?? session.zone.moment(at: session.now), open: open?.operation)
        session.noteAccess("round")
        if print {
            let lines = sheet.lines.enumerated().map { $1.shown($0 + 1, of: sheet.lines.count) }
            Door.print(RoundLine.sheet(lines, at: moment ?? session.zone.moment(at: session.now), session.wording))
            return
        }
        guard !sheet.lines.isEmpty else { throw Failure.refused(session.wording.noInfants()) }
        let round = RoundState(session, sheet, open: open, order: order, at: moment)
        if close, from == nil {
            guard round.isResumed else { throw Failure.refused(session.wording.noOpenRound()) }
            try round.close(anyway: true)
            round.answer()
            return
        }
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
        guard from == nil, isTerminal else {
            try RoundFile(round).run(from.flatMap { $0 == "-" ? nil : $0 }, closes: close)
            return
        }
        if session.json { throw Failure.unreadable(session.wording.roundNoJSON()) }
        try RoundTalk(round, isPlain: plain).run()
    }
}
