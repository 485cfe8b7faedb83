internal import NICUCore

/// Screens, vaccines, appointments, and what is still waited for.
extension FamilyStory {
    static let vaccineTasks: Set<String> = [
        "hepatitis_b_1", "hepatitis_b_extra_1", "hepatitis_b_extra_2", "hepatitis_b_extra_3", "bcg", "nirsevimab",
    ]

    /// The latest result of every screen, in the order of those results.
    private var latest: [(entry: Entry, body: Check)] {
        var last: [String: (entry: Entry, body: Check)] = [:]
        for found in course.all(Check.self) { last[found.body.task] = found }
        return last.values.sorted { Course.isBefore($0.entry, $1.entry) }
    }

    var screens: [StoryPage.Block] {
        let rows = latest.filter { !FamilyStory.vaccineTasks.contains($0.body.task) }.map { found in
            [
                wording.layTask(found.body.task), wording.storyDay(found.entry.at.day),
                wording.layResult(found.body.result),
            ]
        }
        var blocks: [StoryPage.Block] =
            rows.isEmpty ? [.paragraph(wording.familyNotWritten())] : [.table(wording.familyScreens(rows))]
        let open = openItems
        if !open.isEmpty { blocks += [.paragraph(wording.familyOpenItems()), .list(open)] }
        return blocks
    }

    /// What the unit's plan asks for and the record does not show as done.
    private var openItems: [String] {
        var titles: [String] = []
        for item in picture.due.items where [.overdue, .closing, .due].contains(item.status) {
            switch item.reason {
            // These stand with the results and the appointments.
            case .followUp, .awaitsResult, .visit: continue
            default: break
            }
            let title = wording.layTopic(item)
            if !titles.contains(title) { titles.append(title) }
        }
        return titles
    }

    var vaccines: [StoryPage.Block] {
        var rows: [(day: Day, what: String, result: String)] = []
        func add(_ day: Day, _ what: String, _ result: String) {
            if !rows.contains(where: { $0.what == what && $0.result == result && $0.day == day }) {
                rows.append((day, what, result))
            }
        }
        for entry in course.entries {
            if let given = (entry.body as? Immunisation)?.given {
                let result = given.notGivenReason == nil ? Check.Result.given : .notDone
                add(entry.at.day, wording.layVaccine(given.product), wording.layResult(result))
            } else if let check = entry.body as? Check, FamilyStory.vaccineTasks.contains(check.task) {
                add(entry.at.day, wording.layTask(check.task), wording.layResult(check.result))
            }
        }
        guard !rows.isEmpty else { return [.paragraph(wording.familyNotWritten())] }
        return [.table(wording.familyVaccines(rows.map { [$0.what, wording.storyDay($0.day), $0.result] }))]
    }

    /// The appointments of the latest results; one that lies behind is asked about, never taken for kept.
    var appointments: [StoryPage.Block] {
        var rows: [(at: Moment, cells: [String])] = []
        var past: [String] = []
        for found in latest {
            guard let at = found.body.followUp?.moment(in: course.clock.zone) else { continue }
            let task = wording.layTask(found.body.task)
            if at.latest < course.asOf.earliest {
                past.append(wording.familyPastAppointment(task, at.day))
            } else {
                rows.append((at, [wording.familyWhen(at), task, found.body.place ?? wording.familyPlaceOpen()]))
            }
        }
        rows.sort { $0.at.instant < $1.at.instant }
        var blocks: [StoryPage.Block] = []
        if !rows.isEmpty { blocks.append(.table(wording.familyAppointments(rows.map(\.cells)))) }
        if !past.isEmpty { blocks.append(.list(past)) }
        if let visit = picture.due.visits.first, visit >= course.asOf.day {
            blocks.append(.paragraph(wording.familyFirstVisit(visit)))
        }
        return blocks.isEmpty ? [.paragraph(wording.familyNoAppointments())] : blocks
    }

    /// What the unit's list still waits for, as plain things; nothing once the infant has left.
    var waiting: [StoryPage.Block] {
        guard isHere else { return [] }
        let open = picture.answer.open
        func told(_ answers: [CriterionAnswer]) -> [String] {
            var lines: [String] = []
            for answer in answers {
                guard let criterion = picture.rules.criterion(answer.id) else { continue }
                let line = wording.layWaiting(criterion, grams: course.weights.last?.body.value)
                if !lines.contains(line) { lines.append(line) }
            }
            return lines
        }
        let notYet = told(open.filter { $0.verdict == .notMet })
        let unclear = told(open.filter { $0.verdict != .notMet })
        var blocks: [StoryPage.Block] = [.paragraph(wording.familyWaitingIntroduction(isOpen: !open.isEmpty))]
        if !notYet.isEmpty { blocks.append(.list(notYet)) }
        if !unclear.isEmpty { blocks += [.paragraph(wording.familyUnclear()), .list(unclear)] }
        return blocks
    }

    /// The spans of time to come with what they assume; never one date.
    var outlook: [StoryPage.Block] {
        guard isHere else { return [.paragraph(wording.familyNoOutlookAfter())] }
        var blocks: [StoryPage.Block] = []
        if let span = picture.answer.projection {
            let zone = course.clock.zone
            blocks.append(
                .paragraph(wording.familyOutlook(zone.day(at: span.earliest), zone.day(at: span.latest))))
        } else {
            blocks.append(.paragraph(wording.familyNoOutlook()))
        }
        if case .success(let weight)? = picture.growth?.projection {
            blocks.append(.paragraph(wording.familyWeightOutlook(weight)))
        }
        return blocks + [.aside(wording.familyAssumptions())]
    }
}
