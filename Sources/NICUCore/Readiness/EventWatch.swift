/// How an event-free window was watched: a monitor that was on is not yet somebody who looked.
public struct EventWatch: Sendable, Hashable {
    /// Shifts of the window that have ended with a review.
    public let reviewed: Int
    /// Shifts of the window that have ended.
    public let shifts: Int
    /// How long the monitor is known to have been on; nil where the criterion asks nothing of it.
    public let monitored: Hours?
    /// How long the window is over which the monitor is asked about.
    public let window: Hours
}

/// The shifts of an event-free window that have ended.
struct EventWindow {
    /// The start of the interval; nil where none is known.
    let start: Instant?
    /// From when on shifts count: the start, but no further back than the length that is asked for.
    let begin: Instant
    let shifts: [Shift]

    init(_ test: EventFreeInterval, _ scene: Scene, length: Hours) {
        start = EventClock(test, scene, length: length).starts.map(\.at).max()
        begin = max(start ?? scene.before(length), scene.before(length))
        let clock = scene.course.clock
        shifts = clock.shifts(from: begin, to: scene.asOf).filter { clock.interval(of: $0).upperBound <= scene.asOf }
    }
}

extension EventFreeInterval {
    /// How the window was watched, by the least of what vague times allow; nil before birth is known.
    ///
    /// Words beside the verdict, never a part of it.
    func watch(_ entries: [Entry], like course: Course, superseded: [Superseded], rules: RuleSet) -> EventWatch? {
        let ends = Set([course.asOf.earliest, course.asOf.latest])
        let scenes = ends.flatMap { end in
            let asOf = Moment(end, offsetMinutes: course.asOf.offsetMinutes)
            return TimesToTheDay(entries.filter { $0.at.earliest <= end }, asOf: end).readings.map { reading in
                Scene(
                    rules: rules,
                    course: Course(like: course, asOf: asOf, entries: reading, superseded: superseded))
            }
        }
        return scenes.compactMap(watch).min {
            (-($0.shifts - $0.reviewed), $0.monitored ?? $0.window)
                < (-($1.shifts - $1.reviewed), $1.monitored ?? $1.window)
        }
    }

    private func watch(_ scene: Scene) -> EventWatch? {
        guard scene.course.birth != nil, let length = lengths(for: scene.course).first else { return nil }
        let window = EventWindow(self, scene, length: length)
        let reviews = scene.reviews.filter { $0.review.body.events != nil }.map(\.shift)
        let reviewed = Set(reviews).intersection(window.shifts).count
        guard let coverage else {
            return EventWatch(reviewed: reviewed, shifts: window.shifts.count, monitored: nil, window: length)
        }
        let begin = coverage.since == .start ? window.start ?? window.begin : window.begin
        let whole = scene.asOf - begin
        return EventWatch(
            reviewed: reviewed, shifts: window.shifts.count,
            monitored: Hours(seconds: whole - MonitoringGaps(scene, from: begin).seconds),
            window: Hours(seconds: whole))
    }
}
