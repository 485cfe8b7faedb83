#if Server
    import Foundation
    import HTTPTypes
    import HummingbirdTesting
    import NICUCore
    import NICUStore
    import Testing

    @testable import NICUServer

    @Suite("Who may ask")
    struct AccessTests {
        /// The path of a route with an infant that is there.
        static func path(_ route: Route) -> String { route.path.replacing("{code}", with: "an-an") }

        @Test("H33: no route of the API answers without a token that is known, in force and of an active clinician")
        func everyRouteNeedsAToken() async throws {
            let served = try Served()
            _ = try served.store.addClinician("wang.hua", role: .nurse, author: Served.author)
            let retired = try served.token(login: "wang.hua")
            _ = try served.store.retireClinician("wang.hua", author: Served.author)
            let stranger = try served.token(login: "nobody")
            let ended = try served.token(days: 1, made: Served.now - 2 * 86_400)
            let good = try served.token()
            let routes = served.house.routes.filter { $0.path.hasPrefix("/api/") }
            #expect(routes.count >= 9)
            try await served.test { client in
                for route in routes {
                    #expect(route.permission != nil, "\(route.path)")
                    let path = AccessTests.path(route)
                    for token in [nil, "", "nicu_", good + "0", retired, stranger, ended] {
                        let answer = try await client.ask(path, token, method: route.method)
                        #expect(answer.status == .unauthorized, "\(path) \(token ?? "-")")
                        #expect(answer.problem == "unauthorized")
                        #expect(answer.headers[.wwwAuthenticate] != nil)
                    }
                    let answer = try await client.ask(
                        path, good, method: route.method, body: route.body == nil ? nil : "{}")
                    #expect(answer.status != .unauthorized, "\(path)")
                }
            }
        }

        @Test("A token can do no more than its scopes, on every route")
        func scopes() async throws {
            let served = try Served()
            let tokens = try Scope.allCases.map { ($0, try served.token([$0])) }
            let routes = served.house.routes
            try await served.test { client in
                for route in routes {
                    guard let wanted = route.permission?.scope else { continue }
                    for (scope, token) in tokens {
                        let body = route.body == nil ? nil : "{\"rows\":[]}"
                        let answer = try await client.ask(
                            AccessTests.path(route), token, method: route.method, body: body)
                        let expected: HTTPResponse.Status = scope == wanted ? .ok : .forbidden
                        #expect(answer.status == expected, "\(route.path) \(scope) \(answer.text.prefix(200))")
                        if scope != wanted { #expect(answer.problem == "missing-scope") }
                    }
                }
            }
        }

        @Test("Roles are held against the act of a route in one place")
        func roles() throws {
            let permission = Permission(scope: .read, act: .waive)
            for role in RoleGrant.Role.allCases {
                let caller = Caller(login: "a", role: role, scopes: [.read])
                if role.may(.waive) {
                    try permission.check(caller)
                } else {
                    #expect(throws: Problem.self) { try permission.check(caller) }
                }
            }
        }

        @Test(
            "Only the digest of a token is kept, in a file for its owner alone; revoking ends it in a running service")
        func tokenFile() async throws {
            let served = try Served()
            let secret = try served.token()
            let path = served.settings.tokenFile
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(!text.contains(secret) && !text.contains(secret.dropFirst(5)))
            #expect(text.contains(Token.digest(of: secret)))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            try await served.test { client in
                #expect(try await client.ask("/api/v1/board", secret).status == .ok)
                try TokenFile(path: path).change { $0.removeAll() }
                #expect(try await client.ask("/api/v1/board", secret).status == .unauthorized)
                let again = try served.token()
                #expect(try await client.ask("/api/v1/board", again).status == .ok)
                // A file that others can read may have been written by others.
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
                try TokenFileTouch.touch(path)
                #expect(try await client.ask("/api/v1/board", again).status == .serviceUnavailable)
            }
        }
    }

    enum TokenFileTouch {
        /// Gives a file another time, so that a reader notices it.
        static func touch(_ path: String) throws {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: path)
        }
    }
#endif
