internal import NICUCore
internal import Yams

/// Turns a checked file of screens and visits into a schedule; what only the whole file can tell is refused here.
struct ScheduleBuilder {
    let parts: NodeParts

    private var root: Node { parts.root }
    private var check: RuleShapeCheck { parts.check }

    /// The keys of a single moment.
    static let moments = ["pna_d", "pna_h", "pna_mo", "pma_d", "discharge_d", "after_d"]

    func schedule(digest: String) throws(RuleFileProblem) -> Schedule {
        var items: [ScheduleItem] = []
        var lines: [String: Int] = [:]
        for node in parts.list(root, "items") {
            try check.each { () throws(RuleFileProblem) in
                try once(node, in: &lines)
                items.append(try item(node))
            }
        }
        lines = [:]
        var visits: [VisitClass] = []
        for node in parts.list(root, "visits") {
            try check.each { () throws(RuleFileProblem) in
                try once(node, in: &lines)
                visits.append(try visitClass(node))
            }
        }
        lines = [:]
        var papers: [SchedulePaper] = []
        for node in parts.list(root, "papers") {
            try check.each { () throws(RuleFileProblem) in
                try once(node, in: &lines)
                papers.append(try paper(node))
            }
        }
        if let found = check.found { ScheduleAudit(parts: parts, found: found).run() }
        return Schedule(
            id: parts.text(root, "id"), version: try parts.version(), digest: digest,
            title: parts.bilingual(root.mapping?["title"]), confidence: parts.confidence, sources: parts.sources,
            closing: Hours(parts.number(root, "closing_h") ?? 0), items: items, visits: visits,
            papers: papers)
    }

    private func once(_ node: Node, in lines: inout [String: Int]) throws(RuleFileProblem) {
        let (id, place) = (parts.text(node, "id"), parts.place(node, "id"))
        if let first = lines[id] { throw .twice(place, id: id, first: first) }
        lines[id] = place.line
    }

    // MARK: Items

    private func item(_ node: Node) throws(RuleFileProblem) -> ScheduleItem {
        var windows: [ScheduleItem.Window] = []
        for window in parts.list(node, "windows") {
            windows.append(
                ScheduleItem.Window(
                    condition: try condition(window, "if"), from: try time(window, "from"),
                    by: try time(window, "by"), fromBasis: Basis(rawValue: parts.text(window, "from_basis")),
                    byBasis: Basis(rawValue: parts.text(window, "by_basis"))))
        }
        guard !windows.isEmpty else { throw .missingKey(parts.place(node, "windows"), key: "from") }
        return ScheduleItem(
            id: parts.text(node, "id"), topic: parts.text(node, "topic"),
            title: parts.bilingual(node.mapping?["title"]),
            guideline: parts.text(node, "guideline"), appliesIf: try condition(node, "applies_if"),
            discretionary: try condition(node, "discretionary"), trigger: try trigger(node),
            precondition: try condition(node, "precondition"), windows: windows, done: try done(node),
            note: node.mapping?["note"].map { parts.bilingual($0) },
            severity: Severity(rawValue: parts.text(node, "severity")) ?? .blocking, basis: parts.basis(of: node),
            sources: try parts.sources(of: node), confidence: parts.confidence(of: node))
    }

    private func done(_ node: Node) throws(RuleFileProblem) -> ScheduleDone {
        guard let done = node.mapping?["done"] else { throw .missingKey(check.place(node), key: "done") }
        let result = ScheduleDone(
            tasks: parts.words(done, "tasks"), methods: parts.words(done, "methods"),
            methodsIf: try condition(done, "methods_if"),
            products: parts.words(done, "products").map { $0.lowercased() }, doses: parts.number(done, "doses") ?? 1,
            problems: parts.words(done, "problems"), since: try time(done, "since"))
        // An item that nothing can complete would be overdue for ever.
        guard !(result.tasks.isEmpty && result.products.isEmpty && result.problems.isEmpty) else {
            throw .missingKey(check.place(done), key: "tasks")
        }
        return result
    }

    private func trigger(_ node: Node) throws(RuleFileProblem) -> ScheduleTrigger? {
        guard let trigger = node.mapping?["trigger"] else { return nil }
        if let problem = trigger.mapping?["problem"]?.string {
            return .problem(problem, grades: parts.words(trigger, "grades"))
        }
        if let task = trigger.mapping?["task"]?.string {
            let results = parts.words(trigger, "results").compactMap(Check.Result.init)
            guard !results.isEmpty else { throw .missingKey(check.place(trigger), key: "results") }
            return .result(task: task, results)
        }
        guard let procedure = trigger.mapping?["procedure"]?.string else {
            throw .missingKey(check.place(trigger), key: "problem")
        }
        return .procedure(procedure, beforeTask: trigger.mapping?["before_task"]?.string)
    }

    private func visitClass(_ node: Node) throws(RuleFileProblem) -> VisitClass {
        var steps: [VisitClass.Step] = []
        for step in parts.list(node, "steps") {
            let (days, months) = (parts.number(step, "every_d"), parts.number(step, "every_mo"))
            guard (days == nil) != (months == nil) else { throw .missingKey(check.place(step), key: "every_d") }
            let until = parts.number(step, "until_corrected_mo") ?? 0
            let key = "until_corrected_mo"
            if let last = steps.last?.untilCorrectedMonths, last >= until {
                throw .emptyRange(
                    parts.place(step, key), low: .init(key, "\(last)"), high: .init(key, "\(until)"), isStrict: true)
            }
            steps.append(VisitClass.Step(untilCorrectedMonths: until, everyDays: days, everyMonths: months))
        }
        guard let condition = try condition(node, "applies_if") else {
            throw .missingKey(check.place(node), key: "applies_if")
        }
        return VisitClass(
            id: parts.text(node, "id"), title: parts.bilingual(node.mapping?["title"]), appliesIf: condition,
            firstWithinDays: parts.number(node, "first_within_d") ?? 0, steps: steps, basis: parts.basis(of: node),
            sources: try parts.sources(of: node), confidence: parts.confidence(of: node))
    }

    // MARK: Conditions and times

    func condition(_ node: Node, _ key: String) throws(RuleFileProblem) -> ScheduleCondition? {
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
        if let problem = mapping["problem"]?.string { return .problem(problem, grades: parts.words(node, "grades")) }
        switch key {
        case "maternal_hbsag": return .mother(parts.words(node, key).compactMap(Perinatal.Antigen.init))
        case "attested": return .attested(value.string ?? "")
        case "denied": return .denied(value.string ?? "")
        case "stated": return .stated(value.string ?? "")
        case "born_month_in": return .bornIn(parts.words(node, key).compactMap { Int($0) })
        case "stay_h_gt": return .stayAbove(Hours(parts.number(node, key) ?? 0))
        case "stay_h_le": return .stayAtMost(Hours(parts.number(node, key) ?? 0))
        case "age_mo_lt": return .monthsBelow(parts.number(node, key) ?? 0)
        case "month_in": return .monthIn(parts.words(node, key).compactMap { Int($0) })
        case "grades": throw .missingKey(check.place(node), key: "problem")
        default:
            return .birth(try parts.birthTest(key, value, at: node))
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
}
