internal import NICUCore

extension InfantLines {
    /// The z-scores of a point in the references that speak at its age, each beside its id.
    func scores(_ point: GrowthSummary.Point) -> String {
        let ids = picture.plan.followUp(atPostmenstrualDays: point.pmaDays)
        let found = point.scores.filter { ids.contains($0.reference) }
        guard !found.isEmpty else { return wording.pick("z：无适用参考", "z: no reference at this age") }
        return found.map { "z \($0.reference) \(wording.scoreWithDating($0))" }.joined(
            separator: wording.pick("；", "; "))
    }

    /// The latest weight with its change against the one before, and its z-scores.
    func latestWeight(isShort: Bool) -> [Sheet.Line] {
        let points = picture.growth?.points.filter { $0.measure == .weight } ?? []
        guard let last = points.last, let entry = course.entries.first(where: { $0.seq == last.entry }) else {
            return [missing(wording.term("weight"))]
        }
        var text = "\(last.value) g" + wording.pick("（\(entry.at.display)）", " (\(entry.at.display))")
        if let before = points.dropLast().last {
            let change = last.value - before.value
            let sign = change > 0 ? "+" : change < 0 ? "−" : ""
            let seconds = last.instantSeconds - before.instantSeconds
            let hours = wording.lapse(seconds)
            text += wording.pick("，\(sign)\(abs(change)) g / \(hours)", ", \(sign)\(abs(change)) g in \(hours)")
        }
        let old = course.asOf.day - last.day
        if old > 2 { text += wording.pick("，\(old) 天前", ", \(old) d old") }
        if isShort, old <= 2 { return [Sheet.Line(text), Sheet.Line(scores(last))] }
        return [Sheet.Line(text, old > 2 ? .attention : .plain), Sheet.Line(scores(last))]
    }

    /// That the infant was not weighed today for a reason, with who said so and when; nothing where it was put off to later.
    var omittedWeight: [Sheet.Line] {
        guard course.stayEnd == nil, case .omitted = WeighState(course).today, let omission = course.weightOmission
        else {
            return []
        }
        return [Sheet.Line(wording.notWeighedToday(omission))]
    }

    var weight: [Sheet.Line] {
        var lines = latestWeight(isShort: false)
        lines += picture.unconfirmed.filter { ($0.body as? Measurement)?.quantity == .weight }.map {
            Sheet.Line("#\($0.seq) \($0.at.display) \(wording.fact($0))", .attention)
        }
        lines += omittedWeight
        if case .missing = WeighState(course).today, course.stayEnd == nil {
            let now = course.asOf.latest
            let isRecent =
                course.weights.last.map { now - $0.entry.at.earliest <= InfantPicture.window.seconds } ?? false
            lines.append(Sheet.Line(wording.noWeightToday(course.clock, at: now), isRecent ? .plain : .attention))
        }
        if let dosing = course.all(Measurement.self).last(where: {
            $0.body.quantity == .weight && $0.body.role == .dosing
        }) {
            lines.append(Sheet.Line(wording.measurement(dosing.body) + ", " + dosing.entry.at.display))
        }
        guard let growth = picture.growth, growth.points.contains(where: { $0.measure == .weight }) else {
            return lines
        }
        for window in [Velocity.Window.sinceRegained, .sevenDays] {
            let rates = growth.velocity.filter { $0.window == window && $0.method == .exponential }
            if let rate = rates.first {
                lines.append(Sheet.Line(wording.velocity(rate)))
            } else if let reason = growth.velocityMissing[window] {
                lines.append(Sheet.Line(wording.velocityMissing(window, reason), .missing))
            }
        }
        lines += growth.deltaZ.filter { picture.plan.postnatal.contains($0.reference) }.map {
            Sheet.Line(wording.delta($0))
        }
        return lines + [size(.length), size(.head)]
    }

    /// The latest length or head circumference with its age and its z-scores; older than a week is said so.
    func size(_ measure: GrowthMeasure) -> Sheet.Line {
        guard let point = picture.growth?.points.last(where: { $0.measure == measure }) else {
            return missing(wording.term(measure.rawValue))
        }
        let old = course.asOf.day - point.day
        let text =
            wording.term(measure.rawValue) + " " + measure.quantity.display(point.value)
            + wording.pick("（\(point.day)，\(old) 天前）", " (\(point.day), \(old) d ago)")
        let beyond = old > 7 ? wording.pick("；超过 7 天", "; more than 7 d old") : ""
        return Sheet.Line(text + wording.pick("；", "; ") + scores(point) + beyond, old > 7 ? .attention : .plain)
    }
}
