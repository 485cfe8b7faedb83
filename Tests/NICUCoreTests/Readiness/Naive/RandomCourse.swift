import NICUCore

/// Random courses near the limits of a rule set: most data in order, a few things missing, late, wrong or changed.
struct RandomCourse {
    let rules: RuleSet
    var random: FixedRandom
    var ledger: RandomLedger
    /// How many topics of a hundred are not in order.
    let disorder: Int
    /// Vague times and unconfirmed changes each double the work of the slow evaluator.
    private var vague = 0
    /// Then the weight at a dose counts, which is asked only of weights that nothing contradicts.
    private(set) var isMotherPositive = false

    init(_ rules: RuleSet, seed: UInt64, infant: Int64 = 1) throws {
        self.rules = rules
        random = FixedRandom(seed: seed)
        ledger = try RandomLedger(infant: infant)
        ledger.clock = try random.pick([Chart.clock(), Chart.clock(careDay: 6, shifts: [7, 15, 23])])
        disorder = random.pick([0, 4, 8, 15, 30])
    }

    static func ledger(_ rules: RuleSet, seed: UInt64, infant: Int64 = 1) throws -> RandomLedger {
        var course = try RandomCourse(rules, seed: seed, infant: infant)
        try course.fill()
        return course.ledger
    }

    /// A question about a whole day is asked only where waivers and vague times do not change on that day.
    private var isWholeDay: Bool { ledger.asOf.precision == .day }

    var twist: Bool { mutating get { random.chance(disorder) } }

    private mutating func fill() throws {
        if random.chance(4) { ledger.asOf = Moment(day: Chart.zone.day(at: Chart.now), in: Chart.zone) }
        if random.chance(10) {
            ledger.asOf = Moment(Chart.now + Int64.random(in: -40_000...40_000, using: &random), offsetMinutes: 480)
        }
        try who()
        try weights()
        try temperatures()
        try states()
        try drug()
        try events()
        try monitor()
        try reviews()
        try checks()
        try attestations()
        if random.chance(35) { for _ in 0..<random.pick([1, 1, 2]) { try change() } }
        if random.chance(30) { for _ in 0..<random.pick([1, 1, 2]) { blur() } }
        if random.chance(40) { try waivers() }
        if !isWholeDay, random.chance(6) { try away() }
    }

    // MARK: Who

    private mutating func who() throws {
        var age = days(93) + hours(2)
        var gestation: Int? = 189
        if twist { gestation = random.pick([nil, nil, 181, 182, 183, 210, 211, 223, 224, 258, 259, 260, 250]) }
        if twist { age = days(Int64(random.pick([244, 245, 246]) - (gestation ?? 189))) + random.pick([1, hours(7)]) }
        age = max(age, days(40))
        if !twist {
            try ledger.add(Birth(sex: .female), ago: age)
        } else if random.chance(50) {
            try ledger.add(Birth(sex: .unknown), ago: age)
        }
        if !twist || random.chance(60) {
            try ledger.add(dating(gestation), ago: age)
            if twist { try ledger.add(dating(random.pick([nil, 189, 183, 262, 230])), ago: random.pick([age, 60])) }
        }
        if !twist || random.chance(60) {
            let birth = twist ? random.pick([1499, 1500, 1501, 1999, 2000, 2001, 2600]) : 800
            try ledger.add(grams(birth, role: .birth), ago: age)
        }
        if !twist || random.chance(60) {
            let antigen: Perinatal.Antigen? = twist ? random.pick([nil, .unknown, .positive, .positive]) : .negative
            isMotherPositive = antigen == .positive
            try ledger.add(Perinatal(maternalHbsag: antigen), ago: age)
            if twist { try ledger.add(Perinatal(delivery: "caesarean"), ago: age - 60) }
        }
        if random.chance(10) { try ledger.add(Admission(from: .birth), ago: age) }
    }

    private func dating(_ days: Int?) -> Dating {
        Dating(gestationalAge: days.flatMap { GestationalAge(days: $0) }, method: .lmp)
    }

    // MARK: Waivers, changes, vague times

    private mutating func waivers() throws {
        for _ in 0..<random.pick([1, 4, 8, 12]) {
            let until = random.pick(
                isWholeDay
                    ? [nil, "2026-04-03", "2026-04-04", "2026-05-01"]
                    : [
                        nil, nil, "2026-04-04T07:59:59+08:00", "2026-04-04T08:00:00+08:00", "2026-04-04", "2026-04-03",
                        "2026-05-01",
                    ])
            let waiver = Waiver(
                criterion: random.pick(rules.criteria).id, rules: random.pick([nil, rules.id, rules.id, "other"]),
                until: until.flatMap { WrittenTime($0) })
            try ledger.add(waiver, ago: isWholeDay ? days(2) : random.pick([0, hours(1), days(2)]))
        }
        if !isWholeDay, random.chance(20) {
            try ledger.add(Admission(from: .home), ago: random.pick([0, hours(20), days(20)]))
        }
    }

    /// Now and then the infant was away, and came back or did not.
    private mutating func away() throws {
        let left = random.pick([hours(2), days(3), days(9), days(30)])
        try ledger.add(random.chance(50) ? Discharge(to: .home) : Transfer(to: .transfer), ago: left)
        if random.chance(80) { try ledger.add(Admission(from: .home), ago: left - random.pick([60, hours(1)])) }
    }

    private mutating func blur() {
        guard vague < 2 else { return }
        // What is known of the day of an earlier question may lie after it.
        let isNow = ledger.asOf.precision != .day && ledger.now >= Chart.now.seconds
        let kinds: [Kind] = random.pick([
            [.check], [.state], [.event, .state], [.measurement], [.attestation, .birth],
        ])
        let candidates = ledger.entries.indices.filter {
            kinds.contains(ledger.entries[$0].kind) && ledger.entries[$0].at.precision != .day
                && (isNow || ledger.entries[$0].at.day < ledger.asOf.day)
        }
        guard !candidates.isEmpty else { return }
        let late = candidates.suffix(random.chance(60) ? 12 : 200)
        ledger.blur(random.pick(Array(late)))
        vague += 1
    }

    /// A fact that holds something back, then struck or corrected; or a change of any fact at all.
    private mutating func change() throws {
        var target: Entry
        if random.chance(70) {
            target = try ledger.add(against(), ago: random.near(random.pick([0, hours(20), hours(70), days(4)])))
        } else {
            let changed = Set(ledger.entries.compactMap(\.corrects))
            target = random.pick(
                ledger.entries.filter { !changed.contains($0.id) && $0.corrects == nil && isChangeable($0.body) })
        }
        for _ in 0..<random.pick([1, 1, 1, 2]) {
            if random.chance(55) {
                try ledger.strike(target, confirmed: random.chance(40))
                if random.chance(15) { try ledger.strike(target, confirmed: true) }
                return
            }
            let author = random.chance(40) ? RandomLedger.physician : "li.min"
            let at = random.chance(75) ? target.at : Moment(target.at.instant - days(6), offsetMinutes: 480)
            target = try ledger.add(milder(target.body), at: at, by: author, corrects: target.id)
        }
    }

    /// An event that a review counts stays, a weight that a dose may rest on, and what dates an infant for a whole day.
    private func isChangeable(_ body: any Body) -> Bool {
        !(body is Event) && !(isWholeDay && body is Dating)
            && !(isMotherPositive && (body as? Measurement)?.quantity == .weight)
    }

    private mutating func against() -> any Body {
        let choices = RandomCourse.holdingBack(rules)
        return random.pick(choices.filter { $0 is Event || isChangeable($0) })
    }

    /// Facts each of which can hold a criterion of the set back.
    static func holdingBack(_ rules: RuleSet) -> [any Body] {
        var result: [any Body] = [
            severe(), severe(), Event(what: [.apnoea]), grams(1999), grams(1990, role: .unconfirmed), celsius(380),
            celsius(364), celsius(367, bed: "incubator"), State(aspect: "iv_access", value: "on"),
            State(aspect: Aspect.feedingRoute, value: "tube"), State(aspect: Aspect.respiratorySupport, value: "cpap"),
            State(aspect: Aspect.methylxanthine, value: "on"), State(aspect: Aspect.methylxanthine, value: "off"),
            State(aspect: Aspect.monitoring, value: "off"), Dating(gestationalAge: nil, method: .unknown),
            Dating(gestationalAge: GestationalAge(days: 260), method: .lmp),
            Medication(given: Product(product: "Caffeine citrate")), Perinatal(maternalHbsag: .unknown),
        ]
        for criterion in rules.criteria {
            switch criterion.test {
            case .taskDone(let test): result.append(Check(task: test.task, result: .notDone))
            case .attested(let test): result.append(Attestation(item: test.item, value: false))
            default: break
            }
        }
        return result
    }

    /// The same fact with another value, most often a better one.
    private mutating func milder(_ body: any Body) -> any Body {
        switch body {
        case is Event:
            return random.pick([
                Event(what: [.apnoea], durationSeconds: 8), Event(what: [.apnoea]), severe(),
                Event(what: [.bradycardia], lowestHeartRate: 90),
            ])
        case let body as Measurement where body.quantity == .weight:
            if isMotherPositive { return grams(body.value) }
            return grams(random.pick([2580, 2570, body.value, 1990]), role: random.pick([.measured, body.role]))
        case is Measurement: return celsius(random.pick([367, 366, 364, 380]))
        case let body as State:
            return State(aspect: body.aspect, value: random.pick(Aspect.values(of: body.aspect).reversed()))
        case let body as Check:
            return Check(
                task: random.chance(10) ? "hearing_screen" : body.task,
                result: random.pick([.pass, .normal, .complete, .given, .notDone]), method: random.pick(["aabr", nil]))
        case let body as Attestation: return Attestation(item: body.item, value: random.chance(75))
        case is Dating: return dating(random.pick([189, 260, nil]))
        case let body as Review: return Review(shift: body.shift, events: random.pick([0, nil, 1]))
        default: return body
        }
    }
}
