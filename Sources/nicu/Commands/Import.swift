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

    func run() throws {
        let session = try record.open()
        let bytes: [UInt8]
        if file == "-" {
            bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        } else {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw Failure.refused(session.wording.noFile(file))
            }
            bytes = Array(data)
        }
        let imported = try session.importEntries(bytes)
        session.noteAccess("import")
        let sentence = session.wording.imported(imported.written.entries.count, alreadyHere: imported.alreadyHere)
        if session.json {
            session.report(imported.written, remarks: [sentence])
        } else {
            Door.print(sentence)
        }
    }
}

extension Session {
    /// Takes the lines of an exchange file; every bad line is named.
    func importEntries(_ bytes: [UInt8], source: String = "import") throws -> Imported {
        var incoming: [IncomingEntry] = []
        var problems: [ImportProblem] = []
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
            do {
                let (entry, code) = try EntryLine.read(Array(line), zone: zone)
                incoming.append(IncomingEntry(line: index + 1, entry: entry, code: code))
            } catch {
                problems.append(ImportProblem(line: index + 1, what: error))
            }
        }
        guard problems.isEmpty else { throw RecordProblem.importLines(problems) }
        return try store.importEntries(incoming, author: Author(by: login, source: source, now: now))
    }
}
