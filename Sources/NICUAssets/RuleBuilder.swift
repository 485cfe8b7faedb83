internal import NICUCore
internal import Yams

/// Turns a checked rule file into a rule set; what only the whole file can tell is refused here.
struct RuleBuilder {
    let layout: RuleLayout
    let root: Node
    let check: RuleShapeCheck

    func ruleSet(digest: String) throws(RuleFileProblem) -> RuleSet {
        guard RuleBuilder.isSemanticVersion(layout.version) else {
            throw .wrongType(place("version"), key: "version", value: layout.version, expected: .semanticVersion)
        }
        var confidence: [Confidence: RuleText] = [:]
        for (word, meaning) in layout.confidence {
            if let word = Confidence(rawValue: word) { confidence[word] = text(meaning) }
        }
        var criteria: [Criterion] = []
        var first: [String: Int] = [:]
        for (index, criterion) in layout.criteria.enumerated() {
            try check.each { () throws(RuleFileProblem) in
                let place = place("criteria", index, "id")
                if let line = first[criterion.id] { throw .twice(place, id: criterion.id, first: line) }
                first[criterion.id] = place.line
                criteria.append(try self.criterion(criterion, at: index))
            }
        }
        if let found = check.found { RuleAudit(builder: self, found: found).run() }
        return RuleSet(
            id: layout.id, version: layout.version, digest: digest, title: text(layout.title),
            jurisdiction: layout.jurisdiction,
            sources: layout.sources.sorted { $0.key < $1.key }
                .map { RuleSource(id: $0.key, citation: $0.value.citation, seen: ($0.value.seen?.text).map(text)) },
            confidence: confidence,
            conflict: ConflictRule(
                withinSeconds: Int64(layout.conflict.withinMinutes) * 60, percent: layout.conflict.percent),
            positivePressure: try pressure(), products: layout.drugs, events: try events(),
            applicability: try applicability(), criteria: criteria, untested: layout.untested.map(text))
    }

    // MARK: Small parts

    /// Whether a text is three whole numbers without signs and leading zeros, `0.1.0`.
    static func isSemanticVersion(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { RuleShapeCheck.isWhole($0) && Int($0) != nil }
    }

    func text(_ text: RuleLayout.Text) -> RuleText { RuleText(zh: text.zh, en: text.en) }

    /// The place of a value, by the keys and numbers that lead to it.
    func place(_ keys: any NodeKey...) -> RuleFilePlace { place(keys) }

    func place(_ keys: [any NodeKey]) -> RuleFilePlace { check.place(node(keys)) }

    /// The node that keys and numbers lead to, or the last on the way that is there.
    func node(_ keys: [any NodeKey]) -> Node {
        var node = root
        for key in keys {
            guard let next = key.step(from: node) else { break }
            node = next
        }
        return node
    }

    /// A list of source ids, each of which the file must define.
    func sources(_ ids: [String]?, _ keys: any NodeKey...) throws(RuleFileProblem) -> [String] {
        for (index, id) in (ids ?? []).enumerated() where layout.sources[id] == nil {
            throw .notDefined(
                place(keys + ["src", index]), .source, id: id, known: layout.sources.keys.sorted())
        }
        return ids ?? []
    }

    private func pressure() throws(RuleFileProblem) -> PositivePressure {
        var flows: [String: Int] = [:]
        for (value, flow) in layout.pressure.aboveFlow ?? [:] {
            guard let tenths = FixedDecimal(flow)?.scaled(to: 1) else {
                throw .surplusDigits(
                    place("positive_pressure", "flow_gt_l_min", value), key: value, value: flow, decimals: 1)
            }
            flows[value] = Int(tenths)
        }
        return PositivePressure(values: Set(layout.pressure.values), aboveFlow: flows)
    }

    // MARK: Applicability

    private func applicability() throws(RuleFileProblem) -> [ApplicabilityTest] {
        var result: [ApplicabilityTest] = []
        for (id, test) in layout.applicability.sorted(by: { $0.key < $1.key }) {
            var lists: [[BirthTest]] = []
            for (name, list) in [("any_of", test.anyOf), ("discretionary", test.discretionary ?? [])] {
                var tests: [BirthTest] = []
                for (index, comparison) in list.enumerated() {
                    tests.append(try birthTest(comparison, ["applicability", id, name, index]))
                }
                lists.append(tests)
            }
            try check.each { () throws(RuleFileProblem) in
                result.append(
                    ApplicabilityTest(
                        id: id, anyOf: lists[0], discretionary: lists[1],
                        sources: try sources(test.src, "applicability", id),
                        confidence: test.conf.flatMap(Confidence.init)))
            }
        }
        return result
    }

    /// A comparison with exactly one key.
    func birthTest(_ comparison: RuleLayout.Comparison, _ keys: [any NodeKey]) throws(RuleFileProblem) -> BirthTest {
        guard comparison.values.count == 1, let (key, values) = comparison.values.first else {
            throw .missingKey(place(keys), key: "ga_days_lt")
        }
        return try RuleBuilder.birthTest(key, values, at: place(keys))
    }

    /// A comparison by its key, such as `ga_days_lt`, and one number, or two for `between`.
    static func birthTest(_ key: String, _ values: [Int], at place: RuleFilePlace) throws(RuleFileProblem) -> BirthTest
    {
        guard let value = values.first, let fact = BirthFact.allCases.first(where: { key.hasPrefix($0.rawValue) })
        else { throw .missingKey(place, key: "ga_days_lt") }
        let relation: BirthTest.Relation =
            switch key.dropFirst(fact.rawValue.utf8.count + 1) {
            case "lt": .lessThan(value)
            case "le": .atMost(value)
            case "gt": .moreThan(value)
            case "ge": .atLeast(value)
            default: .between(value...(values.last ?? value))
            }
        return BirthTest(fact, relation)
    }

    // MARK: Events

    private func events() throws(RuleFileProblem) -> [EventDefinition] {
        var result: [EventDefinition] = []
        for (id, event) in layout.events.sorted(by: { $0.key < $1.key }) {
            try check.each { () throws(RuleFileProblem) in
                result.append(
                    EventDefinition(
                        id: id, anyOf: try clauses(event.anyOf, "events", id, "any_of"),
                        exclude: try clauses(event.exclude ?? [], "events", id, "exclude")))
            }
        }
        return result
    }

    private func clauses(
        _ list: [RuleLayout.Clause], _ keys: any NodeKey...
    ) throws(RuleFileProblem) -> [EventClause] {
        var result: [EventClause] = []
        for (index, clause) in list.enumerated() {
            let parts = clause.parts
            guard !parts.isEmpty else { throw .missingKey(place(keys + [index]), key: "apnoea_s_min") }
            for (place, id) in (clause.src ?? []).enumerated() where layout.sources[id] == nil {
                throw .notDefined(
                    self.place(keys + [index, "src", place]), .source, id: id, known: layout.sources.keys.sorted())
            }
            result.append(
                EventClause(
                    parts: parts, contradictedBy: RuleLayout.Clause.interventions(clause.undecidedBeside),
                    basis: clause.basis.flatMap(Basis.init), sources: clause.src ?? [],
                    confidence: clause.conf.flatMap(Confidence.init)))
        }
        return result
    }
}

extension RuleLayout.Clause {
    fileprivate static func interventions(_ words: [String]?) -> Set<Event.Intervention> {
        Set((words ?? []).compactMap(Event.Intervention.init))
    }

    /// The statements of the clause.
    fileprivate var parts: [EventPart] {
        let parts: [EventPart?] = [
            apnoeaAny == true ? .apnoea : nil, apnoeaAtLeast.map { .apnoeaSecondsAtLeast($0) },
            apnoeaBelow.map { .apnoeaSecondsBelow($0) }, heartRateBelow.map { .heartRateBelow($0) },
            heartRateAtLeast.map { .heartRateAtLeast($0) }, spo2Below.map { .spo2Below($0) },
            spo2AtLeast.map { .spo2AtLeast($0) }, desaturationAtLeast.map { .desaturationSecondsAtLeast($0) },
            colourChange.map { .colourChange($0) },
            interventionIn.map { .interventionIn(RuleLayout.Clause.interventions($0)) },
            feedingRelated.map { .feedingRelated($0) }, selfResolved.map { .selfResolved($0) },
        ]
        return parts.compactMap { $0 }
    }
}

/// A step from a node to one below it: a key of a mapping or a place in a list.
protocol NodeKey: Sendable {
    func step(from node: Node) -> Node?
}

extension String: NodeKey {
    func step(from node: Node) -> Node? { node.mapping?[self] }
}

extension Int: NodeKey {
    func step(from node: Node) -> Node? {
        guard let sequence = node.sequence, sequence.indices.contains(self) else { return nil }
        return sequence[self]
    }
}
