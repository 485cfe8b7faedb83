/// What the record says to a new fact before it is written.
public struct Assessment: Sendable, Equatable {
    /// Why it cannot be: nothing is written.
    public enum Refusal: Sendable, Equatable {
        case inTheFuture(at: Moment, now: Moment)
        case beforeBirth(at: Moment, birth: Moment)
        case outsideRange(Quantity, value: Int, possible: ClosedRange<Int>)
        case secondBirth(code: String)
        case secondBirthWeight(seq: Int64, grams: Int)
        case notBorn(code: String)
    }

    /// Why it cannot be; empty when it can.
    public var refusals: [Refusal]

    /// Makes a value from its parts.
    public init(refusals: [Refusal] = []) { self.refusals = refusals }
}

/// Judges a candidate against the course it would join; one function, asked by every door in the writing transaction.
///
/// Refuses only the impossible: after `now`, before birth, outside the absolute range, a second birth.
public func assess(_ candidate: Draft, in course: Course?, code: String, now: Moment) -> Assessment {
    var refusals: [Assessment.Refusal] = []
    if candidate.at.earliest > now.instant { refusals.append(.inTheFuture(at: candidate.at, now: now)) }
    let isCorrection = candidate.corrects != nil
    let birth = course?.birth
    switch candidate.body {
    case is Birth where birth != nil && !isCorrection: refusals.append(.secondBirth(code: code))
    case is Birth: break
    default:
        if let birth {
            if candidate.at.latest < birth.entry.at.earliest {
                refusals.append(.beforeBirth(at: candidate.at, birth: birth.entry.at))
            }
        } else if course != nil {
            refusals.append(.notBorn(code: code))
        }
    }
    if let measurement = candidate.body as? Measurement {
        let possible = Limits.range(of: measurement.quantity)
        if !possible.contains(measurement.value) {
            refusals.append(
                .outsideRange(measurement.quantity, value: measurement.value, possible: possible))
        }
        if measurement.role == .birth, measurement.quantity == .weight, !isCorrection,
            let first = course?.birthWeight
        {
            refusals.append(.secondBirthWeight(seq: first.entry.seq, grams: first.grams))
        }
    }
    return Assessment(refusals: refusals)
}
