public import NICUCore

/// Whom a story is written for.
public enum StoryAudience: String, Sendable, Hashable, CaseIterable {
    /// The infant's family.
    case family
    /// Newspapers and everybody else.
    case press

    /// The consent that the page needs.
    public var consent: String { self == .family ? "family_page" : "press" }
}

/// A page in lay words about one infant, as parts that text, HTML and JSON are made from.
public struct StoryPage: Sendable {
    /// A number that is seen at once, with what it is.
    struct Figure: Sendable {
        let label: String
        let value: String
    }

    /// What a part is made of.
    enum Block: Sendable {
        case paragraph(String)
        case list([String])
        /// What held from when to when.
        case spans([StorySpanLine])
        case table(StoryTable)
        case chart(WeekChart)
        /// A sentence that stands apart.
        case aside(String)
        /// Empty lines to write on, on paper only.
        case blanks(Int)
    }

    /// A part under its heading.
    struct Part: Sendable {
        let id: String
        let title: String
        let blocks: [Block]
    }

    /// Whom it is for.
    let audience: StoryAudience
    /// What it is called.
    let title: String
    /// What stands under the title.
    let subtitle: String
    /// The first sentences.
    let lead: [String]
    /// The figures that are seen first.
    let figures: [Figure]
    /// The parts.
    let parts: [Part]
    /// What is said once at the end.
    let notices: [String]
    /// The language, as HTML names it.
    let language: String
    /// What stands before and behind the page's number, and behind the count of pages.
    let pageWords: (before: String, between: String, after: String)
}

/// What held in a span of time, and the span in words.
struct StorySpanLine: Sendable, Hashable {
    let when: String
    let what: String
}

/// A table of a story.
struct StoryTable: Sendable, Hashable {
    let caption: String
    let head: [String]
    let rows: [[String]]
    /// The columns whose cells are numbers.
    var numbers: Set<Int> = []
    /// The column of days, which are not broken over lines.
    var dates: Int?
}

// MARK: Plain text

extension StoryPage {
    /// Plain text of at most so many columns.
    public func text(columns: Int = 80) -> String {
        var out = Table.wrapped(title, columns: columns) + Table.wrapped(subtitle, columns: columns)
        out.append(String(repeating: "─", count: columns))
        for sentence in lead { out += Table.wrapped(sentence, columns: columns) }
        if !figures.isEmpty {
            out.append("")
            let gutter = (figures.map { Table.width($0.label) }.max() ?? 0) + 2
            out += figures.flatMap { StoryPage.beside($0.label, $0.value, gutter, columns) }
        }
        for part in parts {
            out += ["", "[\(part.title)]"]
            for block in part.blocks { out += StoryPage.text(block, columns) }
        }
        out += ["", String(repeating: "─", count: columns)]
        out += notices.flatMap { Table.wrapped($0, columns: columns) }
        return out.joined(separator: "\n")
    }

    private static func text(_ block: Block, _ columns: Int) -> [String] {
        switch block {
        case .paragraph(let sentence), .aside(let sentence): Table.wrapped(sentence, columns: columns)
        case .list(let items): items.flatMap { beside("·", $0, 2, columns) }
        case .spans(let spans):
            spans.flatMap { beside($0.when, $0.what, (spans.map { Table.width($0.when) }.max() ?? 0) + 2, columns) }
        case .table(let table): text(table, columns)
        // The table beside it holds the same numbers.
        case .chart: []
        case .blanks: []
        }
    }

    private static func text(_ table: StoryTable, _ columns: Int) -> [String] {
        var text = Table(table.head, table.head.indices.map { table.numbers.contains($0) ? .right : .left })
        for row in table.rows { text.add(row) }
        return text.text(columns: columns).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// A label with what belongs to it beside it, or below it where the label is long.
    private static func beside(_ label: String, _ words: String, _ gutter: Int, _ columns: Int) -> [String] {
        guard gutter <= columns / 2 else {
            return Table.wrapped(label, columns: columns) + Table.indented(words, by: 2, columns: columns)
        }
        let pad = String(repeating: " ", count: max(gutter - Table.width(label), 1))
        let blank = String(repeating: " ", count: gutter)
        return Table.wrapped(words, columns: columns - gutter).enumerated().map {
            ($0.offset == 0 ? label + pad : blank) + $0.element
        }
    }
}

// MARK: For machines

extension StoryPage {
    /// The same for machines.
    public var json: JSON {
        [
            "title": .string(title), "subtitle": .string(subtitle), "lead": .array(lead.map { .string($0) }),
            "figures": .array(figures.map { ["label": .string($0.label), "value": .string($0.value)] }),
            "parts": .array(
                parts.map { part in
                    [
                        "id": .string(part.id), "title": .string(part.title),
                        "blocks": .array(part.blocks.compactMap(StoryPage.json)),
                    ]
                }),
            "notices": .array(notices.map { .string($0) }),
        ]
    }

    private static func json(_ block: Block) -> JSON? {
        switch block {
        case .paragraph(let sentence), .aside(let sentence): ["text": .string(sentence)]
        case .list(let items): ["list": .array(items.map { .string($0) })]
        case .spans(let spans):
            ["spans": .array(spans.map { ["when": .string($0.when), "what": .string($0.what)] })]
        case .table(let table):
            [
                "caption": .string(table.caption), "head": .array(table.head.map { .string($0) }),
                "rows": .array(table.rows.map { .array($0.map { .string($0) }) }),
            ]
        case .chart, .blanks: nil
        }
    }
}
