internal import NICUCore

extension Wording {
    /// Above the indicators.
    func indicatorsHeading(weightOnly: Bool) -> String {
        pick("生长指标（是指标，不是诊断", "growth indicators (indicators, not a diagnosis")
            + (weightOnly ? pick("；仅体重：7 天内无身长或头围", "; weight only: no length or head within 7 d") : "")
            + pick("）", ")")
    }

    /// A family of indicators with its source and how surely it is known.
    func family(_ id: String, _ family: GrowthIndicatorSet.Family) -> String {
        let title = id == "head" ? pick("头围增长", family.title) : family.title
        let source = family.doi.isEmpty ? pick("本院实践，由科室签字确认", family.citation) : "doi:\(family.doi)"
        return title + pick("（\(source)；\(family.seen.zh)）", " (\(source); \(family.seen.en))")
    }

    /// What one indicator says.
    func finding(_ finding: GrowthFinding) -> String {
        let name = indicator(finding.indicator) + moment(finding.moment)
        let value = finding.value.map { " " + self.value($0, of: finding.indicator) } ?? ""
        let place = [finding.reference, finding.day?.description].compactMap { $0 }.joined(separator: ", ")
        let evidence = place.isEmpty ? value : "\(value) (\(place))"
        switch finding.outcome {
        case .met(let level):
            let alarm = finding.indicator.kind == .weeklyGain ? pick("；请对照头颅超声", "; compare head ultrasound") : ""
            return pick("符合指标：\(name)\(word(level))", "meets the indicator \(name)\(word(level))") + pick("：", ":")
                + evidence
                + alarm
        case .notMet: return pick("未达：\(name)", "not met: \(name)") + pick("：", ":") + evidence
        case .unknown(let reason):
            return pick("不明：\(name)（\(missing(reason))）", "cannot tell: \(name) (\(missing(reason)))")
        }
    }

    private func word(_ level: GrowthIndicator.Level) -> String {
        switch level {
        case .met: ""
        case .mild: pick(" 轻度", " mild")
        case .moderate: pick(" 中度", " moderate")
        case .severe: pick(" 重度", " severe")
        }
    }

    private func moment(_ moment: GrowthIndicator.Moment) -> String {
        switch moment {
        case .latest: ""
        case .week36: pick("（36+0）", " at 36+0")
        case .discharge: pick("（出院时）", " at discharge")
        }
    }

    private func missing(_ reason: GrowthFinding.Missing) -> String {
        switch reason {
        case .tooEarly: pick("生后两周内不适用", "not in the first two weeks of life")
        case .noValue: pick("缺少所需的值", "a value it needs is missing")
        case .notRecorded: pick("病历未记录", "not recorded here")
        case .stale:
            pick(
                "最近一次已超过 \(GrowthIndicator.freshness) 天",
                "the latest value is more than \(GrowthIndicator.freshness) d old")
        case .notYet: pick("尚未恢复出生体重", "birth weight has not been regained yet")
        case .gap: pick("决定性的几天没有测量", "nobody measured on the days that decide it")
        case .dating: pick("胎龄误差范围内结论不一", "the gestational ages that the dating allows disagree")
        }
    }

    private func indicator(_ indicator: GrowthIndicator) -> String {
        let measure = term(indicator.measure.rawValue)
        let centile = indicator.bounds.first.map { "P\(CentileBand.number($0.value))" } ?? ""
        let secondary = indicator.isSecondary ? pick("（次要）", " (secondary)") : ""
        switch indicator.kind {
        case .zDecline where indicator.id == "postnatal_growth_failure":
            return pick("生后生长迟缓（z 下降）", "postnatal growth failure (z decline)")
        case .zDecline where indicator.family == "eugr":
            return pick("动态 EUGR（z 下降）", "dynamic EUGR (z decline)")
        case .zDecline: return pick("\(measure) z 下降", "\(measure) z decline") + secondary
        case .gainPercent:
            return pick("\(measure)增速（占维持出生 z 所需）", "\(measure) gain (of what holds the birth z)") + secondary
        case .daysToRegain: return pick("恢复出生体重天数", "days to regain birth weight")
        case .belowCentile: return pick("静态 EUGR（低于 \(centile)）", "static EUGR (below \(centile))")
        case .trueRestriction:
            return pick("真性 EUGR（出生时不低于 \(centile)，现低于）", "true EUGR (not below \(centile) at birth, below it now)")
        case .weeklyGain:
            let bound = indicator.bounds.first.map { " > \(CentileBand.number($0.value)) \(LinearGain.unit)" } ?? ""
            return pick("\(measure)增长过快\(bound)", "fast \(measure) growth\(bound)")
        case .nutrientIntake: return pick("能量和蛋白质摄入", "energy and protein intake")
        }
    }

    private func value(_ value: Double, of indicator: GrowthIndicator) -> String {
        // A value that two decimals would put on a bound shows the third, so that text and verdict agree.
        let isOnBound = indicator.bounds.contains { abs($0.value - value) < 0.005 }
        let decimals = isOnBound ? 3 : 2
        return switch indicator.kind {
        case .zDecline: "\(Wording.minus(value, decimals)) SD"
        case .gainPercent:
            "\(Wording.minus(value, indicator.bounds.contains { abs($0.value - value) < 0.5 } ? 2 : 0)) %"
        case .daysToRegain: "\(Wording.minus(value, 0)) d"
        case .belowCentile, .trueRestriction:
            "P"
                + (indicator.bounds.contains { abs($0.value - value) < 0.5 }
                    ? Wording.minus(value, 2) : Wording.centile(value))
        case .weeklyGain: "\(Wording.minus(value, decimals)) \(LinearGain.unit)"
        case .nutrientIntake: ""
        }
    }
}
