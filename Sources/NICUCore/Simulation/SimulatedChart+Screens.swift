extension SimulatedChart {
    /// Screens, vaccines and attestations, some of them late, missing or with a result that asks for more.
    mutating func screen() {
        check("newborn_blood_spot", random.happens(0.03) ? .repeatNeeded : .normal, day: random.whole(3...6))
        if infant.gestationalAge.days < 224 {
            check("head_us_1", .normal, day: random.whole(4...8))
            check("head_us_2", .normal, day: random.whole(28...40))
            check("head_us_term", .normal, day: infant.lastDay - random.whole(1...6))
            check("thyroid_repeat", .normal, day: random.whole(14...27))
            eyes()
        }
        check(
            "hearing_screen", random.happens(0.06) ? .refer : .pass, day: infant.lastDay - random.whole(1...4),
            method: "aabr")
        check("hepatitis_b_1", .given, day: random.happens(0.9) ? random.whole(1...3) : infant.lastDay - 1)
        if random.happens(0.08) { add(Procedure(what: "transfusion"), at(day: random.whole(2...20), hour: 13)) }
        for item in [
            "complications_controlled", "ancillary_tests_basically_normal", "caregiver_teaching_complete",
            "primary_care_and_specialty_appointments", "nutrition_plan", "rooming_in", "hematologic_status_assessed",
            "two_caregivers_identified",
        ] where !random.happens(0.04) {
            add(Attestation(item: item), at(day: infant.lastDay - 1, hour: 15), by: CourseSimulator.physician)
        }
    }

    private mutating func check(_ task: String, _ result: Check.Result, day: Int, method: String? = nil) {
        guard day >= 1, !random.happens(0.03) else { return }
        let when = at(day: day, hour: 10)
        let needs = result == .refer || result == .repeatNeeded
        let follows = needs ? WrittenTime(clock.zone.moment(at: when + 21 * 86_400)) : nil
        add(
            Check(task: task, result: result, method: method, followUp: follows, place: needs ? "clinic" : nil), when,
            by: CourseSimulator.physician)
    }

    /// The first eye examination at four weeks and 31 weeks, then every one or two weeks.
    private mutating func eyes() {
        var day = max(28, self.day(ofPostmenstrual: 217)) + random.whole(0...3)
        while day < infant.lastDay {
            let age = infant.gestationalAge.days + day
            let isComplete = age >= random.whole(252...270)
            let result: Check.Result = isComplete ? .complete : random.happens(0.15) ? .ropNoTreatment : .immature
            let when = at(day: day, hour: 10)
            let next = random.whole(7...14)
            let follows = isComplete ? nil : WrittenTime(clock.zone.moment(at: when + Int64(next) * 86_400))
            add(
                Check(task: "rop_exam", result: result, followUp: follows, place: isComplete ? nil : "eye clinic"),
                when,
                by: CourseSimulator.physician)
            if isComplete { return }
            day += next
        }
    }
}
