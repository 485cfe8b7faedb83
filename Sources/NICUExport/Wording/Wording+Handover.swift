internal import NICUCore

extension Wording {
    /// The label of a row.
    func topic(_ topic: InfantLines.Topic) -> String {
        switch topic {
        case .identity: pick("身份", "identity")
        case .ages: pick("年龄", "ages")
        case .stay: pick("住院", "stay")
        case .problems: pick("诊断／问题", "problems")
        case .events: pick("近 24 小时事件", "events in 24 h")
        case .respiratory: pick("呼吸支持", "breathing")
        case .vitals: pick("生命体征", "vital signs")
        case .thermal: pick("保暖", "warmth")
        case .feeding: pick("喂养与入量", "feeding, intake")
        case .weight: pick("体重与增长", "weight, growth")
        case .size: pick("身长、头围", "length, head")
        case .medicines: pick("用药", "medicines")
        case .methylxanthine: pick("甲基黄嘌呤", "methylxanthine")
        case .lines: pick("管路与肠外营养", "lines, PN")
        case .results: pick("结果与待回报", "results, pending")
        case .due: pick("72 小时内待办", "due within 72 h")
        case .papers: papersTopic()
        case .readiness: pick("出院标准", "readiness")
        case .decisions: pick("须重审的决定", "decisions reopened")
        case .changes: pick("更正与删划", "corrected, struck")
        case .plans: pick("计划", "plans")
        case .writings: pick("文字记录", "notes")
        }
    }

    /// The headings of SBAR.
    func situation() -> String { pick("S 现状（Situation）", "Situation") }
    /// The second heading.
    func background() -> String { pick("B 背景（Background）", "Background") }
    /// The third heading.
    func assessment() -> String { pick("A 评估（Assessment）", "Assessment") }
    /// The fourth heading.
    func recommendation() -> String { pick("R 建议（Recommendation）", "Recommendation") }

    /// The title of a handover.
    func handoverTitle(_ kind: HandoverKind, unit: String) -> String {
        switch kind {
        case .doctor: pick("医师交班记录 · \(unit)", "Doctors' handover · \(unit)")
        case .nurse: pick("护理交班记录（SBAR）· \(unit)", "Nurses' handover (SBAR) · \(unit)")
        }
    }

    /// The foot of every page: unit, both moments, fingerprint.
    func foot(unit: String, asOf: Moment, knownAt: KnownAt, head: LedgerHead) -> String {
        unit + " · " + stamp(asOf: asOf, knownAt: knownAt, head: head)
    }

    /// The label of those who are there no more.
    func goneTopic() -> String { pick("24 小时离院、死亡", "left, died in 24 h") }

    /// Nobody left the unit.
    func nobodyGone() -> String { pick("24 小时内无人离院或死亡", "nobody died or left within 24 h") }

    /// One who died or left: code, last bed, when, where to.
    func gone(_ gone: Handover.Gone) -> String {
        let parts = [
            gone.course.code.text, gone.course.bed.map { pick("\($0) 床", "bed \($0)") }, goneTo(gone.end),
            gone.isLate
                ? pick("\(time(gone.end.entry.recorded)) 补录", "entered late, \(time(gone.end.entry.recorded))") : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: pick("，", ", "))
    }

    /// How and when a stay ended, and where the infant went.
    func goneTo(_ end: (entry: Entry, destination: Destination)) -> String {
        let at = end.entry.at.display
        if end.destination == .death { return pick("\(at) 死亡", "died \(at)") }
        let hospital = (end.entry.body as? Transfer)?.hospital.map { pick("，\($0)", ", \($0)") } ?? ""
        let place = term(end.destination.rawValue) + hospital
        return pick("\(at) 离院：\(place)", "left \(at): \(place)")
    }

    /// What is said once about a handover.
    func handoverNotices() -> [String] {
        [
            pick(
                "各项均取自病历，无重新录入；“未记录”即病历中没有，不等于没有发生。姓名及文字内容不在此纸上。",
                "Every line is taken from the record, none typed anew; “not recorded” means the record has nothing, not that nothing happened. Names and free text stay in the record."
            ),
            summaryNotice(),
        ]
    }

    /// Who signs on paper.
    func signatures(_ kind: HandoverKind) -> [String] {
        let what = kind == .doctor ? pick("医师", "doctor") : pick("护士", "nurse")
        return [
            pick("补充〔\(what)填写〕：", "To add, by hand: "), pick("交班\(what)：", "Handed over by (\(what)): "),
            pick("接班\(what)：", "Taken over by (\(what)): "),
        ]
    }

    /// The words around an HTML page.
    var htmlWords: Sheet.HTMLWords {
        Sheet.HTMLWords(
            language: language == .zh ? "zh-Hans" : "en", topic: pick("项目", "topic"),
            facts: pick("病历所载", "from the record"),
            page: language == .zh ? ("第 ", " 页 / 共 ", " 页") : ("page ", " of ", ""))
    }

    /// Who the infant is, without a name: bed, code, check letter, sex and place among siblings.
    func heading(_ picture: InfantPicture) -> String {
        let course = picture.course
        let parts: [String?] = [
            course.stayEnd == nil
                ? course.bed.map { pick("\($0) 床", "bed \($0)") } ?? pick("床位未记录", "bed not recorded")
                : pick("已离院", "stay ended"),
            course.code.text + pick("（校验 \(CheckLetter.of(course.code))）", " (check \(CheckLetter.of(course.code)))"),
            sex(course.sex),
            birthOrder(course, siblings: picture.siblings),
        ]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    /// The infant's place among several of one birth, with its siblings where they are known; nil for one alone.
    func birthOrder(_ course: Course, siblings: [InfantCode]) -> String? {
        guard let birth = course.birth?.body else { return nil }
        let parts = [
            birth.of > 1 ? pick("第 \(birth.order)/\(birth.of) 胎", "\(birth.order)/\(birth.of)") : nil,
            siblings.isEmpty ? nil : pick("同胞 ", "sibling ") + list(siblings.map(\.text)),
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: pick("，", ", "))
    }

    /// Since when the infant is in the unit, and how long that is in civil days.
    func stay(_ course: Course) -> String {
        if let end = course.stayEnd { return stayEnded(end.entry.at, end.destination) }
        guard let admission = course.last(Admission.self) else { return pick("入院未记录", "admission not recorded") }
        let days = course.asOf.day - admission.entry.at.day
        return pick(
            "\(admission.entry.at.display) 入院，住院 \(days) 天（入院日 = 0）",
            "admitted \(admission.entry.at.display), \(days) d ago (day of admission = 0)")
    }

    /// The overall answer with what it rests on and what holds it back.
    func readinessLines(_ picture: InfantPicture, isShort: Bool = false) -> [String] {
        let (answer, rules) = (picture.answer, picture.rules)
        let open = answer.open
        func named(_ verdict: Verdict) -> String { titles(open.filter { $0.verdict == verdict }.map(\.id), rules) }
        var lines = [overall(answer.overall) + pick("（", " (") + "\(rules.id) \(rules.version)" + pick("）", ")")]
        guard !isShort else {
            let held = answer.limiting
            return lines + (held.isEmpty ? [] : [pick("有待：", "held back by: ") + fewTitles(held, rules)])
        }
        if open.contains(where: { $0.verdict == .notMet }) { lines.append(pick("未满足：", "not met: ") + named(.notMet)) }
        if open.contains(where: { $0.verdict == .unknown }) {
            lines.append(pick("资料不全：", "unknown: ") + named(.unknown))
        }
        if !answer.waived.isEmpty { lines.append(pick("豁免：", "waived: ") + titles(answer.waived, rules)) }
        return lines
    }

    /// A strike or correction with who made it, and whether a physician has yet to confirm it; its reason is in the record.
    func changed(_ change: Superseded, isAwaited: Bool) -> String {
        let old = "#\(change.entry.seq) \(change.entry.at.display) \(fact(change.entry))"
        let new = change.isStruck ? pick("删划", "struck") : pick("更正为 ", "corrected to ") + fact(change.by)
        let who = pick(
            "（\(change.by.by)，\(time(change.by.recorded))）", " (\(change.by.by), \(time(change.by.recorded)))")
        let state =
            isAwaited
            ? pick("；待医师确认", "; awaits a physician's confirmation")
            : change.confirmedBy.map { pick("；\($0) 医师确认", "; confirmed by \($0)") } ?? ""
        return "\(old) → #\(change.by.seq) \(new)\(who)\(state)"
    }

    /// An event of the last 24 hours, or one that was told later.
    func eventLine(_ entry: Entry, isLate: Bool) -> String {
        let text = "#\(entry.seq) \(entry.at.display) \(fact(entry))"
        return isLate
            ? text + pick("（\(time(entry.recorded)) 补录）", " (entered late, \(time(entry.recorded)))") : text
    }

    /// How the time without an event counts by the rules.
    func eventFreeLine(_ answer: CriterionAnswer) -> String {
        pick("无事件计时：", "event-free clock: ") + why(answer).joined(separator: pick("；", "; "))
    }

    /// No weight in the care day that runs.
    func noWeightToday(_ clock: WardClock, at instant: Instant) -> String {
        let start = time(clock.interval(ofCareDay: clock.careDay(at: instant)).lowerBound)
        return pick("本护理日（\(start) 起）尚未称重", "no weight yet in this care day (from \(start))")
    }

    /// How many shifts of the window ended and which were not reviewed.
    func shiftLine(_ shifts: (ended: [Shift], unreviewed: [Shift])) -> String {
        guard !shifts.ended.isEmpty else { return pick("24 小时内尚无班次结束", "no shift has ended within 24 h") }
        let done = shifts.ended.count - shifts.unreviewed.count
        let text = pick("\(done)/\(shifts.ended.count) 班已回顾", "\(done) of \(shifts.ended.count) shifts reviewed")
        guard !shifts.unreviewed.isEmpty else { return text }
        return text + pick("，未回顾：", "; not reviewed: ") + self.shifts(shifts.unreviewed)
    }
}

extension Wording {
    /// The outside tool that makes PDF is not there.
    public func printerMissing(_ tool: String) -> String {
        pick(
            "PDF 需要 \(tool)，未找到；请安装（Debian：apt-get install \(tool)），或用 --format html 再由浏览器打印",
            "PDF needs \(tool), which is not installed (Debian: apt-get install \(tool)); or use --format html and print it from a browser"
        )
    }

    /// The outside tool failed.
    public func printerFailed(_ tool: String) -> String {
        pick("\(tool) 未能生成 PDF；没有写出文件", "\(tool) made no PDF; nothing was written")
    }

    /// An answer that is not for a screen.
    public func needsFile(_ what: String, _ option: String) -> String {
        pick("\(what) 不能写到终端；请加 \(option) 文件", "\(what) is not for a terminal; name a file with \(option)")
    }
}

extension Wording {
    /// How many more items the schedule has open.
    func moreDue(_ count: Int, _ code: InfantCode) -> String {
        pick("另有 \(count) 项，见 nicu due \(code)", "\(count) more, see nicu due \(code)")
    }
}
