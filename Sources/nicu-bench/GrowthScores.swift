internal import ArgumentParser
internal import Foundation
internal import NICUAssets
internal import NICUCore

/// Scores the values that `bench/growth.c` scores.
///
/// Prints, a line each: what, how many a second, and the sums of z and centile, which must be those of C. The last line is
/// one checked call of the public API a value.
struct GrowthScores: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth", abstract: "Measure z-scores a second in memory, on the inputs of bench/growth.py")

    @Argument(help: "The folder with lms.f64, closed.f64, skew.f64 and who.f64")
    var folder: String

    @Option(help: "How long each is measured, in seconds")
    var seconds = 0.2

    func run() throws {
        let library = ReferenceLibrary()
        func curve(_ id: String) throws -> GrowthCurve? {
            try library.reference(id, measures: [.weight], sexes: [.male]).curve(.weight, .male)
        }
        guard case .lms(let lms) = try curve("fenton-2013"),
            case .closedForm(let form) = try curve("intergrowth-postnatal"),
            case .joined(_, let skew) = try curve("intergrowth-newborn")
        else { throw ValidationError("a pack is not of the kind that is measured") }
        try measure("lms") { row in lms.z(value: row.value, at: row.age) }
        try measure("closed") { row in form.z(value: row.value, at: row.age) }
        try measure("skew") { row in skew.z(value: row.value, at: row.age) }

        let who = try library.reference("who-2006", measures: [.weight], sexes: [.male])
        try measure("who") { row in
            who.score(
                stored: Int(row.value), measure: .weight, sex: .male, gestationalAgeDays: GrowthAxis.dueDate,
                dayOfLife: Int(row.age), isBirth: false
            ).z
        }
    }

    /// One value to score.
    private struct Row {
        let age: Double
        let value: Double
    }

    /// Goes through the rows of a file again and again until the time is over.
    private func measure(_ name: String, _ z: (Row) -> Double?) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name + ".f64"))
        let numbers = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
        let rows = stride(from: 0, to: numbers.count, by: 2).map { Row(age: numbers[$0], value: numbers[$0 + 1]) }
        let clock = ContinuousClock()
        let start = clock.now
        var passes = 0
        var (sum, centiles) = (0.0, 0.0)
        var elapsed = 0.0
        repeat {
            (sum, centiles) = (0, 0)
            for row in rows {
                guard let z = z(row) else { throw ValidationError("\(name): a value has no z-score") }
                sum += z
                centiles += NormalDistribution.centile(z)
            }
            passes += 1
            elapsed = (clock.now - start).inSeconds
        } while elapsed < seconds
        print(name, Double(rows.count * passes) / elapsed, sum, centiles)
    }
}
