import NICUCore
import Testing

@Suite("Readiness: which events count")
struct EventTests {
    static let table: [(Event, Truth)] = [
        (Event(what: [.apnoea], durationSeconds: 19), .no),
        (Event(what: [.apnoea], durationSeconds: 20), .yes),
        (Event(what: [.apnoea]), .unknown),
        (Event(what: [.apnoea], intervention: .stimulation), .yes),
        (Event(what: [.apnoea, .bradycardia], durationSeconds: 8), .unknown),
        (Event(what: [.apnoea, .bradycardia], durationSeconds: 8, lowestHeartRate: 79, feedingRelated: false), .yes),
        (Event(what: [.apnoea, .bradycardia], durationSeconds: 8, lowestHeartRate: 79), .unknown),
        (Event(what: [.apnoea, .bradycardia], durationSeconds: 8, lowestHeartRate: 80), .no),
        (Event(what: [.bradycardia], lowestHeartRate: 69), .yes),
        (Event(what: [.bradycardia], lowestHeartRate: 70), .no),
        (Event(what: [.bradycardia]), .unknown),
        (Event(what: [.desaturation]), .unknown),
        (Event(what: [.desaturation], lowestSpo2: 79, desaturationSeconds: 10), .yes),
        (Event(what: [.desaturation], lowestSpo2: 79, desaturationSeconds: 9), .no),
        (Event(what: [.desaturation], lowestSpo2: 80, desaturationSeconds: 30), .no),
        (Event(what: [.desaturation], lowestSpo2: 79), .unknown),
        (
            Event(
                what: [.apnoea], durationSeconds: 8, lowestSpo2: 84, desaturationSeconds: 10, selfResolved: false), .yes
        ),
        (Event(what: [.apnoea], durationSeconds: 8, lowestSpo2: 84, desaturationSeconds: 10), .unknown),
        // A recorded low saturation names the desaturation as the word does.
        (Event(what: [.apnoea], durationSeconds: 8, lowestSpo2: 84), .unknown),
        (Event(what: [.apnoea], durationSeconds: 8, lowestSpo2: 90), .no),
        (Event(what: [.apnoea], durationSeconds: 15, lowestSpo2: 70), .unknown),
        (Event(what: [.apnoea], durationSeconds: 15, desaturationSeconds: 30), .unknown),
        (Event(what: [.bradycardia], durationSeconds: 60, lowestHeartRate: 72, lowestSpo2: 70), .unknown),
        (Event(what: [.apnoea, .desaturation], durationSeconds: 8, lowestSpo2: 84), .unknown),
        (Event(what: [.apnoea], durationSeconds: 8, colourChange: true, feedingRelated: false), .yes),
        (Event(what: [.apnoea], durationSeconds: 8, colourChange: true), .unknown),
        (Event(what: [.desaturation], lowestSpo2: 88, desaturationSeconds: 5, colourChange: true), .no),
    ]

    @Test("H8: clauses by their limits; missing is unknown only where the event names its aspect")
    func clauses() {
        for (event, expected) in EventTests.table {
            #expect(Rules.definition.counts(event) == expected, "\(event)")
        }
    }

    /// A short apnoea with bradycardia at a feed that counts unless the exclusion holds.
    static func atFeed(_ change: (inout Event) -> Void = { _ in }) -> Event {
        var event = Event(
            what: [.apnoea, .bradycardia], durationSeconds: 8, lowestHeartRate: 75, lowestSpo2: 86,
            desaturationSeconds: 5, intervention: Event.Intervention.none, feedingRelated: true, selfResolved: true)
        change(&event)
        return event
    }

    @Test("H7: the feeding exclusion holds only when every part is recorded and true")
    func exclusion() {
        #expect(Rules.definition.counts(EventTests.atFeed()) == .no)
        #expect(Rules.definition.excluded(EventTests.atFeed()) == .yes)
        let missing: [(inout Event) -> Void] = [
            { $0.intervention = nil }, { $0.feedingRelated = nil }, { $0.selfResolved = nil }, { $0.lowestSpo2 = nil },
        ]
        for change in missing { #expect(Rules.definition.counts(EventTests.atFeed(change)) == .unknown) }
        let false_: [(inout Event) -> Void] = [
            { $0.feedingRelated = false }, { $0.selfResolved = false }, { $0.lowestSpo2 = 79 },
            { $0.durationSeconds = 20 }, { $0.lowestHeartRate = 69 },
            {
                $0.selfResolved = false
                $0.intervention = .stimulation
            },
        ]
        for change in false_ { #expect(Rules.definition.counts(EventTests.atFeed(change)) == .yes) }
        #expect(Rules.definition.counts(EventTests.atFeed { $0.intervention = .stimulation }) == .unknown)
    }

    @Test("What is missing is named")
    func missing() {
        #expect(Rules.definition.missing(in: Event(what: [.apnoea])).contains(.duration))
        #expect(Rules.definition.missing(in: EventTests.atFeed { $0.lowestSpo2 = nil }) == [.lowestSpo2])
    }

    @Test("Three-valued logic agrees with its tables")
    func truth() {
        for a in Truth.allCases {
            #expect(a.negated.negated == a)
            for b in Truth.allCases {
                let both: Truth = a == .no || b == .no ? .no : a == .yes && b == .yes ? .yes : .unknown
                #expect(Truth.all([a, b]) == both)
                #expect(Truth.any([a, b]) == Truth.all([a.negated, b.negated]).negated)
            }
        }
        #expect(Truth.all([]) == .yes)
        #expect(Truth.any([]) == .no)
    }
}
