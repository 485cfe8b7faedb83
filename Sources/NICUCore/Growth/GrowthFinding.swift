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
        /// The latest value it needs is more than ``GrowthIndicator/freshness`` days old.
        case stale
        /// What it waits for has not come yet.
        case notYet = "not_yet"
        /// Nobody measured on the days that decide it.
        case gap
        /// The gestational ages that the dating allows do not agree.
        case dating
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

extension GrowthFinding {
    /// What each indicator says for every gestational age that the dating allows; where they do not agree, unknown.
    public static func all(_ input: GrowthInput, _ summary: GrowthSummary, _ set: GrowthIndicatorSet) -> [GrowthFinding]
    {
        let best = summary.findings(set)
        guard let gestation = input.gestationalAgeDays, let days = input.datingPlusMinusDays, days > 0 else {
            return best
        }
        var outcomes: [Place: Set<Outcome>] = [:]
        for age in gestation - days...gestation + days {
            var other = input
            other.gestationalAgeDays = age
            other.datingPlusMinusDays = nil
            for finding in GrowthSummary(other).findings(set) {
                outcomes[finding.place, default: []].insert(finding.outcome)
            }
        }
        return best.map { finding in
            guard (outcomes[finding.place] ?? []).count > 1 else { return finding }
            return GrowthFinding(
                indicator: finding.indicator, moment: finding.moment, reference: finding.reference,
                outcome: .unknown(.dating), value: finding.value, day: finding.day)
        }
    }

    /// What makes two findings about the same thing.
    private struct Place: Hashable {
        let indicator: String
        let moment: GrowthIndicator.Moment
        let reference: String?
    }

    private var place: Place { Place(indicator: indicator.id, moment: moment, reference: reference) }
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
            let weights = points.filter { $0.measure == .weight }
            guard weights.contains(where: \.isBirth), let last = weights.last, !last.isBirth else { break }
            if let regained = birthWeightRegained {
                // It happened at some time after the weight before; where that decides the level, it cannot be said.
                let before = weights.last { $0.day < regained.day }?.dayOfLife ?? 0
                guard indicator.level(Double(before + 1)) == indicator.level(Double(regained.dayOfLife)) else {
                    return [finding(nil, .unknown(.gap), Double(regained.dayOfLife), regained.day)]
                }
                return [judged(nil, Double(regained.dayOfLife), regained.day)]
            }
            // Not regained by the latest weight: only a level that no longer waiting can change is said.
            guard let level = indicator.level(Double(last.dayOfLife + 1)), level == indicator.bounds.last?.level else {
                return [finding(nil, .unknown(.notYet), Double(last.dayOfLife), last.day)]
            }
            return [finding(nil, .met(level), Double(last.dayOfLife), last.day)]
        case .weeklyGain:
            guard let gain = linearGain.first(where: { $0.measure == indicator.measure && $0.window == .week })
            else { break }
            if isStale(gain.to) { return [finding(nil, .unknown(.stale), nil, gain.to)] }
            return [judged(nil, gain.value, gain.to)]
        case .gainPercent:
            if let last = points.last(where: { $0.measure == indicator.measure }), isStale(last.day) {
                return [finding(nil, .unknown(.stale), nil, last.day)]
            }
            found = heldGain.filter { $0.measure == indicator.measure && $0.window == .sevenDays }
                .map { judged($0.reference, $0.percent, $0.to) }
            if !found.isEmpty { return found }
        case .zDecline, .belowCentile, .trueRestriction:
            guard let point = point(of: indicator.measure, at: moment) else { break }
            if moment == .latest, isStale(point.day) { return [finding(nil, .unknown(.stale), nil, point.day)] }
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

    private func isStale(_ day: Day) -> Bool { asOf - day > GrowthIndicator.freshness }

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
