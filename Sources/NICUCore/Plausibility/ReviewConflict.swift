/// A shift whose review counts fewer events than are recorded in it: one of the two is wrong, and both stay.
public struct ReviewConflict: Sendable, Hashable {
    /// The shift.
    public let shift: Shift
    /// The entry of its review.
    public let review: Int64
    /// How many events the review counts.
    public let counted: Int
    /// The events that are recorded in the shift, by their entries in clinical order.
    public let events: [Int64]
}

extension CourseNeed {
    /// What ages and ``Course/reviewConflict(in:)`` read.
    public static let reviews = CourseNeed(kinds: [.birth, .dating, .event, .review, .retraction])
}

extension Course {
    /// Where a shift's review counts fewer events than are recorded in it; nil where they agree, where nobody reviewed the
    /// shift, and for an event whose time is known only to the day.
    public func reviewConflict(in shift: Shift) -> ReviewConflict? {
        guard let review = all(Review.self).last(where: { $0.body.shift == shift }), let counted = review.body.events
        else { return nil }
        let interval = clock.interval(of: shift)
        let events = entries.filter {
            $0.body is Event && $0.at.precision != .day && interval.contains($0.at.instant)
        }.map(\.seq)
        return events.count > counted
            ? ReviewConflict(shift: shift, review: review.entry.seq, counted: counted, events: events) : nil
    }
}
