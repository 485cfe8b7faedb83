import NICUCore
import Testing

@Suite("Readiness: screens and appointments")
struct TaskTests {
    func verdict(_ id: String, _ checks: [(Check, Int64)]) throws -> Verdict {
        var chart = try Chart.ready()
        chart.remove { ($0 as? Check).map { check in checks.contains { $0.0.task == check.task } } ?? false }
        for (check, ago) in checks { try chart.add(check, ago: ago) }
        return try chart.verdict(id)
    }

    func eyes(_ followUp: String?, place: String? = "eye clinic", result: Check.Result = .immature) -> Check {
        Check(task: "rop_exam", result: result, followUp: followUp.flatMap { WrittenTime($0) }, place: place)
    }

    @Test("H8: the appointment is counted from the examination, in hours")
    func within() throws {
        // Examined on 1 April at 08:00: 21 days end on 22 April at 08:00.
        for (time, expected) in [
            ("2026-04-22T07:59:59+08:00", Verdict.met), ("2026-04-22T08:00:00+08:00", .met),
            ("2026-04-22T08:00:01+08:00", .notMet), ("2026-04-04T08:00:01+08:00", .met),
            ("2026-04-04T08:00:00+08:00", .notMet), ("2026-04-03T08:00:00+08:00", .notMet),
            ("2026-04-21", .met), ("2026-04-22", .unknown), ("2026-04-23", .notMet), ("2026-04-04", .unknown),
        ] {
            #expect(try verdict("rop", [(eyes(time), days(3))]) == expected, "\(time)")
        }
    }

    @Test("H7: an appointment without place and date is none")
    func place() throws {
        #expect(try verdict("rop", [(eyes(nil), days(3))]) == .notMet)
        #expect(try verdict("rop", [(eyes("2026-04-14T09:00:00+08:00", place: nil), days(3))]) == .notMet)
    }

    @Test("Without a limit any future appointment will do; the end of screening needs none")
    func others() throws {
        #expect(try verdict("rop", [(eyes("2026-09-01", result: .treated), days(3))]) == .met)
        #expect(try verdict("rop", [(eyes(nil, place: nil, result: .complete), days(3))]) == .met)
        #expect(try verdict("rop", [(eyes("2026-04-14", result: .ropNoTreatment), days(3))]) == .notMet)
        #expect(try verdict("rop", [(eyes(nil, result: .notDone), days(3))]) == .notMet)
        #expect(try verdict("rop", [(eyes("2026-04-14"), days(3)), (eyes(nil, result: .notDone), days(1))]) == .notMet)
    }

    @Test("H8: a sample without a result holds for its days, then nothing is known")
    func holds() throws {
        for (past, expected) in [(Int64(-1), Verdict.met), (0, .met), (1, .unknown)] {
            let sample = Check(task: "newborn_blood_spot", result: .collected)
            #expect(try verdict("blood_spot", [(sample, days(14) + past)]) == expected)
        }
        #expect(try verdict("blood_spot", [(Check(task: "newborn_blood_spot", result: .abnormal), 0)]) == .notMet)
    }

    @Test("H7: a hearing screen names method and ear")
    func hearing() throws {
        func screen(_ result: Check.Result, _ method: String?, _ ear: String? = nil) -> Check {
            Check(task: "hearing_screen", result: result, method: method, ear: ear)
        }
        for (checks, expected) in [
            ([screen(.pass, "aabr")], Verdict.met), ([screen(.pass, nil)], .unknown),
            ([screen(.pass, "oae")], .notMet), ([screen(.refer, "aabr")], .notMet),
            ([screen(.pass, "aabr", "left")], .unknown),
            ([screen(.pass, "aabr", "left"), screen(.pass, "aabr", "right")], .met),
            ([screen(.pass, "aabr", "left"), screen(.refer, "aabr", "right")], .notMet),
            ([screen(.refer, "aabr", "right"), screen(.pass, "aabr", "left")], .notMet),
            ([screen(.pass, "aabr"), screen(.refer, "aabr", "left")], .notMet),
            ([screen(.refer, "aabr", "left"), screen(.pass, "aabr", "both")], .met),
        ] {
            let dated = checks.enumerated().map { ($1, days(3) - Int64($0)) }
            #expect(try verdict("hearing", dated) == expected, "\(checks)")
        }
        var referred = screen(.refer, "aabr")
        referred.followUp = WrittenTime("2026-05-01")
        referred.place = "diagnostic centre"
        #expect(try verdict("hearing", [(referred, days(3))]) == .met)
    }

    @Test("H7: a dose counts by the mother's antigen and the weight at the time")
    func dose() throws {
        for (antigen, ago, expected) in [
            (Perinatal.Antigen.negative, days(90), Verdict.met), (.unknown, days(1), .unknown),
            (.positive, hours(2), .met), (.positive, days(93), .notMet), (.positive, days(60), .unknown),
        ] {
            var chart = try Chart.ready()
            chart.remove { $0 is Perinatal || ($0 as? Check)?.task == "hepatitis_b_1" }
            try chart.add(Perinatal(maternalHbsag: antigen), ago: days(93))
            try chart.add(Check(task: "hepatitis_b_1", result: .given), ago: ago)
            #expect(try chart.verdict("hepatitis_b") == expected, "\(antigen) \(ago)")
        }
    }

    @Test(
        "H7: a dose may be put off by the mother's antigen alone: unknown without it, due at once where it is positive")
    func putOff() throws {
        let test = TaskDone(
            task: "hepatitis_b_1", accept: [.given], acceptWithFollowUp: [.deferred],
            mother: .init(minGramsIfPositive: 2000, weightMaxAge: Hours(168)))
        let rules = Rules.local("hepatitis_b", .taskDone(test))
        var booked = Check(task: "hepatitis_b_1", result: .deferred)
        booked.followUp = WrittenTime("2026-05-01")
        booked.place = "clinic"
        var unplaced = booked
        unplaced.place = nil
        for (antigen, check, expected) in [
            (Perinatal.Antigen.negative, booked, Verdict.met), (.unknown, booked, .unknown), (nil, booked, .unknown),
            (.positive, booked, .notMet), (.negative, unplaced, .notMet), (.unknown, unplaced, .notMet),
        ] {
            var chart = try Chart.ready()
            chart.remove { $0 is Perinatal || ($0 as? Check)?.task == "hepatitis_b_1" }
            if let antigen { try chart.add(Perinatal(maternalHbsag: antigen), ago: days(93)) }
            try chart.add(check, ago: days(1))
            let answer = try #require(try chart.answer(rules).criterion("hepatitis_b"))
            #expect(answer.verdict == expected, "\(String(describing: antigen))")
            if antigen == .positive {
                #expect(answer.evidence.count == 2)
                guard case .doseDueAtOnce = answer.reason else {
                    Issue.record("\(answer.reason)")
                    continue
                }
            }
        }
    }
}
