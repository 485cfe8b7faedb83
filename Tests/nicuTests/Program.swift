import Foundation
import NICUCore
import Testing

/// The built program, run as a person would, each test with a folder of its own.
struct Program {
    let folder: String
    var environment: [String: String]

    struct Result {
        let status: Int32
        let out: String
        let err: String

        var json: JSON {
            get throws { try JSON(text: out.trimmingCharacters(in: .newlines)) }
        }
    }

    init() throws {
        folder = NSTemporaryDirectory() + "nicu-e2e-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        environment = [
            "NICU_DB": folder + "/nicu.db", "NICU_BY": "li.min", "NICU_LANG": "en", "PATH": "/usr/bin:/bin",
            "HOME": folder,
        ]
    }

    /// The program beside the test bundle of this build.
    static var path: String {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let beside = bundle.deletingLastPathComponent().appendingPathComponent("nicu").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return root + "/.build/debug/nicu"
    }

    /// The folder of the package.
    static var root: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }

    /// Runs a line and answers what it asks: the token it prints, and a reason.
    func confirmed(_ line: String) throws -> Result {
        let asked = try nicu(line)
        #expect(asked.status == 5, "\(line): \(asked.status) \(asked.err)")
        let token = try #require(asked.err.components(separatedBy: "--confirm ").last?.prefix(4))
        return try run(
            line.split(separator: " ").map(String.init) + ["--confirm", String(token), "--reason", "seen on the scale"])
    }

    @discardableResult
    func run(_ arguments: [String], input: String? = nil, path: String = Program.path) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let out = folder + "/out-" + UUID().uuidString
        let err = out + ".err"
        FileManager.default.createFile(atPath: out, contents: nil)
        FileManager.default.createFile(atPath: err, contents: nil)
        process.standardOutput = try #require(FileHandle(forWritingAtPath: out))
        process.standardError = try #require(FileHandle(forWritingAtPath: err))
        if let input {
            let file = out + ".in"
            try input.write(toFile: file, atomically: true, encoding: .utf8)
            process.standardInput = try #require(FileHandle(forReadingAtPath: file))
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, out: try String(contentsOfFile: out, encoding: .utf8),
            err: try String(contentsOfFile: err, encoding: .utf8))
    }

    /// Splits at spaces, for commands whose arguments hold none.
    @discardableResult
    func nicu(_ line: String) throws -> Result { try run(line.split(separator: " ").map(String.init)) }

    /// A record with one infant.
    func prepared() throws -> Program {
        #expect(try nicu("init --unit Test --timezone Asia/Shanghai --clinician li.min").status == 0)
        let admit =
            "admit an-an --sex female --born 2024-08-19T06:00+08:00 --ga 27+0 --dating early-ultrasound --weight 800g"
        let result = try nicu(admit)
        #expect(result.status == 0, "\(result.err)")
        return self
    }

    /// How many entries the record holds, asked of the file itself.
    func count() throws -> Int {
        let result = try run(["sqlite3", folder + "/nicu.db", "SELECT count(*) FROM entry"], path: "/usr/bin/env")
        return Int(result.out.trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
    }
}
