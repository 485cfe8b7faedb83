import NICUAssets
import NICUCore
import Testing

@Suite("Readiness: the events of the shipped sets, a unit to either side of each limit")
struct SetEventTests {
    /// An event of nothing but its names that counts in no set.
    private static func harmless(_ what: [Event.What], _ change: (inout Event) -> Void) -> Event {
        var event = Event(
            what: what, durationSeconds: 5, lowestHeartRate: 120, lowestSpo2: 95, desaturationSeconds: 0,
            colourChange: false, intervention: Event.Intervention.none, feedingRelated: false, selfResolved: true)
        change(&event)
        return event
    }

    private static let usual: [(Event, Bool)] = [
        (harmless([.apnoea]) { $0.durationSeconds = 19 }, false),
        (harmless([.apnoea]) { $0.durationSeconds = 20 }, true),
        (harmless([.apnoea]) { $0.lowestHeartRate = 80 }, false),
        (harmless([.apnoea]) { $0.lowestHeartRate = 79 }, true),
        (harmless([.bradycardia]) { $0.lowestHeartRate = 70 }, false),
        (harmless([.bradycardia]) { $0.lowestHeartRate = 69 }, true),
        (low([.apnoea], 85, 10), false), (low([.apnoea], 84, 10), true), (low([.apnoea], 84, 9), false),
        (low([.desaturation], 80, 10), false), (low([.desaturation], 79, 10), true),
        (low([.desaturation], 79, 9), false),
    ]

    private static let strict: [(Event, Bool)] = [
        (harmless([.apnoea]) { $0.durationSeconds = 19 }, false),
        (harmless([.apnoea]) { $0.durationSeconds = 20 }, true),
        (harmless([.apnoea]) { $0.lowestHeartRate = 100 }, false),
        (harmless([.apnoea]) { $0.lowestHeartRate = 99 }, true),
        (harmless([.bradycardia]) { $0.lowestHeartRate = 80 }, false),
        (harmless([.bradycardia]) { $0.lowestHeartRate = 79 }, true),
        (low([.apnoea], 85, 0), false), (low([.apnoea], 84, 0), true), (low([.desaturation], 80, 10), false),
        (low([.desaturation], 79, 10), true), (low([.desaturation], 79, 9), false),
    ]

    private static func low(_ what: [Event.What], _ saturation: Int, _ seconds: Int) -> Event {
        harmless(what) {
            $0.lowestSpo2 = saturation
            $0.desaturationSeconds = seconds
        }
    }

    private func counts(_ event: Event, _ id: String) throws -> Bool {
        let rules = try ShippedRules.set(id)
        var chart = try Chart.ready(for: rules)
        try chart.add(event, ago: days(1))
        return try chart.verdict("event_free", rules) == .notMet
    }

    @Test("H8: heart rate, saturation and seconds", arguments: AgreementTests.sets)
    func limits(id: String) throws {
        for (event, isCounted) in id == "strict-union" ? SetEventTests.strict : SetEventTests.usual {
            #expect(try counts(event, id) == isCounted, "\(id) \(event)")
        }
    }

    @Test("H8: the exclusion at feeds, by its limits; the strict set has none", arguments: AgreementTests.sets)
    func exclusion(id: String) throws {
        for (change, isExcluded) in [
            ({ _ in }, true), ({ $0.durationSeconds = 19 }, true), ({ $0.durationSeconds = 20 }, false),
            ({ $0.lowestHeartRate = 70 }, true), ({ $0.lowestHeartRate = 69 }, false), ({ $0.lowestSpo2 = 80 }, true),
            ({ $0.lowestSpo2 = 79 }, false),
        ] as [((inout Event) -> Void, Bool)] {
            let event = EventTests.atFeed(change)
            #expect(try counts(event, id) == (id == "strict-union" || !isExcluded), "\(id) \(event)")
        }
    }
}
