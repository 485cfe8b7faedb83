public import NICUCore

/// The plans in force with what each is judged by, and the dosing weight.
public struct CarePlanPage: Sendable {
    private let course: Course
    private let rules: CareRules
    private let states: [TargetState]
    private let dosing: DosingWeight?

    /// Makes the page of a course that was loaded for ``NICUCore/CourseNeed/targets(_:)``.
    public init(_ course: Course, _ rules: CareRules) {
        self.course = course
        self.rules = rules
        states = TargetState.all(course, rules)
        dosing = DosingWeight(course)
    }

    /// Text for people: a block a target, so that nothing is cut at 80 columns.
    public func text(_ wording: Wording) -> String {
        var lines = [
            "\(course.code)", wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head), "",
        ]
        if states.isEmpty { lines.append(wording.noPlans()) }
        for state in states {
            let aim = wording.limits(state.plan) ?? state.plan.value.map { wording.term($0) } ?? "–"
            let until = state.plan.until.map {
                wording.pick("，至 ", ", until ") + $0.moment(in: wording.zone).display
            }
            lines.append(
                "\(wording.standing(state.standing))  \(wording.targetTitle(state)) \(aim)\(until ?? "")")
            lines += wording.targetLines(state).map { "    " + $0 }
            let reason = state.reason?.text.map { wording.pick("：", ": ") + Table.visible($0) } ?? ""
            lines.append("    #\(state.entry.seq)  \(state.since.display)  \(state.by)\(reason)")
        }
        if let dosing { lines += [""] + wording.dosingLines(dosing).map(Table.visible) }
        lines.append(wording.pick("规则 ", "rules ") + "\(rules.id) \(rules.version)")
        return lines.joined(separator: "\n")
    }

    /// JSON for machines.
    public func json(_ wording: Wording) -> JSON {
        let wording = Wording.ofMachines(wording.zone)
        return [
            "infant": .string(course.code.text), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "rules": ["id": .string(rules.id), "version": .string(rules.version)],
            "targets": .array(states.map { json($0, wording) }),
            "dosingWeight": dosing.map { dosing in
                [
                    "entry": .string(dosing.entry.id.description), "grams": .integer(Int64(dosing.grams)),
                    "since": .string(dosing.since.text), "by": .string(dosing.by), "days": .integer(Int64(dosing.days)),
                    "latestGrams": .optional(dosing.latest?.grams),
                    "percentOff": .optional(dosing.percentOff),
                ]
            } ?? .null,
        ]
    }

    private func json(_ state: TargetState, _ wording: Wording) -> JSON {
        [
            "target": .string(state.plan.target), "state": .string(state.standing.token),
            "value": .optional(state.plan.value), "low": state.plan.low.map { .decimal($0) } ?? .null,
            "high": state.plan.high.map { .decimal($0) } ?? .null, "unit": .optional(state.plan.unit),
            "until": .optional(state.plan.until?.text), "since": .string(state.since.text), "by": .string(state.by),
            "measured": .optional(state.measured), "figure": .string(wording.targetFigure(state)),
            "entry": .string(state.entry.id.description),
            "source": .array((state.target?.sources ?? []).map { .string($0) }),
            "basis": .optional(state.target?.basis.rawValue),
        ]
    }
}

extension TargetState {
    /// The number that stands against the limits, in the plan's unit; nil where a word does or there is none.
    var measured: Double? {
        switch figure {
        case .gain(let rate): plan.unit == Velocity.unit ? rate.value : rate.gramsPerDay
        case .linear(let gain): gain.value
        case .volume(let day, let isEnteral): day.perKilogram(isEnteral ? day.enteralTenthsMl : day.totalTenthsMl)
        case .energy(let day): day.perKilogram(day.kcalTenths)
        case .saturation(let figure): figure.median
        case .state, .weighing, nil: nil
        }
    }
}

extension TargetState.Standing {
    /// The token in JSON.
    public var token: String {
        switch self {
        case .onTarget: "on_target"
        case .below: "below"
        case .above: "above"
        case .otherwise: "off_target"
        case .unknown: "unknown"
        }
    }
}
