import NICUCore
import Testing

@testable import NICUExport

@Suite("Papers: fixed width, HTML and style sheets")
struct SheetTests {
    @Test("lines of Chinese and Latin text never exceed their columns, and nothing is lost")
    func wrapped() {
        let text = "无记录事件观察 131/168 小时，15/16 班已回顾（监护 131 小时）; spontaneously-breathing-since-2024-11-01 末次“呼吸暂停”。"
        for columns in 8...80 {
            let lines = Table.wrapped(text, columns: columns)
            // A closing mark may stand beyond the edge rather than begin a line.
            #expect(lines.allSatisfy { Table.width($0) <= columns }, "\(columns): \(lines)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(columns < 12 || !lines.contains { "，。；：）”".contains($0.first ?? " ") }, "\(columns): \(lines)")
        }
    }

    @Test("labels and facts stand in two columns, also where labels are Chinese")
    func rows() {
        let rows = [
            Sheet.Row(
                id: "a", label: "体重",
                lines: [Sheet.Line("2580 g"), Sheet.Line("长" + String(repeating: "字", count: 40))]),
            Sheet.Row(id: "b", label: "plan", lines: [Sheet.Line("late", .attention)]),
        ]
        let lines = Sheet.text(rows, columns: 40)
        #expect(lines[0] == "体重  2580 g" && lines.last == "plan  ! late")
        #expect(lines.allSatisfy { Table.width($0) <= 40 })
    }

    @Test("what was typed cannot become HTML, leave a style sheet or steer a reader")
    func escaped() {
        // The bracket with a combining stroke is one character and still a bracket.
        #expect(HTML.escaped("<b>&\"'<\u{338}\u{1B}[2J") == "&lt;b&gt;&amp;&quot;&#39;&lt;\u{338}‹1b›[2J")
        let unit = "A\"; } </style><script>x\\"
        let sheet = Sheet(title: unit, blocks: [], empty: "none", foot: unit)
        let html = sheet.html(Wording(.en).htmlWords)
        #expect(!html.contains("<script>") && html.ranges(of: "</style>").count == 1)
        #expect(html.contains("content: \"A\\22 ; } \\3c /style\\3e \\3c script\\3e x\\5c \""))
    }

    @Test("a page has a language, headings, row and column headers, and names its infant in every table's head")
    func accessible() {
        let row = Sheet.Row(id: "a", label: "weight", lines: [Sheet.Line("not recorded", .missing)])
        let block = Sheet.Block(
            code: "an-an", title: "bed 12 · an-an", parts: [Sheet.Part(title: "Situation", rows: [row])])
        let html = Sheet(title: "Handover", blocks: [block], empty: "", foot: "foot").html(Wording(.zh).htmlWords)
        for part in [
            "<html lang=\"zh-Hans\">", "<h1>", "<h2 id=\"i1\">", "<h3>Situation</h3>", "<th scope=\"row\">weight</th>",
            "<th scope=\"col\">an-an · 项目", "counter(pages)", "@page { size: A4",
        ] { #expect(html.contains(part), "\(part)") }
        #expect(!html.contains("http") && !html.contains("<script") && !html.contains("url("))
    }
}
