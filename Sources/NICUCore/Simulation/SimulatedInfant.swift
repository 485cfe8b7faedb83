/// Who a simulated infant is and how its stay goes, drawn before any entry is written.
struct SimulatedInfant {
    /// How a stay ends.
    enum End { case home, transfer, death, stillHere }

    let index: Int
    let code: InfantCode
    let sibling: InfantCode?
    let order: Int
    let sex: Sex
    let birth: Instant
    let gestationalAge: GestationalAge
    let birthZ: Double
    let end: End
    /// Days of life on which the stay ends.
    let lastDay: Int

    var isTwin: Bool { sibling != nil }

    /// Share of births that are twins; two infants stand side by side in the order of the stream.
    static let twins = 0.12
    /// Shares of stays that end otherwise than at home; deaths before 26+0 and after.
    static let deaths = (early: 0.15, late: 0.02)
    static let transfers = 0.05

    init?(_ index: Int, seed: UInt64, from day: Day, zone: Zone) {
        self.index = index
        // A pair of neighbours shares its birth where it is twins.
        var pair = SplitMix64(seed: seed, stream: UInt64(index / 2) << 1 | 1)
        var own = SplitMix64(seed: seed, stream: UInt64(index) << 1)
        let isTwin = pair.happens(Self.twins)
        let days = isTwin ? Self.gestation(&pair) : Self.gestation(&own)
        let start = isTwin ? pair.whole(0...364) : own.whole(0...364)
        let minute = isTwin ? pair.whole(0...1379) : own.whole(0...1379)
        guard let code = Self.code(index), let sibling = Self.code(index ^ 1), let age = GestationalAge(days: days)
        else { return nil }
        self.code = code
        self.sibling = isTwin ? sibling : nil
        order = isTwin ? index % 2 + 1 : 1
        gestationalAge = age
        birth = Moment(day: day + start, in: zone).earliest + Int64(minute + (isTwin ? (order - 1) * 4 : 0)) * 60
        sex = own.happens(0.53) ? .male : .female
        birthZ = min(max(own.normal(-0.3, 0.9), -2.4), 2.4)
        let died = own.happens(days < 182 ? Self.deaths.early : Self.deaths.late)
        let moved = own.happens(Self.transfers)
        let home = Self.dayOfDischarge(days, &own)
        end = died ? .death : moved ? .transfer : .home
        lastDay = died ? own.whole(0...20) : moved ? own.whole(3...max(3, home / 2)) : home
    }

    /// 23+0 to 36+6, two thirds of them below 32+0.
    private static func gestation(_ random: inout SplitMix64) -> Int {
        random.happens(0.66) ? random.whole(161...223) : random.whole(224...258)
    }

    /// Postmenstrual age at discharge: later for those born earlier (CHNC 2019: median 37 weeks at 27 to 28 weeks).
    private static func dayOfDischarge(_ gestation: Int, _ random: inout SplitMix64) -> Int {
        let target =
            switch gestation {
            case ..<196: random.normal(268, 9)
            case ..<224: random.normal(256, 6)
            default: Swift.max(random.normal(251, 4), Double(gestation + 9))
            }
        return Swift.max(9, Int(target.rounded()) - gestation)
    }

    private static let consonants = Array("bcdfghjklmnpqrstvw")
    private static let vowels = Array("aeiou")
    private static let checks = Array("abcdefghijklmnopqrstuvw")

    /// A code of its own for every index: two of them differ in two characters at least, neighbours in the first.
    static func code(_ index: Int) -> InfantCode? {
        var rest = index
        var text = ""
        var sum = 0
        // The last letter checks the others: one changed letter always changes it, since 23 is prime.
        var place = 0
        while place < 6 || rest > 0 || place % 2 == 1 {
            let letters = place % 2 == 0 ? consonants : vowels
            let digit = rest % letters.count
            rest /= letters.count
            text.append(letters[digit])
            place += 1
            sum += digit * place
            if place > 14 { return nil }
        }
        text.append(checks[sum % checks.count])
        return InfantCode(text)
    }
}
