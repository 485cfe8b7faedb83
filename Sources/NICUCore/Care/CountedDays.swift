/// How many days something was done, by a named rule, and which of them the record cannot tell.
public struct CountedDays: Sendable, Hashable {
    /// What is counted.
    public let item: DayItem
    /// The rule it was counted by.
    public let rule: DayRule
    /// Whether anything at all is recorded of it; where not, nothing can be said.
    public let isRecorded: Bool
    /// The civil days that count for certain, in order.
    public let certain: [Day]
    /// The civil days that may count, in order: the record does not tell.
    public let unknown: [Day]
    /// Whether it goes on at the moment of the answer.
    public let now: Truth
    /// How often, for a procedure.
    public let times: Int?
    /// Minutes together, for a procedure whose details tell them; nil where one of them does not.
    public let minutes: Int?

    /// The unknown days as stretches.
    public var stretches: [ClosedRange<Day>] {
        var result: [ClosedRange<Day>] = []
        for day in unknown {
            if let last = result.last, last.upperBound + 1 == day {
                result[result.count - 1] = last.lowerBound...day
            } else {
                result.append(day...day)
            }
        }
        return result
    }
}

extension CountedDays {
    /// Every item of the rules, in their order; `rule` counts all by another rule than their own.
    public static func all(_ course: Course, _ rules: CareRules, by rule: DayRule? = nil) -> [CountedDays] {
        let stays = course.stayTimes
        return rules.days.compactMap { item in
            (rule ?? rules.dayRule(item.rule)).map { CountedDays(item, $0, course, stays, settling: rules.settling) }
        }
    }

    private init(_ item: DayItem, _ rule: DayRule, _ course: Course, _ stays: [StayTime], settling: Hours) {
        self.item = item
        self.rule = rule
        if case .procedure(let name) = item.fact {
            let done = course.all(Procedure.self).filter { $0.body.what == name }
            isRecorded = !done.isEmpty
            certain = Set(done.map { course.clock.zone.day(at: $0.entry.at.instant) }).sorted()
            unknown = []
            now = .no
            times = done.count
            let parts = done.map { $0.body.detail.flatMap(CountedDays.minutes) }
            minutes = parts.isEmpty || parts.contains(nil) ? nil : parts.compactMap { $0 }.reduce(0, +)
            return
        }
        let lines = stays.map { TruthLine(item, course, during: $0, settling: settling) }
        (times, minutes) = (nil, nil)
        isRecorded = lines.contains(where: \.isRecorded)
        // What held when the infant left does not go on here.
        now = course.stayEnd == nil ? lines.last?.value(at: course.asOf.earliest) ?? .unknown : .no
        guard isRecorded else {
            (certain, unknown) = ([], [])
            return
        }
        var (sure, maybe): ([Day], [Day]) = ([], [])
        let zone = course.clock.zone
        for (stay, line) in zip(stays, lines) {
            let here = stay.interval
            let doses = Set(line.doses.map { zone.day(at: $0) })
            var day = zone.day(at: here.lowerBound)
            while zone.start(of: day) < here.upperBound {
                let whole = max(zone.start(of: day), here.lowerBound)..<min(zone.start(of: day + 1), here.upperBound)
                var truth = line.truth(of: whole, turn: zone.boundary(on: day, at: course.clock.careDayStart), rule)
                if rule.test == .above(Hours(0)), doses.contains(day) { truth = .yes }
                if truth == .yes, sure.last != day { sure.append(day) }
                if truth == .unknown, maybe.last != day { maybe.append(day) }
                day = day + 1
            }
        }
        certain = sure
        let known = Set(sure)
        unknown = maybe.filter { !known.contains($0) }
    }

    /// The minutes of a detail such as `60 min`.
    private static func minutes(_ detail: String) -> Int? {
        let words = detail.split(separator: " ")
        return words.count == 2 && words[1] == "min" ? Int(words[0]) : nil
    }
}

/// Whether something was so, over the time of one stay.
private struct TruthLine {
    /// From when on it was so; before the first, nothing is known, whatever an earlier stay had said.
    private let changes: [(from: Instant, value: Truth)]
    /// Single doses.
    let doses: [Instant]
    let isRecorded: Bool

    init(_ item: DayItem, _ course: Course, during stay: StayTime, settling: Hours) {
        var changes: [(from: Instant, value: Truth)]
        func states(_ aspect: String) -> [(entry: Entry, body: State)] {
            course.states(aspect).filter { stay.holds($0.entry) }
        }
        switch item.fact {
        case .oxygen:
            changes = states(Aspect.respiratorySupport).map { ($0.entry.at.earliest, $0.body.isOxygen) }
            doses = []
        case .states(let sources, let products):
            changes = TruthLine.changes(
                sources.map { source in
                    states(source.aspect).map { ($0.entry.at.earliest, source.holds($0.body)) }
                })
            doses = course.all(Medication.self).filter { entry, body in
                let name = body.given.product.lowercased()
                return body.given.notGivenReason == nil && products.contains { name.contains($0) }
            }.map(\.entry.at.instant)
        case .procedure: (changes, doses) = ([], [])
        }
        isRecorded = !changes.isEmpty || !doses.isEmpty
        let begin = stay.interval.lowerBound
        if let first = changes.first, first.from > begin, first.from - begin <= settling.seconds {
            changes.insert((begin, .no), at: 0)
        }
        self.changes = changes
    }

    /// The first source that can tell decides, and one that says yes is believed.
    private static func changes(_ lines: [[(from: Instant, value: Truth)]]) -> [(from: Instant, value: Truth)] {
        guard lines.count > 1 else { return lines.first ?? [] }
        return Set(lines.joined().map(\.from)).sorted().map { instant in
            let values = lines.map { $0.last { $0.from <= instant }?.value ?? .unknown }
            return (instant, values.contains(.yes) ? .yes : values.first { $0 != .unknown } ?? .unknown)
        }
    }

    func value(at instant: Instant) -> Truth { changes.last { $0.from <= instant }?.value ?? .unknown }

    /// Whether a day counts, of which a part is looked at.
    func truth(of part: Range<Instant>, turn: Instant, _ rule: DayRule) -> Truth {
        switch rule.test {
        case .atTurn: return part.contains(turn) ? value(at: turn) : .no
        case .above(let least):
            var (sure, maybe): (Int64, Int64) = (0, 0)
            var (from, current) = (part.lowerBound, value(at: part.lowerBound))
            func add(_ to: Instant) {
                if current == .yes { sure += to - from }
                if current == .unknown { maybe += to - from }
            }
            for change in changes where change.from > part.lowerBound && change.from < part.upperBound {
                add(change.from)
                (from, current) = (change.from, change.value)
            }
            add(part.upperBound)
            if sure > least.seconds { return .yes }
            return sure + maybe > least.seconds ? .unknown : .no
        }
    }
}
