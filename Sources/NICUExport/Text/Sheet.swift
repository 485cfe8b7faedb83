public import NICUCore

/// A paper of labelled facts about infants, before it is text, HTML or JSON.
public struct Sheet: Sendable {
    /// One fact.
    public struct Line: Sendable, Hashable {
        /// What a reader must not overlook; always in words or by a sign, never by colour alone.
        public enum Weight: String, Sendable, Hashable { case plain, missing, attention }

        /// The sentence.
        public let text: String
        /// How it weighs.
        public let weight: Weight

        /// Makes one.
        public init(_ text: String, _ weight: Weight = .plain) {
            self.text = text
            self.weight = weight
        }

        /// The sentence with the sign of its weight in front.
        var marked: String { weight == .attention ? "! " + text : text }
    }

    /// Facts under one label.
    public struct Row: Sendable {
        /// A name for machines.
        public let id: String
        /// The label.
        public let label: String
        /// The facts, at least one.
        public let lines: [Line]

        /// Makes one.
        public init(id: String, label: String, lines: [Line]) {
            self.id = id
            self.label = label
            self.lines = lines
        }
    }

    /// Rows under one heading; nil where the block has no further division.
    public struct Part: Sendable {
        /// The heading.
        public let title: String?
        /// The rows.
        public let rows: [Row]

        /// Makes one.
        public init(title: String? = nil, rows: [Row]) {
            self.title = title
            self.rows = rows
        }
    }

    /// Everything about one infant.
    public struct Block: Sendable {
        /// The infant's code.
        public let code: String
        /// Who it is, in one line; begins with bed and code.
        public let title: String
        /// The parts.
        public let parts: [Part]

        /// Makes one.
        public init(code: String, title: String, parts: [Part]) {
            self.code = code
            self.title = title
            self.parts = parts
        }
    }

    /// What it is.
    public let title: String
    /// What stands before the blocks; nil for nothing.
    public let opening: Row?
    /// The blocks, one an infant.
    public let blocks: [Block]
    /// What stands where there is no block.
    public let empty: String
    /// Unit, moments and fingerprint, for the foot of every page.
    public let foot: String
    /// What is said once about all of it.
    public let notices: [String]
    /// Lines to be signed by hand; on paper only.
    public let signatures: [String]

    /// Makes one.
    public init(
        title: String, opening: Row? = nil, blocks: [Block], empty: String, foot: String, notices: [String] = [],
        signatures: [String] = []
    ) {
        self.opening = opening
        self.title = title
        self.blocks = blocks
        self.empty = empty
        self.foot = foot
        self.notices = notices
        self.signatures = signatures
    }

    /// The sheet as plain text of at most so many columns.
    public func text(columns: Int = 80) -> String {
        var lines = Table.wrapped(title, columns: columns)
        if let opening { lines += [""] + Sheet.text([opening], columns: columns) }
        if blocks.isEmpty { lines += ["", empty] }
        for block in blocks {
            lines += ["", String(repeating: "─", count: columns)]
            lines += Table.wrapped(block.title, columns: columns)
            for part in block.parts {
                if let title = part.title { lines += ["", "[\(title)]"] }
                lines += Sheet.text(part.rows, columns: columns)
            }
        }
        lines += ["", String(repeating: "─", count: columns)]
        lines += (notices + [foot]).flatMap { Table.wrapped($0, columns: columns) }
        return lines.joined(separator: "\n")
    }

    /// Rows as a label and its lines beside it.
    static func text(_ rows: [Row], columns: Int) -> [String] {
        let gutter = min(rows.map { Table.width($0.label) }.max() ?? 0, 18) + 2
        var out: [String] = []
        for row in rows {
            var label = row.label
            for line in row.lines {
                for (index, piece) in Table.wrapped(line.marked, columns: columns - gutter - 2).enumerated() {
                    let pad = String(repeating: " ", count: max(gutter - Table.width(label), 1))
                    // What goes on with a fact stands two columns behind its beginning.
                    out.append(label + pad + (index == 0 ? "" : "  ") + piece)
                    label = ""
                }
            }
        }
        return out
    }

    /// The blocks for machines.
    public var json: [JSON] {
        blocks.map { block in
            [
                "infant": .string(block.code), "title": .string(block.title),
                "parts": .array(
                    block.parts.map { part in
                        [
                            "title": .optional(part.title),
                            "rows": .array(
                                part.rows.map { row in
                                    [
                                        "id": .string(row.id), "label": .string(row.label),
                                        "lines": .array(
                                            row.lines.map {
                                                [
                                                    "text": .string($0.text), "weight": .string($0.weight.rawValue),
                                                ]
                                            }),
                                    ]
                                }),
                        ]
                    }),
            ]
        }
    }
}
