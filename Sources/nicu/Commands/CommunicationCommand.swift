internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct CommunicationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "communication",
        abstract: "Record who was told what; the text by prompt, standard input or file\n记录沟通",
        discussion:
            "`nicu communication an-an --with parents --signed`; what was said is sealed and never an argument.\n谈话内容加密保存，不接受命令行参数。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(
        name: .customLong("with"),
        help: "parents, mother, father, guardian, family, consultant, other-hospital, community or interpreter\n沟通对象")
    var partner: String
    @Flag(inversion: .prefixedNo, help: "Whether the form is signed\n是否签字")
    var signed: Bool?
    @Option(help: "Read the text from a file instead of standard input\n文件")
    var from: String?

    func run() throws {
        let session = try record.open()
        let partner = try session.word(partner, of: Communication.partners, "--with")
        let text: String
        if from == nil, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
            Door.write(session.wording.communicationPrompt() + "\n", to: STDERR_FILENO)
            var lines: [String] = []
            while let line = readLine(), !line.isEmpty { lines.append(line) }
            guard !lines.isEmpty else { throw Failure.unreadable(session.wording.noText()) }
            text = lines.joined(separator: "\n")
        } else {
            text = try session.text(from: from)
        }
        let body = Communication(with: partner, text: SealedText(text), formSigned: signed)
        let draft = Draft(try session.checked(body), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
