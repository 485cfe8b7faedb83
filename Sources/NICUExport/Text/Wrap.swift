extension Table {
    /// A text in lines of at most so many columns, wide East Asian characters counted as two.
    ///
    /// Breaks at spaces, and between wide characters, but no closing mark begins a line; a word longer than a line is cut.
    public static func wrapped(_ text: String, columns: Int) -> [String] {
        let columns = max(columns, 8)
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(visible(text)) {
            let isSpace = piece == " "
            var wide = width(piece)
            if used + wide > columns, used > 0 {
                lines.append(trimmed(line))
                (line, used) = ("", 0)
            }
            if isSpace, used == 0 { continue }
            var rest = Substring(piece)
            while wide > columns {
                let head = fitting(rest, columns)
                lines.append(String(head))
                rest = rest[head.endIndex...]
                wide = width(String(rest))
            }
            line += rest
            used += wide
        }
        if used > 0 || lines.isEmpty { lines.append(trimmed(line)) }
        return lines
    }

    /// A text in lines that all begin with so many spaces.
    static func indented(_ text: String, by indent: Int, columns: Int) -> [String] {
        wrapped(text, columns: columns - indent).map { String(repeating: " ", count: indent) + $0 }
    }

    /// Lines of which those that are too long go on below, two columns further in.
    public static func folded(_ text: String, columns: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
            guard width(String(line)) > columns else { return [String(line)] }
            let indent = min(line.prefix { $0 == " " }.count, columns / 2)
            let first = wrapped(String(line.dropFirst(indent)), columns: columns - indent)[0]
            let rest = line.dropFirst(indent).dropFirst(first.count).drop { $0 == " " }
            return [String(repeating: " ", count: indent) + first]
                + (rest.isEmpty ? [] : indented(String(rest), by: indent + 2, columns: columns))
        }.joined(separator: "\n")
    }

    /// What can stand apart on two lines: words, single spaces, and wide characters with the marks that close them.
    private static func pieces(_ text: String) -> [String] {
        var result: [String] = []
        var isOpen = false
        for character in text {
            let isWide = width(String(character)) > 1
            if closing.contains(character), let last = result.indices.last, result[last] != " " {
                result[last].append(character)
            } else if character == " " || isWide {
                // An opening mark takes what follows it along.
                if isOpen, character != " ", let last = result.indices.last {
                    result[last].append(character)
                } else {
                    result.append(String(character))
                }
            } else if let last = result.last, last != " ", isOpen || !endsWide(last) {
                result[result.count - 1].append(character)
            } else {
                result.append(String(character))
            }
            isOpen = opening.contains(character)
        }
        return result
    }

    private static let closing: Set<Character> = Set("，。；：、！？）》」』”’％")
    private static let opening: Set<Character> = Set("（《「『“‘")

    private static func endsWide(_ text: String) -> Bool { text.last.map { width(String($0)) > 1 } ?? false }

    private static func fitting(_ text: Substring, _ columns: Int) -> Substring {
        var used = 0
        var end = text.startIndex
        while end < text.endIndex {
            used += width(String(text[end]))
            if used > columns { break }
            end = text.index(after: end)
        }
        return text[..<end]
    }

    static func trimmed(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}
