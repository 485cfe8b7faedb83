internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Score: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score a CSV of measurements: z, centile, band and status for every row\n批量计算 z 值",
        discussion: """
            Columns: reference,sex,measure,age_days,value,unit; length_cm for weight-for-length; others pass through. age_days is
            on the reference's own axis (see nicu references). A row without a value says why in its status.
            每行给出 z、百分位、区间和状态；没有数值的行写明原因。
            """)

    @OptionGroup var record: RecordOptions
    @Argument(help: "CSV file, or - for standard input\n文件")
    var file = "-"

    func run() throws {
        let wording = Wording(record.lang ?? Door.language)
        guard !record.json else { throw Failure.unreadable(wording.scoreIsCSV()) }
        let input = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw Failure.refused(wording.noFile(file)) }
        var library = ReferenceLibrary()
        var isWhole = false
        var known: [String: GrowthReference] = [:]
        var failure: (any Error)?
        var stream = ScoreStream { id in
            if let reference = known[id] { return reference }
            do {
                // The record is opened only for an id that the program does not have, since its owner may have it.
                if !library.ids.contains(id), !isWhole {
                    library = try Score.library(of: record)
                    isWhole = true
                }
                guard library.ids.contains(id) else { return nil }
                let reference = try library.reference(id)
                known[id] = reference
                return reference
            } catch {
                failure = error
                return nil
            }
        }
        var pending: [UInt8] = []
        var out: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 18)
        var isLast = false
        while !isLast {
            let count = read(input, &block, block.count)
            guard count >= 0 else { throw Failure.refused(wording.noFile(file)) }
            isLast = count == 0
            pending.append(contentsOf: block[0..<count])
            let used: Int
            do {
                used = try Score.consume(pending, isLast, &stream, &out)
            } catch let problem as ScoreStream.Problem {
                try Door.writeAll(out, to: STDOUT_FILENO)
                throw Failure.unreadable(wording.scoreProblem(problem))
            }
            if let failure { throw failure }
            pending.removeFirst(used)
            try Door.writeAll(out, to: STDOUT_FILENO)
            out.removeAll(keepingCapacity: true)
        }
        guard stream.hasHeader else { throw Failure.unreadable(wording.scoreProblem(.missingColumn("reference"))) }
    }

    /// The program's references and those of the record, where there is one.
    private static func library(of record: RecordOptions) throws -> ReferenceLibrary {
        guard record.db != nil || FileManager.default.fileExists(atPath: record.location.database) else {
            return ReferenceLibrary()
        }
        return try record.open().store.library(knownAt: .now(Door.now))
    }

    private static func consume(_ bytes: [UInt8], _ isLast: Bool, _ stream: inout ScoreStream, _ out: inout [UInt8])
        throws -> Int
    {
        try bytes.withUnsafeBytes { try stream.consume($0, isLast: isLast, into: &out) }
    }
}
