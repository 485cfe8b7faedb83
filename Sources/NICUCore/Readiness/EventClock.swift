/// The starts of an event-free interval, and what leaves it open.
struct EventClock {
    /// One start with the entries behind it.
    struct Start {
        let kind: ClockStart
        let at: Instant
        let entries: [Entry]
    }

    /// Something that cannot be told.
    struct Open {
        let reason: Reason
        let entries: [Entry]
    }

    private(set) var starts: [Start] = []
    private(set) var open: [Open] = []
    /// A drug or pressure that is still running.
    private(set) var active: Finding?
    private(set) var marks: [VerdictMark] = []

    private let test: EventFreeInterval
    private let scene: Scene
    private let length: Hours

    init(_ test: EventFreeInterval, _ scene: Scene, length: Hours) {
        self.test = test
        self.scene = scene
        self.length = length
        if let birth = scene.course.birth?.entry {
            starts.append(Start(kind: .birth, at: birth.at.instant, entries: [birth]))
        }
        for kind in test.countFrom {
            if let task = test.dropStartIfTask[kind], scene.completed(task) != nil {
                marks.append(.startDropped(kind, task: task))
                continue
            }
            switch kind {
            case .birth: break
            case .lastEventEnd: readEvents()
            case .methylxanthineLastDose: readDrug()
            case .positivePressureStop: readPressure()
            }
        }
    }

    private var windowStart: Instant { scene.before(length) }

    private mutating func readEvents() {
        guard let definition = scene.rules.event(test.event) else { return }
        for (entry, event) in scene.course.all(Event.self) {
            let end = entry.at.instant + event.knownSeconds
            switch definition.counts(event) {
            case .yes: starts.append(Start(kind: .lastEventEnd, at: end, entries: [entry]))
            case .unknown where end > windowStart:
                let missing = definition.missing(in: event)
                open.append(Open(reason: .undecidedEvent(at: entry.at.instant, missing: missing), entries: [entry]))
            case .no where end > windowStart && definition.excluded(event) == .yes:
                marks.append(.excludedEvent(EntryRef(entry)))
            case .no, .unknown: break
            }
        }
        readReviews()
    }

    /// A review that counts more events than are recorded leaves the interval open.
    private mutating func readReviews() {
        let clock = scene.course.clock
        for (shift, review) in scene.reviews {
            let interval = clock.interval(of: shift)
            guard let counted = review.body.events, interval.upperBound > windowStart else { continue }
            let recorded = scene.recordedEvents(in: interval)
            if counted > recorded {
                open.append(
                    Open(
                        reason: .eventsWithoutDetail(shift, counted: counted, recorded: recorded),
                        entries: [review.entry]))
            }
        }
    }

    private mutating func readDrug() {
        let aspect = Aspect.methylxanthine
        switch scene.history(ofDrug: aspect) {
        case .silent: open.append(Open(reason: .nothingRecorded(aspect: aspect), entries: []))
        case .never: break
        case .active(let entry): run(aspect, "on", entry)
        case .stopped(let dose, let entries):
            starts.append(Start(kind: .methylxanthineLastDose, at: dose, entries: entries))
        case .dosesOnly(let dose, let entries):
            starts.append(Start(kind: .methylxanthineLastDose, at: dose, entries: entries))
            open.append(Open(reason: .nothingRecorded(aspect: aspect), entries: entries))
        }
    }

    private mutating func readPressure() {
        let aspect = Aspect.respiratorySupport
        let states = scene.states(aspect)
        guard let first = states.first, let last = states.last else {
            open.append(Open(reason: .nothingRecorded(aspect: aspect), entries: []))
            return
        }
        let pressure = scene.rules.positivePressure
        if pressure.includes(last.body) {
            let since = states.reversed().prefix { pressure.includes($0.body) }.last?.entry ?? last.entry
            run(aspect, last.body.value, since)
        } else if let index = states.lastIndex(where: { pressure.includes($0.body) }) {
            let stop = states[index + 1].entry
            starts.append(
                Start(kind: .positivePressureStop, at: stop.at.instant, entries: [states[index].entry, stop]))
        } else if first.entry.at.instant > windowStart, first.entry.at.instant > (starts.first?.at ?? windowStart) {
            // Nothing says what was before the first entry: pressure until then, or none.
            open.append(
                Open(reason: .historyUnknown(aspect: aspect, before: first.entry.at.instant), entries: [first.entry]))
        }
    }

    private mutating func run(_ aspect: String, _ value: String, _ entry: Entry) {
        active = Finding(
            .notMet, .active(aspect: aspect, value: value, since: entry.at.instant), evidence: [EntryRef(entry)])
    }
}

extension Scene {
    /// The latest review of each shift, in the order of the shifts.
    var reviews: [(shift: Shift, review: (entry: Entry, body: Review))] {
        var latest: [Shift: (entry: Entry, body: Review)] = [:]
        for review in course.all(Review.self).sorted(by: { $0.entry.seq < $1.entry.seq }) {
            latest[review.body.shift] = review
        }
        return latest.sorted { ($0.key.day, $0.key.index) < ($1.key.day, $1.key.index) }
            .map { (shift: $0.key, review: $0.value) }
    }

    /// The events recorded within an interval: those that count, those struck, and those a correction moved away.
    func recordedEvents(in interval: Range<Instant>) -> Int {
        var ids = Set(course.entries.filter { $0.body is Event && interval.contains($0.at.instant) }.map(\.id))
        for change in course.superseded
        where change.entry.body is Event && interval.contains(change.entry.at.instant)
            && (change.isStruck || !interval.contains(change.by.at.instant))
        {
            ids.insert(change.entry.id)
        }
        return ids.count
    }
}
