public import NICUCore

extension Wording {
    /// The lines behind a new weight: who, how old, what changed, and what the growth figures say now.
    public func weightEcho(_ course: Course, _ summary: GrowthSummary, entry: Entry, siblings: [InfantCode]) -> [String]
    {
        let entry = entry.told(in: course.clock.zone)
        var who = "\(course.code)  \(sex(course.sex))"
        who += birthOrder(course, siblings: siblings).map { "  " + $0 } ?? ""
        if let birthWeight = course.birthWeight {
            who += pick("  出生 \(birthWeight.grams) g", "  born \(birthWeight.grams) g")
        }
        var lines = [who]
        let points = summary.points.filter { $0.measure == .weight }
        guard let place = points.lastIndex(where: { $0.entry == entry.seq }) else { return lines }
        let point = points[place]
        if place > 0 {
            let last = points[place - 1]
            // A weight known only to the day has no hour to count from, so its own time is asked.
            let before =
                course.entries.first { $0.seq == last.entry }?.at
                ?? zone.moment(at: Instant(seconds: last.instantSeconds))
            let change = weightChange(point.value - last.value, from: before, to: entry.at)
            lines.append(
                pick(
                    "上次 \(last.value) g（\(before.display)），\(change)",
                    "last \(last.value) g (\(before.display)), \(change)"))
        }
        return lines + weightFigures(course, summary, entry: entry)
    }

    /// The difference between two weights and the time between them: hours up to three days, civil days beyond and where
    /// one is known only to the day.
    func weightChange(_ grams: Int, from: Moment, to: Moment) -> String {
        let sign = grams > 0 ? "+" : grams < 0 ? "−" : ""
        let seconds = to.instant - from.instant
        let isInDays = from.precision == .day || to.precision == .day || seconds > 72 * 3600
        let span =
            isInDays
            ? pick("\(to.day - from.day) 天", "\(to.day - from.day) d")
            : pick("\(seconds / 3600) 小时", "\(seconds / 3600) h")
        return "\(sign)\(abs(grams)) g" + pick("，相隔 \(span)", " in \(span)")
    }

    /// What a new weight means in figures: a slip that would not be seen, z in each reference, Δz, rate, and birth weight;
    /// in short the first Δz alone and no birth weight.
    public func weightFigures(
        _ course: Course, _ summary: GrowthSummary, entry: Entry, isShort: Bool = false
    ) -> [String] {
        let entry = entry.told(in: course.clock.zone)
        guard let point = summary.points.last(where: { $0.measure == .weight && $0.entry == entry.seq }) else {
            return []
        }
        var lines = slipLines(course, entry)
        for score in point.scores { lines.append("z \(score.reference): \(self.score(score.score))") }
        lines += summary.deltaZ.prefix(isShort ? 1 : summary.deltaZ.count).map(delta)
        if let rate = summary.headlineVelocity { lines.append(velocity(rate)) }
        if !isShort, let regained = summary.birthWeightRegained {
            lines.append(
                pick(
                    "恢复出生体重已 \(entry.at.day - regained.day) 天",
                    "birth weight regained \(entry.at.day - regained.day) d ago"))
        }
        return lines
    }

    /// The lines behind new lengths and head circumferences: z in each reference, the gain of the week, and what is met.
    public func measureEcho(_ summary: GrowthSummary, entries: Set<Int64>, indicators: GrowthIndicatorSet) -> [String] {
        let points = summary.points.filter { entries.contains($0.entry) }
        var lines = points.flatMap { point in
            point.scores.map { "\(term(point.measure.rawValue)) z \($0.reference): \(scoreWithDating($0))" }
        }
        // A gain ends at the latest value; one entered late, or a length by tape, has none of its own.
        let gains = summary.linearGain.filter { $0.window == .week && entries.contains($0.entry) }
        lines += gains.map(linearGain)
        let latest = Set(gains.map(\.measure))
        lines += summary.findings(indicators).filter { finding in
            guard case .met = finding.outcome else { return false }
            return finding.indicator.kind == .weeklyGain && latest.contains(finding.indicator.measure)
        }.map(finding)
        return lines
    }
}
