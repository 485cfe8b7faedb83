#if Server
    internal import NICUCore

    /// What the server runs with, after options, environment and file were laid over each other.
    struct ServerSettings: Sendable {
        /// Which certificate stands before the record.
        enum TLS: Sendable, Hashable {
            case none
            /// One that was made here and vouches for nobody, kept beside the keys.
            case generated
            /// Files in PEM form.
            case files(certificate: String, key: String)
        }

        /// How the log is written.
        enum LogFormat: String, Sendable, CaseIterable { case json, text }
        /// From which weight on the log is written.
        enum LogLevel: String, Sendable, CaseIterable { case trace, debug, info, notice, warning, error, critical }

        /// The record file.
        var record = ""
        /// The folder of its keys; nil for the usual place.
        var keys: String?
        /// The address listened on.
        var address = "127.0.0.1"
        /// The port; 0 is any free one.
        var port = 8470
        var tls = TLS.none
        /// Plain HTTP beyond this machine, since something else protects the network.
        var insecureNetwork = false
        var logLevel = LogLevel.info
        var logFormat = LogFormat.json
        /// Connections to the record that answer reads, each with a thread of its own.
        var readers = 2
        /// Connections of clients at a time.
        var connections = 1024
        /// Seconds until a request that is not answered is given up.
        var requestSeconds = 30
        /// Seconds that a stop waits for requests at hand.
        var stopSeconds = 10

        /// The largest body in bytes.
        static let maximumBody = 1 << 20
        /// The largest header in bytes, all fields together.
        static let maximumHeader = 8 << 10
        /// The most fields of a header.
        static let maximumFields = 64
        /// Seconds until a connection on which nothing arrives is closed.
        static let idleSeconds: Int64 = 30
        /// Seconds until the header of the next request must be whole.
        static let headerSeconds: Int64 = 30

        /// Whether nobody beyond this machine can reach the address.
        var isLoopback: Bool {
            if address == "localhost" || address == "::1" { return true }
            let parts = address.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
        }
    }
#endif
