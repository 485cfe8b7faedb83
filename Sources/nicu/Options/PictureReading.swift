internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// The unit's rules, schedule and references as they stood at a moment of knowledge, to fill pictures of infants with.
struct PictureReading {
    private let rules: RuleSet
    private let schedule: Schedule
    private let guidelines: Set<String>
    private let plan: ReferencePlan
    private let references: [GrowthReference]
    private let care: CareRules
    private let store: Store

    init(_ session: Session, knownAt: KnownAt) throws {
        store = session.store
        care = try CareFile.embedded()
        rules = try session.rules(nil, knownAt: knownAt)
        schedule = try session.store.ruleBook(knownAt: knownAt).schedule()
        guidelines = schedule.guidelines(of: rules)
        let growth = try GrowthReading(session.store, knownAt: knownAt)
        if !growth.missing.isEmpty { Door.remark(session.wording.referencesMissing(growth.missing)) }
        plan = growth.plan
        references = try growth.references(growth.plan.ids, sexes: [.female, .male])
    }

    /// Everything about a course that was loaded whole.
    func picture(_ course: Course) throws -> InfantPicture {
        InfantPicture(
            course, siblings: try store.siblings(of: course), rules: rules, schedule: schedule, guidelines: guidelines,
            references: references, plan: plan, care: care)
    }
}
