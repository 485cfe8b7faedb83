internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct IdentityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "Record name and hospital numbers, by prompt, standard input or file\n录入身份信息",
        discussion:
            "Lines `name=…`, `hospital_number=…`, `record_number=…`, `guardian=…`, `alias=…` (a name for the press); never as arguments.\n不接受命令行参数。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "Read from a file instead of standard input\n文件")
    var from: String?

    private static let fields = ["name", "hospital_number", "record_number", "guardian", "alias"]

    func run() throws {
        let session = try record.open()
        var values: [JSON.Member] = []
        if from == nil, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
            for field in IdentityCommand.fields {
                Door.write(session.wording.identityPrompt(field), to: STDERR_FILENO)
                if let line = readLine(), !line.isEmpty { values.append(JSON.Member(field, .string(line))) }
            }
        } else {
            for line in try session.text(from: from).split(whereSeparator: \.isNewline) {
                let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2, IdentityCommand.fields.contains(parts[0]) else {
                    throw Failure.unreadable(session.wording.identityForm())
                }
                values.append(JSON.Member(parts[0], .string(parts[1])))
            }
        }
        guard !values.isEmpty else { throw Failure.unreadable(session.wording.noIdentity()) }
        let body = try Kind.identity.body(from: .object(values))
        let draft = Draft(body, at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}
