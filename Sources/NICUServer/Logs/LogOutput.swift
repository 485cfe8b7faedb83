#if Server
    internal import Foundation
    internal import Logging
    internal import NICUCore

    /// One line an event on standard error: JSON, or words for a person at a terminal.
    ///
    /// Only members on the list below are written, and nothing that a library interpolates into its messages, so that no
    /// path, code, name or body of a request can reach the log.
    struct LogOutput: LogHandler {
        /// The members that may be written.
        private static let allowed: Set = [
            "method", "route", "status", "ms", "problem", "fault", "count", "hb.request.id", "sl-signal", "sl-service",
        ]
        /// Whose messages hold nothing but words of the program.
        private static let own = "NICUServer"

        var logLevel: Logger.Level
        var metadata: Logger.Metadata = [:]
        var metadataProvider: Logger.MetadataProvider?
        private let format: ServerSettings.LogFormat
        private let write: @Sendable (String) -> Void
        private let clock: @Sendable () -> Instant

        init(
            _ format: ServerSettings.LogFormat, level: ServerSettings.LogLevel,
            clock: @escaping @Sendable () -> Instant = { ServerDoor.now },
            write: @escaping @Sendable (String) -> Void = { Console.remark($0) }
        ) {
            self.format = format
            self.write = write
            self.clock = clock
            logLevel = Logger.Level(rawValue: level.rawValue) ?? .info
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let isOwn = event.source == LogOutput.own
            // What a library says in passing is nothing but its name here.
            guard isOwn || event.level >= .warning else { return }
            let message = isOwn ? event.message.description : "(\(event.source))"
            let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            let members = all.filter { LogOutput.allowed.contains($0.key) }.sorted { $0.key < $1.key }
            switch format {
            case .json:
                var line: [JSON.Member] = [
                    .init("at", .string(clock().text())), .init("level", .string(event.level.rawValue)),
                    .init("message", .string(message)),
                ]
                line += members.map { name, value in
                    let text = value.description
                    return .init(
                        name == "hb.request.id" ? "request" : name, Int64(text).map { .integer($0) } ?? .string(text))
                }
                write(JSON.object(line).text)
            case .text:
                let words = members.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
                write("\(clock().text()) \(event.level.rawValue) \(message)" + (words.isEmpty ? "" : " " + words))
            }
        }
    }
#endif
