import NICUAssets
import NICUCore
import NICUStore
import Testing

@Suite("What targets of the care plan load")
struct TargetNeedTests {
    @Test("Targets judged by what they state to need are judged as by the whole course")
    func needs() throws {
        let store = try Scratch().admitted()
        let rules = try CareFile.embedded()
        func record(_ body: any Body, _ time: String) throws {
            _ = try store.record(
                [Draft(body, at: try Scratch.moment(time), reason: "test")], of: "an-an", author: Scratch.author(),
                key: nil)
        }
        for day in 20...31 { _ = try Scratch.weigh(store, 700 + 15 * day, "2024-08-\(day)T06:00") }
        for day in ["20", "26"] {
            try record(Measurement(quantity: .length, value: 330 + (day == "26" ? 8 : 0)), "2024-08-\(day)T10:00")
        }
        for hour in ["01", "03", "05", "07", "10"] {
            try record(Measurement(quantity: .spo2, value: 93), "2024-08-31T\(hour):00")
            for day in 28...30 {
                let feed = Intake(route: "tube", milk: "mother", volumeTenthsMl: 200, kcalTenths: 150)
                try record(feed, "2024-08-\(day)T\(hour):30")
            }
        }
        try record(State(aspect: Aspect.respiratorySupport, value: "cpap", fio2Percent: 30), "2024-08-20T06:00")
        for target in rules.targets {
            let body = Plan(
                target: target.id, value: target.values.first,
                low: target.units.first.flatMap { FixedDecimal($0 == "%" ? "60" : "1") }, unit: target.units.first)
            try record(body, "2024-08-25T06:00")
        }
        let moment = try Scratch.moment("2024-08-31T12:00")
        func judged(_ need: CourseNeed) throws -> [TargetState] {
            let infant = try store.infant("an-an")
            return TargetState.all(
                try store.course(of: infant, asOf: moment, knownAt: .now(Scratch.now), now: Scratch.now, need: need),
                rules)
        }
        let (some, all) = (try judged(.targets(rules)), try judged(.everything))
        #expect(some == all && some.count == rules.targets.count)
        #expect(some.filter { $0.standing == .onTarget }.count >= 4, "\(some.map(\.standing))")
    }
}
