public import NICUCore

extension Wording {
    /// The lowest weight.
    func nadir(_ mark: GrowthSummary.Mark) -> String {
        if mark.dayOfLife == 0 { return pick("没有低于出生体重的记录", "no recorded weight below the birth weight") }
        return pick("最低体重：", "nadir: ") + "\(mark.value) g, \(mark.day) ("
            + pick("日龄 \(mark.dayOfLife) 天", "age \(mark.dayOfLife) d")
            + ", \(Wording.signed(mark.percentOfBirthWeight, 1)) %)"
    }

    /// That the rates end at a weight of some days ago.
    func latestWeightIsOld(_ days: Int) -> String {
        pick("最近一次体重在 \(days) 天前；以下速度止于该日", "the latest weight is \(days) d old; the rates below end there")
    }

    /// When birth weight was regained.
    func regained(_ mark: GrowthSummary.Mark) -> String {
        pick("恢复出生体重：", "birth weight regained: ") + "\(mark.day) ("
            + pick("日龄 \(mark.dayOfLife) 天", "age \(mark.dayOfLife) d") + ")"
    }

    /// What a window of a rate covers.
    public func window(_ window: Velocity.Window) -> String {
        switch window {
        case .sinceRegained: pick("自恢复出生体重", "since birth weight was regained")
        case .sinceNadir: pick("自最低体重", "since the nadir")
        case .sevenDays: pick("止于最近一次的 7 天", "7 d to the latest")
        case .fourteenDays: pick("止于最近一次的 14 天", "14 d to the latest")
        case .wholeStay: pick("全程，含体重下降期", "whole stay, includes the loss phase")
        }
    }

    private func method(_ method: Velocity.Method) -> String {
        method == .exponential ? pick("指数法", "exponential") : pick("两点法", "two-point")
    }

    /// A rate with its method, window and number of weights.
    public func velocity(_ rate: Velocity) -> String {
        pick(
            "增长速度（\(method(rate.method))，\(window(rate.window))）：",
            "velocity (\(method(rate.method)), \(window(rate.window))): ")
            + "\(Wording.minus(rate.value, 2)) \(rate.unit), n = \(rate.n), \(rate.from) – \(rate.to)"
    }

    /// The rates of one window by every method.
    func velocities(_ rates: [Velocity], first: Velocity) -> String {
        let each = rates.map { "\(Wording.minus($0.value, 2)) \($0.unit) \(method($0.method))" }
        return pick("增长速度（\(window(first.window))）：", "velocity (\(window(first.window))): ")
            + list(each + ["\(Wording.minus(first.gramsPerDay, 1)) g/d"])
            + ", n = \(first.n), \(first.from) – \(first.to)"
    }

    /// Why a window has no rate.
    func velocityMissing(_ window: Velocity.Window, _ reason: Velocity.Missing) -> String {
        let why =
            switch reason {
            case .noBeginning where window == .sinceRegained:
                pick("尚未恢复出生体重", "birth weight has not been regained")
            case .noBeginning where window == .sevenDays:
                pick("最近一次之前 6–8 天内没有体重", "no weight 6 to 8 d before the latest")
            case .noBeginning where window == .fourteenDays:
                pick("最近一次之前 13–15 天内没有体重", "no weight 13 to 15 d before the latest")
            case .noBeginning: pick("没有起点", "no weight to begin with")
            case .tooFew(let n):
                pick("只有 \(n) 次，需 \(window.fewestWeights) 次", "\(n) weights, \(window.fewestWeights) needed")
            case .tooClose: pick("两次相隔不足 18 小时", "the two weights lie less than 18 h apart")
            }
        return pick("增长速度（\(self.window(window))）：— \(why)", "velocity (\(self.window(window))): — \(why)")
    }

    /// The gain aimed at.
    func target(_ target: GrowthIndicatorSet.Target) -> String {
        let range =
            "\(CentileBand.number(target.range.lowerBound))–\(CentileBand.number(target.range.upperBound)) \(target.unit)"
        return pick("该矫正胎龄的目标：\(range)（\(target.source)）", "aimed at for this age: \(range) (\(target.source))")
    }

    /// A gain of length or head.
    func linearGain(_ gain: LinearGain) -> String {
        let window = gain.window == .week ? pick("止于最近一次的 7 天", "7 d to the latest") : pick("全程", "whole stay")
        return pick("\(term(gain.measure.rawValue))增长（\(window)）：", "\(term(gain.measure.rawValue)) gain (\(window)): ")
            + "\(Wording.signed(gain.value, 2)) \(LinearGain.unit), n = \(gain.n), \(gain.from) – \(gain.to)"
    }

    /// A gain beside what would have held the z-score of birth.
    func heldGain(_ gain: HeldGain) -> String {
        let window =
            switch gain.window {
            case .sevenDays: self.window(.sevenDays)
            case .fourteenDays: self.window(.fourteenDays)
            case .sinceRegained: self.window(.sinceRegained)
            }
        let unit = gain.measure == .weight ? "g" : "mm"
        let (name, percent) = (term(gain.measure.rawValue), Wording.minus(gain.percent, 0))
        return pick("\(name)增加（\(window)）：", "\(name) gained (\(window)): ")
            + pick(
                "\(Wording.minus(Double(gain.gained), 0)) \(unit)，为维持出生 z（\(Wording.z(gain.birthZ))，\(gain.reference)）所需 \(Wording.fixed(gain.expected, 0)) \(unit) 的 \(percent) %",
                "\(Wording.minus(Double(gain.gained), 0)) \(unit), \(percent) % of the \(Wording.fixed(gain.expected, 0)) \(unit) that would hold the birth z (\(Wording.z(gain.birthZ)), \(gain.reference))"
            ) + ", n = \(gain.n), \(gain.from) – \(gain.to)"
    }

    /// A change of z inside one reference.
    public func delta(_ delta: GrowthSummary.DeltaZ) -> String {
        let since: String
        switch delta.since {
        case .birth: since = pick("自出生", "since birth")
        case .lossPhase:
            let end =
                delta.lossPhaseEnd == .regained ? pick("恢复出生体重", "birth weight regained") : pick("日龄 14 天", "age 14 d")
            since = pick("自下降期结束（\(end)）", "since the loss phase (\(end))")
        }
        return "Δz \(delta.reference) \(since): \(Wording.signed(delta.value, 2)), \(delta.from) – \(delta.to)"
    }

    /// The range a week ahead, or why there is none.
    func projection(_ projection: Result<WeightProjection, WeightProjection.Missing>) -> String {
        let title = pick("一周后的体重：", "weight a week ahead: ")
        switch projection {
        case .success(let range):
            // Outwards to ten grams: a range is not made to look sharper than it is.
            let (low, high) = (Int(range.low / 10) * 10, Int((range.high / 10).rounded(.up)) * 10)
            let level = Wording.fixed(100 * WeightProjection.level, 0)
            return title
                + pick(
                    "\(low)–\(high) g（\(range.day)；若近 14 天的趋势不变，\(level) % 预测区间，n = \(range.n)）",
                    "\(low)–\(high) g (\(range.day); if the last 14 d go on, \(level) % prediction interval, n = \(range.n))"
                )
        case .failure(.tooFew):
            return title
                + pick(
                    "— 近 14 天体重不足（需 \(WeightProjection.fewestWeights) 天、跨 \(WeightProjection.shortestSpan) 天）",
                    "— too few weights in the last 14 d (\(WeightProjection.fewestWeights) days over \(WeightProjection.shortestSpan) d needed)"
                )
        case .failure(.stale):
            return title
                + pick(
                    "— 最近一次体重已超过 \(WeightProjection.longestAge) 天",
                    "— the latest weight is more than \(WeightProjection.longestAge) d old")
        case .failure(.ended): return title + pick("— 不作推算", "— nothing is projected")
        }
    }
}
