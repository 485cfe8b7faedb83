internal import NICUCore
internal import Yams

/// Turns a checked file of screens and visits into a schedule; what only the whole file can tell is refused here.
struct ScheduleBuilder {
    let root: Node
    let check: RuleShapeCheck

    /// The keys of a single moment.
    static let moments = ["pna_d", "pna_h", "pna_mo", "pma_d", "discharge_d", "after_d"]

    func schedule(digest: String) throws(RuleFileProblem) -> Schedule {
        let version = text(root, "version")
        guard RuleBuilder.isSemanticVersion(version) else {
            throw .wrongType(
                check.place(root.mapping?["version"]), key: "version", value: version, expected: .semanticVersion)
        }
        var confidence: [Confidence: RuleText] = [:]
        for (word, meaning) in root.mapping?["confidence"]?.mapping.map(Array.init) ?? [] {
            if let word = word.string.flatMap(Confidence.init) { confidence[word] = bilingual(meaning) }
        }
        var items: [ScheduleItem] = []
        for node in list(root, "items") {
            let item = try item(node)
            guard !items.contains(where: { $0.id == item.id }) else { throw .twice(place(node, "id"), id: item.id) }
            items.append(item)
        }
        var visits: [VisitClass] = []
        for node in list(root, "visits") {
            let visit = try visitClass(node)
            guard !visits.contains(where: { $0.id == visit.id }) else { throw .twice(place(node, "id"), id: visit.id) }
            visits.append(visit)
        }
        return Schedule(
            id: text(root, "id"), version: version, digest: digest, title: bilingual(root.mapping?["title"]),
            confidence: confidence,
            sources: sourceNodes.map { id, node in
                RuleSource(id: id, citation: text(node, "citation"), seen: node.mapping?["seen"]?.string)
            }, closing: Hours(number(root, "closing_h") ?? 0), items: items, visits: visits)
    }

    // MARK: Items

    private func item(_ node: Node) throws(RuleFileProblem) -> ScheduleItem {
        var windows: [ScheduleItem.Window] = []
        for window in list(node, "windows") {
            windows.append(
                ScheduleItem.Window(
                    condition: try condition(window, "if"), from: try time(window, "from"),
                    by: try time(window, "by")))
        }
        guard !windows.isEmpty else { throw .missingKey(place(node, "windows"), key: "from") }
        return ScheduleItem(
            id: text(node, "id"), topic: text(node, "topic"), title: bilingual(node.mapping?["title"]),
            guideline: text(node, "guideline"), appliesIf: try condition(node, "applies_if"),
            discretionary: try condition(node, "discretionary"), trigger: try trigger(node), windows: windows,
            done: try done(node), note: node.mapping?["note"].map(bilingual),
            severity: Severity(rawValue: text(node, "severity")) ?? .blocking, basis: basis(node),
            sources: try sources(node), confidence: confidence(node))
    }

    private func done(_ node: Node) throws(RuleFileProblem) -> ScheduleDone {
        guard let done = node.mapping?["done"] else { throw .missingKey(check.place(node), key: "done") }
        let result = ScheduleDone(
            tasks: words(done, "tasks"), products: words(done, "products").map { $0.lowercased() },
            problems: words(done, "problems"), since: try time(done, "since"))
        // An item that nothing can complete would be overdue for ever.
        guard !(result.tasks.isEmpty && result.products.isEmpty && result.problems.isEmpty) else {
            throw .missingKey(check.place(done), key: "tasks")
        }
        return result
    }

    private func trigger(_ node: Node) throws(RuleFileProblem) -> ScheduleTrigger? {
        guard let trigger = node.mapping?["trigger"] else { return nil }
        if let problem = trigger.mapping?["problem"]?.string {
            return .problem(problem, grades: words(trigger, "grades"))
        }
        guard let procedure = trigger.mapping?["procedure"]?.string else {
            throw .missingKey(check.place(trigger), key: "problem")
        }
        return .procedure(procedure, beforeTask: trigger.mapping?["before_task"]?.string)
    }

    private func visitClass(_ node: Node) throws(RuleFileProblem) -> VisitClass {
        var steps: [VisitClass.Step] = []
        for step in list(node, "steps") {
            let (days, months) = (number(step, "every_d"), number(step, "every_mo"))
            guard (days == nil) != (months == nil) else { throw .missingKey(check.place(step), key: "every_d") }
            let until = number(step, "until_corrected_mo") ?? 0
            guard steps.last.map({ $0.untilCorrectedMonths < until }) ?? true else {
                throw .emptyRange(place(step, "until_corrected_mo"), key: "until_corrected_mo")
            }
            steps.append(VisitClass.Step(untilCorrectedMonths: until, everyDays: days, everyMonths: months))
        }
        guard let condition = try condition(node, "applies_if") else {
            throw .missingKey(check.place(node), key: "applies_if")
        }
        return VisitClass(
            id: text(node, "id"), title: bilingual(node.mapping?["title"]), appliesIf: condition,
            firstWithinDays: number(node, "first_within_d") ?? 0, steps: steps, basis: basis(node),
            sources: try sources(node), confidence: confidence(node))
    }

    // MARK: Conditions and times

    private func condition(_ node: Node, _ key: String) throws(RuleFileProblem) -> ScheduleCondition? {
        guard let condition = node.mapping?[key] else { return nil }
        guard let mapping = condition.mapping, mapping.count == 1, let (join, tests) = mapping.first.map({ $0 }) else {
            throw .missingKey(check.place(condition), key: "any_of")
        }
        var result: [ScheduleTest] = []
        for test in tests.sequence.map(Array.init) ?? [] { result.append(try self.test(test)) }
        guard !result.isEmpty else { throw .missingKey(check.place(tests), key: "ga_days_lt") }
        return ScheduleCondition(join.string == "all_of" ? .all : .any, result)
    }

    private func test(_ node: Node) throws(RuleFileProblem) -> ScheduleTest {
        guard let mapping = node.mapping, let (key, value) = mapping.first.map({ ($0.key.string ?? "", $0.value) }),
            mapping.count == 1 || (mapping.count == 2 && mapping["problem"] != nil && mapping["grades"] != nil)
        else { throw .missingKey(check.place(node), key: "ga_days_lt") }
        if let problem = mapping["problem"]?.string { return .problem(problem, grades: words(node, "grades")) }
        switch key {
        case "maternal_hbsag": return .mother(words(node, key).compactMap(Perinatal.Antigen.init))
        case "attested": return .attested(value.string ?? "")
        case "denied": return .denied(value.string ?? "")
        case "age_mo_lt": return .monthsBelow(number(node, key) ?? 0)
        case "month_in": return .monthIn(words(node, key).compactMap { Int($0) })
        case "grades": throw .missingKey(check.place(node), key: "problem")
        default:
            let values = (value.sequence.map(Array.init) ?? [value]).compactMap { $0.string.flatMap { Int($0) } }
            return .birth(try RuleBuilder.birthTest(key, values, at: check.place(node)))
        }
    }

    private func time(_ node: Node, _ key: String) throws(RuleFileProblem) -> ScheduleTime? {
        guard let time = node.mapping?[key] else { return nil }
        return try self.time(time)
    }

    private func time(_ node: Node) throws(RuleFileProblem) -> ScheduleTime {
        guard let mapping = node.mapping, mapping.count == 1, let (key, value) = mapping.first.map({ $0 }) else {
            throw .missingKey(check.place(node), key: ScheduleBuilder.moments[0])
        }
        if let parts = value.sequence {
            var times: [ScheduleTime] = []
            for part in parts { times.append(try time(part)) }
            guard !times.isEmpty else { throw .missingKey(check.place(value), key: ScheduleBuilder.moments[0]) }
            return key.string == "later_of" ? .laterOf(times) : .earlierOf(times)
        }
        let count = value.string.flatMap { Int($0) } ?? 0
        return switch key.string {
        case "pna_d": .postnatalDays(count)
        case "pna_h": .postnatalHours(count)
        case "pna_mo": .postnatalMonths(count)
        case "pma_d": .postmenstrualDays(count)
        case "discharge_d": .dischargeDays(count)
        default: .triggerDays(count)
        }
    }

    // MARK: Small parts

    private func place(_ node: Node, _ key: String) -> RuleFilePlace {
        check.place(node.mapping?[key] ?? node)
    }

    private func text(_ node: Node, _ key: String) -> String { node.mapping?[key]?.string ?? "" }

    private func number(_ node: Node, _ key: String) -> Int? { node.mapping?[key]?.string.flatMap { Int($0) } }

    private func list(_ node: Node, _ key: String) -> [Node] { node.mapping?[key]?.sequence.map(Array.init) ?? [] }

    private func words(_ node: Node, _ key: String) -> [String] { list(node, key).compactMap(\.string) }

    private func bilingual(_ node: Node?) -> RuleText {
        RuleText(zh: node?.mapping?["zh"]?.string ?? "", en: node?.mapping?["en"]?.string ?? "")
    }

    private func basis(_ node: Node) -> Basis { Basis(rawValue: text(node, "basis")) ?? .operational }

    private func confidence(_ node: Node) -> Confidence { Confidence(rawValue: text(node, "conf")) ?? .memory }

    private var sourceNodes: [(id: String, node: Node)] {
        (root.mapping?["sources"]?.mapping.map(Array.init) ?? []).map { ($0.key.string ?? "", $0.value) }
    }

    private func sources(_ node: Node) throws(RuleFileProblem) -> [String] {
        let known = sourceNodes.map(\.id)
        for source in list(node, "src") where !known.contains(source.string ?? "") {
            throw .notDefined(check.place(source), .source, id: source.string ?? "", known: known)
        }
        return words(node, "src")
    }
}
