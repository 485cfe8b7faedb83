internal import Crypto
internal import Foundation
internal import NICUCore

/// The witness: a file of signed heads outside the record, one line `position digest time signature` a commit.
///
/// Not synced; what is missing is appended when the record is next opened. An anchor behind the record is normal, an
/// anchor ahead of it is a rollback.
struct Anchor {
    let path: String
    let keys: RecordKeys

    /// One line of the file.
    struct Line: Sendable {
        let position: Int64
        let digest: String
        let time: String
        let signature: [UInt8]

        init?(_ text: String) {
            let parts = text.split(separator: " ").map(String.init)
            guard parts.count == 4, let position = Int64(parts[0]), parts[1].utf8.count == 64,
                let signature = Hexadecimal.bytes(parts[3])
            else { return nil }
            self.position = position
            digest = parts[1]
            time = parts[2]
            self.signature = signature
        }

        var signedText: String { "\(position) \(digest) \(time)" }
    }

    /// Appends a signed line for the head of the ledger unless the last line has it; answers how many entries it was behind.
    ///
    /// The last line must agree with the record: `digestAt` gives the digest of an entry.
    @discardableResult
    func catchUp(with head: LedgerHead, now: Instant, digestAt: (Int64) throws -> String?) throws -> Int64 {
        try Files.appending(to: path) { file in
            var last: Int64 = 0
            if let text = try file.lastLine() {
                guard let line = Line(text) else { throw RecordProblem.keysUnreadable(path: path) }
                // Another writer may have signed a later head in the meantime; only the record itself can say.
                guard let digest = try digestAt(line.position) else {
                    throw RecordProblem.anchorAhead(anchored: line.position, head: head.seq)
                }
                guard digest == line.digest else { throw RecordProblem.anchorDisagrees(position: line.position) }
                last = line.position
            }
            guard last < head.seq else { return 0 }
            let signed = "\(head.seq) \(head.digest) \(now.text())"
            let signature = try keys.signing.signature(for: Array(signed.utf8))
            try file.append(signed + " " + Hexadecimal.text(signature) + "\n")
            return head.seq - last
        }
    }

    /// Every line of an anchor file; an unreadable line ends the list.
    static func lines(at path: String) -> [Line] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        var result: [Line] = []
        for line in text.split(separator: "\n") {
            guard let parsed = Line(String(line)) else { break }
            result.append(parsed)
        }
        return result
    }
}
