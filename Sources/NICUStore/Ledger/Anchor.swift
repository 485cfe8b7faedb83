internal import Crypto
internal import Foundation
internal import NICUCore

/// The witness: a file of signed heads outside the record, one line `position digest time signature` a commit.
///
/// Not synced: a power cut may lose its end or leave half a line, and what is missing is appended when the record is
/// next opened. An anchor behind the record is normal, an anchor ahead of it is a rollback.
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
            let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, let position = Int64(parts[0]), parts[1].utf8.count == 64,
                let signature = Hexadecimal.bytes(parts[3]), signature.count == 64
            else { return nil }
            self.position = position
            digest = parts[1]
            time = parts[2]
            self.signature = signature
        }

        var signedText: String { "\(position) \(digest) \(time)" }
    }

    /// Appends a signed line for the head of the ledger unless the last line has it; answers whether the head is signed.
    ///
    /// The last readable line must agree with the record: with `known`, a head this program has just read there, or
    /// else with what `digestAt` reads. A disk that takes no more leaves the anchor behind, which is no error.
    @discardableResult
    func catchUp(
        with head: LedgerHead, knowing known: LedgerHead? = nil, now: Instant, digestAt: (Int64) throws -> String?
    ) throws -> Bool {
        guard let file = try? LockedFile.openForAppending(path) else { return false }
        defer { file.close() }
        let end = try file.lastBytes(512)
        var start = ""
        if let known, !end.isEmpty, Anchor.endsWhole(end, at: known) {
            guard known.seq < head.seq else { return true }
        } else if !end.isEmpty {
            if end.last != UInt8(ascii: "\n") { start = "\n" }
            if let line = try lastLine(of: file, end) {
                // Another writer may have signed a later head in the meantime; only the record itself can say.
                guard let digest = try digestAt(line.position) else {
                    throw RecordProblem.anchorAhead(anchored: line.position, head: head.seq)
                }
                guard digest == line.digest else { throw RecordProblem.anchorDisagrees(position: line.position) }
                guard line.position < head.seq else { return true }
            }
        }
        let signed = "\(head.seq) \(head.digest) \(now.text())"
        let signature = try keys.signing.signature(for: Array(signed.utf8))
        return file.append(start + signed + " " + Hexadecimal.text(signature) + "\n")
    }

    /// Whether a file that ends with these bytes has a whole last line for a head.
    private static func endsWhole(_ end: [UInt8], at head: LedgerHead) -> Bool {
        guard end.last == UInt8(ascii: "\n") else { return false }
        let line = end.dropLast().suffix(while: { $0 != UInt8(ascii: "\n") })
        return line.starts(with: "\(head.seq) \(head.digest) ".utf8) && line.count > 128
    }

    /// The last readable line: a power cut may have left half a line, or zeros, behind it.
    private func lastLine(of file: LockedFile, _ end: [UInt8]) throws -> Line? {
        func last(_ bytes: [UInt8]) -> Line? {
            bytes.split(separator: UInt8(ascii: "\n")).reversed().lazy
                .compactMap { Line(String(decoding: $0, as: UTF8.self)) }.first
        }
        if let line = last(end) { return line }
        return last(try file.lastBytes(.max))
    }

    /// Every line of an anchor file, and how many could not be read.
    static func lines(at path: String) -> (lines: [Line], unreadable: Int) {
        guard let bytes = FileManager.default.contents(atPath: path) else { return ([], 0) }
        let pieces = bytes.split(separator: UInt8(ascii: "\n"))
        let lines = pieces.compactMap { Line(String(decoding: $0, as: UTF8.self)) }
        return (lines, pieces.count - lines.count)
    }
}

extension BidirectionalCollection {
    /// The longest end of the collection whose elements all satisfy a condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> SubSequence {
        var start = endIndex
        while start > startIndex, condition(self[index(before: start)]) { formIndex(before: &start) }
        return self[start...]
    }
}
