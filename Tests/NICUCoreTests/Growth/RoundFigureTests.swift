import NICUCore
import Testing

/// Figures for the round: gains of length and head, gain held against birth, the range ahead, indicators, dating.
@Suite("Figures for the round") struct RoundFigureTests {
    private let born = Day(number: 20_000)

    private func point(
        _ day: Int, _ value: Int, _ measure: GrowthMeasure = .weight, isBirth: Bool = false, isByTape: Bool = false
    ) -> GrowthInput.Point {
        GrowthInput.Point(
            entry: Int64(day * 10 + (GrowthMeasure.measured.firstIndex(of: measure) ?? 9)), day: born + day,
            instantSeconds: Int64(20_000 + day) * 86_400, measure: measure, value: value, isBirth: isBirth,
            isByTape: isByTape)
    }

    /// A reference whose median rises by 20 g (1 mm) a day from 1000 g (300 mm) on day 189, the same SD everywhere.
    private func rising(_ id: String = "rising", use: GrowthReference.Use = .any) throws -> GrowthReference {
        var curves: [GrowthReference.Key: GrowthCurve] = [:]
        for (measure, start, step, deviation) in [(GrowthMeasure.weight, 1000.0, 20.0, 100.0), (.length, 300, 1, 10)] {
            let rows = (0...160).map { day in
                let median = start + step * Double(day)
                return LMSPoint(ageDays: Double(189 + day), l: 1, m: median, s: deviation / median)
            }
            let table = try LMSTable(unit: measure.storedUnit, tails: .plain, points: rows)
            curves[try #require(GrowthReference.Key(measure, .female))] = .lms(table)
        }
        return GrowthReference(id: id, axis: .postmenstrualDays, use: use, curves: curves)
    }

    private func summary(
        _ points: [GrowthInput.Point], ga: Int? = 189, plusMinus: Int? = nil, references: [GrowthReference] = [],
        asOf: Int? = nil, end: GrowthInput.End? = nil
    ) -> GrowthSummary {
        GrowthSummary(
            GrowthInput(
                sex: .female, gestationalAgeDays: ga, datingPlusMinusDays: plusMinus, birthDay: born, points: points,
                references: references, asOf: asOf.map { born + $0 }, end: end))
    }

    private static let indicators = GrowthIndicatorSet(
        version: "1", families: [:],
        indicators: [
            GrowthIndicator(
                id: "decline", family: "a", kind: .zDecline, measure: .weight, moments: [.latest], isSecondary: false,
                notBeforeDay: 14,
                bounds: [
                    .init(level: .mild, comparison: .atLeast, value: 0.8),
                    .init(level: .moderate, comparison: .above, value: 1.2),
                    .init(level: .severe, comparison: .above, value: 2),
                ]),
            GrowthIndicator(
                id: "gain", family: "a", kind: .gainPercent, measure: .weight, moments: [.latest], isSecondary: false,
                notBeforeDay: 14, bounds: [.init(level: .mild, comparison: .below, value: 75)]),
            GrowthIndicator(
                id: "static", family: "a", kind: .belowCentile, measure: .weight, moments: [.week36, .discharge],
                isSecondary: false, notBeforeDay: nil, bounds: [.init(level: .met, comparison: .below, value: 10)]),
            GrowthIndicator(
                id: "true", family: "a", kind: .trueRestriction, measure: .weight, moments: [.discharge],
                isSecondary: false, notBeforeDay: nil, bounds: [.init(level: .met, comparison: .below, value: 10)]),
            GrowthIndicator(
                id: "regain", family: "a", kind: .daysToRegain, measure: .weight, moments: [.latest],
                isSecondary: false, notBeforeDay: nil, bounds: [.init(level: .mild, comparison: .atLeast, value: 15)]),
            GrowthIndicator(
                id: "head", family: "a", kind: .weeklyGain, measure: .head, moments: [.latest], isSecondary: false,
                notBeforeDay: nil, bounds: [.init(level: .met, comparison: .above, value: 1.25)]),
        ], targets: [.init(days: 161...258, unit: "g/kg/d", range: 15...20, source: "s")])

    private func outcome(_ summary: GrowthSummary, _ id: String) -> [GrowthFinding.Outcome] {
        summary.findings(Self.indicators).filter { $0.indicator.id == id }.map(\.outcome)
    }

    @Test("length and head per week: nearest to seven days, five to ten days apart, tape never")
    func linear() throws {
        let points = [
            point(0, 350, .length, isBirth: true), point(1, 240, .head), point(6, 352, .length),
            point(7, 355, .length, isByTape: true), point(14, 362, .length), point(5, 243, .head),
            point(11, 255, .head),
        ]
        let gains = summary(points).linearGain
        let week = try #require(gains.first { $0.measure == .length && $0.window == .week })
        #expect(week.from == born + 6 && week.to == born + 14 && week.gained == 10 && week.n == 2)
        #expect(abs(week.value - 1 / (8.0 / 7)) < 1e-12)
        let head = try #require(gains.first { $0.measure == .head && $0.window == .week })
        #expect(head.from == born + 5 && abs(head.value - 1.4) < 1e-12)
        #expect(gains.first { $0.measure == .length && $0.window == .wholeStay }?.gained == 12)
        #expect(summary([point(0, 350, .length), point(4, 360, .length)]).linearGain.isEmpty)
        let far = summary([point(0, 350, .length), point(11, 360, .length)]).linearGain
        #expect(far.map(\.window) == [.wholeStay])
        #expect(outcome(summary(points), "head") == [.met(.met)])
        #expect(outcome(summary([point(1, 240, .head)]), "head") == [.unknown(.noValue)])
    }

    @Test("gain in percent of what holds the z of birth: 100 % holds it, 0 is no gain, a loss is below 0")
    func held() throws {
        // Born at z −1: 900 g. Holding it means 20 g a day.
        let points = (0...21).map { point($0, 900 + 10 * $0, isBirth: $0 == 0) }
        let summary = summary(points, references: [try rising()])
        let week = try #require(summary.heldGain.first { $0.window == .sevenDays })
        #expect(week.gained == 70 && abs(week.expected - 140) < 1e-9 && abs(week.percent - 50) < 1e-9)
        #expect(abs(week.birthZ + 1) < 1e-12 && week.n == 8 && week.from == born + 14)
        #expect(outcome(summary, "gain") == [.met(.mild)])
        #expect(summary.heldGain.contains { $0.window == .fourteenDays })
        let lost = self.summary([point(0, 900, isBirth: true), point(7, 830)], references: [try rising()])
        #expect(lost.heldGain.first.map { abs($0.percent + 50) < 1e-9 } == true)
        let followUp = try rising("follow-up", use: .pretermFollowUp)
        #expect(self.summary(points, references: [followUp]).heldGain.isEmpty)
        #expect(self.summary(points, ga: nil, references: [try rising()]).heldGain.isEmpty)
    }

    @Test(
        "a decline is graded by its unrounded size, and says nothing in the first two weeks",
        arguments: [(79, nil), (80, .mild), (119, .mild), (121, .moderate), (199, .moderate), (201, .severe)]
            as [(Int, GrowthIndicator.Level?)])
    func decline(lost: Int, level: GrowthIndicator.Level?) throws {
        let points = [point(0, 1000, isBirth: true), point(20, 1400 - lost)]
        #expect(outcome(summary(points, references: [try rising()]), "decline") == [level.map { .met($0) } ?? .notMet])
        let early = [point(0, 1000, isBirth: true), point(13, 1260 - lost)]
        #expect(outcome(summary(early, references: [try rising()]), "decline") == [.unknown(.tooEarly)])
        #expect(outcome(summary(points), "decline") == [.unknown(.noValue)])
    }

    @Test("36+0 and discharge are looked at once they have come, by a weight within three days")
    func moments() throws {
        // 36+0 is day 63; the median is 2260 g there.
        let points = [point(0, 1000, isBirth: true), point(61, 2000), point(70, 2600)]
        #expect(outcome(summary(points, references: [try rising()], asOf: 62), "static").isEmpty)
        let after = summary(points, references: [try rising()], asOf: 70)
        #expect(outcome(after, "static") == [.met(.met)])
        let home = summary(
            points, references: [try rising()], asOf: 72, end: .init(day: born + 72, isFinal: false))
        #expect(outcome(home, "static") == [.met(.met), .notMet])
        #expect(outcome(home, "true") == [.notMet])
        let late = summary(points, references: [try rising()], asOf: 80, end: .init(day: born + 80, isFinal: false))
        #expect(outcome(late, "static") == [.met(.met), .unknown(.noValue)])
        let small = [point(0, 800, isBirth: true), point(70, 2200)]
        let restricted = summary(
            small, references: [try rising()], asOf: 70, end: .init(day: born + 70, isFinal: false))
        #expect(outcome(restricted, "true") == [.notMet], "small at birth already: not true restriction")
        let fallen = [point(0, 1000, isBirth: true), point(70, 2200)]
        let real = summary(fallen, references: [try rising()], asOf: 70, end: .init(day: born + 70, isFinal: false))
        #expect(outcome(real, "true") == [.met(.met)])
    }

    @Test("days to regain count while birth weight has not been regained")
    func regain() {
        #expect(outcome(summary([point(0, 800, isBirth: true), point(5, 720), point(14, 800)]), "regain") == [.notMet])
        let gap = [point(0, 800, isBirth: true), point(5, 720), point(16, 800)]
        #expect(outcome(summary(gap), "regain") == [.unknown(.gap)], "day 6 or day 16: nobody weighed")
        #expect(outcome(summary(gap + [point(14, 790)]), "regain") == [.met(.mild)])
        #expect(
            outcome(summary([point(0, 800, isBirth: true), point(5, 720), point(15, 790)]), "regain") == [.met(.mild)])
        #expect(outcome(summary([point(5, 720)]), "regain") == [.unknown(.noValue)])
    }

    @Test("the range a week ahead: exact growth stays inside ±1 %, scatter widens it, and too little gives a reason")
    func projection() throws {
        let exact = (0...14).map { point($0, Int((1000 * pow2(Double($0) / 50)).rounded())) }
        let range = try summary(exact).projection.get()
        let ahead = 1000 * pow2(21.0 / 50)
        #expect(range.low < ahead && ahead < range.high && range.n == 15 && range.day == born + 21)
        #expect(abs(range.high / range.low - 1.01 * 1.01) < 1e-3)
        let rough = (0...14).map { point($0, 1000 + 20 * $0 + ($0 % 2 == 0 ? 40 : -40)) }
        let wide = try summary(rough).projection.get()
        #expect(wide.high / wide.low > 1.05)
        func reason(_ points: [GrowthInput.Point], asOf: Int? = nil, end: GrowthInput.End? = nil) -> WeightProjection
            .Missing?
        {
            if case .failure(let reason) = summary(points, asOf: asOf, end: end).projection { reason } else { nil }
        }
        #expect(reason([]) == .tooFew)
        #expect(reason(Array(exact.prefix(4))) == .tooFew)
        #expect(reason(Array(exact.prefix(7))) == .tooFew, "six days are too short")
        #expect(reason(exact, asOf: 16) == nil)
        #expect(reason(exact, asOf: 17) == .stale)
        #expect(reason(exact, end: .init(day: born + 14, isFinal: true)) == .ended)
        #expect(reason(exact, end: .init(day: born + 14, isFinal: false)) == nil)
        let sameDay = (0...6).map { _ in point(14, 1200) } + [point(7, 1100)]
        #expect(reason(sameDay) == .tooFew, "weights of one day count once")
    }

    private func pow2(_ x: Double) -> Double {
        // 2^x by the square roots of 2: tests use no library that the code under test uses.
        var (result, root, rest) = (1.0, 2.0, x)
        for _ in 0..<40 {
            if rest >= 1 { result *= root; rest -= 1 }
            root = root.squareRoot()
            rest *= 2
        }
        return result
    }

    @Test("a dating of ± days gives the z-scores of every gestational age it allows")
    func dating() throws {
        let points = [point(0, 1000, isBirth: true), point(30, 1600)]
        let score = try #require(summary(points, plusMinus: 5, references: [try rising()]).points.last?.scores.first)
        let band = try #require(score.dating)
        #expect(abs(try #require(score.score.z)) < 1e-9)
        let range = try #require(band.z)
        #expect(abs(range.lowerBound + 1) < 1e-9 && abs(range.upperBound - 1) < 1e-9 && !band.isOpen)
        #expect(band.plusMinusDays == 5 && band.sizes == [.appropriate])
        let birth = try #require(summary(points, plusMinus: 5, references: [try rising()]).points.first?.scores.first)
        #expect(birth.dating?.isOpen == true, "184 days lies before the reference")
        #expect(summary(points, references: [try rising()]).points.last?.scores.first?.dating == nil)
        #expect(summary(points, plusMinus: 0, references: [try rising()]).points.last?.scores.first?.dating == nil)
    }

    @Test("a value more than a week old stands for nothing now; datings that disagree give no verdict")
    func staleAndUncertain() throws {
        let points = (0...21).map { point($0, 900 + 10 * $0, isBirth: $0 == 0) }
        for (day, isStale) in [(28, false), (29, true)] {
            let summary = summary(points, references: [try rising()], asOf: day)
            #expect((outcome(summary, "gain") == [.unknown(.stale)]) == isStale)
            #expect((outcome(summary, "decline") == [.unknown(.stale)]) == isStale)
        }
        let head = [point(1, 240, .head), point(8, 255, .head)]
        #expect(outcome(summary(head, asOf: 15), "head") == [.met(.met)])
        #expect(outcome(summary(head, asOf: 16), "head") == [.unknown(.stale)])
        // z falls by 0.75 at 27+0 exactly; the reference is steeper before, so a younger dating loses more.
        let rows = [(189.0, 1000.0), (199, 1200), (349, 4200)].map {
            LMSPoint(ageDays: $0.0, l: 1, m: $0.1, s: 100 / $0.1)
        }
        var bent = rows
        bent[2].m = 2700
        bent[2].s = 100 / 2700
        let table = try LMSTable(unit: .grams, tails: .plain, points: bent)
        let reference = GrowthReference(
            id: "bent", axis: .postmenstrualDays, use: .any,
            curves: [try #require(GrowthReference.Key(.weight, .female)): .lms(table)])
        func findings(_ plusMinus: Int?) -> [GrowthFinding.Outcome] {
            let input = GrowthInput(
                sex: .female, gestationalAgeDays: 195, datingPlusMinusDays: plusMinus, birthDay: born,
                points: [point(0, 1000, isBirth: true), point(20, 1150)], references: [reference], asOf: born + 20)
            return GrowthFinding.all(input, GrowthSummary(input), Self.indicators)
                .filter { $0.indicator.id == "decline" }.map(\.outcome)
        }
        #expect(findings(nil) == findings(0) && findings(nil).count == 1)
        #expect(findings(nil) != [.unknown(.dating)])
        #expect(findings(5) == [.unknown(.dating)])
    }

    @Test("a window without a rate says why")
    func missing() {
        let lone = summary([point(0, 800, isBirth: true)])
        #expect(lone.velocityMissing[.sinceRegained] == .noBeginning && lone.velocityMissing.count == 5)
        #expect(lone.velocityMissing[.wholeStay] == .tooFew(n: 1))
        let two = summary([point(0, 800, isBirth: true), point(14, 1000)])
        #expect(two.velocityMissing[.fourteenDays] == .tooFew(n: 2))
        #expect(two.velocityMissing[.sevenDays] == .noBeginning)
        #expect(two.velocity.contains { $0.window == .wholeStay && abs($0.gramsPerDay - 200.0 / 14) < 1e-12 })
    }

    @Test("the plan: postnatal to 50+0, beside it from 40+0, alone after")
    func plan() {
        let plan = ReferencePlan.standard
        #expect(plan.followUp(atPostmenstrualDays: 279) == ["fenton-2013"])
        #expect(plan.followUp(atPostmenstrualDays: 280) == ["fenton-2013", "who-2006"])
        #expect(plan.followUp(atPostmenstrualDays: 350) == ["fenton-2013", "who-2006"])
        #expect(plan.followUp(atPostmenstrualDays: 351) == ["who-2006"])
        #expect(plan.followUp(atPostmenstrualDays: nil) == ["fenton-2013"])
        #expect(plan.keeping(["who-2006"]).ids == ["who-2006"])
        let target = Self.indicators.target
        #expect(target(258)?.range == 15...20 && target(259) == nil && target(nil) == nil)
    }
}
