#if Server
    internal import ArgumentParser
    internal import Foundation
    internal import Glibc
    internal import NICUCore
    internal import NICUExport

    /// The ward service: the record over HTTP, by the same store and answers as the command line.
    @main
    struct ServerProgram: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "nicu-server",
            abstract: "Serve the record of a unit over HTTP\n以 HTTP 提供病历服务",
            discussion: """
                Listens on this machine only unless told otherwise; any other address needs TLS. Every answer needs a token.
                Settings come from options, then the environment, then the file of --config (docs/server.md).
                This is not a certified medical device: the clinician decides.
                默认仅限本机；其他地址须用 TLS。所有查询均须令牌。选项优先，其次环境变量，再次 --config 文件。
                本程序不是经认证的医疗器械：由医师决定。
                """,
            version: software,
            subcommands: [RunCommand.self, TokenCommand.self], defaultSubcommand: RunCommand.self)

        /// The program and its version.
        static let software = "nicu-server 0.1.0"

        static func main() async {
            umask(0o077)
            var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
            signal(SIGPIPE, SIG_IGN)
            signal(SIGXFSZ, SIG_IGN)
            do {
                var command = try parseAsRoot()
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch {
                ServerFailure.end(error, Wording(ServerDoor.language))
            }
        }
    }
#else
    internal import Glibc
    internal import NICUExport

    /// What stands here without the trait: a word instead of the service.
    @main
    struct ServerProgram {
        static func main() {
            let wording = Wording(getenv("NICU_LANG").map { String(cString: $0) } == "zh" ? .zh : .en)
            let line = Array("nicu-server: \(wording.builtWithoutServer())\n".utf8)
            _ = write(STDERR_FILENO, line, line.count)
            exit(1)
        }
    }
#endif
