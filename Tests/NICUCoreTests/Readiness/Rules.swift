import NICUCore

/// A rule set with one criterion of every kind, its numbers those of the examples.
enum Rules {
    static let definition = EventDefinition(
        id: "significant",
        anyOf: [
            clause(.apnoeaSecondsAtLeast(20)), clause(.apnoea, .heartRateBelow(80)),
            clause(.apnoea, .spo2Below(85), .desaturationSecondsAtLeast(10)), clause(.apnoea, .colourChange(true)),
            clause(.spo2Below(80), .desaturationSecondsAtLeast(10)), clause(.heartRateBelow(70)),
            clause(.interventionIn(treated)),
        ],
        exclude: [
            EventClause(
                parts: [
                    .feedingRelated(true), .selfResolved(true), .interventionIn([.none]), .apnoeaSecondsBelow(20),
                    .heartRateAtLeast(70), .spo2AtLeast(80),
                ], contradictedBy: treated)
        ])

    private static let treated: Set<Event.Intervention> = [.stimulation, .oxygen, .bagMask, .intubation]
    private static func clause(_ parts: EventPart...) -> EventClause { EventClause(parts: parts) }

    static let eventFree = EventFreeInterval(
        event: "significant", min: Hours(168),
        countFrom: [.lastEventEnd, .methylxanthineLastDose, .positivePressureStop],
        coverage: .init(since: .start, maxGap: Hours(2), maxGapPerCareDay: Hours(4)))

    static let temperature = RangeSustained(
        quantity: .temperature, site: "axillary", range: 365...375, window: Hours(24), minMeasurements: 4,
        maxGap: Hours(9), recheck: .init(withinSeconds: 3600, low: 360...364, high: 375...379), bed: "open_crib")

    static let tests: [(String, Criterion.Test, appliesIf: String?)] = [
        ("weight_min", .valueAtLeast(.init(quantity: .weight, min: 2000, maxAge: Hours(30))), nil),
        (
            "weight_gain",
            .gainRate(
                .init(
                    window: Hours(72), tolerance: Hours(12), minMeasurements: 3, minGramsPerDay: 15,
                    maxAge: Hours(30))), nil
        ),
        ("temperature", .rangeSustained(temperature), nil),
        ("feeding", .stateFor(.init(aspect: Aspect.feedingRoute, allowed: ["oral"], min: Hours(24))), nil),
        ("event_free", .eventFreeInterval(eventFree), nil),
        (
            "drug_off",
            .timeSinceStopped(.init(drug: Aspect.methylxanthine, min: Hours(120), ifNever: .notApplicable)), nil
        ),
        ("breathing", .stateFor(.init(aspect: Aspect.respiratorySupport, allowed: ["room_air"], min: Hours(24))), nil),
        ("no_iv", .noneActive(.init(aspects: ["iv_access", "parenteral_nutrition"])), nil),
        (
            "rop",
            .taskDone(
                .init(
                    task: "rop_exam", accept: [.complete], acceptWithFollowUp: [.immature, .treated],
                    followUpWithin: [.immature: Hours(21 * 24)])), "ga_lt_32w"
        ),
        (
            "hearing",
            .taskDone(
                .init(
                    task: "hearing_screen", accept: [.pass], methods: ["aabr"], acceptWithFollowUp: [.refer],
                    followUpWithin: [.refer: Hours(90 * 24)])), nil
        ),
        (
            "blood_spot",
            .taskDone(.init(task: "newborn_blood_spot", accept: [.normal], holds: [.collected: Hours(14 * 24)])), nil
        ),
        (
            "hepatitis_b",
            .taskDone(
                .init(
                    task: "hepatitis_b_1", accept: [.given],
                    mother: .init(minGramsIfPositive: 2000, weightMaxAge: Hours(168)))), nil
        ),
        ("teaching", .attested(.init(item: "teaching")), nil),
        ("age", .ageAtLeast(.init(minDays: 245)), nil),
        ("review", .shiftReviewed(.init(windowOf: "event_free")), nil),
    ]

    static let local = RuleSet(
        id: "local", version: "1.0.0", digest: "", title: RuleText(zh: "例", en: "example"), jurisdiction: "none",
        sources: [], confidence: [:], conflict: ConflictRule(withinSeconds: 3600, percent: 3),
        positivePressure: PositivePressure(
            values: ["ventilator", "hfov", "nippv", "cpap"], aboveFlow: ["high_flow": 20]),
        products: [Aspect.methylxanthine: ["caffeine"]], events: [definition],
        applicability: [
            ApplicabilityTest(
                id: "ga_lt_32w",
                anyOf: [BirthTest(.gestationalAge, .lessThan(224)), BirthTest(.birthWeight, .lessThan(1500))])
        ],
        criteria: tests.map { criterion($0.0, $0.1, appliesIf: $0.appliesIf) }, untested: [])

    static func criterion(
        _ id: String, _ test: Criterion.Test, appliesIf: String? = nil, severity: Severity = .blocking
    ) -> Criterion {
        Criterion(
            id: id, title: RuleText(zh: id, en: id), test: test, severity: severity, basis: .operational,
            appliesIf: appliesIf)
    }

    /// The set with one criterion's test replaced.
    static func local(_ id: String, _ test: Criterion.Test) -> RuleSet {
        var rules = local
        rules.criteria = rules.criteria.map { $0.id == id ? criterion(id, test, appliesIf: $0.appliesIf) : $0 }
        return rules
    }
}
