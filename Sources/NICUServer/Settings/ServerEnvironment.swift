#if Server
    internal import NICUExport

    /// The settings of the environment: `NICU_DB`, `NICU_KEYS` and `NICU_SERVER_…`; a variable that nobody knows is refused.
    struct ServerEnvironment {
        private static let prefix = "NICU_SERVER_"
        /// Variables that are read elsewhere.
        private static let others: Set = ["NICU_SERVER_CONFIG"]

        let variables: [String: String]
        let wording: Wording

        func apply(to settings: inout ServerSettings) throws {
            if let record = text("NICU_DB") { settings.record = record }
            if let keys = text("NICU_KEYS") { settings.keys = keys }
            let (certificate, key) = (text("NICU_SERVER_TLS_CERTIFICATE"), text("NICU_SERVER_TLS_KEY"))
            settings.tls =
                try ServerSettings.TLS.chosen(
                    word: text("NICU_SERVER_TLS"), certificate: certificate, key: key, wording) ?? settings.tls
            for name in variables.keys.sorted() where name.hasPrefix(ServerEnvironment.prefix) {
                guard let value = text(name) else { continue }
                switch name.dropFirst(ServerEnvironment.prefix.count) {
                case "ADDRESS": settings.address = value
                case "PORT": settings.port = try number(name, value, ServerLimits.port)
                case "CONNECTIONS": settings.connections = try number(name, value, ServerLimits.connections)
                case "READERS": settings.readers = try number(name, value, ServerLimits.readers)
                case "REQUEST_SECONDS": settings.requestSeconds = try number(name, value, ServerLimits.seconds)
                case "STOP_SECONDS": settings.stopSeconds = try number(name, value, ServerLimits.seconds)
                case "LOG_LEVEL": settings.logLevel = try word(name, value)
                case "LOG_FORMAT": settings.logFormat = try word(name, value)
                case "INSECURE_NETWORK":
                    guard ["0", "1"].contains(value) else {
                        throw ServerFailure.unreadable(wording.notOneOf(name, value, ["0", "1"]))
                    }
                    settings.insecureNetwork = value == "1"
                case "TLS", "TLS_CERTIFICATE", "TLS_KEY": break
                default:
                    guard ServerEnvironment.others.contains(name) else {
                        throw ServerFailure.unreadable(wording.unknownVariable(name))
                    }
                }
            }
        }

        private func text(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }

        private func number(_ name: String, _ value: String, _ range: ClosedRange<Int>) throws -> Int {
            guard let number = Int(value), range.contains(number) else {
                throw ServerFailure.unreadable(wording.notInRange(name, value, range))
            }
            return number
        }

        private func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String, _ value: String) throws -> Word
        {
            guard let word = Word(rawValue: value) else {
                throw ServerFailure.unreadable(wording.notOneOf(name, value, Word.allCases.map(\.rawValue)))
            }
            return word
        }
    }

    extension ServerSettings.TLS {
        /// What a word and two files say together; nil where none was given.
        static func chosen(word: String?, certificate: String?, key: String?, _ wording: Wording) throws
            -> ServerSettings.TLS?
        {
            if let word {
                guard word == "generate" else {
                    throw ServerFailure.unreadable(wording.notOneOf("tls", word, ["generate"]))
                }
                guard certificate == nil, key == nil else { throw ServerFailure.unreadable(wording.tlsTwice()) }
                return .generated
            }
            switch (certificate, key) {
            case (nil, nil): return nil
            case (let certificate?, let key?): return .files(certificate: certificate, key: key)
            default: throw ServerFailure.unreadable(wording.tlsHalf())
            }
        }
    }
#endif
