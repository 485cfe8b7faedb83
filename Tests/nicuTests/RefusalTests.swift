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
            ("measure an-an length 38.5 head 27.2cm", 64, "has no unit"),
            ("measure an-an temperature 368C", 1, "is impossible"),
            ("correct 9999 1490g --reason x", 1, "no entry 9999"),
            ("correct 1 1490g --reason x", 1, "about the unit"), ("strike 13", 64, "--reason"),
            ("ready an-an --rules none", 1, "no rule set"), ("growth an-an --as-of nonsense", 64, "is not a time"),
            ("growth an-an --known-at #x", 64, "ledger position"), ("import /nowhere/file", 1, "cannot read the file"),
            ("undo --by nobody", 1, "not a registered clinician"), ("demo", 1, "already exists"),
            ("init --unit X --timezone Asia/Shanghai --clinician li.min", 1, "already exists"),
            ("wiegh an-an 810g", 64, "there is no command “wiegh”; did you mean weigh?"),
            ("weigh an-an 810g --role dosing --reason", 64, "Missing value for '--reason"),
            ("weigh an-an 810g --role dosing", 1, "say why with --reason"),
            ("plan an-an volume 15000 mL/kg/d --reason x", 1, "impossible: the range is 0–400 mL/kg/d"),
            ("plan an-an volume 150 mL/kg/d", 1, "say why with --reason"),
            ("medication an-an caffeine 99999999 kg", 1, "is no dose: it is above 0 and at most 0.002 kg"),
            ("medication an-an caffeine 0 mg", 1, "takes --not-given REASON"),
            (
                "follow-up an-an weight 3100g --place clinic --source mother --at 2024-08-20T06:00", 1,
                "was still in the unit"
            ),
            ("readmit an-an --at 2024-08-20T06:00", 1, "is still here"),
            ("board --times 2", 64, "--times is for use with --watch"),
            ("diff an-an --since 2024-08-22 --as-of 2024-08-20", 1, "nothing lies between"),
            ("list --db /nowhere/x.db", 1, "there is no record"),
            ("event an-an none --shift 2099-01-01/day", 1, "has not begun"),
            ("event an-an none --shift 2024-08-20/day --events 5", 64, "does not go with none"),
            ("event an-an apnoea --shift day", 64, "does not go with apnoea"),
            ("event an-an none --shift 2024-08-18/day", 1, "ended before birth"),
            ("admit bao --sex female --born 1900-01-01T06:00 --ga 27+0", 1, "too long ago"),
            ("correct 11 --set {\"code\":\"zz-top\"} --reason x", 1, "cannot be corrected"),
            ("correct 11 --set null --reason x", 64, "nothing to correct"),
            ("correct 13 800g --reason x", 1, "already says"),
            ("weigh an-an 810g --key \(String(repeating: "k", count: 201))", 1, "--key has 1–200"),
            ("growth an-an --known-at #9999", 1, "the ledger ends at"),
            ("clinician add x\u{1B}y", 1, "is no login"), ("clinician retire li.min", 1, "last administrator"),
            ("timeline an-an -o /dev/null", 1, "already exists"),
            ("event an-an bradycardia --lowest-hr 180", 1, "180 /min is no bradycardia: at most 120 /min"),
            ("event an-an desaturation --lowest-spo2 99", 1, "99 % is no desaturation: at most 95 %"),
            ("event an-an apnoea --lowest-hr 280", 1, "280 /min is impossible: the range is 0–250 /min"),
            ("state an-an feeding oral --fio2 30%", 1, "belongs to respiratory support, not to feeding"),
            ("state an-an respiratory low-flow-oxygen --flow 20L", 1, "at most 6 L/min"),
            ("state an-an respiratory cpap --pressure 60cmH2O", 1, "at most 40 cmH2O"),
            ("task an-an hearing immature", 1, "has no result “immature”; one of: pass, refer"),
            ("task an-an rop-exam pass", 1, "has no result “pass”; one of: complete, immature"),
            (
                "task an-an rop immature --at 2024-08-21T06:00 --follow-up 2024-08-20T06:00 --place clinic", 1,
                "lies before the examination itself"
            ),
            ("intake an-an --days 100000", 64, "--days cannot be 100000; it must be 1–400"),
            ("intake an-an --days 0", 64, "must be 1–400"),
            ("intake an-an 3500ml", 1, "volume 3500 mL is outside 0–2000 mL"),
            ("intake an-an 3500ml --lang zh", 1, "入量 3500 mL 超出 0–2000 mL"),
            ("intake an-an 10ml --kcal 2500kcal", 1, "energy 2500 kcal is outside 0–2000 kcal"),
            ("state an-an respiratory cpap --fio2 15%", 1, "inspired oxygen 15 % is outside 21–100 %"),
            ("state an-an respiratory cpap --flow 80.5L", 1, "flow 80.5 L/min is outside 0–60 L/min"),
            ("event an-an apnoea --duration 9000s --lang zh", 1, "时长 9000 s 超出 0–7200 s"),
            ("event an-an apnoea --lowest-spo2 101", 1, "lowest SpO2 101 % is outside 0–100 %"),
            ("intake an-an 30ml --kcal 670kcal/100ml", 1, "at most 300 kcal/100 mL"),
            ("intake an-an 30ml --route tube --test-weight", 1, "contradicts"),
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

    @Test("The same key never answers for another fact, author or time")
    func keys() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00 --key K").status == 0)
        let before = try program.count()
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00 --key K").status == 0)
        for other in [
            "weigh an-an 820g --at 2024-08-20T06:00 --key K", "weigh an-an 810g --at 2024-08-20T07:00 --key K",
            "weigh an-an 810g --at 2024-08-20T06:00 --key K --by nurse.w", "correct 13 805g --reason r --key K",
            "strike 13 --reason r --key K",
        ] {
            let result = try program.nicu(other)
            #expect(result.status == 1 && result.err.contains("key"), "\(other): \(result.err)")
        }
        #expect(try program.nicu("correct 13 805g --reason r --key C").status == 0)
        #expect(try program.nicu("correct 13 805g --reason r --key C").status == 0)
        #expect(try program.nicu("correct 13 806g --reason r --key C").status == 1)
        #expect(try program.count() == before + 1)
    }

    @Test(
        "H9 what was given once was not never given; the entry that says so is named",
        arguments: [
            ["state an-an methylxanthine on"], ["state an-an caffeine off"],
            ["medication an-an caffeine-citrate 12.5 mg"], ["medication an-an 枸橼酸咖啡因 12.5 mg"],
        ])
    func never(lines: [String]) throws {
        let program = try Program().prepared()
        #expect(try program.nicu("state an-an methylxanthine never --at 2024-08-20T05:00").status == 0)
        for line in lines { #expect(try program.nicu(line + " --at 2024-08-20T06:00").status == 0) }
        let seq = try program.count()
        let refused = try program.nicu("state an-an methylxanthine never --at 2024-08-20T07:00")
        #expect(refused.status == 1 && refused.err.contains("entry \(seq) (2024-08-20 06:00)"), "\(refused.err)")
        #expect(try program.nicu("state an-an methylxanthine never --at 2024-08-20T05:30").status == 0)
        #expect(try program.nicu("strike \(seq) --reason wrong-infant").status == 0)
        #expect(try program.nicu("state an-an methylxanthine never --at 2024-08-20T07:00").status == 0)
    }

    @Test("A dose that was not given, and another drug, leave “never” possible")
    func neverGiven() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("medication an-an caffeine --not-given refused --at 2024-08-20T06:00").status == 0)
        #expect(try program.nicu("medication an-an vitamin-K 1 mg --at 2024-08-20T06:00").status == 0)
        let never = try program.nicu("state an-an methylxanthine never --at 2024-08-20T07:00")
        #expect(never.status == 0, "\(never.err)")
    }

    @Test("H9 a review that counts fewer events than its shift has is saved with a remark that names both")
    func reviewsAndEvents() throws {
        let program = try Program().prepared()
        func said(_ line: String) throws -> (seq: Int, out: String) {
            let result = try program.nicu(line)
            #expect(result.status == 0, "\(line): \(result.err)")
            return (try program.count(), result.out)
        }
        let first = try said("event an-an apnoea --at 2024-08-20T09:00")
        let second = try said("event an-an bradycardia --at 2024-08-20T15:59")
        _ = try said("event an-an apnoea --at 2024-08-20T16:00")
        let review = try said("event an-an none --shift 2024-08-20/day")
        #expect(
            review.out.contains(
                "2 events are recorded in shift 2024-08-20/day: #\(first.seq), #\(second.seq); its review (#\(review.seq)) counts 0; correct one of them"
            ), "\(review.out)")
        let agreed = try said("event an-an review --shift 2024-08-20/evening --events 1")
        #expect(!agreed.out.contains("correct one of them"), "\(agreed.out)")
        let third = try said("event an-an apnoea --at 2024-08-20T17:00 --lang zh")
        #expect(third.out.contains("2024-08-20/evening 班已记录 2 次事件") && third.out.contains("回顾（#\(agreed.seq)）为 1 次"))
        #expect(try !said("event an-an apnoea --at 2024-08-21T01:00").out.contains("correct one of them"))
    }

    @Test("After death nothing is measured, and a stay ends once")
    func death() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("discharge an-an --to death --at 2024-08-25T06:00").status == 0)
        for (line, sentence) in [
            ("discharge an-an --to home --at 2024-08-26T06:00", "already ended"),
            ("weigh an-an 810g --at 2024-08-26T06:00", "after the stay ended"),
        ] {
            let result = try program.nicu(line)
            #expect(result.status == 1 && result.err.contains(sentence), "\(result.err)")
        }
        #expect(try program.nicu("weigh an-an 790g --at 2024-08-24T06:00").status == 0)
    }

    @Test("A birth that other entries stand on is neither struck nor undone; a viewer writes nothing")
    func birthStays() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00").status == 0)
        #expect(try program.nicu("undo").status == 0)
        #expect(try program.nicu("undo").status == 0)
        let again = "admit an-an --sex male --born 2024-08-19T07:00 --ga 28+0 --weight 900g"
        #expect(try program.nicu(again).status == 0)
        #expect(try program.nicu("weigh an-an 910g --at 2024-08-20T06:00").out.contains("PMA 28+1"))
        #expect(try program.nicu("verify").status == 0)
        #expect(try program.nicu("clinician add see.only --role viewer").status == 0)
        #expect(try program.nicu("weigh an-an 810g --at 2024-08-20T06:00 --by see.only").status == 1)
        let other = try Program().prepared()
        #expect(try other.nicu("weigh an-an 810g --at 2024-08-20T06:00").status == 0)
        let struck = try other.nicu("strike 11 --reason x")
        #expect(struck.status == 1 && struck.err.contains("a birth is corrected"), "\(struck.err)")
        let late = try other.nicu("correct 11 --at 2024-08-25T06:00 --reason x")
        #expect(late.status == 1 && late.err.contains("later than entry"), "\(late.err)")
    }

    @Test("What is said in another offset is the same day of life as said in the unit's own")
    func offsets() throws {
        let program = try Program()
        #expect(try program.nicu("init --unit U --timezone Asia/Shanghai --clinician li.min").status == 0)
        for (code, born) in [("uu-uu", "2024-08-19T22:00Z"), ("ll-ll", "2024-08-20T06:00")] {
            #expect(try program.nicu("admit \(code) --sex female --born \(born) --ga 27+0 --weight 800g").status == 0)
            let weighed = try program.nicu("weigh \(code) 900g --at 2024-09-01T22:30Z")
            #expect(weighed.out.contains("2024-09-02 06:30  age 13 d, PMA 28+6"), "\(weighed.out)")
        }
        func points(_ code: String) throws -> String {
            let answer = try program.nicu("growth \(code) --json").out
            let points = answer.components(separatedBy: "\"points\":").last ?? ""
            return points.replacing(/"entry":\d+/, with: "").replacing(/"nadir":.*?"velocity"/, with: "")
        }
        #expect(try points("uu-uu") == points("ll-ll"))
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("Entries about the unit and entries of another infant do not come in by import")
    func imports2() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("admit bo-bo --sex male --born 2024-08-19T08:00 --ga 30+0 --weight 1200g").status == 0)
        let entry = try program.nicu("timeline an-an --format ndjson").out.split(separator: "\n")
            .first { $0.contains(#""role":"birth""#) }
        let id = try #require(try JSON(text: String(entry ?? "{}"))["id"]?.string)
        let head =
            #""at":"2024-08-21T06:00:00+08:00","precision":"minute","recorded":"2024-08-21T06:00:00+08:00","by":"li.min""#
        let lines = [
            (
                #"{"id":"0191b040-c695-7c65-815a-c069d3232a4f","kind":"setting","# + head
                    + #","body":{"name":"timezone","value":"Mars/Base"}}"#, "about the unit"
            ),
            (
                #"{"id":"0191b040-c695-7c65-815a-c069d3232a4f","infant":"bo-bo","kind":"retraction","corrects":"\#(id)","#
                    + head
                    + #","reason":"x","body":{}}"#, "another infant"
            ),
            (
                #"{"id":"0191b040-c695-7c65-815a-c069d3232a4f","infant":"an-an","kind":"bed","# + head
                    + #","body":{"bed":"1\u00002"}}"#, "control character"
            ),
        ]
        let before = try program.count()
        for (line, sentence) in lines {
            let file = program.folder + "/in.ndjson"
            try line.write(toFile: file, atomically: true, encoding: .utf8)
            let result = try program.nicu("import \(file)")
            #expect(result.status == 1 && result.err.contains(sentence), "\(result.err)")
        }
        #expect(try program.count() == before)
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("A correction carries the sealed texts it does not change")
    func carried() throws {
        let program = try Program().prepared()
        let file = program.folder + "/id"
        try "name=安安\nhospital_number=Z1\n".write(toFile: file, atomically: true, encoding: .utf8)
        let seq = try #require(
            try program.nicu("identity an-an --from \(file) --json").json["entries"]?.elements[0]["seq"]?.integer)
        let typed = try program.nicu("correct \(seq) --set {\"hospital_number\":\"Z2\"} --reason typo")
        #expect(typed.status == 64 && typed.err.contains("not typed in a command"), "\(typed.err)")
        #expect(try program.nicu("correct \(seq) --at 2024-08-20T06:00 --reason typo").status == 0)
        func texts() throws -> String {
            let out = program.folder + "/texts-\(try program.count())"
            #expect(
                try program.nicu("timeline an-an --format ndjson --with-identity \(out) -o \(out).ndjson").status == 0)
            return try String(contentsOfFile: out, encoding: .utf8)
        }
        #expect(try texts().components(separatedBy: "安安").count == 3)
        #expect(try program.nicu("undo").status == 0)
        #expect(try texts().components(separatedBy: "安安").count == 4)
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("A value and its unit may be two words, and a record may lie at a name of one letter")
    func words() throws {
        let program = try Program().prepared()
        let written = try program.nicu("measure an-an length 38.5 cm head 27.2cm --at 2024-08-20T06:00")
        #expect(written.out.contains("length 38.5 cm") && written.out.contains("27.2 cm"))
        #expect(try program.nicu("list --db x").status == 1)
    }

    @Test("A retry of “90 min ago” is the same fact")
    func relative() throws {
        let program = try Program().prepared()
        let words = ["measure", "an-an", "temperature", "36.8C", "--at", "90 min ago", "--key", "R"]
        #expect(try program.run(words).status == 0)
        Thread.sleep(forTimeInterval: 1.1)
        #expect(try program.run(words).status == 0)
    }

    @Test("H27 whatever the umask, every file is 0600 and every folder 0700; a loosened one is refused")
    func modes() throws {
        let program = try Program()
        let words = "init --unit U --timezone Asia/Shanghai --clinician li.min --db \(program.folder)/new/r.db"
        let result = try program.run(
            ["-c", "umask 000; exec \(Program.path) \(words)"], path: "/bin/sh")
        #expect(result.status == 0, "\(result.err)")
        let manager = FileManager.default
        let made = try manager.subpathsOfDirectory(atPath: program.folder + "/new")
        #expect(made.count >= 6)
        for path in made.map({ program.folder + "/new/" + $0 }) + [program.folder + "/new"] {
            let attributes = try manager.attributesOfItem(atPath: path)
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(path)")
        }
        for (path, mode) in [("r.db", 0o644), ("r.db.keys/anchor", 0o666), ("r.db.keys/sealing.key", 0o640)] {
            let file = program.folder + "/new/" + path
            try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
            let refused = try program.nicu("list --db \(program.folder)/new/r.db")
            #expect(refused.status == 1 && refused.err.contains("chmod"), "\(path): \(refused.err)")
            try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        }
    }

    @Test(
        "H36 decimal commas and other digits are refused in any locale",
        arguments: ["de_DE.UTF-8", "zh_CN.UTF-8", "ar_EG.UTF-8", "C"])
    func locales(locale: String) throws {
        var program = try Program().prepared()
        program.environment["LC_ALL"] = locale
        program.environment["LANG"] = locale
        for value in ["1,25kg", "１２５０g", "١٢٥٠g", "1.250,0g"] {
            #expect(try program.nicu("weigh an-an \(value) --at 2024-08-20T06:00").status == 64, "\(value)")
        }
        #expect(try program.nicu("weigh an-an 0.81kg --at 2024-08-20T06:00").out.contains("810 g"))
    }

    @Test(
        "H11 after a re-dating every age and z-score is that of a record dated so from the start", .packs("fenton-2013")
    )
    func redated() throws {
        func points(_ first: String, _ later: String?) throws -> (now: String, then: String) {
            let program = try Program()
            #expect(try program.nicu("init --unit U --timezone Asia/Shanghai --clinician li.min").status == 0)
            let admit = "admit an-an --sex female --born 2024-08-19T06:00 --ga \(first) --weight 800g"
            #expect(try program.nicu(admit).status == 0)
            for day in 20...29 {
                #expect(try program.nicu("weigh an-an \(770 + day * 2)g --at 2024-08-\(day)T06:00").status == 0)
            }
            func figures(_ more: String) throws -> String {
                try program.nicu("growth an-an --json --as-of 2024-08-30T06:00" + more).out
                    .components(separatedBy: "\"points\":").last ?? ""
            }
            let position = try program.count()
            let before = try figures("")
            if let later {
                #expect(try program.nicu("date an-an \(later) --dating early-ultrasound --reason scan").status == 0)
                #expect(try figures(" --known-at #\(position)") == before)
            }
            return (try figures(""), before)
        }
        let fresh = try points("28+1", nil)
        let changed = try points("27+0", "28+1")
        #expect(changed.now == fresh.now && changed.then != fresh.then)
        #expect(fresh.now.contains("\"z\":"))
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
