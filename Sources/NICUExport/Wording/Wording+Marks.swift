public import NICUCore

extension Wording {
    /// A strike or correction with who made it.
    func change(_ change: EntryChange) -> String {
        let what = change.isStruck ? pick("删划", "struck by") : pick("更正", "corrected by")
        return language == .zh
            ? "#\(change.entry.seq) 被 \(change.by) \(what)" : "#\(change.entry.seq) \(what) \(change.by)"
    }

    /// What must be seen beside a verdict.
    public func mark(_ mark: VerdictMark) -> String {
        switch mark {
        case .since(let change):
            pick(
                "因 \(self.change(change))（\(time(change.recorded))）而如此",
                "so since \(self.change(change)) (\(time(change.recorded)))")
        case .startDropped(let start, let task):
            pick("因\(term(task))不计\(term(start.rawValue))", "\(term(start.rawValue)) left out: \(term(task))")
        case .homePlan(let task): pick("按家庭计划：\(term(task))", "by home plan: \(term(task))")
        case .rechecked(let entry, let by):
            pick("#\(entry.seq) 经 #\(by.seq) 复测在范围内", "#\(entry.seq) rechecked in range by #\(by.seq)")
        case .slope(let slope): self.slope(slope)
        case .regimenSince(let at, let aspect): regimen(since: at, aspect)
        case .excludedEvent(let entry): pick("#\(entry.seq) 为喂养相关，未计入", "#\(entry.seq) feeding-related, left out")
        }
    }
}
