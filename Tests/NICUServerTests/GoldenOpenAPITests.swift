#if Server
    import Foundation
    import HTTPTypes
    import HummingbirdTesting
    import NICUCore
    import Testing
    import Yams

    @testable import NICUServer

    @Suite("The OpenAPI document")
    struct GoldenOpenAPITests {
        static let file =
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path + "/docs/openapi.yaml"

        @Test("docs/openapi.yaml is what the service writes and serves; make docs-server rewrites it")
        func golden() async throws {
            let served = try Served()
            let token = try served.token()
            try await served.test { client in
                let text = try await client.ask("/api/v1/openapi.yaml", token).text
                if ProcessInfo.processInfo.environment["NICU_RECORD_GOLDEN"] != nil {
                    try text.write(toFile: GoldenOpenAPITests.file, atomically: true, encoding: .utf8)
                }
                #expect(try String(contentsOfFile: GoldenOpenAPITests.file, encoding: .utf8) == text)
            }
        }

        @Test("Every documented operation is answered by the router, and the router answers nothing else")
        func routes() async throws {
            let served = try Served()
            let token = try served.token()
            let text = try String(contentsOfFile: GoldenOpenAPITests.file, encoding: .utf8)
            let paths = try #require(try Yams.load(yaml: text) as? [String: Any])["paths"] as? [String: [String: Any]]
            let documented = Set(try #require(paths).flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
            let routes = served.house.routes
            #expect(documented == Set(routes.map { "\($0.method.rawValue.lowercased()) \($0.path)" }))
            #expect(routes.count == documented.count)
            try await served.test { client in
                for path in Set(routes.map(\.path)) {
                    for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
                        let uri = path.replacing("{code}", with: "an-an")
                        let answer = try await client.ask(uri, token, method: method)
                        let isThere = documented.contains("\(method.rawValue.lowercased()) \(path)")
                        #expect((answer.problem != "method-not-allowed") == isThere, "\(method) \(path)")
                        #expect(answer.problem != "not-found", "\(method) \(path)")
                    }
                }
            }
        }

        @Test("Every member that a schema promises is in the answer")
        func schemas() async throws {
            let served = try Served()
            let token = try served.token()
            let routes = served.house.routes.filter { $0.method == .get && $0.answer.type == "application/json" }
            #expect(routes.count >= 9)
            try served.weigh(790, at: "2024-08-20T06:00")
            try await served.test { client in
                for route in routes {
                    let answer = try await client.ask(route.path.replacing("{code}", with: "an-an"), token)
                    #expect(answer.status == .ok, "\(route.path)")
                    let faults = missing(try answer.json, route.answer.schema, route.path)
                    #expect(faults.isEmpty, "\(faults)")
                }
            }
        }

        /// What a schema asks for and a value does not have.
        private func missing(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
            if let items = schema["items"] {
                guard case .array(let elements) = value else { return [place + " is no array"] }
                return elements.flatMap { missing($0, items, place + "[]") }
            }
            let types = schema["type"]?.string.map { [$0] } ?? schema["type"]?.elements.compactMap(\.string) ?? []
            let own =
                switch value {
                case .null: "null"
                case .bool: "boolean"
                case .integer: "integer"
                case .decimal, .double: "number"
                case .string: "string"
                case .array: "array"
                case .object: "object"
                }
            let isFit = types.contains(own) || (own == "integer" && types.contains("number"))
            var faults = isFit ? [] : ["\(place) is \(own), not \(types)"]
            for name in schema["required"]?.elements.compactMap(\.string) ?? [] where own == "object" {
                guard let member = value[name] else {
                    faults.append("\(place).\(name) is missing")
                    continue
                }
                faults += schema["properties"]?[name].map { missing(member, $0, "\(place).\(name)") } ?? []
            }
            return faults
        }
    }
#endif
