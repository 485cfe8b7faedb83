internal import Foundation
internal import Glibc
internal import NICUExport

/// A folder (0700) beside the wished one; it gets the name only once all of it is there.
struct DraftFolder {
    /// Where files are written until then.
    let path: String
    private let wished: String
    private let wording: Wording

    init(for name: String, _ wording: Wording) throws {
        var template = Array((name + ".part-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure.refused(wording.cannotWrite(name)) }
        path = String(cString: made)
        wished = name
        self.wording = wording
    }

    /// Gives it its name.
    func finish() throws {
        guard rename(path, wished) == 0 else { throw Failure.refused(wording.cannotWrite(wished)) }
    }

    /// Takes it away with everything in it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
