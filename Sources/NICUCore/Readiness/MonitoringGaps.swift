/// The times in a window at which the monitor is not known to have been on.
struct MonitoringGaps {
    private let gaps: [Range<Instant>]
    private let clock: WardClock
    private let entries: [Entry]

    init(_ scene: Scene, from begin: Instant) {
        clock = scene.course.clock
        let states = scene.states(Aspect.monitoring)
        var gaps: [Range<Instant>] = []
        var entries: [Entry] = []
        // Nothing is known before the first entry.
        var offSince: Instant? = begin
        for (entry, body) in states where entry.at.instant <= scene.asOf {
            let at = max(entry.at.instant, begin)
            if at > begin { entries.append(entry) }
            if body.value == "on" {
                if let start = offSince, start < at { gaps.append(start..<at) }
                offSince = nil
            } else if offSince == nil {
                offSince = at
            }
        }
        if let start = offSince, start < scene.asOf { gaps.append(start..<scene.asOf) }
        self.gaps = gaps
        self.entries = entries
    }

    /// All gaps together.
    var seconds: Int64 { gaps.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } }

    /// The first gap that is too long by itself, and the first care day with too much of them together.
    func faults(_ limits: EventFreeInterval.Coverage) -> [EventClock.Open] {
        var faults: [EventClock.Open] = []
        if let long = gaps.first(where: { $0.upperBound - $0.lowerBound > limits.maxGap.seconds }) {
            faults.append(
                EventClock.Open(
                    reason: .notMonitored(from: long.lowerBound, to: long.upperBound, max: limits.maxGap),
                    entries: entries))
            return faults
        }
        var byDay: [Day: Int64] = [:]
        for gap in gaps {
            var day = clock.careDay(at: gap.lowerBound)
            while clock.interval(ofCareDay: day).lowerBound < gap.upperBound {
                let part = gap.clamped(to: clock.interval(ofCareDay: day))
                byDay[day, default: 0] += part.upperBound - part.lowerBound
                day = day + 1
            }
        }
        if let full = byDay.filter({ $0.value > limits.maxGapPerCareDay.seconds }).min(by: { $0.key < $1.key }) {
            faults.append(
                EventClock.Open(
                    reason: .notMonitoredInCareDay(
                        full.key, hours: Hours(seconds: full.value), max: limits.maxGapPerCareDay),
                    entries: entries))
        }
        return faults
    }
}
