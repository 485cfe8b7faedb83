internal import ArgumentParser
internal import Foundation
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Record a note, read from standard input or a file\n记录文字（从标准输入或文件读入）")

    @OptionGroup var record: RecordOptions
    @OptionGroup var entry: EntryOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "Read the note from a file instead of standard input\n文件")
    var from: String?

    func run() throws {
        let session = try record.open()
        let text = try session.text(from: from)
        let draft = Draft(try session.checked(Note(text: SealedText(text))), at: try session.moment(entry.at))
        session.report(
            try session.store.record(
                [draft], of: code, author: session.author, key: entry.retryKey, answer: entry.identity.answer))
    }
}

extension Session {
    /// Text from a file or standard input, trailing line breaks removed; never from an argument.
    func text(from path: String?) throws -> String {
        let data: Data
        if let path {
            guard let contents = FileManager.default.contents(atPath: path) else {
                throw Failure.refused(wording.noFile(path))
            }
            data = contents
        } else {
            data = FileHandle.standardInput.readDataToEndOfFile()
        }
        guard let text = String(data: data, encoding: .utf8) else { throw Failure.unreadable(wording.json(.notUTF8)) }
        guard !text.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else {
            throw Failure.unreadable(wording.noText())
        }
        return text.trimmingCharacters(in: .newlines)
    }
}
