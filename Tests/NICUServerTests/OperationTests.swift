#if Server
    import Foundation
    import HTTPTypes
    import HummingbirdTesting
    import NICUCore
    import NICUExport
    import NICUStore
    import Testing

    @testable import NICUServer

    @Suite("Running the service")
    struct OperationTests {
        @Test("H25: neither the log nor the metrics hold a code, a path, a query, a token or a body")
        func nothingPersonal() async throws {
            let served = try Served()
            let token = try served.token()
            try await served.test { client in
                _ = try await client.ask("/api/v1/infants/an-an/growth?as-of=planted-one", token)
                _ = try await client.ask("/api/v1/infants/planted-two/growth", token)
                _ = try await client.ask("/planted-three/an-an", token)
                _ = try await client.ask("/api/v1/score", token, method: .post, body: "{\"planted-four\":1}")
                _ = try await client.ask("/api/v1/infants/an-an/growth", token, method: .init("PLANTEDFIVE") ?? .put)
                _ = try await client.ask("/api/v1/infants/an-an/due", "planted-six")
                let metrics = try await client.ask("/metrics").text
                #expect(metrics.contains("route=\"/api/v1/infants/{code}/growth\",status=\"400\"} 1"), "\(metrics)")
                #expect(metrics.contains("route=\"/api/v1/infants/{code}/growth\",status=\"404\"} 1"))
                #expect(metrics.contains("nicu_http_request_duration_seconds_bucket"))
                let log = served.log.all.joined(separator: "\n")
                #expect(served.log.all.count >= 7 && log.contains("/api/v1/infants/{code}/growth"))
                for text in [metrics, log] {
                    #expect(!text.lowercased().contains("planted") && !text.contains("an-an") && !text.contains(token))
                }
                for line in served.log.all { #expect(throws: Never.self) { try JSON(text: line) } }
            }
        }

        @Test("A service that stops refuses what comes with 503 and says when to try again")
        func stopping() async throws {
            let served = try Served()
            let token = try served.token()
            try await served.test { client in
                #expect(try await client.ask("/health/ready").status == .ok)
                served.house.gate.close()
                for uri in ["/health/ready", "/api/v1/board"] {
                    let answer = try await client.ask(uri, token)
                    #expect(answer.problem == "stopping" && answer.status == .serviceUnavailable)
                    #expect(answer.headers[.retryAfter] == "1")
                }
            }
        }

        @Test("The service is not ready while the witness cannot be written, and is again afterwards")
        func readiness() async throws {
            let served = try Served()
            let anchor = served.settings.location.anchor
            try await served.test { client in
                #expect(try await client.ask("/health/ready").status == .ok)
                try FileManager.default.moveItem(atPath: anchor, toPath: anchor + ".aside")
                try FileManager.default.createDirectory(atPath: anchor, withIntermediateDirectories: false)
                #expect(try await client.ask("/health/ready").problem == "record-unavailable")
                #expect(try await client.ask("/health/live").status == .ok)
                try FileManager.default.removeItem(atPath: anchor)
                try FileManager.default.moveItem(atPath: anchor + ".aside", toPath: anchor)
                #expect(try await client.ask("/health/ready").status == .ok)
            }
        }

        @Test("An answer that takes longer than allowed is given up with 503")
        func deadline() async throws {
            let deadlines = Deadlines()
            #expect(try await deadlines.run(for: .seconds(60)) { 7 } == 7)
            let late = Task { try await deadlines.run(for: .seconds(60)) { try await Task.sleep(for: .seconds(600)) } }
            let early = Task {
                try await deadlines.run(for: .seconds(3600)) {
                    try await Task.sleep(for: .milliseconds(500))
                    return "done"
                }
            }
            while deadlines.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
            deadlines.look(at: .now + .seconds(59))
            #expect(deadlines.count == 2)
            deadlines.look(at: .now + .seconds(61))
            await #expect(throws: CancellationError.self) { try await late.value }
            #expect(try await early.value == "done")
            #expect(deadlines.count == 0)
            #expect(NICUServer.Problem(CancellationError()).kind == .timeout)
        }
    }
#endif
