#if Server
    import Foundation
    import HTTPTypes
    import HummingbirdTesting
    import NICUCore
    import NICUStore
    import Testing

    @testable import NICUServer

    @Suite("What the routes answer")
    struct RouteTests {
        @Test("Every refusal is a problem document with a stable type and titles in both languages")
        func refusals() async throws {
            let served = try Served()
            let token = try served.token()
            let growth = "/api/v1/infants/an-an/growth"
            let cases: [(uri: String, status: Int, problem: String)] = [
                ("/api/v1/nothing", 404, "not-found"), ("/", 404, "not-found"),
                ("/api/v1/infants/no-such/growth", 404, "unknown-infant"),
                ("/api/v1/infants/AN-AN/growth", 400, "bad-code"),
                ("/api/v1/infants/an-an%2F..%2Fx/growth", 400, "bad-code"),
                ("/api/v1/infants/an%252dan/growth", 400, "bad-code"),
                (growth + "?infant=le-le", 400, "unknown-parameter"), (growth + "?asof=now", 400, "unknown-parameter"),
                (growth + "?as-of=2024-08-20T06:00&as-of=2024-08-21T06:00", 400, "bad-parameter"),
                (growth + "?as-of=", 400, "bad-parameter"), (growth + "?as-of=%FF", 400, "bad-parameter"),
                (growth + "?as-of=%2", 400, "bad-parameter"), (growth + "?as-of=31%20February", 400, "bad-parameter"),
                (growth + "?as-of=2031-01-01T00:00", 422, "moment-ahead"),
                (growth + "?known-at=%23x", 400, "bad-parameter"),
                (growth + "?known-at=%2399999", 422, "position-ahead"),
                (growth + "?reference=nobody", 422, "unknown-name"), (growth + "?assume-sex=x", 400, "bad-parameter"),
                ("/api/v1/infants/an-an/ready?rules=nobody", 422, "unknown-name"),
                ("/api/v1/due?within-hours=-1", 400, "bad-parameter"), ("/api/v1/due?all=1", 400, "bad-parameter"),
            ]
            try await served.test { client in
                for (uri, status, problem) in cases {
                    let answer = try await client.ask(uri, token)
                    #expect(answer.status.code == status, "\(uri): \(answer.status) \(answer.text.prefix(200))")
                    #expect(answer.problem == problem, "\(uri)")
                    #expect(answer.headers[.contentType] == "application/problem+json")
                    let json = try answer.json
                    #expect(json["status"]?.integer == Int64(status))
                    #expect(json["title"]?.string?.isEmpty == false && json["titleZh"]?.string?.isEmpty == false)
                }
                let method = try await client.ask(growth, token, method: .delete)
                #expect(method.problem == "method-not-allowed" && method.headers[.allow] == "GET")
            }
        }

        @Test("H35: bodies too large, too deep, of another type or with members nobody knows are refused")
        func bodies() async throws {
            let served = try Served()
            let token = try served.token()
            let row =
                #"{"reference":"fenton-2013","sex":"female","measure":"weight","ageDays":210,"value":1200,"unit":"g"}"#
            let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
            let cases: [(body: String, status: Int, problem: String)] = [
                ("", 400, "bad-body"), ("[]", 400, "bad-body"), ("{\"rows\":1}", 400, "bad-member"),
                ("{\"rows\":[\(row)],\"infant\":\"an-an\"}", 400, "unknown-member"),
                ("{\"rows\":[\(row.dropLast()),\"code\":\"an-an\"}]}", 400, "unknown-member"),
                ("{\"rows\":[{}]}", 400, "bad-member"), ("{\"rows\":[\(row)],\"rows\":[]}", 400, "bad-body"),
                ("{\"rows\":" + deep + "}", 400, "bad-body"),
                (#"{"rows":["# + String(repeating: " ", count: 1 << 20) + "]}", 413, "too-large"),
                ("{\"rows\":[\(row.replacing("1200", with: "1e3"))]}", 400, "bad-body"),
            ]
            try await served.test { client in
                for (body, status, problem) in cases {
                    let answer = try await client.ask("/api/v1/score", token, method: .post, body: body)
                    #expect(answer.status.code == status, "\(body.prefix(80)): \(answer.text.prefix(200))")
                    #expect(answer.problem == problem, "\(body.prefix(80))")
                }
                let form = try await client.ask(
                    "/api/v1/score", token, method: .post, body: "rows=1", type: "application/x-www-form-urlencoded")
                #expect(form.problem == "unsupported-media-type")
            }
        }

        @Test("Scores are those of the table reader, digit for digit, and a row without a figure says why")
        func scores() async throws {
            let served = try Served()
            let token = try served.token()
            let body = """
                {"rows":[{"reference":"who-2006","sex":"male","measure":"weight","ageDays":100,"value":6.5,"unit":"kg"},
                {"reference":"who-2006","sex":"male","measure":"weight","value":6.5,"unit":"kg"},
                {"reference":"nobody","sex":"male","measure":"weight","ageDays":1,"value":3,"unit":"kg"},
                {"reference":"who-2006","sex":"male","measure":"weight","ageDays":100,"value":6.5,"unit":"lb"}]}
                """
            try await served.test { client in
                let answer = try await client.ask("/api/v1/score", token, method: .post, body: body)
                let rows = try answer.json["rows"]?.elements ?? []
                #expect(rows.compactMap { $0["status"]?.string } == ["ok", "bad_age", "unknown_reference", "bad_unit"])
                #expect(answer.text.contains(/"z":-?\d\.\d{12,}/))
            }
        }

        @Test("Headers that protect a browser are on every answer, whatever became of the request")
        func headers() async throws {
            let served = try Served()
            let token = try served.token()
            try await served.test { client in
                for uri in ["/health/live", "/api/v1/board", "/api/v1/infants/no-such/due", "/nothing"] {
                    for token in [token, nil] {
                        let headers = try await client.ask(uri, token).headers
                        let policy = headers[.contentSecurityPolicy] ?? ""
                        #expect(
                            policy.contains("frame-ancestors 'none'") && policy.contains("default-src 'none'"), "\(uri)"
                        )
                        #expect(!policy.contains("unsafe-inline"))
                        #expect(headers[.cacheControl] == "no-store" && headers[.xContentTypeOptions] == "nosniff")
                        #expect(headers[.strictTransportSecurity] == nil)
                    }
                }
            }
        }

        @Test("An answer is made anew as soon as something was recorded, and has the same bytes until then")
        func fresh() async throws {
            let served = try Served()
            let token = try served.token()
            try await served.test { client in
                let uri = "/api/v1/infants/an-an/growth"
                let first = try await client.ask(uri, token).text
                #expect(try await client.ask(uri, token).text == first)
                try served.weigh(790, at: "2024-08-20T06:00")
                let second = try await client.ask(uri, token).text
                #expect(second != first && second.contains("\"value\":790"))
                let then = "?as-of=2024-08-21T06:00:00%2B08:00&known-at=2024-11-01T00:00:00%2B08:00"
                #expect(try await client.ask(uri + then, token).problem == "no-birth")
            }
        }

        @Test("A setting that another program changes is seen with the next request")
        func settings() async throws {
            let served = try Served()
            let token = try served.token()
            try await served.test { client in
                let uri = "/api/v1/infants/an-an/ready"
                let before = try await client.ask(uri, token).json["rules"]?["id"]?.string
                _ = try served.store.useRules("aap-2008", reason: "test", author: Served.author)
                let after = try await client.ask(uri, token).json["rules"]?["id"]?.string
                #expect(before == "cn-2017" && after == "aap-2008")
            }
        }

        @Test("What was asked goes to the access log with the permanent id, before the service ends")
        func accessLog() async throws {
            let served = try Served()
            let token = try served.token()
            try await served.test { client in
                _ = try await client.ask("/api/v1/infants/an-an/growth", token)
                _ = try await client.ask("/api/v1/infants/an-an/growth", token)
                _ = try await client.ask("/api/v1/infants/no-such/growth", token)
                _ = try await client.ask("/api/v1/board", token)
            }
            let text = try String(contentsOfFile: served.settings.location.accessLog, encoding: .utf8)
            let lines = try text.split(separator: "\n").map { try JSON(text: String($0)) }
            #expect(lines.compactMap { $0["verb"]?.string } == ["growth", "growth", "board"])
            let id = try served.store.infant("an-an").id.id.description
            #expect(lines.map { $0["infant"]?.string } == [id, id, nil])
            #expect(lines.allSatisfy { $0["by"]?.string == Served.login } && !text.contains("an-an"))
        }
    }
#endif
