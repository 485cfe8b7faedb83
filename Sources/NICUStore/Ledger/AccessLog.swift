internal import Foundation
public import NICUCore

/// One look into the record.
public struct AccessNote: Sendable, Hashable {
    /// Who looked.
    public let login: String
    /// What was asked.
    public let verb: String
    /// The infant it was about; nil for the ward.
    public let infant: InfantID?
    /// The number of the decision that allowed it, where one was given.
    public let ground: String?
    /// When.
    public let at: Instant

    /// Makes a note from its parts.
    public init(login: String, verb: String, infant: InfantID?, ground: String? = nil, at: Instant) {
        self.login = login
        self.verb = verb
        self.infant = infant
        self.ground = ground
        self.at = at
    }
}

extension Store {
    /// Notes that someone read or took something out; one chained line in a log apart from the clinical ledger.
    ///
    /// Holds logins, verbs and permanent ids, never names, codes or values. `ground` is the number of the decision that
    /// allowed it, where one was given.
    public func noteAccess(
        by login: String, verb: String, infant: InfantID? = nil, ground: String? = nil, now: Instant
    ) throws {
        try location.note([AccessNote(login: login, verb: verb, infant: infant, ground: ground, at: now)])
    }
}

extension RecordLocation {
    /// Appends notes to the log of reads in their order, each chained to the one before it, under one lock.
    public func note(_ notes: [AccessNote]) throws {
        guard !notes.isEmpty else { return }
        let file = try LockedFile.openForAppending(accessLog)
        defer { file.close() }
        let end = try file.lastBytes(4096)
        var text = end.isEmpty || end.last == UInt8(ascii: "\n") ? "" : "\n"
        var previous = end.split(separator: UInt8(ascii: "\n")).last.map { Hexadecimal.text(Digest.sha256(Array($0))) }
        for note in notes {
            var line = BodyWriter()
            line.put("at", note.at.text())
            line.put("by", note.login)
            line.put("ground", note.ground)
            line.put("infant", note.infant?.id.description)
            line.put("prev", previous ?? "")
            line.put("verb", note.verb)
            let written = JSON.object(line.members).canonicalText
            previous = Hexadecimal.text(Digest.sha256(Array(written.utf8)))
            text += written + "\n"
        }
        guard file.append(text) else { throw RecordProblem.notWritable(path: accessLog) }
    }
}
