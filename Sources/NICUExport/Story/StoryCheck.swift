/// What must not stand on a page that leaves the house.
public enum StoryTrace: String, Sendable, Hashable, CaseIterable {
    // Who
    case name, number, code, sibling, login
    // Where
    case bed, unit, place
    // When
    case date, time
    // What points into the record
    case entry, fingerprint, lot
    /// A word that such a page never says, such as that a baby may go.
    case word
}

/// Looks through a finished page for everything that could tell who, where or when: the last door before the paper.
///
/// The pages are built without any of it; this is asked all the same of the finished text, since a free text such as an alias or a
/// place may hold what nobody thought of. Upper and lower case, full-width letters, invisible characters and spaces inside a name
/// make no difference.
public struct StoryCheck: Sendable {
    private let known: [KnownTrace]
    private let alias: String?
    /// The alias, and where it is written in two languages each of its sides.
    private let said: [String]
    private let isPress: Bool

    /// Makes one of what is known, and of the alias that may be said.
    ///
    /// A family's page may tell days and places.
    public init(_ known: [KnownTrace], audience: StoryAudience, alias: String?) {
        isPress = audience == .press
        self.known = audience == .press ? known : known.filter { ![.place, .unit].contains($0.kind) }
        self.alias = alias
        said =
            alias.map { alias in
                ([alias] + alias.split(separator: " / ").map(String.init)).map(StoryCheck.plain)
            } ?? []
    }

    /// What stands in a text although it must not, each kind once.
    public func found(in text: String) -> Set<StoryTrace> {
        let plain = StoryCheck.plain(text)
        var found = StoryCheck.patterns(plain, isPress: isPress)
        let squeezed = StoryCheck.squeezed(plain)
        // A code is often made from the alias: what is said as the alias is no code.
        let masked = said.reduce(plain) { $0.replacing($1, with: " · ") }
        for trace in known {
            if trace.isFound(in: trace.kind == .code ? masked : plain, squeezed: squeezed) { found.insert(trace.kind) }
        }
        return found
    }

    /// What stands in the alias although it must not.
    public func foundInAlias() -> Set<StoryTrace> {
        alias.map { found(in: $0) } ?? []
    }

    /// Whether the alias is a part of the name, such as a given name: allowed, since the family chose it, and worth a remark.
    public var isAliasOfName: Bool {
        known.contains { trace in
            trace.kind == .name && said.contains { !$0.isEmpty && trace.text != $0 && trace.text.contains($0) }
        }
    }

    /// The same of a finished HTML page: of its texts, and as far as that can be of its marks.
    public func found(inHTML html: String) -> Set<StoryTrace> {
        let readable = StoryCheck.readable(html)
        var found = found(in: readable.apart).union(self.found(in: readable.joined))
        // A number in a style or a picture is no bed; a name is a name wherever it stands.
        let all = StoryCheck.plain(html)
        for trace in known where trace.isDistinct && trace.kind != .code {
            if trace.isFound(in: all, squeezed: "") { found.insert(trace.kind) }
        }
        return found
    }

    // MARK: Texts that are compared

    /// A text in which look-alikes are the same: lower case, ASCII for full-width, one kind of dash, nothing invisible.
    static func plain(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.value {
            case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069:
                continue
            case 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: out.append("-")
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: out.append(" ")
            default: out.append(scalar)
            }
        }
        // Full-width capitals are capitals only now.
        return String(out).lowercased()
    }

    /// A text without spaces, dashes and middle dots, as a name may be spread over them.
    static func squeezed(_ plain: String) -> String { plain.filter { !" -·・.'’".contains($0) } }

    /// The texts of a page: apart, each element by itself, and joined as a reader copies them; style sheets left out.
    static func readable(_ html: String) -> (apart: String, joined: String) {
        var (apart, joined) = ("", "")
        var rest = html[...]
        while let open = rest.firstIndex(of: "<") {
            let text = unescaped(rest[..<open])
            apart += text
            joined += text
            let tag = rest[open...]
            if tag.hasPrefix("<style"), let end = tag.firstRange(of: "</style>") {
                rest = rest[end.upperBound...]
                continue
            }
            guard let close = tag.firstIndex(of: ">") else { break }
            apart += " \n"
            for name in [" content=\"", " alt=\"", " title=\"", " aria-label=\""] {
                guard let from = tag[..<close].firstRange(of: name)?.upperBound else { continue }
                apart += unescaped(tag[from..<close].prefix { $0 != "\"" }) + " \n"
            }
            rest = tag[tag.index(after: close)...]
        }
        let text = unescaped(rest)
        return (apart + text, joined + text)
    }

    private static func unescaped(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

/// Something that tells who, where or when, as it stands in the record.
public struct KnownTrace: Sendable, Hashable {
    /// What it is.
    public let kind: StoryTrace
    let text: String
    private let squeezed: String

    /// Takes a text; nil for an empty one and for a word that tells nothing, such as `home`.
    public init?(_ kind: StoryTrace, _ text: String) {
        let plain = StoryCheck.plain(text).split(separator: " ").joined(separator: " ")
        guard !plain.isEmpty, !Wording.tellsNothing.contains(plain) else { return nil }
        // One Chinese character, or two letters, is no name that could be told from other words.
        let least = KnownTrace.hasChinese(plain) ? 2 : 3
        if kind == .name, plain.count < least { return nil }
        self.kind = kind
        self.text = plain
        let whole = StoryCheck.squeezed(plain)
        // Short Latin names are part of many words once spaces are gone.
        let isLong = KnownTrace.hasChinese(whole) ? whole.count >= 2 : whole.count >= (whole == plain ? 7 : 6)
        squeezed = isLong && [.name, .number].contains(kind) ? whole : ""
    }

    static func hasChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
    }

    /// Whether it is told from a number that means something else: a bed 12 is not, a bed B12 is.
    var isDistinct: Bool {
        let (hasDigits, hasOthers) = (text.contains(where: \.isNumber), text.contains { !$0.isNumber })
        return hasDigits && hasOthers || text.count >= (hasOthers ? 3 : 5) || KnownTrace.hasChinese(text)
    }

    func isFound(in plain: String, squeezed page: String) -> Bool {
        if !squeezed.isEmpty, !page.isEmpty, page.contains(squeezed) { return true }
        guard isDistinct else {
            return Wording.besideShortTraces(kind).contains { word in
                KnownTrace.contains(plain, word + text) || KnownTrace.contains(plain, word + " " + text)
                    || KnownTrace.contains(plain, text + word) || KnownTrace.contains(plain, text + " " + word)
            }
        }
        return KnownTrace.contains(plain, text)
    }

    /// Whether a text stands in another and no letter or digit touches it; Chinese needs no such border.
    private static func contains(_ all: String, _ part: String) -> Bool {
        func isOfWord(_ character: Character?) -> Bool {
            character.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
        }
        return all.ranges(of: part).contains { range in
            let before = range.lowerBound > all.startIndex ? all[all.index(before: range.lowerBound)] : nil
            let after = range.upperBound < all.endIndex ? all[range.upperBound] : nil
            return !(isOfWord(before) && isOfWord(part.first)) && !(isOfWord(after) && isOfWord(part.last))
        }
    }
}
