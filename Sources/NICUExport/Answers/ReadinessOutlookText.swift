public import NICUCore

/// The answer a day before, or why there is none.
public enum DayBefore: Sendable {
    /// What would have been said a day before, of what was known then.
    case answer(ReadinessAnswer)
    /// A position in the ledger was asked about, and a position has no day before.
    case position
    /// There was no birth entry yet.
    case unborn
}

extension Wording {
    /// What holds the answer back, what the open criteria wait for, and the range that time alone gives.
    public func outlook(_ answer: ReadinessAnswer, _ rules: RuleSet) -> [String] {
        let outlook = answer.outlook
        guard let limiting = outlook.ordered.first else { return [] }
        let toBeDone = outlook.hasEnded ? pick("未满足：", "not met: ") : pick("待完成：", "to be done: ")
        let rest = [
            outlook.toBeDone.isEmpty ? nil : toBeDone + titles(outlook.toBeDone, rules),
            outlook.unknown.isEmpty ? nil : pick("资料不全：", "unknown: ") + titles(outlook.unknown, rules),
        ].compactMap { $0 }.joined(separator: pick("；", "; "))
        let name = title(limiting, rules)
        guard !outlook.hasEnded else {
            return [pick("住院结束后不作推算；", "nothing is projected after the stay; ") + rest]
        }
        let first = pick("关键标准：\(name)", "held back by: \(name)") + pick("（", " (") + waits(outlook) + pick("）", ")")
        guard let range = outlook.range else {
            return [first, pick("单靠时间不能满足；", "time alone does not do it; ") + rest]
        }
        let span = pick(
            "\(time(range.earliest)) 至 \(time(range.latest))", "\(time(range.earliest)) to \(time(range.latest))")
        let others = outlook.byTime.dropFirst().map(\.id)
        let also = others.isEmpty ? "" : pick("；随时间还有：", "; by time as well: ") + titles(others, rules)
        let head = rest.isEmpty ? pick("推算：", "projected: ") : pick("单靠时间：", "time alone: ")
        let assumed = pick(
            "（假定：无新事件、不倒退、已满足的保持、体重按近 14 天的趋势；每天评估一次）",
            " (assumed: no event, no step back, what is met stays met, weight as in its last 14 d; looked at once a day)"
        )
        return [first, head + span + assumed + also + (rest.isEmpty ? "" : pick("；此外，", "; besides, ") + rest)]
    }

    /// What the criterion that holds the answer back waits for.
    private func waits(_ outlook: ReadinessOutlook) -> String {
        if !outlook.byTime.isEmpty { return pick("等待时间", "waits for time") }
        return outlook.toBeDone.isEmpty
            ? pick("等待资料", "waits for data") : pick("等待完成", "waits for something to be done")
    }

    /// What is another answer than a day before: the answer, the verdicts, the earliest times, and new entries.
    public func changes(since before: DayBefore, to new: ReadinessAnswer, _ rules: RuleSet) -> String {
        let head = pick("与 24 小时前相比：", "since 24 h before: ")
        switch before {
        case .position: return head + pick("账本位置没有前一天，无法比较", "cannot be told for a position in the ledger")
        case .unborn: return head + pick("当时尚无出生记录", "there was no birth entry then")
        case .answer(let old):
            let parts = changes(from: old, to: new, rules)
            return head + (parts.isEmpty ? pick("无变化", "nothing changed") : parts.joined(separator: pick("；", "; ")))
        }
    }

    /// What two answers of one rule set say otherwise: the answer, the verdicts, the earliest times, and new entries.
    func changes(from old: ReadinessAnswer, to new: ReadinessAnswer, _ rules: RuleSet) -> [String] {
        let whole = old.overall == new.overall ? [] : ["\(overall(old.overall)) → \(overall(new.overall))"]
        return whole + new.criteria.compactMap { change(of: $0, in: new, since: old, rules) }
    }

    private func change(
        of criterion: CriterionAnswer, in new: ReadinessAnswer, since old: ReadinessAnswer, _ rules: RuleSet
    ) -> String? {
        guard let before = old.criterion(criterion.id) else { return nil }
        let known = Set(before.evidence)
        let fresh = criterion.evidence.filter { !known.contains($0) }.map(\.seq)
        var parts: [String] = []
        if before.verdict != criterion.verdict {
            parts.append("\(verdict(before.verdict)) → \(verdict(criterion.verdict))")
        }
        if before.earliest != criterion.earliest, !new.outlook.hasEnded {
            let (was, becomes) = (before.earliest.map(time) ?? "—", criterion.earliest.map(time) ?? "—")
            parts.append(pick("最早 \(was) → \(becomes)", "not before \(was) → \(becomes)"))
        }
        if !fresh.isEmpty { parts.append(pick("新条目 ", "new entries ") + numbers(fresh)) }
        return parts.isEmpty
            ? nil : title(criterion.id, rules) + pick("：", ": ") + parts.joined(separator: pick("，", ", "))
    }

    /// Entries by their numbers, those in a row as their first and last.
    private func numbers(_ seqs: [Int64]) -> String {
        var runs: [(first: Int64, last: Int64)] = []
        for seq in seqs.sorted() {
            if let run = runs.last, run.last + 1 == seq {
                runs[runs.count - 1].last = seq
            } else {
                runs.append((seq, seq))
            }
        }
        return list(runs.map { $0.first == $0.last ? "#\($0.first)" : "#\($0.first)–#\($0.last)" })
    }
}
