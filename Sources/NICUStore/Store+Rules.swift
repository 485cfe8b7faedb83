internal import Foundation
internal import GRDB
public import NICUAssets
public import NICUCore

extension Store {
    /// The program's rule sets and those the unit had installed by a moment of knowledge.
    public func ruleBook(knownAt: KnownAt) throws -> RuleBook {
        try RuleBook(installed: installedRules(knownAt: knownAt).map { (EntryRef($0.entry), $0.file) })
    }

    /// The same in a transaction, as known now.
    func ruleBook(_ db: Database) throws -> RuleBook {
        try RuleBook(installed: installedRules(db, visible: "1").map { (EntryRef($0.entry), $0.file) })
    }

    /// The entries that installed or removed a rule set, in ledger order.
    public func installedRules(knownAt: KnownAt) throws -> [(entry: Entry, file: AdoptedFile)] {
        try Store.guarding(location.database) {
            try queue.inDatabase { try installedRules($0, visible: Store.visible("e.seq", at: knownAt)) }
        }
    }

    private func installedRules(_ db: Database, visible: String) throws -> [(entry: Entry, file: AdoptedFile)] {
        let rows = EntryRows(db: db, layout: layout, zone: clock.zone, keys: keys)
        // The infant that is none leads to the unit's own entries by the index, past those of every course.
        let condition = "e.infant IS NULL AND e.kind = 'rule_set' AND \(visible)"
        let entries = try rows.fetch(.ruleSet, where: condition).map(\.entry).sorted { $0.seq < $1.seq }
        guard !entries.isEmpty else { return [] }
        // A text that was only kept with a decision was never installed.
        let sql = "SELECT e.operation FROM decision d JOIN entry e ON e.seq = d.seq"
        let decided = Set(try Data.fetchAll(db, sql: sql).compactMap { Identifier(bytes: $0) })
        return entries.filter { !decided.contains($0.operation) }.compactMap { entry in
            (entry.body as? AdoptedRuleSet).map { (entry, $0.file) }
        }
    }

    /// Installs an edition of a rule set or of the schedule, as an entry by an administrator who says why.
    ///
    /// - Throws: ``RuleFileProblems`` with file, line and column of everything that is wrong with the text.
    public func install(rules text: String, path: String, reason: String, author: Author) throws -> Written {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw RecordProblem.reasonMissing }
        let rules = try RuleDocument.checked(text: text, path: path).head
        return try administer(author, reason: reason) { db in
            let book = try ruleBook(db)
            let name = "\(rules.id)@\(rules.version)"
            // A version stands for one content for ever, also after it was taken away.
            let sql = "SELECT 1 FROM rule_set WHERE id = ? AND version = ? AND file_digest <> ?"
            if try Row.fetchOne(db, sql: sql, arguments: [rules.id, rules.version, rules.digest]) != nil {
                throw RecordProblem.rules(.versionTaken(id: rules.id, version: rules.version))
            }
            if let old = book.edition(name) {
                throw RecordProblem.rules(
                    old.text == text ? .alreadyThere(name: name) : .versionTaken(id: rules.id, version: rules.version))
            }
            return AdoptedRuleSet(
                file: AdoptedFile(id: rules.id, version: rules.version, digest: rules.digest, text: text))
        }
    }

    /// Takes an installed edition away again, as an entry by an administrator who says why; earlier answers keep it.
    public func removeRules(_ name: String, reason: String, author: Author) throws -> Written {
        guard reason.contains(where: { !$0.isWhitespace }) else { throw RecordProblem.reasonMissing }
        return try administer(author, reason: reason) { db in
            let book = try ruleBook(db)
            guard let edition = book.edition(name) else {
                throw RuleFileProblem.noSuchRuleSet(id: name, known: book.ids)
            }
            guard edition.installed != nil else { throw RecordProblem.rules(.builtIn(name: name)) }
            let used = try UnitSettings(Store.settingValues(db, visible: "1")).rules
            if book.edition(used) == edition { throw RecordProblem.rules(.inUse(name: used)) }
            let digest = edition.digest
            return AdoptedRuleSet(file: AdoptedFile(id: edition.id, version: edition.version, digest: digest))
        }
    }

    /// Sets the rule set that readiness answers use from now on, as an entry by an administrator.
    public func useRules(_ name: String, reason: String?, author: Author) throws -> Written {
        try administer(author, reason: reason) { db in
            let book = try ruleBook(db)
            _ = try book.ruleSet(name)
            return Setting(name: .rules, value: name)
        }
    }
}
