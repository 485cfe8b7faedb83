#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUCore
    internal import NICUExport
    internal import NIOCore

    /// The OpenAPI 3.1 document, written from the same routes that the router is made of.
    enum OpenAPI {
        static let path = "/api/v1/openapi.yaml"

        /// The route that serves the document, which names that route as well.
        static func route(_ routes: [Route]) -> Route {
            func make(_ text: String) -> Route {
                Route(
                    method: .get, path: path, id: "openapi", summary: "This document 本文档", permission: .known,
                    answer: ("application/yaml", ["type": "string"])
                ) { _ in
                    Response(
                        status: .ok, headers: [.contentType: "application/yaml; charset=utf-8"],
                        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
                }
            }
            return make(document(routes + [make("")]))
        }

        /// The document of some routes as YAML.
        static func document(_ routes: [Route]) -> String {
            let groups = Dictionary(grouping: routes, by: \.path)
            let paths: [JSON.Member] = groups.keys.sorted().map { path in
                let methods = (groups[path] ?? []).sorted { $0.method.rawValue < $1.method.rawValue }
                return .init(path, .object(methods.map { .init($0.method.rawValue.lowercased(), operation($0)) }))
            }
            let whole: JSON = [
                "openapi": "3.1.0",
                "info": [
                    "title": "nicu-server", "version": "1",
                    "description":
                        "Answers of a neonatal unit's record, as the command line gives them. Not a certified medical device. 新生儿病历查询接口；非经认证的医疗器械。",
                ],
                "paths": .object(paths),
                "components": [
                    "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
                    "schemas": ["Problem": Schemas.problem],
                ],
            ]
            return "# Written by the service from its routes; make docs-server rewrites it.\n" + YAML.text(whole)
        }

        private static func operation(_ route: Route) -> JSON {
            var members: [JSON.Member] = [
                .init("operationId", .string(route.id)), .init("summary", .string(route.summary)),
            ]
            members.append(.init("security", route.permission == nil ? [] : [["token": []]]))
            if let scope = route.permission?.scope { members.append(.init("x-scope", .string(scope.rawValue))) }
            let parameters =
                route.pathParameters.map { name -> JSON in
                    [
                        "name": .string(name), "in": "path", "required": true, "description": "Code of the infant 代号",
                        "schema": ["type": "string", "pattern": "^[a-z][a-z0-9-]{0,30}[a-z0-9]$"],
                    ]
                }
                + route.parameters.map { parameter -> JSON in
                    [
                        "name": .string(parameter.name), "in": "query", "required": false,
                        "description": .string(parameter.summary), "schema": parameter.schema,
                    ]
                }
            if !parameters.isEmpty { members.append(.init("parameters", .array(parameters))) }
            if let body = route.body {
                members.append(
                    .init("requestBody", ["required": true, "content": ["application/json": ["schema": body]]]))
            }
            members.append(.init("responses", responses(route)))
            return .object(members)
        }

        private static func responses(_ route: Route) -> JSON {
            var problems: Set<ServerProblem> = [
                .badRequest, .unknownParameter, .internalError, .busy, .stopping, .timeout,
            ]
            if route.permission != nil { problems.formUnion([.unauthorized, .recordUnavailable]) }
            if route.permission?.scope != nil { problems.formUnion([.missingScope, .roleForbids]) }
            if !route.parameters.isEmpty { problems.insert(.badParameter) }
            problems.formUnion(route.problems)
            let byStatus = Dictionary(grouping: problems, by: \.status)
            var members: [JSON.Member] = [
                .init(
                    "200",
                    [
                        "description": .string(route.summary),
                        "content": .object([.init(route.answer.type, ["schema": route.answer.schema])]),
                    ])
            ]
            for status in byStatus.keys.sorted() {
                let kinds = (byStatus[status] ?? []).map(\.rawValue).sorted().joined(separator: ", ")
                members.append(
                    .init(
                        "\(status)",
                        [
                            "description": .string(kinds),
                            "content": [
                                "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                            ],
                        ]))
            }
            return .object(members)
        }
    }

    /// Writes JSON values as YAML in blocks; every text is quoted as JSON quotes it, which YAML reads alike.
    enum YAML {
        static func text(_ json: JSON) -> String { lines(json).map { $0 + "\n" }.joined() }

        private static func lines(_ json: JSON) -> [String] {
            switch json {
            case .object(let members) where !members.isEmpty:
                members.flatMap { member in entry(key(member.name) + ":", member.value) }
            case .array(let elements) where !elements.isEmpty: elements.flatMap { item($0) }
            default: [json.text]
            }
        }

        private static func entry(_ head: String, _ value: JSON) -> [String] {
            let below = lines(value)
            return isBlock(value) ? [head] + below.map { "  " + $0 } : [head + " " + below[0]]
        }

        private static func item(_ value: JSON) -> [String] {
            let below = lines(value)
            return ["- " + below[0]] + below.dropFirst().map { "  " + $0 }
        }

        private static func isBlock(_ value: JSON) -> Bool {
            switch value {
            case .object(let members): !members.isEmpty
            case .array(let elements): !elements.isEmpty
            default: false
            }
        }

        /// A plain word stands as it is; a path, a number or a sign is quoted.
        private static func key(_ name: String) -> String {
            let isPlain = name.utf8.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
            let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            return isPlain && isWord ? name : JSON.string(name).text
        }
    }
#endif
