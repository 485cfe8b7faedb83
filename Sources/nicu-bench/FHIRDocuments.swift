internal import ArgumentParser
internal import Foundation
internal import NICUCore
internal import NICUExport

/// Writes a FHIR document of many Observations and reads it back, again and again; prints the medians in milliseconds.
struct FHIRDocuments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fhir", abstract: "Measure writing and reading a FHIR document, in process")

    @Option(help: "How many Observations it holds")
    var observations = 500

    @Option(help: "How often it is written and read")
    var runs = 20

    @Option(help: "Where the document is written for others to measure")
    var output: String?

    func run() throws {
        guard observations > 0, runs > 0 else { throw ValidationError("there is nothing to measure") }
        let record = FHIRRecord(
            code: "bench", lines: try lines(),
            making: .init(
                making: .init(software: "nicu-bench", files: []), unit: "Bench", asOf: "2024-12-01T08:00:00+08:00",
                knownAt: "2024-12-01T08:00:00+08:00", head: "1:0", timestamp: "2024-12-01T08:00:00+08:00", leftOut: []))
        let clock = ContinuousClock()
        var (writes, reads): ([Double], [Double]) = ([], [])
        var text = ""
        for _ in 0..<runs {
            var start = clock.now
            text = record.bundle.text
            writes.append((clock.now - start).inSeconds * 1000)
            let bytes = Array(text.utf8)
            start = clock.now
            let restored = try FHIRRestore(FHIRFile(bytes)).lines
            reads.append((clock.now - start).inSeconds * 1000)
            guard restored.map(\.json.text) == record.lines.map(\.text) else {
                throw ValidationError("it came back otherwise")
            }
        }
        if let output { try text.write(toFile: output, atomically: true, encoding: .utf8) }
        print(writes.sorted()[runs / 2], reads.sorted()[runs / 2], text.utf8.count)
    }

    /// A birth and weights, as exchange lines.
    private func lines() throws -> [JSON] {
        var random = SplitMix64(seed: 5)
        let born = Instant(seconds: 1_724_018_400)
        return try (0..<observations).map { index in
            let instant = Instant(seconds: born.seconds + Int64(index) * 4 * 3600)
            let at = Moment(instant, offsetMinutes: 480, precision: .minute).text
            let body =
                index == 0
                ? #"{"code":"bench","sex":"female","order":1,"of":1}"#
                : #"{"quantity":"weight","value":\#(800 + index * 3),"unit":"g","role":"measured"}"#
            let id = Identifier(at: instant, using: &random).description
            return try JSON(
                text:
                    #"{"id":"\#(id)","infant":"bench","kind":"\#(index == 0 ? "birth" : "measurement")","at":"\#(at)","precision":"minute","recorded":"\#(at)","by":"li.min","source":"cli","operation":"\#(id)","body":\#(body)}"#
            )
        }
    }
}
