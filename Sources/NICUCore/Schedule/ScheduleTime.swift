/// A moment of the schedule as its guideline words it, before an infant is known.
public indirect enum ScheduleTime: Sendable, Hashable {
    /// A civil day, in completed days since birth.
    case postnatalDays(Int)
    /// An instant, in hours since birth.
    case postnatalHours(Int)
    /// The same day of the month, some months after birth.
    case postnatalMonths(Int)
    /// A civil day, in days of postmenstrual age.
    case postmenstrualDays(Int)
    /// Some days after the stay ended; 0 is before the infant leaves.
    case dischargeDays(Int)
    /// Some days after the finding that set the item off.
    case triggerDays(Int)
    case laterOf([ScheduleTime])
    case earlierOf([ScheduleTime])
}

/// One end of an item's window.
public enum DueTime: Sendable, Hashable {
    /// A civil day; its last instant still counts.
    case day(Day)
    case instant(Instant)

    /// The civil day on the unit's calendar.
    public func day(in zone: Zone) -> Day {
        switch self {
        case .day(let day): day
        case .instant(let instant): zone.moment(at: instant).day
        }
    }

    /// The first instant.
    func start(in zone: Zone) -> Instant {
        switch self {
        case .day(let day): Moment(day: day, in: zone).earliest
        case .instant(let instant): instant
        }
    }

    /// The last instant.
    func end(in zone: Zone) -> Instant {
        switch self {
        case .day(let day): Moment(day: day, in: zone).latest
        case .instant(let instant): instant
        }
    }
}

/// What a schedule time comes to for one infant.
enum ResolvedTime: Hashable {
    case known(DueTime)
    /// Bound to the end of a stay that has not ended.
    case atDischarge
    /// The earlier of a time and the end of a stay that has not ended.
    case knownOrDischarge(DueTime)
    case unknown([ScheduleFact])

    /// The time that is certain; nil where only the end of the stay decides.
    var time: DueTime? {
        switch self {
        case .known(let time), .knownOrDischarge(let time): time
        case .atDischarge, .unknown: nil
        }
    }
}

extension ScheduleTime {
    /// The time for one infant; `trigger` is the day of the finding that set the item off.
    func resolved(_ scene: ScheduleScene, trigger: Day?) -> ResolvedTime {
        switch self {
        case .postnatalDays(let days): return onBirthDay(scene) { .day($0 + days) }
        case .postnatalMonths(let months): return onBirthDay(scene) { .day($0.adding(months: months)) }
        case .postnatalHours(let hours):
            guard let birth = scene.birth else { return .unknown([.birthTime]) }
            return .known(.instant(birth + Hours(hours).seconds))
        case .postmenstrualDays(let days):
            guard let age = scene.gestationalDays else { return .unknown([.birth(.gestationalAge)]) }
            return onBirthDay(scene) { .day($0 + (days - age)) }
        case .dischargeDays(let days):
            guard let end = scene.stayEnd else { return .atDischarge }
            return .known(.day(end.day + days))
        case .triggerDays(let days):
            return trigger.map { .known(.day($0 + days)) } ?? .unknown([.birthTime])
        case .laterOf(let times), .earlierOf(let times):
            return combined(times.map { $0.resolved(scene, trigger: trigger) }, scene.zone)
        }
    }

    private func onBirthDay(_ scene: ScheduleScene, _ time: (Day) -> DueTime) -> ResolvedTime {
        scene.birthDay.map { .known(time($0)) } ?? .unknown([.birthTime])
    }

    /// One time out of several; a part that is not known leaves the whole unknown.
    private func combined(_ parts: [ResolvedTime], _ zone: Zone) -> ResolvedTime {
        var missing: [ScheduleFact] = []
        for case .unknown(let facts) in parts { missing += facts.filter { !missing.contains($0) } }
        guard missing.isEmpty else { return .unknown(missing) }
        let times = parts.compactMap(\.time)
        let waits = parts.contains(.atDischarge)
        if case .laterOf = self {
            guard !waits, let last = times.max(by: { $0.end(in: zone) < $1.end(in: zone) }) else { return .atDischarge }
            return .known(last)
        }
        guard let first = times.min(by: { $0.end(in: zone) < $1.end(in: zone) }) else { return .atDischarge }
        return waits ? .knownOrDischarge(first) : .known(first)
    }
}
