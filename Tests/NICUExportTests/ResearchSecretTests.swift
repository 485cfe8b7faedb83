import NICUCore
import NICUExport
import Testing

@Suite("H40 offsets and pseudonyms of a research export")
struct ResearchSecretTests {
    private static func infant(_ number: Int) throws -> InfantID {
        InfantID(
            try #require(
                Identifier(bytes: (0..<16).map { $0 < 8 ? 7 : UInt8(truncatingIfNeeded: number >> (8 * ($0 - 8))) })))
    }

    @Test("Offsets lie in the stated range, fill it, and are 0 or forward for nobody")
    func offsets() throws {
        let secret = try #require(ResearchSecret(bytes: [UInt8](repeating: 9, count: 32)))
        let days = try (0..<4000).map { secret.shiftDays(ofBirth: try Self.infant($0)) }
        #expect(
            days.allSatisfy { ResearchSecret.shiftRange.contains($0) } && ResearchSecret.shiftRange.lowerBound > 365)
        #expect(Set(days).count > ResearchSecret.shiftRange.count * 9 / 10)
        let middle = days.reduce(0, +) / days.count
        #expect(abs(middle - (366 + 1461) / 2) < 20)
    }

    @Test("Codes can be typed and told apart, and siblings begin with different letters")
    func codes() throws {
        let secret = try #require(ResearchSecret(bytes: [UInt8](repeating: 9, count: 32)))
        let codes = try (0..<300).map { try #require(secret.code(of: try Self.infant($0), place: 0)) }
        #expect(Set(codes).count == 300 && codes.allSatisfy { $0.text.count == 13 })
        for (index, code) in codes.enumerated() {
            #expect(codes[..<index].allSatisfy { $0.distance(to: code) > 2 })
        }
        let letters = try (0..<9).compactMap { secret.code(of: try Self.infant(1), place: $0)?.text.first }
        #expect(Set(letters).count == 9)
    }

    @Test("Another secret gives others; a secret shows itself nowhere and has thirty-two bytes")
    func secrets() throws {
        let one = try #require(ResearchSecret(bytes: [UInt8](repeating: 9, count: 32)))
        let two = try #require(ResearchSecret(bytes: [UInt8](repeating: 10, count: 32)))
        let infant = try Self.infant(1)
        #expect(one.code(of: infant, place: 0) != two.code(of: infant, place: 0) && one.series != two.series)
        #expect("\(one)" == "‹secret›" && ResearchSecret(bytes: [1, 2, 3]) == nil)
    }
}
