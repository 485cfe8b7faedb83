extension SimulatedChart {
    /// Birth, dating, mother, admission, and what runs from the first hour.
    mutating func admit(_ growth: SimulatedGrowth) {
        let birth = infant.birth
        add(
            Birth(
                sex: infant.sex, order: infant.order, of: infant.isTwin ? 2 : 1,
                siblings: infant.sibling.map { [$0.text] } ?? []), birth)
        // One pregnancy in fifty was never dated.
        let isDated = !random.happens(0.02)
        add(
            Dating(
                gestationalAge: isDated ? infant.gestationalAge : nil, method: isDated ? .earlyUltrasound : .unknown),
            birth)
        if !random.happens(0.04) {
            add(Perinatal(maternalHbsag: random.happens(0.06) ? .positive : .negative), birth)
        }
        add(Admission(from: .birth), birth)
        add(Measurement(quantity: .weight, value: growth.weights[0], role: .birth), birth)
        state(Aspect.monitoring, "on", birth + 600)
        state(Aspect.thermal, "incubator", birth + 900)
    }

    /// Steps of breathing support by gestational age, and the methylxanthine that goes with them.
    mutating func breathe() {
        let weeks = infant.gestationalAge.days / 7
        let last = max(infant.lastDay - random.whole(3...7), 1)
        var steps: [(day: Int, value: String, fio2: ClosedRange<Int>, flow: Int?)] = []
        switch weeks {
        case ..<28:
            steps.append((0, "ventilator", 25...45, nil))
            steps.append((random.whole(3...20), "cpap", 23...35, nil))
            steps.append((day(ofPostmenstrual: random.whole(224...236)), "high_flow", 21...30, random.whole(15...60)))
            steps.append((day(ofPostmenstrual: random.whole(238...250)), "low_flow_oxygen", 22...28, 5))
        case 28..<32:
            steps.append((0, random.happens(0.3) ? "ventilator" : "cpap", 22...35, nil))
            steps.append((random.whole(2...6), "cpap", 21...28, nil))
            steps.append((day(ofPostmenstrual: random.whole(220...234)), "high_flow", 21...25, random.whole(10...40)))
        default: if random.happens(0.4) { steps.append((0, "cpap", 21...30, nil)) }
        }
        let air = min(max((steps.last?.day ?? -1) + random.whole(2...9), steps.isEmpty ? 0 : 1), last)
        var done = -1
        for step in steps where step.day > done && step.day < air {
            let isUnrecorded = random.happens(0.05)
            state(
                Aspect.respiratorySupport, step.value,
                step.day == 0 ? infant.birth + 1200 : at(day: step.day, hour: 10),
                fio2: isUnrecorded ? nil : random.whole(step.fio2), flow: isUnrecorded ? nil : step.flow)
            done = step.day
        }
        state(Aspect.respiratorySupport, "room_air", air == 0 ? infant.birth + 1200 : at(day: air, hour: 11))
        if weeks < 32 {
            state(Aspect.methylxanthine, "on", infant.birth + 7200)
            let stop = min(day(ofPostmenstrual: random.whole(231...243)), infant.lastDay - random.whole(6...9))
            if stop > 1 { state(Aspect.methylxanthine, "off", at(day: stop, hour: 8)) }
        } else if random.happens(0.85) {
            state(Aspect.methylxanthine, "never", infant.birth + 7200)
        }
    }

    /// Lines, parenteral nutrition, the steps towards the breast or bottle, and the open crib.
    mutating func feed(_ growth: SimulatedGrowth) {
        let weeks = infant.gestationalAge.days / 7
        let lines = weeks < 28 ? random.whole(14...28) : weeks < 32 ? random.whole(6...14) : random.whole(1...5)
        for aspect in ["iv_access", "iv_medication"] + (weeks < 33 ? ["parenteral_nutrition"] : []) {
            state(aspect, "on", infant.birth + 3600)
            state(aspect, "off", at(day: min(lines, max(1, infant.lastDay - 3)), hour: 15))
        }
        if weeks >= 33 { state("parenteral_nutrition", "off", infant.birth + 3600) }
        state(Aspect.feedingRoute, "none", infant.birth + 1800)
        let last = max(infant.lastDay - random.whole(2...5), 2)
        let oral = min(max(day(ofPostmenstrual: random.whole(240...252)), 3), last)
        let both = min(max(day(ofPostmenstrual: random.whole(228...238)), 2), oral)
        state(Aspect.feedingRoute, "tube", at(day: 1, hour: 9))
        if both > 1, both < oral { state(Aspect.feedingRoute, "oral_plus_tube", at(day: both, hour: 12)) }
        if oral > 1 { state(Aspect.feedingRoute, "oral", at(day: oral, hour: 12)) }
        let warm = growth.firstDay(reaching: random.whole(1600...1900)) ?? last
        state(Aspect.thermal, "open_crib", at(day: min(max(warm, 2), last), hour: 14))
    }

    /// The end of the stay.
    mutating func leave() {
        guard !isCut else { return }
        let when = end
        switch infant.end {
        case .home: add(Discharge(to: .home), when, by: CourseSimulator.physician)
        case .transfer: add(Discharge(to: .transfer), when, by: CourseSimulator.physician)
        case .death: add(Discharge(to: .death), when, by: CourseSimulator.physician)
        case .stillHere: break
        }
    }
}
