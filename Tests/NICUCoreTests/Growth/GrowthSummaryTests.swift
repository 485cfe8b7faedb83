import NICUCore
import Testing

@Suite struct GrowthSummaryTests {
    private let born = Day(number: 20_000)

    /// A weight at 06:00 of a day of life unless another hour is given.
    private func weight(_ day: Int, _ grams: Int, hour: Int = 6, isBirth: Bool = false) -> GrowthInput.Point {
        GrowthInput.Point(
            entry: Int64(day * 100 + hour), day: born + day,
            instantSeconds: Int64(20_000 + day) * 86_400 + Int64(hour) * 3600, measure: .weight, value: grams,
            isBirth: isBirth)
    }

    private func summary(
        _ points: [GrowthInput.Point], ga: Int? = 189, sex: Sex = .female, references: [GrowthReference] = []
    ) -> GrowthSummary {
        GrowthSummary(
            GrowthInput(sex: sex, gestationalAgeDays: ga, birthDay: born, points: points, references: references))
    }

    /// A reference whose z-score is (g − 1000)/100 over a range of postmenstrual days.
    private func straight(_ id: String, from: Double, to: Double, use: GrowthReference.Use = .any) throws
        -> GrowthReference
    {
        let rows = [from, to].map { LMSPoint(ageDays: $0, l: 1, m: 1000, s: 0.1) }
        let curve = GrowthCurve.lms(try LMSTable(unit: .grams, tails: .plain, points: rows))
        return GrowthReference(
            id: id, axis: .postmenstrualDays, use: use,
            curves: [try #require(GrowthReference.Key(.weight, .female)): curve])
    }

    private func find(
        _ summary: GrowthSummary, _ method: Velocity.Method, _ window: Velocity.Window
    ) -> Velocity? {
        summary.velocity.first { $0.method == method && $0.window == window }
    }

    private var course: [GrowthInput.Point] {
        [
            weight(0, 800, isBirth: true), weight(3, 740), weight(5, 720), weight(6, 720), weight(9, 790),
            weight(11, 805), weight(16, 870), weight(23, 980), weight(30, 1100),
        ]
    }

    @Test func nadirIsTheEarliestLowestAndRegainComesAfterIt() throws {
        let summary = summary(course.shuffled())
        let nadir = try #require(summary.nadir)
        #expect(nadir.dayOfLife == 5 && nadir.value == 720 && nadir.percentOfBirthWeight == -10)
        let regained = try #require(summary.birthWeightRegained)
        #expect(regained.dayOfLife == 11 && regained.value == 805 && regained.entry == 1106)
        #expect(summary.points.map(\.dayOfLife) == [0, 3, 5, 6, 9, 11, 16, 23, 30])
        #expect(summary.points.last?.pmaDays == 219)
    }

    @Test func ratesSayMethodWindowAndCount() throws {
        let summary = summary(course)
        let headline = try #require(summary.headlineVelocity)
        #expect(headline.from == born + 11 && headline.to == born + 30 && headline.n == 4)
        #expect(headline.unit == "g/kg/d")
        #expect(headline.value == Velocity.Method.exponential.rate(from: 805, to: 1100, days: 19))
        let windows: [(Velocity.Window, Int, Int)] = [
            (.sinceRegained, 11, 4), (.sinceNadir, 5, 7), (.sevenDays, 23, 2), (.fourteenDays, 16, 3),
            (.wholeStay, 0, 9),
        ]
        for (window, from, n) in windows {
            for method in Velocity.Method.allCases {
                let rate = try #require(find(summary, method, window))
                #expect(rate.from == born + from && rate.to == born + 30 && rate.n == n, "\(window) \(method)")
            }
        }
        #expect(summary.velocity.count == 10)
        #expect(summary.velocity.first == headline)
    }

    @Test func withoutABirthWeightThereIsNoNadir() {
        let summary = summary(course.dropFirst().map { $0 })
        #expect(summary.nadir == nil && summary.birthWeightRegained == nil && summary.headlineVelocity == nil)
        #expect(find(summary, .exponential, .wholeStay)?.from == born + 3)
    }

    @Test func birthWeightAloneGivesNoAnswers() {
        let summary = summary([weight(0, 800, isBirth: true)])
        #expect(summary.nadir == nil && summary.velocity.isEmpty && summary.deltaZ.isEmpty)
        #expect(self.summary([]).points.isEmpty)
    }

    @Test func whoeverNeverFallsHasItsNadirAtBirth() {
        let summary = summary([weight(0, 3000, isBirth: true), weight(1, 3010), weight(2, 3050)], ga: 280)
        #expect(summary.nadir?.dayOfLife == 0)
        #expect(summary.birthWeightRegained?.dayOfLife == 1)
    }

    @Test func notRegainedWhileBelowBirthWeight() {
        let summary = summary([weight(0, 800, isBirth: true), weight(4, 720), weight(8, 799)])
        #expect(summary.birthWeightRegained == nil)
        #expect(find(summary, .exponential, .sinceRegained) == nil)
        #expect(find(summary, .exponential, .sinceNadir) != nil)
    }

    @Test(arguments: [(0, 17, false), (1, 0, true)])
    func weightsLessThanEighteenHoursApartGiveNoRate(day: Int, hour: Int, hasRate: Bool) {
        let close = summary([weight(0, 800, hour: 6, isBirth: true), weight(day, 790, hour: hour)])
        #expect(close.velocity.isEmpty != hasRate)
    }

    @Test func aNightApartIsNoDay() {
        // 20:00 and 06:00: two civil days, ten hours.
        #expect(summary([weight(0, 800, hour: 20, isBirth: true), weight(1, 790, hour: 6)]).velocity.isEmpty)
        // 07:00 and 18:00 of one day 11 hours apart; 00:00 and 23:00 still one civil day.
        #expect(summary([weight(0, 800, hour: 0, isBirth: true), weight(0, 790, hour: 23)]).velocity.isEmpty)
    }

    @Test func sevenDayWindowTakesTheNearestWithinADay() {
        let from = { (days: [Int]) -> Int? in
            let points = [self.weight(0, 800, isBirth: true)] + days.map { self.weight($0, 900 + $0) }
            return self.find(self.summary(points), .exponential, .sevenDays).map { $0.from - self.born }
        }
        #expect(from([22, 23, 24, 30]) == 23)
        #expect(from([22, 24, 30]) == 22)
        #expect(from([24, 30]) == 24)
        #expect(from([21, 25, 30]) == nil)
    }

    @Test func deltaZStaysInsideOneReference() throws {
        let references = [
            try straight("whole", from: 150, to: 400), try straight("late", from: 195, to: 400),
            try straight("early", from: 150, to: 200),
            try straight("follow-up", from: 150, to: 400, use: .pretermFollowUp),
        ]
        let deltas = summary(course, references: references).deltaZ
        let names = deltas.map { $0.reference + " " + $0.since.rawValue }
        #expect(names == ["whole birth", "whole loss_phase", "late loss_phase", "follow-up loss_phase"])
        #expect(abs(deltas[0].value - 3) < 1e-9)
        #expect(deltas[0].lossPhaseEnd == nil && deltas[0].from == born && deltas[0].to == born + 30)
        #expect(abs(deltas[1].value - 2.95) < 1e-9)
        #expect(deltas[1].lossPhaseEnd == .regained && deltas[1].from == born + 11)
    }

    @Test func lossPhaseEndsOnDay14WhenBirthWeightIsNotRegained() throws {
        let points = [
            weight(0, 800, isBirth: true), weight(5, 700), weight(13, 740), weight(15, 750), weight(18, 770),
        ]
        let deltas = summary(points, references: [try straight("whole", from: 150, to: 400)]).deltaZ
        let loss = try #require(deltas.first { $0.since == .lossPhase })
        #expect(loss.lossPhaseEnd == .day14 && loss.from == born + 13)
        #expect(abs(loss.value - 0.3) < 1e-9)
        let young = summary(Array(points.prefix(2)), references: [try straight("whole", from: 150, to: 400)])
        #expect(young.deltaZ.map(\.since) == [.birth])
    }

    @Test func unknownGestationalAgeOrSexGivesNoScore() throws {
        let reference = try straight("whole", from: 150, to: 400)
        let ageless = summary(course, ga: nil, references: [reference])
        #expect(ageless.points.allSatisfy { $0.pmaDays == nil })
        #expect(ageless.points.allSatisfy { $0.scores.map(\.score.status) == [.unknownGestationalAge] })
        #expect(ageless.deltaZ.isEmpty && ageless.headlineVelocity != nil)
        for sex in [Sex.unknown, .indeterminate] {
            let summary = summary(course, sex: sex, references: [reference])
            #expect(summary.points.allSatisfy { $0.scores.map(\.score.status) == [.unknownSex] })
            #expect(summary.deltaZ.isEmpty)
        }
    }

    @Test func lengthAndHeadDoNotTouchWeight() {
        let head = GrowthInput.Point(
            entry: 7, day: born + 40, instantSeconds: Int64(20_040) * 86_400, measure: .head, value: 290)
        #expect(summary(course + [head]).velocity == summary(course).velocity)
    }
}
