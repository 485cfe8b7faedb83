import NICUCore

// Events, the monitor and the reviews of shifts.
extension RandomCourse {
    mutating func events() throws {
        if !twist { try ledger.add(severe(), ago: days(15)) }
        if twist {
            let event = random.chance(40) ? severe() : event()
            let length = Int64(max(event.durationSeconds ?? 0, event.desaturationSeconds ?? 0))
            try ledger.add(event, ago: random.near(limit()) + random.pick([0, length, length]))
        }
        if twist {
            for _ in 0..<random.pick([1, 1, 2]) {
                try ledger.add(event(), ago: random.near(days(random.pick([0, 1, 3, 6, 9]))))
            }
        }
    }

    /// An event whose values lie near the limits of the definitions, or were not recorded.
    private mutating func event() -> Event {
        func maybe<T>(_ values: [T], _ missing: Int = 25) -> T? { random.chance(missing) ? nil : random.pick(values) }
        let known = random.chance(40) ? 0 : 25
        var event = Event(
            what: random.pick([
                [.apnoea], [.apnoea], [.bradycardia], [.desaturation], [.apnoea, .bradycardia],
                [.apnoea, .desaturation], [.bradycardia, .desaturation], [.apnoea, .bradycardia, .desaturation],
            ]))
        event.durationSeconds = maybe([8, 19, 20, 25], known)
        event.lowestHeartRate = maybe([69, 70, 79, 80, 99, 100, 120], known)
        event.lowestSpo2 = maybe([74, 79, 80, 84, 85, 90], known)
        event.desaturationSeconds = maybe([5, 9, 10, 25], known)
        event.colourChange = maybe([false, false, false, true], known)
        event.intervention = maybe([.none, .none, .none, .stimulation, .oxygen], known)
        event.feedingRelated = maybe([true, true, false], known)
        event.selfResolved = maybe([true, true, false], known)
        if random.chance(25) {
            // Nearly excluded as an event of feeding.
            event.durationSeconds = maybe([8, 19], 8)
            event.lowestHeartRate = maybe([70, 75, 79], 8)
            event.lowestSpo2 = maybe([80, 86], 8)
            event.feedingRelated = maybe([true], 8)
            event.selfResolved = maybe([true], 8)
            event.intervention = maybe([.none, .none, .stimulation], 8)
        }
        return event
    }

    mutating func monitor() throws {
        func state(_ value: String) -> State { State(aspect: Aspect.monitoring, value: value) }
        if twist {
            if random.chance(30) { return }
            try ledger.add(state("on"), ago: random.near(limit()))
        } else {
            try ledger.add(state("on"), ago: days(39))
        }
        guard twist else { return }
        var ago = random.pick([hours(30), hours(26), days(7), days(16), hours(10)])
        for _ in 0..<random.pick([1, 2, 3]) {
            let length = hours(random.pick([1, 2, 2])) + random.pick([-1, 0, 0, 0, 1])
            try ledger.add(state("off"), ago: max(0, ago))
            if !twist { try ledger.add(state("on"), ago: max(0, ago - length)) }
            ago -= length + random.pick([1, hours(1), hours(3)])
        }
    }

    mutating func reviews() throws {
        let events = ledger.entries.filter { $0.body is Event }
        let all = ledger.clock.shifts(from: Chart.now - days(14), to: Chart.now)
        let careless = twist ? 4 : 0
        for shift in all {
            let interval = ledger.clock.interval(of: shift)
            var count: Int? = events.filter { interval.contains($0.at.instant) }.count
            if careless > 0 {
                if random.chance(careless / 2) { continue }
                if random.chance(careless) { count = random.pick([nil, 0, 1, 2]) }
            }
            let at = Moment(min(interval.upperBound, Chart.now), offsetMinutes: 480)
            try ledger.add(Review(shift: shift, events: count), at: at)
            if random.chance(careless / 4) { try ledger.add(Review(shift: shift, events: nil), at: at) }
        }
    }
}
