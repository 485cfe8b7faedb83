internal import NICUCore

extension Wording {
    /// The word for where an item of the schedule stands.
    func dueStatus(_ status: DueStatus) -> String {
        switch status {
        case .overdue: pick("逾期", "overdue")
        case .closing: pick("即将截止", "closing")
        case .due: pick("应做", "due")
        case .unknown: pick("不明", "unknown")
        case .later: pick("未到", "later")
        case .done: pick("已做", "done")
        case .waived: pick("已豁免", "waived")
        case .notApplicable: pick("不适用", "not applicable")
        }
    }

    /// The sign of a status; always beside its word.
    func dueSymbol(_ status: DueStatus) -> String {
        switch status {
        case .overdue: "!"
        case .closing: "»"
        case .due: "•"
        case .unknown: "?"
        case .later: "·"
        case .done: "✓"
        case .waived: "w"
        case .notApplicable: "–"
        }
    }

    /// A window as days with their ages: `2024-09-16 (d 28) – 2024-09-30 (d 42)`.
    func dueWindow(_ item: DueItem, _ course: Course) -> String {
        func end(_ time: DueTime) -> String {
            let day = time.day(in: course.clock.zone)
            let age = course.postnatalAge(on: day).map { pick("（日龄\($0.days)）", " (d \($0.days))") } ?? ""
            if case .instant(let instant) = time { return self.time(instant) + age }
            return day.description + age
        }
        let leaving = pick("出院前", "before discharge")
        let from = item.from.map(end)
        let by = item.by.map { end($0) + (item.beforeDischarge ? pick("，且\(leaving)", " and \(leaving)") : "") }
        switch (from, by) {
        case (let from?, let by?): return from == by ? from : "\(from) – \(by)"
        case (let from?, nil):
            return pick("\(from) 起", "from \(from)") + (item.beforeDischarge ? pick("，", ", ") + leaving : "")
        case (nil, let by?): return pick("至 \(by)", "by \(by)")
        case (nil, nil): return item.beforeDischarge ? leaving : ""
        }
    }

    /// What the record does not say, with how it can be told.
    func scheduleFact(_ fact: ScheduleFact) -> String {
        switch fact {
        case .birth(let fact): term(fact.rawValue)
        case .birthTime: pick("出生时间", "time of birth")
        case .mother: pick("母亲乙肝表面抗原", "the mother's HBsAg")
        case .attestation(let item): "\(term(item))" + pick("（nicu attest）", " (nicu attest)")
        }
    }

    /// Why an item stands where it does.
    func dueReason(_ item: DueItem) -> String {
        var parts = [dueReason(item.reason)]
        if !item.missing.isEmpty {
            let facts = list(item.missing.map(scheduleFact))
            parts.append(
                item.status == .unknown
                    ? pick("缺：\(facts)", "missing: \(facts)")
                    : pick("缺：\(facts)，不论何值均如此", "missing: \(facts); the same whatever it is"))
        }
        if !item.awaits.isEmpty {
            parts.append(pick("先确认：", "first: ") + list(item.awaits.map(scheduleFact)))
        }
        return parts.filter { !$0.isEmpty }.joined(separator: pick("；", "; "))
    }

    private func dueReason(_ reason: DueReason) -> String {
        switch reason {
        case .window: return ""
        case .done(let ref, let at): return "#\(ref.seq) \(at.day)"
        case .notYet(let result, let ref): return "#\(ref.seq) " + term(result.rawValue)
        case .methodMissing(let task, let ref, let accepted):
            return "#\(ref.seq) " + methodMissing(task, accepted)
        case .otherMethod(let task, let method, let ref, let accepted):
            return "#\(ref.seq) " + otherMethod(task, method, accepted)
        case .earMissing(let task, let ear, let ref): return "#\(ref.seq) " + earMissing(task, ear)
        case .waived(let by, let at, let until):
            let limit = until.map { pick("，至 \($0.text)", " until \($0.text)") } ?? ""
            return pick("\(by) \(at.day) 豁免\(limit)", "by \(by) on \(at.day)\(limit)")
        case .notApplicable(let isDiscretionary):
            return isDiscretionary ? pick("由医师决定", "left to the physician") : ""
        case .noTrigger(.problem(let code, _)): return pick("未记录 \(term(code))", "no \(term(code)) recorded")
        case .noTrigger(.result(let task, let results)):
            let words = list(results.map { term($0.rawValue) })
            return pick("\(term(task))没有结果“\(words)”", "no \(term(task)) says “\(words)”")
        case .noTrigger(.procedure(let what, _)):
            return pick("未记录相关操作（\(term(what))）", "no such procedure recorded (\(term(what)))")
        case .missing(let facts):
            return pick("缺：", "missing: ") + list(facts.map(scheduleFact))
        case .followUp(let task, let result, let ref, let appointment, let place, let fault):
            let found = "#\(ref.seq) \(term(task)) \(term(result.rawValue))" + pick("，", ", ")
            let booked = appointment.map { $0.moment(in: zone).display + (place.map { " " + $0 } ?? "") } ?? ""
            switch fault {
            case nil: return found + pick("预约 \(booked)", "appointment \(booked)")
            case .noPlace?: return found + self.appointment(.noPlace) + pick("：\(booked)", ": \(booked)")
            case let fault?: return found + self.appointment(fault)
            }
        case .awaitsResult(let task, let result, let ref):
            return "#\(ref.seq) \(term(task)) \(term(result.rawValue))" + pick("，待结果", ", result awaited")
        case .visit(_, let number): return pick("第 \(number) 次", "visit \(number)")
        case .paperLast(let ref, let at): return pick("上次 #\(ref.seq) \(at.display)", "last #\(ref.seq) \(at.display)")
        case .paperMissing(let since): return pick("自 \(since.display) 起未登记", "none recorded since \(since.display)")
        case .paperWaits(let within):
            return pick("离院后 \(within.completed) 小时内", "within \(within.completed) h of the end of the stay")
        }
    }

    /// The title of a line: the schedule's, or what a result asks for.
    ///
    /// Where another line of the list has the same title by another guideline, whose it is stands behind it.
    func dueTitle(_ item: DueItem, among items: [DueItem]) -> String {
        let title = item.title.map { pick($0.zh, $0.en) } ?? pick("复查：", "next: ") + term(item.topic)
        let isTwice = items.contains {
            $0.title != nil && $0.title == item.title && $0.guideline != item.guideline && $0.status != .notApplicable
        }
        guard isTwice, item.guideline != Schedule.anywhere else { return title }
        return title + pick("（\(item.guideline) 指南）", " (\(item.guideline) guideline)")
    }

    /// Whose schedule a line is; `seen` is how surely the source is known.
    func guideline(_ item: DueItem, seen: String? = nil) -> String {
        (item.guideline == Schedule.anywhere ? "" : "\(item.guideline) ") + basis(item.basis)
            + (seen.map { pick("（\($0)）", " (\($0))") } ?? "")
    }

    /// Nothing of the schedule is open.
    public func nothingDue() -> String { pick("没有到期项目", "nothing is due") }

    /// Nothing is asked of an infant whose stay ended so.
    public func noDueAfterEnd() -> String { pick("该结局后不列待办", "nothing is listed after this end of the stay") }

    /// A number outside what an option can be.
    public func outsideRange(_ option: String, _ value: String, _ range: String) -> String {
        pick("\(option) 不能为 \(value)；范围 \(range)", "\(option) cannot be \(value); it must be \(range)")
    }

    /// An unknown guideline was asked for.
    public func notAGuideline(_ name: String, _ known: [String]) -> String {
        notOneOf("--guidelines", name, known + ["all"])
    }

    /// Which class of follow-up, or what is missing to tell it.
    func visitLine(_ list: DueList) -> String? {
        if let visitClass = list.visitClass {
            return pick("出院后随访：", "after discharge: ") + pick(visitClass.title.zh, visitClass.title.en)
        }
        guard !list.missingForClass.isEmpty else { return nil }
        return pick("出院后随访分类不明，缺：", "class of follow-up unknown, missing: ")
            + self.list(list.missingForClass.map(scheduleFact))
    }

    /// The days of the visits.
    func visitDays(_ days: [Day]) -> String {
        pick("随访计划（若均在当日）：", "visits, if each takes place on its day: ") + list(days.map(\.description))
    }
}
