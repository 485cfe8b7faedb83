import NICUCore
import Testing

@Suite("Readiness: two evaluators agree on the volume by mouth")
struct VolumeAgreementTests {
    /// Two days of feeds near the plan's volume, weights near the birth weight and near their limits of age.
    private static func course(_ seed: UInt64) throws -> Course {
        var random = FixedRandom(seed: seed)
        var ledger = try RandomLedger()
        try ledger.add(Birth(sex: .female), ago: days(40))
        if !random.chance(5) { try ledger.add(grams(2000, role: .birth), ago: days(40)) }
        for _ in 0..<random.pick([0, 1, 1, 2]) {
            let value = random.pick([1900, 1999, 2000, 2001, 2060, 2100])
            try ledger.add(grams(value), ago: random.near(hours(random.pick([5, 48, 48, 60]))))
        }
        if random.chance(30), let weight = ledger.entries.last, let body = weight.body as? Measurement {
            let ago = Chart.now - weight.at.instant + random.pick([1800, 3600, 3601])
            try ledger.add(grams(body.value * random.pick([96, 97, 103, 104]) / 100), ago: ago)
        }
        let roles: [Measurement.Role] = [.unconfirmed, .unconfirmed, .dosing, .estimated, .reported]
        if random.chance(30) { try ledger.add(grams(2000, role: random.pick(roles)), ago: random.near(hours(48))) }
        if !random.chance(10) {
            let until = Moment(Chart.now + random.pick([-1, 0, 1, 86_400]), offsetMinutes: 480)
            let plan = Plan(
                target: random.chance(5) ? "other" : "feeding_volume",
                low: FixedDecimal(random.pick(["160", "150", "160.5"])), unit: random.chance(5) ? "mL" : "mL/kg/d",
                until: random.chance(30) ? WrittenTime(until) : nil)
            try ledger.add(plan, ago: days(3))
        }
        let tenths = random.pick([375, 400, 400, 400, 402, 420])
        for feed in 0..<16 where !random.chance(3) {
            let vague = random.chance(1)
            let route = random.chance(2) ? random.pick(["tube", nil]) : random.pick(["bottle", "cup", "oral"])
            try ledger.add(
                Intake(route: route, volumeTenthsMl: vague ? nil : tenths),
                ago: random.near(hours(3) * Int64(feed)))
        }
        // A stay before, which the plan and the dosing weight may lie in.
        if random.chance(20) {
            let back = hours(random.pick([40, 60, 72, 80]))
            try ledger.add(Discharge(to: .home), ago: back + hours(random.pick([1, 12])))
            if random.chance(80) { try ledger.add(Admission(from: .home), ago: back) }
        }
        return ledger.course()
    }

    @Test("H7: the same verdict over random feeds and weights; each verdict occurs")
    func agreement() throws {
        var found: [Verdict: Int] = [:]
        for seed in 0..<UInt64(1500) {
            let course = try Self.course(seed)
            let fast = evaluate(FurtherCriteriaTests.volume, course).criteria[0].verdict
            let slow = NaiveReadiness.answer(FurtherCriteriaTests.volume, course).verdicts["asked"]
            guard fast == slow else {
                Issue.record("seed \(seed): engine \(fast), naive \(slow?.rawValue ?? "none")")
                return
            }
            found[fast, default: 0] += 1
        }
        for verdict in [Verdict.met, .notMet, .unknown] { #expect(found[verdict] ?? 0 > 100, "\(found)") }
    }
}
