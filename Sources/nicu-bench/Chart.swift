internal import ArgumentParser
internal import Foundation
internal import NICUAssets
internal import NICUCore
internal import NICUExport

/// Draws the growth chart of a fictional infant again and again and prints the median in milliseconds and the size in bytes.
struct Chart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart", abstract: "Measure one growth chart as SVG, in process")

    @Argument(help: "The infant's file in seeds/patients, without its ending")
    var infant = "an-an"

    @Option(help: "How many charts are drawn")
    var runs = 200

    func run() throws {
        let course = try Chart.course(infant)
        let references = try ["fenton-2013", "who-2006"].map {
            try ReferenceLibrary().reference($0, sexes: [course.sex])
        }
        guard let input = GrowthInput(course, references: references), runs > 0 else {
            throw ValidationError("there is nothing to draw")
        }
        let summary = GrowthSummary(input)
        let clock = ContinuousClock()
        var times: [Double] = []
        var size = 0
        for _ in 0..<runs {
            let start = clock.now
            let picture = GrowthChart(
                course, summary, lead: .init(references[0], version: "bench"),
                after: .init(references[1], version: "bench"), sex: course.sex, wording: Wording(.en)
            ).svg
            times.append((clock.now - start).inSeconds * 1000)
            size = picture?.utf8.count ?? 0
        }
        print(times.sorted()[runs / 2], size)
    }

    /// The course that the infant's entries make, as the record would give it.
    private static func course(_ infant: String) throws -> Course {
        let name = "Asia/Shanghai"
        let file = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/" + name))
        let zone = try Zone(name: name, file: Array(file))
        let hours = [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }
        let clock = WardClock(zone: zone, careDayStart: ClockTime(secondOfDay: 7 * 3600), shiftStarts: hours)
        guard let clock, let code = InfantCode(infant),
            let bytes = EmbeddedFiles.bytes(at: "seeds/patients/\(infant).ndjson")
        else { throw ValidationError("there is no infant '\(infant)'") }
        var entries = try bytes.split(separator: UInt8(ascii: "\n")).map {
            try EntryLine.read(Array($0), zone: zone).entry
        }
        for index in entries.indices { entries[index].seq = Int64(index + 1) }
        guard let first = entries.first, let last = entries.last else { throw ValidationError("the file is empty") }
        var changes: [Identifier: Entry] = [:]
        for entry in entries {
            if let replaced = entry.corrects { changes[replaced] = entry }
        }
        return Course(
            infant: InfantID(first.id), code: code, asOf: last.at, knownAt: .now(last.recorded),
            head: LedgerHead(seq: last.seq, digest: ""), clock: clock,
            entries: entries.filter { $0.kind != .retraction && changes[$0.id] == nil },
            superseded: entries.compactMap { entry in
                changes[entry.id].map { Superseded(entry: entry, by: $0, confirmedBy: nil) }
            })
    }
}
