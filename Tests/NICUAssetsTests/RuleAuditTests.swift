import NICUAssets
import NICUCore
import Testing

@Suite("A rule file before it is installed")
struct RuleAuditTests {
    static let rules = "seeds/rules/cn-2017.yaml"
    static let schedule = "seeds/schedules/screens.yaml"

    static func problems(_ path: String, _ changes: [(String, String)]) throws -> [RuleFileProblem] {
        var text = try #require(EmbeddedFiles.text(at: path))
        for (from, to) in changes {
            #expect(text.contains(from), "\(from)")
            text = text.replacing(from, with: to, maxReplacements: 1)
        }
        do {
            _ = try RuleDocument.checked(text: text, path: "own.yaml")
            return []
        } catch {
            return error.all
        }
    }

    @Test("the files of the product pass, names included")
    func shipped() throws {
        let paths = EmbeddedFiles.paths(under: "seeds/rules/") + EmbeddedFiles.paths(under: "seeds/schedules/")
        for path in paths where path.hasSuffix(".yaml") { #expect(try Self.problems(path, []) == [], "\(path)") }
    }

    @Test("the short names of tasks and attestations lead to names of the vocabulary")
    func shortNames() {
        let names = Vocabulary.names(of: .task) + Vocabulary.names(of: .item)
        let tokens = ShortNames.all.map(\.token)
        for task in [
            "hearing_screen", "newborn_blood_spot", "rop_exam", "head_us_term", "thyroid_repeat", "hepatitis_b_1",
            "car_seat_test", "caregiver_teaching_complete", "primary_care_and_specialty_appointments", "progress_note",
            "stage_summary",
        ] {
            #expect(names.contains(task) && tokens.contains(task), "\(task)")
        }
    }

    static let contradictions: [(from: String, to: String, low: String, high: String)] = [
        ("recheck_low: [36.0, 36.4]", "recheck_low: [36.0, 36.6]", "recheck_low 36.6", "low 36.5"),
        ("recheck_high: [37.5, 37.9]", "recheck_high: [37.4, 37.9]", "high 37.5", "recheck_high 37.4"),
        ("recheck_high: [37.5, 37.9]", "recheck_high: [38.5, 37.9]", "recheck_high 38.5", "recheck_high 37.9"),
        ("max_gap_h: 9", "max_gap_h: 30", "max_gap_h 30", "window_h 24"),
        ("tolerance_h: 12", "tolerance_h: 72", "tolerance_h 72", "window_h 72"),
        (
            "max_gap_h: 2, max_gap_h_per_care_day: 4", "max_gap_h: 5, max_gap_h_per_care_day: 4", "max_gap_h 5",
            "max_gap_h_per_care_day 4"
        ),
        ("{heart_rate_lt: 70,", "{heart_rate_ge: 80, heart_rate_lt: 60,", "heart_rate_ge 80", "heart_rate_lt 60"),
        ("apnoea_s_lt: 20", "apnoea_s_lt: 20\n        apnoea_s_min: 20", "apnoea_s_min 20", "apnoea_s_lt 20"),
        ("low: 36.5", "low: 38.5", "low 38.5", "high 37.5"),
    ]

    @Test(
        "H9: numbers of a rule file that contradict each other are refused with both keys and values",
        arguments: contradictions.indices)
    func contradictory(index: Int) throws {
        let slip = Self.contradictions[index]
        let found = try Self.problems(Self.rules, [(slip.from, slip.to)])
        #expect(found.count >= 1)
        guard case .emptyRange(let place, let low, let high, _)? = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect("\(low.key) \(low.value)" == slip.low && "\(high.key) \(high.value)" == slip.high)
        #expect(place.line > 1 && place.column > 1)
    }

    static let impossible: [(from: String, to: String, code: String)] = [
        ("ga_days_lt: 224", "ga_days_lt: 32", "outside"), ("ga_days_lt: 224", "ga_days_lt: 309", "outside"),
        ("bw_g_lt: 2000", "bw_g_lt: 2", "outside"),
        ("accept_with_followup: [refer]", "accept_with_followup: [refer, pass]", "inBoth"),
        ("holds_d: {collected: 14}", "holds_d: {normal: 14}", "inBoth"),
        ("followup_within_d: {refer: 90}", "followup_within_d: {abnormal: 90}", "notAllowed"),
        ("task: hearing_screen", "task: hearing_scren", "notNamed"),
        ("method: [aabr]", "method: [aaber]", "notNamed"),
        ("item: complications_controlled", "item: complications_controled", "notNamed"),
        ("target: feeding_volume", "target: feeding_volumes", "notNamed"),
    ]

    @Test(
        "H9: impossible facts, results counted twice and unknown names are refused with their line",
        arguments: impossible.indices)
    func refused(index: Int) throws {
        let slip = Self.impossible[index]
        let found = try Self.problems(Self.rules, [(slip.from, slip.to)])
        #expect(found.count == 1 && String(describing: found).contains(slip.code), "\(found)")
        #expect((found.first?.place?.line ?? 0) > 1)
    }

    @Test("a unit's own names are declared in the file")
    func own() throws {
        let slip = ("task: hearing_screen", "task: hip_ultrasound")
        let declared = ("jurisdiction: CN", "jurisdiction: CN\nown_tasks: [hip_ultrasound]")
        #expect(try Self.problems(Self.rules, [slip]).count == 1)
        #expect(try Self.problems(Self.rules, [slip, declared]).isEmpty)
        let done = ("done: {tasks: [bcg]", "done: {tasks: [bcg_clinic]")
        #expect(try Self.problems(Self.schedule, [done]).count == 1)
        #expect(
            try Self.problems(Self.schedule, [done, ("closing_h: 72", "closing_h: 72\nown_tasks: [bcg_clinic]")])
                .isEmpty)
    }

    @Test("everything that is wrong is named in one run, in the order of the file")
    func several() throws {
        let shapes = try Self.problems(
            Self.rules,
            [
                ("unit: g, ", ""), ("kind: gain_rate", "kind: gain"), ("min_h: 168", "min_h: 7 d"),
                ("jurisdiction: CN", "owner: me"),
            ])
        #expect(
            shapes.count == 4 && shapes.compactMap { $0.place?.line } == shapes.compactMap { $0.place?.line }.sorted())
        let meanings = try Self.problems(
            Self.rules,
            [
                ("unit: g, ", "unit: kg, "), ("unit: Cel", "unit: F"),
                ("event: significant_cardio", "event: significant"),
                ("task: hearing_screen", "task: hearing_scren"), ("max_gap_h: 9", "max_gap_h: 30"),
            ])
        #expect(meanings.count == 5, "\(meanings)")
        #expect(
            try Self.problems(Self.schedule, [("id: rop_first_us", "id: rop_first_cn"), ("src: [VCGS]", "src: [VCG]")])
                .count == 2)
    }

    static let windows: [(from: String, to: String, low: String?)] = [
        ("{from: {pna_d: 4}, by: {pna_d: 7}}", "{from: {pna_d: 7}, by: {pna_d: 4}}", "from pna_d 7"),
        ("{from: {pna_h: 24}, by: {pna_h: 48}}", "{from: {pna_h: 49}, by: {pna_h: 48}}", "from pna_h 49"),
        ("{from: {pna_d: 4}, by: {pna_d: 7}}", "{from: {pna_d: 7}, by: {pna_h: 48}}", "from pna_d 7"),
        ("{from: {pna_d: 4}, by: {pna_d: 7}}", "{from: {pna_mo: 1}, by: {pna_d: 7}}", "from pna_mo 1"),
        ("by: {later_of: [{pna_d: 42}, {pma_d: 230}]}", "by: {later_of: [{pna_d: 21}, {pma_d: 210}]}", "from pna_d 28"),
        (
            "by: {earlier_of: [{pna_d: 21}, {discharge_d: 0}]}", "by: {earlier_of: [{pna_d: 13}, {discharge_d: 0}]}",
            "from pna_d 14"
        ),
        ("{from: {after_d: 7}, by: {after_d: 10}}", "{from: {after_d: 11}, by: {after_d: 10}}", "from after_d 11"),
        // One clock may be late where the other is early.
        ("by: {later_of: [{pna_d: 42}, {pma_d: 230}]}", "by: {later_of: [{pna_d: 21}, {pma_d: 230}]}", nil),
        ("{from: {pna_d: 4}, by: {pna_d: 7}}", "{from: {pna_d: 4}, by: {pna_h: 96}}", nil),
        ("{from: {pna_d: 4}, by: {pna_d: 7}}", "{from: {pna_d: 7}, by: {pma_d: 200}}", nil),
    ]

    @Test("a window that ends before it opens is refused with its place and both ends", arguments: windows.indices)
    func window(index: Int) throws {
        let slip = Self.windows[index]
        let found = try Self.problems(Self.schedule, [(slip.from, slip.to)])
        guard let low = slip.low else {
            #expect(found.isEmpty, "\(found)")
            return
        }
        guard case .emptyRange(let place, let first, let last, _)? = found.first, found.count == 1 else {
            Issue.record("\(found)")
            return
        }
        #expect("\(first.key) \(first.value)" == low && last.key.hasPrefix("by ") && place.line > 1)
    }

    static let scheduleSlips: [(from: String, to: String)] = [
        ("tasks: [chd_screen, echocardiogram]", "tasks: [chd_screen, echocardiogramm]"),
        ("methods: [aabr]", "methods: [aaabr]"), ("{attested: full_feeding}", "{attested: full_feding}"),
        ("{stated: under_treatment}", "{stated: undertreatment}"),
        ("trigger: {problem: ivh", "trigger: {problem: ihv"), ("procedure: transfusion", "procedure: transfussion"),
        ("before_task: newborn_blood_spot", "before_task: new_blood_spot"), ("{ga_days_lt: 196}", "{ga_days_lt: 28}"),
    ]

    @Test("names and facts of a schedule are looked at as well", arguments: scheduleSlips.indices)
    func scheduleNames(index: Int) throws {
        let slip = Self.scheduleSlips[index]
        #expect(try Self.problems(Self.schedule, [(slip.from, slip.to)]).count == 1)
    }

    @Test("an edition that was installed earlier is still read: looking closely is for what comes new")
    func installedEarlier() throws {
        let text = try #require(EmbeddedFiles.text(at: Self.rules))
        let own = text.replacing("task: hearing_screen", with: "task: hearing_test", maxReplacements: 1)
        #expect(try RuleFile.load(text: own, path: "own.yaml").criteria.count == 25)
    }
}
