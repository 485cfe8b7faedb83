internal import NICUCore

/// The facts of a whole stay, or of a part of it, as lines: what summaries are put together from.
struct CourseLines {
    let picture: InfantPicture
    let counted: [CountedDays]
    let wording: Wording
    /// The civil day from which on days, events and facts are told.
    let since: Day

    private var course: Course { picture.course }
    private var zone: Zone { course.clock.zone }

    private func isWithin(_ entry: Entry) -> Bool { zone.day(at: entry.at.instant) >= since }

    private func missing() -> Sheet.Line { Sheet.Line(wording.notRecorded(), .missing) }

    private func orMissing(_ lines: [String]) -> [Sheet.Line] {
        lines.isEmpty ? [missing()] : lines.map { Sheet.Line($0) }
    }

    private func told(_ entry: Entry) -> String { "#\(entry.seq) \(entry.at.display) \(wording.fact(entry))" }

    /// Pregnancy and birth, and the infant's size against the references made for it.
    var birth: [Sheet.Line] {
        var lines = course.all(Perinatal.self).map { wording.fact($0.entry) }
        for point in picture.growth?.points ?? [] where point.isBirth {
            let scores = point.scores.filter { picture.plan.birth.contains($0.reference) }
            lines += scores.map { wording.sizeAtBirth(point, $0) }
        }
        if let first = course.all(Measurement.self).first(where: { $0.body.quantity == .temperature }) {
            lines.append(told(first.entry))
        }
        return orMissing(lines)
    }

    /// How the stay began.
    var admission: [Sheet.Line] {
        orMissing(course.all(Admission.self).map { $0.entry.at.display + " " + wording.fact($0.entry) })
    }

    /// When the last stay began and ended, and how long it was.
    var stay: [Sheet.Line] {
        orMissing([wording.wholeStay(course)].compactMap { $0 })
    }

    /// Diagnoses in the order of their recording, those that are over with their day.
    var problems: [Sheet.Line] {
        let found = picture.problems
        return orMissing((found.current + found.resolved).map(wording.problem))
    }

    /// Days of support, nutrition, lines and drugs, each by its rule.
    var support: [Sheet.Line] {
        let told = counted.filter { $0.isRecorded && $0.times == nil }.compactMap { days -> String? in
            let (sure, maybe) = (days.certain.filter { $0 >= since }, days.unknown.filter { $0 >= since })
            guard !sure.isEmpty || !maybe.isEmpty else { return nil }
            return wording.counted(days, certain: sure, unknown: maybe)
        }
        let silent = counted.filter { !$0.isRecorded }.map { wording.pick($0.item.title.zh, $0.item.title.en) }
        return orMissing(told)
            + (silent.isEmpty ? [] : [Sheet.Line(wording.silent(silent), .missing)])
    }

    /// How often a procedure is told one by one; one that was done more often is counted.
    private static let mostTold = 3

    /// Procedures one by one, and how often those that are done again and again.
    var procedures: [Sheet.Line] {
        let done = course.all(Procedure.self).filter { isWithin($0.entry) }
        let byName = Dictionary(grouping: done, by: \.body.what)
        let single = done.filter { byName[$0.body.what]?.count ?? 0 <= CourseLines.mostTold }.map { told($0.entry) }
        let often = byName.filter { $1.count > CourseLines.mostTold }.sorted { $0.key < $1.key }
            .map { wording.repeated($0.key, $0.value.map(\.entry.at)) }
        return orMissing(single + often)
    }

    /// How many events of each kind, and the last one.
    var events: [Sheet.Line] {
        let all = course.all(Event.self).filter { isWithin($0.entry) }
        guard let last = all.last else { return [Sheet.Line(wording.noEvents(since: since))] }
        var counts: [(kind: Event.What, count: Int)] = []
        for kind in Event.What.allCases {
            let count = all.count { $0.body.what.contains(kind) }
            if count > 0 { counts.append((kind, count)) }
        }
        return [
            Sheet.Line(wording.eventCounts(counts, of: all.count)),
            Sheet.Line(wording.pick("末次：", "last: ") + told(last.entry)),
        ]
    }

    /// Nadir, regained birth weight and how much was gained since.
    var growth: [Sheet.Line] {
        guard let growth = picture.growth else { return [missing()] }
        var lines: [String] = []
        if let nadir = growth.nadir { lines.append(wording.nadir(nadir)) }
        if let regained = growth.birthWeightRegained, growth.nadir?.dayOfLife != 0 {
            lines.append(wording.regained(regained))
        }
        for window in [Velocity.Window.sinceRegained, .sevenDays] {
            if let rate = growth.velocity.first(where: { $0.window == window && $0.method == .exponential }) {
                lines.append(wording.velocity(rate))
            }
        }
        lines += growth.deltaZ.filter { picture.plan.postnatal.contains($0.reference) }.map(wording.delta)
        return orMissing(lines)
    }

    /// Screens and vaccines that were done, with their results.
    var screens: [Sheet.Line] {
        orMissing(
            course.entries.filter { entry in
                let isScreen = (entry.body as? Check).map { !$0.isPaper } ?? (entry.body is Immunisation)
                return isScreen && isWithin(entry)
            }.map(told))
    }

    /// Results of the laboratory.
    var laboratory: [Sheet.Line] {
        orMissing(course.all(Lab.self).map(\.entry).filter(isWithin).map(told))
    }

    /// What waits, what is overdue, and the visits after discharge.
    var open: [Sheet.Line] {
        let list = picture.due
        var lines = list.items.filter { [.overdue, .closing, .due, .unknown].contains($0.status) }
            .map {
                Sheet.Line(
                    wording.dueStatus($0.status) + wording.pick("：", ": ") + wording.dueTitle($0, among: list.items))
            }
        if let visits = wording.visitLine(list) { lines.append(Sheet.Line(visits)) }
        if !list.visits.isEmpty { lines.append(Sheet.Line(wording.visitDays(list.visits))) }
        return lines.isEmpty ? [Sheet.Line(wording.nothingDue())] : lines
    }

    /// How the stay ended, with the verdict of that minute.
    var end: [Sheet.Line] {
        guard let end = course.stayEnd else { return [Sheet.Line(wording.stayGoesOn())] }
        return [Sheet.Line(end.entry.at.display + " " + wording.fact(end.entry))]
    }

    /// Talks with the family and consents; their texts stay in the record.
    var talks: [Sheet.Line] {
        let entries = course.entries.filter {
            ($0.body is Communication || $0.body is Consent || $0.body is Attestation) && isWithin($0)
        }
        return orMissing(entries.map(told))
    }
}
