import NICUCore

// Volume by mouth against the plan, from the prose: a day of feeds for each kilogram of a weight that nothing puts in doubt.
extension NaiveView {
    func oralVolume(_ test: OralVolume) -> Verdict {
        guard let plan = plans.last(where: { $0.body.target == test.target }), let low = plan.body.low,
            plan.body.unit == "mL/kg/d"
        else { return .unknown }
        if let until = plan.body.until, until.moment(in: clock.zone).latest.seconds < now { return .unknown }
        let begin = now - test.window.seconds
        var wasRecordedBefore = false
        var tenths = 0
        for intake in intakes {
            if intake.at <= begin {
                if intake.at > begin - test.window.seconds { wasRecordedBefore = true }
                continue
            }
            if let route = intake.body.route, !["oral", "bottle", "breast", "cup"].contains(route) { continue }
            guard intake.body.route != nil, let volume = intake.body.volumeTenthsMl else { return .unknown }
            tenths += volume
        }
        guard wasRecordedBefore, let grams = weightForFeeds(test) else { return .unknown }
        let planned = low.scaled(to: 3).map { Double($0) / 1000 } ?? 0
        // mL/kg as exact as a Double is: both sides are far below its limit.
        return Double(tenths) * 100 >= planned * Double(grams) ? .met : .notMet
    }

    /// In grams; nil where it is too old or in doubt.
    private func weightForFeeds(_ test: OralVolume) -> Int? {
        let all = measurements.filter { $0.body.quantity == .weight }
        if let dosing = all.last(where: { $0.body.role == .dosing }) { return dosing.body.value }
        let oldest = now - test.weightMaxAge.seconds
        if hasUnconfirmedWeight(from: oldest, to: now) { return nil }
        guard let birth = all.last(where: { $0.body.role == .birth }) else { return nil }
        var used = birth
        let measured = all.filter { $0.body.role == .measured }
        if isRegained(birth, measured), let last = measured.last {
            if last.at < oldest { return nil }
            used = last
        }
        return isContradicted(used) ? nil : used.body.value
    }

    /// Whether the birth weight was reached again on a day after that of the lowest weight.
    private func isRegained(_ birth: Timed<Measurement>, _ measured: [Timed<Measurement>]) -> Bool {
        func day(_ weight: Timed<Measurement>) -> Day { clock.zone.day(at: Instant(seconds: weight.at)) }
        var lowest = birth
        var isBack = false
        for weight in measured where weight.at >= birth.at {
            if weight.body.value < lowest.body.value {
                lowest = weight
                isBack = false
            } else if weight.body.value >= birth.body.value, day(weight) > day(lowest) {
                isBack = true
            }
        }
        return isBack
    }
}
