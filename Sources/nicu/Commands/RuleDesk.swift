internal import Foundation
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// The rule sets at hand with and without a record.
struct RuleDesk {
    let session: Session?
    let book: RuleBook
    let wording: Wording

    /// Opens the record where there is one; the program's rule sets can be read without.
    init(_ record: RecordOptions) throws {
        let hasRecord = record.db != nil || FileManager.default.fileExists(atPath: record.location.database)
        session = hasRecord ? try record.open() : nil
        book = try session?.store.ruleBook(knownAt: .now(Door.now)) ?? RuleBook()
        wording = session?.wording ?? Wording(record.lang ?? Door.language, columns: Door.terminalColumns)
    }

    /// The text of a rule set by name, or of a file.
    func text(_ name: String) throws -> (text: String, path: String) {
        if let edition = book.edition(name) { return (edition.text, edition.path) }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw RuleFileProblem.noSuchRuleSet(id: name, known: book.ids)
        }
        return (String(decoding: data, as: UTF8.self), name)
    }

    /// Reads readiness rules by name, or a file as strictly as one that is to be installed.
    func ruleSet(_ name: String) throws -> RuleSet {
        if book.edition(name) != nil { return try book.ruleSet(name) }
        let (text, path) = try text(name)
        switch try RuleDocument.checked(text: text, path: path) {
        case .readiness(let rules): return rules
        case .schedule: throw RuleFileProblem.isSchedule(id: name, known: book.readinessIds)
        }
    }
}

/// The editions by which a unit answers.
struct RulesInForce {
    let rules: RuleBook.Edition?
    let schedule: RuleBook.Edition?
}

extension Session {
    /// The editions by which the unit answers, everything written so far counted.
    func rulesInForce() throws -> RulesInForce {
        let everything = KnownAt.position(Int64.max)
        let book = try store.ruleBook(knownAt: everything)
        return RulesInForce(
            rules: book.edition(try store.settings(knownAt: everything).rules), schedule: book.scheduleEdition)
    }

    /// What a write changed about the editions by which the unit answers; `installed` is the text that it brought.
    func remarks(since before: RulesInForce, installed: String? = nil) -> [String] {
        guard let now = try? rulesInForce() else { return [] }
        var remarks: [String] = []
        let head = installed.flatMap { try? RuleDocument.load(text: $0, path: "").head }
        for (old, new, isSchedule) in [(before.rules, now.rules, false), (before.schedule, now.schedule, true)] {
            guard let old, let new else { continue }
            if old.id != new.id || old.version != new.version {
                remarks.append(
                    wording.rulesChanged(
                        from: (old.id, old.version), to: (new.id, new.version), isSchedule: isSchedule))
            } else if let head, head.id == new.id, head.version != new.version {
                remarks.append(wording.rulesStay(new.id, new.version))
            }
        }
        return remarks
    }
}
