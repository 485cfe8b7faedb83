import Foundation
import Glibc
import Testing

/// The built program at a terminal of its own, typed at by a test.
final class PseudoTerminal {
    private let main: Int32
    private var process = pid_t()
    private(set) var screen = ""

    init(_ program: Program, _ arguments: [String]) throws {
        main = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        // TIOCSPTLCK and TIOCGPTN of Linux, which the module of the C library leaves out.
        var (unlocked, number) = (Int32(0), UInt32(0))
        #expect(main >= 0 && ioctl(main, 0x4004_5431, &unlocked) == 0 && ioctl(main, 0x8004_5430, &number) == 0)
        let name = "/dev/pts/\(number)"
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for file in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(file), name, O_RDWR, 0) }
        posix_spawn_file_actions_addclose(&actions, main)
        let words = ([Program.path] + arguments).map { strdup($0) } + [nil]
        let variables = program.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        #expect(posix_spawn(&process, Program.path, &actions, nil, words, variables) == 0)
    }

    deinit {
        kill(process, SIGKILL)
        close(main)
    }

    /// Reads until a text stands on the screen after what was read before; fails after ten seconds.
    @discardableResult
    func expect(_ text: String) -> Bool {
        let deadline = Date().addingTimeInterval(20)
        while Date() < deadline {
            if let range = screen.range(of: text) {
                screen.removeSubrange(..<range.upperBound)
                return true
            }
            read(for: 100)
        }
        Issue.record("“\(text)” did not come; the screen says:\n\(screen.suffix(1500))")
        return false
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(main, $0.baseAddress, $0.count) }
    }

    /// Ends the program as a cut line would.
    func interrupt() {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    /// The exit code, once the program has ended.
    func exit() -> Int32 {
        var status: Int32 = 0
        let deadline = Date().addingTimeInterval(20)
        while waitpid(process, &status, WNOHANG) == 0, Date() < deadline { read(for: 50) }
        return (status >> 8) & 0xFF
    }

    private func read(for milliseconds: Int32) {
        var poll = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
        guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(main, &buffer, buffer.count)
        if count > 0 { screen += String(decoding: buffer[..<count], as: UTF8.self) }
    }
}
