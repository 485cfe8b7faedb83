/// What was taken by mouth in a window, beside what the plan asks for each kilogram.
public struct OralIntake: Sendable, Hashable {
    /// Volume by mouth in tenths of a millilitre.
    public let tenthsMl: Int
    /// The weight it is divided by, in grams.
    public let grams: Int
    /// What kind of weight that is.
    public let role: Measurement.Role
    /// What the plan asks for, in mL/kg/d.
    public let needed: FixedDecimal

    /// mL/kg over the window.
    public var perKilogram: Double { Double(tenthsMl) * 100 / Double(grams) }

    /// Whether it reaches the plan, exactly.
    var isEnough: Bool {
        let needed = needed.reduced
        var scale = 1
        for _ in 0..<needed.decimals { scale *= 10 }
        return (tenthsMl * 100).multipliedFullWidth(by: scale) >= Int(needed.significand).multipliedFullWidth(by: grams)
    }
}

/// A day's feeds by mouth reach the volume that the plan asks for.
public struct OralVolume: Sendable, Hashable {
    /// How far back feeds are counted.
    public let window: Hours
    /// The plan's target, in mL/kg/d.
    public let target: String
    /// The oldest measured weight that still counts, once birth weight was regained.
    public let weightMaxAge: Hours

    /// Makes one from its parts.
    public init(window: Hours, target: String, weightMaxAge: Hours) {
        self.window = window
        self.target = target
        self.weightMaxAge = weightMaxAge
    }

    /// The unit of the plan's target.
    public static let unit = "mL/kg/d"
    private static let byMouth: Set<String> = ["oral", "bottle", "breast", "cup"]
}

extension OralVolume: CriterionTest {
    var kinds: Set<Kind> { [.intake, .plan, .measurement] }

    func reads(_ entry: Entry, _ rules: RuleSet) -> Bool {
        switch entry.body {
        case is Intake: true
        case let body as Plan: body.target == target
        case let body as Measurement: body.quantity == .weight
        default: false
        }
    }

    func finding(in scene: Scene) -> Finding {
        let start = scene.before(window)
        guard let plan = scene.course.last(Plan.self), let needed = plan.body.low, plan.body.unit == OralVolume.unit,
            plan.body.until.map({ $0.moment(in: scene.course.clock.zone).latest >= scene.asOf }) ?? true
        else { return Finding(.unknown, .planMissing(target: target)) }
        let all = scene.course.all(Intake.self)
        // Feeds in the day before show that the window was recorded from its beginning.
        let recent = all.filter { $0.entry.at.instant > start - window.seconds }
        guard let first = recent.first, first.entry.at.instant <= start else {
            return Finding(.unknown, .intakeIncomplete(since: recent.first?.entry.at.instant, window: window))
        }
        let feeds = recent.filter {
            $0.entry.at.instant > start && OralVolume.byMouth.contains($0.body.route ?? "oral")
        }
        let evidence = feeds.map { EntryRef($0.entry) } + [EntryRef(plan.entry)]
        // A feed without its route or its volume could be the one that is missing.
        if let vague = feeds.first(where: { $0.body.route == nil || $0.body.volumeTenthsMl == nil }) {
            return Finding(.unknown, .volumeMissing(at: vague.entry.at.instant), evidence: evidence)
        }
        guard let weight = weight(in: scene) else {
            return Finding(.unknown, .stale(.weight, last: scene.before(weightMaxAge), maxAge: weightMaxAge))
        }
        if let found = open(weight, in: scene) { return found }
        let intake = OralIntake(
            tenthsMl: feeds.reduce(0) { $0 + ($1.body.volumeTenthsMl ?? 0) }, grams: weight.body.value,
            role: weight.body.role, needed: needed)
        return Finding(
            intake.isEnough ? .met : .notMet, .oralVolume(intake, within: window),
            evidence: evidence + [EntryRef(weight.entry)])
    }

    /// What leaves the weight open; a dosing weight was chosen by somebody and is beyond doubt.
    ///
    /// An unconfirmed value beside a birth weight might be the one at which that is regained.
    private func open(_ weight: (entry: Entry, body: Measurement), in scene: Scene) -> Finding? {
        guard weight.body.role != .dosing else { return nil }
        if let found = scene.unconfirmed(.weight, since: scene.before(weightMaxAge)) { return found }
        return scene.conflict(.weight, with: weight, among: scene.values(of: .weight))
    }

    /// The weight that figures for each kilogram are divided by, unless it is too old.
    private func weight(in scene: Scene) -> (entry: Entry, body: Measurement)? {
        let all = scene.course.all(Measurement.self)
        guard let chosen = PerKiloWeight.choice(among: all, in: scene.course, at: scene.asOf) else { return nil }
        return chosen.body.role == .measured && chosen.entry.at.instant < scene.before(weightMaxAge) ? nil : chosen
    }
}
