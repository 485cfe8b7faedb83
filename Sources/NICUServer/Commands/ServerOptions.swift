#if Server
    internal import ArgumentParser
    internal import Foundation
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore

    extension ServerSettings.LogLevel: ExpressibleByArgument {}
    extension ServerSettings.LogFormat: ExpressibleByArgument {}

    /// Where the record lies.
    struct PlaceOptions: ParsableArguments {
        @Option(
            help: ArgumentHelp("The record file (default: NICU_DB, else the XDG data folder)\n病历文件", valueName: "path"))
        var db: String?
        @Option(
            help: ArgumentHelp(
                "The folder of its keys (default: NICU_KEYS, else PATH.keys)\n密钥文件夹", valueName: "folder"))
        var keys: String?
        @Option(
            help: ArgumentHelp(
                "A file of settings in YAML (default: NICU_SERVER_CONFIG)\n设置文件", valueName: "file"))
        var config: String?

        /// File and environment laid over what is usual, and these options over both.
        func settings(_ wording: Wording) throws -> ServerSettings {
            var settings = ServerSettings()
            if let path = config ?? ServerDoor.environment("NICU_SERVER_CONFIG") {
                guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                    throw ServerFailure.refused(wording.noFile(path))
                }
                try ServerFile.read(text, path: path).apply(to: &settings)
            }
            try ServerEnvironment(variables: ProcessInfo.processInfo.environment, wording: wording).apply(to: &settings)
            if let db { settings.record = db }
            if let keys { settings.keys = keys }
            if settings.record.isEmpty { settings.record = ServerDoor.usualRecord }
            return settings
        }
    }

    extension ServerSettings {
        /// Where the record and its keys lie.
        var location: RecordLocation { RecordLocation(database: record, keys: keys) }
        /// The certificate that was made here, and its key.
        var generatedTLS: (certificate: String, key: String) {
            (location.keys + "/tls-certificate.pem", location.keys + "/tls-key.pem")
        }
        /// The file of tokens.
        var tokenFile: String { location.keys + "/tokens" }
    }

    /// What is listened on and how the log is written.
    struct ServerOptions: ParsableArguments {
        @OptionGroup var place: PlaceOptions
        @Option(help: "The address to listen on (default: 127.0.0.1)\n监听地址")
        var address: String?
        @Option(help: "The port; 0 takes any free one (default: 8470)\n端口，0 为任意空闲端口")
        var port: Int?
        @Option(help: ArgumentHelp("TLS certificate and chain in PEM form\n证书", valueName: "file"))
        var tlsCertificate: String?
        @Option(help: ArgumentHelp("Its private key, readable by its owner alone\n私钥", valueName: "file"))
        var tlsKey: String?
        @Option(
            help: ArgumentHelp(
                "TLS with a self-signed certificate made here and kept beside the keys\n自签证书", valueName: "generate"))
        var tls: String?
        @Flag(help: "Plain HTTP beyond this machine: only where something else protects the network\n允许网络明文 HTTP")
        var insecureNetwork = false
        @Option(help: "trace, debug, info, notice, warning, error or critical (default: info)\n日志级别")
        var logLevel: ServerSettings.LogLevel?
        @Option(help: "json or text (default: json)\n日志格式")
        var logFormat: ServerSettings.LogFormat?

        /// Everything laid over each other, and held against what may be.
        func settings(_ wording: Wording) throws -> ServerSettings {
            var settings = try place.settings(wording)
            if let address { settings.address = address }
            if let port {
                guard ServerLimits.port.contains(port) else {
                    throw ServerFailure.unreadable(wording.notInRange("--port", String(port), ServerLimits.port))
                }
                settings.port = port
            }
            let chosen = try ServerSettings.TLS.chosen(
                word: tls, certificate: tlsCertificate, key: tlsKey, wording)
            if let chosen { settings.tls = chosen }
            if insecureNetwork { settings.insecureNetwork = true }
            if let logLevel { settings.logLevel = logLevel }
            if let logFormat { settings.logFormat = logFormat }
            guard settings.isLoopback || settings.tls != .none || settings.insecureNetwork else {
                throw ServerFailure.unreadable(wording.plainNetwork(settings.address))
            }
            return settings
        }
    }
#endif
