internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// What courses are handed on with as it stood at a moment of knowledge: the unit's rules, schedule and references.
struct HandingOn {
    private let session: Session
    private let knownAt: KnownAt
    private let pictures: PictureReading
    private let growth: GrowthReading
    private let packs: [Passport.Making.File]
    private let careDigest: String
    private let unit: String

    init(_ session: Session, knownAt: KnownAt) throws {
        self.session = session
        self.knownAt = knownAt
        pictures = try PictureReading(session, knownAt: knownAt)
        growth = try GrowthReading(session.store, knownAt: knownAt)
        unit = try session.store.settings(knownAt: knownAt).unit
        careDigest = try CareFile.embeddedDigest()
        let library = growth.library
        packs = try growth.plan.ids.filter(library.ids.contains).map { id in
            ("reference", id, try library.manifest(id).version, try library.digest(id))
        }
    }

    /// The entries of an infant as exchange lines.
    private func lines(_ infant: InfantRef) throws -> [JSON] {
        try session.store.ledger(of: infant, knownAt: knownAt).map {
            EntryLine.json($0.entry, zone: session.zone, unit: unit, digest: $0.digest)
        }
    }

    private func making(_ picture: InfantPicture) -> Passport.Making {
        Passport.Making(
            software: NICU.software,
            files: [
                ("rules", picture.rules.id, picture.rules.version, picture.rules.digest),
                ("schedule", picture.schedule.id, picture.schedule.version, picture.schedule.digest),
                ("care", picture.care.id, picture.care.version, careDigest),
            ] + packs)
    }

    /// The passport of an infant whose course was loaded whole.
    func passport(_ infant: InfantRef, _ course: Course) throws -> Passport {
        let course = course.withoutErasableTexts
        let picture = try pictures.picture(course)
        return Passport(
            picture, chart: try session.growthPicture(course, growth), lines: try lines(infant),
            reopened: try session.reopened(infant, knownAt: knownAt), unit: unit, making: making(picture),
            wording: session.wording)
    }

    /// The same course as FHIR resources.
    func fhir(_ infant: InfantRef, _ course: Course) throws -> FHIRRecord {
        let picture = try pictures.picture(course)
        return FHIRRecord(picture, lines: try lines(infant), unit: unit, making: making(picture))
    }
}

extension Session {
    /// The whole course as of the end of the stay, else as of the moment of knowledge: the same moment gives the same answer
    /// whenever it is asked.
    func course(of infant: InfantRef, at known: KnownAt) throws -> Course {
        func load(_ asOf: Instant?) throws -> Course {
            try store.course(
                of: infant, asOf: asOf.map { zone.moment(at: $0) }, knownAt: known, now: now, need: .everything)
        }
        let course = try load(nil)
        guard course.stayEnd == nil else { return course }
        switch known {
        case .now: return course
        case .instant(let instant): return try load(min(instant, now))
        case .position(let position): return try store.received(at: position).map { try load($0) } ?? course
        }
    }

    /// The entries that a passport carries, held against its checksum.
    func passportFile(_ bytes: [UInt8], _ path: String) throws -> PassportFile {
        do throws(PassportFile.Problem) {
            return try PassportFile(bytes)
        } catch {
            throw Failure.refused(wording.passportFile(error, path))
        }
    }

    /// What `make` takes out of a FHIR file; every fault is named with its path, and what is not done for it.
    func readingFHIR<T>(forImport isImport: Bool, _ make: () throws(FHIRProblems) -> T) throws -> T {
        do throws(FHIRProblems) {
            return try make()
        } catch {
            throw Failure.refused(wording.fhir(error) + (isImport ? "\n" + wording.notImported() : ""))
        }
    }
}
