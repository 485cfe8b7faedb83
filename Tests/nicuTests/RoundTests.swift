import Foundation
import NICUCore
import NICUExport
import Testing

@Suite("H1 H2 H16 the weigh-round: at a terminal, from a file, interrupted, taken back")
struct RoundTests {
    static let names = [
        "an-an", "bo-bo", "chi-chi", "da-da", "er-er", "fei-fei", "gu-gu", "hao-hao", "jia-jia", "kai-kai", "le-le",
        "mei-mei", "ning-ning", "ou-ou", "pei-pei", "qing-qing",
    ]

    static func letter(_ code: String) throws -> String { String(CheckLetter.of(try #require(InfantCode(code)))) }

    /// A ward of sixteen, bed by bed, weighed yesterday morning; grams that belong to today's weights.
    static func ward(_ count: Int = 16) throws -> (program: Program, today: [Int]) {
        let program = try Program()
        #expect(try program.nicu("init --unit Ward --timezone Asia/Shanghai --clinician li.min").status == 0)
        let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)
        let now = zone.day(at: Instant(seconds: Int64(Date().timeIntervalSince1970)))
        var lines: [String] = []
        var today: [Int] = []
        for (index, code) in names.prefix(count).enumerated() {
            let grams = 1050 + index * 53 % 700
            let born = now + -12
            let result = try program.nicu(
                "admit \(code) --sex \(index % 2 == 0 ? "female" : "male") --born \(born)T06:00 --ga 31+0 --weight \(grams)g --bed \(index + 1)"
            )
            #expect(result.status == 0, "\(result.err)")
            for day in 2...11 {
                lines.append(
                    """
                    {"id":"\(UUID().uuidString.lowercased())","infant":"\(code)","kind":"measurement","at":"\(born + day)T06:00:00+08:00",\
                    "recorded":"\(born + day)T06:01:00+08:00","by":"li.min",\
                    "body":{"quantity":"weight","value":\(grams - 40 + 12 * day),"unit":"g"}}
                    """)
            }
            today.append(grams - 40 + 12 * 12)
        }
        let imported = try program.run(["import", "-"], input: lines.joined(separator: "\n"))
        #expect(imported.status == 0 && !imported.err.contains("questions"), "\(imported.err)")
        return (program, today)
    }

    static func weights(_ program: Program, _ code: String) throws -> [Int64] {
        let text = try program.nicu("growth \(code) --json").out
        let answer = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let points = answer?["points"] as? [[String: Any]] ?? []
        return points.compactMap { $0["value"] as? Int }.map(Int64.init)
    }

    @Test("Sixteen infants at a terminal: one taken back, one asked about, one left out, interrupted and gone on with")
    func terminal() throws {
        let (program, today) = try Self.ward()
        let first = try PseudoTerminal(program, ["round", "--lang", "en"])
        first.expect("16 infants, 16 due")
        for place in 0..<4 {
            first.expect("\(place + 1)/16  bed \(place + 1)  \(Self.names[place])")
            first.expect("letter and weight")
            // The third is first written with the second's weight and taken back.
            let grams = place == 2 ? today[2] + 25 : today[place]
            first.type("\(try Self.letter(Self.names[place])) \(grams)g\n")
            first.expect("saved #")
        }
        first.expect("5/16")
        first.type("<\n")
        first.expect("taken back: #")
        first.expect("4/16")
        first.type("<\n")
        first.expect("3/16")
        first.type("\(try Self.letter("chi-chi")) \(today[2])g\n")
        first.expect("saved #")
        first.expect("4/16")
        first.type("X\(today[3])g\n")
        first.expect("type the letter and the weight")
        first.type("\(try Self.letter("an-an")) \(today[3])g\n")
        first.expect("read the band again")
        first.type("\(try Self.letter("da-da")) \(today[3] / 1000).\(today[3] % 1000)kg\n")
        first.expect("saved #")
        first.interrupt()

        let second = try PseudoTerminal(program, ["round", "--lang", "en"])
        second.expect("4 done, 12 left")
        second.expect("5/16  bed 5  er-er")
        // Two digits swapped: asked about, typed again.
        second.type("\(try Self.letter("er-er")) \(today[4] + 270)g\n")
        second.expect("lies outside")
        second.expect("u store as unconfirmed")
        // The next band, scanned or typed ahead, is no answer.
        second.type("ou-ou \(try Self.letter("ou-ou")) \(today[13])g\n")
        second.expect("one key, please")
        second.expect("u store as unconfirmed")
        second.type("n")
        second.expect("5/16")
        second.type("\(try Self.letter("er-er")) \(today[4])g\n")
        second.expect("saved #")
        second.expect("6/16")
        second.type("\(try Self.letter("fei-fei")) \(today[5] + 300)g\n")
        second.expect("u store as unconfirmed")
        second.type("y")
        second.expect("saved #")
        second.expect("7/16")
        second.type("-\n")
        second.expect("why:")
        second.type("m")
        second.expect("not weighed: minimal handling")
        for place in 7..<16 {
            second.expect("\(place + 1)/16")
            second.type("\(try Self.letter(Self.names[place])) \(today[place])g\n")
            second.expect("saved #")
        }
        second.expect("y close the round")
        // The last line can still be taken back before it is closed.
        second.type("<")
        second.expect("taken back: #")
        second.expect("16/16")
        second.type("\(try Self.letter("qing-qing")) \(today[15])g\n")
        second.expect("y close the round")
        second.type("y")
        second.expect("round closed: 15 weighed, 1 not weighed, 0 left")
        #expect(second.exit() == 0)
        for (place, code) in Self.names.enumerated() where place != 6 {
            let last = try Self.weights(program, code).last
            #expect(last == Int64(place == 5 ? today[5] + 300 : today[place]), "\(code)")
        }
        #expect(try program.nicu("verify").status == 0)

        // One operation: undone whole, and done again.
        let undone = try program.nicu("undo")
        #expect(undone.status == 0, "\(undone.err)")
        #expect(try Self.weights(program, "an-an").last == Int64(today[0] - 12))
        #expect(try program.nicu("redo").status == 0)
        #expect(try Self.weights(program, "an-an").last == Int64(today[0]))
        #expect(try program.nicu("redo").status == 1)
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("The same from a file: saved line by line, questions answered by tokens, a second run harmless")
    func file() throws {
        let (program, today) = try Self.ward()
        func line(_ place: Int, _ grams: Int, _ rest: String = "") throws -> String {
            "\(Self.names[place]) \(try Self.letter(Self.names[place])) \(grams) g\(rest)"
        }
        var lines = try (0..<4).map { try line($0, today[$0]) }
        lines[1] = "# a remark\r\n" + lines[1]
        lines.append(try line(4, today[4] + 300))
        lines.append("fei-fei \(try Self.letter("fei-fei")) - unstable")
        lines += try (6..<16).map { try line($0, today[$0]) }
        // As a spreadsheet writes it.
        let text = "\u{FEFF}" + lines.joined(separator: "\r\n")
        let asked = try program.run(["round", "--from", "-"], input: text)
        #expect(asked.status == 5 && asked.err.contains("line 6: ") && asked.out.contains("stays open"), "\(asked.err)")
        let token = try #require(asked.err.components(separatedBy: "end the line with ").last?.prefix(4))
        lines[4] += " \(token) seen twice"
        let count = try program.count()
        let done = try program.run(["round", "--from", "-"], input: lines.joined(separator: "\n"))
        #expect(done.status == 0 && done.out.contains("15 weighed, 1 not weighed, 0 left"), "\(done.out)\(done.err)")
        #expect(try program.count() == count + 2)
        #expect(try Self.weights(program, "er-er").last == Int64(today[4] + 300))
        for (place, code) in Self.names.enumerated() where place != 4 && place != 5 {
            #expect(try Self.weights(program, code).last == Int64(today[place]), "\(code)")
        }
        // Nothing is open any more: there is nothing to close, and nothing is written.
        let closed = try program.nicu("round --close")
        #expect(closed.status == 1 && closed.err.contains("no open round"))
        for (bad, status, sentence) in [
            ("an-an X 1200 g", Int32(1), "not that of"), ("an-an 1200 g", 64, "the letter and the weight"),
            ("nobody G 1200 g", 64, "not in this round"), ("an-an G 1200", 64, "has no unit"),
            ("an-an G - sleepy", 64, "one of"),
        ] {
            let result = try program.run(["round", "--from", "-"], input: bad)
            #expect(result.status == status && result.err.contains(sentence), "\(bad): \(result.status) \(result.err)")
        }
    }

    @Test("Behind the unit stands a token and nothing else: a second reading on the line is not swallowed")
    func behindUnit() throws {
        let (program, today) = try Self.ward(3)
        let line = "an-an \(try Self.letter("an-an")) \(today[0]) g"
        let count = try program.count()
        for rest in ["\(today[0] + 10) g", "2345", "2345 g", "2345g", "naked", "ABC1", "-", "ABCDE seen"] {
            let result = try program.run(["round", "--from", "-"], input: "\(line) \(rest)")
            #expect(
                result.status == 64 && result.err.contains("line 1: behind the unit")
                    && result.err.contains("“\(rest)”"),
                "\(rest): \(result.status) \(result.err)")
        }
        #expect(try program.count() == count)
        // A word that could be a token is told of where nothing was asked.
        let seen = try program.run(["round", "--from", "-"], input: line + " seen twice")
        #expect(seen.err.contains("“SEEN” was read as a token"), "\(seen.err)")
        #expect(try Self.weights(program, "an-an").last == Int64(today[0]))
    }

    @Test("The words of the printed sheet are reasons, in both languages")
    func sheetWords() throws {
        let (program, _) = try Self.ward(3)
        let lines = [
            "an-an \(try Self.letter("an-an")) - minimal handling", "bo-bo \(try Self.letter("bo-bo")) - 病情不稳",
            "chi-chi \(try Self.letter("chi-chi")) - a",
        ]
        for line in lines.prefix(2) {
            let words = line.split(separator: "-").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
            let sheets = try ["en", "zh"].map { try program.nicu("round --print --lang \($0)").out }
            #expect(sheets.contains { $0.contains(words) }, "\(words)")
        }
        let result = try program.run(["round", "--from", "-"], input: lines.joined(separator: "\n"))
        #expect(result.status == 0 && result.out.contains("0 weighed, 3 not weighed, 0 left"), "\(result.err)")
        let none = try program.run(["round", "--from", "-"], input: "an-an \(try Self.letter("an-an")) -")
        #expect(none.status == 64 && none.err.contains("a reason belongs behind the dash"), "\(none.err)")
    }

    @Test("The same file read by several runs at once is saved once, and every run answers that it is")
    func readAtOnce() throws {
        let (program, today) = try Self.ward()
        let lines = try Self.names.enumerated().map { place, code in
            let letter = try Self.letter(code)
            return place % 5 == 4 ? "\(code) \(letter) - unstable" : "\(code) \(letter) \(today[place]) g"
        }
        let file = program.folder + "/round.txt"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
        let count = try program.count()
        let runs = try (0..<4).map { number in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.path)
            process.arguments = ["round", "--from", file]
            process.environment = program.environment
            let out = program.folder + "/run-\(number)"
            FileManager.default.createFile(atPath: out, contents: nil)
            let handle = try #require(FileHandle(forWritingAtPath: out))
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
            return (process, out)
        }
        var counted = 0
        for (process, out) in runs {
            process.waitUntilExit()
            let said = try String(contentsOfFile: out, encoding: .utf8)
            #expect(process.terminationStatus == 0 && !said.contains("already used"), "\(said)")
            // Each infant counts in one round alone.
            let words = said.components(separatedBy: "round closed: ").dropFirst().first?.split(separator: " ") ?? []
            counted += words.count > 2 ? (Int(words[0]) ?? 0) + (Int(words[2]) ?? 0) : 0
        }
        #expect(counted == lines.count)
        let closings = try program.run(
            ["sqlite3", program.folder + "/nicu.db", "SELECT count(*) FROM entry WHERE kind = 'round'"],
            path: "/usr/bin/env")
        let closed = Int(closings.out.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
        #expect(try program.count() == count + lines.count + closed && closed >= 1)
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("A file is closed over what is left only when that is asked for; the answer as JSON says what was written")
    func closedFile() throws {
        let (program, today) = try Self.ward(3)
        let line = "an-an \(try Self.letter("an-an")) \(today[0]) g"
        let open = try program.run(["round", "--from", "-", "--json"], input: line)
        let answer = try open.json
        #expect(
            open.status == 5 && answer["saved"]?.text == "true" && answer["entries"]?.elements.count == 1, "\(open.out)"
        )
        let closed = try program.run(["round", "--from", "-", "--close"], input: line)
        #expect(closed.status == 0 && closed.out.contains("1 weighed, 0 not weighed, 2 left"), "\(closed.out)")
        #expect(try Self.weights(program, "an-an").last == Int64(today[0]))
    }

    @Test("A received value that belongs to nobody is struck or undone; the same line of a file is received once")
    func received() throws {
        let (program, _) = try Self.ward(3)
        let file = program.folder + "/scale.txt"
        try Data("1234 g\n1300 g\n".utf8).write(to: URL(filePath: file))
        for _ in 0..<2 { #expect(try program.run(["round", "--from", file, "--at", "1 h ago"]).status == 0) }
        #expect(try program.nicu("accept --json").json.elements.count == 2)
        // Another file whose first line says the same is another value; so is the same line behind other lines.
        let other = program.folder + "/other.txt"
        try Data("1234 g\n".utf8).write(to: URL(filePath: other))
        #expect(try program.run(["round", "--from", other]).status == 0)
        try Data("1300 g\n1300 g\n".utf8).write(to: URL(filePath: other))
        #expect(try program.run(["round", "--from", other]).status == 0)
        let waiting = try program.nicu("accept --json").json.elements
        #expect(waiting.count == 5)
        let first = try #require(waiting.first?["seq"]?.integer)
        let struck = try program.nicu("strike \(first) --reason artefact")
        #expect(struck.status == 0, "\(struck.err)")
        #expect(try program.nicu("strike \(first) --reason artefact").status == 1)
        #expect(try program.nicu("accept --json").json.elements.count == 4)
        // The strike was the last operation; undone, the value waits again, and redone it does not.
        func waits() throws -> Int { try program.nicu("accept --json").json.elements.count }
        for (command, count) in [("undo", 5), ("redo", 4), ("undo", 5)] {
            let result = try program.nicu(command)
            let left = try waits()
            #expect(result.status == 0 && left == count, "\(command) \(result.err) \(left)")
        }
        // So does one whose acceptance is undone, twice over.
        let again = try #require(try program.nicu("accept --json").json.elements.first?["seq"]?.integer)
        let an = try Self.letter("an-an")
        for _ in 0..<2 {
            let taken = try program.nicu("accept \(again) --for an-an --check \(an) --unconfirmed")
            let left = try waits()
            #expect(taken.status == 0 && left == 4, "\(taken.err) \(left)")
            for (command, count) in [("undo", 5), ("redo", 4), ("undo", 5)] {
                let result = try program.nicu(command)
                let left = try waits()
                #expect(result.status == 0 && left == count, "\(command) \(result.err) \(left)")
            }
        }
        let letter = try Self.letter("bo-bo")
        let seq = try #require(try program.nicu("accept --json").json.elements.last?["seq"]?.integer)
        let accepted = try program.nicu("accept \(seq) --for bo-bo --check \(letter) --unconfirmed")
        #expect(accepted.status == 0 && accepted.out.contains("unconfirmed"), "\(accepted.out)\(accepted.err)")
        #expect(try program.nicu("verify").status == 0)
    }

    @Test("Values written one line off are not closed over; what a scale sends alone waits until it is accepted")
    func shifted() throws {
        let (program, _) = try Self.ward(6)
        let sheet = try program.nicu("round --print").out
        #expect(
            sheet.contains("an-an  ") && sheet.contains("  G  ") && sheet.contains("not weighed: l later"), "\(sheet)")
        let received = try program.run(["round", "--from", "-"], input: "1234 g\n")
        #expect(received.status == 0 && received.out.contains("received"), "\(received.out)\(received.err)")
        let waiting = try program.nicu("accept --json").json.elements
        let seq = try #require(waiting.first?["seq"]?.integer)
        #expect(try program.nicu("accept \(seq) --for an-an").status == 5)
        #expect(try program.nicu("accept \(seq) --for an-an --check Z").status == 1)
        let accepted = try program.nicu("accept \(seq) --for bo-bo --check \(try Self.letter("bo-bo"))")
        #expect(accepted.status == 0, "\(accepted.err)")
        #expect(try program.nicu("accept --json").json.elements.isEmpty)
        #expect(try Self.weights(program, "bo-bo").last == 1234)
        #expect(try program.nicu("verify").status == 0)
        // The acceptance and what it accepted travel together.
        let ledger = try program.nicu("timeline bo-bo --format ndjson").out
        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Asia/Shanghai --clinician li.min").status == 0)
        let taken = try other.run(["import", "-"], input: ledger)
        #expect(taken.status == 0, "\(taken.err)")
        #expect(try Self.weights(other, "bo-bo").last == 1234)
    }

    @Test("Two rounds at once: nothing lost, nothing doubled")
    func twoRounds() throws {
        let (program, today) = try Self.ward(8)
        #expect(try program.nicu("clinician add nurse.w").status == 0)
        let one = try PseudoTerminal(program, ["round", "--lang", "en"])
        let two = try PseudoTerminal(program, ["round", "--lang", "en", "--by", "nurse.w"])
        for terminal in [one, two] { terminal.expect("letter and weight") }
        for place in 0..<4 {
            // Both begin with the same infant; one goes on from there, the other from the fifth.
            for (terminal, number) in [(one, place), (two, place + 4)] {
                let code = Self.names[number]
                terminal.type("\(code) \(try Self.letter(code)) \(today[number])g\n")
                terminal.expect("saved #")
                // Whom the other has weighed meanwhile is shown and passed.
                if number >= 4 { terminal.expect("\(Self.names[place])  weighed already today by li.min") }
                if number != 7 { terminal.expect("letter and weight") }
            }
        }
        // The first still stands at the infant that the second has weighed since: asked about, and not written.
        one.type("\(try Self.letter("hao-hao")) \(today[7])g\n")
        one.expect("u store as unconfirmed")
        one.type("n")
        one.expect("hao-hao  weighed already today by nurse.w")
        for terminal in [one, two] {
            terminal.expect("leave it open")
            terminal.type("y")
            terminal.expect("round closed: 4 weighed")
            #expect(terminal.exit() == 0)
        }
        for place in 0..<8 {
            let values = try Self.weights(program, Self.names[place])
            #expect(values.last == Int64(today[place]) && values.count == 12, "\(Self.names[place]) \(values.count)")
        }
        #expect(try program.nicu("verify").status == 0)
    }
}
