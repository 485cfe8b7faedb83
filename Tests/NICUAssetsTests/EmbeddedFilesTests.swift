import Foundation
import NICUAssets
import Testing

@Suite struct EmbeddedFilesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The paths that the folders hold now, by the rule of `scripts/assets.py`.
    private static func onDisk() throws -> [String] {
        var found: [String] = []
        for folder in ["schema", "seeds"] {
            let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
            for path in paths {
                let parts = path.split(separator: "/")
                var isFolder: ObjCBool = false
                let full = root.appending(path: folder + "/" + path).path
                _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
                if isFolder.boolValue || parts.last == "SOURCES.md" || parts.contains(where: { $0.hasPrefix(".") }) {
                    continue
                }
                found.append(folder + "/" + path)
            }
        }
        return found.sorted()
    }

    @Test func theListAndTheFoldersAgree() throws {
        let embedded = (EmbeddedFiles.paths(under: "schema/") + EmbeddedFiles.paths(under: "seeds/")).sorted()
        #expect(try embedded == Self.onDisk(), "run `make assets`")
    }

    @Test func theBytesAreTheFiles() throws {
        for path in EmbeddedFiles.paths(under: "") {
            let file = try Data(contentsOf: Self.root.appending(path: path))
            let bytes = try #require(EmbeddedFiles.bytes(at: path))
            #expect(Data(bytes) == file, "\(path)")
            #expect(EmbeddedFiles.text(at: path).map { Data($0.utf8) } == file, "\(path)")
        }
    }

    @Test func unknownPathsHaveNoBytes() {
        #expect(EmbeddedFiles.bytes(at: "seeds/none") == nil)
        #expect(EmbeddedFiles.text(at: "") == nil)
        #expect(EmbeddedFiles.paths(under: "none/").isEmpty)
    }
}
