#if Server
    import Foundation
    import HTTPTypes
    import Hummingbird
    import HummingbirdTesting
    import Logging
    import NICUCore
    import NICUStore
    import Synchronization
    import Testing

    @testable import NICUServer

    /// A record of one infant with the house that serves it, in a folder of its own; the clock stands still.
    struct Served {
        static let now = Instant(seconds: 1_732_000_000)
        static let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)
        static let login = "li.min"

        let folder: String
        let settings: ServerSettings
        let store: Store
        let house: House
        let log = LogLines()

        init(readers: Int = 2) throws {
            folder = NSTemporaryDirectory() + "nicu-served-" + UUID().uuidString
            var settings = ServerSettings()
            settings.record = folder + "/record.db"
            settings.readers = readers
            self.settings = settings
            store = try Store.create(
                settings.location,
                settings: UnitSettings(
                    unit: "Test", timezone: "Asia/Shanghai", careDay: ClockTime(secondOfDay: 25_200),
                    shifts: [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }, rules: "cn-2017"),
                clinician: Served.login, author: Served.author, zone: { _ in Served.zone })
            let ward = try Ward(settings, clock: { Served.now }, zone: { _ in Served.zone })
            house = House(
                settings: settings, ward: ward, access: try TokenAccess(file: settings.tokenFile, ward: ward),
                metrics: PrometheusRegistry())
            try admit("an-an")
        }

        static var author: Author { Author(by: login, source: "test", now: now) }

        static func moment(_ text: String) throws -> Moment { try Moment(iso: text, zone: zone) }

        func admit(_ code: String) throws {
            let birth = try Served.moment("2024-08-19T06:00")
            let drafts: [Draft] = [
                Draft(Birth(code: code, sex: .female), at: birth),
                Draft(Dating(gestationalAge: GestationalAge(days: 189), method: .earlyUltrasound), at: birth),
                Draft(Measurement(quantity: .weight, value: 800, role: .birth), at: birth),
                Draft(Admission(from: .birth, bed: "12"), at: birth),
            ]
            let infant = try #require(InfantCode(code))
            _ = try store.admit(infant, drafts, siblings: [], author: Served.author, key: nil)
        }

        func weigh(_ grams: Int, at: String) throws {
            let draft = Draft(Measurement(quantity: .weight, value: grams), at: try Served.moment(at))
            _ = try store.record([draft], of: "an-an", author: Served.author, key: nil)
        }

        /// Makes a token and answers its secret.
        func token(
            _ scopes: Set<Scope> = Set(Scope.allCases), login: String = Served.login, days: Int = 1,
            made: Instant = Served.now
        ) throws -> String {
            let (token, secret) = Token.make(name: "test", login: login, scopes: scopes, now: made, days: days)
            try TokenFile(path: settings.tokenFile).change { $0.append(token) }
            return secret
        }

        var logger: Logger {
            let log = log
            return Logger(label: "test") { _ in
                LogOutput(.json, level: .trace, clock: { Served.now }, write: { log.add($0) })
            }
        }

        /// Lets a client speak to the router.
        func test(_ body: @Sendable @escaping (any TestClientProtocol) async throws -> Void) async throws {
            let application = try house.application(logger: logger) { _ in }
            try await application.test(.router, body)
            try await house.ward.stop()
        }
    }

    /// What was logged.
    final class LogLines: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    extension TestClientProtocol {
        /// One request with a token, its status and its body.
        func ask(
            _ uri: String, _ token: String? = nil, method: HTTPRequest.Method = .get, body: String? = nil,
            type: String = "application/json"
        ) async throws -> TestResponse {
            var headers = HTTPFields()
            if let token { headers[.authorization] = "Bearer \(token)" }
            if body != nil { headers[.contentType] = type }
            return try await execute(
                uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        }
    }

    extension TestResponse {
        var text: String { String(buffer: body) }
        /// The body; figures cut to the digits that the record's own reader takes.
        var json: JSON { get throws { try JSON(text: text.replacing(/(\.\d{9})\d+/) { $0.1 }) } }
        /// The end of the problem's type.
        var problem: String? {
            (try? json)?["type"]?.string.map { String($0.dropFirst("urn:nicu:problem:".count)) }
        }
    }
#endif
