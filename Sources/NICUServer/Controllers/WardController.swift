#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUAssets
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore
    internal import NIOCore

    /// Answers about the whole ward.
    struct WardController: Sendable {
        let ward: Ward

        var routes: [Route] {
            [
                route(
                    "/api/v1/infants", "infants", "list", "The infants of the unit 婴儿列表",
                    [
                        RouteParameter(
                            name: "all", summary: "Include infants whose stay has ended 包括已出院者",
                            schema: ["type": "boolean"])
                    ], Schemas.infants, infants),
                route(
                    "/api/v1/board", "board", "board", "The ward, what is missing first 科室看板", [], Schemas.board, board),
                route(
                    "/api/v1/due", "wardDue", "due", "What is due of every infant in the ward 全科待办",
                    DueAsking.parameters, ["type": "array", "items": Schemas.due], due),
            ]
        }

        private typealias Make = @Sendable (Ward.Reading, Query) throws -> JSON

        private func route(
            _ path: String, _ id: String, _ verb: String, _ summary: String, _ parameters: [RouteParameter],
            _ schema: JSON, _ make: @escaping Make
        ) -> Route {
            Route(
                method: .get, path: path, id: id, summary: summary, permission: .reading,
                parameters: [.asOf, .knownAt] + parameters, answer: ("application/json", schema),
                problems: [.momentAhead, .positionAhead]
            ) { asking in
                let query = asking.query
                let answer = try await ward.answer(query, route: path) { reading in
                    Answer(body: ByteBuffer(string: try make(reading, query).text), infant: nil)
                }
                if let caller = asking.caller { ward.note(caller, verb: verb) }
                return .json(answer.body)
            }
        }

        private var infants: Make {
            { reading, query in
                let (asOf, knownAt) = try reading.moments(query)
                let isAll = try query.flag("all")
                let courses = try reading.store.infants().map { infant in
                    try reading.store.course(
                        of: infant, asOf: asOf, knownAt: knownAt, now: reading.now, need: .ward)
                }
                return .array(
                    courses.filter { $0.birth != nil && (isAll || $0.stayEnd == nil) }.map { WardRow($0).json })
            }
        }

        private var board: Make {
            { reading, query in
                let store = reading.store
                let moments = try reading.moments(query)
                let asOf = moments.asOf ?? store.clock.zone.moment(at: reading.now)
                let rules = try store.ruleSet(nil, knownAt: moments.knownAt)
                let schedule = try store.ruleBook(knownAt: moments.knownAt).schedule()
                let care = try CareFile.embedded()
                let rows = try store.infants().compactMap { infant in
                    try store.boardCourses(
                        of: infant, asOf: asOf, knownAt: moments.knownAt, now: reading.now, rules: rules, care: care
                    )?.row(rules: rules, schedule: schedule, care: care)
                }
                return Board(rows, rules: rules, received: try store.received().count).json(store.clock.zone)
            }
        }

        private var due: Make {
            { reading, query in
                let asking = try DueAsking(reading, query)
                let pages = try reading.store.infants().compactMap { try asking.page(of: $0, reading).inWard }
                return .array(pages.map { $0.json(asking.filter) })
            }
        }
    }
#endif
