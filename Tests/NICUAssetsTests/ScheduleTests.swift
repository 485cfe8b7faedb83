import NICUAssets
import NICUCore
import Testing

/// An infant for the schedule, built in memory: born 2024-08-19 06:00 at +08:00 unless told otherwise.
struct Cot {
    static let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)
    static let birth = "2024-08-19T06:00:00+08:00"

    var entries: [Entry] = []

    /// An infant with its birth; `ga` and `grams` are left out where they are nil.
    init(ga: String? = "27+0", grams: Int? = 800, born: String = Cot.birth) throws {
        try add(Birth(sex: .female), at: born)
        if let ga { try add(Dating(gestationalAge: try GestationalAge(ga), method: .earlyUltrasound), at: born) }
        if let grams { try add(Measurement(quantity: .weight, value: grams, role: .birth), at: born) }
        try add(Admission(from: .birth), at: born)
    }

    mutating func add(_ body: any Body, at text: String) throws {
        let seq = Int64(entries.count + 1)
        let low = (0..<8).map { UInt8(truncatingIfNeeded: seq >> (8 * $0)) }
        let id = try #require(Identifier(bytes: [UInt8](repeating: 0, count: 8) + low.reversed()))
        entries.append(
            Entry(
                seq: seq, id: id, infant: nil, code: nil, operation: id, at: try Moment(iso: text, zone: Cot.zone),
                recorded: Instant(seconds: 0), by: "dr.he", source: "test", body: body))
    }

    func course(_ asOf: String) throws -> Course {
        let moment = try Moment(iso: asOf, zone: Cot.zone)
        let starts = [8, 16, 0].compactMap { ClockTime(hour: $0, minute: 0) }
        let careDay = try #require(ClockTime(hour: 7, minute: 0))
        return Course(
            infant: InfantID(entries[0].id), code: try #require(InfantCode("an-an")), asOf: moment,
            knownAt: .now(moment.latest), head: LedgerHead(seq: 1, digest: ""),
            clock: try #require(
                WardClock(zone: Cot.zone, careDayStart: careDay, shiftStarts: starts)),
            entries: entries.filter { $0.at.earliest <= moment.latest }, superseded: [])
    }

    func list(_ asOf: String, _ guidelines: Set<String> = ["CN"]) throws -> DueList {
        try RuleBook().schedule().due(
            try course(asOf), rules: try RuleLibrary.ruleSet(id: "cn-2017"), guidelines: guidelines)
    }

    func item(_ id: String, _ asOf: String, _ guidelines: Set<String> = ["CN", "US", "UK", "CA"]) throws -> DueItem {
        try #require(try list(asOf, guidelines).items.first { $0.id == id })
    }
}

@Suite("The schedule of screens, vaccines and visits")
struct ScheduleTests {
    static let eyes = ["rop_first_cn", "rop_first_us", "rop_first_uk", "rop_first_ca"]

    @Test("27+0 and 800 g: the first eye examination opens on day 28 under all four guidelines; 26+6 on day 29")
    func firstEyeExamination() throws {
        for id in Self.eyes {
            let item = try Cot().item(id, "2024-09-01")
            #expect(item.from?.day(in: Cot.zone) == Day("2024-09-16") && item.status == .later, "\(id)")
            #expect(try Cot().item(id, "2024-09-15").status == .later, "\(id)")
            #expect(try Cot().item(id, "2024-09-16").status == .due, "\(id)")
            #expect(try Cot(ga: "26+6").item(id, "2024-09-01").from?.day(in: Cot.zone) == Day("2024-09-17"), "\(id)")
        }
    }

    struct Need: Sendable {
        let ga: String?
        let grams: Int?
        /// Applies under CN, US, UK and CA; nil is unknown.
        let applies: [Bool?]
    }

    static let needs = [
        Need(ga: "30+0", grams: 2500, applies: [true, true, true, true]),
        Need(ga: "30+1", grams: 1501, applies: [true, false, true, true]),
        Need(ga: "30+6", grams: 2500, applies: [true, false, true, true]),
        Need(ga: "31+0", grams: 1501, applies: [true, false, false, false]),
        Need(ga: "31+0", grams: 1500, applies: [true, true, true, false]),
        Need(ga: "33+0", grams: 1250, applies: [true, true, true, true]),
        Need(ga: "33+0", grams: 1251, applies: [true, true, true, false]),
        Need(ga: "31+6", grams: 2500, applies: [true, false, false, false]),
        Need(ga: "32+0", grams: 1999, applies: [true, false, false, false]),
        Need(ga: "32+0", grams: 2000, applies: [false, false, false, false]),
        Need(ga: nil, grams: 2000, applies: [nil, nil, nil, nil]),
        Need(ga: "30+0", grams: nil, applies: [true, true, true, true]),
        Need(ga: "34+0", grams: nil, applies: [nil, nil, nil, nil]),
    ]

    @Test("who needs an eye examination, at every limit; a missing fact is unknown and is named", arguments: needs)
    func whoNeedsEyes(need: Need) throws {
        let cot = try Cot(ga: need.ga, grams: need.grams)
        for (id, applies) in zip(Self.eyes, need.applies) {
            let item = try cot.item(id, "2024-08-25")
            switch applies {
            case true?: #expect(item.status == .later, "\(id) \(need)")
            case false?: #expect(item.status == .notApplicable, "\(id) \(need)")
            case nil:
                #expect(item.status == .unknown, "\(id) \(need)")
                guard case .missing(let facts) = item.reason else {
                    Issue.record("\(id): \(item.reason)")
                    continue
                }
                #expect(facts.contains(.birth(need.ga == nil ? .gestationalAge : .birthWeight)), "\(id)")
            }
        }
    }

    @Test("between 1501 g and 2000 g the American guideline leaves it to the physician")
    func discretionary() throws {
        let item = try Cot(ga: "31+0", grams: 1800).item("rop_first_us", "2024-09-20")
        #expect(item.status == .notApplicable && item.reason == .notApplicable(isDiscretionary: true))
    }

    @Test("an applicable infant of unknown gestational age: when is unknown, never a guess")
    func unknownWhen() throws {
        let item = try Cot(ga: nil, grams: 900).item("rop_first_cn", "2024-10-20")
        #expect(item.status == .unknown && item.reason == .missing([.birth(.gestationalAge)]))
    }

    @Test("a window opens, closes and is over to the day")
    func days() throws {
        let expected: [(String, DueStatus)] = [
            ("2024-09-27T00:00:00+08:00", .due), ("2024-09-28T00:00:00+08:00", .closing),
            ("2024-09-30T23:59:59+08:00", .closing), ("2024-10-01T00:00:00+08:00", .overdue),
        ]
        for (asOf, status) in expected {
            #expect(try Cot().item("rop_first_cn", asOf).status == status, "\(asOf)")
        }
    }

    @Test("a window in hours opens and is over to the second")
    func seconds() throws {
        let expected: [(String, DueStatus)] = [
            ("2024-08-19T11:59:59+08:00", .later), ("2024-08-19T12:00:00+08:00", .closing),
            ("2024-08-22T06:00:00+08:00", .closing), ("2024-08-22T06:00:01+08:00", .overdue),
        ]
        for (asOf, status) in expected { #expect(try Cot().item("heart_cn", asOf).status == status, "\(asOf)") }
    }

    @Test("done by a result, not by one that says not done; what came too early does not count")
    func done() throws {
        var cot = try Cot()
        try cot.add(Check(task: "rop_exam", result: .notDone), at: "2024-09-17T10:00:00+08:00")
        let missed = try cot.item("rop_first_cn", "2024-09-18")
        #expect(missed.status == .due)
        guard case .notYet(.notDone, _) = missed.reason else { throw missed.reason.unexpected }
        try cot.add(Check(task: "rop_exam", result: .immature), at: "2024-09-19T10:00:00+08:00")
        #expect(try cot.item("rop_first_cn", "2024-09-20").status == .done)
        #expect(try cot.item("rop_first_cn", "2024-09-18").status == .due)
        // The first blood spot is not the repeat.
        try cot.add(Check(task: "newborn_blood_spot", result: .normal), at: "2024-08-23T10:00:00+08:00")
        #expect(try cot.item("blood_spot_first_cn", "2024-09-10", ["CN"]).status == .done)
        #expect(try cot.item("blood_spot_repeat", "2024-09-10", ["CN"]).status == .due)
        try cot.add(Check(task: "newborn_blood_spot", result: .collected), at: "2024-09-09T10:00:00+08:00")
        #expect(try cot.item("blood_spot_repeat", "2024-09-10", ["CN"]).status == .done)
    }

    @Test("a vaccine counts by its product; one that was not given does not")
    func vaccine() throws {
        var cot = try Cot(ga: "33+0", grams: 2100)
        try cot.add(Perinatal(maternalHbsag: .negative), at: Cot.birth)
        try cot.add(
            Immunisation(given: Product(product: "Hepatitis B", notGivenReason: "unstable")),
            at: "2024-08-19T08:00:00+08:00")
        #expect(try cot.item("hepatitis_b_1_cn", "2024-08-20T06:00:01+08:00").status == .overdue)
        try cot.add(
            Immunisation(given: Product(product: "hepatitis-b (recombinant)")), at: "2024-08-20T08:00:00+08:00")
        #expect(try cot.item("hepatitis_b_1_cn", "2024-08-21").status == .done)
    }

    @Test("hepatitis B by the mother's antigen; not recorded is unknown")
    func mother() throws {
        let windows: [(Perinatal.Antigen, Int, String)] = [
            (.positive, 2100, "2024-08-19"), (.unknown, 900, "2024-08-19"), (.negative, 2100, "2024-08-20"),
        ]
        for (antigen, grams, day) in windows {
            var cot = try Cot(ga: "33+0", grams: grams)
            #expect(try cot.item("hepatitis_b_1_cn", "2024-08-19T19:00:00+08:00").reason == .missing([.mother]))
            try cot.add(Perinatal(maternalHbsag: antigen), at: Cot.birth)
            let item = try cot.item("hepatitis_b_1_cn", "2024-08-19T07:00:00+08:00")
            #expect(item.by?.day(in: Cot.zone) == Day(day), "\(antigen)")
        }
        var small = try Cot()
        try small.add(Perinatal(maternalHbsag: .negative), at: Cot.birth)
        let item = try small.item("hepatitis_b_1_us_negative", "2024-09-01")
        #expect(item.by?.day(in: Cot.zone) == Day("2024-09-18") && item.beforeDischarge)
        #expect(try small.item("hepatitis_b_1_us_positive", "2024-09-01").status == .notApplicable)
    }

    @Test("a result that asks for another look: no appointment is due at once, a missed one is overdue")
    func results() throws {
        let examined = "2024-09-19T10:00:00+08:00"
        var cot = try Cot()
        try cot.add(Check(task: "rop_exam", result: .immature), at: examined)
        let open = try cot.item("rop_exam.next", "2024-09-20")
        #expect(open.status == .due && open.by?.day(in: Cot.zone) == Day("2024-10-10"))
        #expect(try cot.item("rop_exam.next", "2024-10-11").status == .overdue)
        var booked = try Cot()
        let appointment = WrittenTime(try Moment(iso: "2024-10-03T09:00:00+08:00", zone: Cot.zone))
        try booked.add(
            Check(task: "rop_exam", result: .immature, followUp: appointment, place: "eye clinic"), at: examined)
        #expect(try booked.item("rop_exam.next", "2024-09-20").status == .later)
        #expect(try booked.item("rop_exam.next", "2024-10-03").status == .closing)
        #expect(try booked.item("rop_exam.next", "2024-10-04").status == .overdue)
        try booked.add(Check(task: "rop_exam", result: .complete), at: "2024-10-03T10:00:00+08:00")
        #expect(try booked.list("2024-10-04").items.allSatisfy { $0.id != "rop_exam.next" })
        var sample = try Cot()
        try sample.add(Check(task: "newborn_blood_spot", result: .collected), at: "2024-08-23T10:00:00+08:00")
        #expect(try sample.item("newborn_blood_spot.next", "2024-08-25").status == .due)
        #expect(try sample.item("newborn_blood_spot.next", "2024-09-07").status == .overdue)
    }

    static let appointments: [(at: String?, place: String?, reads: AppointmentFault?)] = [
        (nil, nil, AppointmentFault.none), ("2024-10-03T09:00:00+08:00", nil, .noPlace),
        ("2024-10-03T09:00:00+08:00", " ", .noPlace), ("2024-10-12T09:00:00+08:00", "eye clinic", nil),
    ]

    @Test(
        "an appointment that readiness does not take for one is none here: due at once until the limit, overdue after, with the reason",
        arguments: appointments.indices)
    func rejected(index: Int) throws {
        let (at, place, fault) = Self.appointments[index]
        var cot = try Cot()
        let time = try at.map { WrittenTime(try Moment(iso: $0, zone: Cot.zone)) }
        try cot.add(
            Check(task: "rop_exam", result: .immature, followUp: time, place: place), at: "2024-09-19T10:00:00+08:00")
        let open = try cot.item("rop_exam.next", "2024-09-20")
        #expect(open.status == .due && open.by?.day(in: Cot.zone) == Day("2024-10-10"))
        #expect(try cot.item("rop_exam.next", "2024-10-11").status == .overdue)
        guard case .followUp(_, _, _, _, _, let found) = open.reason else { throw open.reason.unexpected }
        // The same words as the criterion's.
        let ready = evaluate(try RuleLibrary.ruleSet(id: "cn-2017"), try cot.course("2024-09-20T08:00:00+08:00"))
        guard case .appointment(_, _, let rejected) = ready.criterion("rop_exam")?.reason else {
            Issue.record("\(String(describing: ready.criterion("rop_exam")?.reason))")
            return
        }
        #expect(found == rejected && (fault == nil || fault == found))
    }

    @Test("what was put off stands once, by its appointment")
    func deferred() throws {
        var cot = try Cot(ga: "33+0", grams: 2100)
        try cot.add(Perinatal(maternalHbsag: .negative), at: Cot.birth)
        let appointment = WrittenTime(try Moment(iso: "2024-09-19T09:00:00+08:00", zone: Cot.zone))
        try cot.add(
            Check(task: "hepatitis_b_1", result: .deferred, followUp: appointment, place: "ward"),
            at: "2024-08-19T10:00:00+08:00")
        let ids = try cot.list("2024-09-01").items.map(\.id)
        #expect(ids.contains("hepatitis_b_1.next") && !ids.contains("hepatitis_b_1_cn"))
    }

    @Test("a transfusion counts before the sample, a haemorrhage from grade II")
    func triggers() throws {
        var cot = try Cot()
        #expect(try cot.item("blood_spot_after_transfusion", "2024-09-15").status == .notApplicable)
        try cot.add(Check(task: "newborn_blood_spot", result: .normal), at: "2024-08-23T10:00:00+08:00")
        var late = cot
        try late.add(Procedure(what: "transfusion"), at: "2024-08-24T10:00:00+08:00")
        #expect(try late.item("blood_spot_after_transfusion", "2024-09-15").status == .notApplicable)
        try cot.add(Procedure(what: "transfusion"), at: "2024-08-22T10:00:00+08:00")
        let repeated = try cot.item("blood_spot_after_transfusion", "2024-09-12")
        #expect(repeated.status == .due && repeated.from?.day(in: Cot.zone) == Day("2024-09-12"))
        for (grade, status) in [("I", DueStatus.notApplicable), ("II", .later), ("IV", .later)] {
            var bled = try Cot()
            try bled.add(Problem(code: "ivh", grade: grade, onset: Day("2024-08-22")), at: "2024-08-22T10:00:00+08:00")
            let item = try bled.item("head_us_recheck", "2024-08-23")
            #expect(item.status == status, "\(grade)")
            if status == .later { #expect(item.from?.day(in: Cot.zone) == Day("2024-08-29")) }
        }
    }

    @Test("a waiver is shown as waived until it ends")
    func waived() throws {
        var cot = try Cot()
        let until = WrittenTime(try Moment(iso: "2024-10-05T08:00:00+08:00", zone: Cot.zone))
        try cot.add(Waiver(criterion: "rop_first", until: until), at: "2024-10-01T08:00:00+08:00")
        #expect(try cot.item("rop_first_cn", "2024-10-02").status == .waived)
        #expect(try cot.item("rop_first_cn", "2024-10-06").status == .overdue)
    }

    @Test("a waiver limited to a rule set never touches the schedule")
    func waivedInRulesOnly() throws {
        var cot = try Cot()
        try cot.add(Waiver(criterion: "hearing", rules: "cn-2017"), at: "2024-10-01T08:00:00+08:00")
        #expect(try cot.item("hearing_cn", "2024-10-02").status != .waived)
        try cot.add(Waiver(criterion: "hearing"), at: "2024-10-01T09:00:00+08:00")
        #expect(try cot.item("hearing_cn", "2024-10-02").status == .waived)
    }

    @Test("the class of follow-up: known by birth alone when high, else only when attested")
    func classes() throws {
        #expect(try Cot().list("2024-09-01").visitClass?.id == "high")
        #expect(try Cot(ga: "33+6", grams: 2500).list("2024-09-01").visitClass?.id == "high")
        #expect(try Cot(ga: "34+0", grams: 1999).list("2024-09-01").visitClass?.id == "high")
        var late = try Cot(ga: "34+0", grams: 2000)
        let open = try late.list("2024-09-01")
        #expect(open.visitClass == nil && !open.missingForClass.isEmpty)
        for (item, value) in [("no_severe_complication", true), ("good_early_gain", true)] {
            try late.add(Attestation(item: item, value: value), at: "2024-08-30T08:00:00+08:00")
        }
        #expect(try late.list("2024-09-01").visitClass == nil)
        try late.add(Attestation(item: "feeding_difficulty", value: false), at: "2024-08-30T08:00:00+08:00")
        #expect(try late.list("2024-09-01").visitClass?.id == "low")
        try late.add(Problem(code: "ivh", grade: "III"), at: "2024-08-31T08:00:00+08:00")
        #expect(try late.list("2024-09-01").visitClass?.id == "high")
    }

    @Test("the visits after discharge on day 93 at 40+2: 14 days apart, then by calendar months of corrected age")
    func visits() throws {
        var cot = try Cot()
        #expect(try cot.list("2024-11-19").visits.isEmpty)
        try cot.add(Discharge(to: .home), at: "2024-11-20T10:00:00+08:00")
        let list = try cot.list("2024-11-21")
        let days = [
            "2024-12-04", "2024-12-18", "2025-01-18", "2025-02-18", "2025-03-18", "2025-04-18", "2025-05-18",
            "2025-07-18", "2025-09-18", "2025-11-18", "2026-05-18", "2026-11-18",
        ]
        #expect(list.visits.map(\.description) == days)
        #expect(try cot.item("follow_up_visit", "2024-12-04").status == .closing)
        #expect(try cot.item("follow_up_visit", "2024-12-05").status == .overdue)
        try cot.add(FollowUp(place: "clinic"), at: "2024-12-05T10:00:00+08:00")
        let next = try cot.item("follow_up_visit", "2024-12-06")
        #expect(next.status == .due && next.by?.day(in: Cot.zone) == Day("2024-12-19"))
    }

    @Test(
        "after death and after treatment was withdrawn nothing is listed", arguments: [Destination.death, .withdrawal])
    func ended(by destination: Destination) throws {
        var cot = try Cot()
        try cot.add(Discharge(to: destination), at: "2024-09-01T10:00:00+08:00")
        #expect(try cot.list("2024-09-02").items.isEmpty)
    }

    @Test("a unit sees its own guidelines; where they are silent those of no country, else all")
    func guidelines() throws {
        let schedule = try RuleBook().schedule()
        let ids = schedule.items(of: ["CN"]).map(\.id)
        #expect(ids.contains("rop_first_cn") && !ids.contains("rop_first_us"))
        #expect(ids.contains("head_us_term") && !ids.contains("head_us_term_ca"))
        #expect(ids.contains("nirsevimab_us") && ids.contains("head_us_1_ca") && ids.contains("head_us_1_us"))
        #expect(Set(schedule.guidelines) == ["CN", "US", "UK", "CA"])
        for item in schedule.items {
            #expect(item.sources.allSatisfy { schedule.source($0) != nil } && !item.sources.isEmpty, "\(item.id)")
        }
    }

    @Test("what comes first is what presses most")
    func order() throws {
        let statuses = try Cot().list("2024-10-05", ["CN", "US", "UK", "CA"]).items.map(\.status)
        let ranks = statuses.map { DueStatus.allCases.firstIndex(of: $0) ?? 99 }
        #expect(ranks == ranks.sorted() && Set(statuses).count >= 4)
    }

    static let slips: [(from: String, to: String, code: String)] = [
        ("pma_d: 217}]}, by: {later_of: [{pna_d: 42}", "pma_days: 217}]}, by: {later_of: [{pna_d: 42}", "unknownKey"),
        ("basis: guideline\n    src: [CN-ROP2014]", "basis: guide\n    src: [CN-ROP2014]", "notAllowed"),
        ("src: [CN-ROP2014]", "src: [CN-ROP]", "notDefined"),
        ("id: rop_first_us", "id: rop_first_cn", "twice"),
        ("applies_if: {any_of: [{ga_days_lt: 224}, {bw_g_lt: 2000}]}", "applies_if: {any_of: []}", "emptyList"),
        ("done: {tasks: [rop_exam]}\n    note", "done: {}\n    note", "missingKey"),
        ("closing_h: 72", "closing_h: 3 d", "wrongType"),
        ("version: 0.1.0", "version: 1", "wrongType"),
        ("schema: nicu-schedule/1", "schema: nicu-readiness-rules/1", "wrongSchema"),
        ("{until_corrected_mo: 6, every_mo: 1}", "{until_corrected_mo: 6}", "missingKey"),
        ("{until_corrected_mo: 6, every_mo: 1}", "{until_corrected_mo: 1, every_mo: 1}", "emptyRange"),
        ("{pna_h: 12}", "{pna_h: 12, pna_d: 1}", "missingKey"),
    ]

    @Test("a slip in the file is refused with its place", arguments: slips.indices)
    func refused(index: Int) throws {
        let slip = Self.slips[index]
        let text = try #require(EmbeddedFiles.text(at: "seeds/schedules/screens.yaml"))
        #expect(text.contains(slip.from), "\(slip.from)")
        let changed = text.replacing(slip.from, with: slip.to, maxReplacements: 1)
        let problem = #expect(throws: RuleFileProblem.self) { try ScheduleFile.load(text: changed, path: "own.yaml") }
        #expect(problem.map { String(describing: $0).hasPrefix(slip.code) } == true, "\(String(describing: problem))")
        #expect((problem?.place?.line ?? 0) > 1 || slip.code == "wrongSchema")
    }
}

extension DueReason {
    /// An error that shows what came instead.
    fileprivate var unexpected: Unexpected { Unexpected(reason: self) }
}

private struct Unexpected: Error { let reason: DueReason }
