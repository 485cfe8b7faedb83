import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("H40 a research export: who is in it, who is rare, and the same bytes again")
struct ResearchConsentTests {
    /// Eight girls alike, one boy born small, and twins of whom the second names the first.
    private static func ward() throws -> Program {
        let program = try Research.record()
        var lines = ""
        for index in 0..<8 { lines += Research.infant("girl-\(index)\(index)", index * 10 + 1) }
        lines += Research.infant("boy-one", 201, sex: "male", weeks: 24, grams: 480)
        lines += Research.infant("anna", 211, weeks: 30, birth: ",\"of\":2,\"order\":1")
        lines += Research.infant(
            "berta", 221, weeks: 30, born: "2024-08-19T06:04:00+08:00",
            birth: ",\"of\":2,\"order\":2,\"siblings\":[\"anna\"]")
        try Research.take(lines, into: program)
        return program
    }

    private static func consent(_ program: Program, _ code: String, _ answer: String, check: String? = nil) throws {
        var words = ["consent", code, "research", answer]
        if let letter = try program.nicu("band \(code) --json").json["check"]?.string { words += ["--check", letter] }
        let result = try program.run(words)
        #expect(result.status == 0, "\(result.err)")
    }

    @Test(
        "Only who consented; withdrawn is withdrawn whatever moment is asked for; a waiver takes in nobody who said no")
    func consent() throws {
        let program = try Self.ward()
        let folder = program.folder + "/out"
        let nobody = try program.nicu("export --format research -o \(folder)")
        #expect(nobody.status == 1 && nobody.err.contains("11 left out: no consent"), "\(nobody.err)")
        #expect(!FileManager.default.fileExists(atPath: folder))
        for code in ["girl-00", "girl-11", "berta"] { try Self.consent(program, code, "granted") }
        #expect(try program.nicu("consent girl-22 press granted --check \(RoundTests.letter("girl-22"))").status == 0)
        let position = try program.count()
        try Self.consent(program, "girl-11", "withdrawn")
        try Self.consent(program, "girl-33", "withdrawn")
        for known in ["", " --known-at #\(position)"] {
            let output = try Research.export(program, known)
            #expect(Set(output.lines.compactMap { $0["infant"]?.string }).count == 2)
            #expect(output.manifest["consent"]?["withoutConsent"]?.integer == 7)
            #expect(output.manifest["consent"]?["refused"]?.integer == 2)
            #expect(output.manifest["consent"]?["ground"]?.string == "consent")
            // The twin who is not in it is not named either.
            let births = output.lines.filter { $0["kind"]?.string == "birth" }
            #expect(births.allSatisfy { $0["body"]?["siblings"] == nil })
            #expect(births.contains { $0["body"]?["of"]?.integer == 2 })
        }
        let waived = try Research.export(program, "--without-consent 伦审-2024.17")
        #expect(Set(waived.lines.compactMap { $0["infant"]?.string }).count == 9)
        #expect(waived.manifest["consent"]?["refused"]?.integer == 2)
        #expect(waived.manifest["consent"]?["ground"]?.string == "waived")
        let log = try String(contentsOfFile: program.folder + "/nicu.db.access", encoding: .utf8)
        let noted = log.split(separator: "\n").filter { $0.contains("\"verb\":\"export-research\"") }
        #expect(noted.count == 2 + 2 + 9 && noted.filter { $0.contains("\"ground\":\"伦审-2024.17\"") }.count == 9)
    }

    @Test("Twins move together and name each other by letters of their own")
    func twins() throws {
        let program = try Self.ward()
        let births = try Research.export(program).lines.filter { $0["kind"]?.string == "birth" }
        #expect(births.count == 11)
        let second = try #require(births.first { $0["body"]?["siblings"] != nil })
        let name = try #require(second["body"]?["siblings"]?.elements.first?.string)
        let first = try #require(births.first { $0["infant"]?.string == name })
        #expect(name.first != second["infant"]?.string?.first)
        let days = [first, second].compactMap { $0["at"]?.string }
        #expect(days[0].prefix(10) == days[1].prefix(10) && days[0].hasSuffix("T06:00:00+08:00"))
        #expect(days[1].hasSuffix("T06:04:00+08:00"))
        // All were born on one day: the others do not move together.
        #expect(Set(births.compactMap { $0["at"]?.string?.prefix(10) }).count >= 8)
    }

    @Test("Rare combinations are warned about, counted and named by pseudonym; they can be left out")
    func rare() throws {
        let program = try Self.ward()
        let base = "export --format research --without-consent EK-1 -o \(program.folder)/"
        let warned = try program.nicu(base + "a")
        #expect(warned.err.contains("warning: 3 infants in 2 groups"), "\(warned.err)")
        let manifest = try Research.export(program).manifest["anonymity"]
        #expect(manifest?["k"]?.integer == 5 && manifest?["rareGroups"]?.integer == 2)
        #expect(manifest?["groupsBySize"]?.text == "{\"1\":1,\"2\":1,\"8\":1}")
        let rare = Set(manifest?["rareInfants"]?.elements.compactMap(\.string) ?? [])
        let output = try Research.export(program, "--without-consent EK-1 --suppress-rare")
        let left = Set(output.lines.compactMap { $0["infant"]?.string })
        #expect(rare.count == 3 && left.count == 8 && left.isDisjoint(with: rare))
        #expect(rare.allSatisfy { !output.everything.contains($0) } && !output.everything.contains("warning"))
        #expect(output.manifest["infants"]?["suppressed"]?.integer == 3)
        #expect(try program.nicu(base + "b --k 2").err.contains("warning: 1 infants in 1 groups"))
        #expect(try program.nicu(base + "c --k 9 --suppress-rare").status == 1)
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/c"))
    }

    @Test("The same data, moments and secret give the same bytes; another secret gives other names and other dates")
    func reproducible() throws {
        let program = try Self.ward()
        let position = try program.count()
        let options = "--without-consent EK-1 --known-at #\(position)"
        let first = try Research.export(program, options)
        #expect(try program.nicu("weigh boy-one 470g --at 2024-08-20T06:00").status == 0)
        let second = try Research.export(program, options)
        #expect(first.entries == second.entries && first.manifest == second.manifest)
        #expect(try Research.export(program).entries != first.entries)
        let other = try Research.export(try Self.ward(), "--without-consent EK-1")
        func codes(_ output: Research.Output) -> Set<String> { Set(output.lines.compactMap { $0["infant"]?.string }) }
        #expect(codes(first).isDisjoint(with: codes(other)) && codes(first).count == codes(other).count)
        #expect(first.manifest["series"] != other.manifest["series"])
    }

    @Test("The secret is made once, 0600, and refused when others can read it or it is no secret")
    func secret() throws {
        let program = try Self.ward()
        let path = program.folder + "/nicu.db.keys/research.key"
        #expect(!FileManager.default.fileExists(atPath: path))
        _ = try Research.export(program)
        let bytes = FileManager.default.contents(atPath: path)
        _ = try Research.export(program)
        #expect(FileManager.default.contents(atPath: path) == bytes)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let left = try FileManager.default.contentsOfDirectory(atPath: program.folder + "/nicu.db.keys")
        #expect(left.filter { $0.hasPrefix("research") } == ["research.key"])
        let line = "export --format research --without-consent EK-1 -o \(program.folder)/out"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(try program.nicu(line).status == 1)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try Data("short\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try program.nicu(line).status == 1)
        #expect(!FileManager.default.fileExists(atPath: program.folder + "/out"))
    }

    @Test(
        "What cannot be is one sentence and changes nothing",
        arguments: [
            ("--without-consent EK-1", Int32(64), "name a new folder"),
            ("--without-consent EK-1 -o FOLDER/nicu.db", 1, "already exists"),
            ("--without-consent approved -o FOLDER/out", 64, "no number of an ethics decision"),
            ("--without-consent EK-1 -o FOLDER/none/out", 1, "cannot write"),
            ("--without-consent EK-1 -o FOLDER/out --k 1", 64, "--k cannot be 1"),
            ("--without-consent EK-1 -o FOLDER/out --as-of 2024-08-20", 64, "not used together"),
            ("--without-consent EK-1 -o FOLDER/out --tsv", 64, "not used together"),
            ("--without-consent EK-1 -o FOLDER/out --known-at #99999", 1, "99999"),
            ("--without-consent EK-1 -o FOLDER/out --by nobody", 1, "nobody"),
        ])
    func refused(options: String, status: Int32, words: String) throws {
        let program = try Self.ward()
        let line = "export --format research " + options.replacingOccurrences(of: "FOLDER", with: program.folder)
        let result = try program.nicu(line)
        #expect(result.status == status && result.err.contains(words), "\(result.status) \(result.err)")
        #expect(result.out.isEmpty && result.err.split(separator: "\n").count == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: program.folder)
        #expect(!left.contains { $0.hasPrefix("out") && !$0.hasPrefix("out-") || $0.contains(".part") })
        #expect(try program.nicu("export --suppress-rare").status == 64)
    }

    @Test("Where the clock changes in the year, times stay as written and the export says what an import would do")
    func clockChange() throws {
        let program = try Research.record(zone: "Europe/Berlin")
        let born = "2024-08-19T00:30:00+02:00"
        try Research.take(
            Research.infant("an-an", 1, born: born)
                + Research.line(
                    10, "an-an", "review", "{\"shift\":\"2024-08-20/night\",\"events\":0}", at: "2024-08-20")
                + Research.line(11, "an-an", "problem", "{\"code\":\"bpd\",\"onset\":\"2024-08-21\"}", at: "2024-08-22"),
            into: program)
        let output = try Research.export(program)
        let birth = try #require(output.lines.first { $0["kind"]?.string == "birth" }?["at"]?.string)
        #expect(birth.hasSuffix("T00:30:00+02:00"))
        func day(_ kind: String, _ member: String? = nil) throws -> Day {
            let line = try #require(output.lines.first { $0["kind"]?.string == kind })
            let text = member.map { line["body"]?[$0]?.string } ?? line["at"]?.string
            return try #require(Day((text ?? "").prefix(10)))
        }
        let zero = try #require(Day(birth.prefix(10)))
        #expect(try day("review") - zero == 1 && day("review", "shift") - zero == 1)
        #expect(try day("problem") - zero == 3 && day("problem", "onset") - zero == 2)
        let other = output.manifest["clock"]?["otherOffset"]?.integer ?? 0
        #expect((other > 0) == output.everything.contains("the clock of Europe/Berlin changes"))
    }

    @Test("verify holds lines and manifest against each other")
    func verified() throws {
        let program = try Self.ward()
        let folder = program.folder + "/out"
        for code in ["girl-00", "girl-11"] { try Self.consent(program, code, "granted") }
        #expect(try program.nicu("export --format research -o \(folder)").status == 0)
        let whole = try program.nicu("verify \(folder) --json")
        #expect(try whole.status == 0 && whole.json["ok"] == .bool(true))
        let path = folder + "/entries.ndjson"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let last = try #require(text.split(separator: "\n").last)
        for changed in [
            String(text.dropLast(last.count + 1)), text.replacingOccurrences(of: "girl", with: "boy"), text + "{}\n",
        ]
        where changed != text {
            try changed.write(toFile: path, atomically: true, encoding: .utf8)
            let refused = try program.nicu("verify \(folder)")
            #expect(refused.status == 1 && refused.err.contains("do not give its manifest"), "\(refused.err)")
        }
    }
}
