#if Server
    internal import ArgumentParser
    internal import Logging
    internal import NICUCore
    internal import NICUExport
    internal import NIOCore
    internal import ServiceLifecycle
    internal import UnixSignals

    struct RunCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Listen and answer until SIGTERM or SIGINT\n启动服务",
            discussion:
                "The first line on standard output is the address; the log goes to standard error. A stop answers what is at hand first.\n标准输出首行为地址，日志写入标准错误；停止前先答完已收到的请求。"
        )

        @OptionGroup var options: ServerOptions

        func run() async throws {
            let wording = Wording(ServerDoor.language)
            let settings = try options.settings(wording)
            let logs = LogOutput(settings.logFormat, level: settings.logLevel)
            let logger = Logger(label: "nicu-server") { _ in logs }
            // A record that cannot be opened is said before anything is listened on.
            let ward = try Ward(settings, clock: { ServerDoor.now }, zone: { try ServerDoor.zone($0) })
            let access = try TokenAccess(file: settings.tokenFile, ward: ward)
            let house = House(settings: settings, ward: ward, access: access, metrics: PrometheusRegistry())
            let application = try house.application(logger: logger) { url in
                Console.print(wording.listening(url))
            }
            var services = ServiceGroupConfiguration(
                services: [
                    .init(service: house.deadlines), .init(service: ward.notes), .init(service: application),
                    .init(service: house.gate),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
            services.maximumGracefulShutdownDuration = .seconds(settings.stopSeconds)
            do {
                try await ServiceGroup(configuration: services).run()
            } catch is IOError {
                throw ServerFailure.refused(wording.cannotListen(settings.address, settings.port))
            }
            try await ward.stop()
        }
    }
#endif
