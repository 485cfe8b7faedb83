#if Server
    internal import Crypto
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import HummingbirdTLS
    internal import Logging
    internal import NICUCore
    internal import NICUExport
    internal import NIOCore
    internal import NIOSSL

    /// Everything that requests meet, put together from its parts.
    struct House: Sendable {
        let settings: ServerSettings
        let ward: Ward
        let access: any Access
        let metrics: PrometheusRegistry
        /// Closed when the service stops.
        let gate = Gate()
        /// Gives up what takes too long.
        let deadlines = Deadlines()

        /// Every route there is.
        var routes: [Route] {
            let documented =
                InfantController(ward: ward).routes + WardController(ward: ward).routes
                + ScoreController(ward: ward).routes
            let open = HealthController(ward: ward, gate: gate, metrics: metrics, deadlines: deadlines).routes
            return open + documented + [OpenAPI.route(documented + open)]
        }

        /// The router: all routes behind the same few doors.
        func router() -> Router<WardContext> {
            let routes = routes
            let router = Router(context: WardContext.self)
            router.add(middleware: SecurityHeaders(isSecure: settings.tls != .none))
            router.add(middleware: RequestRecord(metrics: metrics))
            router.add(middleware: ProblemAnswers(routes: routes))
            router.add(middleware: gate)
            for route in routes {
                router.on(RouterPath(route.path), method: route.method) { request, context in
                    try await answer(route, request, context)
                }
            }
            return router
        }

        /// Checks the caller and the parameters of a request and lets its route answer within the time allowed.
        private func answer(_ route: Route, _ request: Request, _ context: WardContext) async throws -> Response {
            var caller: Caller?
            if let permission = route.permission {
                let known = try await access.caller(of: request)
                try permission.check(known)
                caller = known
            }
            var path: [String: String] = [:]
            for name in route.pathParameters { path[name] = context.parameters.get(name) }
            let asking = Asking(
                request: request, query: try Query(request, allowing: route.parameters.map(\.name)), caller: caller,
                path: path)
            return try await deadlines.run(for: .seconds(settings.requestSeconds)) { try await route.handler(asking) }
        }

        /// The application, not yet running; `listening` is told the address once.
        func application(logger: Logger, listening: @escaping @Sendable (String) -> Void) throws
            -> some ApplicationProtocol
        {
            ward.notes.report(to: logger)
            let scheme = settings.tls == .none ? "http" : "https"
            let host = settings.address.contains(":") ? "[\(settings.address)]" : settings.address
            return Application(
                router: router(), server: try server(),
                configuration: ApplicationConfiguration(
                    address: .hostname(settings.address, port: settings.port),
                    availableConnectionsDelegate: MaximumAvailableConnections(settings.connections, logger: logger)),
                onServerRunning: { channel in
                    listening("\(scheme)://\(host):\(channel.localAddress?.port ?? 0)")
                }, logger: logger)
        }

        private func server() throws -> HTTPServerBuilder {
            let plain = HTTPServerBuilder.http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [HeaderDeadline(.seconds(ServerSettings.headerSeconds))],
                    idleTimeout: .seconds(ServerSettings.idleSeconds),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: ServerSettings.maximumHeader,
                        maxHeaderListSize: ServerSettings.maximumHeader,
                        maxHeaderFieldCount: ServerSettings.maximumFields)))
            switch settings.tls {
            case .none: return plain
            case .generated:
                let files = try LocalCertificate.files(settings)
                return try .tls(plain, tlsConfiguration: LocalCertificate.configuration(files.certificate, files.key))
            case .files(let certificate, let key):
                return try .tls(plain, tlsConfiguration: LocalCertificate.configuration(certificate, key))
            }
        }
    }
#endif
