import NICUCore
import NICUExport
import Testing

@Suite("A waiver in words")
struct WaiverWordsTests {
    private static func reason(_ why: SealedText?, until: WrittenTime?, _ language: Language) -> String {
        let at = Instant(seconds: 1_732_068_000)
        return Wording(language).reason(
            .waived(by: "li.min", at: at, until: until, why: why, otherwise: .ageUnknown))
    }

    @Test("who, when, why and until when, in both languages; nothing claims that a physician agreed")
    func whole() {
        let why = SealedText("machine away")
        #expect(
            Self.reason(why, until: WrittenTime("2024-12-01"), .en)
                == "waived by li.min (2024-11-20 02:00, why: machine away, until 2024-12-01); otherwise: gestational age unknown"
        )
        #expect(
            Self.reason(why, until: WrittenTime("2024-12-01"), .zh)
                == "由 li.min 豁免（2024-11-20 02:00，原因：machine away，有效至 2024-12-01）；否则：胎龄不详")
        #expect(!Wording(.zh).verdict(.waived).contains("医师"))
    }

    @Test("a reason that is sealed or erased, one that was never written, and no end are said so")
    func missing() {
        let sealed = SealedText(digest: "00", text: nil)
        #expect(
            Self.reason(sealed, until: nil, .en).contains("its reason is sealed or erased, for the rest of the stay"))
        #expect(Self.reason(sealed, until: nil, .zh).contains("原因已封存或清除，至本次住院结束"))
        #expect(Self.reason(nil, until: nil, .en).contains("no reason recorded"))
        #expect(Self.reason(nil, until: nil, .zh).contains("未记录原因"))
    }
}
