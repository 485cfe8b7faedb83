/// What a result asks for: another look by an appointment, or the result of a sample that was taken.
enum ResultFollowUp {
    /// The follow-ups of every task that a rule set asks for.
    static func all(_ rules: RuleSet, _ course: Course, closing: Hours) -> [DueItem] {
        let zone = course.clock.zone
        return rules.criteria.compactMap { criterion in
            guard case .taskDone(let test) = criterion.test else { return nil }
            // Of the results of two ears the more pressing one.
            return TaskDone.standing(course.all(Check.self).filter { $0.body.task == test.task })
                .compactMap { line(criterion, test, $0, course, closing) }
                .min { a, b in
                    (a.status.rank, a.by?.end(in: zone).seconds ?? Int64.max)
                        < (b.status.rank, b.by?.end(in: zone).seconds ?? Int64.max)
                }
        }
    }

    private static func line(
        _ criterion: Criterion, _ test: TaskDone, _ last: (entry: Entry, body: Check), _ course: Course,
        _ closing: Hours
    ) -> DueItem? {
        let zone = course.clock.zone
        let result = last.body.result
        let examined = last.entry.at
        func item(_ reason: DueReason, from: DueTime?, by: DueTime?) -> DueItem {
            let status = DueStatus(
                from: from.map(ResolvedTime.known), by: by.map(ResolvedTime.known), asOf: course.asOf,
                closing: closing, in: zone)
            return DueItem(
                id: "\(test.task).next", topic: test.task, title: nil, guideline: Schedule.anywhere, status: status,
                reason: reason, from: from, by: by, basis: criterion.basis, sources: criterion.sources,
                confidence: criterion.confidence)
        }
        func day(after limit: Hours) -> DueTime { .day(zone.moment(at: examined.earliest + limit.seconds).day) }
        if let limit = test.holds[result] {
            return item(
                .awaitsResult(task: test.task, result, EntryRef(last.entry)), from: .instant(examined.earliest),
                by: day(after: limit))
        }
        guard test.acceptWithFollowUp.contains(result) else { return nil }
        let limit = test.followUpWithin[result].map(day(after:))
        let appointment = last.body.followUp
        let fault = test.appointmentFault(last.entry, last.body, asOf: course.asOf.instant, in: zone)
        let isBooked =
            switch fault {
            // What readiness does not take for an appointment is none here either; a missed one was one.
            case .some(.none), .noPlace, .late: false
            case nil, .past, .undecided: true
            }
        let booked = isBooked ? appointment.map { DueTime.day($0.moment(in: zone).day) } : nil
        // The earlier of the two decides; without an appointment it is due at once.
        let end = [limit, booked].compactMap { $0 }.min { $0.end(in: zone) < $1.end(in: zone) }
        return item(
            .followUp(
                task: test.task, result, EntryRef(last.entry), appointment: appointment, place: last.body.place,
                fault: fault),
            from: booked == nil ? nil : end, by: end)
    }
}

extension Criterion {
    /// How well the source of the number was seen, else that of the text.
    fileprivate var confidence: Confidence? {
        let parts = Dictionary(lines.map { ($0.part, $0.confidence) }) { first, _ in first }
        return (parts[.number] ?? nil) ?? (parts[.guideline] ?? nil)
    }
}
