internal import CAssets

/// The files of `schema/` and `seeds/` as they were when the binary was built.
///
/// The list is written by `scripts/assets.py`. The bytes live as long as the process, and nothing is copied to find them.
public enum EmbeddedFiles {
    /// All paths below a folder, in the order of their bytes; `under` ends with a slash.
    public static func paths(under folder: String) -> [String] {
        (0..<nicu_asset_count).compactMap { place in
            nicu_asset_at(place).map { String(cString: $0.pointee.path) }.flatMap { $0.hasPrefix(folder) ? $0 : nil }
        }
    }

    /// The bytes of a file; nil where this build has none of that path.
    public static func bytes(at path: String) -> UnsafeRawBufferPointer? {
        guard let file = nicu_asset_find(path)?.pointee else { return nil }
        return UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    }

    /// The text of a file; nil where this build has none of that path.
    public static func text(at path: String) -> String? {
        bytes(at: path).map { String(decoding: $0, as: UTF8.self) }
    }
}
