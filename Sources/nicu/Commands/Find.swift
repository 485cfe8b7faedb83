internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find infants by a part of the code, by bed, by name or hospital number\n查找婴儿",
        discussion:
            "Prints codes, one a line. With --identity a part of the name or of a hospital number is asked for without echo, or read from standard input; it is never an argument. The search is noted in the access log.\n每行一个代号。--identity 时提示输入（不回显）或由标准输入读取姓名、住院号、病案号的一部分，从不作为参数；查找记入访问日志。"
    )

    @OptionGroup var record: RecordOptions
    @Argument(help: "A part of the code\n代号的一部分")
    var part: String?
    @Option(help: "The bed an infant lies in now\n现在的床位")
    var bed: String?
    @Flag(help: "Ask for a part of the name or of a hospital number\n按姓名或住院号、病案号的一部分")
    var identity = false

    func run() throws {
        let session = try record.open()
        guard part != nil || bed != nil || identity else { throw Failure.unreadable(session.wording.nothingToFind()) }
        try session.store.checkClinician(session.login)
        let search = try identity ? asked(session) : nil
        // The search itself is noted before anything is opened.
        session.noteAccess(identity ? "find-identity" : "find")
        var found: [InfantRef] = []
        for infant in try session.store.infants() {
            guard part.map({ infant.code.text.contains($0.lowercased()) }) ?? true else { continue }
            var need = CourseNeed.stay
            if identity { need.kinds?.insert(.identity) }
            let course = try session.store.course(
                of: infant, asOf: session.zone.moment(at: session.now), knownAt: .now(session.now), now: session.now,
                need: need)
            if let bed, course.stayEnd != nil || course.bed != bed { continue }
            if let search {
                guard course.all(Identity.self).contains(where: { search.matches($0.body) }) else { continue }
                session.noteAccess("find-identity", infant: infant.id)
            }
            found.append(infant)
        }
        if session.json {
            Door.print(JSON.array(found.map { ["infant": .string($0.code.text)] }).text)
        } else if found.isEmpty {
            Door.remark(session.wording.nobodyFound())
        } else {
            Door.print(found.map(\.code.text).joined(separator: "\n"))
        }
    }

    /// The part of a name or number, from standard input or a prompt that shows nothing.
    private func asked(_ session: Session) throws -> IdentitySearch {
        guard session.store.canOpenSealedTexts else {
            throw Failure.refused(session.wording.sealingKeyMissing(session.store.location.keys))
        }
        let text: String
        if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
            text = Door.hiddenLine(session.wording.findPrompt()) ?? ""
        } else {
            let all = try session.text(from: nil)
            text = String(all.prefix { !$0.isNewline })
        }
        guard let search = IdentitySearch(text) else { throw Failure.unreadable(session.wording.noText()) }
        return search
    }
}

extension Door {
    /// A line typed at the terminal and not shown; the terminal is as before afterwards, also after an interrupt.
    static func hiddenLine(_ prompt: String) -> String? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        // An interrupt shall not leave a terminal that shows nothing: it raises no signal and ends the line.
        hidden.c_lflag &= ~tcflag_t(ISIG)
        let interrupt: cc_t = 3
        withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VEOL)] = interrupt }
        remark(prompt, end: "")
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else { return nil }
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            remark("")
        }
        // One read is one line here, also where it ends with an interrupt.
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        guard count > 0, !bytes[..<count].contains(interrupt) else { return nil }
        return String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
