internal import GRDB
internal import NICUAssets
public import NICUCore

extension Store {
    /// Stores a decision as it was given, with the text of its rules unless the record has it already.
    ///
    /// Both are one operation. The text kept this way is found by its digest only and takes no part in the unit's choice.
    public func decide(_ decision: Decision, rules text: String, of code: String, author: Author, key: String?) throws
        -> Written
    {
        try write(author: author, key: key) { writer in
            try Store.check(author.by, may: .decide, in: writer.db)
            let infant = try Store.infant(code, in: writer.db)
            let now = clock.zone.moment(at: author.now)
            try checkRetry(key, decision, infant: infant.id, in: writer)
            try writer.append(decision, at: now, subject: subject(infant), key: key)
            let sql = "SELECT 1 FROM rule_set WHERE file_digest = ? AND text IS NOT NULL"
            if try Row.fetchOne(writer.db, sql: sql, arguments: [decision.rulesDigest]) == nil {
                let file = AdoptedFile(
                    id: decision.rulesId, version: decision.rulesVersion, digest: decision.rulesDigest, text: text)
                try writer.append(AdoptedRuleSet(file: file), at: now)
            }
        }
    }

    /// A retry sees a later position; the same key for the same infant, author and rules is the decision already stored.
    private func checkRetry(_ key: String?, _ decision: Decision, infant: InfantID, in writer: LedgerWriter) throws {
        guard let key = key.map(Text.normalised) else { return }
        let rows = EntryRows(db: writer.db, layout: layout, zone: clock.zone, keys: keys)
        let found = try Store.seqs(ofKey: key, in: writer.db).compactMap { try rows.fetch(seq: $0)?.entry }
        guard let first = found.first else { return }
        guard let old = first.body as? Decision, first.infant == infant, first.by == writer.author.by,
            old.rulesDigest == decision.rulesDigest
        else { throw RecordProblem.keyReused(key: key) }
        throw Saved(written: Written(entries: found, operation: first.operation, wasAlreadySaved: true))
    }

    /// The rule set of a decision by its digest: from the record, or from the program; nil where neither has it.
    public func rules(digest: String) throws -> RuleSet? {
        let text = try Store.guarding(location.database) {
            try queue.inDatabase { db in
                try String.fetchOne(
                    db, sql: "SELECT text FROM rule_set WHERE file_digest = ? AND text IS NOT NULL LIMIT 1",
                    arguments: [digest])
            }
        }
        if let text { return try RuleFile.load(text: text, path: digest) }
        for edition in RuleBook().editions where !edition.isSchedule {
            let rules = try RuleFile.load(text: edition.text, path: edition.path)
            if rules.digest == digest { return rules }
        }
        return nil
    }
}
