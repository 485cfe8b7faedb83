extension InfantPicture {
    /// The aspects of care that stand under medicines.
    public static let medicineAspects = ["iv_medication", "antibiotics", "steroids", "diuretics"]
    /// The aspects of care that stand under lines and are said to be unrecorded where nothing is.
    public static let lineAspects = ["iv_access", "parenteral_nutrition"]
    /// The aspects that have a line of their own.
    private static let ownAspects = [
        Aspect.feedingRoute, Aspect.respiratorySupport, Aspect.thermal, Aspect.methylxanthine, Aspect.monitoring,
        Aspect.milk,
    ]

    /// The latest entry of each problem that is not resolved, and of each that is, in clinical order: an old entry that is
    /// corrected later stays old.
    public var problems: (current: [Problem], resolved: [Problem]) {
        var latest: [String: (entry: Entry, body: Problem)] = [:]
        for found in course.all(Problem.self) { latest[found.body.code] = found }
        let ordered = latest.values.sorted { Course.inOrder($0.entry, $1.entry) }.map(\.body)
        let day = course.asOf.day
        func isOver(_ problem: Problem) -> Bool { problem.resolved.map { $0 <= day } ?? false }
        return (ordered.filter { !isOver($0) }, ordered.filter(isOver))
    }

    /// Medicines and vaccines that were given, or not given with the reason, since.
    public var medicines: [Entry] {
        course.entries.filter { ($0.body is Medication || $0.body is Immunisation) && $0.at.latest > since }
    }

    /// Procedures since.
    public var procedures: [Entry] { course.all(Procedure.self).map(\.entry).filter { $0.at.latest > since } }

    /// Results since: of the laboratory and of screens.
    public var results: [Entry] {
        course.entries.filter { entry in
            let isResult = entry.body is Lab || (entry.body as? Check).map { !$0.isPaper } ?? false
            return isResult && entry.at.latest > since
        }
    }

    /// The screens whose sample waits for a result.
    public var pending: [DueItem] {
        due.items.filter { if case .awaitsResult = $0.reason { true } else { false } }
    }

    /// What else is on, with no line of its own.
    public var otherCare: [HeldState] {
        let named = Self.medicineAspects + Self.lineAspects + Self.ownAspects
        return states.filter { !named.contains($0.body.aspect) && $0.body.value != "off" }
    }

    /// The plans in force, in clinical order.
    public var plans: [Entry] { Plan.inForce(in: course).map(\.entry).sorted(by: Course.inOrder) }

    /// Notes and communications since; their texts may name people and stand in the record alone.
    public var writings: [Entry] {
        course.entries.filter { ($0.body is Note || $0.body is Communication) && $0.at.latest > since }
    }

    /// The latest value of a quantity that counts.
    public func latest(_ quantity: Quantity) -> (entry: Entry, body: Measurement)? {
        course.all(Measurement.self).last { $0.body.quantity == quantity && $0.body.counts }
    }

    /// Values that somebody stored as unconfirmed and nobody has settled.
    public var unconfirmed: [Entry] {
        course.all(Measurement.self).filter { $0.body.role == .unconfirmed }.map(\.entry)
    }

    /// What was taken on the last care day that is over, nil before there is one, and on the one that runs; nil where no
    /// intake was ever recorded.
    public var intake: (last: IntakeDay?, running: IntakeDay)? {
        guard course.last(Intake.self) != nil else { return nil }
        let today = course.clock.careDay(at: course.asOf.latest)
        return (IntakeDay.lastWhole(of: course, care.intake), IntakeDay(today, of: course, care.intake))
    }
}
