import NICUCore
import Testing

@Suite("Readiness: what an earlier stay says no longer")
struct StayTests {
    /// Ready but for having been at home from 30 to 20 days ago.
    static func readmitted() throws -> Chart {
        var chart = try Chart.ready()
        try chart.add(Discharge(to: .home), ago: days(30))
        try chart.add(Admission(from: .home), ago: days(20))
        return chart
    }

    @Test("H7: after a readmission states and attestations are unknown until they are stated again")
    func unknown() throws {
        var chart = Chart()
        let birth = days(93)
        try chart.add(Birth(sex: .female), ago: birth)
        for (aspect, value) in [
            (Aspect.feedingRoute, "oral"), (Aspect.methylxanthine, "off"), ("iv_access", "off"),
            ("parenteral_nutrition", "off"),
        ] { try chart.add(State(aspect: aspect, value: value), ago: days(40)) }
        try chart.add(Attestation(item: "teaching"), ago: days(40))
        for id in ["feeding", "drug_off", "no_iv", "teaching"] { #expect(try chart.verdict(id) == .met, "\(id)") }
        try chart.add(Discharge(to: .home), ago: days(30))
        for id in ["feeding", "drug_off", "no_iv", "teaching"] { #expect(try chart.verdict(id) == .unknown, "\(id)") }
        try chart.add(Admission(from: .home), ago: days(20))
        for id in ["feeding", "drug_off", "no_iv", "teaching"] { #expect(try chart.verdict(id) == .unknown, "\(id)") }
        try chart.add(Attestation(item: "teaching"), ago: days(19))
        try chart.add(State(aspect: Aspect.feedingRoute, value: "oral"), ago: days(19))
        #expect(try chart.verdict("teaching") == .met)
        #expect(try chart.verdict("feeding") == .met)
    }

    @Test("H7: the time at home is not monitored, however the monitor was left", arguments: [Int64(20), 1])
    func monitor(back: Int64) throws {
        var chart = try Chart.ready()
        #expect(try chart.verdict("event_free") == .met)
        try chart.add(Discharge(to: .home), ago: days(back) + hours(10))
        try chart.add(Admission(from: .home), ago: days(back))
        for (aspect, value) in [(Aspect.respiratorySupport, "room_air"), (Aspect.methylxanthine, "never")] {
            try chart.add(State(aspect: aspect, value: value), ago: days(back))
        }
        #expect(try chart.verdict("event_free") == .unknown)
        try chart.add(State(aspect: Aspect.monitoring, value: "on"), ago: days(back))
        #expect(try chart.verdict("event_free") == (back == 20 ? .met : .unknown))
    }

    @Test("The moment of discharge itself is still answered from its stay")
    func atTheEnd() throws {
        var chart = try Chart.ready()
        try chart.add(Discharge(to: .home), ago: 0)
        #expect(try chart.answer().overall == .ready)
    }
}
