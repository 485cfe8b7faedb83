public import NICUCore

/// The answer of `growth` as text: the latest values with their scores, the phases, rates and changes.
public func growthText(_ course: Course, _ summary: GrowthSummary, sex: Sex, wording: Wording) -> String {
    var lines: [String] = []
    let age = course.postnatalAge(on: course.asOf.day)?.days
    var title = "\(course.code)  \(wording.sex(sex))"
    if sex != course.sex { title += wording.pick("（假定）", " (assumed)") }
    lines.append(title + "  " + wording.ages(day: age, postmenstrual: course.postmenstrualAge(on: course.asOf.day)))
    lines.append(wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head))
    for measure in GrowthMeasure.measured {
        let points = summary.points.filter { $0.measure == measure }
        guard let last = points.last else { continue }
        let references = summary.followUpReferences.filter { id in last.scores.contains { $0.reference == id } }
        var table = Table(
            [
                wording.term(measure.rawValue), wording.pick("日龄", "age d"), wording.pick("矫正胎龄", "PMA"),
                wording.pick("值", "value"),
            ]
                + references.map { $0 + " z (" + wording.pick("百分位", "centile") + ")" },
            [.left, .right, .right, .right])
        let shown = points.count > 14 ? Array(points.prefix(3)) + Array(points.suffix(10)) : points
        for (index, point) in shown.enumerated() {
            if points.count > 14, index == 3 {
                table.add([
                    wording.pick(
                        "…（另 \(points.count - 13) 次，见 timeline）", "… (\(points.count - 13) more, see timeline)")
                ])
            }
            table.add(
                [
                    point.day.description, "\(point.dayOfLife)", point.pmaDays.map(weeksAndDays) ?? "?",
                    measure.quantity.display(point.value),
                ]
                    + references.map { id in
                        point.scores.first { $0.reference == id }.map { wording.score($0.score) } ?? ""
                    })
        }
        lines += ["", table.text]
    }
    lines += sizeAtBirth(summary, wording)
    lines.append("")
    if let nadir = summary.nadir {
        lines.append(
            wording.pick("最低体重：", "nadir: ") + "\(nadir.value) g, \(nadir.day) ("
                + wording.pick("日龄 \(nadir.dayOfLife) 天", "age \(nadir.dayOfLife) d")
                + ", \(Wording.signed(nadir.percentOfBirthWeight, 1)) %)")
    }
    if let regained = summary.birthWeightRegained {
        lines.append(
            wording.pick("恢复出生体重：", "birth weight regained: ") + "\(regained.day) ("
                + wording.pick("日龄 \(regained.dayOfLife) 天", "age \(regained.dayOfLife) d") + ")")
    }
    for rate in summary.velocity where rate.method == .exponential {
        lines.append(wording.velocity(rate))
    }
    for delta in summary.deltaZ { lines.append(wording.delta(delta)) }
    return lines.joined(separator: "\n")
}

/// Size at birth in the references made for it, and where they disagree.
private func sizeAtBirth(_ summary: GrowthSummary, _ wording: Wording) -> [String] {
    var lines: [String] = []
    for point in summary.points where point.isBirth {
        let scores = point.scores.filter {
            !summary.followUpReferences.contains($0.reference) || $0.score.sizeForGestation != nil
        }
        guard !scores.isEmpty else { continue }
        if lines.isEmpty { lines += ["", wording.pick("出生时大小", "size at birth")] }
        for score in scores {
            lines.append(
                "  " + wording.term(point.measure.rawValue) + " " + point.measure.quantity.display(point.value) + "  "
                    + score.reference + "  " + wording.score(score.score)
                    + (score.score.sizeForGestation.map { "  " + wording.size($0) } ?? ""))
        }
        let sizes = scores.compactMap(\.score.sizeForGestation)
        if Set(sizes.map { $0 == .severelySmall ? .small : $0 }).count > 1 {
            lines.append("  " + wording.disagreement(sizes))
        }
    }
    return lines
}

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
        case .unknownSex: pick("— 性别不详", "— sex unknown")
        case .unknownGestationalAge: pick("— 胎龄不详", "— gestational age unknown")
        case .birthOnly: pick("— 仅用于出生值", "— at birth only")
        case .notForBirth: pick("— 不用于出生值", "— not for birth")
        case .notApplicable: pick("— 不适用（足月）", "— not applicable (term)")
        default: pick("— 无值", "— no value")
        }
    }

    /// What a window of a rate covers.
    public func window(_ window: Velocity.Window) -> String {
        switch window {
        case .sinceRegained: pick("自恢复出生体重", "since birth weight was regained")
        case .sinceNadir: pick("自最低体重", "since the nadir")
        case .sevenDays: pick("近 7 天", "last 7 d")
        case .fourteenDays: pick("近 14 天", "last 14 d")
        case .wholeStay: pick("全程，含体重下降期", "whole stay, includes the loss phase")
        }
    }

    /// A rate with its method, window and number of weights.
    public func velocity(_ rate: Velocity) -> String {
        let method = rate.method == .exponential ? pick("指数法", "exponential") : pick("两点法", "two-point")
        return pick("增长速度（\(method)，\(window(rate.window))）：", "velocity (\(method), \(window(rate.window))): ")
            + "\(Wording.fixed(rate.value, 2)) \(rate.unit), n = \(rate.n), \(rate.from) – \(rate.to)"
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
}
