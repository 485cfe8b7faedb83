public import NICUCore

extension Wording {
    /// A class of size at birth.
    public func size(_ size: SizeForGestation) -> String {
        switch size {
        case .severelySmall: pick("重度小于胎龄儿", "severe SGA")
        case .small: pick("小于胎龄儿", "SGA")
        case .appropriate: pick("适于胎龄儿", "AGA")
        case .large: pick("大于胎龄儿", "LGA")
        }
    }

    /// How many references say what, where they do not say the same.
    public func disagreement(_ sizes: [SizeForGestation]) -> String {
        let counted = SizeForGestation.allCases.compactMap { size -> String? in
            let count = sizes.count { $0 == size }
            return count == 0 ? nil : pick("\(count) 个参考：\(self.size(size))", "\(self.size(size)) by \(count)")
        }
        return pick("参考之间不一致：", "the references disagree: ") + counted.joined(separator: pick("；", ", "))
    }

    /// One score as people read it: z and centile, or the reason why there is none.
    public func score(_ score: GrowthScore) -> String {
        if let band = score.band { return band.text }
        if let z = score.z, let centile = score.centile { return "\(Wording.z(z)) (\(Wording.centile(centile)))" }
        return switch score.status {
        case .belowRange: pick("— 早于参考范围", "— before its range")
        case .aboveRange: pick("— 晚于参考范围", "— after its range")
        case .unknownSex: pick("— 性别不详或未定", "— sex unknown or indeterminate")
        case .unknownGestationalAge: pick("— 胎龄不详", "— gestational age unknown")
        case .birthOnly: pick("— 仅用于出生值", "— at birth only")
        case .notForBirth: pick("— 不用于出生值", "— not for birth")
        case .notApplicable: pick("— 不适用（足月）", "— not applicable (term)")
        default: pick("— 无值", "— no value")
        }
    }

    /// One score with the z-scores its dating implies.
    public func scoreWithDating(_ score: GrowthSummary.Point.Score) -> String {
        guard let band = score.dating else { return self.score(score.score) }
        let open = band.isOpen ? pick("，部分胎龄无值", ", none for some datings") : ""
        let range =
            band.z.map { "\(Wording.z($0.lowerBound)) … \(Wording.z($0.upperBound))" }
            ?? [band.bands.first, band.bands.last].compactMap { $0?.text }.joined(separator: " … ")
        // A dating that leaves the value between the same two lines says nothing new.
        if band.z == nil, band.bands.count == 1, !band.isOpen { return self.score(score.score) }
        return self.score(score.score) + " [\(range)\(open)]"
    }

    /// The class of a size at birth, and the classes that the dating allows where they are several.
    func size(_ score: GrowthSummary.Point.Score) -> String? {
        guard let size = score.score.sizeForGestation else { return nil }
        guard let sizes = score.dating?.sizes, let first = sizes.first, let last = sizes.last, first != last else {
            return self.size(size)
        }
        return self.size(size) + " [\(self.size(first)) … \(self.size(last))]"
    }

    /// That the sex is not the recorded one.
    public func assumed() -> String { pick("（假定）", " (assumed)") }

    /// What the brackets behind a z-score are.
    func datingUncertain(_ days: Int) -> String {
        pick("胎龄误差 ±\(days) 天；方括号内为由此得出的范围", "dated to ± \(days) d; in brackets what this implies")
    }

    /// How to see both sexes.
    func bothSexesOnRequest() -> String {
        pick("无单一 z 值；--assume-sex both 分别列出女、男两种假定", "no single z; --assume-sex both shows both, each labelled")
    }

    /// The first columns of a table of values.
    func growthColumns(_ measure: GrowthMeasure) -> [String] {
        [term(measure.rawValue), pick("日龄", "age d"), pick("矫正胎龄", "PMA"), pick("值", "value")]
    }

    /// Rows left out of a table.
    func omitted(_ count: Int) -> String {
        pick("…（另 \(count) 次，见 timeline）", "… (\(count) more, see timeline)")
    }

    /// Where another chart stands beside the first and where it takes over.
    public func chartStep(_ plan: ReferencePlan) -> String {
        let (postnatal, after) = (list(plan.postnatal), list(plan.afterTerm))
        return pick(
            "自 40+0 起 \(after)（矫正年龄）与 \(postnatal) 并列，50+0 后只用 \(after)：换图有阶差，不是生长；Δz 只在同一参考内计算",
            "from 40+0 \(after) at corrected age stands beside \(postnatal), and alone after 50+0: chart step, not growth; Δz is formed inside one reference only"
        )
    }

    /// The latest value in several references.
    func compared(_ point: GrowthSummary.Point, _ scores: [GrowthSummary.Point.Score], below: Int) -> String {
        let each = scores.map { "\($0.reference) \(score($0.score))" }.joined(separator: pick("；", ", "))
        let value = "\(term(point.measure.rawValue)) \(point.measure.quantity.display(point.value)) (\(point.day))"
        let verdict: String
        switch below {
        case 0: verdict = pick("均不低于第 10 百分位", "below P10 by none")
        case scores.count: verdict = pick("均低于第 10 百分位", "below P10 by all \(below)")
        default:
            verdict = pick(
                "不一致：\(below) 个参考低于第 10 百分位，\(scores.count - below) 个不低于",
                "they disagree: below P10 by \(below), not by \(scores.count - below)")
        }
        return pick(
            "\(value) 在 \(scores.count) 种图上：\(each)；\(verdict)",
            "\(value) on \(scores.count) charts: \(each); \(verdict)")
    }

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
