import NICUCore
import Testing

@Suite("H5 facts other than measurements that cannot be are refused, and taken over from another record")
struct AssessFactsTests {
    static func facts(_ body: any Body, beside surroundings: Surroundings = .none) throws -> [Assessment.Fact] {
        let found = assess(
            Draft(body, at: try AssessTests.moment("2024-08-20T06:00")), in: try AssessTests.course(), code: "an-an",
            now: try AssessTests.moment("2024-08-21T06:00"), beside: surroundings)
        #expect(found.refusals.allSatisfy { !$0.holdsForImports })
        return found.refusals.compactMap { if case .fact(let fact) = $0 { fact } else { nil } }
    }

    @Test(
        "The lowest values of an event",
        arguments: [
            ([Event.What.bradycardia], 120, nil, true), ([.bradycardia], 121, nil, false),
            ([.apnoea, .bradycardia], 180, nil, false), ([.apnoea], 180, nil, true), ([.apnoea], 250, nil, true),
            ([.apnoea], 251, nil, false), ([.desaturation], nil, 95, true), ([.desaturation], nil, 96, false),
            ([.apnoea], nil, 99, true), ([.desaturation, .bradycardia], 60, 70, true),
        ] as [([Event.What], Int?, Int?, Bool)])
    func event(what: [Event.What], rate: Int?, spo2: Int?, isPossible: Bool) throws {
        let body = Event(what: what, lowestHeartRate: rate, lowestSpo2: spo2)
        #expect(try Self.facts(body).isEmpty == isPossible)
    }

    @Test(
        "Oxygen, flow and pressure of a state",
        arguments: [
            (State(aspect: Aspect.feedingRoute, value: "oral", fio2Percent: 30), false),
            (State(aspect: Aspect.thermal, value: "incubator", flowTenthsLitre: 20), false),
            (State(aspect: Aspect.respiratorySupport, value: "cpap", fio2Percent: 30, flowTenthsLitre: 80), true),
            (State(aspect: Aspect.respiratorySupport, value: "low_flow_oxygen", flowTenthsLitre: 60), true),
            (State(aspect: Aspect.respiratorySupport, value: "low_flow_oxygen", flowTenthsLitre: 61), false),
            (State(aspect: Aspect.respiratorySupport, value: "cpap", detail: "mask, 40 cmH2O"), true),
            (State(aspect: Aspect.respiratorySupport, value: "cpap", detail: "mask, 40.5 cmH2O"), false),
            (State(aspect: Aspect.respiratorySupport, value: "cpap", detail: "60 cmH2O"), false),
            (State(aspect: Aspect.respiratorySupport, value: "cpap", detail: "nasal mask"), true),
        ])
    func state(body: State, isPossible: Bool) throws { #expect(try Self.facts(body).isEmpty == isPossible) }

    @Test("A pressure is read from the detail as it was written there")
    func pressure() {
        let six = FixedDecimal(significand: 65, decimals: 1)
        for words in [nil, "mask", "mask, large"] {
            let state = State(aspect: "x", value: "on", detail: State.detail(words, pressure: six))
            #expect(state.pressure == six)
        }
        #expect(State(aspect: "x", value: "on", detail: "high").pressure == nil)
    }

    @Test("A result that the task does not have, and an appointment before the examination")
    func check() throws {
        let known = Surroundings(results: [.pass, .refer, .notDone])
        #expect(try Self.facts(Check(task: "hearing_screen", result: .pass), beside: known).isEmpty)
        #expect(try Self.facts(Check(task: "own", result: .immature)).isEmpty)
        #expect(
            try Self.facts(Check(task: "hearing_screen", result: .immature), beside: known)
                == [.result(task: "hearing_screen", .immature, allowed: [.pass, .refer, .notDone])])
        for (text, isPossible) in [("2024-08-20T06:00", true), ("2024-08-20", true), ("2024-08-19", false)] {
            let followUp = WrittenTime(try AssessTests.moment(text))
            let found = try Self.facts(Check(task: "rop_exam", result: .immature, followUp: followUp, place: "clinic"))
            #expect(found.isEmpty == isPossible, "\(text)")
        }
    }

    @Test("The energy of a volume, and a test weight of what goes through a tube")
    func intake() throws {
        #expect(try Self.facts(Intake(volumeTenthsMl: 100, kcalTenths: 300)).isEmpty)
        #expect(try Self.facts(Intake(volumeTenthsMl: 100, kcalTenths: 301)).count == 1)
        #expect(try Self.facts(Intake(kcalTenths: 301)).isEmpty)
        #expect(try Self.facts(Intake(route: "breast", volumeTenthsMl: 100, byTestWeight: true)).isEmpty)
        for route in ["tube", "iv"] {
            #expect(try Self.facts(Intake(route: route, volumeTenthsMl: 100, byTestWeight: true)).count == 1)
        }
    }

    @Test("H9 only a drug that is said never to have been given makes states and doses be read")
    func need() throws {
        func need(_ aspect: String, _ value: String) throws -> Set<Kind>? {
            let draft = Draft(State(aspect: aspect, value: value), at: try AssessTests.moment("2024-08-20T06:00"))
            return CourseNeed.assessing([draft]).kinds
        }
        #expect(try need(Aspect.methylxanthine, "never")?.isSuperset(of: [.state, .medication]) == true)
        #expect(try need(Aspect.methylxanthine, "off")?.contains(.state) == false)
        #expect(try need(Aspect.monitoring, "on")?.contains(.medication) == false)
    }
}
