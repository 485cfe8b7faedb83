internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension Store {
    /// The packs of this build and those the unit had made its own by a moment of knowledge.
    func library(knownAt: KnownAt) throws -> ReferenceLibrary {
        let own = try adoptedReferences(knownAt: knownAt).map { ($0.id, $0.text ?? "") }
        return ReferenceLibrary().adding(Dictionary(own, uniquingKeysWith: { _, last in last }))
    }
}

/// The references one answer about growth is read in.
struct GrowthReading {
    let library: ReferenceLibrary
    /// The unit's plan, or the references a call named in its place.
    let plan: ReferencePlan
    /// The ids the plan names and nobody has.
    let missing: [String]

    /// The references of a unit as they were set and installed at a moment of knowledge.
    init(_ store: Store, knownAt: KnownAt) throws {
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
    init(naming ids: [String], _ store: Store, knownAt: KnownAt, wording: Wording) throws {
        library = try store.library(knownAt: knownAt)
        var plan = ReferencePlan(birth: [], postnatal: [], afterTerm: [])
        for id in ids {
            guard library.ids.contains(id) else {
                throw Failure.refused(wording.notOneOf("--reference", id, library.ids))
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
    func references(
        _ ids: [String], measures: Set<GrowthMeasure> = Set(GrowthMeasure.allCases), sexes: Set<Sex>
    ) throws -> [GrowthReference] {
        try ids.map { try library.reference($0, measures: measures, sexes: sexes) }
    }
}

extension Session {
    /// The chart of the plan's first reference after birth, with the first one after term beside it; nil without either.
    func drawing(
        _ course: Course, _ summary: GrowthSummary, _ references: [GrowthReference], _ reading: GrowthReading, sex: Sex
    ) throws -> GrowthChart? {
        func source(_ ids: [String]) throws -> GrowthChart.Source? {
            guard let id = ids.first, let reference = references.first(where: { $0.id == id }) else { return nil }
            return GrowthChart.Source(reference, version: try reading.library.manifest(id).version)
        }
        let after = try source(reading.plan.afterTerm)
        guard let lead = try source(reading.plan.postnatal) ?? after else { return nil }
        return GrowthChart(course, summary, lead: lead, after: after, sex: sex, wording: wording)
    }

    /// The growth chart of a course by the unit's plan, as SVG; nil where no value has a place.
    func growthPicture(_ course: Course, _ reading: GrowthReading) throws -> String? {
        let references = try reading.references(reading.plan.ids, sexes: Set(course.sex.candidates))
        guard let input = GrowthInput(course, references: references) else { return nil }
        return try drawing(course, GrowthSummary(input), references, reading, sex: course.sex)?.svg
    }
}
