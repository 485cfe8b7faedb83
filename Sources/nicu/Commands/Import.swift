internal import ArgumentParser
internal import Foundation
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take entries from an NDJSON file, all or nothing\n导入 NDJSON",
        discussion:
            "Entries that are already here are passed over; a bad line is named and nothing is written.\n有一行不合格则全部不写入。")

    @OptionGroup var record: RecordOptions
    @Argument(help: "File, or - for standard input\n文件")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The erasable texts that `timeline --with-identity` wrote beside it\n与之配套的可擦除文字文件", valueName: "file"))
    var withIdentity: String?

    @Flag(help: "Refuse the whole file where a value raises a question\n有存疑数值则全部拒绝")
    var strict = false

    func run() throws {
        let session = try record.open()
        let bytes = try session.bytes(of: file)
        let texts = try withIdentity.map { try session.bytes(of: $0) }
        let imported = try session.importEntries(bytes, texts: texts ?? [], strict: strict)
        session.noteAccess("import")
        let sentence = session.wording.imported(imported.written.entries.count, alreadyHere: imported.alreadyHere)
        if session.json {
            session.report(imported.written, remarks: [sentence] + session.wording.imported(imported.questions))
        } else {
            Door.printSaved(sentence)
            for line in session.wording.imported(imported.questions) { Door.remark(line) }
        }
    }
}

extension Session {
    /// A whole file, or standard input for `-`.
    func bytes(of file: String) throws -> [UInt8] {
        if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: file) else { throw Failure.refused(wording.noFile(file)) }
        return Array(data)
    }

    /// Takes the lines of an exchange file; every bad line is named.
    func importEntries(
        _ bytes: [UInt8], texts: [UInt8] = [], source: String = "import", strict: Bool = false
    ) throws -> Imported {
        let zone = zone
        let incoming = try lines(of: bytes) { (line, number) throws(ImportProblem.What) in
            let (entry, code) = try EntryLine.read(line, zone: zone)
            return IncomingEntry(line: number, entry: entry, code: code)
        }
        let opened = try lines(of: texts) { (line, _) throws(ImportProblem.What) in try OpenedTextLine.read(line) }
        return try store.importEntries(
            incoming, texts: opened, author: Author(by: login, source: source, now: now), strict: strict)
    }

    /// Reads each line that is not blank; all that cannot be read are named together.
    private func lines<T>(of bytes: [UInt8], _ read: ([UInt8], Int) throws(ImportProblem.What) -> T) throws -> [T] {
        var result: [T] = []
        var problems: [ImportProblem] = []
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
            do {
                result.append(try read(Array(line), index + 1))
            } catch {
                problems.append(ImportProblem(line: index + 1, what: error))
            }
        }
        guard problems.isEmpty else { throw RecordProblem.importLines(problems) }
        return result
    }
}
