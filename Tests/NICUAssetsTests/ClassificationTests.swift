import NICUAssets
import NICUCore
import Testing

@Suite("Classifications")
struct ClassificationTests {
    static func finding(_ scheme: String, _ cot: Cot, _ asOf: String = "2025-02-01") throws -> ClassFinding {
        let found = try ClassificationFile.embedded().findings(try cot.course(asOf))
        return try #require(found.first { $0.scheme.id == scheme })
    }

    static let gestation: [(String, String)] = [
        ("20+0", "extremely_preterm"), ("27+6", "extremely_preterm"), ("28+0", "very_preterm"),
        ("31+6", "very_preterm"), ("32+0", "moderate_preterm"), ("33+6", "moderate_preterm"),
        ("34+0", "late_preterm"), ("36+6", "late_preterm"), ("37+0", "term"), ("41+6", "term"), ("42+0", "post_term"),
    ]

    @Test("gestational age at every limit", arguments: gestation)
    func gestationalAge(age: String, expected: String) throws {
        #expect(try Self.finding("gestational_age", Cot(ga: age)).grade?.id == expected)
    }

    static let weights = [
        (999, "elbw"), (1000, "vlbw"), (1499, "vlbw"), (1500, "lbw"), (2499, "lbw"), (2500, "normal"),
        (3999, "normal"), (4000, "high"),
    ]

    @Test("birth weight at every limit", arguments: weights)
    func birthWeight(grams: Int, expected: String) throws {
        #expect(try Self.finding("birth_weight", Cot(grams: grams)).grade?.id == expected)
    }

    static let temperatures = [
        (319, "severe_hypothermia"), (320, "moderate_hypothermia"), (359, "moderate_hypothermia"),
        (360, "mild_hypothermia"), (364, "mild_hypothermia"), (365, "normal"), (375, "normal"), (376, "raised"),
    ]

    @Test("temperature at every limit", arguments: temperatures)
    func temperature(tenths: Int, expected: String) throws {
        var cot = try Cot()
        let value = Measurement(quantity: .temperature, value: tenths, site: "axillary", bed: "open_crib")
        try cot.add(value, at: "2024-09-01T08:00:00+08:00")
        #expect(try Self.finding("temperature_who", cot).grade?.id == expected)
    }

    @Test("unknown facts have no class, and say which is missing")
    func unknown() throws {
        #expect(try Self.finding("gestational_age", Cot(ga: nil)).gap == .missing([.gestationalAge]))
        #expect(try Self.finding("birth_weight", Cot(grams: nil)).gap == .missing([.birthWeight]))
        #expect(try Self.finding("temperature_who", Cot()).gap == .notRecorded)
        #expect(try Self.finding("bpd_2019", Cot(ga: nil)).gap == .missing([.gestationalAge]))
        #expect(try Self.finding("bpd_2019", Cot(ga: "32+0")).gap == .notApplicable)
    }

    struct Support: Sendable {
        let value: String
        var fio2: Int?
        var flow: Int?
        /// By the 2019 and the 2001 definition; nil is no class.
        let grade2019: String?
        let grade2001: String?
    }

    /// Ventilated with 30 % oxygen from birth, then on this from 2024-10-01; 36+0 is 2024-10-21.
    static let supports = [
        Support(value: "room_air", grade2019: "none", grade2001: "mild"),
        Support(value: "low_flow_oxygen", fio2: 25, grade2019: "1", grade2001: "moderate"),
        Support(value: "low_flow_oxygen", fio2: 29, grade2019: "1", grade2001: "moderate"),
        Support(value: "low_flow_oxygen", fio2: 30, grade2019: "1", grade2001: "severe"),
        Support(value: "low_flow_oxygen", grade2019: "1", grade2001: nil),
        Support(value: "low_flow_oxygen", fio2: 25, flow: 20, grade2019: "1", grade2001: "moderate"),
        Support(value: "low_flow_oxygen", fio2: 25, flow: 21, grade2019: "2", grade2001: "moderate"),
        Support(value: "low_flow_oxygen", fio2: 25, flow: 30, grade2019: "2", grade2001: "moderate"),
        Support(value: "high_flow", fio2: 23, flow: 20, grade2019: "1", grade2001: "moderate"),
        Support(value: "high_flow", fio2: 23, flow: 21, grade2019: "2", grade2001: "moderate"),
        Support(value: "high_flow", fio2: 23, grade2019: nil, grade2001: "moderate"),
        Support(value: "cpap", fio2: 21, grade2019: "2", grade2001: "severe"),
        Support(value: "nippv", grade2019: "2", grade2001: "severe"),
        Support(value: "ventilator", grade2019: "3", grade2001: "severe"),
        Support(value: "hfov", grade2019: "3", grade2001: "severe"),
    ]

    private static func lungs(_ support: Support) throws -> Cot {
        var cot = try Cot()
        try cot.add(
            State(aspect: Aspect.respiratorySupport, value: "ventilator", fio2Percent: 30), at: Cot.birth)
        try cot.add(
            State(
                aspect: Aspect.respiratorySupport, value: support.value, fio2Percent: support.fio2,
                flowTenthsLitre: support.flow), at: "2024-10-01T08:00:00+08:00")
        return cot
    }

    @Test("bronchopulmonary dysplasia by the support at 36+0, both definitions", arguments: supports)
    func support(support: Support) throws {
        let cot = try Self.lungs(support)
        #expect(try Self.finding("bpd_2019", cot).grade?.id == support.grade2019)
        #expect(try Self.finding("bpd_2001", cot).grade?.id == support.grade2001)
        let early = try Self.finding("bpd_2019", cot, "2024-10-20")
        #expect(early.gap == .notYet(try #require(Day("2024-10-21"))))
    }

    @Test("the most support of the day counts")
    func mostOfTheDay() throws {
        var cot = try Self.lungs(Support(value: "room_air", grade2019: nil, grade2001: nil))
        try cot.add(
            State(aspect: Aspect.respiratorySupport, value: "cpap", fio2Percent: 25), at: "2024-10-21T10:00:00+08:00")
        try cot.add(State(aspect: Aspect.respiratorySupport, value: "room_air"), at: "2024-10-21T12:00:00+08:00")
        #expect(try Self.finding("bpd_2019", cot).grade?.id == "2")
    }

    @Test(
        "28 days with more than 12 hours of oxygen each make the 2001 diagnosis, 27 do not; unrecorded oxygen is neither"
    )
    func oxygenDays() throws {
        for (end, expected) in [
            ("2024-09-15T12:00:00+08:00", "none"), ("2024-09-15T12:00:01+08:00", "mild"),
        ] {
            var cot = try Cot()
            // The day of birth has 18 hours of oxygen and counts.
            try cot.add(
                State(aspect: Aspect.respiratorySupport, value: "ventilator", fio2Percent: 30), at: Cot.birth)
            try cot.add(State(aspect: Aspect.respiratorySupport, value: "room_air"), at: end)
            #expect(try Self.finding("bpd_2001", cot).grade?.id == expected, "\(end)")
        }
        var vague = try Cot()
        try vague.add(State(aspect: Aspect.respiratorySupport, value: "cpap"), at: Cot.birth)
        try vague.add(
            State(aspect: Aspect.respiratorySupport, value: "room_air"), at: "2024-10-01T00:00:00+08:00")
        #expect(try Self.finding("bpd_2001", vague).gap == .oxygenDaysUncertain(certain: 0, possible: 43))
        #expect(try Self.finding("bpd_2001", Cot()).gap == .oxygenDaysUncertain(certain: 0, possible: 63))
    }

    @Test("left before the day: 2001 looks on the day of going home, 2019 has no class")
    func leftBefore() throws {
        var cot = try Self.lungs(Support(value: "room_air", grade2019: nil, grade2001: nil))
        try cot.add(Discharge(to: .home), at: "2024-10-15T10:00:00+08:00")
        #expect(try Self.finding("bpd_2019", cot).gap == .leftBefore(try #require(Day("2024-10-21"))))
        #expect(try Self.finding("bpd_2001", cot).grade?.id == "mild")
    }

    @Test("recorded grades are read as written; another one is said to be none of the scheme's")
    func recorded() throws {
        for (problem, grade, scheme) in [
            ("ivh", "iii", "ivh_papile"), ("nec", "IIA", "nec_bell"), ("rop", "4A", "rop_stage"),
            ("rop_zone", "posterior_II", "rop_zone"), ("rop_plus", "pre_plus", "rop_plus"),
            ("rop_aggressive", "present", "rop_aggressive"),
        ] {
            var cot = try Cot()
            try cot.add(Problem(code: problem, grade: grade), at: "2024-09-01T08:00:00+08:00")
            #expect(try Self.finding(scheme, cot).grade?.id.lowercased() == grade.lowercased())
            try cot.add(Problem(code: problem, grade: "x"), at: "2024-09-02T08:00:00+08:00")
            #expect(try Self.finding(scheme, cot).gap == .otherGrade("x"))
        }
        #expect(try Self.finding("ivh_papile", Cot()).gap == .notRecorded)
    }

    static let slips: [(from: String, to: String, code: String)] = [
        ("lt: 196", "le: 196", "unknownKey"), ("lt: 224, title", "lt: 190, title", "emptyRange"),
        ("lt: 36.5", "lt: 36.55", "surplusDigits"), ("kind: support", "kind: suport", "notAllowed"),
        ("at_pma_d: 252\n    grades:\n      - {id: none, s", "grades:\n      - {id: none, s", "missingKey"),
        ("id: birth_weight", "id: gestational_age", "twice"), ("src: [PAPILE1978]", "src: [PAPILE]", "notDefined"),
        ("{id: term, lt: 294, ", "{id: term, ", "missingKey"),
    ]

    @Test("a slip in the file is refused with its line", arguments: slips.indices)
    func refused(index: Int) throws {
        let slip = Self.slips[index]
        let text = try #require(EmbeddedFiles.text(at: "seeds/classifications/neonatal.yaml"))
        #expect(text.contains(slip.from))
        let changed = text.replacing(slip.from, with: slip.to, maxReplacements: 1)
        let problem = #expect(throws: RuleFileProblem.self) {
            try ClassificationFile.load(text: changed, path: "own.yaml")
        }
        #expect(problem.map { String(describing: $0).hasPrefix(slip.code) } == true, "\(String(describing: problem))")
        #expect((problem?.place?.line ?? 0) > 1)
    }
}
