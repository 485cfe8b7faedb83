/// Judges plans against what a course holds.
struct TargetJudge {
    private let course: Course
    private let rules: CareRules
    private let stay: CurrentStay

    init(_ course: Course, _ rules: CareRules) {
        self.course = course
        self.rules = rules
        stay = CurrentStay(course, asOf: course.asOf.instant)
    }

    func judge(_ plan: Plan, _ target: CareTarget) -> (TargetState.Standing, TargetState.Figure?) {
        switch target.judge {
        case .none: return (.unknown(.notJudged), nil)
        case .weighing: return weighing()
        case .state: return state(plan, target)
        default: break
        }
        guard plan.low != nil || plan.high != nil, let unit = plan.unit, target.units.contains(unit) else {
            return (.unknown(.noLimits), nil)
        }
        switch target.judge {
        case .weightGain: return weightGain(plan, target, unit)
        case .lengthGain: return linear(.length, plan, target)
        case .headGain: return linear(.head, plan, target)
        case .feedingVolume: return intake(plan) { .volume($0, isEnteral: true) }
        case .totalFluid: return intake(plan) { .volume($0, isEnteral: false) }
        case .energy: return intake(plan) { .energy($0) }
        case .saturation: return saturation(plan, target)
        case .weighing, .state, .none: return (.unknown(.notJudged), nil)
        }
    }

    private func within(_ value: Double, _ plan: Plan) -> TargetState.Standing {
        if let low = plan.low, value < low.double { return .below }
        if let high = plan.high, value > high.double { return .above }
        return .onTarget
    }

    // MARK: Growth

    private func weightGain(
        _ plan: Plan, _ target: CareTarget, _ unit: String
    ) -> (TargetState.Standing, TargetState.Figure?) {
        let objection = target.objection(
            to: unit, at: course.postmenstrualAge(on: course.clock.zone.day(at: course.asOf.earliest)))
        if let objection, case .notPerKilo = objection { return (.unknown(objection), nil) }
        guard let last = course.weights.last else { return (.unknown(.noGain), nil) }
        if let stale = stale(last.entry.at, target) { return (stale, nil) }
        guard let input = GrowthInput(course, references: []),
            let rate = GrowthSummary(input).velocity.first(where: {
                $0.method == .exponential && $0.window == .sevenDays
            })
        else { return (.unknown(.noGain), nil) }
        let start = course.clock.zone.start(of: rate.from)
        let doubt = course.all(Measurement.self).last {
            $0.body.quantity == .weight && $0.body.role == .unconfirmed && $0.entry.at.latest >= start
        }
        if let doubt { return (.unknown(.unconfirmed(EntryRef(doubt.entry))), .gain(rate)) }
        if let objection { return (.unknown(objection), .gain(rate)) }
        return (within(unit == Velocity.unit ? rate.value : rate.gramsPerDay, plan), .gain(rate))
    }

    private func linear(
        _ measure: GrowthMeasure, _ plan: Plan, _ target: CareTarget
    ) -> (TargetState.Standing, TargetState.Figure?) {
        guard let input = GrowthInput(course, references: []),
            let gain = GrowthSummary(input).linearGain.first(where: { $0.measure == measure && $0.window == .week })
        else { return (.unknown(.noGain), nil) }
        if let stale = stale(Moment(day: gain.to, in: course.clock.zone), target) { return (stale, .linear(gain)) }
        return (within(gain.value, plan), .linear(gain))
    }

    private func stale(_ last: Moment, _ target: CareTarget) -> TargetState.Standing? {
        guard let fresh = target.fresh, course.asOf.earliest - last.latest > fresh.seconds else { return nil }
        return .unknown(.stale(last: last, maxAge: fresh))
    }

    // MARK: Intake

    private func intake(
        _ plan: Plan, _ figure: (IntakeDay) -> TargetState.Figure
    ) -> (TargetState.Standing, TargetState.Figure?) {
        guard let day = IntakeDay.lastWhole(of: course, rules.intake), day.count > 0 else {
            return (.unknown(.noIntake), nil)
        }
        let figure = figure(day)
        let (tenths, vague): (Int, Int) =
            switch figure {
            case .energy: (day.kcalTenths, day.withoutEnergy)
            case .volume(_, true): (day.enteralTenthsMl, day.withoutVolume + day.withoutRoute)
            default: (day.totalTenthsMl, day.withoutVolume)
            }
        if case .failure(let missing) = day.weight { return (.unknown(.weight(missing)), figure) }
        // What is missing could only add to it: above is certain, and so is reaching a lower limit that stands alone.
        if let high = plan.high, day.exceeds(tenths, high) == true { return (.above, figure) }
        let reaches = plan.low.map { day.reaches(tenths, $0) == true } ?? true
        if reaches, plan.high == nil { return (.onTarget, figure) }
        if vague > 0 { return (.unknown(.intakeVague(count: vague)), figure) }
        guard day.isComplete else {
            return (.unknown(.intakeIncomplete(entered: day.entered, due: day.due)), figure)
        }
        if case .volume(_, isEnteral: true) = figure { return (reaches ? .onTarget : .below, figure) }
        guard day.isInfusionComplete else {
            return (
                .unknown(.intakeIncomplete(entered: day.infused, due: day.infusionDue, ofInfusions: true)), figure
            )
        }
        return (reaches ? .onTarget : .below, figure)
    }

    // MARK: States

    private func saturation(_ plan: Plan, _ target: CareTarget) -> (TargetState.Standing, TargetState.Figure?) {
        let window = target.window ?? Hours(24)
        let start = course.asOf.latest - window.seconds
        let values = course.all(Measurement.self).filter {
            $0.body.quantity == .spo2 && $0.body.counts && $0.entry.at.earliest >= start && stay.includes($0.entry)
        }.map(\.body.value).sorted()
        guard values.count >= max(target.minReadings, 1) else {
            return (
                .unknown(.tooFew(found: values.count, needed: max(target.minReadings, 1), within: window)), nil
            )
        }
        let upper = lastState(Aspect.respiratorySupport)?.body.isOxygen ?? .unknown
        var limits = plan
        if upper == .no { limits.high = nil }
        let median = Double(values[(values.count - 1) / 2] + values[values.count / 2]) / 2
        let figure = TargetState.Figure.saturation(
            SaturationFigure(
                median: median, count: values.count,
                inside: values.count { within(Double($0), limits) == .onTarget }, window: window, upperHolds: upper))
        let standing = within(median, limits)
        return (standing == .above && upper == .unknown ? .unknown(.oxygen) : standing, figure)
    }

    private func state(_ plan: Plan, _ target: CareTarget) -> (TargetState.Standing, TargetState.Figure?) {
        guard let aspect = target.aspect, let wanted = plan.value else { return (.unknown(.noLimits), nil) }
        guard let last = lastState(aspect) else { return (.unknown(.nothingRecorded(aspect: aspect)), nil) }
        return (
            last.body.value == wanted ? .onTarget : .otherwise, .state(value: last.body.value, since: last.entry.at)
        )
    }

    /// The state that holds; none of an earlier stay does.
    private func lastState(_ aspect: String) -> (entry: Entry, body: State)? {
        course.states(aspect).last { !stay.isOver($0.entry) }
    }

    private func weighing() -> (TargetState.Standing, TargetState.Figure?) {
        let state = WeighState(course)
        switch state.today {
        case .weighed, .notDue: return (.onTarget, .weighing(state))
        case .missing, .omitted: return (.otherwise, .weighing(state))
        }
    }
}
