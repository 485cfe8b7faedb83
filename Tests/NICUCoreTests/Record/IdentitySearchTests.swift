import NICUCore
import Testing

@Suite("Searching opened identities")
struct IdentitySearchTests {
    private let identity = Identity(
        name: SealedText("虚构 安安"), hospitalNumber: SealedText("ZY20240819"), recordNumber: SealedText("b-0077"))

    @Test(
        "one and two Chinese characters, digits, case, spaces and full-width forms match",
        arguments: [
            "安", "安安", "构安", "虚构安安", "0819", "zy2024", "ＺＹ２０", "B-007", " 77 ",
        ])
    func matches(part: String) { #expect(IdentitySearch(part)?.matches(identity) == true) }

    @Test("other parts, sealed texts and texts without a letter or digit match nobody")
    func others() {
        #expect(IdentitySearch("宁")?.matches(identity) == false)
        let sealed = Identity(name: SealedText(digest: String(repeating: "0", count: 64), text: nil))
        #expect(IdentitySearch("安")?.matches(sealed) == false)
        for text in ["", "  ", "-", "。"] { #expect(IdentitySearch(text) == nil) }
    }
}
