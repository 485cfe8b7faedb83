#if Server
    internal import NICUAssets
    internal import NICUCore

    /// The settings of a configuration file in YAML; a key that nobody knows is refused with its line.
    struct ServerFile: Decodable, Sendable {
        enum Key: String, CodingKey, CaseIterable {
            case record, keys, address, port, tls, connections, readers
            case insecureNetwork = "insecure-network"
            case logLevel = "log-level"
            case logFormat = "log-format"
            case requestSeconds = "request-seconds"
            case stopSeconds = "stop-seconds"
        }

        /// `tls: generate`, or the two files.
        struct TLS: Decodable, Sendable {
            enum Key: String, CodingKey, CaseIterable { case certificate, key }
            let value: ServerSettings.TLS

            init(from decoder: any Decoder) throws {
                if let word = try? decoder.singleValueContainer().decode(String.self) {
                    guard word == "generate" else {
                        throw StrictYAML.problem("'\(word)' is not generate", at: decoder.codingPath)
                    }
                    value = .generated
                    return
                }
                let values = try StrictYAML.container(of: decoder, keys: Key.self)
                value = .files(
                    certificate: try values.decode(String.self, forKey: .certificate),
                    key: try values.decode(String.self, forKey: .key))
            }
        }

        private let apply: @Sendable (inout ServerSettings) -> Void

        /// Reads the text of a file.
        static func read(_ text: String, path: String) throws(AssetProblem) -> ServerFile {
            try StrictYAML.decode(ServerFile.self, from: text, path: path)
        }

        init(from decoder: any Decoder) throws {
            let values = try StrictYAML.container(of: decoder, keys: Key.self)
            func text(_ key: Key) throws -> String? { try values.decodeIfPresent(String.self, forKey: key) }
            func number(_ key: Key, _ range: ClosedRange<Int>) throws -> Int? {
                guard let number = try values.decodeIfPresent(Int.self, forKey: key) else { return nil }
                guard range.contains(number) else {
                    throw StrictYAML.problem(
                        "\(number) is not between \(range.lowerBound) and \(range.upperBound)",
                        at: decoder.codingPath + [key])
                }
                return number
            }
            let (record, keys, address) = (try text(.record), try text(.keys), try text(.address))
            let port = try number(.port, ServerLimits.port)
            let connections = try number(.connections, ServerLimits.connections)
            let readers = try number(.readers, ServerLimits.readers)
            let request = try number(.requestSeconds, ServerLimits.seconds)
            let stop = try number(.stopSeconds, ServerLimits.seconds)
            let tls = try values.decodeIfPresent(TLS.self, forKey: .tls)
            let insecure = try values.decodeIfPresent(Bool.self, forKey: .insecureNetwork)
            let level: ServerSettings.LogLevel? =
                values.contains(.logLevel) ? try StrictYAML.word(values, .logLevel) : nil
            let format: ServerSettings.LogFormat? =
                values.contains(.logFormat) ? try StrictYAML.word(values, .logFormat) : nil
            apply = { settings in
                if let record { settings.record = record }
                if let keys { settings.keys = keys }
                if let address { settings.address = address }
                if let port { settings.port = port }
                if let connections { settings.connections = connections }
                if let readers { settings.readers = readers }
                if let request { settings.requestSeconds = request }
                if let stop { settings.stopSeconds = stop }
                if let tls { settings.tls = tls.value }
                if let insecure { settings.insecureNetwork = insecure }
                if let level { settings.logLevel = level }
                if let format { settings.logFormat = format }
            }
        }

        /// Lays the file over settings.
        func apply(to settings: inout ServerSettings) { apply(&settings) }
    }

    /// What numbers of the settings may be.
    enum ServerLimits {
        static let port = 0...65_535
        static let connections = 1...100_000
        static let readers = 1...64
        static let seconds = 1...3600
    }
#endif
