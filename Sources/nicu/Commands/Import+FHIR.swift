internal import Foundation
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// A file on its way in: its bytes, and whether they are FHIR or a page.
struct IncomingFile {
    let bytes: [UInt8]
    /// The resources, where it is FHIR.
    let fhir: FHIRFile?

    /// Whether it begins like a page.
    var isPage: Bool { fhir == nil && bytes.first { !$0.isBlank } == UInt8(ascii: "<") }
}

extension Session {
    /// A file by its path, standard input for `-`, or a folder with one FHIR file a type.
    func source(_ path: String, forImport: Bool) throws -> IncomingFile {
        var isFolder: ObjCBool = false
        if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter {
                $0.hasSuffix(".ndjson") && !$0.hasPrefix(".")
            }
            guard !names.isEmpty else { throw Failure.refused(wording.noFile(path + "/*.ndjson")) }
            let parts = try names.sorted().map { (name: $0, bytes: try self.bytes(of: "\(path)/\($0)")) }
            return IncomingFile(
                bytes: [],
                fhir: try readingFHIR(forImport: forImport) { () throws(FHIRProblems) in try FHIRFile(parts: parts) })
        }
        let bytes = try self.bytes(of: path)
        guard FHIRFile.isMeant(bytes) else { return IncomingFile(bytes: bytes, fhir: nil) }
        return IncomingFile(
            bytes: bytes, fhir: try readingFHIR(forImport: forImport) { () throws(FHIRProblems) in try FHIRFile(bytes) }
        )
    }
}

extension Import {
    /// Takes the resources of a FHIR file: entries of a record like this one, or another system's facts about one infant.
    func take(_ file: FHIRFile, _ session: Session) throws {
        if dryRun { throw Failure.unreadable(session.wording.dryRunIsForTables()) }
        if file.isOwn {
            if infant != nil || new || check.check != nil {
                throw Failure.unreadable(session.wording.infantIsForForeign())
            }
            let restore = try session.readingFHIR(forImport: true) { () throws(FHIRProblems) in try FHIRRestore(file) }
            return report(try imported(restore.lines, session), session)
        }
        if withIdentity != nil { throw Failure.unreadable(session.wording.identityIsForLines()) }
        guard let infant else { throw Failure.unreadable(session.wording.fhirNeedsInfant()) }
        let target = try target(infant, session)
        let foreign = try session.readingFHIR(forImport: true) { () throws(FHIRProblems) in
            try FHIRForeign(file, for: target)
        }
        let mistaken = try foreign.withdrawn.compactMap { item in
            try session.store.effectiveNumber(ofEntry: item.id).map {
                session.wording.fhirWithdrawn(item.path, seq: $0)
            }
        }
        let notes = mistaken + session.wording.fhirNotes(foreign.notes)
        if strict, !notes.isEmpty {
            throw Failure.refused((notes + [session.wording.fhirStrict()]).joined(separator: "\n"))
        }
        let source = ForeignSource(code: target.code, identified: check.identified)
        report(try imported(foreign.lines, session, from: source), session, notTaken: notes)
    }

    /// Whose facts another system's file holds, with what is known of the infant here.
    private func target(_ code: String, _ session: Session) throws -> FHIRForeign.Target {
        let now = session.zone.moment(at: session.now)
        guard let code = InfantCode(code) else { throw RecordProblem.badCode(code) }
        let kinds: Set<Kind> = [
            .dating, .perinatal, .measurement, .immunisation, .procedure, .medication, .problem, .retraction,
        ]
        let infant: InfantRef?
        // A slip in the code makes nobody: one who is new is said to be.
        do { infant = try session.store.infant(code.text) } catch RecordProblem.unknownInfant where new { infant = nil }
        if new, infant != nil { throw Failure.refused(session.wording.infantIsHere(code.text)) }
        if new, let letter = check.check, !CheckLetter.fits(band: letter, code) {
            throw RecordProblem.checkLetterWrong(code: code.text, given: letter)
        }
        let course = try infant.map {
            try session.store.course(
                of: $0, asOf: now, knownAt: .now(session.now), now: session.now,
                need: CourseNeed(kinds: CourseNeed.identity.union(kinds)))
        }
        return FHIRForeign.Target(code: code.text, course: course, by: session.login, now: now, zone: session.zone)
    }

    private func imported(_ lines: [FHIRRestore.Line], _ session: Session, from source: ForeignSource? = nil) throws
        -> Imported
    {
        do {
            return try session.importEntries(
                lines.map { Array($0.json.text.utf8) }, texts: try texts(session), strict: strict, from: source)
        } catch RecordProblem.importLines(let problems) {
            let isForeign = source != nil
            let sentences = try problems.map { problem -> String in
                let path = lines[problem.line - 1].path
                // The other system corrected what was taken earlier: a person does so here.
                if isForeign, case .differs(let id) = problem.what,
                    let seq = try session.store.effectiveNumber(ofEntry: id)
                {
                    return session.wording.fhirChanged(path, seq: seq)
                }
                return session.wording.importProblem(problem, at: path)
            }
            throw Failure.refused((sentences + [session.wording.notImported()]).joined(separator: "\n"))
        }
    }
}
