#if Server
    import Foundation
    import HTTPTypes
    import HummingbirdTesting
    import NICUCore
    import NIOCore
    import NIOSSL
    import Testing

    @testable import NICUServer

    @Suite("The programs, end to end", .serialized)
    struct EndToEndTests {
        private func client<T: Sendable>(
            _ server: RunningServer, _ tls: TLSConfiguration? = nil,
            _ body: @escaping @Sendable (TestClient) async throws -> T
        ) async throws -> T {
            try await TestClient.withClient(
                host: "127.0.0.1", port: server.port,
                configuration: .init(tlsConfiguration: tls, serverName: tls == nil ? nil : "localhost"), operation: body
            )
        }

        @Test("Answers are byte for byte what the command line prints, on every route that has a command")
        func sameAsTheCommandLine() async throws {
            let programs = try Programs()
            let token = try programs.prepared()
            let moments = (
                "as-of=2024-08-21T06:00:00+08:00&known-at=%234",
                "--as-of 2024-08-21T06:00:00+08:00 --known-at #4 --json"
            )
            let commands = [
                ("infants/an-an/growth", "growth an-an"), ("infants/an-an/ready", "ready an-an"),
                ("infants/an-an/due", "due an-an"), ("infants/an-an/timeline", "timeline an-an"), ("board", "board"),
                ("infants", "list"), ("due", "due"),
            ]
            let known = try programs.run("nicu", "timeline an-an --json").out
            let last = try #require(
                try JSON(text: known.trimmingCharacters(in: .newlines))["head"]?.string?.split(separator: ":").first)
            let server = try await programs.start("--port 0")
            defer { _ = server.stop() }
            for (path, command) in commands {
                let query = moments.0.replacing("%234", with: "%23\(last)")
                let printed = try programs.run("nicu", command + " " + moments.1.replacing("#4", with: "#\(last)"))
                #expect(printed.status == 0, "\(command): \(printed.err)")
                let answer = try await client(server) {
                    try await $0.get("/api/v1/\(path)?\(query)", headers: [.authorization: "Bearer \(token)"])
                }
                let body = String(buffer: try #require(answer.body))
                #expect(body + "\n" == printed.out, "\(path)")
            }
        }

        @Test("It says where it listens, takes any free port, stops on SIGTERM with exit 0 and has noted every look")
        func startAndStop() async throws {
            let programs = try Programs()
            let token = try programs.prepared()
            let server = try await programs.start("--port 0")
            #expect(server.url.hasPrefix("http://127.0.0.1:") && server.port > 0)
            let status = try await client(server) {
                try await $0.get("/api/v1/infants/an-an/growth", headers: [.authorization: "Bearer \(token)"]).status
            }
            #expect(status == .ok)
            let start = ContinuousClock.now
            #expect(server.stop() == 0)
            #expect(ContinuousClock.now - start < .seconds(15))
            let notes = try String(contentsOfFile: programs.folder + "/nicu.db.access", encoding: .utf8)
            #expect(notes.split(separator: "\n").last?.contains("\"verb\":\"growth\"") == true)
            #expect(try !server.log.contains("an-an"))
        }

        @Test("A request that was under way at SIGTERM is answered; a new connection is not taken")
        func underWay() async throws {
            let programs = try Programs()
            let token = try programs.prepared()
            let server = try await programs.start("--port 0")
            let connection = try RawConnection(port: server.port)
            let body = "{\"rows\":[]}"
            connection.write(
                "POST /api/v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\nExpect: 100-continue\r\n\r\n{"
            )
            // The request has reached its route once two are under way, the other being the one that asks.
            var isUnderWay = false
            for _ in 0..<400 where !isUnderWay {
                let metrics = try await client(server) { try await $0.get("/metrics").body }
                isUnderWay = String(buffer: try #require(metrics)).contains("nicu_http_requests_under_way 2\n")
                if !isUnderWay { try await Task.sleep(for: .milliseconds(25)) }
            }
            #expect(isUnderWay)
            server.process.terminate()
            try await Task.sleep(for: .milliseconds(300))
            #expect(server.process.isRunning)
            #expect(throws: RawConnection.Refused.self) { _ = try RawConnection(port: server.port) }
            connection.write(String(body.dropFirst()))
            let answer = connection.read(until: "rows")
            #expect(answer.contains("200 OK") && answer.hasSuffix("{\"rows\":[]}"), "\(answer)")
            #expect(server.stop() == 0)
        }

        @Test("TLS with a certificate made here: encrypted, the same after a restart, the key for its owner alone")
        func generatedTLS() async throws {
            let programs = try Programs()
            let token = try programs.prepared()
            let server = try await programs.start("--port 0 --tls generate --address 127.0.0.1")
            #expect(server.url.hasPrefix("https://"))
            let file = programs.folder + "/nicu.db.keys/tls-certificate.pem"
            let before = try String(contentsOfFile: file, encoding: .utf8)
            let attributes = try FileManager.default.attributesOfItem(
                atPath: programs.folder + "/nicu.db.keys/tls-key.pem")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(file))
            let answer = try await client(server, tls) {
                try await $0.get("/api/v1/board", headers: [.authorization: "Bearer \(token)"])
            }
            #expect(answer.status == .ok && answer.headers[.strictTransportSecurity] != nil)
            #expect(server.stop() == 0)
            let again = try await programs.start("--port 0 --tls generate")
            #expect(again.stop() == 0)
            #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        }

        @Test("Another address without TLS is refused with one sentence and exit 64; a record that is not there with 1")
        func foreignAddress() async throws {
            let programs = try Programs()
            _ = try programs.prepared()
            let refused = try programs.run("nicu-server", "--port 0 --address 0.0.0.0")
            #expect(refused.status == 64 && refused.out.isEmpty)
            #expect(refused.err.contains("--insecure-network") && refused.err.split(separator: "\n").count == 1)
            let unknown = try programs.run("nicu-server", "--port 0 --prot 1")
            #expect(unknown.status == 64 && unknown.err.hasPrefix("nicu-server: "))
            var elsewhere = programs
            elsewhere.environment["NICU_DB"] = programs.folder + "/none.db"
            let missing = try elsewhere.run("nicu-server", "--port 0")
            #expect(missing.status == 1 && missing.err.contains("none.db"))
        }

        @Test("A port that is taken is said in one sentence")
        func takenPort() async throws {
            let programs = try Programs()
            _ = try programs.prepared()
            let server = try await programs.start("--port 0")
            defer { _ = server.stop() }
            let second = try programs.run("nicu-server", "--port \(server.port) --log-level critical")
            #expect(second.status == 1 && second.out.isEmpty)
            #expect(second.err == "nicu-server: cannot listen on 127.0.0.1 port \(server.port)\n")
        }

        @Test("A header beyond its limit ends the request, and the next connection is served")
        func longHeader() async throws {
            let programs = try Programs()
            _ = try programs.prepared()
            let server = try await programs.start("--port 0")
            defer { _ = server.stop() }
            let connection = try RawConnection(port: server.port)
            connection.write(
                "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: \(String(repeating: "a", count: 9000))\r\n\r\n")
            let answer = connection.read()
            #expect(!answer.contains("200 OK"), "\(answer.prefix(200))")
            let status = try await client(server) { try await $0.get("/health/live").status }
            #expect(status == .ok)
        }

        @Test("H35: a body that does not arrive in time is given up, and others are served meanwhile")
        func slowBody() async throws {
            var programs = try Programs()
            let token = try programs.prepared()
            programs.environment["NICU_SERVER_REQUEST_SECONDS"] = "1"
            let server = try await programs.start("--port 0")
            defer { _ = server.stop() }
            let connection = try RawConnection(port: server.port)
            connection.write(
                "POST /api/v1/score HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
            let status = try await client(server) { try await $0.get("/health/live").status }
            #expect(status == .ok)
            let start = ContinuousClock.now
            let answer = connection.read(until: "timeout")
            #expect(answer.contains("503") && answer.contains("urn:nicu:problem:timeout"), "\(answer)")
            #expect(ContinuousClock.now - start < .seconds(10))
        }

        @Test("nicu serve runs nicu-server from beside itself, with its options")
        func nicuServe() async throws {
            let programs = try Programs()
            _ = try programs.prepared()
            let server = try await programs.start("serve --port 0", by: "nicu")
            let status = try await client(server) { try await $0.get("/health/ready").status }
            #expect(status == .ok)
            #expect(server.stop() == 0)
        }
    }
#endif
