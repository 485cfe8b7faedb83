import NICUCore

// One function a topic; each is in order unless its dice say otherwise.
extension RandomCourse {
    mutating func weights() throws {
        var last = hours(2)
        if twist { last = random.near(hours(30)) }
        if twist && random.chance(20) { return }
        let grade = Int64(random.pick([15, 20]))
        var value = random.chance(20) ? random.pick([1999, 2000, 2001, 2050]) : 2580
        if twist, random.chance(50) {
            // Exactly the least gain over the span, a gram or a second beside it.
            let span = hours(random.pick([60, 66, 72, 75, 84])) + random.pick([-1, 0, 1])
            let gained = Int(grade * span / 86_400) + random.pick([-1, 0, 0, 1])
            let begin = random.pick([0, hours(1), hours(2)])
            try ledger.add(grams(value - gained), ago: begin + span)
            if !twist { try ledger.add(grams(value - gained / 2), ago: begin + span / 2) }
            try ledger.add(grams(value), ago: begin)
        } else {
            let slope = random.pick([27, 27, 27, 21, 20, 19, 16, 15, 14, 0, -10])
            let first = twist ? random.near(hours(random.pick([60, 84, 72]))) : days(3) + hours(2)
            for step in 0...3 {
                if step > 0, twist, random.chance(50) { continue }
                let ago = last + (first - last) * Int64(step) / 3
                try ledger.add(grams(value - slope * Int((ago - last) / 3600) / 24), ago: ago)
            }
            if random.chance(30) { try ledger.add(grams(value - slope * 6), ago: days(6) + last) }
        }
        if isMotherPositive { return }
        if twist {
            // Another weight beside one of these, about three per cent and an hour off.
            let beside = random.pick(Array(ledger.entries.filter { ($0.body as? Measurement)?.quantity == .weight }))
            let used = (beside.body as? Measurement)?.value ?? value
            let apart: Int64 = random.pick([0, 1200, 3599, 3600, 3601, -3600, -3601])
            let other = used + random.pick([-1, 1]) * (used * 3 / 100 + random.pick([0, 1, -1, 20]))
            try ledger.add(grams(other), ago: max(0, Chart.now - beside.at.instant + apart))
        }
        if twist {
            let others: [Measurement.Role] = [.unconfirmed, .unconfirmed, .estimated, .dosing, .reported, .received]
            value = random.pick([value, 1500])
            try ledger.add(
                grams(value, role: random.pick(others)), ago: random.near(hours(random.pick([1, 30, 72, 84]))))
        }
    }
    mutating func temperatures() throws {
        if twist, random.chance(15) { return }
        let step = random.pick([hours(6), hours(6), hours(5), hours(8)])
        for reading in 0...10 {
            if twist { continue }
            let value = twist ? random.pick([364, 365, 374, 375, 376]) : random.pick([366, 367, 369])
            var ago = step * Int64(reading) + (random.chance(80) ? 0 : Int64.random(in: 0...1800, using: &random))
            if twist { ago = random.near(ago) }
            try ledger.add(celsius(value), ago: ago)
        }
        if twist {
            let first = random.near(hours(random.pick([3, 24, 48])))
            try ledger.add(celsius(random.pick([359, 360, 364, 375, 376, 379, 380])), ago: first)
            if random.chance(70) {
                let later = first - random.pick([3600, 3599, 3601, 1800])
                if later >= 0 { try ledger.add(celsius(random.pick([367, 365, 364, 374])), ago: later) }
            }
        }
        if twist {
            let bed = random.pick([nil, nil, "incubator", "kangaroo", "open_crib"])
            let site = random.pick([nil, "axillary", "axillary", "rectal"])
            for _ in 0..<(site == nil ? 1 : random.pick([1, 1, 3])) {
                let ago = random.near(hours(random.pick([2, 12, 24, 48])))
                try ledger.add(celsius(random.pick([367, 367, 364, 382]), bed: bed, site: site), ago: ago)
            }
        }
        if random.chance(30) {
            let value = twist ? random.pick(["incubator", "kangaroo"]) : "open_crib"
            try ledger.add(State(aspect: Aspect.thermal, value: value), ago: random.pick([days(10), hours(12)]))
        }
    }

    mutating func states() throws {
        if !twist || random.chance(80) {
            try ledger.add(State(aspect: Aspect.feedingRoute, value: "tube"), ago: days(30))
            let since = twist ? random.near(hours(random.pick([24, 48]))) : days(7)
            try ledger.add(State(aspect: Aspect.feedingRoute, value: "oral"), ago: since)
            if twist {
                let value = random.pick(["oral", "oral_plus_tube", "none"])
                try ledger.add(State(aspect: Aspect.feedingRoute, value: value), ago: random.near(hours(20)))
            }
        }
        try breathing()
        for aspect in ["iv_access", "parenteral_nutrition", "iv_medication"] {
            if twist, random.chance(40) { continue }
            try ledger.add(State(aspect: aspect, value: "on"), ago: days(40))
            try ledger.add(State(aspect: aspect, value: twist ? "on" : "off"), ago: random.near(days(5)))
        }
    }

    private mutating func breathing() throws {
        func state(_ value: String, flow: Int? = nil) -> State {
            State(aspect: Aspect.respiratorySupport, value: value, flowTenthsLitre: flow)
        }
        if twist {
            // Little is known of the breathing before.
            if random.chance(70) { try ledger.add(state("room_air"), ago: random.near(limit())) }
            return
        }
        try ledger.add(state("cpap"), ago: days(38))
        try ledger.add(state("low_flow_oxygen", flow: 5), ago: days(34))
        if twist {
            let high = state(
                random.pick(["high_flow", "high_flow", "nippv", "ventilator", "hfov"]),
                flow: random.pick([19, 20, 21, nil]))
            try ledger.add(high, ago: days(20))
            try ledger.add(state("low_flow_oxygen"), ago: random.near(limit()))
        }
        let since = twist ? random.near(hours(random.pick([24, 48]))) : days(4)
        if !twist || random.chance(30) { try ledger.add(state("room_air"), ago: since) }
        if twist, random.chance(30) { try ledger.add(state(random.pick(["cpap", "room_air"])), ago: hours(3)) }
    }

    /// One of the lengths that an event-free interval or a drug's stop is asked for.
    mutating func limit() -> Int64 { hours(random.pick([120, 168, 264, 312])) }

    mutating func drug() throws {
        func state(_ value: String) -> State { State(aspect: Aspect.methylxanthine, value: value) }
        if twist, random.chance(30) { return }
        if twist || random.chance(5) {
            try ledger.add(state("never"), ago: days(80))
        } else {
            try ledger.add(state("on"), ago: days(36))
            if twist, random.chance(30) { return }
            try ledger.add(state("off"), ago: twist ? random.near(limit()) : days(16))
            if twist { try ledger.add(state(random.pick(["never", "off", "on"])), ago: random.near(limit())) }
        }
        if twist {
            let dose = Product(
                product: random.pick(["Caffeine citrate", "枸橼酸咖啡因", "Aminophylline", "Vitamin D"]),
                notGivenReason: random.chance(25) ? "vomited" : nil)
            try ledger.add(Medication(given: dose), ago: random.near(limit()))
        }
    }

    mutating func attestations() throws {
        for criterion in rules.criteria {
            guard case .attested(let test) = criterion.test else { continue }
            if twist, random.chance(50) { continue }
            if random.chance(10) { try ledger.add(Attestation(item: test.item, value: twist), ago: days(4)) }
            try ledger.add(Attestation(item: test.item, value: !twist), ago: days(2))
        }
    }

    mutating func checks() throws {
        for criterion in rules.criteria {
            guard case .taskDone(let test) = criterion.test else { continue }
            if twist, random.chance(40) { continue }
            try check(test)
            if twist { try check(test) }
        }
        for task in ["home_tube_feeding_plan", "home_oxygen_plan", "home_methylxanthine_plan", "home_pressure_plan"] {
            if random.chance(max(4, disorder / 2)) {
                try ledger.add(Check(task: task, result: random.pick([.complete, .complete, .notDone])), ago: hours(9))
            }
        }
    }

    private mutating func check(_ test: TaskDone) throws {
        var result = random.pick(test.accept)
        if random.chance(30) { result = random.pick(test.acceptWithFollowUp + Array(test.holds.keys) + [result]) }
        if twist { result = random.pick(Check.Result.allCases) }
        var ago = random.pick([hours(3), days(2), days(5)])
        if let holds = test.holds[result], random.chance(50) { ago = random.near(holds.seconds) }
        var check = Check(task: test.task, result: result, method: test.methods.first)
        if test.acceptWithFollowUp.contains(result), !twist {
            let within = test.followUpWithin[result]?.seconds ?? days(30)
            let wanted = random.chance(60) ? within - days(2) : random.pick([random.near(within), ago, ago + 1])
            let appointment = Moment(Chart.now - ago + wanted, offsetMinutes: 480)
            check.followUp = WrittenTime(
                random.chance(25) ? Moment(day: appointment.day, in: Chart.zone) : appointment)
            check.place = twist ? nil : "clinic"
        }
        if twist { check.method = random.pick([nil, "oae", "aabr"]) }
        if twist {
            check.ear = random.pick(["left", "right", "both"])
            var other = check
            other.ear = check.ear == "left" ? "right" : "left"
            if random.chance(40) { other.result = random.pick([.pass, .refer]) }
            if random.chance(70) { try ledger.add(other, ago: ago + random.pick([0, 60])) }
        }
        try ledger.add(check, ago: ago)
    }
}
