import NICUAssets
import NICUCore
import Testing

@Suite(
    "H2 H4 slips in simulated series",
    .enabled(if: ReferenceLibrary().ids.contains("fenton-2013"), "needs the pack fenton-2013"))
struct SlipTests {
    /// The long form of 10,000 courses is `nicu-bench slips`, part of make bench.
    @Test("Tenfold slips and wrong units are always noticed, swaps and twins nearly always, clean weights rarely")
    func figures() throws {
        let reference = try ReferenceLibrary().reference("fenton-2013")
        let first = try #require(Day("2024-01-01"))
        let simulator = try #require(CourseSimulator(seed: 11, reference: reference, from: first))
        var (clean, asked, swaps, swapsNoticed, twins, twinsNoticed) = (0, 0, 0, 0, 0, 0)
        for index in 0..<120 {
            guard let own = simulator.weights(index) else { continue }
            let other = own.sibling.flatMap { _ in simulator.weights(index ^ 1) }.map { (infant: $0, grams: $0.grams) }
            for day in own.grams.indices.dropFirst() {
                let morning = try #require(SimulatedMorning(own, grams: own.grams, sibling: other, day: day))
                let grams = own.grams[day]
                clean += 1
                if morning.notices("\(grams)g") { asked += 1 }
                for slip in ["\(grams * 10)g", "\(grams / 10)g", "\(grams)kg", "\(grams * 22046 / 10000)g"] {
                    #expect(morning.notices(slip), "\(own.code) day \(day): \(slip)")
                }
                var digits = Array(String(grams))
                digits.swapAt(0, 1)
                if let swapped = Int(String(digits)), digits[0] != "0", abs(swapped - grams) >= 100 {
                    swaps += 1
                    if morning.notices("\(swapped)g") { swapsNoticed += 1 }
                }
                if let other, day < other.grams.count,
                    abs(other.grams[day] - grams) * 100 >= 8 * min(other.grams[day], grams)
                {
                    twins += 1
                    if morning.notices("\(other.grams[day])g") { twinsNoticed += 1 }
                }
            }
        }
        #expect(clean > 4000 && asked * 50 <= clean, "\(asked) of \(clean)")
        #expect(swaps > 1000 && swapsNoticed * 100 >= swaps * 95, "\(swapsNoticed) of \(swaps)")
        #expect(twins > 50 && twinsNoticed * 100 >= twins * 95, "\(twinsNoticed) of \(twins)")
    }
}
