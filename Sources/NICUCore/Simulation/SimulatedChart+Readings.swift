extension SimulatedChart {
    /// Shares of daily weights that are not taken, slip, and stay unconfirmed.
    static let missing = 0.04
    static let slips = 0.006
    static let unconfirmed = 0.002

    /// Daily weights with their gaps and slips, weekly lengths and heads, temperatures.
    mutating func measure(_ growth: SimulatedGrowth) {
        for day in stride(from: 1, through: infant.lastDay, by: 1) {
            if !random.happens(Self.missing) { weigh(growth.weights[day], at(day: day, hour: 6)) }
            // Four a day near the end, two before.
            let hours = infant.lastDay - day < 8 ? [2.0, 8, 14, 20] : [8.0, 20]
            for hour in hours where !random.happens(0.03) {
                let value = Int((random.normal(368, 1.8)).rounded())
                add(
                    Measurement(quantity: .temperature, value: value, site: "axillary"), at(day: day, hour: hour))
            }
            if infant.lastDay - day < 3 {
                for hour in [4.0, 10, 16, 22] {
                    add(Measurement(quantity: .spo2, value: random.whole(92...99)), at(day: day, hour: hour))
                }
            }
        }
        for (quantity, values) in [(Quantity.length, growth.lengths), (.head, growth.heads)] {
            for (day, value) in values where !random.happens(0.1) {
                add(
                    Measurement(
                        quantity: quantity, value: value, role: day == 0 ? .birth : .measured,
                        method: quantity == .length ? "board" : nil),
                    day == 0 ? infant.birth + 1200 : at(day: day, hour: 9))
            }
        }
    }

    /// One weight, or a slip that is mostly noticed: corrected by the nurse, or struck with a physician.
    private mutating func weigh(_ grams: Int, _ when: Instant) {
        let weight = Measurement(quantity: .weight, value: grams)
        if random.happens(Self.unconfirmed) {
            add(Measurement(quantity: .weight, value: grams + 300, role: .unconfirmed), when)
            add(weight, when + 1800)
            return
        }
        guard random.happens(Self.slips), let wrong = slip(of: grams) else {
            add(weight, when)
            return
        }
        guard let entry = add(Measurement(quantity: .weight, value: wrong), when), random.happens(0.85) else { return }
        let later = Int64(random.whole(30...1500)) * 60
        if random.happens(0.7) {
            add(weight, when, delay: later, corrects: entry, reason: "misread")
        } else {
            add(
                Retraction(confirmedBy: CourseSimulator.physician), when, delay: later, corrects: entry,
                reason: "not this infant")
            add(weight, when + 60, delay: later)
        }
    }

    /// Ten times too much, a tenth, or two digits swapped; nil where none of them is possible at all.
    private mutating func slip(of grams: Int) -> Int? {
        let digits = Array(String(grams))
        var swapped = digits
        let place = random.whole(0...max(0, digits.count - 2))
        if place + 1 < swapped.count { swapped.swapAt(place, place + 1) }
        let slips = [grams * 10, grams / 10, Int(String(swapped)) ?? grams].filter {
            (200...8000).contains($0) && $0 != grams
        }
        return random.one(of: slips)
    }

    /// Events that grow rarer with age, each shift's review, and now and then a shift without one.
    mutating func watch() {
        let isPreterm = infant.gestationalAge.days < 238
        var events: [Instant] = []
        for day in stride(from: 1, to: infant.lastDay, by: 1) {
            let age = Double(infant.gestationalAge.days + day)
            // About three a day at 28 weeks, one a week at 35.
            var rate = isPreterm ? 3 / (1 + (age - 196) * (age - 196) / 180) : 0.02
            if infant.lastDay - day < 7 { rate *= 0.1 }
            for _ in 0..<random.count(rate: max(rate, 0)) {
                let when = at(day: day, hour: Double(random.whole(0...1439)) / 60)
                if add(event(), when) != nil { events.append(when) }
            }
        }
        for shift in clock.shifts(from: infant.birth, to: end) {
            let interval = clock.interval(of: shift)
            guard interval.upperBound <= end, interval.lowerBound >= infant.birth, !random.happens(0.03) else {
                continue
            }
            add(Review(shift: shift, events: events.count { interval.contains($0) }), interval.upperBound - 600)
        }
    }

    private mutating func event() -> Event {
        let isApnoea = random.happens(0.6)
        let heartRate = random.whole(55...95)
        let saturation = random.whole(62...88)
        let isMild = heartRate >= 75 && saturation >= 80
        func recorded<T>(_ value: T) -> T? { random.happens(0.08) ? nil : value }
        var what: [Event.What] = isApnoea ? [.apnoea] : []
        if heartRate < 90 { what.append(.bradycardia) }
        if saturation < 86 || what.isEmpty { what.append(.desaturation) }
        let helped: Event.Intervention = isMild ? .none : random.happens(0.8) ? .stimulation : .oxygen
        return Event(
            what: what, durationSeconds: recorded(random.whole(6...35)), lowestHeartRate: recorded(heartRate),
            lowestSpo2: recorded(saturation), desaturationSeconds: recorded(random.whole(5...40)),
            colourChange: recorded(random.happens(0.15)), intervention: recorded(helped),
            feedingRelated: recorded(random.happens(0.3)), selfResolved: recorded(isMild),
            asleep: recorded(random.happens(0.6)))
    }
}
