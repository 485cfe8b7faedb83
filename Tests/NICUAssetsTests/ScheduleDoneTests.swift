import NICUAssets
import NICUCore
import Testing

@Suite("What counts as done in the schedule")
struct ScheduleDoneTests {
    static let screened = "2024-09-10T10:00:00+08:00"

    @Test("a hearing screen in intensive care counts by AABR; by another method it is open, without one unknown")
    func method() throws {
        for (method, status) in [("aabr", DueStatus.done), ("oae", .due), (nil, .unknown)] {
            var cot = try Cot()
            try cot.add(Check(task: "hearing_screen", result: .pass, method: method), at: Self.screened)
            let item = try cot.item("hearing_cn", "2024-09-12")
            #expect(item.status == status, "\(String(describing: method))")
            switch item.reason {
            case .done: #expect(method == "aabr")
            case .otherMethod(_, let method, _, let accepted): #expect(method == "oae" && accepted == ["aabr"])
            case .methodMissing(let task, _, _): #expect(method == nil && task == "hearing_screen")
            default: Issue.record("\(item.reason)")
            }
            // What readiness says of the same record.
            let ready = evaluate(try RuleLibrary.ruleSet(id: "cn-2017"), try cot.course("2024-09-12T08:00:00+08:00"))
            let verdict: Verdict = method == nil ? .unknown : method == "aabr" ? .met : .notMet
            #expect(ready.criterion("hearing")?.verdict == verdict)
        }
    }

    @Test("a later screen by the right method settles it")
    func repeated() throws {
        var cot = try Cot()
        try cot.add(Check(task: "hearing_screen", result: .pass, method: "oae"), at: Self.screened)
        try cot.add(Check(task: "hearing_screen", result: .pass, method: "aabr"), at: "2024-09-11T10:00:00+08:00")
        #expect(try cot.item("hearing_cn", "2024-09-12").status == .done)
        #expect(try cot.item("hearing_cn", "2024-09-11T09:00:00+08:00").status == .due)
    }

    @Test("one ear alone leaves the screen unknown; one that refers asks for its appointment whatever the other says")
    func ears() throws {
        var cot = try Cot()
        func screen(_ result: Check.Result, _ ear: String) -> Check {
            Check(task: "hearing_screen", result: result, method: "aabr", ear: ear)
        }
        try cot.add(screen(.refer, "right"), at: Self.screened)
        let one = try cot.item("hearing_cn", "2024-09-12")
        #expect(one.status == .unknown)
        guard case .earMissing(_, "left", _) = one.reason else {
            Issue.record("\(one.reason)")
            return
        }
        try cot.add(screen(.pass, "left"), at: "2024-09-11T10:00:00+08:00")
        #expect(try cot.item("hearing_cn", "2024-09-12").status == .done)
        #expect(try cot.item("hearing_screen.next", "2024-09-12").status == .due)
        try cot.add(screen(.pass, "both"), at: "2024-09-12T10:00:00+08:00")
        #expect(try cot.list("2024-09-13").items.allSatisfy { $0.id != "hearing_screen.next" })
    }

    @Test("the American method is asked for after more than 120 h of stay, to the second")
    func afterStay() throws {
        for (asOf, status) in [("2024-08-24T06:00:00+08:00", DueStatus.done), ("2024-08-24T06:00:01+08:00", .unknown)] {
            var cot = try Cot(ga: "38+0", grams: 3000)
            try cot.add(Check(task: "hearing_screen", result: .pass), at: "2024-08-22T10:00:00+08:00")
            #expect(try cot.item("hearing_us", asOf).status == status)
        }
    }

    @Test(
        "referred after a short stay: a second screen by 42 days; after a long one the centre looks, not the second screen"
    )
    func rescreen() throws {
        var cot = try Cot(ga: "38+0", grams: 3000)
        #expect(try cot.item("hearing_rescreen_cn", "2024-08-21").status == .notApplicable)
        try cot.add(Check(task: "hearing_screen", result: .refer, method: "aabr"), at: "2024-08-22T10:00:00+08:00")
        var long = cot
        try cot.add(Discharge(to: .home), at: "2024-08-23T10:00:00+08:00")
        let item = try cot.item("hearing_rescreen_cn", "2024-09-01")
        #expect(item.status == .due && item.by?.day(in: Cot.zone) == Day("2024-09-30"))
        #expect(try cot.item("hearing_rescreen_cn", "2024-10-01").status == .overdue)
        try cot.add(Check(task: "hearing_screen", result: .pass), at: "2024-09-20T10:00:00+08:00")
        #expect(try cot.item("hearing_rescreen_cn", "2024-10-01").status == .done)
        try long.add(Discharge(to: .home), at: "2024-09-23T10:00:00+08:00")
        #expect(try long.item("hearing_rescreen_cn", "2024-10-01").status == .notApplicable)
        // Looked at again the same day and passed: one screen, nothing follows.
        var again = try Cot(ga: "38+0", grams: 3000)
        for (hour, result) in [("10", Check.Result.refer), ("14", .pass)] {
            try again.add(
                Check(task: "hearing_screen", result: result, method: "aabr"), at: "2024-08-22T\(hour):00:00+08:00")
        }
        #expect(try again.item("hearing_rescreen_cn", "2024-08-23").status == .notApplicable)
    }

    @Test("three counted doses after 1, 2 and 7 months; a dose counts once")
    func doses() throws {
        var cot = try Cot(ga: "33+0", grams: 1900)
        try cot.add(Perinatal(maternalHbsag: .positive), at: Cot.birth)
        let ids = (1...3).map { "hepatitis_b_extra_\($0)" }
        let days = try ids.map { try cot.item($0, "2024-08-20").from?.day(in: Cot.zone) }
        #expect(days == [Day("2024-09-19"), Day("2024-10-19"), Day("2025-03-19")])
        try cot.add(Immunisation(given: Product(product: "hepatitis b")), at: "2024-08-19T08:00:00+08:00")
        for (count, day) in ["2024-10-25", "2024-11-25", "2025-04-01"].enumerated() {
            #expect(try ids.map { try cot.item($0, "2025-04-02").status }.count { $0 == .done } == count)
            try cot.add(Immunisation(given: Product(product: "hepatitis b")), at: "\(day)T08:00:00+08:00")
        }
        #expect(try ids.allSatisfy { try cot.item($0, "2025-04-02").status == .done })
        var negative = try Cot(ga: "33+0", grams: 1900)
        try negative.add(Perinatal(maternalHbsag: .negative), at: Cot.birth)
        #expect(try ids.allSatisfy { try negative.item($0, "2025-04-02").status == .notApplicable })
    }

    @Test(
        "the first blood spot asks for full feeding without hiding; day 20 also under treatment, when that is attested")
    func bloodSpot() throws {
        var cot = try Cot(ga: "38+0", grams: 3000)
        let open = try cot.item("blood_spot_first_cn", "2024-08-23", ["CN"])
        #expect(open.awaits == [.attestation("full_feeding")] && open.status == .due)
        #expect(open.by?.day(in: Cot.zone) == Day("2024-08-26"))
        try cot.add(Attestation(item: "under_treatment", value: true), at: "2024-08-22T08:00:00+08:00")
        try cot.add(Attestation(item: "full_feeding", value: true), at: "2024-08-22T08:00:00+08:00")
        let later = try cot.item("blood_spot_first_cn", "2024-08-23", ["CN"])
        #expect(later.awaits.isEmpty && later.by?.day(in: Cot.zone) == Day("2024-09-08"))
        #expect(later.confidence == .read2 && later.basis == .guideline)
    }

    @Test("the RSV antibody: a week from birth when born in season, a week from leaving after a longer stay")
    func rsv() throws {
        var cot = try Cot(ga: "38+0", grams: 3000, born: "2024-11-10T06:00:00+08:00")
        try cot.add(
            Attestation(item: "maternal_rsv_vaccine_protective", value: false), at: "2024-11-11T08:00:00+08:00")
        #expect(try cot.item("nirsevimab_us", "2024-11-12").by?.day(in: Cot.zone) == Day("2024-11-17"))
        #expect(try cot.item("nirsevimab_us", "2024-11-20").beforeDischarge)
        try cot.add(Discharge(to: .home), at: "2024-11-25T10:00:00+08:00")
        #expect(try cot.item("nirsevimab_us", "2024-11-26").by?.day(in: Cot.zone) == Day("2024-12-02"))
    }

    @Test("an end of a window that no source states says so")
    func localEnds() throws {
        let repeated = try Cot().item("blood_spot_repeat_ca", "2024-09-03")
        #expect(repeated.fromBasis == .operational && repeated.byBasis == nil && repeated.basis == .guideline)
        #expect(repeated.note != nil)
        var cot = try Cot()
        try cot.add(Procedure(what: "transfusion"), at: "2024-08-22T10:00:00+08:00")
        let transfused = try cot.item("blood_spot_after_transfusion", "2024-09-12")
        #expect(transfused.byBasis == .operational && transfused.fromBasis == nil && transfused.note != nil)
    }

    @Test("above 30+0 the American guideline leaves the eye examination to the physician")
    func discretionary() throws {
        let item = try Cot(ga: "31+0", grams: 2400).item("rop_first_us", "2024-09-20")
        #expect(item.reason == .notApplicable(isDiscretionary: true))
    }
}
