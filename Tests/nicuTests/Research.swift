import Foundation
import NICUCore
import NICUExport
import Testing

/// Records and exports that the tests of the research export share.
enum Research {
    /// An export as a test looks at it.
    struct Output {
        let entries: String
        let manifest: JSON
        /// Everything the program gave: both files and what it said.
        let everything: String

        var lines: [JSON] {
            entries.split(separator: "\n").compactMap { try? JSON(text: String($0)) }
        }
    }

    static func export(_ program: Program, _ options: String = "--without-consent EK-2024/17") throws -> Output {
        let folder = program.folder + "/research-" + UUID().uuidString
        let result = try program.nicu("export --format research \(options) -o \(folder)")
        #expect(result.status == 0, "\(result.err)")
        let entries = try String(contentsOfFile: folder + "/entries.ndjson", encoding: .utf8)
        let manifest = try String(contentsOfFile: folder + "/manifest.json", encoding: .utf8)
        return Output(
            entries: entries, manifest: try JSON(text: manifest.trimmingCharacters(in: .newlines)),
            everything: entries + manifest + result.out + result.err)
    }

    /// An empty record.
    static func record(_ unit: String = "Unit", zone: String = "Asia/Shanghai") throws -> Program {
        let program = try Program()
        let made = try program.run(["init", "--unit", unit, "--timezone", zone, "--clinician", "li.min"])
        #expect(made.status == 0, "\(made.err)")
        return program
    }

    static func take(_ lines: String, into program: Program) throws {
        let taken = try program.run(["import", "-"], input: lines)
        #expect(taken.status == 0, "\(taken.err)")
    }

    /// The secret of a record, read from its folder of keys.
    static func secret(_ program: Program) throws -> ResearchSecret {
        let text = try String(contentsOfFile: program.folder + "/nicu.db.keys/research.key", encoding: .utf8)
        let bytes = try #require(Hexadecimal.bytes(text.trimmingCharacters(in: .newlines)))
        return try #require(ResearchSecret(bytes: bytes))
    }

    /// An identifier that a test numbers.
    static func id(_ number: Int) -> String {
        "01900000-0000-7000-8000-" + String(repeating: "0", count: 12 - "\(number)".count) + "\(number)"
    }

    /// One exchange line.
    static func line(
        _ number: Int, _ infant: String, _ kind: String, _ body: String, at: String = "2024-08-20T06:00:00+08:00",
        corrects: Int? = nil, more: String = ""
    ) -> String {
        let precision = at.count == 10 ? "day" : "minute"
        let old = corrects.map { ",\"corrects\":\"\(id($0))\"" } ?? ""
        return
            "{\"id\":\"\(id(number))\",\"infant\":\"\(infant)\",\"kind\":\"\(kind)\",\"at\":\"\(at)\",\"precision\":\"\(precision)\",\"by\":\"li.min\"\(old)\(more),\"body\":\(body)}\n"
    }

    /// An infant with a birth, a dating and a birth weight; numbers from `first` to `first + 2`.
    static func infant(
        _ code: String, _ first: Int, sex: String = "female", weeks: Int = 28, grams: Int = 1100,
        born: String = "2024-08-19T06:00:00+08:00", birth: String = ""
    ) -> String {
        line(first, code, "birth", "{\"sex\":\"\(sex)\"\(birth)}", at: born)
            + line(first + 1, code, "dating", "{\"gaDays\":\(weeks * 7),\"method\":\"ivf\"}", at: born)
            + line(
                first + 2, code, "measurement",
                "{\"quantity\":\"weight\",\"value\":\(grams),\"unit\":\"g\",\"role\":\"birth\"}", at: born)
    }
}
