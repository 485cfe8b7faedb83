#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore
    internal import NIOCore

    /// Whether the service lives, whether it can answer, and how much it has answered: nothing about anybody.
    struct HealthController: Sendable {
        let ward: Ward
        let gate: Gate
        let metrics: PrometheusRegistry
        let deadlines: Deadlines

        var routes: [Route] {
            [
                Route(
                    method: .get, path: "/health/live", id: "live", summary: "Whether the process answers 是否存活",
                    permission: nil, answer: ("application/json", Schemas.status)
                ) { _ in .json(ByteBuffer(string: JSON.object([.init("status", "live")]).text)) },
                Route(
                    method: .get, path: "/health/ready", id: "ready",
                    summary: "Whether the record opens, has the right schema and is not behind its anchor 是否可用",
                    permission: nil, answer: ("application/json", Schemas.status), problems: [.recordUnavailable]
                ) { _ in
                    let health = try await ward.health()
                    guard health.hasSchema, health.isSigned else { throw Problem(.recordUnavailable) }
                    return .json(ByteBuffer(string: JSON.object([.init("status", "ready")]).text))
                },
                Route(
                    method: .get, path: "/metrics", id: "metrics",
                    summary: "Counts and latencies by route in Prometheus' text form 运行指标",
                    permission: nil, answer: ("text/plain", ["type": "string"])
                ) { _ in
                    // This request is one of those under way.
                    let underWay =
                        "# TYPE nicu_http_requests_under_way gauge\nnicu_http_requests_under_way \(deadlines.count)\n"
                    return Response(
                        status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                        body: ResponseBody(byteBuffer: ByteBuffer(string: metrics.text + underWay)))
                },
            ]
        }
    }
#endif
