import Foundation
import NICUAssets
import NICUCore
import Testing

@Suite("A reference of the unit's own, in one file") struct UnitPackTests {
    /// The example of the documentation.
    static func example() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appendingPathComponent("docs/reference-packs.md"), encoding: .utf8)
        let begin = try #require(page.range(of: "```csv\n"))
        let end = try #require(page.range(of: "```\n", range: begin.upperBound..<page.endIndex))
        return String(page[begin.upperBound..<end.lowerBound])
    }

    static let centiles = """
        #id=own-lines
        #version=2
        #title=Lines
        #citation=c
        #terms=t
        #population=p
        #model=centiles
        #axis=gestational_days
        #use=birth
        #interpolation=none
        #head=cm,168,181,plain
        measure,sex,completed_weeks,P3,P10,P50,P90
        head,female,24,20.1,21,22,23.5
        head,female,25,20.9,21.8,23,24.4
        head,male,24,20.3,21.2,22.3,23.8
        head,male,25,21.1,22,23.3,24.7

        """

    @Test("the example of the documentation is sound, and scores as its own formula does")
    func example() throws {
        let pack = try UnitPack(Self.example(), path: "own.csv")
        #expect(pack.manifest.id == "own-curves" && pack.manifest.version == "1" && pack.digest.count == 64)
        #expect(pack.reference.use == .birth && pack.reference.available.count == 2)
        let score = pack.reference.z(of: 1180, unit: .grams, measure: .weight, sex: .female, ageDays: 203)
        #expect(score.z == 0)
        #expect(
            pack.reference.z(of: 1180, unit: .grams, measure: .weight, sex: .female, ageDays: 211).status == .aboveRange
        )
        var own = ["own-curves": try Self.example()]
        for id in ReferenceLibrary().ids { own[id] = "not this" }
        let library = ReferenceLibrary().adding(own)
        #expect(library.ids.last == "own-curves" && library.ids.count == ReferenceLibrary().ids.count + 1)
        #expect(try library.manifest("own-curves") == pack.manifest)
        #expect(try library.digest("own-curves") == pack.digest)
    }

    @Test("centile lines of any centiles give bands and sizes")
    func lines() throws {
        let reference = try UnitPack(Self.centiles, path: "own.csv").reference
        let score = reference.z(of: 20.2, unit: .centimetres, measure: .head, sex: .female, ageDays: 174)
        #expect(score.band?.text == "P3-P10" && score.sizeForGestation == .small && score.z == nil)
        #expect(
            reference.z(of: 24.4, unit: .centimetres, measure: .head, sex: .female, ageDays: 175).band?.text == ">=P90")
    }

    @Test("a byte-order mark and Windows line ends change nothing but the digest")
    func windows() throws {
        let text = try Self.example()
        let plain = try UnitPack(text, path: "own.csv")
        let other = try UnitPack("\u{FEFF}" + text.replacing("\n", with: "\r\n"), path: "own.csv")
        #expect(other.manifest == plain.manifest && other.digest != plain.digest)
    }

    @Test(
        "every mistake is named with line and column",
        arguments: [
            ("#id=own-curves", "#id=Own Curves", "1:5: an id is"), ("#version=1\n", "", "setting 'version' is missing"),
            ("#title=Birth weight in our hospital", "#title=", "3:8: title is empty"),
            ("#model=lms", "#model=skew_t", "7:8: 'skew_t' is none of centiles, lms"),
            ("#use=birth", "#use=any", "9:6: gestational_days are ages at birth"),
            ("#weight=g,196,210,plain", "#weight=cm,196,210,plain", "12:9: unit 'cm' does not measure weight"),
            ("#weight=g,196,210,plain", "#weight=g,196,210", "12:9: a measure is written #weight=UNIT"),
            (
                "#weight=g,196,210,plain", "#weight=g,189,210,plain",
                "14:15: weight of female begins at 196 instead of 189"
            ),
            (
                "#weight=g,196,210,plain", "#weight=g,196,217,plain",
                "16:15: weight of female ends at 210 instead of 217"
            ),
            ("#weight=g,196,210,plain", "#weight=kg,196,210,plain", "14:23: 1010 kg is no weight of a child"),
            ("weight,female,203,0.9,1180,0.15\n", "", "15:15: 14 behind the row before, and longest_gap is 7"),
            ("weight,female,203,", "weight,female,196,", "15:15: position is to rise from row to row"),
            ("0.9,1180,0.15", "0.9,-1180,0.15", "15:23: M is to be above 0"),
            ("0.9,1180,0.15", "0.9,1180,0", "15:28: S is to be above 0"),
            ("0.9,1180,0.15", "0.9,1180,15", "15:28: S is a coefficient of variation, from 0.001"),
            ("0.9,1180,0.15", "0.9,1180", "15:1: 5 fields instead of 6"),
            ("0.9,1180,0.15", "0.9,0x1.27p10,0.15", "15:23: '0x1.27p10' is not a number"),
            ("0.9,1180,0.15", "0.9,+1180,0.15", "15:23: '+1180' is not a number"),
            ("0.9,1180,0.15", "50,1180,0.15", "15:19: L is a power between"),
            ("#weight=g,196,210,plain", "#weight=g,196,9223372036854775807,plain", "12:9: positions lie between"),
            ("#longest_gap=7", "#longest_gap=100000", "11:14: longest_gap is a distance"),
            ("#interpolation=linear", "#interpolation=cubic", "14:1: a cubic needs four rows"),
            ("#version=1", "#version=\(String(repeating: "1", count: 41))", "2:10: version is longer than 40"),
            (
                "#title=Birth weight in our hospital", "#title=a\u{202E}b",
                "3:8: title holds characters that are not seen"
            ),
            ("#id=own-curves", "#id=unknown", "1:5: an id is"),
            ("0.9,1180,0.15", "0.9,1 180,0.15", "15:23: '1 180' is not a number"),
            ("weight,female,203", "weight,girl,203", "15:8: the sex is female or male, not 'girl'"),
            ("weight,female,203", "length,female,203", "15:1: 'length' is no measure stated above the header"),
            (
                "weight,male,196,0.9,1060,0.16\nweight,male,203,0.9,1230,0.15\nweight,male,210,0.9,1400,0.15\n", "",
                "12:9: weight has no rows for male"
            ),
        ])
    func mistakes(old: String, new: String, message: String) throws {
        let text = try Self.example()
        let changed = text.replacing(old, with: new)
        #expect(changed != text, "\(old) stands in the example")
        let error = #expect(throws: AssetProblem.self) { try UnitPack(changed, path: "own.csv") }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test(
        "mistakes in centile lines",
        arguments: [
            ("25,20.9,21.8,23,24.4", "26,20.9,21.8,23,24.4", "14:13: completed_weeks is to rise by one"),
            ("24,20.1,21,22,23.5", "24,20.1,22,22,23.5", "13:24: a value is to lie above the one before it"),
            ("P3,P10,P50,P90", "P3,P10,P50,X90", "12: 'X90' is no centile above the one before it"),
            ("P3,P10,P50,P90", "P3,P0x10,P50,P90", "12: 'P0x10' is no centile"),
            ("P3,P10,P50,P90", "P03,P10,P50,P90", "12: 'P03' is no centile"),
            ("P3,P10,P50,P90", "P3,P10,P90,P50", "12: 'P50' is no centile above the one before it"),
            ("#head=cm,168,181,plain", "#head=cm,168,182,plain", "14:13: head of female ends at 181 instead of 182"),
            ("#head=cm", "#head=mm", "13:24: 22 mm is no head of a child"),
            (
                "#interpolation=none", "#interpolation=linear",
                "10:16: a table of centile lines by completed weeks has none"
            ),
        ])
    func mistakesInLines(old: String, new: String, message: String) {
        let error = #expect(throws: AssetProblem.self) {
            try UnitPack(Self.centiles.replacing(old, with: new), path: "own.csv")
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
