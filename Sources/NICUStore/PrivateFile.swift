internal import Foundation
internal import Glibc
internal import NICUCore

/// A small file that only its owner may read, such as one beside the keys.
public struct PrivateFile: Sendable {
    /// What tells one state of the file from another.
    public struct Stamp: Sendable, Equatable {
        private let seconds: Int
        private let nanoseconds: Int
        private let size: Int
        private let number: UInt64

        fileprivate init(_ info: stat) {
            seconds = info.st_mtim.tv_sec
            nanoseconds = info.st_mtim.tv_nsec
            size = Int(info.st_size)
            number = UInt64(info.st_ino)
        }
    }

    /// Where it lies.
    public let path: String

    /// Names a file, which need not be there.
    public init(path: String) { self.path = path }

    /// The state of the file now; nil where there is none.
    public var stamp: Stamp? {
        var info = stat()
        return stat(path, &info) == 0 ? Stamp(info) : nil
    }

    /// Its bytes; nil where there is no file.
    ///
    /// - Throws: ``RecordProblem/fileOpenToOthers(path:mode:)`` for one that others can read.
    public func read() throws -> [UInt8]? {
        guard stamp != nil else { return nil }
        try Files.checkFile(path)
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw RecordProblem.keysUnreadable(path: path)
        }
        return Array(bytes)
    }

    /// Puts a whole new file in the place of the old one, if any, on disk before this returns.
    public func replace(with bytes: [UInt8]) throws {
        let fresh = path + ".new"
        unlink(fresh)
        try Files.write(bytes, to: fresh)
        guard rename(fresh, path) == 0 else {
            unlink(fresh)
            throw RecordProblem.notWritable(path: path)
        }
    }

    /// Runs a change of the file while no other program changes it.
    public func locked<T>(_ body: () throws -> T) throws -> T {
        let lock = try LockedFile.openForAppending(path + ".lock")
        defer { lock.close() }
        return try body()
    }
}
