/// No event that counts for long enough, counted from the latest of some starts, and observed all the while.
public struct EventFreeInterval: Sendable, Hashable {
    /// Another length for infants of whom a statement about the birth holds.
    public struct Exception: Sendable, Hashable {
        /// The test with its numbers.
        public let test: BirthTest
        /// The least that is enough.
        public let min: Hours

        /// Makes one from its parts.
        public init(test: BirthTest, min: Hours) {
            self.test = test
            self.min = min
        }
    }

    /// What the monitor must have covered.
    public struct Coverage: Sendable, Hashable {
        /// From when on it must have been on.
        public enum Since: String, Sendable, Hashable, CaseIterable {
            /// From the start of the event-free interval.
            case start
            /// For the length the criterion asks for only.
            case window
        }

        /// From when on it counts.
        public let since: Since
        /// The longest single gap.
        public let maxGap: Hours
        /// The most gaps together in one care day.
        public let maxGapPerCareDay: Hours

        /// Makes one from its parts.
        public init(since: Since, maxGap: Hours, maxGapPerCareDay: Hours) {
            self.since = since
            self.maxGap = maxGap
            self.maxGapPerCareDay = maxGapPerCareDay
        }
    }

    /// The event definition.
    public let event: String
    /// The least that is enough.
    public let min: Hours
    /// Other lengths for some infants.
    public let exceptions: [Exception]
    /// What restarts the clock.
    public let countFrom: [ClockStart]
    /// Nil where nothing is asked of the monitor.
    public let coverage: Coverage?
    /// Home plans whose completion drops a start.
    public let dropStartIfTask: [ClockStart: String]

    /// Makes one from its parts.
    public init(
        event: String, min: Hours, exceptions: [Exception] = [], countFrom: [ClockStart], coverage: Coverage?,
        dropStartIfTask: [ClockStart: String] = [:]
    ) {
        self.event = event
        self.min = min
        self.exceptions = exceptions
        self.countFrom = countFrom
        self.coverage = coverage
        self.dropStartIfTask = dropStartIfTask
    }
}

extension EventFreeInterval: CriterionTest {
    var kinds: Set<Kind> { [.event, .review, .check, .state, .medication, .birth, .dating, .measurement] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        switch entry.body {
        case is Event, is Review: return true
        case let body as Check: return dropStartIfTask.values.contains(body.task)
        case let body as State where body.aspect == Aspect.monitoring: return coverage != nil
        case let body as State where body.aspect == Aspect.respiratorySupport:
            return countFrom.contains(.positivePressureStop)
        case is State, is Medication:
            return countFrom.contains(.methylxanthineLastDose) && rules.tells(entry, ofDrug: Aspect.methylxanthine)
        default: return entry.tellsOfBirth
        }
    }

    func finding(in scene: Scene) -> Finding {
        let facts = Set(exceptions.map(\.test.fact)).filter { scene.course.value(of: $0) == nil }
        return Finding.agreed(
            lengths(for: scene.course).map { judge(scene, length: $0) },
            otherwise: .dependsOn(BirthFact.allCases.filter(facts.contains)))
    }

    /// The lengths it can ask for, by what is known of the birth.
    func lengths(for course: Course) -> [Hours] {
        var result: [Hours] = []
        for exception in exceptions {
            switch exception.test.holds(course.value(of: exception.test.fact)) {
            case .yes: return result + [exception.min]
            case .unknown: result.append(exception.min)
            case .no: break
            }
        }
        return result + [min]
    }

    private func judge(_ scene: Scene, length: Hours) -> Finding {
        let clock = EventClock(self, scene, length: length)
        if var active = clock.active {
            active.marks = clock.marks
            return active
        }
        guard let start = clock.starts.max(by: { $0.at < $1.at }) else {
            return Finding(.unknown, .nothingRecorded(aspect: "birth"))
        }
        let elapsed = Elapsed(since: start.at, asOf: scene.asOf, needed: length)
        // Those that count are over by then: what is recorded later was left out.
        let besides = scene.course.all(Event.self).contains { $0.entry.at.instant > start.at }
        guard elapsed.isEnough else {
            return Finding(
                .notMet, .eventFree(elapsed, from: start.kind, besides: besides),
                evidence: start.entries.map(EntryRef.init),
                earliest: start.at + length.seconds, marks: clock.marks)
        }
        var open = clock.open
        if let coverage {
            let begin = coverage.since == .start ? start.at : scene.before(length)
            open += MonitoringGaps(scene, from: begin).faults(coverage)
        }
        let evidence = (clock.starts.flatMap(\.entries) + open.flatMap(\.entries)).map(EntryRef.init)
        if let first = open.first {
            let reason = open.count == 1 ? first.reason : Reason.several(open.map(\.reason))
            return Finding(.unknown, reason, evidence: evidence, marks: clock.marks)
        }
        return Finding(
            .met, .eventFree(elapsed, from: start.kind, besides: besides), evidence: evidence, marks: clock.marks)
    }
}
