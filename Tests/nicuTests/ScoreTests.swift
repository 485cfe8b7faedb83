import Foundation
import NICUAssets
import NICUCore
import Testing

@Suite("score: a CSV in, every row out with its z-score or its reason")
struct ScoreTests {
    private static let header = "reference,sex,measure,age_days,value,unit"

    private func score(_ text: String) throws -> Program.Result { try Program().run(["score"], input: text) }

    @Test(
        "Each status stands in its row", .packs("fenton-2013"),
        arguments: [
            ("fenton-2013,female,weight,189,800,g", "ok"), ("fenton-2013,female,weight,157,800,g", "below_range"),
            ("fenton-2013,female,weight,350.001,800,g", "above_range"),
            ("nope,female,weight,189,800,g", "unknown_reference"),
            ("fenton-2013,unknown,weight,189,800,g", "unknown_sex"),
            ("fenton-2013,female,girth,189,800,g", "unknown_measure"),
            ("fenton-2013,female,weight-for-length,189,800,g", "bad_age"),
            ("fenton-2013,female,weight,,800,g", "bad_age"), ("fenton-2013,female,weight,x,800,g", "bad_age"),
            ("fenton-2013,female,weight,189,,g", "bad_value"), ("fenton-2013,female,weight,189,-1,g", "bad_value"),
            ("fenton-2013,female,weight,189,1e3,g", "bad_value"), ("fenton-2013,female,weight,189,800,lb", "bad_unit"),
            ("fenton-2013,female,weight,189,800,cm", "bad_unit"),
        ])
    func status(row: String, status: String) throws {
        let result = try score(Self.header + "\n" + row + "\n")
        #expect(result.status == 0, "\(result.err)")
        let lines = result.out.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(lines[0].suffix(4) == ["z", "centile", "band", "status"])
        #expect(lines[1].count == 10 && lines[1].last == status, "\(lines[1])")
        #expect(lines[1][6].isEmpty == (status != "ok"))
    }

    @Test(
        "Further columns, quotes, any order, CR LF and a last line without an end pass through", .packs("fenton-2013"))
    func passThrough() throws {
        let text =
            "note,unit,value,age_days,measure,sex,reference\r\n\"a, \"\"b\"\"\n中\",kg,0.8,189,weight,female,fenton-2013\r\nx,g,800,189,weight,female,fenton-2013"
        let result = try score(text)
        #expect(result.status == 0, "\(result.err)")
        #expect(
            result.out.hasPrefix(
                "note,unit,value,age_days,measure,sex,reference,z,centile,band,status\n\"a, \"\"b\"\"\n中\",kg,0.8,"))
        let scores = result.out.split(separator: "\n").suffix(2).map { $0.split(separator: ",").suffix(3) }
        #expect(scores[0] == scores[1] && scores[0].last == "ok")
    }

    @Test("A band has no z-score, and a value on the line is in the band above", .packs("wst-800-2022"))
    func band() throws {
        let result = try score(
            Self.header + "\nwst-800-2022,male,weight,168,570,g\nwst-800-2022,male,weight,168,0.569,kg\n")
        #expect(result.out.hasSuffix(",570,g,,,P10-P25,ok\nwst-800-2022,male,weight,168,0.569,kg,,,P3-P10,ok\n"))
    }

    @Test("Weight for length reads the column length_cm and needs no age", .packs("who-2006"))
    func weightForLength() throws {
        let result = try score(Self.header + ",length_cm\nwho-2006,female,weight-for-length,,3.2,kg,50.5\n")
        #expect(result.out.contains(",50.5,-0.859987019289"))
    }

    @Test(
        "A table that cannot be read is refused and the place named",
        arguments: [
            ("", "lacks the column"), ("a,b\n1,2\n", "lacks the column"), (header + "\n1,2\n", "line 2 has 2 fields"),
            (header + ",unit\n", "stands twice"), (header + "\n\"a,b,c,d,e,f\n", "line 2 has a quotation mark"),
        ])
    func refused(text: String, sentence: String) throws {
        let result = try score(text)
        #expect(result.status == 64 && result.err.contains(sentence), "\(result.err)")
    }

    @Test(
        "Blocks end anywhere: a long table gives what its rows give alone, whatever stands around them",
        .packs("fenton-2013"))
    func blocks() throws {
        var generator = FixedSeed(20_240_819)
        let ages = (0..<9000).map { _ in Int.random(in: 150...360, using: &generator) }
        let rows = ages.map {
            "fenton-2013,\($0 % 2 == 0 ? "male" : "female"),weight,\($0),\(500 + $0 * 7),g,\"r \($0)\""
        }
        let long = try score(Self.header + ",id\n" + rows.joined(separator: "\n") + "\n").out.split(separator: "\n")
        #expect(long.count == rows.count + 1)
        for place in [0, 1, 4095, 8999] {
            let alone = try score(Self.header + ",id\n" + rows[place] + "\n").out.split(separator: "\n")
            #expect(alone[1] == long[place + 1])
        }
        let mixed = rows.shuffled(using: &generator)
        let again = try score(Self.header + ",id\n" + mixed.joined(separator: "\n") + "\n").out.split(separator: "\n")
        #expect(again.sorted() == long.sorted())
    }

    @Test(
        "self-test recomputes every pack's golden values and says how far off the worst lies",
        .enabled(if: !ReferenceLibrary().ids.isEmpty, "needs a pack"))
    func selfTest() throws {
        let result = try Program().nicu("self-test --json")
        #expect(result.status == 0, "\(result.err)")
        #expect(result.out.contains(#""ok":true"#) && !result.out.contains(#""worst":null"#))
        #expect(try Program().nicu("self-test --lang zh").out.contains("✓ 合格"))
    }

    @Test("references lists every pack with its source, terms, sample and digest")
    func references() throws {
        let json = try Program().nicu("references --json")
        #expect(json.status == 0)
        for pack in try json.json.elements {
            for name in ["id", "citation", "doi", "terms", "population", "sample", "digest"] {
                #expect(pack[name]?.string?.isEmpty == false, "\(name)")
            }
        }
    }

    @Test("the size of a small sample stands beside its reference", .packs("intergrowth-postnatal"))
    func smallSample() throws {
        #expect(try Program().nicu("references").out.contains("n = 201"))
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers in every run.
struct FixedSeed: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
