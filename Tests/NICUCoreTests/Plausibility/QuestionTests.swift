import NICUCore
import Testing

@Suite("H2 H4 the possible and odd is asked about, with the likeliest slip")
struct QuestionTests {
    static let zone = AssessTests.zone

    /// A girl of 27+0 and 1000 g, weighed at six each morning until a day; 20 g a day after the tenth.
    static func course(days: Int, last: Int? = nil, extra: [(any Body, String)] = []) throws -> Course {
        var bodies: [(any Body, Moment)] = []
        let birth = try AssessTests.moment("2024-08-01T06:00")
        bodies.append((Birth(code: "an-an", sex: .female, order: 1, of: 2, siblings: ["bo-bo"]), birth))
        bodies.append((Dating(gestationalAge: GestationalAge(days: 189), method: .ivf), birth))
        bodies.append((Measurement(quantity: .weight, value: 1000, role: .birth), birth))
        for day in 1...max(days, 1) where day <= days {
            let grams = day <= 5 ? 1000 - 18 * day : day <= 10 ? 910 + 18 * (day - 5) : 1000 + 20 * (day - 10)
            let at = Moment(birth.instant + Int64(day) * 86_400, offsetMinutes: 480)
            bodies.append((Measurement(quantity: .weight, value: day == days ? last ?? grams : grams), at))
        }
        for (body, text) in extra { bodies.append((body, try AssessTests.moment(text))) }
        let base = try AssessTests.course()
        let entries = try bodies.enumerated().map { index, item in
            let id = try #require(Identifier(bytes: (0..<16).map { UInt8($0 == 15 ? index + 1 : 0) }))
            return Entry(
                seq: Int64(index + 1), id: id, infant: base.infant, code: base.code, operation: id, at: item.1,
                recorded: item.1.instant, by: "n", source: "test", body: item.0)
        }
        return Course(
            infant: base.infant, code: base.code, asOf: try AssessTests.moment("2024-10-01T08:00"),
            knownAt: .now(Instant(seconds: 0)), head: base.head, clock: base.clock, entries: entries, superseded: [])
    }

    static func asked(
        _ body: Measurement, _ at: String, in course: Course, beside: Surroundings = .none
    ) throws -> Assessment {
        assess(
            Draft(body, at: try AssessTests.moment(at)), in: course, code: "an-an",
            now: try AssessTests.moment("2024-10-01T08:00"), beside: beside)
    }

    // On day 31 some 1420 g are expected.
    @Test(
        "A weight by its distance from what is expected: nothing, ask, stop, refuse; with its cause",
        arguments: [
            (1420, [], nil, nil), (1365, [], nil, nil), (1475, [], nil, nil),
            (1240, [Question.Code.outsideExpected], Question.Level.ask, Question.Cause.digitsSwapped),
            (1700, [.outsideExpected], .ask, .equipment), (2420, [.farFromExpected], .stop, nil),
            (4120, [.farFromExpected], .stop, .digitsSwapped), (3131, [.farFromExpected], .stop, .pounds),
            (644, [.farFromExpected], .stop, .pounds), (946, [.farFromExpected], .stop, nil),
            (950, [.outsideExpected], .ask, nil),
        ] as [(Int, [Question.Code], Question.Level?, Question.Cause?)])
    func weights(grams: Int, codes: [Question.Code], level: Question.Level?, cause: Question.Cause?) throws {
        let course = try Self.course(days: 30)
        let found = try Self.asked(Measurement(quantity: .weight, value: grams), "2024-09-01T06:00", in: course)
        #expect(found.refusals.isEmpty)
        #expect(found.questions.map(\.code) == codes, "\(found.questions)")
        #expect(found.questions.first?.level == level)
        #expect(found.questions.first?.explanation?.cause == cause, "\(found.questions)")
    }

    @Test("The impossible names its slip too", arguments: [(14_200, Question.Cause.timesTen), (142, .tenth)])
    func impossible(grams: Int, cause: Question.Cause) throws {
        let course = try Self.course(days: 30)
        let found = try Self.asked(Measurement(quantity: .weight, value: grams), "2024-09-01T06:00", in: course)
        guard case .outsideRange(_, _, _, let explanation)? = found.refusals.first else {
            Issue.record("\(found)")
            return
        }
        #expect(explanation?.cause == cause && explanation?.value == 1420)
    }

    @Test("The interval widens with the root of the days since the last weight")
    func widens() throws {
        let course = try Self.course(days: 30)
        let next = try #require(course.expectedWeight(at: try AssessTests.moment("2024-09-01T06:00")))
        let fourDays = try #require(course.expectedWeight(at: try AssessTests.moment("2024-09-04T06:00")))
        #expect(next.contains(Int(next.middle) + 56) && !next.contains(Int(next.middle) + 59))
        #expect(fourDays.contains(Int(fourDays.middle * 1.079)) && !fourDays.contains(Int(fourDays.middle * 1.081)))
        // After fifteen days the root would be wider than a third, and a stopped value would lie inside.
        let long = try #require(course.expectedWeight(at: try AssessTests.moment("2024-09-20T06:00")))
        for grams in 300...6000 where long.isFar(grams) { #expect(!long.contains(grams)) }
    }

    @Test("After a long time without a weight the last one still says what growth can have made of it")
    func longGap() throws {
        let course = try Self.course(days: 30)
        // 1400 g on 2024-08-31; 31 days later 2 % a day would be some 2600 g.
        let day = "2024-10-01T06:00"
        for (grams, codes) in [
            (1420, []), (2500, []), (800, [Question.Code.farFromExpected]), (1000, [.farFromExpected]),
            (250, [.farFromExpected]), (5400, [.farFromExpected]),
        ] as [(Int, [Question.Code])] {
            let found = try Self.asked(Measurement(quantity: .weight, value: grams), day, in: course)
            #expect(found.questions.map(\.code) == codes, "\(grams): \(found.questions)")
        }
    }

    @Test(
        "Tenfold and halved are never inside, however long ago the last weight was", arguments: [22, 60, 120, 147, 400])
    func veryLongGap(days: Int) throws {
        let last = DatedWeight(at: Instant(seconds: 0), grams: 800)
        let moment = Instant(seconds: Int64(days) * 86_400)
        let expected = try #require(ExpectedWeight(at: moment, dayOfLife: days, weights: [last]))
        #expect(!expected.contains(8000) && !expected.contains(400) && !expected.contains(370), "\(expected.range)")
        #expect(expected.contains(850))
    }

    @Test("The loss of the first days is not carried on for weeks")
    func lossEnds() throws {
        let day: Int64 = 86_400
        let weights = [(0, 1000), (1, 950), (2, 905)].map { DatedWeight(at: Instant(seconds: $0.0 * day), grams: $0.1) }
        let expected = try #require(
            ExpectedWeight(at: Instant(seconds: 16 * day), dayOfLife: 16, weights: weights))
        #expect(expected.contains(1000) && !expected.contains(500), "\(expected.range)")
        let next = try #require(ExpectedWeight(at: Instant(seconds: 3 * day), dayOfLife: 3, weights: weights))
        #expect(next.contains(865) && next.middle < 880)
    }

    @Test("A weight known only to the day is part of what the next one is held against")
    func dayPrecision() throws {
        let course = try Self.course(days: 3, extra: [(Measurement(quantity: .weight, value: 1420), "2024-08-31")])
        let expected = try #require(course.expectedWeight(at: try AssessTests.moment("2024-09-01T06:00")))
        #expect(expected.last.grams == 1420)
        let found = try Self.asked(Measurement(quantity: .weight, value: 4120), "2024-09-01T06:00", in: course)
        #expect(found.questions.map(\.code) == [.farFromExpected])
    }

    @Test("One slip among the last weights moves what is expected little")
    func robust() throws {
        let clean = try Self.course(days: 30)
        let slipped = try Self.course(days: 30, last: 4100)
        let at = try AssessTests.moment("2024-09-01T06:00")
        let (a, b) = (try #require(clean.expectedWeight(at: at)), try #require(slipped.expectedWeight(at: at)))
        #expect(abs(a.middle - b.middle) < 0.03 * a.middle)
    }

    @Test("A weight that fits the twin's curve is asked about even inside the own interval")
    func twin() throws {
        let course = try Self.course(days: 30)
        let code = try #require(InfantCode("bo-bo"))
        let start = try AssessTests.moment("2024-08-01T06:00").instant
        let theirs = (24...31).map { DatedWeight(at: start + Int64($0) * 86_400, grams: 1300 + 20 * ($0 - 24)) }
        let beside = Surroundings(siblings: [(code, theirs)])
        // The twin weighs 1350 g; the own interval reaches down to 1364.
        let weights = theirs.map { DatedWeight(at: $0.at, grams: $0.grams - 90) }
        for (siblings, grams, isAsked) in [(beside, 1440, false), (beside, 1420, false)] {
            let found = try Self.asked(
                Measurement(quantity: .weight, value: grams), "2024-09-01T06:00", in: course, beside: siblings)
            #expect(found.questions.contains { $0.code == .twinCurve } == isAsked, "\(grams)")
        }
        let smaller = Surroundings(siblings: [(code, weights)])
        let found = try Self.asked(
            Measurement(quantity: .weight, value: 1366), "2024-09-01T06:00", in: course, beside: smaller)
        #expect(found.questions.map(\.code) == [.twinCurve])
        #expect(found.questions.first?.explanation?.sibling == code)
    }

    @Test("Loss below the birth weight is asked about at 15 % and stopped at 25 % until day 14")
    func loss() throws {
        let course = try Self.course(days: 4)
        for (grams, level) in [(851, nil), (850, Question.Level.ask), (750, .stop)] as [(Int, Question.Level?)] {
            let found = try Self.asked(Measurement(quantity: .weight, value: grams), "2024-08-06T06:00", in: course)
            #expect(found.questions.first { $0.code == .earlyLoss }?.level == level, "\(grams)")
        }
    }

    @Test("The third equal weight in a row, a second one within the hour")
    func again() throws {
        let same = try Self.course(
            days: 30, last: 1400, extra: [(Measurement(quantity: .weight, value: 1400), "2024-09-01T06:00")])
        let third = try Self.asked(Measurement(quantity: .weight, value: 1400), "2024-09-02T06:00", in: same)
        #expect(third.questions.map(\.code) == [.sameAgain])
        let hour = try Self.asked(Measurement(quantity: .weight, value: 1405), "2024-09-01T07:00", in: same)
        #expect(hour.questions.map(\.code) == [.withinTheHour])
        let later = try Self.asked(Measurement(quantity: .weight, value: 1405), "2024-09-01T07:01", in: same)
        #expect(later.questions.isEmpty)
    }

    @Test(
        "Length and head by their change; tape lengths and the first week's fall are left alone",
        arguments: [
            (Quantity.length, 350, 365, 7, "board", nil), (.length, 350, 371, 7, "board", Question.Code.lengthChange),
            (.length, 350, 344, 7, "board", .lengthChange), (.length, 350, 380, 7, "tape", nil),
            (.length, 350, 365, 3, "board", .lengthChange), (.head, 260, 272, 7, nil, nil),
            (.head, 260, 273, 7, nil, .headFast), (.head, 260, 254, 7, nil, .headFall),
            (.head, 260, 255, 7, nil, nil),
        ] as [(Quantity, Int, Int, Int, String?, Question.Code?)])
    func sizes(quantity: Quantity, before: Int, value: Int, days: Int, method: String?, code: Question.Code?) throws {
        let course = try Self.course(
            days: 2,
            extra: [
                (
                    Measurement(quantity: quantity, value: before, method: method == nil ? nil : "board"),
                    "2024-09-01T09:00"
                )
            ])
        let body = Measurement(quantity: quantity, value: value, method: method)
        let found = try Self.asked(body, "2024-09-0\(1 + days)T09:00", in: course)
        #expect(found.questions.first?.code == code, "\(found.questions)")
    }

    @Test(
        "Vital signs outside what is usual",
        arguments: [
            (Quantity.heartRate, 79, true), (.heartRate, 80, false), (.heartRate, 221, true), (.spo2, 49, true),
            (.spo2, 50, false), (.respiratoryRate, 101, true), (.temperature, 319, true), (.temperature, 320, false),
        ])
    func vitals(quantity: Quantity, value: Int, isAsked: Bool) throws {
        let found = try Self.asked(
            Measurement(quantity: quantity, value: value), "2024-08-03T09:00", in: try Self.course(days: 1))
        #expect(found.questions.isEmpty != isAsked)
    }

    @Test(
        "A value in doubt or told from elsewhere is not asked about; a weight to dose by or an estimate only where it is far off",
        arguments: [
            (Measurement.Role.unconfirmed, 4000, false), (.reported, 4000, false), (.estimated, 4000, true),
            (.dosing, 4000, true), (.dosing, 150, true), (.dosing, 1100, false), (.estimated, 1500, false),
        ])
    func roles(role: Measurement.Role, grams: Int, isAsked: Bool) throws {
        let course = try Self.course(days: 30)
        let found = try Self.asked(
            Measurement(quantity: .weight, value: grams, role: role), "2024-09-01T06:00", in: course)
        #expect(found.refusals.isEmpty == (grams >= 200))
        #expect(found.questions.isEmpty != (isAsked && grams >= 200), "\(found.questions)")
        if isAsked, grams >= 200 { #expect(found.questions.map(\.level) == [.stop]) }
    }
}

@Suite("Check letters, beds and shifted rounds")
struct RoundPartsTests {
    @Test("Exchanged neighbours change the letter in the codes of a ward, and all but few changed characters do")
    func letters() throws {
        var (single, caught, swaps, swapsCaught) = (0, 0, 0, 0)
        for text in ["an-an", "bo-bo", "le-le", "yue-yue", "baby07", "qing-2", "abcdefgh"] {
            let code = try #require(InfantCode(text))
            let characters = Array(text)
            for place in characters.indices {
                for other in "abcdefghijklmnopqrstuvwxyz0123456789" where other != characters[place] {
                    var changed = characters
                    changed[place] = other
                    guard let wrong = InfantCode(String(changed)) else { continue }
                    single += 1
                    if CheckLetter.of(wrong) != CheckLetter.of(code) { caught += 1 }
                }
                guard place + 1 < characters.count, characters[place] != characters[place + 1] else { continue }
                var swapped = characters
                swapped.swapAt(place, place + 1)
                guard let wrong = InfantCode(String(swapped)) else { continue }
                if CheckLetter.of(wrong) != CheckLetter.of(code) { swapsCaught += 1 }
                swaps += 1
            }
        }
        // b and y, and the like, differ by 23.
        #expect(swaps > 15 && swapsCaught >= swaps - 1, "\(swapsCaught) of \(swaps)")
        #expect(Double(caught) / Double(single) > 0.96, "\(caught) of \(single)")
        #expect(CheckLetter.fits("g", try #require(InfantCode("an-an"))))
        #expect(!CheckLetter.fits("GG", try #require(InfantCode("an-an"))))
        for (band, fits) in [
            ("G", true), ("Ｇ", true), ("an-an G", true), ("AN-AN g", true), ("bo-bo G", false), ("", false),
        ] {
            #expect(CheckLetter.fits(band: band, try #require(InfantCode("an-an"))) == fits, "\(band)")
        }
    }

    @Test("Beds in the order people walk past them, no bed last")
    func beds() {
        let beds: [String?] = [nil, "10", "2", "B12", "B2", "1", "A1"]
        let sorted = beds.sorted { BedOrder.isBefore($0, $1) }
        #expect(sorted == ["1", "2", "10", "A1", "B2", "B12", nil])
    }

    @Test("Values written one line off are found, honest ones are not", arguments: [1, -1, 0])
    func shift(by offset: Int) throws {
        let expected = [900.0, 1450, 1120, 2300, 1780, 1300, 2050, 990]
        let names = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"]
        let lines = try names.indices.map { place -> RoundShift.Line in
            let source = place + offset
            let grams = expected.indices.contains(source) ? Int(expected[source] * 1.01) : Int(expected[place])
            return RoundShift.Line(
                code: try #require(InfantCode(names[place])), grams: grams, expected: expected[place])
        }
        let found = RoundShift.found(in: lines)
        #expect(found?.by == (offset == 0 ? nil : offset))
        if offset != 0 { #expect((found?.count ?? 0) >= 6) }
        // Infants between them whom nobody weighed are no lines of the paper.
        let gap = RoundShift.Line(code: try #require(InfantCode("zz")), grams: nil, expected: 1900)
        #expect(RoundShift.found(in: lines.flatMap { [$0, gap] })?.by == found?.by)
    }

    @Test("Missing means missing against the plan")
    func plans() throws {
        func state(_ plans: [(any Body, String)], _ asOf: String) throws -> WeighState.Today {
            var course = try QuestionTests.course(days: 30, extra: plans)
            course = course.at(try AssessTests.moment(asOf))
            return WeighState(course).today
        }
        let twice = Plan(target: WeighPlan.target, value: "twice_weekly")
        let none = Plan(target: WeighPlan.target, value: "none", until: WrittenTime("2024-09-05"))
        // Last weighed on 31 August at six, which is the care day of 30 August.
        #expect(try state([], "2024-08-31T08:00") == .missing)
        #expect(try state([(twice, "2024-08-30T08:00")], "2024-09-01T08:00") == .notDue)
        #expect(try state([(twice, "2024-08-30T08:00")], "2024-09-02T08:00") == .missing)
        #expect(try state([(none, "2024-08-30T08:00")], "2024-09-05T08:00") == .notDue)
        #expect(try state([(none, "2024-08-30T08:00")], "2024-09-06T08:00") == .missing)
        let omitted = Omission(quantity: .weight, why: .unstable)
        guard case .omitted(.unstable, _) = try state([(omitted, "2024-09-01T09:00")], "2024-09-01T10:00") else {
            Issue.record("an omission was not seen")
            return
        }
        #expect(
            try state([(Omission(quantity: .weight, why: .later), "2024-09-01T09:00")], "2024-09-01T10:00") == .missing)
    }
}
