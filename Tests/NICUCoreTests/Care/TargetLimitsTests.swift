import NICUCore
import Testing

@Suite("What a target or an amount is typed as")
struct TargetLimitsTests {
    @Test("limits are read exactly, with a unit of the target")
    func limits() throws {
        let both = try TargetLimits(["15..20", "g/kg/d"], units: ["g/kg/d", "g/d"])
        #expect(both.low?.text == "15" && both.high?.text == "20" && both.unit == "g/kg/d")
        let least = try TargetLimits(["150ml/KG/d"], units: ["mL/kg/d"])
        #expect(least.low?.text == "150" && least.high == nil && least.unit == "mL/kg/d")
        let most = try TargetLimits(["..95.5", "%"], units: ["%"])
        #expect(most.low == nil && most.high?.text == "95.5")
        let above = try TargetLimits(["3.5..", "g/kg/d"], units: ["g/kg/d"])
        #expect(above.low?.text == "3.5" && above.high == nil)
        for (words, problem) in [
            (["15..20"], .noUnit(["g/d"])), (["20..15", "g/d"], .reversed("20..15")),
            (["15", "lb/d"], .unit("lb/d", allowed: ["g/d"])), (["much"], .unreadable("much")),
            (["..", "g/d"], .unreadable(".. g/d")), (["1,5..2", "g/d"], .unit(",5..2 g/d", allowed: ["g/d"])),
            (["1.2.3", "g/d"], .unreadable("1.2.3 g/d")), (["-5", "g/d"], .unreadable("-5 g/d")),
        ] as [([String], TargetLimits.Problem)] {
            #expect(throws: problem) { try TargetLimits(words, units: ["g/d"]) }
        }
    }

    @Test(
        "a volume has its unit and no digit below a tenth",
        arguments: [
            ("35ml", 350), ("35 mL", 350), ("1.5ML", 15), ("35", nil), ("35.25ml", nil), ("3,5ml", nil), ("35l", nil),
            ("ml", nil), ("-3ml", nil), ("99999999999999999999ml", nil),
        ] as [(String, Int?)])
    func volume(text: String, tenths: Int?) { #expect(AmountText(text)?.tenthsMl == tenths) }

    @Test("energy is the whole of an entry or a density; an ounce is not taken")
    func energy() {
        #expect(AmountText("24")?.kcalTenths(ofTenthsMl: nil) == 240)
        #expect(AmountText("24kcal")?.kcalTenths(ofTenthsMl: 350) == 240)
        #expect(AmountText("80kcal/100ml")?.kcalTenths(ofTenthsMl: 350) == 280)
        #expect(AmountText("67 kcal/100 ml")?.kcalTenths(ofTenthsMl: 350) == nil)
        #expect(AmountText("67kcal/100ml")?.kcalTenths(ofTenthsMl: 105) == 70)
        #expect(AmountText("80kcal/100ml")?.kcalTenths(ofTenthsMl: nil) == nil)
        #expect(AmountText("24kcal/oz")?.kcalTenths(ofTenthsMl: 350) == nil)
        #expect(AmountText("99999999999999999kcal/100ml")?.kcalTenths(ofTenthsMl: 20_000) == nil)
        #expect(AmountText("100kJ")?.kcalTenths(ofTenthsMl: 350) == nil)
    }
}
