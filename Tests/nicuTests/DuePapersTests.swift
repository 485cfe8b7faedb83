import Foundation
import NICUCore
import Testing

@Suite("Papers that are due")
struct DuePapersTests {
    private static func papers(_ json: JSON) -> [String: String] {
        let items = json["papers"]?.elements ?? []
        return Dictionary(items.map { ($0["topic"]?.string ?? "", $0["status"]?.string ?? "") }) { first, _ in first }
    }

    @Test("H7: after death the death record is listed until it is recorded; printing it does not count")
    func death() throws {
        let program = try Program().prepared()
        #expect(try program.nicu("discharge an-an --to death --at 2024-08-25T06:00").status == 0)
        #expect(try program.nicu("summary an-an --kind death").status == 0)
        let late = "due an-an --as-of 2024-08-27 --json"
        let json = try program.nicu(late).json
        #expect(json["items"]?.elements.isEmpty == true && Self.papers(json) == ["death_record": "overdue"])
        #expect(json["papers"]?.elements.first?["by"]?.string == "2024-08-26T06:00:00+08:00")
        let page = try program.nicu("due an-an --as-of 2024-08-27").out
        #expect(
            page.contains("no screens, vaccines or visits") && page.contains("none recorded since 2024-08-25 06:00"))
        #expect(page.contains("once written: nicu task an-an death-record complete"))
        // The ward's list keeps it too, by its paper alone.
        let ward = try program.nicu("due --as-of 2024-08-27").out
        #expect(ward.contains("Death record") && !ward.contains("heart screen"))
        #expect(try program.nicu("task an-an hearing pass --method aabr --at 2024-08-26T08:00").status == 1)
        #expect(try program.nicu("task an-an death-record normal --at 2024-08-26T08:00").status != 0)
        let written = try program.nicu("task an-an death-record complete --at 2024-08-26T08:00")
        #expect(written.status == 0, "\(written.err)")
        #expect(Self.papers(try program.nicu(late).json).isEmpty)
        let empty = try program.nicu("due --as-of 2024-08-27").out
        #expect(!empty.contains("an-an"))
        #expect(try program.nicu("undo").status == 0)
        #expect(Self.papers(try program.nicu(late).json) == ["death_record": "overdue"])
    }

    @Test("papers stand behind the screens in due, on the board, in the card and in the doctors' handover")
    func screens() throws {
        let program = try StoryTests.demo()
        for language in ["zh", "en"] {
            let (heading, late) =
                language == "zh"
                ? ("病历文书", "病历文书逾期：日常病程记录、阶段小结") : ("papers", "papers overdue: Progress note, Stage summary")
            func out(_ line: String) throws -> String { try program.nicu(line + " --lang \(language)").out }
            let page = try out("due le-le --as-of 2024-11-20").components(separatedBy: "\n\(heading)\n")
            #expect(page.count == 2 && page[1].contains("nicu task le-le progress-note|stage-summary complete"))
            for line in ["board --as-of 2024-11-20T08:00", "show le-le --as-of 2024-11-20T08:00"] {
                let flat = try out(line).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(flat.contains(late), "\(flat)")
            }
            let handover = try out("handover le-le --as-of 2024-11-20T08:00")
            #expect(handover.contains(heading), "\(handover)")
            let nurse = try out("handover le-le --kind nurse --as-of 2024-11-20T08:00")
            #expect(!nurse.contains(heading))
        }
        // By their short names, as days go by; results and screens of the summary know nothing of them.
        let day = "--at 2024-11-20T09:00"
        for line in ["task le-le progress complete", "task le-le stage complete", "attest le-le critically-ill"] {
            let result = try program.nicu("\(line) \(day)")
            #expect(result.status == 0, "\(line): \(result.err)")
        }
        let after = try program.nicu("due le-le --as-of 2024-11-20T10:00 --all --json").json
        #expect(Self.papers(after)["progress_note"] == "later" && Self.papers(after)["stage_summary"] == "later")
        #expect(after["papersLeft"] == .integer(0))
        let summary = try program.nicu("summary le-le --kind stage --as-of 2024-11-20T10:00").out
        #expect(!summary.contains("stage summary: complete") && !summary.contains("progress note"))
        let opens = try program.nicu("due le-le --as-of 2024-11-20T10:00 --json").json
        #expect(Self.papers(opens) == ["progress_note": "later"])
    }
}
