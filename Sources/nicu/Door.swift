internal import Foundation
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

/// What belongs to the door and to nobody below it: the clock, zone files, the environment, standard output.
enum Door {
    /// The language of human output: `--lang`, else `NICU_LANG`, else zh for zh* locales, else en.
    static var language: Language {
        if let index = CommandLine.arguments.firstIndex(of: "--lang"), index + 1 < CommandLine.arguments.count,
            let language = Language(rawValue: CommandLine.arguments[index + 1])
        {
            return language
        }
        if let argument = CommandLine.arguments.first(where: { $0.hasPrefix("--lang=") }),
            let language = Language(rawValue: String(argument.dropFirst(7)))
        {
            return language
        }
        if let language = environment("NICU_LANG").flatMap(Language.init(rawValue:)) { return language }
        let locale = environment("LC_ALL") ?? environment("LC_MESSAGES") ?? environment("LANG") ?? ""
        return locale.hasPrefix("zh") ? .zh : .en
    }

    /// An environment variable; nil when unset or empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// The door's clock, in whole seconds.
    static var now: Instant { Instant(seconds: Int64(time(nil))) }

    /// Reads the compiled zone file of an IANA name.
    static func zone(_ name: String) throws -> Zone {
        let wording = Wording(language)
        let isName =
            !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
            && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isName else { throw Failure.unreadable(wording.noZone(name)) }
        let path = "/usr/share/zoneinfo/" + name
        guard let data = FileManager.default.contents(atPath: path), let zone = try? Zone(name: name, file: Array(data))
        else {
            throw Failure.unreadable(wording.noZone(name))
        }
        return zone
    }

    /// The columns of the terminal; 80 where the output is none.
    static var columns: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return min(max(Int(size.ws_col), 50), 160)
    }

    /// The columns of the terminal; nil where the output is none.
    static var terminalColumns: Int? { isatty(STDOUT_FILENO) == 1 ? columns : nil }

    /// A page for a person: at a terminal no line is longer than it.
    static func page(_ text: String) { print(terminalColumns.map { Table.folded(text, columns: $0) } ?? text) }

    /// Data for the reader; an output that takes no more ends the process with exit 1, never in silence.
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Whether this process has committed something; set once, before anything is printed about it.
    nonisolated(unsafe) private static var hasSaved = false

    /// What a write did.
    ///
    /// The entries are on disk: an output that takes no more is said so, and the exit stays 0.
    static func printSaved(_ text: String) {
        hasSaved = true
        if !written(text + "\n", to: STDOUT_FILENO) { remark("nicu: \(Wording(language).savedWithoutOutput())") }
    }

    /// A remark beside the data.
    static func remark(_ text: String, end: String = "\n") { _ = written(text + end, to: STDERR_FILENO) }

    /// Writes all of a text, or says that it could not and ends with exit 1.
    static func write(_ text: String, to file: Int32) {
        guard !written(text, to: file) else { return }
        if file == STDOUT_FILENO { remark("nicu: \(Wording(language).noOutput())") }
        _exit(1)
    }

    /// Writes bytes to standard output; an output that takes no more ends the process as ``write(_:to:)`` does.
    static func writeAll(_ bytes: [UInt8], to file: Int32) throws {
        guard !bytes.isEmpty, !written(bytes, to: file) else { return }
        remark("nicu: \(Wording(language).noOutput())")
        _exit(1)
    }

    static func written(_ text: String, to file: Int32) -> Bool { written(Array(text.utf8), to: file) }

    /// Writes all bytes; false where the file takes no more.
    static func written(_ all: [UInt8], to file: Int32) -> Bool {
        var bytes = all[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // Nobody reads any more: no sentence is owed, and what was saved stays saved.
            if count < 0, errno == EPIPE, file == STDOUT_FILENO { _exit(hasSaved ? 0 : 141) }
            guard count > 0 else { return false }
            bytes = bytes.dropFirst(count)
        }
        return true
    }
}
