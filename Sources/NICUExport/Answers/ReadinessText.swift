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
    return table.text
}

/// One infant of the ward as a line: the answer, how many criteria are open, and what holds it back.
public struct ReadinessRow: Sendable {
    let course: Course
    let answer: ReadinessAnswer
    let rules: RuleSet

    /// Makes a row.
    public init(_ course: Course, _ answer: ReadinessAnswer, rules: RuleSet) {
        self.course = course
        self.answer = answer
        self.rules = rules
    }

    /// The answer of the infant as JSON.
    public func json(_ wording: Wording) -> JSON { readinessJSON(answer, course, wording: wording) }

    /// The ward as text.
    public static func table(_ rows: [ReadinessRow], _ wording: Wording) -> String {
        var table = Table(
            [
                wording.pick("代号", "code"), wording.pick("床", "bed"), wording.pick("矫正胎龄", "PMA"),
                wording.pick("所列标准", "listed criteria"), wording.pick("未满足", "not met"),
                wording.pick("不明", "unknown"), wording.pick("关键", "held back by"),
            ], [.left, .left, .right, .left, .right, .right])
        for row in rows {
            let open = row.answer.open
            table.add([
                row.course.code.text, row.course.bed ?? "",
                row.course.postmenstrualAge(on: row.course.asOf.day)?.description ?? "?",
                wording.overall(row.answer.overall), "\(open.count { $0.verdict == .notMet })",
                "\(open.count { $0.verdict == .unknown })", wording.fewTitles(row.answer.limiting, row.rules),
            ])
        }
        return table.text
    }
}

extension Wording {
    /// Criteria by their titles.
    public func titles(_ ids: [String], _ rules: RuleSet) -> String {
        list(ids.map { id in rules.criterion(id).map { pick($0.title.zh, $0.title.en) } ?? id })
    }

    /// The first few criteria by their titles, and how many more there are.
    func fewTitles(_ ids: [String], _ rules: RuleSet) -> String {
        let shown = titles(Array(ids.prefix(3)), rules)
        return ids.count > 3 ? shown + pick(" 等 \(ids.count) 项", " and \(ids.count - 3) more") : shown
    }

    /// What holds the answer back, and when time alone could bring it.
    public func outlook(_ answer: ReadinessAnswer, _ rules: RuleSet) -> [String] {
        guard !answer.open.isEmpty else { return [] }
        let limiting = titles(answer.limiting, rules)
        var lines = [pick("关键标准：\(limiting)", "held back by: \(limiting)")]
        if let range = answer.projection {
            lines.append(
                pick(
                    "推算：\(time(range.earliest)) 至 \(time(range.latest))（假定：无新事件、不倒退、已满足的保持、体重按近 14 天的趋势；每天评估一次）",
                    "projected: \(time(range.earliest)) to \(time(range.latest)) (assumed: no event, no step back, what is met stays met, weight as in its last 14 d; looked at once a day)"
                ))
        } else {
            lines.append(
                pick("推算：— 有标准不是单靠时间就能满足", "projected: — a criterion waits for something else than time"))
        }
        return lines
    }

    /// The earliest time of one criterion by its rule.
    func earliest(_ instant: Instant) -> String {
        pick("按规则最早 \(time(instant))", "by the rule not before \(time(instant))")
    }

    /// Which verdicts differ from a day before.
    public func changes(from old: ReadinessAnswer, to new: ReadinessAnswer, _ rules: RuleSet) -> [String] {
        let changed = new.criteria.compactMap { criterion -> String? in
            guard let before = old.criterion(criterion.id), before.verdict != criterion.verdict else { return nil }
            return "\(titles([criterion.id], rules)) \(verdict(before.verdict)) → \(verdict(criterion.verdict))"
        }
        return [
            changed.isEmpty
                ? pick("与 24 小时前相比：无变化", "since 24 h before: no verdict changed")
                : pick("与 24 小时前相比：", "since 24 h before: ") + changed.joined(separator: pick("；", "; "))
        ]
    }
}
