/// The limits of the questions that are not about a weight's expected interval.
///
/// Where a figure has no source it is the ward's operational default.
enum QuestionLimits {
    /// A loss below the birth weight that is asked about and one that is stopped, in per cent, until a day of life
    /// (10–20 % are expected in preterm infants: AccessPediatrics 457).
    static let earlyLossAsk = 15
    static let earlyLossStop = 25
    static let earlyLossUntilDay = 14
    /// A second value of the same quantity within so many seconds.
    static let hour: Int64 = 3600
    /// |z| of a first value after birth and of one at birth.
    static let firstZ = 5.0
    static let birthZ = 3.5
    /// Times in a row that the same weight is not asked about.
    static let sameWeights = 2
    /// Change of length in centimetres a week, over so many days at least.
    static let lengthPerWeek = -0.5...2.0
    /// Growth of the head in centimetres a week, over 5 to 10 days (AccessPediatrics 457 and 2762).
    static let headPerWeek = 1.25
    /// A smaller head that is not asked about, in millimetres: in the first week, and after.
    static let headFallFirstWeek = 10
    static let headFallLater = 5

    /// What is usual of a vital sign in its stored unit; nil for what is not one.
    static func usual(_ quantity: Quantity) -> ClosedRange<Int>? {
        switch quantity {
        case .heartRate: 80...220
        case .respiratoryRate: 15...100
        case .spo2: 50...100
        // Below 32.0 °C is severe hypothermia (WHO 1997).
        case .temperature: 320...410
        case .weight, .length, .head: nil
        }
    }
}

/// The questions about a measured value that is possible.
///
/// A weight to dose by or an estimate is asked about where it is far off; a value stored as unconfirmed, reported or
/// received is not: it counts nowhere.
func questions(
    about measurement: Measurement, at moment: Moment, in course: Course, beside surroundings: Surroundings
) -> [Question] {
    if measurement.quantity == .weight, measurement.role == .dosing || measurement.role == .estimated {
        return farFromExpected(measurement, at: moment, in: course)
    }
    guard measurement.counts else { return [] }
    var found: [Question] = []
    if measurement.role == .measured { found += repeated(measurement, at: moment, in: course) }
    switch measurement.quantity {
    case .weight: found += aboutWeight(measurement, at: moment, in: course, beside: surroundings)
    case .length, .head: found += aboutSize(measurement, at: moment, in: course, beside: surroundings)
    case .temperature, .heartRate, .respiratoryRate, .spo2:
        if let usual = QuestionLimits.usual(measurement.quantity), !usual.contains(measurement.value) {
            found.append(Question(.unusual, measurement, expected: usual))
        }
    }
    return found
}

/// A second weight, length or head within the hour.
private func repeated(_ measurement: Measurement, at moment: Moment, in course: Course) -> [Question] {
    guard GrowthMeasure(measurement.quantity) != nil, moment.precision != .day else { return [] }
    let near = course.all(Measurement.self).last { entry, body in
        body.quantity == measurement.quantity && body.counts && entry.at.precision != .day
            && abs(entry.at.instant - moment.instant) <= QuestionLimits.hour
    }
    return near.map { [Question(.withinTheHour, measurement, last: ($0.body.value, $0.entry.at))] } ?? []
}

/// A weight that is divided by or estimated: only what no swelling and no guess explains.
private func farFromExpected(_ measurement: Measurement, at moment: Moment, in course: Course) -> [Question] {
    guard let expected = course.expectedWeight(at: moment), expected.isFar(measurement.value) else { return [] }
    return [
        Question(
            .farFromExpected, level: .stop, measurement, expected: expected.range,
            last: course.weight(before: expected),
            explanation: Slip.explaining(measurement.value, expected: expected))
    ]
}

extension Course {
    /// The weight that an expected interval leads on from.
    fileprivate func weight(before expected: ExpectedWeight) -> (value: Int, at: Moment)? {
        weights.last { $0.entry.at.middle == expected.last.at && $0.body.value == expected.last.grams }
            .map { ($0.body.value, $0.entry.at) }
    }
}

private func aboutWeight(
    _ measurement: Measurement, at moment: Moment, in course: Course, beside surroundings: Surroundings
) -> [Question] {
    let grams = measurement.value
    guard measurement.role == .measured, let expected = course.expectedWeight(at: moment) else {
        return againstChart(measurement, at: moment, in: course, beside: surroundings)
    }
    var found: [Question] = []
    let before = course.weight(before: expected)
    let twin = twinWeight(grams, expected, at: moment, in: course, beside: surroundings)
    if !expected.contains(grams) {
        let isFar = expected.isFar(grams)
        let slip = Slip.explaining(grams, expected: expected)
        // A slip that can be undone explains more than a curve that happens to lie near.
        let explanation = slip?.value != nil ? slip : twin.map { .init(.twin, sibling: $0) } ?? slip
        found.append(
            Question(
                isFar ? .farFromExpected : .outsideExpected, level: isFar ? .stop : .ask, measurement,
                expected: expected.range, last: before, explanation: explanation))
    }
    if let twin {
        found.append(
            Question(
                .twinCurve, measurement, expected: expected.range, last: before,
                explanation: .init(.twin, sibling: twin)))
    }
    let same = course.weights.filter { $0.entry.at.earliest <= expected.last.at }
        .suffix(QuestionLimits.sameWeights)
    if same.count == QuestionLimits.sameWeights,
        same.allSatisfy({ $0.body.value == grams && $0.body.role == .measured })
    {
        found.append(Question(.sameAgain, measurement, last: before, explanation: .init(.copied)))
    }
    if let birth = course.birthWeight, let day = course.postnatalAge(on: course.clock.zone.day(at: moment.earliest)),
        day.days <= QuestionLimits.earlyLossUntilDay
    {
        let lost = Double(birth.grams - grams) * 100 / Double(birth.grams)
        if lost >= Double(QuestionLimits.earlyLossAsk) {
            let isSevere = lost >= Double(QuestionLimits.earlyLossStop)
            found.append(
                Question(
                    .earlyLoss, level: isSevere ? .stop : .ask, measurement, last: (birth.grams, birth.entry.at),
                    figure: lost))
        }
    }
    return found
}

/// The sibling whose curve a weight fits, where it fits the infant's own much less; nil for none.
private func twinWeight(
    _ grams: Int, _ own: ExpectedWeight, at moment: Moment, in course: Course, beside surroundings: Surroundings
) -> InfantCode? {
    let day = course.postnatalAge(on: course.clock.zone.day(at: moment.earliest))?.days
    return surroundings.siblings.first { sibling in
        // The sibling's own weight of this morning is the best there is; what comes later says nothing.
        let until = moment.earliest + QuestionLimits.hour * 3
        guard let theirs = ExpectedWeight(at: until, dayOfLife: day, weights: sibling.weights) else { return false }
        return TwinCurves(own: own.middle, theirs: theirs.middle).fitsTheirs(Double(grams))
    }?.code
}

/// Two curves beside one value.
struct TwinCurves {
    let own: Double
    let theirs: Double

    /// Curves nearer than this part of each other are not told apart.
    static let apart = 0.05
    /// The part of the own expected weight by which a value must be off.
    static let off = 0.03
    /// How many times nearer the value must lie to the sibling's.
    static let nearer = 2.0

    /// Whether a value belongs to the sibling rather than to the infant.
    func fitsTheirs(_ grams: Double) -> Bool {
        let fromOwn = abs(grams - own) / own
        let fromTheirs = abs(grams - theirs) / theirs
        return abs(own - theirs) / min(own, theirs) >= TwinCurves.apart && fromOwn >= TwinCurves.off
            && fromTheirs * TwinCurves.nearer <= fromOwn
    }
}

/// A first value far outside the growth reference.
private func againstChart(
    _ measurement: Measurement, at moment: Moment, in course: Course, beside surroundings: Surroundings
) -> [Question] {
    guard let measure = GrowthMeasure(measurement.quantity) else { return [] }
    guard let age = course.postnatalAge(on: course.clock.zone.day(at: moment.earliest)) else { return [] }
    let isBirth = measurement.role == .birth
    let limit = isBirth ? QuestionLimits.birthZ : QuestionLimits.firstZ
    for reference in surroundings.references {
        // Where the sex is unknown every curve must find it odd.
        let scores = course.sex.candidates.compactMap { sex in
            reference.score(
                stored: measurement.value, measure: measure, sex: sex,
                gestationalAgeDays: course.gestationalAge?.days, dayOfLife: age.days, isBirth: isBirth
            ).z
        }
        guard scores.count == course.sex.candidates.count, let least = scores.min(by: { abs($0) < abs($1) }) else {
            continue
        }
        return abs(least) > limit ? [Question(.growthChart, measurement, figure: least)] : []
    }
    return []
}

private func aboutSize(
    _ measurement: Measurement, at moment: Moment, in course: Course, beside surroundings: Surroundings
) -> [Question] {
    let isTape = measurement.quantity == .length && measurement.method == GrowthInput.Point.tape
    let before = course.all(Measurement.self).last { entry, body in
        body.quantity == measurement.quantity && body.counts && entry.at.latest < moment.earliest
            && !(body.quantity == .length && body.method == GrowthInput.Point.tape)
    }
    guard let before, !isTape else {
        return isTape ? [] : againstChart(measurement, at: moment, in: course, beside: surroundings)
    }
    let day = course.clock.zone.day(at: moment.earliest)
    let days = max(day - course.clock.zone.day(at: before.entry.at.earliest), 1)
    let change = measurement.value - before.body.value
    // Over less than the shortest span the change of a whole week is what is asked about.
    let perWeek = Double(change) / 10 / Double(max(days, LinearGain.shortestSpan)) * 7
    let last = (value: before.body.value, at: before.entry.at)
    if measurement.quantity == .length {
        return QuestionLimits.lengthPerWeek.contains(perWeek)
            ? [] : [Question(.lengthChange, measurement, last: last, figure: perWeek)]
    }
    let isFirstWeek = course.postnatalAge(on: day).map { $0.days <= 7 } ?? false
    let fall = isFirstWeek ? QuestionLimits.headFallFirstWeek : QuestionLimits.headFallLater
    if -change > fall { return [Question(.headFall, measurement, last: last, figure: perWeek)] }
    return perWeek > QuestionLimits.headPerWeek
        ? [Question(.headFast, measurement, last: last, figure: perWeek)] : []
}
