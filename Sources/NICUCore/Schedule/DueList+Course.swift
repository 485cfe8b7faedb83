extension CourseNeed {
    /// What the schedule reads.
    public static let schedule = CourseNeed(
        kinds: identity.union([
            .perinatal, .measurement, .check, .attestation, .immunisation, .procedure, .problem, .waiver, .followUp,
            .retraction,
        ]),
        quantities: [.weight])
}

extension Schedule {
    /// What is due for an infant: the schedule's items, what results ask for, the visits after the stay, and the papers.
    ///
    /// `guidelines` are those of the unit; `rules` tell how long results hold and how soon they ask for another look. After
    /// death and after treatment was withdrawn only papers are left.
    public func due(_ course: Course, rules: RuleSet, guidelines: Set<String>) -> DueList {
        if let end = course.stayEnd?.destination, end == .death || end == .withdrawal {
            return DueList(
                items: [], papers: papers(course, guidelines), visitClass: nil, missingForClass: [], visits: [])
        }
        let scene = ScheduleScene(course)
        let plan = VisitPlan(visits, scene)
        let results = ResultFollowUp.all(rules, course, closing: closing)
        let asked = items(of: guidelines).compactMap { item -> DueItem? in
            let answer = DueQuestion(item, closing: closing, scene).answer
            if item.severity == .advisory, answer.status == .overdue { return nil }
            // What was put off stands in the list once, by its appointment.
            if case .notYet(.deferred, _) = answer.reason,
                results.contains(where: { item.done.tasks.contains($0.topic) })
            {
                return nil
            }
            return answer
        }
        let items = asked + results + [plan.next(closing: closing)].compactMap { $0 }
        return DueList(
            items: Schedule.pressing(items, course.clock.zone), papers: papers(course, guidelines),
            visitClass: plan.visitClass, missingForClass: plan.missing, visits: plan.days)
    }

    /// The papers that the unit's guidelines ask for; another country's rules on papers bind nobody.
    private func papers(_ course: Course, _ guidelines: Set<String>) -> [DueItem] {
        let asked = papers.filter { guidelines.contains($0.guideline) || $0.guideline == Schedule.anywhere }
        guard !asked.isEmpty else { return [] }
        let due = DuePapers(course, closing: closing)
        return Schedule.pressing(asked.flatMap(due.lines), course.clock.zone)
    }

    /// The most pressing first.
    private static func pressing(_ items: [DueItem], _ zone: Zone) -> [DueItem] {
        items.enumerated().sorted { a, b in
            func key(_ item: (offset: Int, element: DueItem)) -> (Int, Int64, Int) {
                let end = item.element.by ?? item.element.from
                return (item.element.status.rank, end?.end(in: zone).seconds ?? Int64.max, item.offset)
            }
            return key(a) < key(b)
        }.map(\.element)
    }
}

extension Check.Result {
    /// Whether the task was carried out, whatever came out.
    var isDone: Bool { self != .notDone && self != .deferred }
}

extension DueStatus {
    /// Where a window stands at a moment; a day's last instant still lies in it.
    init(from: ResolvedTime?, by: ResolvedTime?, asOf: Moment, closing: Hours, in zone: Zone) {
        if let from {
            guard let start = from.time?.start(in: zone), asOf.latest >= start else {
                self = .later
                return
            }
        }
        guard let end = by?.time?.end(in: zone) else {
            self = .due
            return
        }
        self = asOf.earliest > end ? .overdue : end - asOf.earliest <= closing.seconds ? .closing : .due
    }
}

extension ScheduleTrigger {
    /// The civil day of the first finding of its kind; nil while there is none.
    func day(in course: Course) -> Day? {
        switch self {
        case .problem(let code, let grades):
            return course.all(Problem.self).first { $0.body.hasGrade(code, grades) }
                .map { $0.body.onset ?? $0.entry.at.day }
        case .result(let task, let results):
            let checks = course.all(Check.self).filter { $0.body.task == task }
            // The same ear looked at again on the same day is one screen.
            return checks.enumerated().first { place, found in
                results.contains(found.body.result)
                    && !checks.dropFirst(place + 1).contains {
                        $0.entry.at.day == found.entry.at.day && $0.body.ear == found.body.ear
                            && !results.contains($0.body.result)
                    }
            }?.element.entry.at.day
        case .procedure(let what, let task):
            let sample = task.flatMap { task in
                course.all(Check.self).first { $0.body.task == task && $0.body.result.isDone }
            }
            return course.all(Procedure.self).first { found in
                found.body.what == what && (sample.map { found.entry.at.earliest < $0.entry.at.latest } ?? true)
            }.map { $0.entry.at.day }
        }
    }
}

extension Course {
    /// The waiver of this stay that holds now for one of these names, an item's or a topic's.
    ///
    /// A waiver given without a rule set holds for a criterion and for the topic of the same name (`hearing`) together: it is
    /// given for the infant. One limited to a rule set never touches the schedule.
    func waiver(of names: [String]) -> (entry: Entry, body: Waiver)? {
        let stay = last(Admission.self)?.entry.at.earliest
        return all(Waiver.self).last { entry, body in
            names.contains(body.criterion) && body.rules == nil && stay.map { entry.at.latest >= $0 } ?? true
                && body.until.map { $0.moment(in: clock.zone).latest >= asOf.latest } ?? true
        }
    }
}
