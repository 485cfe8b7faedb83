import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("H40 a research export gives the figures and verdicts of the original")
struct ResearchFiguresTests {
    /// Members that name the record, and sentences; everything else must be the same.
    private static let left: Set<String> = [
        "infant", "entry", "knownAt", "head", "reason", "evidence", "id", "digest", "by", "text",
    ]

    /// An answer with its dates moved back by some days, without what names the record; names in order.
    static func moved(_ text: String, _ days: Int) throws -> String {
        func moved(_ value: Any) -> Any {
            switch value {
            case let members as [String: Any]:
                members.filter { !left.contains($0.key) || $0.key == "id" && ($0.value as? String)?.count != 36 }
                    .mapValues { moved($0) }
            case let elements as [Any]: elements.map { moved($0) }
            case let text as String:
                Day(text.prefix(10)).map { Day(number: $0.number - days).description + text.dropFirst(10) } ?? text
            default: value
            }
        }
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let data = try JSONSerialization.data(withJSONObject: moved(json), options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }

    /// The demonstration's infants and simulated ones, with corrections and strikes by a physician.
    private static func original() throws -> Program {
        let program = try StoryTests.demo()
        let simulated = try program.nicu("simulate --infants 10 --seed 23").out
        try Research.take(simulated, into: program)
        let events = try program.run(
            [
                "sqlite3", program.folder + "/nicu.db",
                "SELECT max(e.seq) FROM entry e WHERE e.kind IN ('event', 'check') AND NOT EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.seq) GROUP BY e.infant, e.kind",
            ], path: "/usr/bin/env"
        ).out.split(separator: "\n")
        for (index, seq) in events.enumerated() {
            let by = index % 2 == 0 ? "dr.he" : "li.min"
            let struck = try program.run(["strike", String(seq), "--reason", "wrong infant", "--by", by])
            #expect(struck.status == 0, "\(struck.err)")
        }
        // A fever that a physician corrects: unconfirmed it would leave the criterion open.
        let fever = try program.nicu("measure an-an temperature 38.4C --at 2024-11-20T06:30 --json")
        let seq = try #require(fever.json["entries"]?.elements.first?["seq"]?.integer, "\(fever.err)")
        let corrected = try program.run(["correct", "\(seq)", "36.8C", "--reason", "misread", "--by", "dr.he"])
        #expect(corrected.status == 0, "\(corrected.err)")
        return program
    }

    @Test("Ages, z-scores, velocity, nadir, verdicts and projections are the same, corrections and strikes included")
    func sameFigures() throws {
        let program = try Self.original()
        let output = try Research.export(program)
        #expect(output.manifest["corrections"]?["confirmationsWritten"]?.integer ?? 0 >= 1)
        let other = try Research.record()
        try Research.take(output.entries, into: other)
        #expect(try other.nicu("verify").status == 0)
        let secret = try Research.secret(program)
        var births: [String: (id: String, day: Day)] = [:]
        var last: [String: String] = [:]
        for line in output.lines {
            guard let code = line["infant"]?.string, let at = line["at"]?.string else { continue }
            if line["kind"]?.string == "birth", births[code] == nil {
                births[code] = (code, try #require(Day(at.prefix(10))))
            }
            if at.count > 10, at > last[code] ?? "" { last[code] = at }
        }
        var shifts: Set<Int> = []
        var (scores, verdicts) = (0, 0)
        let codes = try program.nicu("list --all --json").json.elements.compactMap { $0["infant"]?.string }
        #expect(codes.count == 19 && births.count == 19)
        for code in codes {
            let first = try program.nicu("timeline \(code) --format ndjson").out.split(separator: "\n")
                .compactMap { try? JSON(text: String($0)) }.first { $0["kind"]?.string == "birth" }
            let birth = try #require(first)
            let id = try #require(birth["id"]?.string.flatMap { Identifier($0) })
            let tail = try #require(secret.code(of: InfantID(id), place: 0)).text.dropFirst()
            let pseudonym = try #require(births.keys.first { $0.hasSuffix(tail) }, "\(code)")
            let born = try #require(birth["at"]?.string.flatMap { Day($0.prefix(10)) })
            let days = born - (births[pseudonym]?.day ?? born)
            #expect(ResearchSecret.shiftRange.contains(days))
            shifts.insert(days)
            let there = try #require(last[pseudonym])
            let here = try #require(Day(there.prefix(10))) + days
            for command in ["growth", "ready --rules cn-2017", "ready --rules strict-union"] {
                for ends in [true, false] {
                    let original = try program.nicu(
                        "\(command) \(code) --json" + (ends ? " --as-of \(here)\(there.dropFirst(10))" : ""))
                    let masked = try other.nicu("\(command) \(pseudonym) --json" + (ends ? " --as-of \(there)" : ""))
                    #expect(
                        original.status == masked.status && masked.status != 64, "\(command) \(code): \(masked.err)")
                    // Without a moment the answer is for the end of the stay, or for now where it lasts.
                    let isOpen = try !ends && program.nicu("list --json").out.contains("\"\(code)\"")
                    guard original.status == 0, !isOpen else { continue }
                    let (one, two) = (try Self.moved(original.out, days), try Self.moved(masked.out, 0))
                    #expect(one == two, "\(command) \(code)\n\(one)\n\(two)")
                    scores += one.components(separatedBy: "\"z\":").count - 1
                    verdicts += one.components(separatedBy: "\"verdict\":").count - 1
                }
            }
        }
        print("research: \(codes.count) infants, \(scores) scores, \(verdicts) verdicts")
        #expect(scores > 2000 && verdicts > 800, "\(scores) scores, \(verdicts) verdicts")
        // Twins share theirs.
        #expect(shifts.count > 10 && shifts.count < codes.count, "\(shifts.count)")
    }

    @Test("A comparison that must find something finds it")
    func canFail() throws {
        let text = "{\"asOf\":\"2024-08-20T06:00:00+08:00\",\"infant\":\"a\",\"points\":[{\"z\":-1.25}]}"
        let same = "{\"asOf\":\"2024-08-19T06:00:00+08:00\",\"points\":[{\"z\":-1.25}]}"
        #expect(try Self.moved(text, 1) == same)
        #expect(try Self.moved(text, 0) != same)
    }
}
