internal import Foundation
internal import Glibc
internal import NICUCore

/// The few file operations that the record needs beside SQLite, each with the modes the house demands.
enum Files {
    /// The permission bits of a file; nil when it does not exist.
    static func mode(of path: String) -> mode_t? {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode & 0o7777 : nil
    }

    static func exists(_ path: String) -> Bool { mode(of: path) != nil }

    /// Makes a folder that only its owner can enter; refuses one that others can enter.
    static func privateFolder(_ path: String) throws {
        if mode(of: path) == nil {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        var info = stat()
        guard stat(path, &info) == 0 else { throw RecordProblem.notWritable(path: path) }
        if info.st_mode & 0o077 != 0 { throw openFolder(path, info.st_mode) }
    }

    /// Refuses a folder that others can enter.
    static func checkFolder(_ path: String) throws {
        guard let mode = mode(of: path) else { return }
        if mode & 0o077 != 0 { throw openFolder(path, mode) }
    }

    private static func openFolder(_ path: String, _ mode: mode_t) -> RecordProblem {
        .folderOpenToOthers(path: path, mode: String(mode & 0o7777, radix: 8))
    }

    /// Refuses a file that others can read.
    static func checkFile(_ path: String) throws {
        guard let mode = mode(of: path) else { return }
        if mode & 0o077 != 0 { throw RecordProblem.fileOpenToOthers(path: path, mode: String(mode, radix: 8)) }
    }

    /// Reads the beginning of a file; the number of bytes, or less than 0.
    static func read(_ path: String, into bytes: inout [UInt8]) -> Int {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return -1 }
        defer { close(file) }
        return Glibc.read(file, &bytes, bytes.count)
    }

    /// Makes an empty file with mode 0600; refuses one that exists.
    static func create(_ path: String) throws {
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? RecordProblem.recordExists(path: path) : RecordProblem.notWritable(path: path)
        }
        fchmod(file, 0o600)
        close(file)
    }

    /// Waits until the names in a folder are on disk.
    static func syncFolder(_ path: String) throws {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw RecordProblem.notWritable(path: path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw RecordProblem.notWritable(path: path) }
    }

    /// Writes a new file with mode 0600 and waits until it is on disk.
    static func write(_ bytes: [UInt8], to path: String) throws {
        try create(path)
        let file = open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw RecordProblem.notWritable(path: path) }
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw RecordProblem.notWritable(path: path)
        }
    }
}

/// A file held open for appending under an exclusive lock.
struct LockedFile {
    let descriptor: Int32
    let path: String

    /// Opens a file, making it 0600 where it is missing, and locks it against other processes.
    static func openForAppending(_ path: String) throws -> LockedFile {
        let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw RecordProblem.notWritable(path: path) }
        guard flock(file, LOCK_EX) == 0 else {
            Glibc.close(file)
            throw RecordProblem.notWritable(path: path)
        }
        return LockedFile(descriptor: file, path: path)
    }

    /// Gives the lock back.
    func close() { Glibc.close(descriptor) }

    /// The end of the file, at most `count` bytes.
    func lastBytes(_ count: Int) throws -> [UInt8] {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size > 0 else { return [] }
        let window = min(size, count)
        return try [UInt8](unsafeUninitializedCapacity: window) { buffer, filled in
            filled = pread(descriptor, buffer.baseAddress, window, off_t(size - window))
            guard filled == window else { throw RecordProblem.notWritable(path: path) }
        }
    }

    /// Appends a text; answers whether all of it was written.
    func append(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count }
    }
}
