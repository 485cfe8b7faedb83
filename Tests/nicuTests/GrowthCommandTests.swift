import Foundation
import NICUCore
import Testing

@Suite("Growth through the program")
struct GrowthCommandTests {
    @Test("H10 an unknown sex has no z; both are shown on request, each labelled", .packs("fenton-2013"))
    func bothSexes() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit Test --timezone Asia/Shanghai --clinician li.min").status == 0)
        let admit = "admit an-an --sex unknown --born 2024-08-19T06:00 --ga 27+0 --weight 800g"
        #expect(try program.nicu(admit).status == 0)
        #expect(try program.nicu("weigh an-an 1000g --at 2024-09-12T06:00").status == 0)
        let plain = try program.nicu("growth an-an").out
        #expect(plain.contains("— sex unknown") && plain.contains("--assume-sex both"))
        let both = try program.nicu("growth an-an --assume-sex both").out
        #expect(both.contains("girl (assumed)") && both.contains("boy (assumed)"))
        let json = try program.nicu("growth an-an --assume-sex both --json").json["bothSexes"]?.elements ?? []
        #expect(json.map { $0["sex"]?.string } == ["female", "male"])
        #expect(json.allSatisfy { $0["sexAssumed"] == .bool(true) })
        #expect(try program.nicu("growth an-an --assume-sex both --svg \(program.folder)/x.svg").status == 64)
    }

    @Test(
        "H11 a re-dating prints what it changes, before and after; what was known before stays as it was",
        .packs("fenton-2013", "intergrowth-newborn", "wst-800-2022"))
    func redating() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("weigh an-an 1000g --at 2024-09-12T06:00").status == 0)
        let before = try program.count()
        let answer = try program.nicu("growth an-an --json --known-at #\(before) --as-of 2024-09-12T07:00").out
        let dated = try program.run(
            ["date", "an-an", "26+0", "--dating", "lmp", "--plus-minus", "7", "--reason", "notes found"])
        #expect(dated.status == 0, "\(dated.err)")
        #expect(dated.out.contains("before → after") && dated.out.contains("27+0 → 26+0"))
        #expect(dated.out.contains("fenton-2013: −0.51 (31) AGA → 0.05 (52) [−0.51 … 0.83] AGA"), "\(dated.out)")
        #expect(try program.nicu("growth an-an --json --known-at #\(before) --as-of 2024-09-12T07:00").out == answer)
        let now = try Self.object(program.nicu("growth an-an --json").out)
        #expect(now["datingPlusMinusDays"] as? Int == 7)
        let scores = (now["points"] as? [[String: Any]])?.last?["scores"] as? [[String: Any]]
        let score = try #require(scores?.first { $0["reference"] as? String == "fenton-2013" })
        let (low, z, high) = (score["zLow"] as? Double, score["z"] as? Double, score["zHigh"] as? Double)
        #expect(try #require(low) < #require(z) && #require(z) < #require(high))
    }

    @Test(
        "The unit's choice is kept for the moment of knowledge it was made at",
        .packs("fenton-2013", "intergrowth-postnatal"))
    func planAtItsTime() throws {
        let program = try Program().prepared()
        let position = try program.count()
        #expect(try program.nicu("references use postnatal intergrowth-postnatal").status == 0)
        #expect(try program.nicu("weigh an-an 1000g --at 2024-09-12T06:00").out.contains("z intergrowth-postnatal"))
        func plan(_ line: String) throws -> String? {
            try program.nicu(line).json["plan"]?["postnatal"]?.elements.first?.string
        }
        #expect(try plan("growth an-an --json") == "intergrowth-postnatal")
        #expect(try plan("growth an-an --json --known-at #\(position)") == "fenton-2013")
    }

    @Test(
        "A boy of 27+0 and 800 g: AGA by three references and SGA by one, said in one line",
        .packs("fenton-2013", "intergrowth-newborn", "intergrowth-postnatal", "olsen-2010", "who-2006", "wst-800-2022"))
    func disagreement() throws {
        let program = try StoryTests.demo()
        let text = try program.nicu("growth an-an --assume-sex male --compare").out
        #expect(text.contains("the references disagree: SGA by 1, AGA by 3"), "\(text)")
        #expect(try program.nicu("growth an-an --compare").out.contains("on 3 charts"))
    }

    @Test(
        "H12 The day-93 page: three charts, indicators with their sources, and words it never says",
        .packs("fenton-2013", "intergrowth-postnatal", "who-2006"))
    func page() throws {
        let program = try StoryTests.demo()
        for language in ["en", "zh"] {
            let text = try program.nicu("growth an-an --lang \(language) --compare").out
            for figure in ["−1.98", "−1.53", "−1.44", "14.76", "12.59", "113 %", "10.1016/j.jand.2017.10.006"] {
                #expect(text.contains(figure), "\(figure)")
            }
            for word in ["malnourish", "营养不良", "caught up", "追赶成功", "可以出院"] {
                #expect(!text.lowercased().contains(word), "\(word)")
            }
        }
        let json = try Self.object(program.nicu("growth an-an --json").out)
        let met = (json["indicators"] as? [[String: Any]])?.filter { $0["outcome"] as? String == "met" } ?? []
        #expect(
            met.contains { $0["id"] as? String == "and2018_weight_z_decline" && $0["level"] as? String == "moderate" })
        #expect(met.allSatisfy { $0["source"] is String && $0["confidence"] is String })
        let range = try #require(json["projection"] as? [String: Any])
        let (low, high) = (try #require(range["low"] as? Double), try #require(range["high"] as? Double))
        #expect(low < high && low > 2580)
    }

    @Test("A head that grows faster than 1.25 cm a week is flagged when it is entered, and on the page")
    func fastHead() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("measure an-an head 26.0cm --at 2024-09-02T06:00").status == 0)
        let normal = try program.nicu("measure an-an head 27.2cm --at 2024-09-09T06:00")
        #expect(normal.out.contains("head gain (7 d to the latest): +1.20 cm/wk") && !normal.out.contains("ultrasound"))
        let asked = try program.nicu("measure an-an head 28.6cm --at 2024-09-16T06:00")
        #expect(asked.status == 5 && asked.err.contains("compare head ultrasound"), "\(asked.err)")
        let fast = try program.confirmed("measure an-an head 28.6cm --at 2024-09-16T06:00")
        #expect(fast.out.contains("+1.40 cm/wk") && fast.out.contains("compare head ultrasound"), "\(fast.out)")
        #expect(try program.nicu("growth an-an --as-of 2024-09-16T07:00").out.contains("compare head ultrasound"))
        #expect(try program.nicu("growth an-an --as-of 2024-09-16T07:00 --lang zh").out.contains("请对照头颅超声"))
        let tape = try program.nicu("measure an-an length 36cm --method tape --at 2024-09-16T06:00")
        #expect(tape.status == 0 && !tape.out.contains("gain"))
    }

    @Test(
        "Nothing is called good that nobody measured: birth weight not regained, old values, an uncertain dating",
        .packs("intergrowth-newborn", "wst-800-2022"))
    func nothingIsGood() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit Test --timezone Asia/Shanghai --clinician li.min").status == 0)
        #expect(
            try program.nicu("admit lone --sex female --born 2024-10-01T06:00 --ga 28+0 --weight 1000g").status == 0)
        let lone = try program.nicu("growth lone").out
        #expect(lone.contains("cannot tell: days to regain birth weight") && !lone.contains("not met"))
        #expect(try program.nicu("weigh lone 900g --at 2024-10-10T06:00").status == 0)
        let waiting = try program.nicu("growth lone --as-of 2024-10-11T06:00").out
        #expect(waiting.contains("birth weight has not been regained yet") && !waiting.contains("not met: days"))
        #expect(try program.nicu("growth lone --as-of 2024-11-20T06:00").out.contains("the latest weight is 41 d old"))
        let wide = "admit wide --sex male --born 2024-10-01T06:00 --ga 30+0 --plus-minus 42 --weight 1500g"
        #expect(try program.nicu(wide).status == 0)
        let text = try program.nicu("growth wide").out
        #expect(text.contains("AGA [severe SGA … LGA]") && text.contains("<P3 … >=P97"), "\(text)")
        #expect(
            try program.nicu("admit pp --sex male --born 2024-10-01T06:00 --ga unknown --plus-minus 5").status == 64)
        #expect(try program.run(["date", "lone", "28+0", "--dating", "unknown", "--reason", "x"]).status == 1)
        #expect(try program.run(["date", "lone", "28+1", "--reason", "  "]).status == 1)
    }

    @Test("A value at birth is one a quantity, of the day of birth or the next; a dosing value is a weight")
    func birthValues() throws {
        let program = try Program().prepared()
        let before = try program.count()
        for (line, words) in [
            ("weigh an-an 810g --role birth --at 2024-08-19T09:00", "already there"),
            ("measure an-an length 35cm --role birth --at 2024-08-21T06:00", "later than the day after birth"),
            ("measure an-an length 35cm --role dosing --at 2024-08-19T09:00", "a dosing value is a weight"),
        ] {
            let result = try program.nicu(line)
            #expect(result.status == 1 && result.err.contains(words), "\(result.err)")
        }
        #expect(try program.count() == before)
        #expect(try program.nicu("measure an-an length 35cm --role birth --at 2024-08-20T06:00").status == 0)
        #expect(try program.nicu("measure an-an length 35cm --role birth --at 2024-08-20T07:00").status == 1)
    }

    @Test("Options that would be passed over are refused; a named reference always has its column")
    func options() throws {
        let program = try StoryTests.demo()
        for line in [
            "growth an-an --plain", "growth an-an --measure weight", "growth an-an --chart --compare",
            "growth an-an --assume-sex garbage",
        ] { #expect(try program.nicu(line).status == 64, "\(line)") }
        #expect(try program.nicu("growth an-an --assume-sex garbage").err.contains("both"))
        #expect(try program.nicu("growth an-an --known-at #1").err.split(separator: "\n").count <= 2)
        let newline = try program.run(["growth", "no\nsuch"])
        #expect(newline.err.split(separator: "\n").count == 1 && newline.err.contains("⏎"))
    }

    @Test("what the reader would refuse is never written")
    func noUnreadableEntries() throws {
        let program = try Program().prepared()
        let before = try program.count()
        let long = String(repeating: "b", count: 201)
        #expect(
            try program.run([
                "admit", "zq", "--sex", "female", "--born", "2024-10-01T06:00", "--ga", "30+0", "--bed", long,
            ]).status == 64)
        #expect(try program.run(["references", "use", "birth"] + Array(repeating: "nothing", count: 3)).status == 1)
        #expect(try program.count() == before)
        let unit = String(repeating: "u", count: 300)
        let other = program.folder + "/other.db"
        let made = try program.run([
            "init", "--unit", unit, "--timezone", "Asia/Shanghai", "--clinician", "li.min", "--db", other,
        ])
        #expect(made.status == 64 && !FileManager.default.fileExists(atPath: other))
        #expect(try program.run(["bed", "an-an", "7\u{1B}[31m"]).status == 0)
        for line in ["list", "show an-an"] { #expect(try !program.nicu(line).out.contains("\u{1B}")) }
        #expect(try program.nicu("verify").status == 0)
    }

    /// Answers carry all digits of a double, more than the record's own decimals hold.
    private static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
