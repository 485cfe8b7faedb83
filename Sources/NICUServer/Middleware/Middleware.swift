#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import Logging
    internal import NICUCore
    internal import NICUExport
    internal import ServiceLifecycle
    internal import Synchronization

    /// Headers that every answer has.
    struct SecurityHeaders: RouterMiddleware {
        let isSecure: Bool

        func handle(
            _ request: Request, context: WardContext, next: @concurrent (Request, WardContext) async throws -> Response
        ) async throws -> Response {
            var response = try await next(request, context)
            response.headers[.cacheControl] = "no-store"
            response.headers[.xContentTypeOptions] = "nosniff"
            response.headers[.contentSecurityPolicy] =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            response.headers[HTTPField.Name.house.frameOptions] = "DENY"
            response.headers[HTTPField.Name.house.referrerPolicy] = "no-referrer"
            response.headers[HTTPField.Name.house.resourcePolicy] = "same-origin"
            if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
            return response
        }
    }

    extension HTTPField.Name {
        /// Names that the library does not have.
        enum house {
            static let frameOptions = HTTPField.Name("X-Frame-Options") ?? .xContentTypeOptions
            static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .xContentTypeOptions
            static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .xContentTypeOptions
            static let requestID = HTTPField.Name("X-Request-Id") ?? .xContentTypeOptions
        }
    }

    /// Makes a problem document of whatever was thrown.
    struct ProblemAnswers: RouterMiddleware {
        let routes: [Route]

        func handle(
            _ request: Request, context: WardContext, next: @concurrent (Request, WardContext) async throws -> Response
        ) async throws -> Response {
            do {
                return try await next(request, context)
            } catch {
                var problem = Problem(error)
                if problem.kind == .notFound {
                    let methods = routes.filter { $0.matches(request.uri.path) }.map(\.method.rawValue)
                    if !methods.isEmpty {
                        problem = Problem(.methodNotAllowed)
                        problem.headers[.allow] = Set(methods).sorted().joined(separator: ", ")
                    }
                }
                if problem.kind == .recordUnavailable || problem.kind == .internalError {
                    // The case of an error names what went wrong; its values may name files and are left out.
                    context.logger.error(
                        "a request failed",
                        metadata: ["problem": "\(problem.kind.rawValue)", "fault": "\(Self.fault(error))"])
                }
                return problem.response
            }
        }

        private static func fault(_ error: any Error) -> String {
            let kind = String(describing: type(of: error))
            guard let problem = error as? RecordProblem else { return kind }
            return kind + "." + String(describing: problem).prefix { $0.isLetter }
        }
    }

    /// Lets nothing new in once the service stops; what is inside is finished.
    final class Gate: RouterMiddleware, Service {
        typealias Context = WardContext
        private let isClosed = Atomic<Bool>(false)

        /// Whether the service stops.
        var isStopping: Bool { isClosed.load(ordering: .acquiring) }

        func run() async throws {
            try? await gracefulShutdown()
            close()
        }

        /// Refuses whatever comes from now on.
        func close() { isClosed.store(true, ordering: .releasing) }

        func handle(
            _ request: Request, context: WardContext, next: @concurrent (Request, WardContext) async throws -> Response
        ) async throws -> Response {
            guard !isStopping else { throw Problem(.stopping) }
            return try await next(request, context)
        }
    }
#endif
