/// The closing rule of a zone file (`GMT0BST,M3.5.0/1,M10.5.0`): when daylight saving begins and ends each year.
struct PosixRule {
    let standard: Int
    let daylight: Int
    let begins: Turn
    let ends: Turn

    /// One yearly turn of the clock: month, week (5 = last), weekday, and the local second of the day.
    struct Turn {
        let month, week, weekday, second: Int

        func day(in year: Int) -> Day? {
            guard let first = Day(year: year, month: month, day: 1) else { return nil }
            let firstHit = first + ((weekday - first.weekday + 7) % 7)
            let length = Day.length(ofMonth: month, year: year)
            var result = firstHit + (week - 1) * 7
            while result - first >= length { result = result + -7 }
            return result
        }
    }

    /// Reads a rule; nil where the zone has no daylight saving, an error for a form not known.
    init?(_ text: String) throws(Zone.FileProblem) {
        var scanner = Scanner(text)
        guard scanner.name(), let standard = scanner.offset() else {
            if text.isEmpty { return nil }
            throw .rule(text)
        }
        if scanner.isAtEnd { return nil }
        guard scanner.name() else { throw .rule(text) }
        let daylight = scanner.peek == UInt8(ascii: ",") ? standard + 60 : scanner.offset()
        guard let daylight, let begins = scanner.turn(), let ends = scanner.turn(), scanner.isAtEnd else {
            throw .rule(text)
        }
        self.standard = standard
        self.daylight = daylight
        self.begins = begins
        self.ends = ends
    }

    /// The changes from after `instant` up to the end of 2099.
    func changes(after instant: Instant) -> [Zone.Change] {
        let firstYear = max(1970, instant.seconds < 0 ? 1970 : instant.civil(offsetMinutes: 0).day.parts.year)
        var result: [Zone.Change] = []
        for year in firstYear...2099 {
            guard let begin = begins.day(in: year), let end = ends.day(in: year) else { continue }
            let on = Int64(begin.number) * 86_400 + Int64(begins.second - standard * 60)
            let off = Int64(end.number) * 86_400 + Int64(ends.second - daylight * 60)
            result.append(Zone.Change(instant: Instant(seconds: on), offset: daylight))
            result.append(Zone.Change(instant: Instant(seconds: off), offset: standard))
        }
        return result.filter { $0.instant > instant }.sorted { $0.instant < $1.instant }
    }

    private struct Scanner {
        var rest: ArraySlice<UInt8>
        init(_ text: String) { rest = Array(text.utf8)[...] }
        var isAtEnd: Bool { rest.isEmpty }
        var peek: UInt8? { rest.first }

        /// Passes over an abbreviation, bare letters or `<+08>`.
        mutating func name() -> Bool {
            if rest.first == UInt8(ascii: "<") {
                guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
                rest = rest[(close + 1)...]
                return true
            }
            let before = rest.count
            rest = rest.drop { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
            return rest.count < before
        }

        mutating func number() -> Int? {
            let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
            rest = rest[digits.endIndex...]
            return Digits.value(digits)
        }

        /// Reads `[+-]h[:mm[:ss]]` as seconds.
        mutating func clock() -> Int? {
            var sign = 1
            if rest.first == UInt8(ascii: "-") { sign = -1 }
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            guard var total = number().map({ $0 * 3600 }) else { return nil }
            for scale in [60, 1] where rest.first == UInt8(ascii: ":") {
                rest = rest.dropFirst()
                guard let part = number() else { return nil }
                total += part * scale
            }
            return sign * total
        }

        /// Reads an offset as minutes east; the text counts west as positive.
        mutating func offset() -> Int? { clock().map { -$0 / 60 } }

        /// Reads `,Mm.w.d[/time]`.
        mutating func turn() -> Turn? {
            guard rest.starts(with: Array(",M".utf8)) else { return nil }
            rest = rest.dropFirst(2)
            guard let month = number(), rest.first == UInt8(ascii: ".") else { return nil }
            rest = rest.dropFirst()
            guard let week = number(), rest.first == UInt8(ascii: ".") else { return nil }
            rest = rest.dropFirst()
            guard let weekday = number(), (1...12).contains(month), (1...5).contains(week), weekday < 7 else {
                return nil
            }
            var second = 7200
            if rest.first == UInt8(ascii: "/") {
                rest = rest.dropFirst()
                guard let time = clock() else { return nil }
                second = time
            }
            return Turn(month: month, week: week, weekday: weekday, second: second)
        }
    }
}
