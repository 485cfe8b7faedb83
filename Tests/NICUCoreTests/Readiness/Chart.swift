import NICUCore
import Testing

/// A course built in memory: facts are placed by the seconds before the question.
struct Chart {
    /// 2026-04-04T08:00:00+08:00.
    static let now = Instant(seconds: 1_775_260_800)
    static let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)

    var entries: [Entry] = []
    var superseded: [Superseded] = []
    var asOf = Moment(Chart.now, offsetMinutes: 480)

    static func clock(careDay: Int = 7, shifts: [Int] = [8, 16, 0]) throws -> WardClock {
        let starts = shifts.compactMap { ClockTime(hour: $0, minute: 0) }
        let careDay = try #require(ClockTime(hour: careDay, minute: 0))
        return try #require(WardClock(zone: zone, careDayStart: careDay, shiftStarts: starts))
    }

    func course() throws -> Course {
        Course(
            infant: InfantID(try Chart.id(1)), code: try #require(InfantCode("an-an")), asOf: asOf,
            knownAt: .now(asOf.latest), head: LedgerHead(seq: Int64(entries.count), digest: ""),
            clock: try Chart.clock(), entries: entries.filter { $0.at.earliest <= asOf.latest },
            superseded: superseded)
    }

    static func id(_ seq: Int64) throws -> Identifier {
        let low = (0..<8).map { UInt8(truncatingIfNeeded: seq >> (8 * $0)) }
        return try #require(Identifier(bytes: [UInt8](repeating: 0, count: 8) + low.reversed()))
    }

    private var nextSeq: Int64 { Int64(entries.count + 2 * superseded.count + 1) }

    @discardableResult
    mutating func add(_ body: any Body, at: Moment) throws -> Entry {
        let id = try Chart.id(nextSeq)
        let entry = Entry(
            seq: nextSeq, id: id, infant: nil, code: nil, operation: id, at: at, recorded: at.earliest, by: "li.min",
            source: "test", body: body)
        entries.append(entry)
        return entry
    }

    /// Adds a fact that happened some seconds before the question.
    @discardableResult
    mutating func add(_ body: any Body, ago seconds: Int64) throws -> Entry {
        try add(body, at: Moment(Chart.now - seconds, offsetMinutes: 480))
    }

    /// Adds a fact known only to the day, some days before the day of the question.
    mutating func add(_ body: any Body, daysAgo: Int) throws {
        try add(body, at: Moment(day: Chart.zone.day(at: Chart.now) + -daysAgo, in: Chart.zone))
    }

    /// Strikes an entry, or replaces it by another.
    mutating func supersede(_ entry: Entry, with body: (any Body)? = nil, confirmedBy: String? = nil) throws {
        entries.removeAll { $0.id == entry.id }
        let seq = nextSeq + 1
        let id = try Chart.id(seq)
        let by = Entry(
            seq: seq, id: id, infant: nil, code: nil, operation: id, at: entry.at, recorded: Chart.now, by: "li.min",
            source: "test", corrects: entry.id, body: body ?? Retraction(confirmedBy: confirmedBy))
        superseded.append(Superseded(entry: entry, by: by, confirmedBy: confirmedBy))
        if body != nil { entries.append(by) }
    }

    /// Takes facts away as if they had never been recorded.
    mutating func remove(_ matches: (any Body) -> Bool) { entries.removeAll { matches($0.body) } }

    func answer(_ rules: RuleSet = Rules.local) throws -> ReadinessAnswer { evaluate(rules, try course()) }

    func verdict(_ id: String, _ rules: RuleSet = Rules.local) throws -> Verdict {
        try #require(try answer(rules).criterion(id)).verdict
    }
}

func hours(_ count: Int64) -> Int64 { count * 3600 }
func days(_ count: Int64) -> Int64 { count * 86_400 }
func minutes(_ count: Int64) -> Int64 { count * 60 }

func grams(_ value: Int, role: Measurement.Role = .measured) -> Measurement {
    Measurement(quantity: .weight, value: value, role: role)
}

func celsius(_ tenths: Int, bed: String? = "open_crib", site: String? = "axillary") -> Measurement {
    Measurement(quantity: .temperature, value: tenths, site: site, bed: bed)
}

/// An event that counts in every definition.
func severe() -> Event { Event(what: [.apnoea], durationSeconds: 25, intervention: .stimulation) }

extension Chart {
    /// An infant of 27+0 and 800 g on day 93 of whom everything is in order.
    static func ready() throws -> Chart {
        var chart = Chart()
        let birth = days(93) + hours(2)
        try chart.add(Birth(sex: .female), ago: birth)
        try chart.add(Dating(gestationalAge: GestationalAge(days: 189), method: .ivf), ago: birth)
        try chart.add(Perinatal(maternalHbsag: .negative), ago: birth)
        try chart.add(grams(800, role: .birth), ago: birth)
        for day in 0...7 { try chart.add(grams(2580 - 27 * day), ago: days(Int64(day)) + hours(2)) }
        for reading in 0...8 { try chart.add(celsius(367), ago: hours(6) * Int64(reading)) }
        for (aspect, value, ago) in [
            (Aspect.monitoring, "on", birth), (Aspect.respiratorySupport, "cpap", birth),
            (Aspect.respiratorySupport, "low_flow_oxygen", days(34)),
            (Aspect.respiratorySupport, "room_air", days(15)), (Aspect.feedingRoute, "tube", days(90)),
            (Aspect.feedingRoute, "oral", days(7)), (Aspect.methylxanthine, "on", days(92)),
            (Aspect.methylxanthine, "off", days(20)), ("iv_access", "off", days(50)),
            ("parenteral_nutrition", "off", days(50)),
        ] { try chart.add(State(aspect: aspect, value: value), ago: ago) }
        try chart.add(severe(), ago: days(15))
        for check in [
            Check(task: "hearing_screen", result: .pass, method: "aabr"),
            Check(task: "newborn_blood_spot", result: .normal), Check(task: "hepatitis_b_1", result: .given),
            Check(
                task: "rop_exam", result: .immature, followUp: WrittenTime("2026-04-14T09:00:00+08:00"),
                place: "eye clinic"),
        ] { try chart.add(check, ago: days(3)) }
        try chart.add(Attestation(item: "teaching"), ago: days(2))
        for shift in try Chart.clock().shifts(from: Chart.now - days(8), to: Chart.now) {
            let end = try Chart.clock().interval(of: shift).upperBound
            try chart.add(Review(shift: shift, events: 0), at: Moment(end, offsetMinutes: 480))
        }
        return chart
    }
}
