internal import NICUCore

extension Wording {
    /// How much is missing in the whole ward.
    func boardCounts(_ rows: [BoardRow], received: Int) -> [String] {
        var parts = [
            pick("\(rows.count) 名婴儿", "\(rows.count) infants"),
            pick(
                "缺今日体重 \(rows.count { $0.weight.today == .missing })",
                "no weight today \(rows.count { $0.weight.today == .missing })"),
            pick(
                "头围超过 7 天 \(rows.count { $0.isHeadMissing })", "head older than 7 d \(rows.count { $0.isHeadMissing })"),
            pick(
                "筛查逾期或将到期 \(rows.count { !$0.due.isEmpty })",
                "screens overdue or closing \(rows.count { !$0.due.isEmpty })"),
            pick(
                "观察计时中 \(rows.count { !$0.countdowns.isEmpty })",
                "times running \(rows.count { !$0.countdowns.isEmpty })"),
            pick("需查看 \(rows.count { !$0.alerts.isEmpty })", "to look at \(rows.count { !$0.alerts.isEmpty })"),
            pick(
                "病历文书逾期 \(rows.count { !$0.papers.isEmpty })", "papers overdue \(rows.count { !$0.papers.isEmpty })"),
        ]
        if received > 0 {
            parts.append(pick("待接收设备数值 \(received)", "\(received) received values wait (nicu accept)"))
        }
        return parts
    }

    /// An item of the schedule that is overdue or closing.
    func boardDue(_ item: DueItem, among items: [DueItem]) -> String {
        let title = item.title == nil ? term(item.topic) : dueTitle(item, among: items)
        let by = item.by.map { pick("（至 \($0.day(in: zone))）", " (by \($0.day(in: zone)))") } ?? ""
        return item.status == .overdue
            ? pick("逾期：\(title)\(by)", "overdue: \(title)\(by)") : pick("将到期：\(title)\(by)", "closing: \(title)\(by)")
    }

    /// Times that cannot be told.
    func boardUntold(_ ids: [String], _ rules: RuleSet) -> String {
        let times = ids.map { id in
            switch rules.criterion(id)?.test {
            case .eventFreeInterval: pick("无事件时间", "event-free time")
            case .timeSinceStopped(let test): pick("停\(term(test.drug))时间", "time off \(term(test.drug))")
            default: title(id, rules)
            }
        }
        return list(times) + pick("不明", " unknown")
    }

    /// Something on the board that wants a look.
    func boardAlert(_ alert: BoardRow.Alert, _ rules: RuleSet) -> String {
        switch alert {
        case .unconfirmed(let entry, let quantity, let value):
            return pick(
                "待核实 #\(entry.seq) \(term(quantity.rawValue)) \(quantity.display(value))",
                "unconfirmed #\(entry.seq) \(term(quantity.rawValue)) \(quantity.display(value))")
        case .awaitsPhysician(let changes):
            let numbers = list(changes.map { "#\($0.change.seq)" })
            return pick("\(numbers) 待医师确认（nicu confirm）", "\(numbers) awaits a physician (nicu confirm)")
        case .dosingWeight(let dosing): return dosingWeight(dosing)
        case .conflicting(let id):
            let title = title(id, rules)
            return pick("\(title)：数值互相矛盾", "\(title): values contradict each other")
        }
    }
}
