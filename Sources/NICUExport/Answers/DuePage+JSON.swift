public import NICUCore

extension DuePage {
    /// The items and papers the filter lets through as JSON; `filter` says what was asked for, `left` and `papersLeft` how
    /// many others there are.
    public func json(_ filter: Filter) -> JSON {
        let wording = Wording.ofMachines(course.clock.zone)
        let shown = shown(filter)
        let papers = shownPapers(filter)
        return [
            "infant": .string(course.code.text), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "schedule": [
                "id": .string(schedule.id), "version": .string(schedule.version), "digest": .string(schedule.digest),
            ],
            "filter": ["withinHours": .integer(Int64(filter.within.completed)), "all": .bool(filter.everything)],
            "left": .integer(Int64(list.items.count - shown.count)),
            "items": .array(shown.map { json($0, wording) }),
            "papers": .array(papers.map { json($0, wording) }),
            "papersLeft": .integer(Int64(list.papers.count - papers.count)),
            "followUp": [
                "class": .optional(list.visitClass?.id),
                "missing": .array(list.missingForClass.map { .string(wording.scheduleFact($0)) }),
                "visits": .array(list.visits.map { .string($0.description) }),
            ],
        ]
    }

    private func json(_ item: DueItem, _ wording: Wording) -> JSON {
        let zone = course.clock.zone
        func time(_ time: DueTime?) -> JSON {
            switch time {
            case .day(let day)?: .string(day.description)
            case .instant(let instant)?: .string(zone.moment(at: instant).text)
            case nil: .null
            }
        }
        func facts(_ facts: [ScheduleFact]) -> JSON { .array(facts.map { .string(wording.scheduleFact($0)) }) }
        return [
            "id": .string(item.id), "topic": .string(item.topic), "guideline": .string(item.guideline),
            "status": .string(item.status.rawValue), "from": time(item.from), "by": time(item.by),
            "beforeDischarge": .bool(item.beforeDischarge), "basis": .string(item.basis.rawValue),
            "fromBasis": .string((item.fromBasis ?? item.basis).rawValue),
            "byBasis": .string((item.byBasis ?? item.basis).rawValue),
            "source": .array(item.sources.map { .string($0) }),
            "confidence": .optional(item.confidence?.rawValue), "missing": facts(item.missing),
            "awaits": facts(item.awaits), "reason": .string(wording.dueReason(item)),
        ]
    }
}
