/// What the record says to a new fact before it is written.
public struct Assessment: Sendable, Equatable {
    /// Why it cannot be: nothing is written.
    public enum Refusal: Sendable, Equatable {
        case inTheFuture(at: Moment, now: Moment)
        case beforeBirth(at: Moment, birth: Moment)
        case outsideRange(
            Quantity, value: Int, possible: ClosedRange<Int>, explanation: Question.Explanation? = nil)
        case secondBirth(code: String)
        case secondBirthValue(Quantity, seq: Int64, value: Int)
        case birthValueLate(at: Moment, birth: Moment)
        case dosingOtherThanWeight(Quantity)
        case notBorn(code: String)
        case bornTooEarly(at: Moment)
        case birthAfterFacts(at: Moment, seq: Int64, fact: Moment)
        case shiftNotBegun(Shift)
        case shiftBeforeBirth(Shift)
        case shiftReviewed(Shift, seq: Int64)
        case shiftNotOver(Shift)
        case afterStay(at: Moment, end: Moment, Destination)
        case stayEnded(at: Moment, seq: Int64)
        case admissionInside(at: Moment, seq: Int64, bound: Moment)
        case factAfterStay(end: Moment, seq: Int64, at: Moment)
        case waiverOver(until: Moment, at: Moment)
        case planOver(until: Moment, at: Moment)
        case followUpInStay(code: String)
        case stillInUnit(code: String)
        case staysCross(at: Moment, seq: Int64)
        case targetOutside(target: String, value: FixedDecimal, unit: String, possible: ClosedRange<Int>)
        case doseOutside(product: String, dose: FixedDecimal, unit: String, most: FixedDecimal?)
        case fact(Fact)

        /// Whether it also keeps out what another record already holds.
        ///
        /// Such a record is taken over as it stands, with what happened on the way between two stays; nothing is seen
        /// after death.
        public var holdsForImports: Bool {
            switch self {
            case .afterStay(_, _, let destination): destination == .death
            case .waiverOver, .planOver, .followUpInStay, .targetOutside, .doseOutside, .fact: false
            default: true
            }
        }
    }

    /// Why it cannot be; empty when it can.
    public var refusals: [Refusal]
    /// What is odd about it and a person can settle; empty where it is refused.
    public var questions: [Question]

    /// Makes a value from its parts.
    public init(refusals: [Refusal] = [], questions: [Question] = []) {
        self.refusals = refusals
        self.questions = questions
    }
}

/// Judges a candidate against the course it would join; one function, asked by every door in the writing transaction.
///
/// Refuses only the impossible: after `now`, before birth, outside the absolute range, a second birth. Asks about what is
/// possible and odd, beside the infant's own course and its siblings'. For a correction `course` is without the entry that
/// is corrected.
public func assess(
    _ candidate: Draft, in course: Course?, code: String, now: Moment, beside surroundings: Surroundings = .none
) -> Assessment {
    var refusals: [Assessment.Refusal] = []
    if candidate.at.earliest > now.instant { refusals.append(.inTheFuture(at: candidate.at, now: now)) }
    let isCorrection = candidate.corrects != nil
    let birth = course?.birth
    switch candidate.body {
    case is Birth where birth != nil && !isCorrection: refusals.append(.secondBirth(code: code))
    case is Birth:
        if candidate.at.latest < Limits.earliestBirth { refusals.append(.bornTooEarly(at: candidate.at)) }
        if let first = course?.entries.first(where: { !($0.body is Birth) && $0.at.latest < candidate.at.earliest }) {
            refusals.append(.birthAfterFacts(at: candidate.at, seq: first.seq, fact: first.at))
        }
        if let course,
            let value = course.all(Measurement.self).first(where: { entry, body in
                body.role == .birth
                    && course.clock.zone.day(at: entry.at.earliest) - course.clock.zone.day(at: candidate.at.earliest)
                        > Limits.lastDayOfBirthValues
            })
        {
            refusals.append(.birthValueLate(at: value.entry.at, birth: candidate.at))
        }
    default:
        if let birth {
            if candidate.at.latest < birth.entry.at.earliest {
                refusals.append(.beforeBirth(at: candidate.at, birth: birth.entry.at))
            }
        } else if course != nil {
            refusals.append(.notBorn(code: code))
        }
    }
    if let problem = candidate.body as? Problem { refusals += assessDays(of: problem, in: course, now: now) }
    if let visit = (candidate.body as? FollowUp)?.measured {
        let possible = Limits.range(of: visit.quantity)
        if !possible.contains(visit.value) {
            refusals.append(.outsideRange(visit.quantity, value: visit.value, possible: possible))
        }
    }
    if let measurement = candidate.body as? Measurement {
        let possible = Limits.range(of: measurement.quantity)
        if !possible.contains(measurement.value) {
            let expected = measurement.quantity == .weight ? course?.expectedWeight(at: candidate.at) : nil
            refusals.append(
                .outsideRange(
                    measurement.quantity, value: measurement.value, possible: possible,
                    explanation: expected.flatMap { Slip.explaining(measurement.value, expected: $0) }))
        }
        refusals += assessRole(of: measurement, candidate, in: course)
    }
    refusals += assessAmounts(of: candidate.body)
    refusals += assessFacts(candidate, in: course, beside: surroundings).map(Assessment.Refusal.fact)
    if let waiver = candidate.body as? Waiver, let course,
        let until = waiver.until?.moment(in: course.clock.zone), until.latest < candidate.at.earliest
    {
        refusals.append(.waiverOver(until: until, at: candidate.at))
    }
    if let plan = candidate.body as? Plan, let course, let until = plan.until,
        plan.isOver(at: candidate.at.earliest, in: course.clock.zone)
    {
        refusals.append(.planOver(until: until.moment(in: course.clock.zone), at: candidate.at))
    }
    if let course {
        refusals += refusals.isEmpty ? assessStay(candidate, in: course) : []
        if !isCorrection, let review = candidate.body as? Review {
            refusals += assessReview(review, in: course, now: now)
        }
    }
    guard refusals.isEmpty, let course else { return Assessment(refusals: refusals) }
    if let measurement = candidate.body as? Measurement {
        return Assessment(
            questions: questions(about: measurement, at: candidate.at, in: course, beside: surroundings))
    }
    if let measurement = (candidate.body as? FollowUp)?.measured {
        return Assessment(
            questions: questions(about: measurement, at: candidate.at, in: course.afterStay, beside: .none))
    }
    return Assessment(refusals: refusals)
}

/// A target and a dose lie within what an infant can be meant to have.
private func assessAmounts(of body: any Body) -> [Assessment.Refusal] {
    switch body {
    case let plan as Plan:
        guard let unit = plan.unit, let possible = Limits.target(in: unit) else { return [] }
        let bounds = Double(possible.lowerBound)...Double(possible.upperBound)
        return [plan.low, plan.high].compactMap(\.self).filter { !bounds.contains($0.double) }.map {
            .targetOutside(target: plan.target, value: $0, unit: unit, possible: possible)
        }
    case let medication as Medication:
        guard let dose = medication.dose, let unit = medication.unit else { return [] }
        let most = Limits.dose(in: unit)
        guard dose.double > 0, most.map({ dose.double <= $0.double }) ?? true else {
            return [.doseOutside(product: medication.given.product, dose: dose, unit: unit, most: most)]
        }
        return []
    default: return []
    }
}

/// A value of birth is one a quantity and belongs to the day of birth or the day after; a dosing weight is a weight.
private func assessRole(of measurement: Measurement, _ candidate: Draft, in course: Course?) -> [Assessment.Refusal] {
    if measurement.role == .dosing, measurement.quantity != .weight {
        return [.dosingOtherThanWeight(measurement.quantity)]
    }
    guard measurement.role == .birth, let course else { return [] }
    if let birth = course.birth, let born = course.birthDay,
        course.clock.zone.day(at: candidate.at.earliest) - born > Limits.lastDayOfBirthValues
    {
        return [.birthValueLate(at: candidate.at, birth: birth.entry.at)]
    }
    let first = course.all(Measurement.self).first {
        $0.body.role == .birth && $0.body.quantity == measurement.quantity
    }
    return first.map { [.secondBirthValue(measurement.quantity, seq: $0.entry.seq, value: $0.body.value)] } ?? []
}

/// A problem begins and ends on days of the infant's life.
private func assessDays(of problem: Problem, in course: Course?, now: Moment) -> [Assessment.Refusal] {
    guard let course else { return [] }
    return [problem.onset, problem.resolved].compactMap { day in
        guard let day else { return nil }
        let at = Moment(day: day, in: course.clock.zone)
        if day > course.clock.zone.day(at: now.instant) { return .inTheFuture(at: at, now: now) }
        guard let birth = course.birth, let born = course.birthDay, day < born else { return nil }
        return .beforeBirth(at: at, birth: birth.entry.at)
    }
}

/// A stay ends once; what is measured on the ward belongs to a stay, and after death nothing is measured at all.
private func assessStay(_ candidate: Draft, in course: Course) -> [Assessment.Refusal] {
    let isBound = candidate.body is Admission || candidate.body.stayDestination != nil
    if isBound, candidate.corrects != nil, let refusal = assessOrder(candidate, in: course) { return [refusal] }
    if candidate.body.stayDestination != nil { return assessEnd(candidate, in: course) }
    if candidate.body is Admission { return assessBegin(candidate, in: course) }
    guard let bound = course.bound(before: candidate.at), let destination = bound.body.stayDestination,
        candidate.at.earliest > bound.at.latest
    else {
        // On the day of the end itself a visit may follow it.
        let isAfter = course.bound(before: candidate.at)?.body.stayDestination != nil
        return candidate.body is FollowUp && !isAfter ? [.followUpInStay(code: course.code.text)] : []
    }
    let refusal = Assessment.Refusal.afterStay(at: candidate.at, end: bound.at, destination)
    switch candidate.body {
    case let measurement as Measurement where measurement.role == .reported && destination != .death: return []
    case is Measurement, is State, is Event, is Bed: return [refusal]
    // The papers about a death are written after it.
    case let check as Check where check.isPaper: return []
    case is Admission, is Check, is Attestation, is Immunisation, is Medication, is Procedure, is Intake, is Waiver,
        is Plan, is FollowUp:
        return destination == .death ? [refusal] : []
    default: return []
    }
}

/// Stays begin and end in turn, also where one of their bounds is moved or becomes another; nothing follows death.
private func assessOrder(_ candidate: Draft, in course: Course) -> Assessment.Refusal? {
    struct Bound {
        let at: Moment
        let seq: Int64
        let destination: Destination?
    }
    let others = course.entries.filter(\.isBound)
        .map { Bound(at: $0.at, seq: $0.seq, destination: $0.body.stayDestination) }
    let own = Bound(at: candidate.at, seq: candidate.corrects ?? 0, destination: candidate.body.stayDestination)
    let place = others.firstIndex { $0.at.instant > candidate.at.instant } ?? others.count
    let bounds = others[..<place] + [own] + others[place...]
    for (before, after) in zip(bounds, bounds.dropFirst()) {
        if let end = before.destination, end == .death { return .afterStay(at: after.at, end: before.at, .death) }
        if (before.destination == nil) == (after.destination == nil) {
            return .staysCross(at: candidate.at, seq: after.seq == own.seq ? before.seq : after.seq)
        }
    }
    return nil
}

/// A stay begins once, where none goes on; a new one after all others, a corrected one still before its own end.
private func assessBegin(_ candidate: Draft, in course: Course) -> [Assessment.Refusal] {
    if let next = course.bound(after: candidate.at), candidate.corrects == nil || next.body is Admission {
        return [.admissionInside(at: candidate.at, seq: next.seq, bound: next.at)]
    }
    guard let before = course.bound(before: candidate.at) else { return [] }
    if before.body.stayDestination == .death { return [.afterStay(at: candidate.at, end: before.at, .death)] }
    return before.body is Admission ? [.stillInUnit(code: course.code.text)] : []
}

/// A stay ends once and after all that was seen in it.
private func assessEnd(_ candidate: Draft, in course: Course) -> [Assessment.Refusal] {
    let next = course.bound(after: candidate.at)
    let ends = [next, course.bound(before: candidate.at)].compactMap(\.self).filter { $0.body.stayDestination != nil }
    if let end = ends.first { return [.stayEnded(at: end.at, seq: end.seq)] }
    let later = course.entries.first { entry in
        guard entry.at.earliest > candidate.at.latest, entry.at.instant < next?.at.instant ?? entry.at.instant + 1
        else {
            return false
        }
        if let measurement = entry.body as? Measurement { return measurement.role != .reported }
        return entry.body is State || entry.body is Event || entry.body is Bed
    }
    return later.map { [.factAfterStay(end: candidate.at, seq: $0.seq, at: $0.at)] } ?? []
}

extension Course {
    /// The last beginning or end of a stay that may lie before a moment; a day takes in what began on it.
    fileprivate func bound(before moment: Moment) -> Entry? {
        entries.last {
            $0.body.stayDestination != nil
                ? $0.at.earliest <= moment.earliest : $0.body is Admission && $0.at.earliest <= moment.latest
        }
    }

    /// The first beginning or end of a stay that lies after a moment.
    fileprivate func bound(after moment: Moment) -> Entry? {
        entries.first { $0.isBound && $0.at.earliest > moment.latest }
    }
}

extension Entry {
    /// Whether it begins or ends a stay.
    fileprivate var isBound: Bool { body is Admission || body.stayDestination != nil }
}

/// One review a shift, of a shift that has begun and in which the infant lived.
private func assessReview(_ review: Review, in course: Course, now: Moment) -> [Assessment.Refusal] {
    let interval = course.clock.interval(of: review.shift)
    if interval.lowerBound > now.instant { return [.shiftNotBegun(review.shift)] }
    if interval.upperBound > now.instant + Limits.reviewBeforeEnd.seconds { return [.shiftNotOver(review.shift)] }
    if let birth = course.birth, interval.upperBound <= birth.entry.at.earliest {
        return [.shiftBeforeBirth(review.shift)]
    }
    if let other = course.all(Review.self).first(where: { $0.body.shift == review.shift }) {
        return [.shiftReviewed(review.shift, seq: other.entry.seq)]
    }
    return []
}
