internal import ArgumentParser
internal import Glibc
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct BoardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Show the ward, what is missing first\n科室看板：缺项在前",
        discussion: """
            No weight today, a head older than 7 days, screens overdue or closing, times that run, what wants a look, and last papers
            that are overdue.
            "Today" is the care day; missing means missing against the infant's weigh plan.
            缺今日体重、头围超过 7 天、筛查将到期、观察计时、需查看者依次在前；逾期的病历文书列于最后。
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Flag(help: "Draw it again whenever something was recorded, and every minute; q and Enter end it\n持续刷新；q 加回车结束")
    var watch = false
    @Option(help: ArgumentHelp("Draw it so many times and end\n刷新次数", valueName: "n"))
    var times: Int?

    func run() throws {
        let session = try record.open()
        try session.store.checkClinician(session.login)
        guard watch else {
            if times != nil { throw Failure.unreadable(session.wording.onlyTogether("--times", "--watch")) }
            Door.print(try page(session))
            session.noteAccess("board")
            return
        }
        guard moments.asOf == nil, moments.knownAt == nil else {
            throw Failure.unreadable(session.wording.watchIsNow())
        }
        session.noteAccess("board")
        try follow()
    }

    /// Draws until it is stopped; a new connection each time sees what others wrote.
    private func follow() throws {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        var drawn = 0
        var last = ""
        while times.map({ drawn < $0 }) ?? true {
            let session = try record.open()
            let head = try session.store.head(visibleAt: .now(session.now))
            let stamp = "\(head.fingerprint) \(session.now.seconds / 60)"
            if stamp != last || times != nil {
                last = stamp
                Door.print((isTerminal ? "\u{1B}[H\u{1B}[2J" : "") + (try page(session)))
                drawn += 1
            }
            if times.map({ drawn >= $0 }) ?? false { return }
            if BoardCommand.isEnded(within: 2) { return }
        }
    }

    /// Waits so many seconds, less where a line with `q` is typed at the terminal or nobody reads the output any more.
    private static func isEnded(within seconds: Int) -> Bool {
        let isAsked = isatty(STDIN_FILENO) == 1
        var files = [
            pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
            pollfd(fd: isAsked ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&files, nfds_t(files.count), Int32(seconds) * 1000) > 0 else { return false }
        if files[0].revents != 0 { return true }
        return readLine()?.lowercased().contains("q") ?? true
    }

    private func page(_ session: Session) throws -> String {
        let asOf = try moments.asOf.map { try session.pastMoment($0) } ?? session.zone.moment(at: session.now)
        let knownAt = try session.knownAt(moments.knownAt)
        let rules = try session.rules(nil, knownAt: knownAt)
        let schedule = try session.store.ruleBook(knownAt: knownAt).schedule()
        let care = try CareFile.embedded()
        let rows = try Door.concurrently(try session.store.infants()) { infant in
            try session.store.boardCourses(
                of: infant, asOf: asOf, knownAt: knownAt, now: session.now, rules: rules, care: care)
        } _: { courses in
            courses.row(rules: rules, schedule: schedule, care: care)
        }
        let board = Board(rows, rules: rules, received: try session.store.received().count)
        if session.json { return board.json(session.zone).text }
        let stamp = session.wording.stamp(
            asOf: asOf, knownAt: knownAt, head: try session.store.head(visibleAt: knownAt))
        return "\(session.store.settings.unit)\n\(stamp)\n"
            + (rows.isEmpty ? session.wording.noInfants() : board.text(session.wording, columns: Door.columns))
            + "\n" + session.wording.summaryNotice()
    }
}
