/// The visits after the stay: the class an infant belongs to and the days on which its visits fall.
struct VisitPlan {
    private let course: Course
    /// The class; nil while it cannot be told or the schedule knows none.
    let visitClass: VisitClass?
    /// What is missing to tell the class.
    let missing: [ScheduleFact]
    /// The visits still to come if each takes place on its last day.
    let days: [Day]
    private let made: Int

    /// The first class that holds; one that cannot be told leaves the class unknown.
    init(_ classes: [VisitClass], _ scene: ScheduleScene) {
        let course = scene.course
        self.course = course
        var found: VisitClass?
        var missing: [ScheduleFact] = []
        for visitClass in classes where missing.isEmpty && found == nil {
            switch visitClass.appliesIf.holds(scene) {
            case .yes: found = visitClass
            case .no: continue
            case .unknown: missing = visitClass.appliesIf.missing(scene)
            }
        }
        if found != nil, course.gestationalAge == nil { missing = [.birth(.gestationalAge)] }
        self.missing = missing
        visitClass = found
        let visits = course.stayEnd.map { end in course.visitDays(after: end.entry.at.day) } ?? []
        made = visits.count
        days = found.map { VisitPlan.days($0, course, made: visits) } ?? []
    }

    /// The next visit; nil before the stay has ended and where the plan has run out.
    func next(closing: Hours) -> DueItem? {
        guard course.stayEnd != nil else { return nil }
        func line(_ status: DueStatus, _ reason: DueReason, by: DueTime? = nil) -> DueItem {
            DueItem(
                id: "follow_up_visit", topic: "follow_up_visit", title: visitClass?.title, guideline: Schedule.anywhere,
                status: status, reason: reason, by: by, basis: visitClass?.basis ?? .operational,
                sources: visitClass?.sources ?? [], confidence: visitClass?.confidence)
        }
        guard missing.isEmpty else { return line(.unknown, .missing(missing)) }
        guard let visitClass, let day = days.first else { return nil }
        let by = DueTime.day(day)
        let status = DueStatus(
            from: nil, by: .known(by), asOf: course.asOf, closing: closing, in: course.clock.zone)
        return line(status, .visit(class: visitClass.id, number: made + 1), by: by)
    }

    private static func days(_ visitClass: VisitClass, _ course: Course, made: [Day]) -> [Day] {
        guard let end = course.stayEnd?.entry.at.day, let birth = course.birthDay, let age = course.gestationalAge
        else { return [] }
        let due = birth + (GrowthAxis.dueDate - age.days)
        var days: [Day] = []
        var last = made.last
        while days.count < 100 {
            guard let from = last else {
                last = end + visitClass.firstWithinDays
                days.append(end + visitClass.firstWithinDays)
                continue
            }
            guard let step = visitClass.steps.first(where: { from < due.adding(months: $0.untilCorrectedMonths) })
            else { break }
            let next = step.everyDays.map { from + $0 } ?? from.adding(months: step.everyMonths ?? 1)
            days.append(next)
            last = next
        }
        return days
    }
}

extension Course {
    /// The civil days after a stay on which the infant was seen.
    fileprivate func visitDays(after end: Day) -> [Day] {
        var days: Set<Day> = []
        for entry in entries where entry.at.day > end {
            switch entry.body {
            case is FollowUp: days.insert(entry.at.day)
            case let body as Check where body.task == "follow_up_visit" && body.result.isDone: days.insert(entry.at.day)
            default: break
            }
        }
        return days.sorted()
    }
}
