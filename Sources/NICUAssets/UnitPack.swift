internal import Crypto
public import NICUCore

/// A growth reference of a unit's own, in one CSV file: LMS tables or centile lines with their source.
///
/// The layout stands in `docs/reference-packs.md`: `#key=value` lines, a header, and one row a position. Nothing is guessed:
/// whatever is missing, repeated, out of order, in another unit or outside the stated range is refused with line and
/// column. A byte-order mark and Windows line ends are accepted.
public struct UnitPack: Sendable {
    /// What the pack says about itself.
    public let manifest: ReferenceManifest
    /// The curves of both sexes.
    public let reference: GrowthReference
    /// SHA-256 of the text as it came, in hexadecimal digits.
    public let digest: String
    /// The text as it came.
    public let text: String

    /// The longest text of a pack in bytes: every day of 18 years in three measures and both sexes needs a quarter of it.
    public static let longestText = 1_000_000

    /// Reads and checks a pack; `path` names it in messages.
    ///
    /// - Throws: ``AssetProblem`` with line and column.
    public init(_ text: String, path: String) throws(AssetProblem) {
        try self.init(bytes: Array(text.utf8), path: path)
    }

    /// Reads and checks a pack from the bytes of its file.
    ///
    /// - Throws: ``AssetProblem`` with line and column, for bytes that are not UTF-8 as well.
    public init(bytes file: [UInt8], path: String) throws(AssetProblem) {
        guard file.count <= UnitPack.longestText else {
            throw AssetProblem(path: path, reason: "the file is longer than \(UnitPack.longestText) bytes")
        }
        var line = 1
        for part in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil || part.contains(0) {
                throw AssetProblem(path: path, line: line, column: 1, reason: "the line is not text in UTF-8")
            }
            line += 1
        }
        text = String(decoding: file, as: UTF8.self)
        digest = Hexadecimal.text(Array(SHA256.hash(data: file)))
        var bytes = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        bytes = UnitPack.withoutCarriageReturns(bytes)
        let read: Result<(ReferenceManifest, GrowthReference), AssetProblem> = bytes.withUnsafeBytes { bytes in
            do throws(AssetProblem) {
                return .success(try UnitPackReader(path: path, bytes: bytes).read())
            } catch {
                return .failure(error)
            }
        }
        (manifest, reference) = try read.get()
    }

    /// Words that mean something else where an id may stand.
    private static let reserved: Set<String> = ["none", "unknown", "all", "both"]

    /// Whether a text can be a pack's id: 2–40 lower-case letters, digits and hyphens, a letter first, no hyphen last.
    public static func isID(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return (2...40).contains(bytes.count) && (0x61...0x7A).contains(bytes[0]) && bytes.last != UInt8(ascii: "-")
            && !reserved.contains(text)
            && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    }

    private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            let endsLine = place + 1 == bytes.count || bytes[place + 1] == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\r"), endsLine { continue }
            out.append(byte)
        }
        return out
    }
}
