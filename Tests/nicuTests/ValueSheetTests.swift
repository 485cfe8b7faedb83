import Foundation
import NICUCore
import Testing

@Suite("H4 H19 tables of values: named columns with units, judged like a typed value, all or nothing")
struct ValueSheetTests {
    /// A record with two infants who are no siblings.
    static func program() throws -> Program {
        let program = try Program().prepared()
        let other = "admit bo-bo --sex male --born 2024-08-19T06:30 --ga 27+0 --weight 900g"
        #expect(try program.nicu(other).status == 0)
        return program
    }

    static func table(_ program: Program, _ text: String, _ options: String...) throws -> Program.Result {
        try program.run(["import", "-"] + options, input: text)
    }

    @Test(
        "As a Chinese spreadsheet writes it: byte order mark, CRLF, Chinese titles, slashes; a second reading writes nothing"
    )
    func spreadsheet() throws {
        let program = try Self.program()
        let letter = try RoundTests.letter("bo-bo")
        let text =
            "\u{FEFF}代号,校验,时间,体重 [g],身长（cm）,床\r\n"
            + "an-an,2024/8/19,2024/8/20 6:05,790,34.0,3\r\n\r\nbo-bo,\(letter),2024-08-20 06:10,0.89kg,,\"4, 窗\"\r\n"
        let count = try program.count()
        let trial = try Self.table(program, text, "--dry-run")
        #expect(trial.status == 0 && trial.out.contains("3 values of 2 infants would be saved"), "\(trial.err)")
        #expect(try program.count() == count)
        let saved = try Self.table(program, text)
        #expect(saved.status == 0 && saved.out.contains("saved 3 values of 2 infants"), "\(saved.err)")
        #expect(try program.count() == count + 3)
        let again = try Self.table(program, text)
        #expect(again.status == 0 && again.out.contains("3 were here already"), "\(again.err)")
        #expect(try program.count() == count + 3)
        #expect(try RoundTests.weights(program, "bo-bo") == [900, 890])
        // One operation: one word takes the table back.
        #expect(try program.nicu("undo").status == 0)
        #expect(try RoundTests.weights(program, "bo-bo") == [900])
        #expect(try program.nicu("verify").status == 0)
    }

    @Test(
        "What is wrong is named by line and column, and nothing is written",
        arguments: [
            ("infant,check,weight [g]\nan-an,G,790", Int32(64), "the column at is missing"),
            ("infant,check,at\nan-an,G,2024-08-20", 64, "there is no column of values"),
            ("infant,check,at,weight [g],name\nan-an,G,2024-08-20,790,x", 64, "column “name”: not a known column"),
            ("infant,check,at,weight [g],weight [g]\nan-an,G,2024-08-20,790,1", 64, "the column stands twice"),
            ("infant,check,at,weight\nan-an,G,2024-08-20,790", 64, "column “weight”: no unit"),
            ("infant,check,at,weight [g]\nan-an,G,2024-08-20", 64, "line 2: 3 cells, the header has 4"),
            ("infant,check,at,weight [g]\nan-an,G,\"2024-08-20,790", 64, "line 2: a quote is not closed"),
            ("infant,check,at,weight [g]\nan-an,G,\"2024\"-08-20,790", 64, "behind a closing quote"),
            ("infant,check,at,weight [g]\nan-an,G,,790", 64, "column “at”: the cell is empty"),
            ("infant,check,at,weight [g]\nan-an,G,2024-02-30,790", 64, "there is no day 2024-02-30"),
            ("infant,check,at,weight [g]\nan-an,G,2024-08-20,79O", 64, "line 2, column “weight [g]”"),
            ("infant,check,at,weight [g],role\nan-an,G,2024-08-20,790,guess", 64, "one of: measured"),
            ("infant,check,at,weight [g]\nzz-zz,G,2024-08-20,790", 1, "no infant has the code"),
            ("infant,check,at,weight [g]\nan-an,Z,2024-08-20,790", 1, "read the band again"),
            ("infant,at,weight [g]\nan-an,2024-08-20,790", 1, "a table needs the column check"),
            ("infant,check,at,weight [g]\nan-an,G,2099-08-20,790", 1, "lies in the future"),
            ("infant,check,at,weight [g]\nan-an,G,2024-08-20,79000", 1, "is impossible"),
            ("infant,check,at,weight [g]\nan-an,G,2024-08-20,790\nbo-bo,X,2024-08-20,1790", 1, "line 3"),
            ("infant,check,at,weight [g]\nan-an,G,2024-08-20,7900", 5, "ten times too much? 790 g would fit"),
            ("weight,length", 64, "the column infant is missing"),
        ])
    func refused(text: String, status: Int32, sentence: String) throws {
        let program = try Self.program()
        let count = try program.count()
        let result = try Self.table(program, text)
        #expect(result.status == status && result.err.contains(sentence), "\(result.status) \(result.err)")
        #expect(result.err.contains("nothing was saved") && result.out.isEmpty)
        #expect(try program.count() == count)
    }

    @Test("A question is answered in the table: its token and why, or the value waits as unconfirmed")
    func answered() throws {
        let program = try Self.program()
        let asked = try Self.table(program, "infant,check,at,weight [g]\nan-an,G,2024-08-20,1300")
        let token = try #require(asked.err.components(separatedBy: "; token ").last?.prefix(4))
        #expect(asked.status == 5)
        let head = "infant,check,at,weight [g],confirm,reason,role\n"
        let bare = try Self.table(program, head + "an-an,G,2024-08-20,1300,\(token),,")
        #expect(bare.status == 1 && bare.err.contains("say why"), "\(bare.err)")
        let doubt = try Self.table(program, head + "an-an,G,2024-08-20,1300,,,unconfirmed")
        #expect(doubt.status == 0, "\(doubt.err)")
        #expect(try program.nicu("undo").status == 0)
        let right = try Self.table(program, head + "an-an,G,2024-08-20,1300,\(token),seen on the scale,")
        #expect(right.status == 0, "\(right.err)")
        #expect(try RoundTests.weights(program, "an-an") == [800, 1300])
    }

    @Test("The rows of one infant are judged in the order of time, each beside those before it")
    func order() throws {
        let program = try Self.program()
        let rows = ["2024-08-22,780", "2024-08-20,792", "2024-08-21,786", "2024-08-23,7760"].map { "an-an,G,\($0)" }
        let asked = try Self.table(program, "infant,check,at,weight [g]\n" + rows.joined(separator: "\n"))
        #expect(asked.status == 5 && asked.err.contains("line 5") && asked.err.contains("last 780 g"), "\(asked.err)")
        #expect(!asked.err.contains("line 2"))
    }

    @Test("The wide ward sheet is handed on and read back; tabs and a byte order mark on request")
    func wide() throws {
        let program = try StoryTests.demo()
        let sheet = try program.nicu("export --as-of 2024-11-20T12:00 --days 3")
        #expect(
            sheet.out.hasPrefix(
                "infant,check,bed,2024-11-18 [g],2024-11-19 [g],2024-11-20 [g]\r\nle-le,J,3,1419,1436,1456\r\n"),
            "\(sheet.out)")
        let back = try Self.table(program, sheet.out)
        #expect(back.status == 0 && back.out.contains("saved 0 values"), "\(back.err)")
        func bytes(_ line: String) throws -> [UInt8] {
            let file = program.folder + "/\(UUID().uuidString)"
            #expect(try program.nicu("\(line) -o \(file)").status == 0)
            return Array(try Data(contentsOf: URL(filePath: file)))
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let excel = try bytes("export --as-of 2024-11-20T12:00 --days 2 --quantity head --tsv --bom")
        #expect(excel.starts(with: mark + Array("infant\tcheck\tbed\t2024-11-19 [cm]\t".utf8)))
        let new = "infant\tcheck\t2024-11-19 [cm]\nle-le\tJ\t29.2\n"
        #expect(try Self.table(program, new, "--daily", "head").status == 0)
        #expect(try program.nicu("timeline le-le --bom").status == 64)
        #expect(try bytes("timeline le-le --format csv --bom --tsv").starts(with: mark + Array("seq\tat\t".utf8)))
    }
}
