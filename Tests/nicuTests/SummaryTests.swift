import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("Clinical papers: facts from the record, judgement left to the physician")
struct SummaryTests {
    @Test(
        "Each paper in its order, within 80 columns, in both languages",
        arguments: [
            ("an-an", "discharge", "出院记录", "出院医嘱"), ("le-le", "progress", "病程记录", "病情分析"),
            ("le-le", "stage", "阶段小结", "目前诊断"), ("he-he", "discharge", "出院记录", "出院诊断"),
            ("ruo-ruo", "death", "死亡记录", "死亡原因"), ("le-le", "transfer", "转院记录", "转院目的与注意事项"),
        ])
    func papers(code: String, kind: String, title: String, blank: String) throws {
        let program = try StoryTests.demo()
        let moment = code == "le-le" ? ["--as-of", "2024-11-20T08:00"] : []
        for language in ["zh", "en"] {
            let result = try program.run(["summary", code, "--kind", kind, "--lang", language] + moment)
            #expect(result.status == 0, "\(result.err)")
            #expect(result.out.split(separator: "\n").allSatisfy { Table.width(String($0)) <= 80 }, "\(result.out)")
            #expect(result.out.contains("960:") && !result.out.contains("[missing]"))
            guard language == "zh" else { continue }
            #expect(result.out.hasPrefix(title), "\(result.out.prefix(40))")
            let line = result.out.split(separator: "\n").first { $0.hasPrefix(blank) }
            #expect(line?.contains("〔医师填写〕") == true, "\(result.out)")
        }
    }

    @Test("The figures of the stay are those of the other answers")
    func figures() throws {
        let program = try StoryTests.demo()
        let paper = try program.nicu("summary an-an --kind discharge").out
        // Long facts go on in the next line.
        let flat = paper.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        for words in [
            "ventilator: 5 d (2024-08-19 to 2024-08-23)", "nadir: 730 g, 2024-08-24", "14.76 g/kg/d",
            "born 2024-08-19 06:00, GA 27+0, 800 g", "intergrowth-newborn −0.57 (28)", "2580 g",
            "left 2024-11-20 10:00 (home), 93 d (day of admission = 0)",
            "kangaroo care × 8 (2024-09-02 to 2024-10-21)", "15 events: apnoea 13, bradycardia 14, desaturation 15",
        ] {
            #expect(flat.contains(words), "\(words)")
        }
        let month = try program.nicu("summary an-an --kind stage --as-of 2024-09-20T08:00").out
        #expect(month.contains("non-invasive (CPAP, NIPPV): 29 d (2024-08-23 to still on)"), "\(month)")
        #expect(!month.contains("ventilator: 5 d"))
        let json = try program.nicu("summary an-an --kind discharge --json").json
        #expect(json["kind"]?.string == "discharge" && json["infants"]?.elements.count == 1)
    }

    @Test("A paper fits how the stay ended; before the end it is called a draft")
    func fits() throws {
        let program = try StoryTests.demo()
        for (code, kind) in [("an-an", "death"), ("an-an", "transfer"), ("ruo-ruo", "discharge"), ("le-le", "death")] {
            let result = try program.run(["summary", code, "--kind", kind])
            #expect(result.status == 1 && result.err.contains("there is no"), "\(code) \(kind) \(result.err)")
        }
        #expect(try program.nicu("summary le-le --kind discharge --as-of 2024-11-20T08:00").out.contains("a draft"))
        #expect(!(try program.nicu("summary an-an --kind discharge").out.contains("a draft")))
    }

    @Test("A name stands on a paper only where it is asked for, and that is noted")
    func identity() throws {
        let program = try StoryTests.demo()
        #expect(try program.run(["identity", "an-an"], input: "name=测试安\nhospital_number=ZY-2024-0819\n").status == 0)
        #expect(!(try program.nicu("summary an-an --kind discharge").out.contains("测试安")))
        let named = try program.nicu("summary an-an --kind discharge --with-identity --format html")
        #expect(named.out.contains("测试安") && named.out.contains("ZY-2024-0819"), "\(named.err)")
        let log = try String(contentsOfFile: program.folder + "/nicu.db.access", encoding: .utf8)
        #expect(log.contains("\"summary-identity\"") && log.contains("\"summary\""))
    }
}
