import NICUAssets
import NICUCore
import Testing

@Suite("Simulated courses", .enabled(if: ReferenceLibrary().ids.contains("fenton-2013"), "needs the pack fenton-2013"))
struct SimulationTests {
    static func simulator(_ seed: UInt64 = 7, days: Int? = nil) throws -> CourseSimulator {
        let day = try #require(Day("2024-01-01"))
        let reference = try ReferenceLibrary().reference("fenton-2013")
        return try #require(CourseSimulator(seed: seed, reference: reference, from: day, days: days))
    }

    /// What of an entry a reader could compare.
    static func lines(_ entries: [Entry]) -> [String] {
        entries.map {
            "\($0.id) \($0.at.text) \($0.recorded.seconds) \($0.corrects?.description ?? "-") \($0.body.json.text)"
        }
    }

    static func weights(_ entries: [Entry]) -> [(day: Day, grams: Int)] {
        let struck = Set(entries.compactMap(\.corrects))
        return entries.filter { !struck.contains($0.id) }.compactMap { entry in
            guard let body = entry.body as? NICUCore.Measurement, body.quantity == .weight, body.counts else {
                return nil
            }
            return (entry.at.day, body.value)
        }.sorted { $0.day < $1.day }
    }

    @Test("the same seed gives the same infant, by itself or among others; another seed another one")
    func reproducible() throws {
        let (one, two) = (try Self.simulator(), try Self.simulator())
        for index in [0, 5, 17] {
            #expect(Self.lines(one.course(index)) == Self.lines(two.course(index)))
            #expect(Self.lines(one.course(index)) != Self.lines(try Self.simulator(8).course(index)))
        }
        // The bits of the generator itself, from the published reference code for seed 1234567.
        var bits = SplitMix64(seed: 1_234_567)
        let first: [UInt64] = (0..<3).map { _ in bits.next() }
        #expect(first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test("codes: eight hundred of them, each its own, neighbours different in the first letter")
    func codes() throws {
        let simulator = try Self.simulator(days: 1)
        var codes: Set<String> = []
        var last = ""
        for index in 0..<800 {
            let code = try #require(simulator.course(index).first?.code?.text)
            #expect(codes.insert(code).inserted && code.first != last.first, "\(code)")
            last = code
        }
        // Of any two, two characters at least differ.
        let some = codes.sorted().prefix(300).compactMap { InfantCode($0) }
        for (place, code) in some.enumerated() {
            for other in some[(place + 1)...] { #expect(code.distance(to: other) >= 2, "\(code) \(other)") }
        }
    }

    @Test("weights fall to a nadir, are regained in time and then grow by 10 to 20 g/kg a day")
    func growth() throws {
        let simulator = try Self.simulator()
        var nadirs: [Int] = []
        var regained: [Int] = []
        var rates: [Double] = []
        for index in 0..<60 {
            let entries = simulator.course(index)
            let weights = Self.weights(entries)
            guard let birth = weights.first, let last = weights.last, last.day - birth.day >= 35 else { continue }
            let nadir = try #require(weights.min { $0.grams < $1.grams })
            nadirs.append(nadir.day - birth.day)
            if let back = weights.first(where: { $0.day > nadir.day && $0.grams >= birth.grams }) {
                regained.append(back.day - birth.day)
                let days = Double(last.day - back.day)
                let mean = Double(last.grams + back.grams) / 2000
                if days > 14 { rates.append(Double(last.grams - back.grams) / days / mean) }
            }
        }
        // A slip that nobody noticed lies outside, now and then.
        #expect(nadirs.count > 20 && nadirs.count { (1...8).contains($0) } * 10 >= nadirs.count * 9)
        #expect(regained.count { (5...25).contains($0) } * 10 >= regained.count * 9)
        let middle = rates.sorted()[rates.count / 2]
        #expect((10...20).contains(middle), "\(middle)")
    }

    @Test("missing weights, slips, corrections and twins come in the shares that are stated")
    func shares() throws {
        let simulator = try Self.simulator()
        var (days, weighed, corrections, twins, deaths) = (0, 0, 0, 0, 0)
        let infants = 120
        for index in 0..<infants {
            let entries = simulator.course(index)
            let birth = try #require(entries.compactMap { $0.body as? Birth }.first)
            twins += birth.of == 2 ? 1 : 0
            corrections += entries.count { $0.corrects != nil }
            let stay = Self.weights(entries)
            if let first = stay.first, let last = stay.last {
                days += last.day - first.day
                weighed += stay.count - 1
            }
            deaths += entries.contains { ($0.body as? Discharge)?.to == .death } ? 1 : 0
        }
        let missing = 1 - Double(weighed) / Double(days)
        #expect((0.025...0.06).contains(missing), "\(missing)")
        #expect((0.002...0.01).contains(Double(corrections) / Double(weighed)))
        #expect((0.05...0.2).contains(Double(twins) / Double(infants)))
        #expect((1...20).contains(deaths))
    }

    @Test("twins share birth day and gestational age, name each other and stand as first and second")
    func pairs() throws {
        let simulator = try Self.simulator()
        var found = 0
        for index in stride(from: 0, to: 80, by: 2) {
            let (a, b) = (simulator.course(index), simulator.course(index + 1))
            guard let first = a.compactMap({ $0.body as? Birth }).first, first.of == 2 else { continue }
            let second = try #require(b.compactMap { $0.body as? Birth }.first)
            #expect(first.order == 1 && second.order == 2)
            #expect(first.siblings == [b.first?.code?.text] && second.siblings == [a.first?.code?.text])
            found += 1
        }
        #expect(found > 1)
    }

    @Test("every entry reads back as what it is; a course cut short has no discharge and nothing after the cut")
    func readable() throws {
        let cut = try Self.simulator(days: 10)
        for index in 0..<40 {
            for entry in cut.course(index) {
                let again = try entry.kind.body(from: entry.body.json)
                #expect(again.json == entry.body.json)
            }
            let entries = cut.course(index)
            let birth = try #require(entries.first { $0.body is Birth }?.at.instant)
            #expect(entries.allSatisfy { $0.recorded.seconds - birth.seconds <= 10 * 86_400 })
        }
        let reference = try ReferenceLibrary().reference("fenton-2013")
        let day = try #require(Day("2024-01-01"))
        #expect(CourseSimulator(seed: 1, reference: reference, from: day, days: 0) == nil)
    }
}
