import NICUCore
import Testing

@Suite("Consents")
struct ConsentsTests {
    @Test("the last word on an item counts; without one nothing is known, and that is no consent")
    func consents() throws {
        var chart = Chart()
        #expect(try chart.course().consent(to: "press").answer == .unknown)
        try chart.add(Consent(item: "press", granted: true), ago: days(2))
        try chart.add(Consent(item: "research", granted: false), ago: days(1))
        #expect(try chart.course().consent(to: "press").answer == .yes)
        let withdrawn = try chart.add(Consent(item: "press", granted: false), ago: hours(1))
        #expect(try chart.course().consent(to: "press") == (.no, EntryRef(withdrawn)))
    }
}
