public import NICUCore

/// The two files of a research export, held against each other.
public struct ResearchFolder: Sendable {
    /// Why the files are no whole export.
    public enum Problem: Error, Sendable, Hashable {
        /// The manifest is none of a research export.
        case notAnExport
        /// A later version of the form.
        case newer(Int)
        /// The lines do not give the checksum or the number of the manifest.
        case changed
    }

    /// What the manifest says.
    public let manifest: JSON
    /// How many lines there are.
    public let count: Int

    /// Whether the text of a manifest is that of a research export.
    public static func isMeant(_ manifest: [UInt8]) -> Bool {
        (try? JSON(bytes: manifest))?["format"]?.string == "nicu-research"
    }

    /// Holds lines against their manifest.
    public init(manifest bytes: [UInt8], lines: [UInt8]) throws(Problem) {
        guard let manifest = try? JSON(bytes: bytes), manifest["format"]?.string == "nicu-research" else {
            throw .notAnExport
        }
        let version = Int(manifest["version"]?.integer ?? 0)
        guard version == 1 else { throw .newer(version) }
        count = lines.split(separator: 0x0A).count
        guard PassportFile.digest(lines) == manifest["lines"]?["sha256"]?.string,
            Int64(count) == manifest["lines"]?["count"]?.integer
        else { throw .changed }
        self.manifest = manifest
    }
}
