import Foundation
import NICUCore
import Testing

@Suite("H7 the board shows what is missing first")
struct BoardTests {
    @Test("No weight today first; not weighed has its reason; the plan decides what is missing")
    func order() throws {
        let (program, today) = try RoundTests.ward(4)
        let code = RoundTests.names
        #expect(try program.nicu("weigh \(code[0]) \(today[0])g").status == 0)
        func rows() throws -> [[String: Any]] {
            let text = try program.nicu("board --json").out
            return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        }
        let first = try rows()
        #expect(first.map { $0["infant"] as? String } == [code[1], code[2], code[3], code[0]])
        #expect(first.map { $0["weightToday"] as? String } == ["missing", "missing", "missing", "weighed"])
        #expect(first[3]["change"] as? Int == 12)
        let skip = "\(code[1]) \(try RoundTests.letter(code[1])) - unstable"
        #expect(try program.run(["round", "--from", "-"], input: skip).status == 5)
        #expect(try rows().map { $0["weightToday"] as? String } == ["missing", "missing", "weighed", "omitted"])
        let text = try program.nicu("board").out
        #expect(
            text.contains("no weight today 2") && text.contains("MISSING (last")
                && text.contains("not weighed: unstable"))
        #expect(text.contains("no head measured"))
        // Weighed yesterday at six, and now.
        #expect(text.contains(/[0-9] g \(\+12 g in \d+ h\)/), "\(text)")
        #expect(try program.nicu("board --lang zh").out.contains(/[0-9] g（\+12 g，相隔 \d+ 小时）/))
        #expect(try program.nicu("board --lang zh").out.contains("缺今日体重 2"))
    }

    @Test("Doubtful values, dosing weights and received values want a look")
    func alerts() throws {
        let (program, today) = try RoundTests.ward(2)
        #expect(try program.nicu("weigh an-an \(today[0] + 400)g --unconfirmed").status == 0)
        #expect(try program.nicu("weigh bo-bo 900g --role dosing").status == 1)
        #expect(try program.nicu("weigh bo-bo 900g --role dosing --reason oedema").status == 0)
        #expect(try program.run(["round", "--from", "-"], input: "1234 g\n").status == 0)
        let text = try program.nicu("board").out
        #expect(text.contains("unconfirmed #") && text.contains("1 received values wait"), "\(text)")
        #expect(text.contains("dosing weight 900 g since") && text.contains("oedema"), "\(text)")
        #expect(try program.nicu("weigh an-an \(today[0])g --role dosing --reason chosen").status == 0)
        #expect(try program.nicu("board").out.contains("dosing weight \(today[0]) g since"))
    }

    @Test("A length, a temperature or an old weight in doubt stands on the board until it is struck")
    func doubts() throws {
        let (program, _) = try RoundTests.ward(1)
        let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)
        let today = zone.day(at: Instant(seconds: Int64(Date().timeIntervalSince1970)))
        for line in [
            "measure an-an length 60cm --unconfirmed --at \(today + -9)T10:00",
            "measure an-an temperature 39.9C --unconfirmed --at \(today + -9)T10:00",
            "measure an-an spo2 60% --unconfirmed --at \(today + -9)T10:00",
            "weigh an-an 1900g --unconfirmed --at \(today + -9)T10:00",
        ] {
            let saved = try program.nicu(line)
            #expect(saved.status == 0, "\(line): \(saved.err)")
        }
        let count = try program.count()
        func doubts() throws -> Int { try program.nicu("board").out.components(separatedBy: "unconfirmed #").count - 1 }
        #expect(try doubts() == 4)
        #expect(try program.run(["strike", "\(count)", "--reason", "slip"]).status == 0)
        #expect(try doubts() == 3)
    }

    @Test("Targets of the care plan stand on the board: on, off or unknown")
    func targets() throws {
        let (program, _) = try RoundTests.ward(1)
        for line in [
            "plan an-an weight-gain 15..20 g/kg/d --reason x", "plan an-an volume 140..160 mL/kg/d --reason x",
        ] {
            let planned = try program.nicu(line)
            #expect(planned.status == 0, "\(line): \(planned.err)")
        }
        let text = try program.nicu("board").out
        #expect(!text.contains("✓") && text.contains("event-free time, time off methylxanthine unknown"), "\(text)")
        #expect(try program.nicu("board --lang zh").out.contains("无事件时间、停甲基黄嘌呤时间不明"))
        #expect(text.contains("weight gain") && text.contains("target"), "\(text)")
        #expect(text.contains("unknown"), "\(text)")
    }

    @Test("The board is drawn again, and every line keeps to the width")
    func watch() throws {
        let (program, _) = try RoundTests.ward(3)
        let drawn = try program.nicu("board --watch --times 2")
        #expect(drawn.status == 0 && drawn.out.components(separatedBy: "3 infants").count == 3)
        #expect(try program.nicu("board --watch --as-of 2024-01-01").status == 64)
        #expect(drawn.out.components(separatedBy: "\n").allSatisfy { $0.count <= 80 || $0.contains("ledger") })
    }
}
