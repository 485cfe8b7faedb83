internal import Crypto
public import NICUCore

/// What a passport carries for machines, taken out of the page again.
public struct PassportFile: Sendable {
    /// Why a page is no whole passport.
    public enum Problem: Error, Sendable, Hashable {
        /// The page carries no entries or no manifest.
        case notAPassport
        /// The entries do not give the checksum of the manifest.
        case changed
        /// The manifest counts other entries than there are.
        case incomplete(found: Int, expected: Int)
        /// A later version of the form.
        case newer(Int)
    }

    /// The name of the form in its manifest.
    static let kind = "nicu-passport"
    private static let entriesID = "nicu-entries"
    private static let manifestID = "nicu-manifest"
    private static let fhirID = "nicu-fhir"

    /// The entries, one a line, as ``EntryLine`` reads them.
    public let lines: [UInt8]
    /// What the page says about itself.
    public let manifest: JSON

    /// Takes the entries out of a page and holds them against its checksum and count.
    public init(_ page: [UInt8]) throws(Problem) {
        guard let text = PassportFile.element(PassportFile.manifestID, in: page),
            let manifest = try? JSON(bytes: Array(text)), manifest["kind"]?.string == PassportFile.kind,
            let body = PassportFile.element(PassportFile.entriesID, in: page)
        else { throw .notAPassport }
        guard manifest["version"]?.integer == 1 else { throw .newer(Int(manifest["version"]?.integer ?? 0)) }
        // The line feed behind the opening tag is none of the entries.
        lines = Array(body.dropFirst(body.first == 0x0A ? 1 : 0))
        guard PassportFile.digest(lines) == manifest["sha256"]?.string else { throw .changed }
        if let digest = manifest["pageSha256"]?.string {
            guard digest.utf8.count == PassportFile.blank.utf8.count,
                PassportFile.digest(PassportFile.blanked(digest, in: page)) == digest
            else { throw .changed }
        }
        // A page of an earlier version carries no FHIR document.
        if let digest = manifest["fhirSha256"]?.string {
            let fhir = PassportFile.element(PassportFile.fhirID, in: page).map { PassportFile.digest(Array($0)) }
            guard fhir == digest else { throw .changed }
        }
        let found = lines.split(separator: 0x0A).count
        let expected = Int(manifest["entries"]?.integer ?? -1)
        guard found == expected else { throw .incomplete(found: found, expected: expected) }
        // The page is about one infant, and so are its entries.
        let infant = manifest["infant"]?.string
        for line in lines.split(separator: 0x0A) {
            guard let json = try? JSON(bytes: Array(line)), let named = json["infant"]?.string else { continue }
            guard named == infant else { throw .changed }
        }
        self.manifest = manifest
    }

    /// What stands where the digest of the page goes while it is taken.
    static let blank = String(repeating: "0", count: 64)

    /// The page with the first place of its digest made blank.
    private static func blanked(_ digest: String, in page: [UInt8]) -> [UInt8] {
        guard let end = find(Array(("\"pageSha256\":\"" + digest).utf8), in: page, from: 0) else { return [] }
        return page[..<(end - blank.utf8.count)] + Array(blank.utf8) + page[end...]
    }

    /// The elements that carry manifest, entries and the FHIR document; no browser runs or shows them.
    static func elements(manifest: String, payload: String, fhir: String) -> String {
        """
        <script type="application/json" id="\(manifestID)">\(manifest.replacing("<", with: "\\u003c"))</script>
        <script type="application/x-ndjson" id="\(entriesID)">
        \(payload)</script>
        <script type="application/fhir+json" id="\(fhirID)">\(fhir)</script>

        """
    }

    /// The number of lines of each kind.
    static func counts(_ lines: [JSON]) -> JSON {
        var counts: [String: Int64] = [:]
        for line in lines { counts[line["kind"]?.string ?? "", default: 0] += 1 }
        return .object(counts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) })
    }

    /// SHA-256 in hexadecimal digits.
    static func digest(_ bytes: [UInt8]) -> String { Hexadecimal.text(Array(SHA256.hash(data: bytes))) }

    /// The text of a script element by its id.
    private static func element(_ id: String, in page: [UInt8]) -> ArraySlice<UInt8>? {
        guard let start = find(Array(" id=\"\(id)\">".utf8), in: page, from: 0),
            let end = find(Array("</script>".utf8), in: page, from: start)
        else { return nil }
        return page[start..<(end - "</script>".utf8.count)]
    }

    /// The place behind the first occurrence.
    private static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count - start >= part.count else { return nil }
        return bytes.withUnsafeBufferPointer { buffer -> Int? in
            for place in start...(bytes.count - part.count) where buffer[place] == part[0] {
                if (1..<part.count).allSatisfy({ buffer[place + $0] == part[$0] }) { return place + part.count }
            }
            return nil
        }
    }
}
