internal import Foundation
public import NICUCore

extension Store {
    /// Notes that someone read or took something out; one chained line in a log apart from the clinical ledger.
    ///
    /// Holds logins, verbs and permanent ids, never names, codes or values.
    public func noteAccess(by login: String, verb: String, infant: InfantID? = nil, now: Instant) throws {
        try Files.appending(to: location.accessLog) { file in
            let previous = try file.lastLine().map { Hexadecimal.text(Digest.sha256($0)) } ?? ""
            var line = BodyWriter()
            line.put("at", now.text())
            line.put("by", login)
            line.put("infant", infant?.id.description)
            line.put("prev", previous)
            line.put("verb", verb)
            try file.append(JSON.object(line.members).canonicalText + "\n")
        }
    }
}
