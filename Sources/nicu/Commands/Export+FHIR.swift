internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

extension Export {
    /// Hands on every entry of the ward's infants as FHIR resources, one a line.
    func fhir(_ session: Session) throws {
        if moments.asOf != nil { throw Failure.unreadable(session.wording.linesHaveNoAsOf()) }
        if table.isGiven { throw Failure.unreadable(session.wording.onlyTogether(table.given, "--format ward-sheet")) }
        try session.store.checkClinician(session.login)
        let known = try session.knownAt(moments.knownAt)
        let handing = try HandingOn(session, knownAt: known)
        let folder = try output.map { try FHIRFolder(at: $0, session.wording) }
        do {
            var units: Set<String> = []
            var (count, left) = (0, 0)
            for infant in try session.store.infants() {
                let course = try session.course(of: infant, at: known)
                guard course.birth != nil, all || course.stayEnd == nil else {
                    left += 1
                    continue
                }
                session.noteAccess("export", infant: infant.id)
                count += 1
                for resource in try handing.fhir(infant, course).bulkLines {
                    let type = resource["resourceType"]?.string ?? ""
                    // The unit is the same for all of its infants.
                    if type == "Organization", !units.insert(resource["id"]?.string ?? "").inserted { continue }
                    let line = resource.text + "\n"
                    if let folder { try folder.append(line, type) } else { Door.write(line, to: STDOUT_FILENO) }
                }
            }
            guard count > 0 else { throw Failure.refused(session.wording.noInfants()) }
            try folder?.finish()
            if left > 0 { Door.remark(session.wording.infantsLeftOut(left)) }
        } catch {
            folder?.remove()
            throw error
        }
    }
}

/// A new folder with one file a type of resource; it has its name only once all of it is there.
private final class FHIRFolder {
    private let path: String
    private let folder: DraftFolder
    private let wording: Wording
    private var files: [String: Int32] = [:]

    init(at path: String, _ wording: Wording) throws {
        self.path = path
        self.wording = wording
        guard access(path, F_OK) != 0 else { throw Failure.refused(wording.fileExists(path)) }
        folder = try DraftFolder(for: path, wording)
    }

    func append(_ line: String, _ type: String) throws {
        let file = try files[type] ?? create(type)
        guard Door.written(line, to: file) else { throw Failure.refused(wording.cannotWrite(path)) }
    }

    private func create(_ type: String) throws -> Int32 {
        let file = open("\(folder.path)/\(type).ndjson", O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure.refused(wording.cannotWrite(path)) }
        files[type] = file
        return file
    }

    func finish() throws {
        for file in files.values {
            guard fsync(file) == 0, close(file) == 0 else { throw Failure.refused(wording.cannotWrite(path)) }
        }
        files = [:]
        try folder.finish()
    }

    /// Takes away what this export wrote.
    func remove() {
        for file in files.values { close(file) }
        folder.remove()
    }
}
