/// What is seen by its form alone: days and times however written, numbers of entries, digests, and words never said.
extension StoryCheck {
    /// A part of a text: a run of digits, of Chinese digits, of letters, or one other mark; spaces are left out.
    private enum Token: Equatable {
        case number(Int, digits: Int)
        case chinese(Int)
        case word(String)
        case mark(Character)

        func number(in range: ClosedRange<Int>) -> Bool {
            switch self {
            case .number(let value, let digits): digits <= 2 && range.contains(value)
            case .chinese(let value): range.contains(value)
            default: false
            }
        }
    }

    static func patterns(_ plain: String, isPress: Bool) -> Set<StoryTrace> {
        var found: Set<StoryTrace> = []
        if hasFingerprint(plain) { found.insert(.fingerprint) }
        if Wording.neverSaid.contains(where: plain.contains) { found.insert(.word) }
        let tokens = tokens(plain)
        for place in tokens.indices {
            let rest = tokens[place...]
            if isEntry(rest) { found.insert(.entry) }
            guard isPress else { continue }
            if isTime(rest) { found.insert(.time) }
            if isDate(rest) {
                found.insert(.date)
            } else if case .number(_, let digits) = tokens[place], digits >= 7 {
                found.insert(.number)
            }
        }
        if isPress, Wording.namesOfDays.contains(where: plain.contains) { found.insert(.date) }
        return found
    }

    // MARK: Forms

    private static func mark(_ token: Token?, _ marks: String) -> Bool {
        if case .mark(let character)? = token { return marks.contains(character) }
        return false
    }

    private static func word(_ token: Token?, _ words: [String]) -> Bool {
        if case .word(let word)? = token { return words.contains(word) }
        return false
    }

    private static func isMonth(_ token: Token?) -> Bool {
        guard case .word(let word)? = token, word.count >= 3 else { return false }
        return Wording.months.contains {
            $0.lowercased() == word || $0.lowercased().prefix(3) == word || word == "sept"
        }
    }

    private static func isEntry(_ rest: ArraySlice<Token>) -> Bool {
        guard mark(rest.first, "#"), case .number? = rest.dropFirst().first else { return false }
        return true
    }

    private static func isDate(_ rest: ArraySlice<Token>) -> Bool {
        let next = Array(rest.prefix(6))
        func at(_ place: Int) -> Token? { place < next.count ? next[place] : nil }
        func day(_ place: Int) -> Bool { at(place)?.number(in: 1...31) ?? false }
        func month(_ place: Int) -> Bool { at(place)?.number(in: 1...12) ?? false }
        let ordinals = ["st", "nd", "rd", "th"]
        // 2024-08-19, 2024/8/19, 2024.8.19; a year alone with its month is no day.
        if case .number(let year, 4)? = at(0), (1900...2199).contains(year), mark(at(1), "-/."), month(2),
            mark(at(3), "-/."), day(4)
        {
            return true
        }
        // 20240819, 240819
        if case .number(let value, let digits)? = at(0), digits == 8 || digits == 6 {
            let (month, day) = (value / 100 % 100, value % 100)
            if (1...12).contains(month), (1...31).contains(day) { return true }
        }
        // 8月19, 八月十九, 8月中旬
        if month(0), mark(at(1), "月"), day(2) || at(2) == .chinese(0) || mark(at(2), "上中下底末") { return true }
        // 19日, 19号
        if day(0), mark(at(1), "日号") { return true }
        // August 19, Aug. 19th, August the 19th
        let after = mark(at(1), ".") || word(at(1), ["the"]) ? 2 : 1
        if isMonth(at(0)), day(after) || word(at(after), Wording.ordinals) { return true }
        // 19 August, 19th of August, the nineteenth of August
        if day(0) || word(at(0), Wording.ordinals) {
            let past = word(at(1), ordinals) ? 2 : 1
            let named = word(at(past), ["of"]) ? past + 1 : past
            if isMonth(at(named)) || word(at(1), ordinals) { return true }
        }
        // mid-August, late August
        if word(at(0), ["early", "mid", "late"]), isMonth(at(mark(at(1), "-") ? 2 : 1)) { return true }
        // 19.8.2024, 8/19/24, 08-19, 8/19
        if day(0), mark(at(1), "./-"), day(2), at(1) == at(3), case .number(_, let digits)? = at(4),
            digits == 2 || digits == 4
        {
            return true
        }
        if day(0), mark(at(1), "/"), day(2), month(0) || month(2) { return true }
        if case .number(let value, 2)? = at(0), value < 10, value > 0, mark(at(1), "-"), day(2) { return true }
        return word(at(0), Wording.weekdays)
    }

    private static func isTime(_ rest: ArraySlice<Token>) -> Bool {
        let next = Array(rest.prefix(4))
        func at(_ place: Int) -> Token? { place < next.count ? next[place] : nil }
        guard at(0)?.number(in: 0...24) == true else { return false }
        if mark(at(1), ":"), case .number(let minute, 2)? = at(2), minute < 60 { return true }
        if word(at(1), ["am", "pm", "oclock", "h"]) { return true }
        if word(at(1), ["a", "p", "o"]), mark(at(2), ".'’") { return true }
        if case .chinese(1)? = at(0) { return mark(at(1), "点") && mark(at(2), "钟半整") }
        if mark(at(1), "点") { return true }
        return mark(at(1), "时") && !mark(at(2), "间候期常光")
    }

    /// An identifier or a digest: twelve or more hexadecimal digits, hyphens between them or not.
    private static func hasFingerprint(_ plain: String) -> Bool {
        plain.split { !$0.isASCII || !($0.isHexDigit || $0 == "-") }.contains { run in
            let digits = run.filter { $0 != "-" }
            return digits.count >= 12 && digits.contains(where: \.isNumber)
        }
    }

    // MARK: Parts

    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "廿": 20,
        "卅": 30, "初": 0, "两": 2,
    ]

    private static func tokens(_ plain: String) -> [Token] {
        var tokens: [Token] = []
        var rest = plain[...]
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let run = rest.prefix { $0.isASCII && $0.isNumber }
                tokens.append(.number(Int(run.suffix(9)) ?? 0, digits: run.count))
                rest = rest[run.endIndex...]
            } else if digits[first] != nil {
                let run = rest.prefix { digits[$0] != nil }
                tokens.append(.chinese(value(run)))
                rest = rest[run.endIndex...]
            } else if first.isLetter, first.isASCII {
                let run = rest.prefix { $0.isLetter && $0.isASCII }
                tokens.append(.word(String(run)))
                rest = rest[run.endIndex...]
            } else {
                if !first.isWhitespace { tokens.append(.mark(first)) }
                rest = rest.dropFirst()
            }
        }
        return tokens
    }

    /// The value of Chinese digits up to 99: 十九 is 19, 二十 is 20, 廿一 is 21, 一九 is 19.
    private static func value(_ run: Substring) -> Int {
        var sum = 0
        for character in run {
            let digit = digits[character] ?? 0
            if character == "十" { sum = max(sum, 1) * 10 } else { sum = sum % 10 == 0 ? sum + digit : sum * 10 + digit }
            guard sum < 1000 else { return 1000 }
        }
        return sum
    }
}
