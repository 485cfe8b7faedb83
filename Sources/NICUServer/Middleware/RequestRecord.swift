#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import Logging
    internal import Metrics
    internal import NICUCore
    internal import NICUExport

    /// Counts and logs every request by the template of its route: never by its path, which may name an infant.
    struct RequestRecord: RouterMiddleware {
        let metrics: PrometheusRegistry

        func handle(
            _ request: Request, context: WardContext, next: @concurrent (Request, WardContext) async throws -> Response
        ) async throws -> Response {
            let start = ContinuousClock.now
            var response = try await next(request, context)
            let elapsed = ContinuousClock.now - start
            let route = context.endpointPath ?? "NotFound"
            let method = RequestRecord.known.contains(request.method) ? request.method.rawValue : "other"
            let status = response.status.code
            let labels = [("method", method), ("route", route), ("status", "\(status)")]
            Counter(label: "nicu_http_requests_total", dimensions: labels, factory: metrics).increment()
            Timer(
                label: "nicu_http_request_duration_seconds", dimensions: [("method", method), ("route", route)],
                factory: metrics
            ).recordNanoseconds(RequestRecord.nanoseconds(elapsed))
            response.headers[HTTPField.Name.house.requestID] = context.id
            context.logger.info(
                "request",
                metadata: [
                    "method": "\(method)", "route": "\(route)", "status": "\(status)",
                    "ms": "\(RequestRecord.nanoseconds(elapsed) / 1_000_000)",
                ])
            return response
        }

        private static let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

        private static func nanoseconds(_ duration: Duration) -> Int64 {
            duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
        }
    }
#endif
