import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("H40 a research export holds nothing that names anybody")
struct ResearchPrivacyTests {
    /// Every member of every kind as the schema has them, `kind member form`.
    private static func schema(_ program: Program) throws -> [(kind: String, member: String)] {
        try program.run(
            ["sqlite3", program.folder + "/nicu.db", "SELECT kind || ' ' || member FROM body_member"],
            path: "/usr/bin/env"
        ).out.split(separator: "\n").map {
            let parts = $0.split(separator: " ").map(String.init)
            return (parts[0], parts[1])
        }
    }

    @Test("Every member of every kind is listed as kept, shifted, replaced or dropped; what is not listed is dropped")
    func allowList() throws {
        let members = try Self.schema(try Research.record())
        #expect(members.count > 100)
        for kind in Kind.known {
            let own = members.filter { $0.kind == kind.name }.map(\.member)
            if let reason = ResearchRules.reason(toDrop: kind) {
                #expect(reason != .unknownKind, "\(kind.name)")
                continue
            }
            let listed = try #require(ResearchRules.members[kind]).keys.sorted()
            #expect(listed == own.sorted(), "\(kind.name)")
        }
        #expect(ResearchRules.reason(toDrop: .unknown("mood")) == .unknownKind)
        #expect(ResearchRules.treatment(of: "tomorrow", in: .event) == nil)
        let entry = Entry(
            seq: 1, id: try #require(Identifier(Research.id(1))), infant: nil, code: InfantCode("an-an"),
            operation: try #require(Identifier(Research.id(2))),
            at: Moment(Instant(seconds: 0), offsetMinutes: 0), recorded: Instant(seconds: 0), by: "li.min",
            source: "cli", key: "k", corrects: Identifier(Research.id(3)), reason: SealedText("r"),
            body: Retraction(confirmedBy: "x"))
        let header = EntryLine.json(entry, zone: .utc, unit: "u", digest: "d").members.map(\.name)
        #expect(header.sorted() == ResearchRules.header.keys.sorted())
    }

    /// Words planted where free text can stand: kind, body, and the words in it.
    private static let planted: [(kind: String, body: String)] = [
        (
            "identity",
            "{\"name\":\"qa1x\",\"hospital_number\":\"qa2x\",\"record_number\":\"qa3x\",\"guardian\":\"qa4x\",\"alias\":\"qa5x\"}"
        ),
        ("perinatal", "{\"antenatalSteroids\":\"qb1x\",\"delivery\":\"qb2x\",\"inborn\":true}"),
        ("admission", "{\"from\":\"birth\",\"hospital\":\"qc1x\",\"bed\":\"qc2x\"}"),
        ("bed", "{\"bed\":\"qd1x\"}"),
        (
            "measurement",
            "{\"quantity\":\"weight\",\"value\":1090,\"unit\":\"g\",\"asWritten\":\"qe1x\",\"site\":\"qe2x\",\"method\":\"qe3x\",\"clothing\":\"qe4x\",\"equipment\":\"qe5x\",\"scale\":\"qe6x\",\"answered\":[\"qe7x\",\"same_again\"],\"secondBy\":\"qe8x\"}"
        ),
        ("state", "{\"aspect\":\"thermal\",\"value\":\"incubator\",\"detail\":\"qf1x\"}"),
        ("state", "{\"aspect\":\"qf2x\",\"value\":\"on\"}"),
        (
            "check",
            "{\"task\":\"hearing_screen\",\"result\":\"refer\",\"method\":\"qg1x\",\"place\":\"qg2x\",\"followUp\":\"2024-09-03\"}"
        ),
        ("check", "{\"task\":\"qg3x\",\"result\":\"pass\"}"),
        ("attestation", "{\"item\":\"rooming_in\",\"value\":true,\"caregiver\":\"qh1x\"}"),
        ("attestation", "{\"item\":\"qh2x\",\"value\":true}"),
        ("waiver", "{\"criterion\":\"qi1x\"}"),
        ("waiver", "{\"criterion\":\"hearing\",\"rules\":\"qi2x\"}"),
        (
            "decision",
            "{\"rules\":{\"id\":\"qj1x\",\"version\":\"qj2x\",\"digest\":\"qj3x\"},\"position\":7,\"overall\":\"qj4x\",\"verdicts\":[\"qj5x\"],\"answerDigest\":\"qj6x\"}"
        ),
        ("problem", "{\"code\":\"qk1x\"}"), ("problem", "{\"code\":\"ivh\",\"grade\":\"qk2x\"}"),
        ("problem", "{\"code\":\"P22.7\"}"),
        (
            "medication",
            "{\"product\":\"caffeine ql1x\",\"lot\":\"ql2x\",\"site\":\"ql3x\",\"dose\":5,\"unit\":\"ql4x\",\"route\":\"ql5x\"}"
        ),
        ("medication", "{\"product\":\"caffeine\",\"notGivenReason\":\"ql6x\"}"),
        ("medication", "{\"product\":\"ql7x\"}"),
        ("immunisation", "{\"product\":\"BCG qm1x\",\"site\":\"qm2x\",\"notGivenReason\":\"qm3x\"}"),
        ("immunisation", "{\"product\":\"bcg\",\"lot\":\"qm4x\"}"),
        ("procedure", "{\"what\":\"transfusion\",\"grade\":\"qn1x\",\"detail\":\"qn2x\"}"),
        ("procedure", "{\"what\":\"qn3x\"}"),
        ("intake", "{\"route\":\"qo1x\",\"milk\":\"qo2x\",\"volumeTenthsMl\":100}"),
        ("lab", "{\"code\":\"qp1x\",\"value\":1,\"unit\":\"g/L\"}"),
        ("lab", "{\"code\":\"crp\",\"value\":1,\"unit\":\"qp2x\"}"),
        ("plan", "{\"target\":\"qq1x\"}"), ("plan", "{\"target\":\"weighing\",\"value\":\"qq2x\"}"),
        ("plan", "{\"target\":\"energy\",\"low\":1,\"unit\":\"qq3x\"}"),
        ("communication", "{\"with\":\"qr1x\",\"text\":\"qr2x\"}"), ("consent", "{\"item\":\"qs1x\",\"granted\":true}"),
        ("note", "{\"text\":\"qt1x\"}"), ("mood", "{\"qu1x\":\"qu2x\"}"),
        ("discharge", "{\"to\":\"home\",\"code\":\"qv1x\",\"told\":\"qv2x\",\"readiness\":\"qv3x\"}"),
        ("follow_up", "{\"place\":\"qw1x\",\"source\":\"qw2x\",\"quantity\":\"weight\",\"value\":3000,\"unit\":\"g\"}"),
        ("follow_up", "{\"unit\":\"qw3x\",\"value\":3}"),
        ("transfer", "{\"to\":\"transfer\",\"code\":\"qx1x\",\"hospital\":\"qx2x\"}"),
    ]

    @Test(
        "What was planted in every member, every id, login, date, code and digest is in the plain export, and in no part of this one"
    )
    func nothing() throws {
        let program = try Research.record("Qunit1x")
        var lines =
            Research.infant("qcode-one", 1, birth: ",\"of\":2,\"order\":1,\"siblings\":[\"tcode-two\"]")
            + Research.infant("tcode-two", 5, sex: "male", birth: ",\"of\":2,\"order\":2")
        for (index, item) in Self.planted.enumerated() {
            let day = item.kind == "follow_up" ? 29 : item.kind == "discharge" || item.kind == "transfer" ? 28 : 20
            lines += Research.line(
                100 + index, item.kind == "transfer" ? "tcode-two" : "qcode-one", item.kind, item.body,
                at: "2024-09-\(day)T0\(index % 10):3\(index % 7):00+08:00",
                more:
                    ",\"key\":\"qkey\(index)x\",\"source\":\"qsource1x\",\"reason\":\"qreason\(index)x\",\"operation\":\"\(Research.id(9000 + index))\""
            )
        }
        // A login of another record, and a time that another record wrote down.
        lines = lines.replacingOccurrences(of: "\"by\":\"li.min\"", with: "\"by\":\"qlogin1x\"")
        try Research.take(lines, into: program)
        var plain = ""
        for code in ["qcode-one", "tcode-two"] {
            let names = program.folder + "/\(code).names"
            plain += try program.nicu("timeline \(code) --format ndjson --with-identity \(names)").out
            plain += try String(contentsOfFile: names, encoding: .utf8)
        }
        func all(_ pattern: String) throws -> Set<String> {
            let regex = try Regex(pattern)
            return Set(plain.matches(of: regex).map { String(plain[$0.range]) })
        }
        let words = try all("q[a-z]+[0-9]+x")
        for index in Self.planted.indices {
            #expect(words.contains("qreason\(index)x") && words.contains("qkey\(index)x"))
        }
        for (_, body) in Self.planted {
            for word in body.matches(of: try Regex("q[a-z][0-9]x")) {
                #expect(words.contains(String(body[word.range])))
            }
        }
        let (ids, dates) = (try all("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), try all("2024-[0-9]{2}-[0-9]{2}"))
        let digests = try all("[0-9a-f]{64}")
        let counts = [words.count, ids.count, dates.count, digests.count]
        #expect(zip(counts, [140, 80, 5, 100]).allSatisfy { $0 >= $1 }, "\(counts)")
        for text in ["qcode-one", "tcode-two", "Qunit1x", "qlogin1x", "P22.7"] {
            #expect(plain.contains(text), "\(text)")
        }
        let output = try Research.export(program)
        for text in words.union(ids).union(dates).union(digests).union([
            "qcode-one", "tcode-two", "Qunit1x", "P22.7", "li.min",
        ]) {
            #expect(!output.everything.contains(text), "\(text)")
        }
        #expect(!output.everything.lowercased().contains("mood") && !output.everything.contains("EK-2024"))
        // The secret itself is nowhere, and what the test looks for is found when it is there.
        let secret = try String(contentsOfFile: program.folder + "/nicu.db.keys/research.key", encoding: .utf8)
        #expect(secret.count == 65 && !output.everything.contains(secret.prefix(16)))
        #expect((output.everything + "qa1x").contains("qa1x"))
        // Unused marks of the version 7 identifiers: each new one says version 8.
        for line in output.lines { #expect(line["id"]?.string.map { Array($0)[14] } == "8") }
        #expect(output.manifest["entries"]?["dropped"]?["unknown"]?["unknown_kind"]?.integer == 1)
        let kept = output.lines.filter { $0["kind"]?.string == "medication" }
        #expect(kept.count == 2 && kept.contains { $0["body"]?["notGivenReason"]?.string == "not_given" })
    }

    @Test("A correction that is left out takes the old value with it; what corrects a left-out entry stands alone")
    func corrections() throws {
        let program = try Research.record()
        try Research.take(
            Research.infant("an-an", 1)
                + Research.line(10, "an-an", "plan", "{\"target\":\"weighing\",\"value\":\"daily\"}")
                + Research.line(
                    11, "an-an", "plan", "{\"target\":\"weighing\",\"value\":\"told by phone\"}", corrects: 10)
                + Research.line(20, "an-an", "plan", "{\"target\":\"fortification\",\"value\":\"onn\"}")
                + Research.line(21, "an-an", "plan", "{\"target\":\"fortification\",\"value\":\"on\"}", corrects: 20)
                + Research.line(30, "an-an", "plan", "{\"target\":\"weighing\",\"value\":\"odd\"}")
                + Research.line(31, "an-an", "retraction", "{}", corrects: 30)
                + Research.line(40, "an-an", "event", "{\"what\":[\"apnoea\"]}")
                + Research.line(41, "an-an", "retraction", "{\"confirmedBy\":\"dr.q\"}", corrects: 40), into: program)
        let output = try Research.export(program)
        let plans = output.lines.filter { $0["kind"]?.string == "plan" }
        #expect(plans.compactMap { $0["body"]?["value"]?.string } == ["on"] && plans.first?["corrects"] == nil)
        let strikes = output.lines.filter { $0["kind"]?.string == "retraction" }
        #expect(strikes.count == 1 && strikes[0]["corrects"]?.string != nil)
        let dropped = output.manifest["entries"]?["dropped"]
        #expect(dropped?["plan"]?["corrected_by_dropped"]?.integer == 1)
        #expect(dropped?["plan"]?["word_outside_vocabulary"]?.integer == 3)
        #expect(dropped?["retraction"]?["strikes_dropped"]?.integer == 1)
        #expect(output.manifest["corrections"]?["ofDroppedEntries"]?.integer == 1)
        try Research.take(output.entries, into: try Research.record())
    }
}
