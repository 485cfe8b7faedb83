import Foundation
import NICUCore
import Testing

/// H12: chronological, postmenstrual and corrected age are each their own, counted beside another calendar.
@Suite("H12 ages around every cut-off") struct AgeTests {
    /// Gregorian days counted by Foundation, which the core does not use.
    private static func daysByFoundation(from: Day, to: Day) throws -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        func date(_ day: Day) throws -> Foundation.Date {
            let parts = day.description.split(separator: "-").compactMap { Int($0) }
            return try #require(
                calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2])))
        }
        return try #require(calendar.dateComponents([.day], from: date(from), to: date(to)).day)
    }

    @Test(
        "day of life, postmenstrual and corrected age on the days around 36+0, 37+0, 40+0, 50+0 and 24 months",
        arguments: [(2024, 2, 27), (2023, 12, 31), (2024, 8, 19), (2100, 2, 27), (1999, 12, 30)])
    func cutOffs(year: Int, month: Int, day: Int) throws {
        let born = try #require(Day(year: year, month: month, day: day))
        for gestation in [154, 189, 223, 258, 259, 280, 300] {
            let age = try #require(GestationalAge(days: gestation))
            for cutOff in [252, 259, 280, 350, 280 + 731] where cutOff > gestation {
                for offset in -1...1 {
                    let today = born + (cutOff - gestation + offset)
                    let life = try Self.daysByFoundation(from: born, to: today)
                    let chronological = PostnatalAge(born: born, on: today)
                    let postmenstrual = PostmenstrualAge(age, chronological)
                    #expect(chronological.days == life)
                    #expect(postmenstrual.days == gestation + life && postmenstrual.days == cutOff + offset)
                    #expect(postmenstrual.corrected.days == gestation + life - 280)
                    #expect(
                        postmenstrual.description == "\((gestation + life) / 7)+\((gestation + life) % 7)")
                    // The same infant on the two axes of growth references.
                    #expect(
                        GrowthAxis.postmenstrualDays.position(ofPostmenstrualDays: postmenstrual.days)
                            == Double(cutOff + offset))
                    #expect(
                        GrowthAxis.correctedDays.position(ofPostmenstrualDays: postmenstrual.days)
                            == Double(postmenstrual.corrected.days))
                    let plan = ReferencePlan(birth: [], postnatal: ["a"], afterTerm: ["b"])
                    let expected = life + gestation < 280 ? ["a"] : life + gestation > 350 ? ["b"] : ["a", "b"]
                    #expect(plan.followUp(atPostmenstrualDays: postmenstrual.days) == expected)
                }
            }
        }
    }

    @Test("the three ages of one day are three types with three numbers")
    func types() throws {
        let born = try #require(Day(year: 2024, month: 8, day: 19))
        let chronological = PostnatalAge(born: born, on: born + 93)
        let postmenstrual = PostmenstrualAge(try #require(GestationalAge(days: 189)), chronological)
        #expect(Set([chronological.days, postmenstrual.days, postmenstrual.corrected.days]).count == 3)
        let ages: [any Sendable] = [chronological, postmenstrual, postmenstrual.corrected]
        #expect(Set(ages.map { "\(type(of: $0))" }).count == 3)
    }
}
