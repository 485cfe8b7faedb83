public import NICUCore

/// One infant on one screen: who, how old, what helps, what was measured last, what holds it back, what comes next.
public struct InfantCard: Sendable {
    /// How many items of the schedule the card names; of the rest it tells the number.
    private static let dueShown = 3

    private let picture: InfantPicture
    private let reopened: [String]
    private var course: Course { picture.course }

    /// Makes the card; `reopened` are the sentences about stored decisions.
    public init(_ picture: InfantPicture, reopened: [String] = []) {
        self.picture = picture
        self.reopened = reopened
    }

    /// The latest entry of each quantity, aspect, task and statement, in the order of the record.
    private var latest: [Entry] {
        var found: [String: Entry] = [:]
        for entry in course.entries {
            switch entry.body {
            case let body as Measurement where body.counts: found["1 " + body.quantity.rawValue] = entry
            case let body as Measurement where body.role == .dosing: found["1 weight dosing"] = entry
            case let body as State: found["2 " + body.aspect] = entry
            case is Event: found["3 event"] = entry
            case let body as Check: found["4 " + body.task] = entry
            case let body as Attestation: found["5 " + body.item] = entry
            case let body as Plan: found["6 " + body.target] = entry
            case let body as Consent: found["7 " + body.item] = entry
            case is Communication: found["8 communication"] = entry
            default: break
            }
        }
        return found.keys.sorted().compactMap { found[$0] }
    }

    /// Text for people, of 80 columns.
    public func text(_ wording: Wording, columns: Int = 80) -> String {
        let lines = InfantLines(picture: picture, wording: wording, reopened: reopened)
        let stamp = wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head)
        let head = Table.wrapped(wording.heading(picture), columns: columns) + Table.wrapped(stamp, columns: columns)
        var rows = [InfantLines.Topic.identity, .stay, .respiratory].map(lines.row)
        rows[0] = Sheet.Row(
            id: rows[0].id, label: rows[0].label, lines: rows[0].lines + lines.lines(.ages))
        rows.append(
            Sheet.Row(
                id: "feeding", label: wording.term(Aspect.feedingRoute),
                lines: [lines.state(Aspect.feedingRoute, named: false), lines.state(Aspect.milk)]))
        let weight = lines.latestWeight(isShort: true) + lines.omittedWeight
        rows.append(Sheet.Row(id: "weight", label: wording.term("weight"), lines: weight))
        rows.append(lines.row(.size))
        rows.append(Sheet.Row(id: "events", label: wording.term("event"), lines: events(lines)))
        rows.append(lines.row(.methylxanthine))
        rows.append(Sheet.Row(id: "due", label: wording.pick("下一步", "due next"), lines: due(lines)))
        let readiness = lines.readiness(isShort: true)
        rows.append(Sheet.Row(id: "readiness", label: wording.topic(.readiness), lines: readiness))
        let notices = reopened.flatMap { Table.wrapped("! " + $0, columns: columns) }
        return (head + [""] + Sheet.text(rows, columns: columns) + notices).joined(separator: "\n")
    }

    private func events(_ lines: InfantLines) -> [Sheet.Line] {
        let wording = lines.wording
        var result = [
            picture.lastEvent.map {
                Sheet.Line(
                    wording.pick("末次 ", "last ") + "\($0.at.display) \(wording.fact($0))"
                        + wording.pick("（\(lines.age($0))前）", " (\(lines.age($0)) ago)"))
            } ?? lines.missing()
        ]
        if let eventFree = picture.eventFree { result.append(Sheet.Line(wording.eventFreeLine(eventFree))) }
        return result
    }

    private func due(_ lines: InfantLines) -> [Sheet.Line] {
        let items = lines.dueItems
        let papers = [lines.wording.papersOverdue(picture.due.papers)].compactMap {
            $0.map { Sheet.Line($0, .attention) }
        }
        guard !items.isEmpty else { return lines.lines(.due) + papers }
        let more = items.count - InfantCard.dueShown
        return items.prefix(InfantCard.dueShown).map { lines.dueLine($0, isShort: true) }
            + (more > 0 ? [Sheet.Line(lines.wording.moreDue(more, course.code))] : []) + papers
    }

    /// JSON for machines.
    public func json(_ wording: Wording) -> JSON {
        let day = course.asOf.day
        return [
            "infant": .string(course.code.text), "id": .string(course.infant.id.description),
            "sex": .string(course.sex.rawValue), "born": .optional(course.birth?.entry.at.text),
            "gaDays": .optional(course.gestationalAge?.days),
            "dayOfLife": .optional(course.postnatalAge(on: day)?.days),
            "pmaDays": .optional(course.postmenstrualAge(on: day)?.days), "bed": .optional(course.bed),
            "stayEnded": .optional(course.stayEnd?.destination.rawValue), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "overall": .string(picture.answer.overall.rawValue),
            "limiting": .array(picture.answer.limiting.map { .string($0) }),
            "due": .array(
                picture.due.items.filter { [.overdue, .closing, .due, .unknown].contains($0.status) }.map {
                    ["id": .string($0.id), "topic": .string($0.topic), "status": .string($0.status.rawValue)]
                }),
            "papers": .array(
                picture.due.papers.filter(\.isOpen).map {
                    ["id": .string($0.id), "topic": .string($0.topic), "status": .string($0.status.rawValue)]
                }),
            "scores": .array(latestScores),
            "latest": .array(
                latest.map {
                    [
                        "seq": .integer($0.seq), "id": .string($0.id.description), "kind": .string($0.kind.name),
                        "at": .string($0.at.text), "by": .string($0.by), "body": $0.body.json,
                        "text": .string(wording.entry($0)),
                    ]
                }),
        ]
    }

    /// The latest weight, length and head circumference with their z-scores, unrounded.
    private var latestScores: [JSON] {
        GrowthMeasure.measured.compactMap { measure in
            guard let point = picture.growth?.points.last(where: { $0.measure == measure }) else { return nil }
            let ids = picture.plan.followUp(atPostmenstrualDays: point.pmaDays)
            return [
                "measure": .string(measure.rawValue), "entry": .integer(point.entry),
                "scores": .array(
                    point.scores.filter { ids.contains($0.reference) }.map {
                        [
                            "reference": .string($0.reference), "z": .optional($0.score.z),
                            "status": .string($0.score.status.rawValue),
                        ]
                    }),
            ]
        }
    }
}
