internal import Crypto
public import NICUCore

/// The rule sets at hand: those of the program and the editions a unit has installed.
///
/// A name is an id, which means the edition in force, or `id@version`. The edition in force is the one of the highest version,
/// whether the program or the unit brought it, so that a lower one never takes its place by being installed later. Nothing is
/// parsed before it is asked for.
public struct RuleBook: Sendable {
    /// One version of a rule set.
    public struct Edition: Sendable, Hashable {
        /// The rule set's id.
        public let id: String
        /// The version.
        public let version: String
        /// Where it was installed; nil for the program's own.
        public let installed: EntryRef?
        /// The file's text.
        public let text: String
        /// What the file is called in messages.
        public let path: String

        /// Whether it is a schedule of screens and visits instead of readiness rules.
        public var isSchedule: Bool { RuleBook.line("schema", of: text) == RuleShape.scheduleSchema }

        /// SHA-256 over the file's bytes in hexadecimal digits, whether or not it can be read.
        public var digest: String { Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8)))) }

        /// The file, read.
        public func document() throws(RuleFileProblem) -> RuleDocument {
            try RuleDocument.load(text: text, path: path)
        }
    }

    /// Every edition: the program's in the order of ids, then the unit's in the order they were installed.
    public let editions: [Edition]

    /// The program's rule sets and a unit's, as their entries stand in ledger order; one without a text takes it away.
    public init(installed: [(entry: EntryRef, file: AdoptedFile)] = []) {
        var editions: [Edition] = []
        for path in RuleLibrary.paths + ScheduleFile.paths {
            guard let text = EmbeddedFiles.text(at: path) else { continue }
            editions.append(
                Edition(
                    id: RuleBook.line("id", of: text), version: RuleBook.line("version", of: text), installed: nil,
                    text: text, path: path))
        }
        for (entry, file) in installed {
            editions.removeAll { $0.installed != nil && $0.id == file.id && $0.version == file.version }
            guard let text = file.text else { continue }
            editions.append(
                Edition(
                    id: file.id, version: file.version, installed: entry, text: text,
                    path: "\(file.id)@\(file.version)"))
        }
        self.editions = editions
    }

    /// The word behind a key at the top of a sound rule file, without parsing the whole of it.
    private static func line(_ key: String, of text: String) -> String {
        let line = text.utf8.split(separator: UInt8(ascii: "\n")).first { $0.starts(with: "\(key): ".utf8) }
        return line.flatMap { String($0.dropFirst(key.utf8.count + 2)) }?.split(separator: " ").first.map(String.init)
            ?? ""
    }

    /// The ids, each once, in the order of ``editions``.
    public var ids: [String] {
        var seen: Set<String> = []
        return editions.map(\.id).filter { seen.insert($0).inserted }
    }

    /// The edition a name means; nil for none.
    public func edition(_ name: String) -> Edition? {
        let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let found = editions.filter { $0.id == parts[0] && (parts.count == 1 || $0.version == parts[1]) }
        // Of two of one version the later one, which the unit installed.
        return found.enumerated().max {
            ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
        }?.element
    }

    /// The schedule of screens and visits in force.
    public var scheduleEdition: Edition? { edition(ScheduleFile.id) }

    /// Reads the rule set a name means.
    public func ruleSet(_ name: String) throws(RuleFileProblem) -> RuleSet {
        guard let edition = edition(name) else {
            throw .noSuchRuleSet(id: name, known: readinessIds)
        }
        guard !edition.isSchedule else { throw .isSchedule(id: name, known: readinessIds) }
        return try RuleFile.load(text: edition.text, path: edition.path)
    }

    /// Of the rule set a name means only the criteria that a measured weight can turn; nil where it has none.
    public func weightCriteria(_ name: String) throws(RuleFileProblem) -> RuleSet? {
        guard let edition = edition(name), !edition.isSchedule else { return nil }
        return try RuleFile.loadWeightCriteria(text: edition.text, path: edition.path)
    }

    /// The ids of readiness rules.
    public var readinessIds: [String] { ids.filter { edition($0)?.isSchedule == false } }

    /// Reads the schedule in force: that of the highest version under the program's id.
    public func schedule() throws(RuleFileProblem) -> Schedule {
        guard let edition = scheduleEdition else { return .empty }
        return try ScheduleFile.load(text: edition.text, path: edition.path)
    }
}

/// A version as its three numbers; what is none stands below every version.
private struct VersionOrder: Comparable {
    let numbers: [Int]

    static func < (a: VersionOrder, b: VersionOrder) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
}

extension RuleBook.Edition {
    fileprivate var order: VersionOrder {
        VersionOrder(numbers: version.split(separator: ".").compactMap { Int($0) })
    }
}
