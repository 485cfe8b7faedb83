/// What one indicator says of one infant, in one reference where it needs one.
public struct GrowthFinding: Sendable, Hashable {
    /// The answer.
    public enum Outcome: Sendable, Hashable {
        /// Met at a level.
        case met(GrowthIndicator.Level)
        /// Looked at and not met.
        case notMet
        /// Not to be said, and why; never good news.
        case unknown(Missing)
    }

    /// Why an indicator cannot be said.
    public enum Missing: String, Sendable, Hashable, CaseIterable {
        /// It means nothing in the first days of life.
        case tooEarly = "too_early"
        /// A value or a z-score it needs is missing.
        case noValue = "no_value"
        /// The record does not hold what it needs.
        case notRecorded = "not_recorded"
    }

    /// The indicator.
    public let indicator: GrowthIndicator
    /// When it was looked at.
    public let moment: GrowthIndicator.Moment
    /// The reference's id; nil for indicators without one.
    public let reference: String?
    /// The answer.
    public let outcome: Outcome
    /// What was compared: SD, percent, days, a centile or cm per week; nil when unknown.
    public let value: Double?
    /// The civil day of the value looked at; nil when unknown.
    public let day: Day?
}

extension GrowthSummary {
    /// What each indicator says, all shown where references or indicators disagree.
    ///
    /// Indicators at 36+0 or at discharge are left out until that moment has come, and for those born after 36+0.
    public func findings(_ set: GrowthIndicatorSet) -> [GrowthFinding] {
        set.indicators.flatMap { indicator in indicator.moments.flatMap { findings(indicator, at: $0) } }
    }

    private func findings(_ indicator: GrowthIndicator, at moment: GrowthIndicator.Moment) -> [GrowthFinding] {
        func finding(_ reference: String?, _ outcome: GrowthFinding.Outcome, _ value: Double? = nil, _ day: Day? = nil)
            -> GrowthFinding
        {
            GrowthFinding(
                indicator: indicator, moment: moment, reference: reference, outcome: outcome, value: value, day: day)
        }
        func judged(_ reference: String?, _ value: Double, _ day: Day) -> GrowthFinding {
            finding(reference, indicator.level(value).map { .met($0) } ?? .notMet, value, day)
        }
        guard hasCome(moment) else { return [] }
        if let first = indicator.notBeforeDay, asOf - birthDay < first { return [finding(nil, .unknown(.tooEarly))] }
        let found: [GrowthFinding]
        switch indicator.kind {
        case .nutrientIntake: return [finding(nil, .unknown(.notRecorded))]
        case .daysToRegain:
            guard points.contains(where: { $0.measure == .weight && $0.isBirth }) else { break }
            if let regained = birthWeightRegained {
                // It happened at some time after the weight before; where that decides the level, it cannot be said.
                let before = points.last { $0.measure == .weight && $0.day < regained.day }
                guard let before,
                    indicator.level(Double(before.dayOfLife + 1)) == indicator.level(Double(regained.dayOfLife))
                else { break }
                return [judged(nil, Double(regained.dayOfLife), regained.day)]
            }
            guard let last = points.last(where: { $0.measure == .weight }) else { break }
            return [judged(nil, Double(last.dayOfLife), last.day)]
        case .weeklyGain:
            guard let gain = linearGain.first(where: { $0.measure == indicator.measure && $0.window == .week })
            else { break }
            return [judged(nil, gain.value, gain.to)]
        case .gainPercent:
            found = heldGain.filter { $0.measure == indicator.measure && $0.window == .sevenDays }
                .map { judged($0.reference, $0.percent, $0.to) }
            if !found.isEmpty { return found }
        case .zDecline, .belowCentile, .trueRestriction:
            guard let point = point(of: indicator.measure, at: moment) else { break }
            let birth = points.first { $0.measure == indicator.measure && $0.isBirth }
            found = point.scores.compactMap { score in
                guard let z = score.score.z, let centile = score.score.centile else { return nil }
                if indicator.kind == .belowCentile { return judged(score.reference, centile, point.day) }
                guard let atBirth = birth?.scores.first(where: { $0.reference == score.reference })?.score,
                    let birthZ = atBirth.z, let birthCentile = atBirth.centile
                else { return nil }
                if indicator.kind == .zDecline { return judged(score.reference, birthZ - z, point.day) }
                // Not below the centile at birth, below it now, and fallen.
                let isRestricted = indicator.level(birthCentile) == nil && birthZ > z
                return isRestricted
                    ? judged(score.reference, centile, point.day)
                    : finding(score.reference, .notMet, centile, point.day)
            }
            if !found.isEmpty { return found }
        }
        return [finding(nil, .unknown(.noValue))]
    }

    private func hasCome(_ moment: GrowthIndicator.Moment) -> Bool {
        switch moment {
        case .latest: true
        case .week36:
            gestationalAgeDays.map {
                $0 < GrowthIndicator.week36 && $0 + (asOf - birthDay) >= GrowthIndicator.week36
            } ?? false
        case .discharge: end != nil
        }
    }

    /// The value that stands for a moment.
    private func point(of measure: GrowthMeasure, at moment: GrowthIndicator.Moment) -> Point? {
        let values = points.filter { $0.measure == measure && !$0.isBirth }
        switch moment {
        case .latest: return values.last
        case .week36:
            func distance(_ point: Point) -> Int { abs((point.pmaDays ?? 0) - GrowthIndicator.week36) }
            return values.filter { distance($0) <= GrowthIndicator.nearness }.min { distance($0) < distance($1) }
        case .discharge:
            guard let end else { return nil }
            return values.last { (0...GrowthIndicator.nearness).contains(end.day - $0.day) }
        }
    }
}
