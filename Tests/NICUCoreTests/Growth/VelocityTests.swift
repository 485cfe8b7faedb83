import Foundation
import NICUCore
import Testing

@Suite struct VelocityTests {
    /// The golden rates are printed with 20 decimals.
    private static let tolerance = 1e-12

    @Test func ratesAgreeWithTheGoldenFile() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Golden/velocity.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        for line in lines {
            let fields = line.split(separator: ",").map(String.init)
            let first = try #require(Int(fields[0]))
            let last = try #require(Int(fields[1]))
            let days = try #require(Int(fields[2]))
            let exponential = try #require(Double(fields[3]))
            let twoPoint = try #require(Double(fields[4]))
            let found = Velocity.Method.allCases.map { $0.rate(from: first, to: last, days: days) }
            #expect(abs(found[0] - exponential) <= Self.tolerance * max(1, abs(exponential)), "\(line)")
            #expect(abs(found[1] - twoPoint) <= Self.tolerance * max(1, abs(twoPoint)), "\(line)")
        }
        #expect(lines.count == 12)
    }
}
