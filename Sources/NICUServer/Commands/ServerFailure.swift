#if Server
    internal import ArgumentParser
    internal import Foundation
    internal import Glibc
    internal import NICUAssets
    internal import NICUCore
    internal import NICUExport

    /// Why the server does not start; one sentence and the exit code of the house.
    enum ServerFailure: Error {
        /// The text cannot be read, or may not be asked: exit 64.
        case unreadable(String)
        /// Understood, but refused: exit 1.
        case refused(String)

        /// Says what was wrong and ends the process.
        static func end(_ error: any Error, _ wording: Wording) -> Never {
            switch error {
            case ServerFailure.unreadable(let text): say(text, code: 64)
            case ServerFailure.refused(let text): say(text, code: 1)
            case let problem as RecordProblem: say(wording.problem(problem), code: 1)
            case let problem as AssetProblem: say(problem.description, code: 64)
            default:
                guard ServerProgram.exitCode(for: error) == .validationFailure else {
                    ServerProgram.exit(withError: error)
                }
                let lines = ServerProgram.fullMessage(for: error).split(
                    separator: "\n", omittingEmptySubsequences: false)
                let sentence = lines.first.map(String.init)?.replacing("Error: ", with: "") ?? ""
                say(
                    ([wording.commandLine(sentence)] + lines.dropFirst().map(String.init)).joined(separator: "\n"),
                    code: 64)
            }
        }

        private static func say(_ text: String, code: Int32) -> Never {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Table.visible(String($0)) }
            Console.remark("nicu-server: " + lines.joined(separator: "\n"))
            exit(code)
        }
    }

    /// Standard output and standard error of the server.
    enum Console {
        static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
        static func remark(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

        private static func write(_ text: String, to file: Int32) {
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                bytes = bytes.dropFirst(count)
            }
        }
    }
#endif
