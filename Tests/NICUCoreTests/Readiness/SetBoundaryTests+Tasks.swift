import NICUAssets
import NICUCore
import Testing

extension SetBoundaryTests {
    /// A set's verdict about one check, made some seconds before the question.
    private func verdict(
        _ rules: RuleSet, _ criterion: String, _ check: Check, ago: Int64,
        _ change: (inout Chart) throws -> Void = { _ in }
    ) throws -> Verdict {
        var chart = try Chart.ready(for: rules)
        chart.remove { ($0 as? Check)?.task == check.task }
        try chart.add(check, ago: ago)
        try change(&chart)
        return try chart.verdict(criterion, rules)
    }

    /// Days within which an appointment must be, by task and result.
    static let appointments: [String: [(Check.Result, Int64)]] = [
        "rop_exam": [(.immature, 21), (.immatureZone12, 14), (.ropNoTreatment, 14), (.treated, 14)],
        "hearing_screen": [(.refer, 90)], "newborn_blood_spot": [(.repeatNeeded, 30)],
        "head_us_term": [(.abnormal, 14)], "thyroid_repeat": [(.repeatNeeded, 14)],
    ]

    @Test("H8: appointments by their results, and a sample without one", arguments: AgreementTests.sets)
    func tasks(id: String) throws {
        let rules = try ShippedRules.set(id)
        var seen: Set<String> = []
        for criterion in rules.criteria {
            guard case .taskDone(let test) = criterion.test else { continue }
            for result in test.followUpWithin.keys { seen.insert("\(test.task) \(result.rawValue)") }
            for (result, within) in SetBoundaryTests.appointments[test.task] ?? [] {
                seen.remove("\(test.task) \(result.rawValue)")
                for (past, expected) in [(Int64(-1), Verdict.met), (0, .met), (1, .notMet)] {
                    let at = Moment(Chart.now - days(2) + days(within) + past, offsetMinutes: 480)
                    let check = Check(
                        task: test.task, result: result, method: test.methods.first, followUp: WrittenTime(at),
                        place: "clinic")
                    #expect(try verdict(rules, criterion.id, check, ago: days(2)) == expected, "\(id) \(check)")
                }
            }
        }
        #expect(seen.isEmpty)
        for (past, expected) in [(Int64(-1), Verdict.met), (0, .met), (1, .unknown)] {
            let sample = Check(task: "newborn_blood_spot", result: .collected)
            #expect(try verdict(rules, "metabolic_screen", sample, ago: days(14) + past) == expected)
        }
    }

    @Test(
        "H8: a dose of an antigen-positive mother's infant, by the weight then and its age",
        arguments: AgreementTests.sets)
    func dose(id: String) throws {
        let rules = try ShippedRules.set(id)
        for (value, older, expected) in [
            (1999, Int64(0), Verdict.notMet), (2000, 0, .met), (2001, 0, .met), (2000, -1, .met), (2000, 1, .unknown),
        ] {
            let given = Check(task: "hepatitis_b_1", result: .given)
            let found = try verdict(rules, "immunizations", given, ago: days(1)) { chart in
                chart.remove { $0 is Perinatal || ($0 as? Measurement)?.quantity == .weight }
                try chart.add(Perinatal(maternalHbsag: .positive), ago: days(93))
                try chart.add(grams(value), ago: days(1) + hours(168) + older)
            }
            #expect(found == expected, "\(id) \(value) \(older)")
        }
    }

    /// The first infants to whom a criterion no longer applies: days of gestation, grams at birth.
    static let applicability: [String: [String: (Int?, Int?)]] = [
        "aap-2008": [
            "rop_exam": (211, 1501), "car_seat": (259, nil), "head_us": (224, nil), "thyroid_repeat": (224, 1500),
        ],
        "cn-2017": ["rop_exam": (224, 2000), "head_us": (224, nil), "thyroid_repeat": (224, 1500)],
        "strict-union": [
            "rop_exam": (224, 2000), "car_seat": (259, nil), "head_us": (224, nil), "thyroid_repeat": (224, 1500),
        ],
    ]

    @Test("H8: to whom a criterion applies, a day and a gram to either side", arguments: AgreementTests.sets)
    func applies(id: String) throws {
        let rules = try ShippedRules.set(id)
        let table = try #require(SetBoundaryTests.applicability[id])
        #expect(Set(table.keys) == Set(rules.criteria.filter { $0.appliesIf != nil }.map(\.id)))
        for (criterion, limits) in table {
            guard case .taskDone(let test) = rules.criterion(criterion)?.test else { continue }
            func verdict(_ gestation: Int, _ birth: Int) throws -> Verdict {
                let missed = Check(task: test.task, result: .notDone)
                return try self.verdict(rules, criterion, missed, ago: days(1)) { chart in
                    chart.remove { $0 is Dating || ($0 as? Measurement)?.role == .birth }
                    let age = GestationalAge(days: gestation)
                    try chart.add(Dating(gestationalAge: age, method: .ivf), ago: days(93))
                    try chart.add(grams(birth, role: .birth), ago: days(93))
                }
            }
            for beside in [-1, 0, 1] {
                let expected: Verdict = beside < 0 ? .notMet : .notApplicable
                if let limit = limits.0 { #expect(try verdict(limit + beside, 3000) == expected, "\(id) \(criterion)") }
                if let limit = limits.1 { #expect(try verdict(280, limit + beside) == expected, "\(id) \(criterion)") }
            }
        }
    }

    @Test("H8: 35+0, a day and a second to either side")
    func age() throws {
        let rules = try ShippedRules.set("strict-union")
        for (age, expected) in [(244, Verdict.notMet), (245, .met), (246, .met)] {
            var chart = try Chart.ready(for: rules)
            chart.remove { $0 is Dating }
            try chart.add(Dating(gestationalAge: GestationalAge(days: age - 93), method: .ivf), ago: days(93))
            #expect(try chart.verdict("pma_min", rules) == expected)
        }
        // 35+0 begins at midnight, 16 h after the question.
        for (past, expected) in [(Int64(-1), Verdict.notMet), (0, .met), (1, .met)] {
            var chart = try Chart.ready(for: rules)
            chart.remove { $0 is Dating }
            try chart.add(Dating(gestationalAge: GestationalAge(days: 244 - 93), method: .ivf), ago: days(93))
            chart.asOf = Moment(Chart.now + hours(16) + past, offsetMinutes: 480)
            #expect(try chart.verdict("pma_min", rules) == expected)
        }
    }

    @Test("H8: the shift that only touches the window is not asked for, one that reaches into it by a second is")
    func shifts() throws {
        for id in AgreementTests.sets {
            let rules = try ShippedRules.set(id)
            let length = hours(try #require(SetBoundaryTests.lengths[id]?["event_free"]))
            for (past, expected) in [(Int64(-1), Verdict.unknown), (0, .met), (1, .unknown)] {
                var chart = try Chart.ready(for: rules)
                // The night shift ends at the question; the one that ends where the window begins is not reviewed.
                let touching = try Chart.clock().shift(at: Chart.now - length - 1)
                let running = try Chart.clock().shift(at: Chart.now - (past > 0 ? 1 : -1))
                chart.remove {
                    ($0 as? Review)?.shift == touching || (past > 0 && ($0 as? Review)?.shift == running)
                }
                chart.asOf = Moment(Chart.now + past, offsetMinutes: 480)
                #expect(try chart.verdict("event_review", rules) == expected, "\(id) \(past)")
            }
        }
    }
}
