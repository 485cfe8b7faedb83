import Foundation
import NICUAssets
import NICUCore
import Testing

/// The golden z-scores of independent programs, recomputed from the packs.
///
/// A pack that has been removed takes its golden test with it; the packs that are there are all held to theirs.
@Suite struct GoldenTests {
    /// The producers print ten decimals, and sum and raise to powers in another order.
    static let tolerance = 1e-8

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "NICUCoreTests/Golden")

    /// Golden files of the packs that are there; `PACK.csv`, or `PACK.MEASURE.csv` where a measure has its own.
    static var files: [String] {
        let ids = Set(ReferenceLibrary().ids)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".csv") && !$0.hasSuffix(".bands.csv") && ids.contains(pack($0)) }.sorted()
    }

    static func pack(_ file: String) -> String { String(file.split(separator: ".")[0]) }

    static func lines(_ file: String) throws -> [[String]] {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// How far a producer's own rounding and method allow z to lie off; nil leaves the value out.
    static func tolerance(_ file: String, z: Double, age: Double) -> Double? {
        switch pack(file) {
        // The producer goes by way of the centile, whose digits end: beyond 6 nothing is left to compare.
        case "intergrowth-newborn" where abs(z) > 6: nil
        case "intergrowth-newborn" where age >= 231: abs(z) > 4 ? 1e-6 : 1e-8
        // Placed at k + 0.4286 weeks there, so that its first and last day differ.
        case "olsen-2010": age <= 164 || age >= 290 ? nil : 1e-4
        default: 1e-8
        }
    }

    @Test(arguments: files) func scoresAgree(file: String) throws {
        let reference = try ReferenceLibrary().reference(Self.pack(file))
        let lines = try Self.lines(file)
        #expect(lines.first == ["sex", "measure", "age_days", "value", "unit", "z", "centile"])
        var (scored, withoutValue, worst) = (0, 0, (part: 0.0, line: ""))
        for fields in lines.dropFirst() {
            let sex = try #require(Sex(rawValue: fields[0]))
            let measure = try #require(GrowthMeasure(rawValue: fields[1]))
            let age = try #require(Double(fields[2]))
            let value = try #require(Double(fields[3]))
            let unit = try #require(GrowthUnit(rawValue: fields[4]))
            let score = reference.z(of: value, unit: unit, measure: measure, sex: sex, ageDays: age)
            guard let expected = Double(fields[5]), let centile = Double(fields[6]) else {
                #expect(score.z == nil, "\(file) \(fields)")
                #expect(score.status == .belowRange || score.status == .aboveRange, "\(file) \(fields)")
                withoutValue += 1
                continue
            }
            guard let tolerance = Self.tolerance(file, z: expected, age: age) else { continue }
            guard let z = score.z, let found = score.centile else {
                Issue.record("\(file) \(fields): no value, \(score.status)")
                continue
            }
            scored += 1
            let part = abs(z - expected) / tolerance
            if part > worst.part { worst = (part, fields.joined(separator: ",")) }
            if part > 1 { Issue.record("\(file) \(fields): z \(z)") }
            #expect(abs(found - centile) <= max(1e-7, 40 * tolerance), "\(file) \(fields)")
        }
        #expect(scored > 100, "\(file): only \(scored) values were compared")
        print(
            "\(file): \(scored) values, worst \(worst.part) of the tolerance at \(worst.line), \(withoutValue) without")
    }

    @Test func bandsAgree() throws {
        guard ReferenceLibrary().ids.contains("wst-800-2022") else { return }
        let reference = try ReferenceLibrary().reference("wst-800-2022")
        var (banded, sized) = (0, 0)
        for fields in try Self.lines("wst-800-2022.bands.csv").dropFirst() {
            let score = reference.z(
                of: try #require(Double(fields[3])), unit: try #require(GrowthUnit(rawValue: fields[4])),
                measure: try #require(GrowthMeasure(rawValue: fields[1])), sex: try #require(Sex(rawValue: fields[0])),
                ageDays: try #require(Double(fields[2])))
            #expect((score.band?.text ?? "") == fields[5], "\(fields)")
            if !fields[5].isEmpty { banded += 1 }
            guard !fields[6].isEmpty else { continue }
            sized += 1
            let size = try #require(score.sizeForGestation)
            #expect((size == .severelySmall ? "sga" : size.rawValue) == fields[6], "\(fields)")
        }
        #expect(banded > 900 && sized > 200)
    }

    @Test func theEmbeddedSampleFindsAChangedFigure() throws {
        let library = ReferenceLibrary()
        for id in library.ids {
            guard let golden = try library.golden(id) else { continue }
            let reference = try library.reference(id)
            #expect(golden.worstDeviation(of: reference) <= golden.tolerance, "\(id)")
            guard let point = golden.points.first(where: { $0.z != nil }), let z = point.z else { continue }
            let moved = ReferenceGolden.Point(
                sex: point.sex, measure: point.measure, position: point.position, value: point.value, unit: point.unit,
                z: z + 3 * golden.tolerance, band: "")
            #expect(
                ReferenceGolden(producer: "", tolerance: golden.tolerance, points: [moved]).worstDeviation(
                    of: reference)
                    > golden.tolerance)
        }
    }
}
