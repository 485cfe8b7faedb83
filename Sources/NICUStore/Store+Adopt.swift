public import NICUCore

extension Store {
    /// Makes a rule set or a growth reference the unit's own, as an entry by an administrator.
    ///
    /// Entries about the unit are written here and by the clinicians' commands only; an import never brings them.
    public func adopt(_ body: any Body, author: Author) throws -> Written {
        guard body.kind == .ruleSet || body.kind == .referencePack else {
            throw RecordProblem.unitEntryImported(kind: body.kind.name)
        }
        return try write(author: author, key: nil) { writer in
            try Store.checkAdministrator(author.by, in: writer.db)
            try writer.append(body, at: clock.zone.moment(at: author.now))
        }
    }
}
