/// Makes plausible courses of preterm infants from a seed: for rehearsals, tests and measurements, never about anybody.
///
/// An infant depends on the seed and its own number alone, so that the first infants of a longer stream are those of a
/// shorter one. The same seed gives the same entries on every machine whose exponential and logarithm agree to the gram.
public struct CourseSimulator: Sendable {
    /// What every random choice is made from.
    public let seed: UInt64
    /// Births fall into the year that begins here.
    public let firstDay: Day
    /// Every course is cut after so many days of life and stays open; nil for whole stays.
    public let days: Int?
    let reference: GrowthReference
    let clock: WardClock

    /// Who writes and who confirms in a simulated unit.
    public static let nurse = "sim.nurse"
    /// The physician who confirms strikes and attests.
    public static let physician = "sim.doctor"
    /// The zone of a simulated unit: +08:00 all year.
    public static let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)

    /// Makes a simulator; `reference` is one of postnatal weight, length and head by postmenstrual age.
    ///
    /// Nil for a number of days below 1.
    public init?(seed: UInt64, reference: GrowthReference, from firstDay: Day, days: Int? = nil) {
        let starts = [8, 16, 0].compactMap { ClockTime(hour: $0, minute: 0) }
        guard let care = ClockTime(hour: 7, minute: 0),
            let clock = WardClock(zone: CourseSimulator.zone, careDayStart: care, shiftStarts: starts),
            days.map({ $0 >= 1 }) ?? true
        else { return nil }
        self.seed = seed
        self.firstDay = firstDay
        self.days = days
        self.reference = reference
        self.clock = clock
    }

    /// Whether the reference has weights at some gestational age of the simulated births; without them courses are empty.
    public var isPossible: Bool {
        (161...258).contains { days in
            reference.value(atZ: 0, of: .weight, at: .postmenstrual(days: Double(days)), sex: .female)?.amount != nil
        }
    }

    /// The entries of one infant in the order they were recorded; empty where the reference has no birth weight.
    public func course(_ index: Int) -> [Entry] {
        guard let infant = SimulatedInfant(index, seed: seed, from: firstDay, zone: clock.zone) else { return [] }
        var random = SplitMix64(seed: seed, stream: UInt64(index) &* 4 &+ 2)
        guard let growth = SimulatedGrowth(infant, reference, &random) else { return [] }
        var chart = SimulatedChart(infant, clock: clock, until: days, random: random)
        chart.admit(growth)
        chart.breathe()
        chart.feed(growth)
        chart.measure(growth)
        chart.watch()
        chart.screen()
        chart.leave()
        return chart.sorted
    }
}

/// The entries of one simulated stay while they are being written.
struct SimulatedChart {
    let infant: SimulatedInfant
    let clock: WardClock
    var random: SplitMix64
    private(set) var entries: [Entry] = []
    private let cut: Instant?

    init(_ infant: SimulatedInfant, clock: WardClock, until days: Int?, random: SplitMix64) {
        self.infant = infant
        self.clock = clock
        self.random = random
        cut = days.map { infant.birth + Int64($0) * 86_400 }
    }

    /// The last instant about which something is written.
    var end: Instant { min(infant.birth + Int64(infant.lastDay) * 86_400, cut ?? Instant(seconds: .max)) }
    /// Whether the course is cut before the stay has ended.
    var isCut: Bool { cut.map { $0 < infant.birth + Int64(infant.lastDay) * 86_400 } ?? false }

    /// An instant of a day of life at an hour of the clock.
    func at(day: Int, hour: Double) -> Instant {
        let born = clock.zone.day(at: infant.birth)
        return Moment(day: born + day, in: clock.zone).earliest + Int64(hour * 60) * 60
    }

    /// The day of life on which a postmenstrual age is reached.
    func day(ofPostmenstrual days: Int) -> Int { days - infant.gestationalAge.days }

    /// Writes a fact, recorded some minutes later; nothing before birth, after the stay or after the cut.
    @discardableResult
    mutating func add(
        _ body: any Body, _ at: Instant, delay: Int64 = 0, by: String = CourseSimulator.nurse, corrects: Entry? = nil,
        reason: String? = nil
    ) -> Entry? {
        // The birth comes first; the rest is written a while after it happened.
        let wait = body is Birth ? 60 : Int64(random.whole(2...20)) * 60
        let recorded = at + (wait + delay)
        guard at >= infant.birth, at <= end else { return nil }
        if let cut, recorded > cut { return nil }
        let operation = Identifier(at: recorded, using: &random)
        let entry = Entry(
            seq: 0, id: Identifier(at: recorded, using: &random), infant: nil, code: infant.code, operation: operation,
            at: Moment(at, offsetMinutes: 480, precision: .minute), recorded: recorded, by: by, source: "simulator",
            corrects: corrects?.id, reason: reason.map { SealedText($0) }, body: body)
        entries.append(entry)
        return entry
    }

    /// Writes a state.
    mutating func state(_ aspect: String, _ value: String, _ at: Instant, fio2: Int? = nil, flow: Int? = nil) {
        add(State(aspect: aspect, value: value, fio2Percent: fio2, flowTenthsLitre: flow), at)
    }

    /// The entries as they were recorded; what is corrected stands before its correction.
    var sorted: [Entry] {
        entries.enumerated().sorted { ($0.element.recorded, $0.offset) < ($1.element.recorded, $1.offset) }.map(
            \.element)
    }
}
