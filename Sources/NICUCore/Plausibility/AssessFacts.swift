extension Assessment {
    /// Why a fact other than a measurement cannot be: figures that belong to another event, support or feed.
    ///
    /// None of them keeps out what another record already holds.
    public enum Fact: Sendable, Equatable {
        /// The lowest heart rate or saturation of an event lies outside what is possible, or what its kind can have.
        case event(Quantity, value: Int, possible: ClosedRange<Int>, Event.What?)
        /// Oxygen, flow and pressure belong to breathing.
        case breathingOnly(State.Figure, aspect: String)
        /// More flow or pressure than a support gives.
        case support(State.Figure, value: FixedDecimal, most: Int, support: String)
        /// A result that nothing in the program's words or the unit's rule files knows for the task.
        case result(task: String, Check.Result, allowed: [Check.Result])
        /// The appointment lies before the examination that it follows.
        case appointmentBefore(appointment: Moment, examination: Moment)
        /// More energy in a volume than anything fed or infused holds.
        case energy(kcalTenths: Int, tenthsMl: Int, mostPer100mL: Int)
        /// Two members of a body that cannot both be true.
        case contradiction(BodyProblem)
        /// A drug that is said never to have been given, after an entry that says it was.
        case neverAfter(aspect: String, seq: Int64, at: Moment)
    }
}

extension State {
    /// A figure that goes with breathing.
    public enum Figure: String, Sendable, Hashable, CaseIterable { case fio2, flow, pressure }

    /// What stands before the unit of a pressure in a detail.
    private static let pressureUnit = " cmH2O"

    /// A pressure as the detail tells it, behind its other words.
    public static func detail(_ words: String?, pressure: FixedDecimal) -> String {
        [words, pressure.text + pressureUnit].compactMap(\.self).joined(separator: ", ")
    }

    /// The pressure that the detail tells, in cmH2O; nil where it tells none.
    public var pressure: FixedDecimal? {
        guard let last = detail?.split(separator: ",").last, last.hasSuffix(State.pressureUnit) else { return nil }
        return FixedDecimal(last.dropLast(State.pressureUnit.utf8.count).drop { $0 == " " })
    }
}

extension Vocabulary {
    /// The results that a task can have besides `not_done` and `deferred`, as rule files and schedules ask for them; nil
    /// where none of them says.
    public static func results(of task: String) -> [Check.Result]? {
        switch task {
        case "hearing_screen", "chd_screen": [.pass, .refer, .repeatNeeded]
        case "newborn_blood_spot", "newborn_blood_spot_repeat", "thyroid_repeat":
            [.collected, .normal, .abnormal, .repeatNeeded]
        case "rop_exam": [.complete, .immature, .immatureZone12, .ropNoTreatment, .treated]
        case "head_us_1", "head_us_2", "head_us_recheck", "head_us_term", "mri_term", "echocardiogram":
            [.normal, .unchanged, .abnormal, .repeatNeeded]
        case "hepatitis_b_1", "hepatitis_b_extra_1", "hepatitis_b_extra_2", "hepatitis_b_extra_3", "bcg", "nirsevimab":
            [.given]
        case "car_seat_test": [.pass, .carBed, .repeatNeeded]
        case _ where papers.contains(task): [.complete]
        default: nil
        }
    }

    /// The results that every task can have: it was not done, or put off.
    public static let resultsOfAny: [Check.Result] = [.deferred, .notDone]
}

/// Figures, results and appointments that contradict the fact they come with.
func assessFacts(_ candidate: Draft, in course: Course?, beside surroundings: Surroundings) -> [Assessment.Fact] {
    switch candidate.body {
    case let event as Event: assess(event)
    case let state as State: assess(state) + assessNever(state, candidate, in: course, surroundings.products)
    case let check as Check: assess(check, candidate, in: course, allowed: surroundings.results)
    case let intake as Intake: assess(intake)
    default: []
    }
}

/// The lowest values of an event lie within what lives, and are low where the event says so.
private func assess(_ event: Event) -> [Assessment.Fact] {
    let figures: [(Quantity, Int?, ClosedRange<Int>, Event.What, Int)] = [
        (
            .heartRate, event.lowestHeartRate, Limits.lowestHeartRate, .bradycardia, Limits.mostInBradycardia
        ),
        (.spo2, event.lowestSpo2, Limits.range(of: .spo2), .desaturation, Limits.mostInDesaturation),
    ]
    return figures.compactMap { quantity, value, possible, kind, most in
        guard let value else { return nil }
        if !possible.contains(value) { return .event(quantity, value: value, possible: possible, nil) }
        guard event.what.contains(kind), value > most else { return nil }
        return .event(quantity, value: value, possible: possible.lowerBound...most, kind)
    }
}

/// Oxygen, flow and pressure go with breathing, and a support gives no more than it can.
private func assess(_ state: State) -> [Assessment.Fact] {
    let flow = state.flowTenthsLitre.map { FixedDecimal(significand: Int64($0), decimals: 1) }
    let pressure = state.pressure
    guard state.aspect == Aspect.respiratorySupport else {
        let told: [(State.Figure, Bool)] = [
            (.fio2, state.fio2Percent != nil), (.flow, flow != nil), (.pressure, pressure != nil),
        ]
        return told.filter(\.1).map { .breathingOnly($0.0, aspect: state.aspect) }
    }
    var found: [Assessment.Fact] = []
    if let flow, state.value == Limits.lowFlow, flow.double > Double(Limits.mostLowFlow) {
        found.append(.support(.flow, value: flow, most: Limits.mostLowFlow, support: state.value))
    }
    if let pressure, pressure.double > Double(Limits.mostPressure) {
        found.append(.support(.pressure, value: pressure, most: Limits.mostPressure, support: state.value))
    }
    return found
}

/// What was given once was not never given.
private func assessNever(_ state: State, _ candidate: Draft, in course: Course?, _ products: [String])
    -> [Assessment.Fact]
{
    guard state.isNever, let course else { return [] }
    let given = course.entries.first { entry in
        guard entry.at.earliest <= candidate.at.latest else { return false }
        switch entry.body {
        case let body as State: return body.aspect == state.aspect && !body.isNever
        case let body as Medication:
            let name = body.given.product.lowercased()
            return body.given.notGivenReason == nil && products.contains { name.contains($0.lowercased()) }
        default: return false
        }
    }
    return given.map { [.neverAfter(aspect: state.aspect, seq: $0.seq, at: $0.at)] } ?? []
}

extension State {
    /// Whether it says that a drug was never given.
    var isNever: Bool { aspect == Aspect.methylxanthine && value == "never" }
}

/// A result is one of its task, and an appointment follows the examination.
private func assess(_ check: Check, _ candidate: Draft, in course: Course?, allowed: [Check.Result]?)
    -> [Assessment.Fact]
{
    var found: [Assessment.Fact] = []
    if let allowed, !allowed.contains(check.result) {
        found.append(.result(task: check.task, check.result, allowed: allowed))
    }
    if let course, let appointment = check.followUp?.moment(in: course.clock.zone),
        appointment.latest < candidate.at.earliest
    {
        found.append(.appointmentBefore(appointment: appointment, examination: candidate.at))
    }
    return found
}

/// What is fed or infused holds no more energy than fat does, and contradicts itself nowhere.
private func assess(_ intake: Intake) -> [Assessment.Fact] {
    if let problem = intake.contradiction { return [.contradiction(problem)] }
    guard let energy = intake.kcalTenths, let volume = intake.volumeTenthsMl, volume > 0,
        energy * 100 > Limits.mostEnergy * volume
    else { return [] }
    return [.energy(kcalTenths: energy, tenthsMl: volume, mostPer100mL: Limits.mostEnergy)]
}
