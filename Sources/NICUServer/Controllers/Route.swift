#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport
    internal import NIOCore

    /// What a request carries through the house.
    struct WardContext: RequestContext {
        var coreContext: CoreRequestContextStorage
        init(source: Source) { coreContext = .init(source: source) }
        var maxUploadSize: Int { ServerSettings.maximumBody }
    }

    /// One parameter of a query.
    struct RouteParameter: Sendable {
        let name: String
        /// English, then Chinese.
        let summary: String
        /// Its schema.
        let schema: JSON

        static let asOf = RouteParameter(
            name: "as-of",
            summary: "Clinical moment of the answer, ISO 8601 (default: now, or the end of the stay) 临床时刻",
            schema: ["type": "string", "minLength": 1, "maxLength": 200, "examples": ["2024-11-20T10:00:00+08:00"]])
        static let knownAt = RouteParameter(
            name: "known-at", summary: "What had been recorded by then, ISO 8601 or #POSITION (default: now) 已知截止时刻",
            schema: [
                "type": "string", "minLength": 1, "maxLength": 200,
                "examples": ["2024-11-20T10:00:00+08:00", "#120"],
            ])
    }

    /// One route: what the router, the access check and the OpenAPI document all read.
    struct Route: Sendable {
        typealias Handler = @Sendable (Asking) async throws -> Response

        let method: HTTPRequest.Method
        /// The template, `/api/v1/infants/{code}/growth`; what metrics and logs name.
        let path: String
        /// The operation's id in the OpenAPI document.
        let id: String
        /// English, then Chinese.
        let summary: String
        /// What the caller must be allowed; nil for what tells nothing about anybody.
        let permission: Permission?
        var parameters: [RouteParameter] = []
        /// The schema of the body; nil for a route without one.
        var body: JSON?
        /// The media type of the answer and its schema.
        let answer: (type: String, schema: JSON)
        /// The problems beside those that every route has.
        var problems: [ServerProblem] = []
        let handler: Handler

        /// The names within braces.
        var pathParameters: [String] {
            path.split(separator: "/").compactMap { $0.hasPrefix("{") ? String($0.dropFirst().dropLast()) : nil }
        }

        /// Whether a path is one of this template.
        func matches(_ path: some StringProtocol) -> Bool {
            let (own, other) = (self.path.split(separator: "/"), path.split(separator: "/"))
            return own.count == other.count && zip(own, other).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
    }

    /// A request whose caller, parameters and place have been checked.
    struct Asking: Sendable {
        let request: Request
        let query: Query
        /// Who asks; nil only on routes without a permission.
        let caller: Caller?
        /// The values within the braces of the template.
        let path: [String: String]

        /// The infant's code: from the path and nowhere else.
        func code() throws(Problem) -> InfantCode {
            guard let text = path["code"], let code = InfantCode(text) else { throw Problem(.badCode) }
            return code
        }

        /// The body as JSON, an object with no members but these.
        func object(_ names: [String]) async throws -> JSON {
            let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
            guard type == "application/json" else { throw Problem(.unsupportedMediaType) }
            let buffer = try await request.body.collect(upTo: ServerSettings.maximumBody)
            let json: JSON
            do throws(JSON.Problem) {
                json = try JSON(bytes: Array(buffer.readableBytesView))
            } catch {
                throw Problem(.badBody)
            }
            guard case .object(let members) = json else { throw Problem(.badBody) }
            for member in members where !names.contains(member.name) {
                throw Problem(.unknownMember, word: String(member.name.prefix(64)))
            }
            return json
        }
    }

    extension Response {
        /// JSON as it is sent.
        static func json(_ body: ByteBuffer) -> Response {
            Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
        }
    }
#endif
