internal import GRDB
public import NICUAssets
public import NICUCore

extension Store {
    /// Makes a growth reference the unit's own, as an entry by an administrator; another version replaces the one there.
    public func adopt(_ pack: UnitPack, author: Author) throws -> Written {
        let id = pack.manifest.id
        let body = AdoptedReferencePack(
            file: AdoptedFile(id: id, version: pack.manifest.version, digest: pack.digest, text: pack.text))
        return try administer(author) { db in
            guard !ReferenceLibrary().ids.contains(id) else { throw RecordProblem.reference(.builtIn(id: id)) }
            let old = try Store.adoptedReferences(db, visible: "1").first { $0.id == id }
            if let old, old.digest == pack.digest {
                throw RecordProblem.reference(.alreadyThere(id: id, version: old.version))
            }
            // A version stands for one content for ever, also after it was taken away.
            let sql = "SELECT 1 FROM reference_pack WHERE id = ? AND version = ? AND file_digest <> ?"
            if try Row.fetchOne(db, sql: sql, arguments: [id, pack.manifest.version, pack.digest]) != nil {
                throw RecordProblem.reference(.versionTaken(id: id, version: pack.manifest.version))
            }
            return body
        }
    }

    /// Takes one of the unit's own growth references away again, as an entry by an administrator.
    ///
    /// Answers of earlier moments of knowledge keep it.
    public func removeReference(_ id: String, author: Author) throws -> Written {
        try administer(author) { db in
            let adopted = try Store.adoptedReferences(db, visible: "1")
            guard let old = adopted.first(where: { $0.id == id }) else {
                throw RecordProblem.reference(
                    ReferenceLibrary().ids.contains(id)
                        ? .builtIn(id: id) : .notThere(id: id, known: adopted.map(\.id)))
            }
            let plan = try UnitSettings(Store.settingValues(db, visible: "1")).references
            if let phase = ReferencePlan.Phase.allCases.first(where: { plan[$0].contains(id) }) {
                throw RecordProblem.reference(.inUse(id: id, phase: phase))
            }
            return AdoptedReferencePack(file: AdoptedFile(id: id, version: old.version, digest: old.digest))
        }
    }

    /// Sets which references a phase reads from now on, as an entry by an administrator; what was set stays readable.
    public func setReferences(_ ids: [String], for phase: ReferencePlan.Phase, author: Author) throws -> Written {
        try administer(author) { db in
            let own = try Store.adoptedReferences(db, visible: "1").map { ($0.id, $0.text ?? "") }
            let library = ReferenceLibrary().adding(Dictionary(own, uniquingKeysWith: { _, last in last }))
            try UnitSettings.check(ids, for: phase, in: library)
            return UnitSettings.entry(phase, ReferencePlan.once(ids))
        }
    }

    /// Sets whether a value that is stopped takes a second clinician from now on.
    public func setSecondClinician(_ isWanted: Bool, author: Author) throws -> Written {
        try administer(author) { _ in Setting(name: .secondClinician, value: isWanted ? "on" : "off") }
    }

    func administer(_ author: Author, reason: String? = nil, _ body: (Database) throws -> any Body) throws -> Written {
        try write(author: author, key: nil) { writer in
            try Store.checkAdministrator(author.by, in: writer.db)
            try writer.append(body(writer.db), at: clock.zone.moment(at: author.now), reason: reason)
        }
    }

    /// The growth references the unit had adopted by a moment of knowledge, the last version of each, in the order of ids.
    public func adoptedReferences(knownAt: KnownAt) throws -> [AdoptedFile] {
        try Store.guarding(location.database) {
            try queue.inDatabase {
                try Store.adoptedReferences($0, visible: Store.visible("seq", at: knownAt))
            }
        }
    }

    private static func adoptedReferences(_ db: Database, visible: String) throws -> [AdoptedFile] {
        var files: [String: AdoptedFile] = [:]
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT id, version, file_digest, text FROM reference_pack WHERE \(visible) ORDER BY seq"))
        while let row = try rows.next() {
            let file = AdoptedFile(id: row[0], version: row[1], digest: row[2], text: row[3])
            files[file.id] = file.text == nil ? nil : file
        }
        return files.values.sorted { $0.id < $1.id }
    }

    /// The SQL condition under which the entry numbered by `column` had been recorded by a moment of knowledge.
    static func visible(_ column: String, at knownAt: KnownAt) -> String {
        switch knownAt {
        case .now: "1"
        case .instant(let instant): "(SELECT recorded FROM entry v WHERE v.seq = \(column)) <= \(instant.seconds)"
        case .position(let position): "\(column) <= \(position)"
        }
    }
}

extension UnitSettings {
    /// Refuses references that are not at hand or may not be asked about a phase.
    public static func check(_ ids: [String], for phase: ReferencePlan.Phase, in library: ReferenceLibrary) throws {
        for id in ids {
            guard library.ids.contains(id) else {
                throw RecordProblem.reference(.notThere(id: id, known: library.ids))
            }
            let use = try library.reference(id, measures: [], sexes: []).use
            if phase != .birth, use == .birth { throw RecordProblem.reference(.wrongUse(id: id, phase: phase)) }
            if phase == .birth, use == .pretermFollowUp {
                throw RecordProblem.reference(.wrongUse(id: id, phase: phase))
            }
        }
    }
}
