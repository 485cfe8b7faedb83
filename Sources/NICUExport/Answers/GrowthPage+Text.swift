internal import NICUCore

extension GrowthPage {
    /// The page as text: the latest values with their scores, size at birth, the figures for the round and the indicators.
    public var text: String {
        var lines = heading
        for measure in GrowthMeasure.measured { lines += table(measure) }
        lines += afterStay
        lines += steps
        lines += sizeAtBirth
        if isCompared { lines += latestCompared }
        lines.append("")
        if let nadir = summary.nadir { lines.append(wording.nadir(nadir)) }
        if let regained = summary.birthWeightRegained, summary.nadir?.dayOfLife != 0 {
            lines.append(wording.regained(regained))
        }
        if let latest = summary.points.last(where: { $0.measure == .weight }), summary.asOf - latest.day > 2 {
            lines.append(wording.latestWeightIsOld(summary.asOf - latest.day))
        }
        lines += Velocity.Window.allCases.compactMap(velocity)
        if let target = indicators.target(atPostmenstrualDays: pmaDays) { lines.append(wording.target(target)) }
        lines += summary.linearGain.map(wording.linearGain)
        lines += summary.heldGain.filter { follows($0.reference) }.map(wording.heldGain)
        lines += summary.deltaZ.filter { follows($0.reference) }.map(wording.delta)
        lines += [wording.projection(summary.projection)]
        lines += indicatorLines
        return lines.joined(separator: "\n")
    }

    private var pmaDays: Int? { summary.gestationalAgeDays.map { $0 + (summary.asOf - summary.birthDay) } }

    private var heading: [String] {
        let age = course.postnatalAge(on: course.asOf.day)?.days
        var title = "\(course.code)  \(wording.sex(sex))"
        if sex != course.sex { title += wording.assumed() }
        title += "  " + wording.ages(day: age, postmenstrual: course.postmenstrualAge(on: course.asOf.day))
        var lines = [title, wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head)]
        if let dating = course.latestDating?.body, dating.gestationalAge != nil, let days = dating.plusMinusDays,
            days > 0
        {
            lines.append(wording.datingUncertain(days))
        }
        if sex != .female, sex != .male { lines.append(wording.bothSexesOnRequest()) }
        return lines
    }

    private func table(_ measure: GrowthMeasure) -> [String] {
        let points = summary.points.filter { $0.measure == measure }
        let references = ReferencePlan.once(summary.followUpReferences + named).filter { id in
            points.contains { point in shows(id, of: point) && point.scores.contains { $0.reference == id } }
        }
        guard !points.isEmpty else { return [] }
        var table = Table(
            wording.growthColumns(measure) + references.map { $0 + " z (" + wording.pick("百分位", "centile") + ")" },
            [.left, .right, .right, .right])
        let shown = points.count > 14 ? Array(points.prefix(3)) + Array(points.suffix(10)) : points
        for (index, point) in shown.enumerated() {
            if points.count > 14, index == 3 { table.add([wording.omitted(points.count - 13)]) }
            table.add(
                [
                    point.day.description, "\(point.dayOfLife)", point.pmaDays.map(weeksAndDays) ?? "?",
                    measure.quantity.display(point.value),
                ]
                    + references.map { id in
                        guard shows(id, of: point) else { return "" }
                        let score = point.scores.first { $0.reference == id }
                        // A reference of size at birth is not asked about later values.
                        return score.map(wording.scoreWithDating) ?? wording.score(GrowthScore(reason: .birthOnly))
                    })
        }
        return ["", table.text(columns: wording.columns)]
    }

    /// Where one chart takes over from another inside the series.
    private var steps: [String] {
        guard !isCompared, let last = summary.points.last?.pmaDays,
            plan.followUp(atPostmenstrualDays: last) != plan.postnatal
        else { return [] }
        return ["", wording.chartStep(plan)]
    }

    /// Size at birth in the references made for it, and where they disagree.
    private var sizeAtBirth: [String] {
        var lines: [String] = []
        for point in summary.points where point.isBirth {
            let scores = point.scores.filter {
                isCompared
                    ? !summary.followUpReferences.contains($0.reference) || $0.score.sizeForGestation != nil
                    : plan.birth.contains($0.reference)
            }
            guard !scores.isEmpty else { continue }
            if lines.isEmpty { lines += ["", wording.pick("出生时大小", "size at birth")] }
            for score in scores {
                lines.append(
                    "  " + wording.term(point.measure.rawValue) + " " + point.measure.quantity.display(point.value)
                        + "  " + score.reference + "  " + wording.scoreWithDating(score)
                        + (wording.size(score).map { "  " + $0 } ?? ""))
            }
            let sizes = scores.compactMap(\.score.sizeForGestation)
            if Set(sizes.map { $0 == .severelySmall ? .small : $0 }).count > 1 {
                lines.append("  " + wording.disagreement(sizes))
            }
        }
        return lines
    }

    /// The latest values in every reference side by side, and whether they agree on the tenth centile.
    private var latestCompared: [String] {
        GrowthMeasure.measured.compactMap { measure in
            guard let point = summary.points.last(where: { $0.measure == measure }), !point.isBirth else { return nil }
            let scores = point.scores.filter { $0.score.z != nil }
            guard scores.count > 1 else { return nil }
            let below = scores.count { ($0.score.centile ?? 100) < 10 }
            return wording.compared(point, scores, below: below)
        }
    }

    private func velocity(_ window: Velocity.Window) -> String? {
        let rates = summary.velocity.filter { $0.window == window }
        if let rate = rates.first { return wording.velocities(rates, first: rate) }
        return summary.velocityMissing[window].map { wording.velocityMissing(window, $0) }
    }

    private var indicatorLines: [String] {
        let findings = findings
        guard !findings.isEmpty else { return [] }
        var lines = ["", wording.indicatorsHeading(weightOnly: !hasLengthAndHead)]
        for (id, family) in indicators.families.sorted(by: { $0.key < $1.key }) {
            let own = findings.filter { $0.indicator.family == id }
            guard !own.isEmpty else { continue }
            lines.append("  " + wording.family(id, family))
            lines += own.map { "    " + wording.finding($0) }
        }
        return lines
    }
}
