internal import Foundation
public import NICUCore

extension Store {
    /// Notes that someone read or took something out; one chained line in a log apart from the clinical ledger.
    ///
    /// Holds logins, verbs and permanent ids, never names, codes or values. `ground` is the number of the decision that
    /// allowed it, where one was given.
    public func noteAccess(
        by login: String, verb: String, infant: InfantID? = nil, ground: String? = nil, now: Instant
    ) throws {
        let file = try LockedFile.openForAppending(location.accessLog)
        defer { file.close() }
        let end = try file.lastBytes(4096)
        let isWhole = end.isEmpty || end.last == UInt8(ascii: "\n")
        let previous = end.split(separator: UInt8(ascii: "\n")).last.map { Hexadecimal.text(Digest.sha256(Array($0))) }
        var line = BodyWriter()
        line.put("at", now.text())
        line.put("by", login)
        line.put("ground", ground)
        line.put("infant", infant?.id.description)
        line.put("prev", previous ?? "")
        line.put("verb", verb)
        guard file.append((isWhole ? "" : "\n") + JSON.object(line.members).canonicalText + "\n") else {
            throw RecordProblem.notWritable(path: location.accessLog)
        }
    }
}
