internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension Session {
    /// The passport of an infant: the picture of a course that was loaded whole, and its entries as known then.
    func passport(_ infant: InfantRef, _ course: Course) throws -> Passport {
        let reading = try PictureReading(self, knownAt: course.knownAt)
        let picture = try reading.picture(course)
        let unit = try store.settings(knownAt: course.knownAt).unit
        let lines = try store.ledger(of: infant, knownAt: course.knownAt).map {
            EntryLine.json($0.entry, zone: zone, unit: unit, digest: $0.digest)
        }
        let growth = try GrowthReading(store, knownAt: course.knownAt)
        let packs = try growth.plan.ids.filter(growth.library.ids.contains).map { id in
            (kind: "reference", id: id, version: try growth.library.manifest(id).version, digest: String?.none)
        }
        let files: [(kind: String, id: String, version: String, digest: String?)] =
            [
                ("rules", picture.rules.id, picture.rules.version, picture.rules.digest),
                ("schedule", picture.schedule.id, picture.schedule.version, picture.schedule.digest),
                ("care", picture.care.id, picture.care.version, nil),
            ] + packs
        return Passport(
            picture, chart: try growthPicture(course, growth), lines: lines,
            reopened: try reopened(infant, knownAt: course.knownAt), unit: unit,
            making: Passport.Making(software: NICU.software, files: files), wording: wording)
    }

    /// The entries that a passport carries, held against its checksum.
    func passportFile(_ bytes: [UInt8], _ path: String) throws -> PassportFile {
        do throws(PassportFile.Problem) {
            return try PassportFile(bytes)
        } catch {
            throw Failure.refused(wording.passportFile(error, path))
        }
    }
}
