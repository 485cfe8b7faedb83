internal import NICUAssets
public import NICUCore

extension Store {
    /// A rule set by name, the unit's where none is named, as it stood at a moment of knowledge.
    public func ruleSet(_ name: String?, knownAt: KnownAt) throws -> RuleSet {
        let wanted = try name ?? settings(knownAt: knownAt).rules
        return try ruleBook(knownAt: knownAt).ruleSet(wanted)
    }

    /// A course while its infant is in the ward; nil before birth and after the stay.
    public func wardCourse(of infant: InfantRef, asOf: Moment?, knownAt: KnownAt, now: Instant, need: CourseNeed) throws
        -> Course?
    {
        // Who has left is known from the stay alone.
        let stay = try course(of: infant, asOf: asOf, knownAt: knownAt, now: now, need: .stay)
        guard stay.birth != nil, stay.stayEnd == nil else { return nil }
        let course = try course(of: infant, asOf: asOf, knownAt: knownAt, now: now, need: need)
        return course.birth != nil && course.stayEnd == nil ? course : nil
    }

    /// What a row of the board is made from; nil for an infant who is not in the ward.
    public func boardCourses(
        of infant: InfantRef, asOf: Moment, knownAt: KnownAt, now: Instant, rules: RuleSet, care: CareRules
    ) throws -> BoardCourses? {
        guard
            let course = try wardCourse(of: infant, asOf: asOf, knownAt: knownAt, now: now, need: .board(rules))
        else { return nil }
        // Feeds and figures are read only for an infant with targets.
        let hasTargets = Plan.inForce(in: course).contains { $0.body.target != WeighPlan.target }
        let judged =
            hasTargets
            ? try self.course(of: infant, asOf: asOf, knownAt: knownAt, now: now, need: .targets(care)) : nil
        return BoardCourses(course: course, targets: judged)
    }
}

/// What one row of the board is made from.
public struct BoardCourses: Sendable {
    private let course: Course
    /// Nil for an infant without targets.
    private let targets: Course?

    init(course: Course, targets: Course?) {
        self.course = course
        self.targets = targets
    }

    /// The row by the unit's rules, schedule and care rules.
    public func row(rules: RuleSet, schedule: Schedule, care: CareRules) -> BoardRow {
        BoardRow(
            course, rules: rules, schedule: schedule, guidelines: schedule.guidelines(of: rules),
            targets: targets.map { TargetState.all($0, care) } ?? [])
    }
}
