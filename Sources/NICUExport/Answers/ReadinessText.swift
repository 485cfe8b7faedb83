public import NICUCore

/// Two rule sets or more held against one course, side by side.
public func readinessTable(_ answers: [(rules: RuleSet, answer: ReadinessAnswer)], _ wording: Wording) -> String {
    var ids: [String] = []
    for (_, answer) in answers {
        for criterion in answer.criteria where !ids.contains(criterion.id) { ids.append(criterion.id) }
    }
    var table = Table([wording.pick("标准", "criterion")] + answers.map { "\($0.rules.id) \($0.rules.version)" })
    for id in ids {
        let title = answers.lazy.compactMap { $0.rules.criterion(id)?.title }.first
        table.add(
            [title.map { wording.pick($0.zh, $0.en) } ?? id]
                + answers.map { _, answer in
                    guard let found = answer.criterion(id) else { return wording.pick("（未列）", "(not listed)") }
                    let advisory = found.severity == .advisory ? wording.pick("（提示）", " (advisory)") : ""
                    return "\(wording.symbol(found.verdict)) \(wording.verdict(found.verdict))\(advisory)"
                })
    }
    table.add([wording.pick("全部", "overall")] + answers.map { wording.overall($0.answer.overall) })
    return table.text(columns: wording.columns)
}

/// One infant of the ward as a line: the answer, how many criteria are open, and what holds it back.
public struct ReadinessRow: Sendable {
    let course: Course
    let answers: [(rules: RuleSet, answer: ReadinessAnswer)]

    /// Makes a row with the answer of each rule set.
    public init(_ course: Course, _ answers: [(rules: RuleSet, answer: ReadinessAnswer)]) {
        self.course = course
        self.answers = answers
    }

    /// The answers of the infant as JSON, one a rule set.
    public var json: [JSON] { answers.map { readinessJSON($0.answer, course) } }

    /// The overall answers, one a rule set.
    public var overall: [Overall] { answers.map(\.answer.overall) }

    /// The ward as text: what is open and what holds back by one rule set, or one column for each of several.
    public static func table(_ rows: [ReadinessRow], _ wording: Wording) -> String {
        let sets = rows.first?.answers.map(\.rules) ?? []
        let head = [wording.pick("代号", "code"), wording.pick("床", "bed"), wording.pick("矫正胎龄", "PMA")]
        var table =
            sets.count > 1
            ? Table(head + sets.map { "\($0.id) \($0.version)" }, [.left, .left, .right])
            : Table(
                head + [
                    wording.pick("所列标准", "listed criteria"), wording.pick("未满足", "not met"),
                    wording.pick("不明", "unknown"), wording.pick("关键", "held back by"),
                ], [.left, .left, .right, .left, .right, .right])
        for row in rows {
            let who = [
                row.course.code.text, row.course.bed ?? "",
                row.course.postmenstrualAge(on: row.course.asOf.day)?.description ?? "?",
            ]
            let cells = row.answers.flatMap { rules, answer in
                func count(_ verdict: Verdict) -> Int { answer.open.count { $0.verdict == verdict } }
                let overall = wording.overall(answer.overall)
                guard sets.count == 1 else {
                    let open = [(Verdict.notMet, count(.notMet)), (.unknown, count(.unknown))].filter { $0.1 > 0 }
                        .map { "\($0.1) " + wording.verdict($0.0) }
                    return [overall + (open.isEmpty ? "" : wording.pick("，", "; ") + wording.list(open))]
                }
                return [
                    overall, "\(count(.notMet))", "\(count(.unknown))", wording.fewTitles(answer.limiting, rules),
                ]
            }
            table.add(who + cells)
        }
        return table.text(columns: wording.columns)
    }
}

extension Wording {
    /// The title of a criterion; its id where the set has none.
    func title(_ id: String, _ rules: RuleSet) -> String {
        rules.criterion(id).map { pick($0.title.zh, $0.title.en) } ?? id
    }

    /// Criteria by their titles.
    public func titles(_ ids: [String], _ rules: RuleSet) -> String { list(ids.map { title($0, rules) }) }

    /// The first few criteria by their titles, and how many more there are.
    func fewTitles(_ ids: [String], _ rules: RuleSet) -> String {
        let shown = titles(Array(ids.prefix(3)), rules)
        return ids.count > 3 ? shown + pick(" 等 \(ids.count) 项", " and \(ids.count - 3) more") : shown
    }

    /// Why a criterion has its verdict, with what must be seen beside it.
    func why(_ answer: CriterionAnswer) -> [String] {
        let marks = answer.marks.map { mark($0) }
        // How the window was watched belongs into the sentence about it.
        if case .eventFree(let elapsed, let start, let besides) = answer.reason {
            return [eventFree(elapsed, from: start, besides: besides, answer.watch)] + marks
        }
        return [reason(answer.reason)] + [answer.watch.map { watched($0) }].compactMap { $0 } + marks
    }

    /// The earliest time of one criterion by its rule.
    func earliest(_ instant: Instant) -> String {
        pick("按规则最早 \(time(instant))", "by the rule not before \(time(instant))")
    }
}
