internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension Session {
    /// A rule set by name, the unit's where none is named, as it stood at a moment of knowledge.
    func rules(_ name: String?, knownAt: KnownAt) throws -> RuleSet {
        try store.ruleSet(name, knownAt: knownAt)
    }

    /// The answer a day before another, as it was known then.
    func dayBefore(_ infant: InfantRef, _ course: Course, _ rules: RuleSet) throws -> DayBefore {
        let known: Instant
        switch course.knownAt {
        case .now(let instant), .instant(let instant): known = instant
        case .position: return .position
        }
        let day: Int64 = 86_400
        let asOf = Moment(course.asOf.instant - day, offsetMinutes: course.asOf.offsetMinutes)
        // What was known a day before the answer's own moment, or now, where that is earlier.
        let then = min(known, max(known - day, course.asOf.latest - day))
        let before = try store.course(
            of: infant, asOf: asOf, knownAt: known - course.asOf.latest > day ? course.knownAt : .instant(then),
            now: now, need: .readiness([rules]))
        return before.birth == nil ? .unborn : .answer(evaluate(rules, before))
    }

    /// The numbers of a rule set's criteria as its file writes them.
    func parameters(_ name: String?, knownAt: KnownAt) throws -> ReadinessPage.Parameters {
        let wanted = try name ?? store.settings(knownAt: knownAt).rules
        guard let edition = try store.ruleBook(knownAt: knownAt).edition(wanted) else { return [:] }
        return try RuleOutline(text: edition.text, path: edition.path).parameters
    }

    /// What was recorded since and reopens stored decisions about an infant, one sentence a decision.
    ///
    /// After a write only decisions that its entries can bear on are asked again.
    func reopened(_ infant: InfantRef, knownAt: KnownAt, touchedBy written: [Entry]? = nil) throws -> [String] {
        try store.reopened(infant, knownAt: knownAt, now: now, touchedBy: written).map { found in
            wording.decisionReopened(found.decision, by: found.seq)
        }
    }
}
