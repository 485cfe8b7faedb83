#if Server
    import Foundation
    import Glibc
    import NICUCore
    import Synchronization
    import Testing

    @testable import NICUServer

    /// The built programs, run as an administrator would, with a record of their own.
    struct Programs {
        let folder: String
        var environment: [String: String]

        init() throws {
            folder = NSTemporaryDirectory() + "nicu-run-" + UUID().uuidString
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            environment = [
                "NICU_DB": folder + "/nicu.db", "NICU_BY": Served.login, "NICU_LANG": "en", "PATH": "/usr/bin:/bin",
                "HOME": folder,
            ]
        }

        /// A program beside the test bundle of this build.
        static func path(_ name: String) -> String {
            URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
                .appendingPathComponent(name).path
        }

        func process(_ name: String, _ line: String) throws -> (process: Process, out: String, err: String) {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Programs.path(name))
            process.arguments = line.split(separator: " ").map(String.init)
            process.environment = environment
            process.currentDirectoryURL = URL(fileURLWithPath: folder)
            let (out, err) = (folder + "/out-" + UUID().uuidString, folder + "/err-" + UUID().uuidString)
            for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
            process.standardOutput = try #require(FileHandle(forWritingAtPath: out))
            process.standardError = try #require(FileHandle(forWritingAtPath: err))
            process.standardInput = FileHandle.nullDevice
            return (process, out, err)
        }

        /// Runs a line to its end.
        @discardableResult
        func run(_ name: String, _ line: String) throws -> (status: Int32, out: String, err: String) {
            let (process, out, err) = try process(name, line)
            try process.run()
            process.waitUntilExit()
            return (
                process.terminationStatus, try String(contentsOfFile: out, encoding: .utf8),
                try String(contentsOfFile: err, encoding: .utf8)
            )
        }

        /// A record with one infant, and a token for it.
        func prepared() throws -> String {
            #expect(try run("nicu", "init --unit Test --timezone Asia/Shanghai --clinician li.min").status == 0)
            let admit =
                "admit an-an --sex female --born 2024-08-19T06:00+08:00 --ga 27+0 --dating early-ultrasound --weight 800g"
            #expect(try run("nicu", admit).status == 0)
            #expect(try run("nicu", "weigh an-an 790g --at 2024-08-20T06:00 --check 2024-08-19").status == 0)
            let made = try run("nicu-server", "token add --by li.min --scope read --scope score --name test")
            #expect(made.status == 0, "\(made.err)")
            return made.out.trimmingCharacters(in: .newlines)
        }

        /// Starts a service and waits for its address.
        func start(_ line: String, by name: String = "nicu-server") async throws -> RunningServer {
            let (process, out, err) = try process(name, line)
            try process.run()
            for _ in 0..<1200 {
                let text = try String(contentsOfFile: out, encoding: .utf8)
                if text.hasSuffix("\n"), let url = text.split(separator: " ").last {
                    let port = try #require(Int(url.split(separator: ":").last?.dropLast() ?? ""))
                    return RunningServer(process: process, url: String(url.dropLast()), port: port, err: err)
                }
                guard process.isRunning else { break }
                try await Task.sleep(for: .milliseconds(25))
            }
            process.terminate()
            throw NeverStarted(log: (try? String(contentsOfFile: err, encoding: .utf8)) ?? "")
        }

        struct NeverStarted: Error { let log: String }
    }

    /// A service that runs.
    struct RunningServer {
        let process: Process
        let url: String
        let port: Int
        let err: String

        /// Asks it to stop, waits, and answers its exit code.
        func stop() -> Int32 {
            process.terminate()
            process.waitUntilExit()
            return process.terminationStatus
        }

        var log: String { get throws { try String(contentsOfFile: err, encoding: .utf8) } }
    }

    /// A connection whose bytes are written by hand.
    final class RawConnection {
        private let file: Int32

        init(port: Int) throws {
            file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var limit = timeval(tv_sec: 20, tv_usec: 0)
            setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
            let status = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard status == 0 else { throw Refused() }
        }

        deinit { close(file) }

        struct Refused: Error {}

        func write(_ text: String) {
            let bytes = Array(text.utf8)
            _ = send(file, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }

        /// Everything until the other side closes, or until `enough` is in it.
        func read(until enough: String = "\u{0}") -> String {
            var all: [UInt8] = []
            var block = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = recv(file, &block, block.count, 0)
                guard count > 0 else { break }
                all += block[0..<count]
                if String(decoding: all, as: UTF8.self).contains(enough) { break }
            }
            return String(decoding: all, as: UTF8.self)
        }
    }
#endif
