internal import NICUCore

/// The facts about one infant as lines under their topics: what the handover, the card and their kin are put together from.
struct InfantLines {
    /// What lines are about; the order is that of 交班记录.
    enum Topic: String, CaseIterable {
        case identity, ages, stay, problems, events, respiratory, vitals, thermal, feeding, weight, size, medicines
        case methylxanthine, lines, results, due, papers, readiness, decisions, changes, plans, writings
    }

    let picture: InfantPicture
    let wording: Wording
    /// The stored decisions that were reopened, as sentences.
    let reopened: [String]

    var course: Course { picture.course }

    /// A topic as a row; a topic without a fact says so.
    func row(_ topic: Topic) -> Sheet.Row {
        Sheet.Row(id: topic.rawValue, label: wording.topic(topic), lines: lines(topic))
    }

    func lines(_ topic: Topic) -> [Sheet.Line] {
        switch topic {
        case .identity: identity
        case .ages: ages
        case .stay: [Sheet.Line(wording.stay(course))]
        case .problems: problems
        case .events: events
        case .respiratory: [state(Aspect.respiratorySupport, named: false)]
        case .vitals: vitals
        case .thermal: [state(Aspect.thermal, named: false)]
        case .feeding: feeding
        case .weight: weight
        case .size: [size(.length), size(.head)]
        case .medicines: medicines
        case .methylxanthine: [methylxanthine]
        case .lines: linesAndNutrition
        case .results: results
        case .due: due
        case .papers: papers
        case .readiness: readiness
        case .decisions:
            reopened.isEmpty ? [none()] : reopened.map { Sheet.Line($0, .attention) }
        case .changes: changes
        case .plans: facts(picture.plans, none: wording.notRecorded())
        case .writings: writings
        }
    }

    // MARK: Parts

    func missing(_ label: String? = nil) -> Sheet.Line {
        Sheet.Line((label.map { $0 + wording.pick("：", ": ") } ?? "") + wording.notRecorded(), .missing)
    }

    func none() -> Sheet.Line { Sheet.Line(wording.pick("无", "none")) }

    private func facts(_ entries: [Entry], none: String) -> [Sheet.Line] {
        entries.isEmpty
            ? [Sheet.Line(none, .missing)]
            : entries.map { Sheet.Line("#\($0.seq) \($0.at.display) \(wording.fact($0))") }
    }

    func state(_ aspect: String, named: Bool = true) -> Sheet.Line {
        picture.state(aspect).map { Sheet.Line(wording.held($0, named: named)) }
            ?? missing(named ? wording.term(aspect) : nil)
    }

    private var identity: [Sheet.Line] {
        guard let birth = course.birth else { return [missing(wording.term("birth"))] }
        let age =
            course.gestationalAge.map { wording.pick("胎龄 \($0)", "GA \($0)") } ?? wording.pick("胎龄不详", "GA unknown")
        let grams = course.birthWeight.map { "\($0.grams) g" } ?? wording.pick("出生体重未记录", "birth weight not recorded")
        return [
            Sheet.Line(
                wording.pick("\(birth.entry.at.display) 出生，", "born \(birth.entry.at.display), ")
                    + "\(age)" + wording.pick("，", ", ") + grams)
        ]
    }

    private var ages: [Sheet.Line] {
        let day = course.asOf.day
        return [
            Sheet.Line(
                wording.ages(
                    day: course.postnatalAge(on: day)?.days, postmenstrual: course.postmenstrualAge(on: day)))
        ]
    }

    private var problems: [Sheet.Line] {
        let found = picture.problems
        if found.current.isEmpty, found.resolved.isEmpty { return [missing()] }
        let current = found.current.map { Sheet.Line(wording.problem($0)) }
        let over = found.resolved.map(wording.problem)
        return current + (over.isEmpty ? [] : [Sheet.Line(wording.pick("已缓解：", "resolved: ") + wording.list(over))])
    }

    private var events: [Sheet.Line] {
        let (fresh, late) = picture.events
        let shifts = picture.shifts
        var lines = fresh.map { Sheet.Line(wording.eventLine($0, isLate: false), .attention) }
        lines += late.map { Sheet.Line(wording.eventLine($0, isLate: true), .attention) }
        if lines.isEmpty { lines.append(Sheet.Line(wording.pick("24 小时内没有记录事件", "no event recorded within 24 h"))) }
        lines.append(
            Sheet.Line(wording.shiftLine(shifts), shifts.unreviewed.isEmpty ? .plain : .attention))
        if picture.state(Aspect.monitoring)?.body.value != "on" { lines.append(state(Aspect.monitoring)) }
        if let eventFree = picture.eventFree { lines.append(Sheet.Line(wording.eventFreeLine(eventFree))) }
        return lines
    }

    private var vitals: [Sheet.Line] {
        let quantities: [Quantity] = [.temperature, .heartRate, .respiratoryRate, .spo2]
        let found = quantities.compactMap { quantity in
            picture.latest(quantity).map { value in
                Sheet.Line(
                    wording.measurement(value.body) + wording.pick("，", ", ") + value.entry.at.display
                        + wording.pick("（\(age(value.entry))前）", " (\(age(value.entry)) ago)"))
            }
        }
        let absent = quantities.filter { picture.latest($0) == nil }.map { wording.term($0.rawValue) }
        return found + (absent.isEmpty ? [] : [missing(wording.list(absent))])
    }

    func age(_ entry: Entry) -> String { wording.lapse(course.asOf.latest - entry.at.earliest) }

    private var feeding: [Sheet.Line] {
        var lines = [state(Aspect.feedingRoute), state(Aspect.milk)]
        guard let intake = picture.intake else { return lines + [missing(wording.term("intake"))] }
        for day in [intake.last, intake.running].compactMap({ $0 }) {
            lines += wording.handedIntake(day).map { Sheet.Line($0) }
        }
        return lines
    }

    private var medicines: [Sheet.Line] {
        var lines = [methylxanthine(named: true)]
        lines += InfantPicture.medicineAspects.compactMap { aspect in
            if let state = picture.state(aspect) { return Sheet.Line(wording.held(state)) }
            return aspect == InfantPicture.medicineAspects.first ? missing(wording.term(aspect)) : nil
        }
        let given = picture.medicines
        let title = wording.pick("24 小时内单次给药", "doses within 24 h")
        if given.isEmpty {
            lines.append(missing(title))
        } else {
            lines += given.map { Sheet.Line("#\($0.seq) \($0.at.display) \(wording.fact($0))") }
        }
        return lines
    }

    private var methylxanthine: Sheet.Line { methylxanthine(named: false) }

    private func methylxanthine(named: Bool) -> Sheet.Line {
        let history = picture.methylxanthine
        let words = wording.drug(history, asOf: course.asOf.latest)
        let text = named ? wording.term(Aspect.methylxanthine) + wording.pick("：", ": ") + words : words
        if case .silent = history { return Sheet.Line(text, .missing) }
        return Sheet.Line(text)
    }

    private var linesAndNutrition: [Sheet.Line] {
        let named = InfantPicture.lineAspects.map { state($0) }
        let others = picture.otherCare.map { Sheet.Line(wording.held($0)) }
        return named + others
            + picture.procedures.map { Sheet.Line("#\($0.seq) \($0.at.display) \(wording.fact($0))") }
    }

    private var results: [Sheet.Line] {
        let pending = picture.pending.map {
            Sheet.Line(wording.pick("待回报：", "pending: ") + wording.dueReason($0), .attention)
        }
        let came = picture.results.map { Sheet.Line("#\($0.seq) \($0.at.display) \(wording.fact($0))") }
        let none = Sheet.Line(wording.pick("24 小时内没有记录结果", "no result recorded within 24 h"))
        return pending + (came.isEmpty ? [none] : came)
    }

    private var changes: [Sheet.Line] {
        let changes = picture.changes
        guard !changes.isEmpty else { return [Sheet.Line(wording.pick("24 小时内无", "none within 24 h"))] }
        return changes.map {
            Sheet.Line(wording.changed($0.change, isAwaited: $0.isAwaited), $0.isAwaited ? .attention : .plain)
        }
    }

    private var readiness: [Sheet.Line] {
        readiness(isShort: false)
    }

    /// What holds the answer back; nothing after death and after treatment was withdrawn.
    func readiness(isShort: Bool) -> [Sheet.Line] {
        if let end = course.stayEnd?.destination, end == .death || end == .withdrawal {
            return [Sheet.Line(wording.noDueAfterEnd())]
        }
        return wording.readinessLines(picture, isShort: isShort).map { Sheet.Line($0) }
    }

    private var writings: [Sheet.Line] {
        let entries = picture.writings
        guard !entries.isEmpty else { return [Sheet.Line(wording.pick("24 小时内无", "none within 24 h"))] }
        return entries.map { Sheet.Line("#\($0.seq) \($0.at.display) \($0.by) \(wording.fact($0))") }
    }

    /// What is open now or opens within 72 hours, the most pressing first.
    var dueItems: [DueItem] {
        DuePage(course, picture.due, schedule: picture.schedule).shown(
            DuePage.Filter(within: Hours(72), everything: false))
    }

    private var due: [Sheet.Line] {
        let items = dueItems
        return items.isEmpty ? [Sheet.Line(wording.nothingDue())] : items.map { dueLine($0) }
    }

    /// The papers that are asked for now.
    private var papers: [Sheet.Line] {
        let open = picture.due.papers.filter(\.isOpen)
        if open.isEmpty {
            return [Sheet.Line(picture.due.papers.isEmpty ? wording.noPapersNamed() : wording.noPapersDue())]
        }
        return open.map { dueLine($0) }
    }

    func dueLine(_ item: DueItem, isShort: Bool = false) -> Sheet.Line {
        let by = item.by.map { wording.pick("至 ", "by ") + $0.day(in: course.clock.zone).description } ?? ""
        let words = [
            wording.dueStatus(item.status) + wording.pick("：", ": ")
                + wording.dueTitle(item, among: picture.due.items + picture.due.papers),
            isShort ? by : wording.dueWindow(item, course), isShort ? "" : wording.dueReason(item),
        ].filter { !$0.isEmpty }
        let isPressing = item.status == .overdue || item.status == .closing
        return Sheet.Line(words.joined(separator: wording.pick("；", "; ")), isPressing ? .attention : .plain)
    }
}
