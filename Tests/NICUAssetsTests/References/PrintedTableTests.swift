import Foundation
import NICUAssets
import NICUCore
import Testing

/// The published tables, number by number, to the digits they are printed with.
@Suite("The printed tables of the standards") struct PrintedTableTests {
    /// One table in `Tests/NICUAssetsTests/Printed`, named `reference.what.csv`.
    struct Printed: CustomTestStringConvertible, Sendable {
        let name: String
        let reference: String
        let settings: [String: String]
        let lines: [String]
        let rows: [[String]]

        var testDescription: String { name }

        /// The z-score of a line: as the publisher used it, where that is known to be a rounded one.
        func z(of line: String) -> Double? {
            if line.hasPrefix("SD") { return Double(line.dropFirst(2)) }
            let rounded = settings["rounded_z"]?.split(separator: ",").compactMap { Double($0) }
            if let rounded, let place = lines.firstIndex(of: line) { return rounded[place] }
            return Double(line.dropFirst()).flatMap { NormalDistribution.quantile($0 / 100) }
        }

        init(_ name: String, _ text: String) {
            self.name = name
            reference = name.split(separator: ".").first.map(String.init) ?? ""
            var settings: [String: String] = [:]
            var table: [[String]] = []
            for line in text.split(separator: "\n") {
                if line.first == "#" {
                    let parts = line.dropFirst().split(separator: "=", maxSplits: 1).map(String.init)
                    settings[parts[0]] = parts[1]
                } else {
                    table.append(line.split(separator: ",").map(String.init))
                }
            }
            self.settings = settings
            lines = table.first.map { Array($0.dropFirst()) } ?? []
            rows = Array(table.dropFirst())
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Printed")

    static func tables() throws -> [Printed] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".csv") && $0 != "differences.csv" }
            .map { Printed($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
    }

    /// Cells that are printed otherwise than the published parameters give, with both numbers.
    static func differences() throws -> [String: String] {
        let text = try String(contentsOf: folder.appendingPathComponent("differences.csv"), encoding: .utf8)
        return Dictionary(
            text.split(separator: "\n").dropFirst().map { line in
                let fields = line.split(separator: ",").map(String.init)
                return (fields[0...2].joined(separator: ","), fields[3...4].joined(separator: ","))
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test("every number is the printed one, but for those that are listed", arguments: try tables())
    func reproduced(table: Printed) throws {
        // A pack may be left out of a build.
        guard ReferenceLibrary().ids.contains(table.reference) else { return }
        let sex = try #require(table.settings["sex"].flatMap(Sex.init(rawValue:)))
        let measure = try #require(table.settings["measure"].flatMap(GrowthMeasure.init(rawValue:)))
        let unit = try #require(table.settings["unit"].flatMap(GrowthUnit.init(rawValue:)))
        let decimals = try #require(table.settings["decimals"].flatMap(Int.init))
        let reference = try ReferenceLibrary().reference(table.reference, measures: [measure], sexes: [sex])
        let known = try Self.differences()
        var (same, listed) = (0, 0)
        for row in table.rows {
            let position = try #require(Double(row[0]))
            for (line, printed) in zip(table.lines, row.dropFirst()) {
                let z = try #require(table.z(of: line))
                let ours = try #require(
                    reference.value(z: z, unit: unit, measure: measure, sex: sex, ageDays: position))
                let text = String(format: "%.\(decimals)f", ours)
                // A value exactly between two printed ones may be rounded either way.
                let isTie = abs(ours - (try #require(Double(printed)))) <= 0.5 / pow(10, Double(decimals)) + 1e-9
                if text == printed || isTie {
                    same += 1
                } else if known["\(table.name),\(row[0]),\(line)"] == "\(printed),\(text)" {
                    let unit = 1 / pow(10, Double(decimals))
                    #expect(abs(ours - (try #require(Double(printed)))) < 1.5 * unit, "one step of the last digit")
                    listed += 1
                } else {
                    Issue.record("\(table.name),\(row[0]),\(line),\(printed),\(text)")
                }
            }
        }
        #expect(same > 5 * listed && same >= 140, "\(same) as printed, \(listed) listed as different")
    }

    @Test("no table and no listed difference is passed over")
    func complete() throws {
        let tables = try Self.tables()
        #expect(tables.count >= 13)
        let cells = Set(
            tables.flatMap { table in table.rows.flatMap { row in table.lines.map { "\(table.name),\(row[0]),\($0)" } }
            })
        #expect(try Self.differences().keys.allSatisfy(cells.contains))
        #expect(cells.count > 2500)
    }
}
