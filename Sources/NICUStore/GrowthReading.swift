public import NICUAssets
public import NICUCore

extension Store {
    /// The packs of this build and those the unit had made its own by a moment of knowledge.
    public func library(knownAt: KnownAt) throws -> ReferenceLibrary {
        let own = try adoptedReferences(knownAt: knownAt).map { ($0.id, $0.text ?? "") }
        return ReferenceLibrary().adding(Dictionary(own, uniquingKeysWith: { _, last in last }))
    }
}

/// The references one answer about growth is read in.
public struct GrowthReading: Sendable {
    /// The packs of this build and of the unit.
    public let library: ReferenceLibrary
    /// The unit's plan, or the references a call named in its place.
    public let plan: ReferencePlan
    /// The ids the plan names and nobody has.
    public let missing: [String]

    /// The references of a unit as they were set and installed at a moment of knowledge.
    public init(_ store: Store, knownAt: KnownAt) throws {
        let wanted = try store.settings(knownAt: knownAt).references
        let built = ReferenceLibrary()
        // Most units have no pack of their own, and then the record is not asked.
        let known = Set(built.ids)
        library = wanted.ids.allSatisfy(known.contains) ? built : try store.library(knownAt: knownAt)
        let ids = library.ids
        plan = wanted.keeping(ids)
        missing = wanted.ids.filter { !ids.contains($0) }
    }

    /// The references a call names: each serves every phase it is made for.
    ///
    /// - Throws: ``RecordProblem/reference(_:)`` for an id that nobody has.
    public init(naming ids: [String], _ store: Store, knownAt: KnownAt) throws {
        library = try store.library(knownAt: knownAt)
        var plan = ReferencePlan(birth: [], postnatal: [], afterTerm: [])
        for id in ids {
            guard library.ids.contains(id) else {
                throw RecordProblem.reference(.notThere(id: id, known: library.ids))
            }
            let reference = try library.reference(id, measures: [], sexes: [])
            if reference.use != .pretermFollowUp { plan.birth.append(id) }
            guard reference.use != .birth else { continue }
            plan.postnatal.append(id)
            plan.afterTerm.append(id)
        }
        self.plan = plan
        missing = []
    }

    /// Loads references with the curves of some measures and sexes.
    public func references(
        _ ids: [String], measures: Set<GrowthMeasure> = Set(GrowthMeasure.allCases), sexes: Set<Sex>
    ) throws -> [GrowthReference] {
        try ids.map { try library.reference($0, measures: measures, sexes: sexes) }
    }
}
