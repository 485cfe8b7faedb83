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
}
