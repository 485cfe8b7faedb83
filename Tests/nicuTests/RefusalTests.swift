import Foundation
import NICUCore
import Testing

@Suite("Bad input never writes: one clear sentence, the documented exit code")
struct RefusalTests {
    @Test(
        "H3 H5 H36 the gallery of refusals",
        arguments: [
            ("weigh bao-bao 1520g", 1, "no infant has the code “bao-bao”"),
            ("weigh an-am 1520g", 1, "similar: an-an"), ("weigh an-an 1520", 64, "has no unit"),
            ("weigh an-an 1,52kg", 64, "comma at column 2"), ("weigh an-an 1520.5g", 64, "too many decimals"),
            ("weigh an-an １５２０g", 64, "not 0–9 at column 1"), ("weigh an-an 12kg", 1, "12000 g is impossible"),
            ("weigh an-an 12 kg", 1, "12000 g is impossible"), ("weigh an-an 199g", 1, "199 g is impossible"),
            ("weigh an-an 1520g --at 2099-01-01T06:00", 1, "lies in the future"),
            ("weigh an-an 1520g --at 2024-08-19T05:59", 1, "is before birth"),
            ("weigh an-an 1520g --at 2024-02-30", 64, "there is no day 2024-02-30"),
            ("weigh an-an 1520g --by nobody", 1, "not a registered clinician"),
            ("weigh AN-AN 1520g", 64, "is not a code"), ("weigh an-an 1520g --surprise", 64, "Unknown option"),
            ("weigh an-an", 64, "Missing expected argument"),
            ("admit an-an --sex female --born 2024-08-20T06:00 --ga 27+0", 1, "has a birth already"),
            ("admit an-am --sex female --born 2024-08-20T06:00 --ga 27+0", 1, "differs from “an-an” by one character"),
            ("admit bao --sex female --born 2024-08-20T06:00 --ga 27+9", 64, "must be 0–6"),
            ("admit bao --sex woman --born 2024-08-20T06:00 --ga 27+0", 64, "one of: female"),
            ("state an-an feeding gavage", 64, "one of: none, tube"), ("event an-an cough", 64, "one of: apnoea"),
            ("task an-an hearing maybe", 64, "one of: pass"), ("measure an-an length", 64, "pairs"),
            ("measure an-an temperature 368C", 1, "is impossible"),
            ("correct 9999 1490g --reason x", 1, "no entry 9999"),
            ("correct 1 1490g --reason x", 1, "about the unit"), ("strike 11", 64, "--reason"),
            ("ready an-an --rules none", 1, "no rule set"), ("growth an-an --as-of nonsense", 64, "is not a time"),
            ("growth an-an --known-at #x", 64, "ledger position"), ("import /nowhere/file", 1, "cannot read the file"),
            ("undo --by nobody", 1, "not a registered clinician"), ("demo", 1, "already exists"),
            ("init --unit X --timezone Asia/Shanghai --clinician a", 1, "already exists"),
            ("list --db /nowhere/x.db", 1, "there is no record"),
        ])
    func gallery(line: String, status: Int, sentence: String) throws {
        let program = try Program().prepared()
        let before = try program.count()
        let result = try program.nicu(line)
        #expect(result.status == Int32(status), "\(result.err)")
        #expect(result.err.contains(sentence), "\(result.err)")
        #expect(result.out.isEmpty)
        #expect(try program.count() == before)
    }

    @Test("A correction of a struck entry is refused and names the strike")
    func struck() throws {
        let program = try Program().prepared()
        let seq = try #require(
            try program.nicu("weigh an-an 810g --at 2024-08-20T06:00 --json").json["entries"]?.elements[0]["seq"]?
                .integer)
        #expect(try program.nicu("strike \(seq) --reason wrong").status == 0)
        let result = try program.nicu("correct \(seq) 800g --reason late")
        #expect(result.status == 1 && result.err.contains("already struck out by \(seq + 1)"), "\(result.err)")
    }

    @Test("H19 a truncated or impossible import names its lines and writes nothing")
    func imports() throws {
        let program = try Program().prepared()
        let seed = try String(contentsOfFile: Program.root + "/seeds/patients/twins.ndjson", encoding: .utf8)
        let before = try program.count()
        let file = program.folder + "/in.ndjson"
        try String(seed.dropLast(40)).write(toFile: file, atomically: true, encoding: .utf8)
        let lines = seed.split(separator: "\n").count
        let cut = try program.nicu("import \(file)")
        #expect(
            cut.status == 1 && cut.err.contains("line \(lines):") && cut.err.contains("nothing was saved"), "\(cut.err)"
        )
        let impossible = seed.replacingOccurrences(
            of: #""quantity":"weight","value":1"#, with: #""quantity":"weight","value":91"#)
        try impossible.write(toFile: file, atomically: true, encoding: .utf8)
        let refused = try program.nicu("import \(file)")
        #expect(
            refused.status == 1 && refused.err.contains("is impossible") && refused.err.contains("line "),
            "\(refused.err)")
        #expect(try program.count() == before)
        try seed.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try program.nicu("import \(file)").status == 0)
        #expect(try program.count() == before + lines)
        let again = try program.nicu("import \(file)")
        #expect(
            again.status == 0 && again.out.contains("imported 0 entries, \(lines) already here"),
            "\(again.out)\(again.err)")
        #expect(try program.count() == before + lines)
        let changed = seed.replacingOccurrences(of: #""sex":"male""#, with: #""sex":"female""#)
        try changed.write(toFile: file, atomically: true, encoding: .utf8)
        let differs = try program.nicu("import \(file)")
        #expect(differs.status == 1 && differs.err.contains("with another content"), "\(differs.err)")
    }

    @Test("H26 no option takes a name, and names reach neither arguments nor refusals")
    func privacy() throws {
        let program = try Program().prepared()
        let canary = "金丝雀Canary"
        #expect(
            try program.run(["identity", "an-an"], input: "name=\(canary)\nhospital_number=Z\(canary)\n").status == 0)
        let bad = try program.run(["identity", "an-an"], input: "nom=\(canary)\n")
        #expect(bad.status == 64 && !bad.err.contains(canary) && !bad.out.contains(canary))
        let files = try #require(FileManager.default.enumerator(atPath: program.folder)).compactMap { $0 as? String }
        for file in files where file.hasPrefix("nicu.db") {
            guard let bytes = FileManager.default.contents(atPath: program.folder + "/" + file) else { continue }
            #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(file)")
        }
        for command in ["admit", "identity", "note"] {
            let help = try program.nicu("\(command) --help").out
            #expect(!help.contains("--name") && !help.contains("--hospital"), "\(command)")
        }
    }
}
