internal import Dispatch
internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUExport

extension Door {
    /// The tool that prints HTML on paper; Debian's package has the same name.
    static let printer = "weasyprint"

    /// An HTML page as PDF, made by an outside process; a missing tool is said so with what to install.
    ///
    /// The page goes in and the PDF comes out by pipes, so that no copy lies on the disk. The process gets a locale of its
    /// own and nothing of the caller's environment but where programs and fonts are.
    static func pdf(of html: String, asOf: Instant, wording: Wording) throws -> [UInt8] {
        guard let tool = executable(printer) else { throw Failure.refused(wording.printerMissing(printer)) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = ["--quiet", "--encoding", "utf-8", "-", "-"]
        process.environment = [
            "PATH": environment("PATH") ?? "", "HOME": environment("HOME") ?? "/", "LC_ALL": "C.UTF-8",
            // Times that fonts carry are those of the answer, so that the same answer is the same file.
            "SOURCE_DATE_EPOCH": "\(max(asOf.seconds, 0))", "PYTHONHASHSEED": "0",
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw Failure.refused(wording.printerFailed(printer))
        }
        let bytes = Array(html.utf8)
        DispatchQueue(label: "page").async {
            // A tool that ends early takes no more; its exit code says so below.
            _ = written(bytes, to: input.fileHandleForWriting.fileDescriptor)
            try? input.fileHandleForWriting.close()
        }
        let made = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, made.starts(with: Data("%PDF-".utf8)) else {
            throw Failure.refused(wording.printerFailed(printer))
        }
        return Array(made)
    }

    /// The first executable file of a name on the search path.
    private static func executable(_ name: String) -> String? {
        (environment("PATH") ?? "").split(separator: ":").map { "\($0)/\(name)" }.first { path in
            path.hasPrefix("/") && access(path, X_OK) == 0
        }
    }
}
