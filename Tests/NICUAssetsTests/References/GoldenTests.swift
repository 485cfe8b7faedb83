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

    static var packs: [String] {
        ReferenceLibrary().ids.filter { FileManager.default.fileExists(atPath: file($0).path) }
    }

    static func file(_ id: String) -> URL { folder.appending(path: id + ".csv") }

    @Test(arguments: packs) func scoresAgree(id: String) throws {
        let reference = try ReferenceLibrary().reference(id)
        let lines = try String(contentsOf: Self.file(id), encoding: .utf8).split(separator: "\n")
        #expect(lines.first == "sex,measure,age_days,value,unit,z,centile")
        var scored = 0
        var withoutValue = 0
        var worst = (z: 0.0, centile: 0.0, line: "")
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let sex = try #require(Sex(rawValue: fields[0]))
            let measure = try #require(GrowthMeasure(rawValue: fields[1]))
            let age = try #require(Double(fields[2]))
            let value = try #require(Double(fields[3]))
            let unit = try #require(GrowthUnit(rawValue: fields[4]))
            let score = reference.z(of: value, unit: unit, measure: measure, sex: sex, ageDays: age)
            guard let expected = Double(fields[5]), let centile = Double(fields[6]) else {
                #expect(score.z == nil, "\(id) \(line)")
                #expect(score.status == .belowRange || score.status == .aboveRange, "\(id) \(line)")
                withoutValue += 1
                continue
            }
            guard let z = score.z, let found = score.centile else {
                Issue.record("\(id) \(line): no value, \(score.status)")
                continue
            }
            scored += 1
            if abs(z - expected) > worst.z { worst = (abs(z - expected), worst.centile, String(line)) }
            worst.centile = max(worst.centile, abs(found - centile))
            if abs(z - expected) > Self.tolerance { Issue.record("\(id) \(line): z \(z)") }
        }
        #expect(scored > 3000, "\(id): only \(scored) values were compared")
        #expect(withoutValue > 0)
        #expect(worst.centile < 1e-7)
        print("\(id): \(scored) values, worst z deviation \(worst.z) at \(worst.line), \(withoutValue) without a value")
    }
}
