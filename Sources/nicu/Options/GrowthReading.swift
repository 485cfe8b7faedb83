internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension GrowthReading {
    /// The references that `--reference` names.
    init(naming ids: [String], _ store: Store, knownAt: KnownAt, wording: Wording) throws {
        do {
            try self.init(naming: ids, store, knownAt: knownAt)
        } catch RecordProblem.reference(.notThere(let id, let known)) {
            throw Failure.refused(wording.notOneOf("--reference", id, known))
        }
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
