#if Server
    internal import HTTPTypes
    internal import Hummingbird
    internal import HummingbirdCore
    internal import NICUAssets
    internal import NICUCore
    internal import NICUExport
    internal import NICUStore
    internal import NIOCore

    /// Answers about one infant; each is what the command line prints with `--json`.
    struct InfantController: Sendable {
        let ward: Ward

        var routes: [Route] {
            [
                route(
                    "growth", "growth", "Growth: z-scores with their reference, velocity, indicators 生长",
                    [
                        RouteParameter(
                            name: "reference", summary: "References in the place of the unit's, joined by commas 参考",
                            schema: Schemas.names),
                        RouteParameter(
                            name: "assume-sex", summary: "Compute as if the sex were known 假定性别",
                            schema: ["type": "string", "enum": ["female", "male"]]),
                    ], Schemas.growth, [.noBirth, .unknownName], growth),
                route(
                    "ready", "readiness", "The record held against a rule set for discharge 出院标准",
                    [
                        RouteParameter(
                            name: "rules", summary: "Rule set, ID or ID@VERSION (default: the unit's) 规则集",
                            schema: Schemas.names)
                    ], Schemas.readiness, [.unknownName], readiness),
                route(
                    "due", "due", "What is overdue, due, closing or unknown 待办", DueAsking.parameters, Schemas.due, [],
                    due),
                route(
                    "timeline", "timeline", "The whole course with what was corrected or struck 全程", [],
                    Schemas.timeline, [], timeline),
            ]
        }

        private typealias Make = @Sendable (Ward.Reading, InfantRef, Query) throws -> JSON

        private func route(
            _ verb: String, _ id: String, _ summary: String, _ parameters: [RouteParameter], _ schema: JSON,
            _ problems: [ServerProblem], _ make: @escaping Make
        ) -> Route {
            let path = "/api/v1/infants/{code}/" + verb
            return Route(
                method: .get, path: path, id: id, summary: summary, permission: .reading,
                parameters: [.asOf, .knownAt] + parameters, answer: ("application/json", schema),
                problems: [.badCode, .unknownInfant, .momentAhead, .positionAhead] + problems
            ) { asking in
                let code = try asking.code()
                let query = asking.query
                let answer = try await ward.answer(query, route: path, code: code.text) { reading in
                    let infant = try reading.store.infant(code.text)
                    let json = try make(reading, infant, query)
                    return Answer(body: ByteBuffer(string: json.text), infant: infant.id)
                }
                if let caller = asking.caller { ward.note(caller, verb: verb, infant: answer.infant) }
                return .json(answer.body)
            }
        }

        private var growth: Make {
            { reading, infant, query in
                let (course, knownAt) = try reading.course(infant, query, need: .growth)
                let names = query["reference"]?.split(separator: ",").map(String.init) ?? []
                let references =
                    names.isEmpty
                    ? try GrowthReading(reading.store, knownAt: knownAt)
                    : try GrowthReading(naming: names, reading.store, knownAt: knownAt)
                var sex = course.sex
                if let word = query["assume-sex"] {
                    guard let assumed = Sex(rawValue: word), [.female, .male].contains(assumed) else {
                        throw Problem(.badParameter, word: "assume-sex")
                    }
                    sex = assumed
                }
                let ids = names.isEmpty ? references.plan.ids + references.library.ids : names
                let loaded = try references.references(ReferencePlan.once(ids), sexes: Set(sex.candidates))
                guard let input = GrowthInput(course, references: loaded, assuming: sex) else {
                    throw Problem(.noBirth) { $0.noBirth(infant.code.text) }
                }
                return GrowthPage(
                    course, input, sex: sex, plan: references.plan, named: names,
                    indicators: try GrowthIndicatorFile.embedded(), wording: .ofMachines(reading.store.clock.zone)
                ).json
            }
        }

        private var readiness: Make {
            { reading, infant, query in
                let (_, knownAt) = try reading.moments(query)
                let rules = try reading.store.ruleSet(query["rules"], knownAt: knownAt)
                let (course, _) = try reading.course(infant, query, need: .readiness([rules]))
                return readinessJSON(evaluate(rules, course), course)
            }
        }

        private var due: Make {
            { reading, infant, query in
                let asking = try DueAsking(reading, query)
                return try asking.page(of: infant, reading).json(asking.filter)
            }
        }

        private var timeline: Make {
            { reading, infant, query in
                let (course, _) = try reading.course(infant, query, need: .everything)
                return Timeline(course).json(
                    .ofMachines(reading.store.clock.zone), unit: reading.store.settings.unit)
            }
        }
    }

    extension Ward.Reading {
        /// The course that a query asks about.
        func course(_ infant: InfantRef, _ query: Query, need: CourseNeed) throws -> (Course, KnownAt) {
            let (asOf, knownAt) = try moments(query)
            let course = try store.course(of: infant, asOf: asOf, knownAt: knownAt, now: now, need: need)
            return (course, knownAt)
        }
    }

    /// What a question about what is due names.
    struct DueAsking: Sendable {
        static let parameters = [
            RouteParameter(
                name: "within-hours", summary: "List what opens within so long too (default: 72) 另列此时间内开始者",
                schema: ["type": "integer", "minimum": 0, "maximum": 8784]),
            RouteParameter(
                name: "all", summary: "Every item, also what is done, far off or does not apply 列出全部",
                schema: ["type": "boolean"]),
        ]

        let filter: DuePage.Filter
        private let asOf: Moment
        private let knownAt: KnownAt
        private let rules: RuleSet
        private let schedule: Schedule

        init(_ reading: Ward.Reading, _ query: Query) throws {
            let moments = try reading.moments(query)
            asOf = moments.asOf ?? reading.store.clock.zone.moment(at: reading.now)
            knownAt = moments.knownAt
            rules = try reading.store.ruleSet(nil, knownAt: knownAt)
            schedule = try reading.store.ruleBook(knownAt: knownAt).schedule()
            filter = DuePage.Filter(
                within: Hours(try query.number("within-hours", 0...8784) ?? 72), everything: try query.flag("all"))
        }

        /// What is due of an infant: also after it went home.
        func page(of infant: InfantRef, _ reading: Ward.Reading) throws -> DuePage {
            let course = try reading.store.course(
                of: infant, asOf: asOf, knownAt: knownAt, now: reading.now, need: .schedule)
            let list = schedule.due(course, rules: rules, guidelines: schedule.guidelines(of: rules))
            return DuePage(course, list, schedule: schedule)
        }
    }
#endif
