internal import NICUCore

extension Wording {
    /// What a comparison begins with.
    func diffSince(_ since: String, _ head: LedgerHead?) -> String {
        let ledger = head.map { pick("，当时账本 \($0.fingerprint)", ", ledger then \($0.fingerprint)") } ?? ""
        return pick("自 \(since) 以来", "since \(since)") + ledger
    }

    /// The later end lies before the earlier one.
    public func diffBackwards(_ since: String) -> String {
        pick(
            "--since \(since) 晚于 --as-of 或 --known-at，其间没有时间；请检查",
            "--since \(since) is later than --as-of or --known-at, so nothing lies between; check them")
    }

    /// Nothing to compare with.
    func diffUnborn() -> String { pick("当时尚无出生记录，无从比较", "no birth was recorded then; nothing to compare with") }

    /// A correction with what stood there before.
    func diffCorrected(_ change: RecordDiff.Change) -> String {
        let old = change.old.map { "#\($0.seq) \(fact($0))" } ?? pick("（原条目不在）", "(the old entry is not here)")
        return
            "\(old) → #\(change.entry.seq) \(fact(change.entry)) (\(change.entry.by), \(time(change.entry.recorded)))"
    }

    /// A strike, or a physician's confirmation of an earlier strike or correction.
    func diffStruck(_ change: RecordDiff.Change) -> String {
        let old =
            change.old.map { "#\($0.seq) \($0.at.display) \(fact($0))" }
            ?? pick("（原条目不在）", "(the old entry is not here)")
        let by = (change.entry.body as? Retraction)?.confirmedBy
        let what: String
        if let by, let earlier = change.confirms, let entry = change.old {
            what = confirmed(earlier, of: entry, by: by)
        } else {
            what = pick("删划", "struck") + (by.map { pick("，\($0) 医师确认", ", confirmed by \($0)") } ?? "")
        }
        return "\(old) → #\(change.entry.seq) \(what) (\(change.entry.by), \(time(change.entry.recorded)))"
    }

    /// The latest weight before and after.
    func diffWeight(from old: GrowthSummary.Point?, to new: GrowthSummary.Point) -> String {
        let title = term("weight") + pick("：", ": ")
        guard let old else { return title + "— → \(new.value) g (\(new.day))" }
        let change = new.value - old.value
        let sign = change > 0 ? "+" : change < 0 ? "−" : ""
        return title + "\(old.value) g (\(old.day)) → \(new.value) g (\(new.day)), \(sign)\(abs(change)) g"
    }

    /// A rate before and after.
    func diffRate(_ window: Velocity.Window, from old: Velocity?, to new: Velocity?) -> String {
        func shown(_ rate: Velocity?) -> String {
            rate.map { "\(Wording.minus($0.value, 2)) \($0.unit) (n = \($0.n))" } ?? "—"
        }
        return pick("增长速度（指数法，\(self.window(window))）：", "velocity (exponential, \(self.window(window))): ")
            + "\(shown(old)) → \(shown(new))"
    }

    /// An item of the schedule that stands elsewhere.
    func diffDue(_ change: RecordDiff.DueChange, among items: [DueItem], _ course: Course) -> String {
        let from = change.from.map(dueStatus) ?? "—"
        let window = dueWindow(change.item, course)
        return dueTitle(change.item, among: items) + pick("：", ": ") + "\(from) → \(dueStatus(change.item.status))"
            + (window.isEmpty ? "" : pick("（\(window)）", " (\(window))"))
    }
}
