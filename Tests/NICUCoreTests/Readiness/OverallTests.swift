import NICUCore
import Testing

@Suite("Readiness: all criteria together")
struct OverallTests {
    /// All lists of n verdicts.
    static func lists(of verdicts: [Verdict], count: Int) -> [[Verdict]] {
        count == 0 ? [[]] : lists(of: verdicts, count: count - 1).flatMap { list in verdicts.map { list + [$0] } }
    }

    @Test("H7: every list of up to eight verdicts gives the overall answer of its worst", arguments: 0...8)
    func exhaustive(count: Int) {
        for list in OverallTests.lists(of: [.met, .notMet, .unknown], count: count) {
            let expected: Overall =
                list.contains(.notMet) ? .notReady : list.contains(.unknown) || list.isEmpty ? .indeterminate : .ready
            #expect(Overall(list.map { (Severity.blocking, $0) }) == expected, "\(list)")
        }
    }

    @Test("H7: nobody is ready where no criterion was asked")
    func nothingAsked() throws {
        var rules = Rules.local
        rules.criteria = []
        let course = try Chart.ready().course()
        #expect(evaluate(rules, course).overall == .indeterminate)
        #expect(NaiveReadiness.answer(rules, course).overall == .indeterminate)
        rules.criteria = [Rules.criterion("teaching", .attested(.init(item: "teaching")), severity: .advisory)]
        #expect(evaluate(rules, course).overall == .indeterminate)
        #expect(NaiveReadiness.answer(rules, course).overall == .indeterminate)
    }

    @Test("H7: not applicable and waived never hold back, advisory never counts")
    func others() {
        for list in OverallTests.lists(of: Verdict.allCases, count: 4) {
            let expected: Overall =
                list.contains(.notMet) ? .notReady : list.contains(.unknown) ? .indeterminate : .ready
            #expect(Overall(list.map { (Severity.blocking, $0) }) == expected, "\(list)")
            let beside = [(Severity.blocking, Verdict.met)] + list.map { (Severity.advisory, $0) }
            #expect(Overall(beside) == .ready, "\(list)")
        }
    }

    @Test("Everything in order: ready, every criterion met with evidence")
    func inOrder() throws {
        let answer = try Chart.ready().answer()
        #expect(answer.overall == .ready)
        for criterion in answer.criteria {
            #expect(criterion.verdict == .met, "\(criterion.id): \(criterion.reason)")
            #expect(!criterion.evidence.isEmpty, "\(criterion.id)")
        }
    }

    @Test("An empty course is never ready, and nothing in it is met")
    func empty() throws {
        let answer = try Chart().answer()
        #expect(answer.overall == .indeterminate)
        #expect(answer.criteria.allSatisfy { $0.verdict == .unknown })
    }

    /// What is deleted for each blocking criterion.
    static let deletions: [(String, @Sendable (any Body) -> Bool)] = [
        ("weight_min", { ($0 as? Measurement)?.quantity == .weight }),
        ("weight_gain", { ($0 as? Measurement)?.quantity == .weight }),
        ("temperature", { ($0 as? Measurement)?.quantity == .temperature }),
        ("feeding", { ($0 as? State)?.aspect == Aspect.feedingRoute }),
        ("event_free", { ($0 as? State)?.aspect == Aspect.monitoring }),
        ("event_free", { ($0 as? State)?.aspect == Aspect.methylxanthine }),
        ("event_free", { ($0 as? State)?.aspect == Aspect.respiratorySupport }),
        ("drug_off", { ($0 as? State)?.aspect == Aspect.methylxanthine }),
        ("breathing", { ($0 as? State)?.aspect == Aspect.respiratorySupport }),
        ("no_iv", { ($0 as? State)?.aspect == "iv_access" }),
        ("no_iv", { ($0 as? State)?.aspect == "parenteral_nutrition" }),
        ("rop", { ($0 as? Check)?.task == "rop_exam" }), ("hearing", { ($0 as? Check)?.task == "hearing_screen" }),
        ("blood_spot", { ($0 as? Check)?.task == "newborn_blood_spot" }),
        ("hepatitis_b", { ($0 as? Check)?.task == "hepatitis_b_1" }), ("hepatitis_b", { $0 is Perinatal }),
        ("teaching", { $0 is Attestation }), ("age", { $0 is Dating }), ("review", { $0 is Review }),
    ]

    @Test("H7: without its data a criterion is unknown and the answer not ready", arguments: deletions.indices)
    func deletion(index: Int) throws {
        let (id, deleted) = OverallTests.deletions[index]
        var chart = try Chart.ready()
        chart.remove(deleted)
        let answer = try chart.answer()
        #expect(answer.overall == .indeterminate)
        #expect(answer.criterion(id)?.verdict == .unknown)
    }

    @Test("H7: every kind of criterion is among the deletions")
    func allDeleted() {
        #expect(Set(OverallTests.deletions.map(\.0)) == Set(Rules.local.criteria.map(\.id)))
    }

    @Test("H7: taking away any single fact never makes an unready infant ready")
    func singleDeletion() throws {
        var chart = try Chart.ready()
        try chart.add(Attestation(item: "teaching", value: false), ago: hours(1))
        let full = chart
        for entry in full.entries where (entry.body as? Attestation)?.value != false {
            chart = full
            chart.entries.removeAll { $0.id == entry.id }
            #expect(try chart.answer().overall == .notReady)
        }
    }

    @Test("A waiver is shown as waived, never as met; it runs out and ends with the stay")
    func waivers() throws {
        var chart = try Chart.ready()
        try chart.add(Attestation(item: "teaching", value: false), ago: hours(3))
        try chart.add(Waiver(criterion: "teaching", rules: "local"), ago: hours(2))
        let answer = try chart.answer()
        #expect(answer.overall == .ready)
        #expect(answer.waived == ["teaching"])
        #expect(answer.criterion("teaching")?.verdict == .waived)
        #expect(answer.criterion("teaching")?.unwaived == .notMet)
        for (waiver, verdict) in [
            (Waiver(criterion: "teaching", rules: "other"), Verdict.notMet),
            (Waiver(criterion: "hearing"), .notMet), (Waiver(criterion: "teaching"), .waived),
            (Waiver(criterion: "teaching", until: WrittenTime("2026-04-04T07:59:59+08:00")), .notMet),
            (Waiver(criterion: "teaching", until: WrittenTime("2026-04-04T08:00:00+08:00")), .waived),
            (Waiver(criterion: "teaching", until: WrittenTime("2026-04-04")), .waived),
        ] {
            var other = chart
            other.remove { $0 is Waiver }
            try other.add(waiver, ago: hours(2))
            #expect(try other.verdict("teaching") == verdict, "\(waiver)")
        }
        try chart.add(Admission(from: .home), ago: hours(1))
        #expect(try chart.verdict("teaching") == .notMet)
    }
}
