import Foundation
import NICUCore
import Testing

@Suite("The unit's references through the program")
struct ReferenceCommandTests {
    private static func pack(in program: Program, _ change: (String) -> String = { $0 }) throws -> String {
        let page = try String(contentsOfFile: Program.root + "/docs/reference-packs.md", encoding: .utf8)
        let text = page.components(separatedBy: "```csv\n")[1].components(separatedBy: "```\n")[0]
        let file = program.folder + "/own-\(UUID().uuidString).csv"
        try change(text).write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test(
        "installed, used, scored, not removed while in use, removed; an earlier moment of knowledge keeps it",
        .packs("fenton-2013"))
    func life() throws {
        let program = try Program().prepared()
        let file = try Self.pack(in: program)
        #expect(try program.nicu("references add \(file)").out.contains("own-curves 1"))
        #expect(try program.nicu("references add \(file)").err.contains("already installed"))
        let changed = try Self.pack(in: program) { $0.replacing("1180", with: "1181") }
        #expect(try program.nicu("references add \(changed)").err.contains("another content"))
        let listed = try program.nicu("references --json").json
        #expect(listed.elements.last?["id"]?.string == "own-curves")
        #expect(try program.nicu("references use birth own-curves").status == 0)
        #expect(try program.nicu("references remove own-curves").status == 1)
        let rows = "reference,sex,measure,age_days,value,unit\nown-curves,female,weight,203,1180,g\n"
        #expect(try program.run(["score", "-"], input: rows).out.contains("1180,g,0.0,50.0,,ok"))
        let position = try program.count()
        #expect(try program.nicu("references use birth fenton-2013").status == 0)
        #expect(try program.nicu("references remove own-curves").out.contains("removed: growth reference own-curves 1"))
        #expect(try program.nicu("references remove own-curves").status == 1)
        #expect(try program.nicu("growth an-an --reference own-curves").status == 1)
        #expect(try program.nicu("growth an-an --reference own-curves --known-at #\(position)").status == 0)
        #expect(try program.run(["score", "-"], input: rows).out.contains("unknown_reference"))
        #expect(try program.nicu("verify").status == 0)
    }

    @Test(
        "a mistake names line and column and installs nothing; the program's own packs stay",
        .packs("who-2006", "olsen-2010"))
    func refusals() throws {
        let program = try Program().prepared()
        let before = try program.count()
        let bad = try Self.pack(in: program) { $0.replacing("0.9,1180,0.15", with: "0.9,1180,-0.15") }
        let result = try program.nicu("references add \(bad)")
        #expect(result.status == 1 && result.err.contains(":15:28: S is to be above 0"), "\(result.err)")
        let taken = try Self.pack(in: program) { $0.replacing("own-curves", with: "who-2006") }
        #expect(try program.nicu("references add \(taken)").err.contains("comes with the program"))
        #expect(try program.nicu("references remove who-2006").err.contains("comes with the program"))
        #expect(try program.nicu("references remove nothing").status == 1)
        #expect(try program.nicu("references use later who-2006").status == 64)
        #expect(try program.nicu("references use postnatal nothing").status == 1)
        #expect(try program.nicu("references use postnatal olsen-2010").status == 1)
        #expect(try program.nicu("clinician add wang.fang --role nurse").status == 0)
        let good = try Self.pack(in: program)
        #expect(try program.nicu("references add \(good) --by wang.fang").status == 1)
        #expect(try program.count() == before + 2)
        let elsewhere = program.folder + "/elsewhere.db"
        #expect(
            try program.nicu(
                "init --unit U --timezone Asia/Shanghai --clinician li.min --reference nothing --db \(elsewhere)"
            )
            .status == 1)
        #expect(!FileManager.default.fileExists(atPath: elsewhere))
    }
}
