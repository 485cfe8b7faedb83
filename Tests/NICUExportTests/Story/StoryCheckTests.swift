import NICUCore
import Testing

@testable import NICUExport

@Suite("The last door before a page for family or press: whatever tells who, where or when is found")
struct StoryCheckTests {
    /// What the check of these tests knows.
    static let known: [KnownTrace] = [
        KnownTrace(.code, "an-an"), KnownTrace(.sibling, "bo-bo"), KnownTrace(.name, "王小安"),
        KnownTrace(.name, "Anna Miller"), KnownTrace(.number, "ZY-2024-0819"), KnownTrace(.login, "li.min"),
        KnownTrace(.bed, "12"), KnownTrace(.bed, "B7"), KnownTrace(.place, "市儿童医院"), KnownTrace(.lot, "HB2031"),
        KnownTrace(.unit, "Zhuzhou NICU"),
    ].compactMap { $0 }

    static func check(_ audience: StoryAudience, alias: String? = "安安 / An-an") -> StoryCheck {
        StoryCheck(known, audience: audience, alias: alias)
    }

    /// A text that holds nothing, as a page does.
    static let clean = """
        安安出生在2024年8月，怀孕 27 周，体重 800 克。2024年11月，住了 93 天以后，安安回家了，体重 2580 克。\
        An-an was born in August 2024 after 27 weeks, and went home in November 2024 after 93 days with 2580 grams. \
        有几天不长、甚至轻一点也会有；和宝宝同住；乙肝疫苗第 1 针；第 12 周；at the age of 2 weeks; the last weight of each week.
        """

    @Test("a page that tells nothing passes for both readers", arguments: StoryAudience.allCases)
    func nothing(audience: StoryAudience) {
        #expect(Self.check(audience).found(in: Self.clean).isEmpty)
        #expect(Self.check(audience).foundInAlias().isEmpty)
    }

    @Test(
        "what is known is found, however it is written",
        arguments: [
            ("代号 AN-AN。", StoryTrace.code, "安安"), ("ａｎ－ａｎ", .code, "安安"), ("an\u{200B}-an", .code, "安安"),
            ("her twin bo-bo", .sibling, "安安"), ("BO–BO 也", .sibling, "安安"), ("王小安回家了", .name, "安安"),
            ("王 小 安", .name, "安安"), ("王·小·安", .name, "安安"), ("little anna miller went", .name, "安安"),
            ("ANNA  MILLER", .name, "安安"), ("AnnaMiller", .name, "安安"), ("住院号ZY-2024-0819。", .number, "安安"),
            ("zy 2024 0819", .number, "安安"), ("thanks to li.min.", .login, "安安"), ("12 床的宝宝", .bed, "安安"),
            ("in bed 12", .bed, "安安"), ("lay in b7", .bed, "安安"), ("来自市儿童医院", .place, "安安"),
            ("lot hb2031", .lot, "安安"), ("at the zhuzhou nicu", .unit, "安安"),
        ])
    func known(text: String, kind: StoryTrace, alias: String) {
        let check = StoryCheck(Self.known, audience: .press, alias: alias)
        let found = check.found(in: Self.clean.replacing("An-an", with: "she") + text)
        #expect(found.contains(kind), "\(text): \(found)")
    }

    @Test(
        "a day is found in any form",
        arguments: [
            "2024-08-19", "2024/8/19", "2024.8.19", "20240819", "240819", "2024年8月19日", "8月19日", "8月19", "八月十九日",
            "８月１９日", "19日", "19号", "八月中旬", "8月底", "8月初", "August 19", "August 19, 2024", "19 August 2024",
            "the 19th of August", "Aug. 19th", "August the 19th", "19. 8. 2024", "8/19/2024", "19/08/24", "08-19",
            "8/19",
            "nineteenth of August", "on the 19th", "mid-August", "late August", "on a Tuesday", "星期二", "中秋那天",
            "at Christmas",
        ])
    func days(text: String) {
        #expect(Self.check(.press).found(in: Self.clean + " " + text + " ") == [.date], "\(text)")
        // A family's page tells days.
        #expect(Self.check(.family).found(in: Self.clean + " " + text + " ").isEmpty, "\(text)")
    }

    @Test("a time of day is found", arguments: ["06:00", "6：00", "at 6 am", "6 p.m.", "6点", "早上6时", "十点", "一点钟"])
    func times(text: String) {
        #expect(Self.check(.press).found(in: Self.clean + " " + text + " ") == [.time], "\(text)")
    }

    @Test(
        "what points into the record is found on either page",
        arguments: [
            ("#961", StoryTrace.entry), ("＃961", .entry), ("01931f2e-7c3a-7def-8123-456789abcdef", .fingerprint),
            ("ledger 963:36c5754436fb7f5b", .fingerprint),
        ])
    func pointers(text: String, kind: StoryTrace) {
        for audience in StoryAudience.allCases {
            #expect(Self.check(audience).found(in: Self.clean + " " + text).contains(kind), "\(text)")
        }
    }

    @Test(
        "words that such a page never says are found, in either language",
        arguments: [
            "可以出院", "ready to go home", "has caught up", "营养不良", "malnourished", "EUGR", "宫外生长迟缓", "the 50th centile",
            "第50百分位", "z-score", "追赶生长",
        ])
    func words(text: String) {
        #expect(Self.check(.family).found(in: Self.clean + " " + text).contains(.word), "\(text)")
    }

    @Test("the alias may be said, though the code was made from it; an alias that tells more is found")
    func alias() {
        #expect(Self.check(.press).found(in: "An-an 回家了").isEmpty)
        #expect(Self.check(.press, alias: nil).found(in: "An-an 回家了") == [.code])
        #expect(Self.check(.press).found(in: "An-an (an-an-2)").isEmpty)
        #expect(Self.check(.press, alias: "王小安").foundInAlias() == [.name])
        #expect(Self.check(.press, alias: "bo-bo").foundInAlias() == [.sibling])
        #expect(Self.check(.press, alias: "8月19日宝宝").foundInAlias() == [.date])
    }

    @Test("a page is looked through as it is read: across elements, in what is read out, and escaped")
    func html() {
        let check = Self.check(.press, alias: "安安")
        func found(_ body: String) -> Set<StoryTrace> {
            check.found(inHTML: "<html><style>p { color: #961; margin: 8pt 19pt }</style><body>\(body)</body></html>")
        }
        #expect(found("<p>\(Self.clean.replacing("An-an", with: "she"))</p>").isEmpty)
        #expect(found("<b>王小</b><i>安</i>") == [.name])
        #expect(found("<img alt=\"li.min\">") == [.login])
        #expect(found("<svg><title>2024-08-19</title></svg>") == [.date])
        #expect(found("<p data-x=\"li.min\">x</p>") == [.login])
        let quoted = StoryCheck([KnownTrace(.name, "O'Neil & Co")].compactMap { $0 }, audience: .press, alias: nil)
        #expect(quoted.found(inHTML: "<p>\(HTML.escaped("by O'Neil & Co"))</p>") == [.name])
    }

    @Test("a word that tells nothing is no trace, nor is a single letter")
    func nothingKnown() {
        for word in ["mother", "家", "home", "母亲", "安", "An", " "] { #expect(KnownTrace(.name, word) == nil) }
    }
}
