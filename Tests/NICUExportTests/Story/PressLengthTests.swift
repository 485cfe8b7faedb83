import NICUCore
import Testing

@testable import NICUExport

@Suite("A length beside two months leaves the day of birth open")
struct PressLengthTests {
    /// The days of birth that what the page tells leaves possible, counted one by one.
    private func possible(_ born: Day, _ end: Day, _ length: PressLength) -> Int {
        func month(_ day: Day) -> [Int] { [day.parts.year, day.parts.month] }
        var days: Set<Int> = []
        for birth in (born + -31).number...(born + 31).number where month(Day(number: birth)) == month(born) {
            for life in max(end - born - 62, 0)...(end - born + 62) where month(Day(number: birth) + life) == month(end)
            {
                let isTold =
                    switch length.fineness {
                    case .days: life == end - born
                    case .weeks: life / 7 == (end - born) / 7
                    case .none: true
                    }
                if isTold { days.insert(birth) }
            }
        }
        return days.count
    }

    @Test("over days of birth of a year and lengths up to 200 days, at least 14 days remain")
    func open() throws {
        let first = try #require(Day(year: 2024, month: 1, day: 1))
        var told: [PressLength.Fineness: Int] = [:]
        for offset in stride(from: 0, to: 366, by: 13) {
            for life in stride(from: 0, through: 200, by: 4) {
                let (born, end) = (first + offset, first + (offset + life))
                let length = PressLength(born: born, to: end, days: life, isInWeeks: false)
                told[length.fineness, default: 0] += 1
                let count = possible(born, end, length)
                #expect(count >= PressLength.leastDays || length.fineness == .none, "\(born) \(life): \(count)")
            }
        }
        // Each of the three comes up, so that none is told by chance.
        #expect(told.count == 3, "\(told)")
    }

    @Test("An-an's 93 days are told; 91 days from August into October would name the 1st and are not")
    func story() throws {
        let born = try #require(Day("2024-08-19"))
        #expect(PressLength(born: born, to: born + 93, days: 93, isInWeeks: false).fineness == .days)
        #expect(PressLength(born: born, to: born + 93, days: 93, isInWeeks: true).fineness == .weeks)
        let early = try #require(Day("2024-08-01"))
        #expect(PressLength(born: early, to: early + 91, days: 91, isInWeeks: false).fineness == .none)
    }
}
