public import NICUCore

extension Wording {
    /// What a re-dating did to the figures: before and after, for each that changed.
    public func redated(_ before: GrowthSummary, _ after: GrowthSummary, plan: ReferencePlan) -> [String] {
        var lines: [String] = []
        func line(_ what: String, _ old: String, _ new: String) {
            if old != new { lines.append("  \(what): \(old) → \(new)") }
        }
        func age(_ point: GrowthSummary.Point) -> String { point.pmaDays.map(weeksAndDays) ?? "?" }
        let ends = GrowthMeasure.measured.flatMap { measure -> [GrowthSummary.Point] in
            let points = after.points.filter { $0.measure == measure }
            return [points.first(where: \.isBirth), points.last { !$0.isBirth }].compactMap { $0 }
        }
        for new in ends {
            guard let old = before.points.first(where: { $0.entry == new.entry }) else { continue }
            let value = "\(term(new.measure.rawValue)) \(new.measure.quantity.display(new.value)) (\(new.day))"
            line(value + " " + pick("矫正胎龄", "PMA"), age(old), age(new))
            for score in new.scores where plan.ids.contains(score.reference) {
                guard let was = old.scores.first(where: { $0.reference == score.reference }) else { continue }
                func shown(_ score: GrowthSummary.Point.Score) -> String {
                    let size = new.isBirth ? score.score.sizeForGestation.map { " " + self.size($0) } : nil
                    return scoreWithDating(score) + (size ?? "")
                }
                line("\(value) \(score.reference)", shown(was), shown(score))
            }
        }
        func delta(_ summary: GrowthSummary, _ id: String) -> String {
            summary.deltaZ.first { $0.reference == id && $0.since == .birth }.map { Wording.signed($0.value, 2) } ?? "—"
        }
        for id in plan.ids { line("Δz \(id) " + pick("自出生", "since birth"), delta(before, id), delta(after, id)) }
        guard !lines.isEmpty else { return [] }
        return [
            pick("随之改变（前 → 后）；已存的决定保持原样", "what changes with it (before → after); stored decisions stay as they were")
        ]
            + lines
    }
}
