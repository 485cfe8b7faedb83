import NICUAssets
import NICUCore
import NICUExport
import Testing

@Suite("Words of plans, intake and days")
struct CareWordsTests {
    @Test("Every token of the closed lists of care has words in both languages")
    func tokens() throws {
        let rules = try CareFile.embedded()
        var tokens = Intake.routes + Intake.milks + Intake.fluids + Intake.qualities + Medication.routes
        tokens += Communication.partners + Consent.items + Aspect.known.flatMap { Aspect.details(of: $0) }
        tokens += rules.targets.map(\.id) + rules.targets.flatMap(\.values) + [Plan.ended]
        tokens += Vocabulary.names(of: .procedure)
        for token in tokens {
            let (chinese, english) = (Wording(.zh).term(token), Wording(.en).term(token))
            #expect(chinese != token, "\(token)")
            #expect(!chinese.isEmpty && !english.isEmpty && !english.contains("_"), "\(token)")
        }
    }

    @Test("A standing has a sign and a word, in each language another")
    func standings() {
        let all: [TargetState.Standing] = [.onTarget, .below, .above, .otherwise, .unknown(.noGain)]
        for language in Language.allCases {
            let words = all.map { Wording(language).standing($0) }
            #expect(Set(words).count == all.count && Set(words.map { $0.prefix(1) }).count == all.count)
        }
        #expect(Set(all.map(\.token)).count == all.count)
    }

    @Test("Limits are shown with their unit, one limit with its sign")
    func limits() {
        let plan = Plan(
            target: "spo2", low: FixedDecimal("91"), high: FixedDecimal("95"), unit: "%")
        #expect(Wording(.en).limits(plan) == "91–95 %")
        #expect(
            Wording(.zh).limits(Plan(target: "energy", low: FixedDecimal("110"), unit: "kcal/kg/d"))
                == "≥ 110 kcal/kg/d")
        #expect(Wording(.en).limits(Plan(target: "weighing", value: "daily")) == nil)
    }

    @Test("A dosing weight is said with who, since when and how far it is off, in both languages")
    func dosing() throws {
        let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)
        let clock = try #require(
            WardClock(
                zone: zone, careDayStart: ClockTime(secondOfDay: 25_200),
                shiftStarts: [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }))
        func entry(_ seq: Int64, _ body: any Body, _ day: String) throws -> Entry {
            let id = try #require(Identifier(bytes: [UInt8](repeating: UInt8(seq), count: 16)))
            let at = try Moment(iso: day + "T06:00", zone: zone)
            return Entry(
                seq: seq, id: id, infant: nil, code: nil, operation: id, at: at, recorded: at.instant, by: "dr.he",
                source: "test", reason: SealedText("oedema"), body: body)
        }
        let entries = [
            try entry(1, Birth(sex: .female), "2024-08-19"),
            try entry(2, Measurement(quantity: .weight, value: 900, role: .dosing), "2024-08-24"),
            try entry(3, Measurement(quantity: .weight, value: 1000), "2024-08-27"),
        ]
        let course = Course(
            infant: InfantID(entries[0].id), code: try #require(InfantCode("an-an")),
            asOf: try Moment(iso: "2024-08-27T08:00", zone: zone), knownAt: .now(entries[2].recorded),
            head: LedgerHead(seq: 3, digest: ""), clock: clock, entries: entries, superseded: [])
        let dosing = try #require(DosingWeight(course))
        #expect(
            Wording(.en, zone: zone).dosingWeight(dosing)
                == "dosing weight 900 g since 2024-08-24 06:00 (3 d, dr.he, oedema); −10.0 % against 1000 g at 2024-08-27 06:00"
        )
        #expect(Wording(.zh, zone: zone).dosingWeight(dosing).contains("给药体重 900 g"))
    }
}
