internal import Glibc
internal import NICUCore
internal import NICUExport

extension Session {
    /// Refuses to send the bytes of a PDF to a screen.
    func keepFromTerminal(isPDF: Bool, output: String?) throws {
        if isPDF, output == nil, isatty(STDOUT_FILENO) == 1 {
            throw Failure.unreadable(wording.needsFile("--format pdf", "--output"))
        }
    }

    /// Hands bytes on: to a new file where one is named, else to standard output.
    func deliver(_ bytes: [UInt8], to output: String?) throws {
        if let output { try write(bytes, to: output) } else { try Door.writeAll(bytes, to: STDOUT_FILENO) }
    }

    /// A page as the bytes of a PDF.
    func pdf(of html: String, asOf: Instant) throws -> [UInt8] {
        try Door.pdf(of: html, asOf: asOf, wording: wording)
    }

    /// Writes an export to a new file, 0600; whatever stands there already is left alone.
    func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    /// Writes bytes in the same way.
    func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Failure.refused(errno == EEXIST ? wording.fileExists(path) : wording.cannotWrite(path))
        }
        defer { close(file) }
        guard Door.written(bytes, to: file), fsync(file) == 0 else {
            unlink(path)
            throw Failure.refused(wording.cannotWrite(path))
        }
    }
}
