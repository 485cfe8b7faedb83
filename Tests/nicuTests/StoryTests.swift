import Foundation
import NICUAssets
import NICUCore
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("An-an's story through the program")
struct StoryTests {
    static func demo() throws -> Program {
        let program = try Program()
        let result = try program.nicu("demo")
        #expect(result.status == 0, "\(result.err)")
        #expect(result.out.hasSuffix("export NICU_DB=\(program.folder)/nicu.db\n"))
        return program
    }

    @Test("H10 H37 growth: every figure of the story, for a girl and as if for a boy")
    func growth() throws {
        let program = try Self.demo()
        func figures(_ line: String) throws -> [String: String] {
            let data = Data(try program.nicu(line).out.utf8)
            let answer = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let points = try #require(answer["points"] as? [[String: Any]])
            let weights = points.filter { $0["measure"] as? String == "weight" }
            var found = ["pma": "\(points.last?["pmaDays"] as? Int ?? 0)"]
            for (label, point) in [("birth", weights.first), ("home", weights.last)] {
                for score in point?["scores"] as? [[String: Any]] ?? [] {
                    let z = (score["z"] as? Double).map { String(format: "%.2f", $0) }
                    found["\(label) \(score["reference"] as? String ?? "")"] = z ?? score["status"] as? String
                }
            }
            for rate in answer["velocity"] as? [[String: Any]] ?? []
            where rate["window"] as? String == "whole_stay" && rate["method"] as? String == "exponential" {
                found["whole"] = (rate["value"] as? Double).map { String(format: "%.2f", $0) }
                found["label"] = rate["label"] as? String
            }
            return found
        }
        let girl = try figures("growth an-an --json")
        let expected = [
            "pma": "282", "birth fenton-2013": "-0.51", "home fenton-2013": "-1.98",
            "home intergrowth-postnatal": "-1.53",
            "home who-2006": "-1.44", "whole": "12.59", "label": "whole stay, includes the loss phase",
            "birth intergrowth-postnatal": "not_for_birth", "birth who-2006": "below_range",
        ]
        // A pack may be left out of a build; its figures are then not asked for.
        let packs = ReferenceLibrary().ids
        func isHere(_ name: String) -> Bool { !name.contains(" ") || packs.contains { name.hasSuffix($0) } }
        for (name, value) in expected where isHere(name) { #expect(girl[name] == value, "\(name)") }
        let boy = try figures("growth an-an --json --assume-sex male")
        let assumed = [
            "birth fenton-2013": "-0.78", "home fenton-2013": "-2.39", "home intergrowth-postnatal": "-2.18",
            "home who-2006": "-1.69",
        ]
        for (name, value) in assumed where isHere(name) { #expect(boy[name] == value, "\(name)") }
        let unknown = try figures("growth an-an --json --assume-sex unknown")
        for name in ["birth fenton-2013", "home who-2006"] where isHere(name) {
            #expect(unknown[name] == "unknown_sex")
        }
    }

    @Test("H6 readiness: all met at discharge, stale the day after next, and the exit codes say so")
    func readiness() throws {
        let program = try Self.demo()
        #expect(try program.nicu("ready an-an --exit-code").status == 0)
        #expect(try program.nicu("ready an-an --exit-code --as-of 2024-11-23T10:00").status == 4)
        #expect(try program.nicu("ready le-le --exit-code --as-of 2024-11-20T10:00").status == 3)
        let answer = try program.nicu("ready an-an --json").json
        #expect(answer["overall"]?.string == "ready")
        #expect(answer["criteria"]?.elements.allSatisfy { $0["evidence"] != nil && $0["source"] != nil } == true)
        for language in ["en", "zh"] {
            let text = try program.nicu("ready an-an --lang \(language) --explain").out
            #expect(!text.contains("可以出院") && !text.lowercased().contains("ready to go"))
        }
    }

    @Test("A correction shows old and new, struck through, in every format")
    func corrections() throws {
        let program = try Program().prepared()
        let seq = try #require(
            try program.confirmed("weigh an-an 1490g --at 2024-08-20T06:00 --json").json["entries"]?.elements[0]["seq"]?
                .integer)
        #expect(try program.run(["correct", "\(seq)", "790g", "--reason", "misread"]).status == 0)
        let text = try program.nicu("timeline an-an").out
        #expect(text.contains("~~weight 1490 g~~ → #\(seq + 1) corrected by li.min") && text.contains("misread"))
        #expect(text.contains("weight 790 g"))
        let csv = try program.nicu("timeline an-an --format csv").out
        #expect(csv.contains("~~weight 1490 g~~,corrected,\(seq + 1),misread"))
        let json = try program.nicu("timeline an-an --format json").json
        let old = json["entries"]?.elements.first { $0["seq"]?.integer == seq }
        #expect(old?["struckThrough"] == .bool(true) && old?["supersededBy"]?["reason"]?.string == "misread")
        let lines = try program.nicu("timeline an-an --format ndjson").out
        #expect(lines.contains(#""value":1490"#) && lines.contains(#""value":790"#) && lines.contains(#""corrects":""#))
    }

    @Test(
        "The chart holds every value once, struck ones hollow, says its reference, and never changes for the same instants",
        .packs("fenton-2013")
    )
    func chart() throws {
        let program = try Self.demo()
        let instants = "--known-at #400 --as-of 2024-11-20T10:00"
        var pictures: [String] = []
        for (place, language) in ["en", "en", "zh"].enumerated() {
            let file = program.folder + "/chart-\(place).svg"
            let result = try program.nicu("growth an-an \(instants) --svg \(file) --lang \(language)")
            #expect(result.status == 0, "\(result.err)")
            pictures.append(try String(contentsOfFile: file, encoding: .utf8))
        }
        #expect(pictures[0] == pictures[1])
        let parser = XMLParser(data: Data(pictures[2].utf8))
        #expect(parser.parse())
        #expect(pictures[2].contains("生长曲线") && pictures[0].contains("fenton-2013 1"))
        func count(_ text: String) -> Int { pictures[0].components(separatedBy: text).count - 1 }
        let growth = try program.nicu("growth an-an \(instants) --json").out
        let values = growth.components(separatedBy: #""dayOfLife":"#).count - 1
        let marks = growth.components(separatedBy: #""percentOfBirthWeight":"#).count - 1
        let hollow = count("fill=\"#fff\" stroke=\"#000\"")
        #expect(count("<circle") == values - marks + hollow)
        #expect(count("<polyline") >= 3 * 7 + 3 * 2)
        #expect(try program.nicu("growth an-an --svg \(program.folder)/chart-0.svg").status == 1)
    }

    @Test("Names, notes and reasons go along only in a file of their own, and arrive as they left")
    func withIdentity() throws {
        let program = try Self.demo()
        let file = program.folder + "/an-an.ndjson"
        let texts = program.folder + "/texts"
        #expect(try program.nicu("timeline an-an --with-identity \(texts)").status == 64)
        #expect(try program.nicu("timeline an-an --format ndjson -o \(file) --with-identity \(texts)").status == 0)
        let sealed = try String(contentsOfFile: texts, encoding: .utf8)
        #expect(sealed.contains("恢复出生体重"))
        #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("恢复出生体重"))
        let mode = try FileManager.default.attributesOfItem(atPath: texts)[.posixPermissions] as? Int
        #expect(mode == 0o600)

        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Asia/Shanghai --clinician li.min").status == 0)
        let changed = other.folder + "/changed"
        try sealed.replacingOccurrences(of: "恢复", with: "超过").write(
            toFile: changed, atomically: true, encoding: .utf8)
        #expect(try other.nicu("import \(file) --with-identity \(changed)").status == 1)
        #expect(try other.nicu("import \(file) --with-identity \(texts)").status == 0)
        let again = other.folder + "/again"
        #expect(
            try other.nicu("timeline an-an --format ndjson -o \(other.folder)/x --with-identity \(again)").status == 0)
        #expect(try String(contentsOfFile: again, encoding: .utf8) == sealed)
        #expect(try other.nicu("timeline an-an").out.contains("恢复出生体重"))
    }

    @Test("The timeline as NDJSON is lossless: exported, imported elsewhere and exported again it is the same")
    func lossless() throws {
        let program = try Self.demo()
        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Europe/London --clinician li.min").status == 0)
        for code in ["an-an", "bao-bao", "yue-yue", "le-le"] {
            let file = other.folder + "/\(code).ndjson"
            #expect(try program.nicu("timeline \(code) --format ndjson -o \(file)").status == 0)
            let imported = try other.nicu("import \(file)")
            #expect(imported.status == 0, "\(imported.err)")
        }
        for code in ["an-an", "bao-bao"] {
            func entries(_ program: Program) throws -> [String] {
                try program.nicu("timeline \(code) --format ndjson").out.split(separator: "\n").map {
                    let json = try JSON(text: String($0))
                    return JSON.object(json.members.filter { $0.name != "recorded" }).canonicalText
                        + (try Moment(iso: json["recorded"]?.string ?? "", zone: .utc).instant.text())
                }.sorted()
            }
            let (first, second) = (try entries(program), try entries(other))
            #expect(first == second && first.count > 50)
        }
        #expect(try other.nicu("verify").status == 0)
    }

    @Test(
        "H21 the same bytes whatever TZ says",
        arguments: [
            "Asia/Shanghai", "Europe/London", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe",
        ])
    func zones(name: String) throws {
        var program = try Self.demo()
        let lines = [
            "growth an-an --json --known-at #400 --as-of 2024-11-20T10:00",
            "ready an-an --json --known-at #400 --as-of 2024-11-20T10:00",
            "timeline an-an --known-at #400 --as-of 2024-11-20T10:00",
            "timeline an-an --format ndjson --known-at #400",
            "show an-an --known-at #400 --as-of 2024-11-20T10:00",
        ]
        program.environment["TZ"] = "UTC"
        let reference = try lines.map { try program.nicu($0).out }
        program.environment["TZ"] = name
        for (line, expected) in zip(lines, reference) {
            let out = try program.nicu(line).out
            #expect(out == expected && out.count > 500, "\(line)")
        }
    }

    @Test("The program alone, copied to an empty folder, still runs the demonstration")
    func alone() throws {
        let program = try Program()
        let copy = program.folder + "/alone"
        try FileManager.default.copyItem(atPath: Program.path, toPath: copy)
        let result = try program.run(["demo"], path: copy)
        #expect(result.status == 0 && result.out.contains("2580 g"), "\(result.err)")
    }

    @Test("Undo says what it reversed; the undone weight is gone from growth and stays in the timeline")
    func undo() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00").status == 0)
        let undone = try program.nicu("undo")
        #expect(undone.status == 0 && undone.out.contains("weight 810 g"), "\(undone.out)\(undone.err)")
        #expect(try !program.nicu("growth an-an").out.contains("810 g"))
        #expect(try program.nicu("timeline an-an").out.contains("~~weight 810 g~~"))
    }
}
