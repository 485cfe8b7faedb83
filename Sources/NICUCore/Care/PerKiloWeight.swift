/// The weight that figures for each kilogram are divided by, with what kind of weight it is.
///
/// The effective dosing weight of the current stay; without one the birth weight until it is regained, then the latest
/// measured weight that is not too old.
public struct PerKiloWeight: Sendable, Hashable {
    /// Why there is none.
    public enum Missing: Error, Sendable, Hashable {
        /// Neither a dosing weight nor a birth weight is recorded.
        case nothing
        /// The last measured weight is too old.
        case stale(last: Moment, maxAge: Hours)
        /// An unconfirmed weight might be the one that counts.
        case unconfirmed(EntryRef)
    }

    /// The entry.
    public let entry: EntryRef
    /// In grams.
    public let grams: Int
    /// Dosing, birth or measured.
    public let role: Measurement.Role
    /// When it was taken, or from when on it holds.
    public let at: Moment

    /// The weight at an instant; what happened later is not looked at.
    public static func of(_ course: Course, at instant: Instant, maxAge: Hours) -> Result<PerKiloWeight, Missing> {
        let all = course.all(Measurement.self).filter {
            $0.body.quantity == .weight && $0.entry.at.earliest <= instant
        }
        guard let chosen = choice(among: all, in: course, at: instant) else { return .failure(.nothing) }
        let oldest = instant - maxAge.seconds
        if chosen.body.role != .dosing,
            let doubt = all.last(where: { $0.body.role == .unconfirmed && $0.entry.at.latest >= oldest })
        {
            return .failure(.unconfirmed(EntryRef(doubt.entry)))
        }
        if chosen.body.role == .measured, chosen.entry.at.instant < oldest {
            return .failure(.stale(last: chosen.entry.at, maxAge: maxAge))
        }
        return .success(
            PerKiloWeight(
                entry: EntryRef(chosen.entry), grams: chosen.body.value, role: chosen.body.role, at: chosen.entry.at))
    }

    /// The weight of some in clinical order, however old it is.
    static func choice(
        among all: [(entry: Entry, body: Measurement)], in course: Course, at instant: Instant
    ) -> (entry: Entry, body: Measurement)? {
        if let dosing = dosing(among: all, in: course, at: instant) { return dosing }
        guard let birth = all.last(where: { $0.body.role == .birth }) else { return nil }
        return isRegained(all.filter { $0.body.counts }, in: course)
            ? all.last { $0.body.role == .measured } ?? birth : birth
    }

    /// The dosing weight in force among some in clinical order: nobody chose one of an earlier stay for this one.
    fileprivate static func dosing(
        among all: [(entry: Entry, body: Measurement)], in course: Course, at instant: Instant
    ) -> (entry: Entry, body: Measurement)? {
        let chosen = all.filter { $0.body.quantity == .weight && $0.body.role == .dosing }
        guard !chosen.isEmpty else { return nil }
        let stay = CurrentStay(course, asOf: min(instant, course.asOf.instant))
        return chosen.last { stay.includes($0.entry) }
    }

    /// Whether birth weight was regained, as growth figures count it: on a day after the lowest weight.
    private static func isRegained(_ weights: [(entry: Entry, body: Measurement)], in course: Course) -> Bool {
        let points = weights.map { entry, body in
            GrowthInput.Point(
                entry: entry.seq, day: course.clock.zone.day(at: entry.at.instant),
                instantSeconds: entry.at.instant.seconds, measure: .weight, value: body.value,
                isBirth: body.role == .birth)
        }
        return Phases(weights: points).regained != nil
    }
}

/// The dosing weight in force: who chose it, how old it is and how far it is off; the program never changes it.
public struct DosingWeight: Sendable, Hashable {
    /// The entry.
    public let entry: EntryRef
    /// In grams.
    public let grams: Int
    /// From when on it holds.
    public let since: Moment
    /// Who chose it.
    public let by: String
    /// Why.
    public let reason: SealedText?
    /// Civil days since then.
    public let days: Int
    /// The latest weight that counts, in grams, and when it was taken; nil where none came after birth.
    public let latest: Latest?

    /// A weight beside it.
    public struct Latest: Sendable, Hashable {
        /// In grams.
        public let grams: Int
        /// When it was taken.
        public let at: Moment
    }

    /// How far it is from the latest weight, in per cent of that; negative below it.
    public var percentOff: Double? {
        latest.map { 100 * Double(grams - $0.grams) / Double($0.grams) }
    }

    /// The dosing weight at the moment of a course; nil where nobody has chosen one in its stay.
    public init?(_ course: Course) {
        let all = course.all(Measurement.self)
        guard let chosen = PerKiloWeight.dosing(among: all, in: course, at: course.asOf.instant) else { return nil }
        entry = EntryRef(chosen.entry)
        grams = chosen.body.value
        since = chosen.entry.at
        by = chosen.entry.by
        reason = chosen.entry.reason
        let zone = course.clock.zone
        days = zone.day(at: course.asOf.earliest) - zone.day(at: chosen.entry.at.earliest)
        latest = course.weights.last { $0.body.role == .measured && $0.body.value > 0 }
            .map { Latest(grams: $0.body.value, at: $0.entry.at) }
    }
}
