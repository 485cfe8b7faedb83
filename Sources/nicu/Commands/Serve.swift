internal import ArgumentParser
internal import Foundation
internal import Glibc
internal import NICUExport

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the record over HTTP: runs nicu-server\n启动网络服务（nicu-server）",
        discussion:
            "The options are handed on; `nicu-server --help` lists them. nicu-server is looked for beside this program, then on the PATH.\n选项原样交给 nicu-server；其列表见 nicu-server --help。"
    )

    @Argument(parsing: .allUnrecognized, help: "Options of nicu-server\nnicu-server 的选项")
    var words: [String] = []

    func run() throws {
        let wording = Wording(Door.language)
        guard let program = Serve.program else { throw Failure.refused(wording.noServerProgram()) }
        var arguments: [UnsafeMutablePointer<CChar>?] = ([program] + words).map { strdup($0) } + [nil]
        execv(program, &arguments)
        throw Failure.refused(wording.noServerProgram())
    }

    /// The service's program: beside this one, else the first on the PATH.
    private static var program: String? {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = own.lastIndex(of: "/").map { String(own[..<$0]) }
        let folders = (Door.environment("PATH") ?? "").split(separator: ":").map(String.init)
        return ([beside].compactMap(\.self) + folders).map { $0 + "/nicu-server" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
