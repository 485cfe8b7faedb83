public import NICUCore

/// The words of clinical papers.
extension Wording {
    /// The title of a paper.
    func summaryTitle(_ kind: SummaryKind, unit: String) -> String {
        let name =
            switch kind {
            case .progress: pick("病程记录", "Progress note")
            case .stage: pick("阶段小结", "Stage summary")
            case .discharge: pick("出院记录", "Discharge summary")
            case .transfer: pick("转院记录", "Transfer summary")
            case .death: pick("死亡记录", "Death summary")
            }
        return "\(name) · \(unit)"
    }

    /// The heading of a part.
    func part(_ part: SummaryPart) -> String {
        switch part {
        case .who: pick("一般情况", "Who")
        case .beginning: pick("入院情况", "On admission")
        case .lastDay: pick("近 24 小时病情", "The last 24 hours")
        case .course: pick("诊疗经过", "Course")
        case .now: pick("目前情况", "At present")
        case .end: pick("离院情况", "At the end of the stay")
        case .assessment: pick("诊断与分析", "Assessment")
        case .plan: pick("计划与医嘱", "Plan")
        }
    }

    /// The label of a row.
    func topic(_ topic: SummaryTopic) -> String {
        switch topic {
        case .name: pick("姓名", "name")
        case .stay: pick("住院", "stay")
        case .admission: pick("入院", "admission")
        case .birth: pick("围产与出生", "perinatal, birth")
        case .problems: pick("诊断／问题", "problems")
        case .support: pick("支持与用药天数", "days of support")
        case .procedures: pick("操作", "procedures")
        case .events: pick("事件", "events")
        case .growth: pick("生长", "growth")
        case .screens: pick("筛查与接种", "screens, vaccines")
        case .laboratory: pick("检验", "laboratory")
        case .talks: pick("沟通与同意", "talks, consent")
        case .open: pick("未完成与随访", "open, follow-up")
        case .end: pick("离院", "end of stay")
        case .complaint: pick("主诉与入院查体", "complaint, exam")
        case .admissionDiagnosis: pick("入院诊断", "initial diagnosis")
        case .examination: pick("查体", "examination")
        case .analysis: pick("病情分析", "analysis")
        case .currentDiagnosis: pick("目前诊断", "diagnosis now")
        case .dischargeDiagnosis: pick("出院诊断", "final diagnosis")
        case .orders: pick("诊疗意见", "orders")
        case .dischargeOrders: pick("出院医嘱", "discharge orders")
        case .purpose: pick("转院目的与注意事项", "purpose")
        case .rescue: pick("抢救经过", "resuscitation")
        case .deathDiagnosis: pick("死亡诊断", "diagnosis at death")
        case .causeOfDeath: pick("死亡原因", "cause of death")
        }
    }

    /// What stands where a physician judges.
    func physicianWrites() -> String { pick("〔医师填写〕", "[physician writes]") }

    /// The opened texts of an identity.
    func named(_ identity: Summary.Identity) -> [String] {
        let unknown = notRecorded()
        return [
            identity.name ?? unknown,
            pick("住院号 ", "hospital number ") + (identity.hospitalNumber ?? unknown) + pick("，病案号 ", ", record number ")
                + (identity.recordNumber ?? unknown),
        ]
    }

    /// What is said once about a paper.
    func summaryNotices(_ kind: SummaryKind, named: Bool, isOpen: Bool) -> [String] {
        let isDraft = isOpen && kind != .progress && kind != .stage
        return [
            isDraft ? pick("住院未结束：草稿。", "The stay goes on: a draft.") : nil,
            pick(
                "事实均取自病历；“未记录”即病历中没有，不等于没有发生。〔医师填写〕处由医师判断并书写。",
                "Facts are taken from the record; “not recorded” means the record has nothing, not that nothing happened. What is judgement is left to the physician to write."
            ),
            named
                ? pick("本页载有姓名，按病历管理。", "This page carries a name and is kept like the record.")
                : pick("本页只用代号。", "This page names the infant by code only."),
            summaryNotice(),
        ].compactMap { $0 }
    }

    /// Who signs a paper.
    func summarySignatures() -> [String] { [pick("医师签名：", "Physician: "), pick("日期时间：", "Date, time: ")] }

    /// The size of one value at birth in a reference.
    func sizeAtBirth(_ point: GrowthSummary.Point, _ score: GrowthSummary.Point.Score) -> String {
        term(point.measure.rawValue) + " " + point.measure.quantity.display(point.value) + pick("，", ", ")
            + score.reference + " " + scoreWithDating(score) + (size(score).map { pick("，", ", ") + $0 } ?? "")
    }

    /// Days of one kind of care within a period.
    func counted(_ days: CountedDays, certain: [Day], unknown: [Day]) -> String {
        let (least, most) = (certain.count, certain.count + unknown.count)
        let number = least == most ? "\(least)" : "\(least)–\(most)"
        let title = pick(days.item.title.zh, days.item.title.en)
        var text = pick("\(title) \(number) 天", "\(title): \(number) d")
        if let first = certain.first, let last = certain.last {
            let end = days.now == .yes ? pick("至今", "still on") : "\(last)"
            text += pick("（\(first) 至 \(end)）", " (\(first) to \(end))")
        }
        return text + pick("；按“\(days.rule.title.zh)”计", "; by the rule: \(days.rule.title.en)")
    }

    /// What nobody recorded.
    func silent(_ titles: [String]) -> String {
        pick("未记录（不等于没有）：", "not recorded, which does not mean none: ") + list(titles)
    }

    /// A period without an event.
    func noEvents(since day: Day) -> String {
        pick("自 \(day) 起没有记录事件", "no event recorded since \(day)")
    }

    /// How many events of each kind; one event can be of several.
    func eventCounts(_ counts: [(kind: Event.What, count: Int)], of all: Int) -> String {
        let parts = counts.map { "\(term($0.kind.rawValue)) \($0.count)" }
        return pick("共 \(all) 次：\(list(parts))（一次可有数种）", "\(all) events: \(list(parts)) (one can be of several kinds)")
    }

    /// A procedure that was done again and again.
    func repeated(_ what: String, _ times: [Moment]) -> String {
        let span = [times.first, times.last].compactMap { $0?.day.description }
        return pick(
            "\(term(what)) \(times.count) 次（\(span.joined(separator: " 至 "))）",
            "\(term(what)) × \(times.count) (\(span.joined(separator: " to ")))")
    }

    /// The last stay from its beginning to its end, in civil days; nil where no admission is recorded.
    func wholeStay(_ course: Course) -> String? {
        guard let began = course.last(Admission.self)?.entry.at else { return nil }
        let end = course.stayEnd
        let days = (end?.entry.at.day ?? course.asOf.day) - began.day
        let left =
            end.map {
                pick(
                    "，\($0.entry.at.display) 离院（\(term($0.destination.rawValue))）",
                    ", left \($0.entry.at.display) (\(term($0.destination.rawValue)))")
            } ?? ""
        return pick(
            "\(began.display) 入院\(left)，住院 \(days) 天（入院日 = 0）",
            "admitted \(began.display)\(left), \(days) d (day of admission = 0)")
    }

    /// The stay has not ended.
    func stayGoesOn() -> String { pick("住院未结束", "the stay goes on") }

    /// A paper that does not fit how the stay ended.
    public func summaryDoesNotFit(_ kind: SummaryKind, _ end: Destination?) -> String {
        let title = summaryTitle(kind, unit: "").dropLast(3)
        guard let end else { return pick("住院未结束，不能写\(title)", "the stay goes on, so there is no \(title) yet") }
        return pick(
            "住院结局为“\(term(end.rawValue))”，不能写\(title)",
            "the stay ended otherwise (\(term(end.rawValue))), so there is no \(title)")
    }
}
