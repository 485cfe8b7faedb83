import NICUCore
import NICUExport
import Testing

@Suite("Text for people and for spreadsheets")
struct TextTests {
    @Test("Columns line up when Chinese stands among them")
    func widths() {
        var table = Table(["code", "体重", "x"], [.left, .right])
        table.add(["an-an", "800 g", "y"])
        table.add(["安安", "1520 g", "z"])
        let lines = table.text.split(separator: "\n").map(String.init)
        let columns = lines.map { line in Table.width(String(line.dropLast())) }
        #expect(Set(columns).count == 1)
        #expect(Table.width("体重kg") == 6)
    }

    @Test(
        "At a terminal no line is longer than it: a long last cell is broken beside, cells without room are named below"
    )
    func fitted() {
        var table = Table(["", "item", "window", "why"])
        table.add(["!", "eye examination", "2024-11-26 – 2024-12-09", "zone I–II, the appointment is past"])
        table.add(["•", "hearing", "", "by automated brainstem response after intensive care"])
        #expect(table.text(columns: nil) == table.text && table.text(columns: 200) == table.text)
        let beside = [
            "   item             window                   why",
            "!  eye examination  2024-11-26 – 2024-12-09  zone I–II, the",
            "                                             appointment is past",
            "•  hearing                                   by automated brainstem",
            "                                             response after intensive",
            "                                             care",
        ]
        #expect(table.text(columns: 70) == beside.joined(separator: "\n"))
        let below = [
            "   item", "!  eye examination", "      window: 2024-11-26 – 2024-12-09;",
            "      why: zone I–II, the appointment is", "      past", "•  hearing", "      why: by automated brainstem",
            "      response after intensive care",
        ]
        #expect(table.text(columns: 40) == below.joined(separator: "\n"))
        #expect(
            Table.folded("  a line that is too long\nshort", columns: 16) == "  a line that is\n    too long\nshort")
        #expect(Table.folded("体重增长速度", columns: 8) == "体重增长\n  速度")
    }

    @Test("Shifts are told by the day where all of it is meant, so that a week is no list of twenty-one")
    func shifts() throws {
        let wording = Wording(.en)
        func text(_ names: [String]) throws -> String { wording.shifts(try names.map { try #require(Shift($0)) }) }
        func whole(_ day: Int) -> [String] { WardClock.shiftNames.map { "2024-11-\(day)/\($0)" } }
        #expect(try text([]) == "")
        #expect(
            try text(["2024-11-18/day"] + whole(19) + whole(20)) == "2024-11-18/day, all of 2024-11-19 to 2024-11-20")
        #expect(
            try text(whole(19) + whole(21) + ["2024-11-22/night"])
                == "all of 2024-11-19, all of 2024-11-21, 2024-11-22/night")
    }

    @Test("H34 control characters are visible and never steer a terminal")
    func control() {
        #expect(Table.visible("a\u{1B}[31mb\u{7}") == "a‹1b›[31mb‹7›")
        #expect(Table.visible("a\nb\u{202E}c") == "a ⏎ b‹202e›c")
    }

    @Test(
        "H34 cells that a spreadsheet would compute are defused, numbers are not",
        arguments: [
            ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-1.5", "-1.5"), ("@x", "'@x"), ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""),
        ])
    func cells(cell: String, expected: String) { #expect(CSV.line([cell]) == expected) }

    @Test(
        "Numbers are rounded at display only, half away from zero, with a true minus",
        arguments: [(-0.505, "−0.51"), (0.125, "0.13"), (-0.004, "0.00"), (2.5, "2.50")])
    func numbers(value: Double, shown: String) {
        #expect(Wording.z(value) == shown)
    }

    @Test("Centiles end at <0.1 and >99.9", arguments: [(0.05, "<0.1"), (0.5, "0.5"), (50.0, "50"), (99.95, ">99.9")])
    func centiles(value: Double, shown: String) { #expect(Wording.centile(value) == shown) }

    @Test("No sentence in either language says that a baby may go")
    func neverMayGo() {
        for language in Language.allCases {
            let wording = Wording(language)
            for overall in Overall.allCases {
                let text = wording.overall(overall).lowercased()
                #expect(!text.contains("可以出院") && !text.contains("ready"))
            }
        }
    }

    @Test("Every token of a closed list has words in both languages")
    func terms() {
        var tokens = Kind.known.map(\.name) + Quantity.allCases.map(\.rawValue) + Check.Result.allCases.map(\.rawValue)
        tokens += Destination.allCases.map(\.rawValue) + Measurement.Role.allCases.map(\.rawValue)
        tokens += Aspect.known + Aspect.known.flatMap { Aspect.values(of: $0) }
        tokens += Event.What.allCases.map(\.rawValue) + Event.Intervention.allCases.map(\.rawValue)
        for token in tokens {
            let chinese = Wording(.zh).term(token)
            let isSpelledAlike = ["cpap", "nippv"].contains(token)
            #expect(isSpelledAlike || chinese != token, "\(token)")
        }
    }

    @Test("An exchange line is read back as it was written")
    func exchange() throws {
        let line = """
            {"id":"0191b1a4-6c00-7000-8000-000000000001","infant":"an-an","kind":"measurement",\
            "at":"2024-08-20T06:00:00+08:00","precision":"minute","recorded":"2024-08-20T06:05:00+08:00","by":"li.min",\
            "source":"cli","operation":"0191b1a4-6c00-7000-8000-000000000002","corrects":null,"reason":null,\
            "body":{"quantity":"weight","value":1520,"unit":"g","role":"measured"}}
            """
        let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)
        var (entry, code) = try EntryLine.read(Array(line.utf8), zone: zone)
        entry.code = code
        let written = EntryLine.json(entry, zone: zone, unit: "x", digest: nil).canonicalText
        #expect(written == (try JSON(text: line).canonicalText))
        for broken in [
            line.replacingOccurrences("\"by\"", "\"buy\""), line.replacingOccurrences("1520", "1520.5"),
            line.replacingOccurrences("\"unit\":\"g\"", "\"unit\":\"kg\""),
            line.replacingOccurrences("06:00:00+", "25:00:00+"),
            line.replacingOccurrences("\"unit\":\"g\",", ""), String(line.dropLast(3)),
        ] { #expect(throws: ImportProblem.What.self) { try EntryLine.read(Array(broken.utf8), zone: zone) } }
    }
}

extension String {
    fileprivate func replacingOccurrences(_ a: String, _ b: String) -> String {
        split(separator: a, omittingEmptySubsequences: false).joined(separator: b)
    }
}
