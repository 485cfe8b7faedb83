/// The average gain between two weights.
public struct Gain: Sendable, Hashable {
    /// Grams from the first to the last weight.
    public let grams: Int
    /// The first weight.
    public let from: Instant
    /// The last weight.
    public let to: Instant
    /// Weights between the two, both included.
    public let count: Int
    /// The least gain a day, in grams.
    public let needed: Int

    /// Grams a day.
    public var perDay: Double { Double(grams) * 86_400 / Double(to - from) }
}

/// How long something has lasted, beside how long it must.
public struct Elapsed: Sendable, Hashable {
    /// From when on it counts.
    public let since: Instant
    /// How long it has lasted.
    public let hours: Hours
    /// How long it must.
    public let needed: Hours

    init(since: Instant, asOf: Instant, needed: Hours) {
        self.since = since
        hours = Hours(seconds: asOf - since)
        self.needed = needed
    }

    /// Whether it has lasted long enough; the limit itself is enough.
    public var isEnough: Bool { hours >= needed }
}

/// What starts the clock of an event-free interval.
public enum ClockStart: String, Sendable, Hashable, CaseIterable {
    case birth
    case lastEventEnd = "last_event_end"
    case methylxanthineLastDose = "methylxanthine_last_dose"
    case positivePressureStop = "positive_pressure_stop"
}

/// Why an appointment does not count.
public enum AppointmentFault: Sendable, Hashable {
    case none
    case noPlace
    case past(WrittenTime)
    /// Later than the result allows, counted from the examination.
    case late(WrittenTime, limit: Hours)
    /// Known only to the day, and the two ends of that day disagree.
    case undecided(WrittenTime)
}

/// Why a criterion has its verdict, as values; the sentences stand in `Wording`.
public indirect enum Reason: Sendable, Hashable {
    // Measurements
    case notMeasured(Quantity)
    case stale(Quantity, last: Instant, maxAge: Hours)
    case unconfirmed(Quantity, value: Int, at: Instant)
    case conflicting(Quantity, used: Int, other: Int, at: Instant)
    case value(Quantity, value: Int, at: Instant, min: Int)
    case tooFew(Quantity, found: Int, needed: Int, within: Hours)
    case noFirst(Quantity, around: Instant, tolerance: Hours)
    case gain(Gain)
    case otherBed(String, at: Instant, wanted: String)
    case outOfRange(Quantity, value: Int, at: Instant, range: ClosedRange<Int>)
    case gap(Quantity, from: Instant, to: Instant, max: Hours)
    /// Readings without a site decide, and the criterion asks for one site.
    case siteNotRecorded(Quantity, site: String)
    case sustained(Quantity, readings: Int, range: ClosedRange<Int>, within: Hours)

    case oralVolume(OralIntake, within: Hours)
    case planMissing(target: String)
    /// Feeds are recorded for less than the window, from `since` on or not at all.
    case intakeIncomplete(since: Instant?, window: Hours)
    /// A feed whose route or volume is not recorded.
    case volumeMissing(at: Instant)

    // Events and monitoring
    /// An event at a feed that another criterion leaves out.
    case eventAtFeed(at: Instant)
    /// `besides` tells that events which do not count are recorded later than the start.
    case eventFree(Elapsed, from: ClockStart, besides: Bool)
    case undecidedEvent(at: Instant, missing: [EventFact])
    /// A shift's review counts more events than are recorded.
    case eventsWithoutDetail(Shift, counted: Int, recorded: Int)
    case notMonitored(from: Instant, to: Instant, max: Hours)
    case notMonitoredInCareDay(Day, hours: Hours, max: Hours)
    case unreviewed([Shift], of: Int)
    case reviewed(shifts: Int)
    case noShiftEnded(since: Instant)

    // States
    case nothingRecorded(aspect: String)
    /// Nothing is known of the time before the first entry of an aspect.
    case historyUnknown(aspect: String, before: Instant)
    case active(aspect: String, value: String, since: Instant)
    case stopped(aspect: String, Elapsed)
    case neverGiven(aspect: String)
    case held(aspect: String, value: String, Elapsed)
    case otherValue(aspect: String, value: String, since: Instant, allowed: [String])
    case allOff([String])
    case notStated([String])
    /// A complete home plan stands in place of the criterion.
    case homePlan(task: String)

    // Tasks and statements
    case taskMissing(task: String)
    case taskNotDone(task: String, at: Instant)
    case taskResult(task: String, result: Check.Result, at: Instant)
    case taskHolds(task: String, result: Check.Result, Elapsed)
    case taskFollowUp(task: String, result: Check.Result, appointment: WrittenTime, place: String)
    case appointment(task: String, result: Check.Result, AppointmentFault)
    case methodMissing(task: String, accepted: [String])
    case otherMethod(task: String, method: String, accepted: [String])
    case earMissing(task: String, ear: String)
    case motherUnknown
    /// A dose was put off though the mother's antigen is positive.
    case doseDueAtOnce(task: String, result: Check.Result, at: Instant)
    case doseDoesNotCount(grams: Int, at: Instant, min: Int)
    case weightThenUnknown(at: Instant)
    case attested(item: String, value: Bool, at: Instant, by: String)
    case notAttested(item: String)

    // Ages and applicability
    case age(days: Int, min: Int)
    case ageUnknown
    case notApplicable(test: String, discretionary: Bool)
    /// Whether the criterion applies cannot be told; `otherwise` is why it is not met as it stands.
    case applicabilityUnknown(test: String, missing: [BirthFact], otherwise: Reason)
    /// A parameter depends on a fact that is not known, and its values disagree.
    case dependsOn([BirthFact])

    // Times and changes
    /// Times known only to the day leave it open.
    case knownToTheDay([EntryRef])
    /// A strike or correction that no physician has confirmed would turn the verdict; `otherwise` is how it would stand.
    case awaitsConfirmation([EntryChange], otherwise: Reason)
    /// Whoever wrote it need not be a physician; `why` is nil where no reason was recorded.
    case waived(by: String, at: Instant, until: WrittenTime?, why: SealedText?, otherwise: Reason)
    case several([Reason])
}
