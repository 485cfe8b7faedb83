public import NICUCore

/// What is due for one infant, ready to be printed.
public struct DuePage: Sendable {
    /// What of the list is printed.
    public struct Filter: Sendable {
        /// What opens within so many hours is printed too.
        public let within: Hours
        /// Whether what is done, waived, far off or does not apply is printed too.
        public let everything: Bool

        /// Makes a filter.
        public init(within: Hours, everything: Bool) {
            self.within = within
            self.everything = everything
        }
    }

    let course: Course
    let list: DueList
    let schedule: Schedule

    /// Makes a page.
    public init(_ course: Course, _ list: DueList, schedule: Schedule) {
        self.course = course
        self.list = list
        self.schedule = schedule
    }

    /// What of it the ward's list holds: all of an infant in the unit, or gone home with visits still to come or something
    /// overdue; of another one the papers that are not recorded as written; nil where there is nothing of both.
    public var inWard: DuePage? {
        if isListed { return self }
        guard list.papers.contains(where: \.isOpen) else { return nil }
        let papers = DueList(items: [], papers: list.papers, visitClass: nil, missingForClass: [], visits: [])
        return DuePage(course, papers, schedule: schedule)
    }

    private var isListed: Bool {
        guard course.birth != nil else { return false }
        switch course.stayEnd?.destination {
        case nil: return true
        case .home, .community, .againstAdvice:
            return !list.visits.isEmpty || list.visitClass == nil || list.items.contains { $0.status == .overdue }
        case .transfer, .withdrawal, .death, .other: return false
        }
    }

    func shown(_ filter: Filter) -> [DueItem] { shown(list.items, filter) }

    func shownPapers(_ filter: Filter) -> [DueItem] { shown(list.papers, filter) }

    private func shown(_ items: [DueItem], _ filter: Filter) -> [DueItem] {
        let zone = course.clock.zone
        return items.filter { item in
            if filter.everything { return true }
            switch item.status {
            case .overdue, .closing, .due, .unknown: return true
            case .done, .waived, .notApplicable: return false
            case .later:
                guard let from = item.from ?? item.by else { return false }
                return Moment(day: from.day(in: zone), in: zone).earliest - course.asOf.latest <= filter.within.seconds
            }
        }
    }

    /// The page of one infant.
    public func text(_ filter: Filter, _ wording: Wording) -> String {
        let day = course.asOf.day
        var lines = [
            "\(course.code)  "
                + wording.ages(
                    day: course.postnatalAge(on: day)?.days, postmenstrual: course.postmenstrualAge(on: day)),
            wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head),
            wording.pick(schedule.title.zh, schedule.title.en) + "  \(schedule.id) \(schedule.version)", "",
        ]
        let shown = shown(filter)
        if list.items.isEmpty {
            lines.append(list.papers.isEmpty ? wording.noDueAfterEnd() : wording.onlyPapersAfterEnd())
        } else {
            lines.append(
                shown.isEmpty
                    ? wording.nothingDue()
                    : DuePage.table([(self, shown)], filter, wording, codes: false))
        }
        lines += notes(shown, among: list.items, wording)
        lines += [wording.visitLine(list)].compactMap { $0 }
        if !list.visits.isEmpty { lines.append(wording.visitDays(list.visits)) }
        let papers = shownPapers(filter)
        lines += paperLines(papers, filter, wording)
        if filter.everything {
            lines.append("")
            for id in schedule.sources.map(\.id) where (shown + papers).contains(where: { $0.sources.contains(id) }) {
                guard let source = schedule.source(id) else { continue }
                lines.append("  [\(id)] " + wording.cited(source))
            }
        }
        lines.append(wording.summaryNotice())
        return lines.joined(separator: "\n")
    }

    /// The papers as a group of their own, and how they are recorded.
    private func paperLines(_ papers: [DueItem], _ filter: Filter, _ wording: Wording) -> [String] {
        if list.papers.isEmpty { return ["", wording.noPapersNamed()] }
        guard !papers.isEmpty else { return ["", wording.noPapersDue()] }
        let open = papers.filter(\.isOpen).map(\.topic)
        return ["", wording.papersTopic(), DuePage.table([(self, papers)], filter, wording, codes: false)]
            + notes(papers, among: list.papers, wording)
            + (open.isEmpty ? [] : [wording.papersHint(course.code, open)])
    }

    private func notes(_ shown: [DueItem], among items: [DueItem], _ wording: Wording) -> [String] {
        shown.compactMap { item in
            item.note.map { "  \(wording.dueTitle(item, among: items)): " + wording.pick($0.zh, $0.en) }
        }
    }

    /// The lines of several infants as one table, the most pressing first, and their papers as another one behind it.
    public static func ward(_ pages: [DuePage], _ filter: Filter, _ wording: Wording) -> String {
        let items = pages.map { ($0, $0.shown(filter)) }
        let papers = pages.map { ($0, $0.shownPapers(filter)) }
        let first =
            items.allSatisfy(\.1.isEmpty) ? wording.nothingDue() : table(items, filter, wording, codes: true)
        if papers.allSatisfy(\.1.isEmpty) { return first }
        return [first, "", wording.papersTopic(), table(papers, filter, wording, codes: true)].joined(separator: "\n")
    }

    private static func table(
        _ pages: [(page: DuePage, items: [DueItem])], _ filter: Filter, _ wording: Wording, codes: Bool
    ) -> String {
        var table = Table(
            (codes ? [wording.pick("代号", "code"), wording.pick("床", "bed")] : [])
                + [
                    "", wording.pick("状态", "status"), wording.pick("项目", "item"), wording.pick("时间窗", "window"),
                    wording.pick("来源", "basis"), wording.pick("说明", "remark"),
                ])
        let order = DueStatus.allCases
        let rows = pages.enumerated().flatMap { place, one in
            one.items.map { (place: place, page: one.page, item: $0) }
        }.sorted { a, b in
            func key(_ row: (place: Int, page: DuePage, item: DueItem)) -> (Int, Int, Int) {
                let end = (row.item.by ?? row.item.from)?.day(in: row.page.course.clock.zone).number ?? Int.max
                return (order.firstIndex(of: row.item.status) ?? 0, end, row.place)
            }
            return key(a) < key(b)
        }
        for row in rows {
            let course = row.page.course
            table.add(
                (codes ? [course.code.text, course.bed ?? ""] : [])
                    + [
                        wording.dueSymbol(row.item.status), wording.dueStatus(row.item.status),
                        wording.dueTitle(row.item, among: row.page.list.items + row.page.list.papers),
                        wording.dueWindow(row.item, course),
                        wording.guideline(row.item, seen: filter.everything ? row.page.seen(row.item, wording) : nil),
                        wording.dueReason(row.item),
                    ])
        }
        return table.text(columns: wording.columns)
    }

    /// How surely the source of an item is known, in the schedule's words.
    private func seen(_ item: DueItem, _ wording: Wording) -> String? {
        item.confidence.map { word in
            schedule.confidence[word].map { wording.pick($0.zh, $0.en) } ?? word.rawValue
        }
    }
}
