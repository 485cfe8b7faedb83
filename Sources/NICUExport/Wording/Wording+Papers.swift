internal import NICUCore

extension Wording {
    /// The heading of the papers that are due.
    func papersTopic() -> String { pick("病历文书", "papers") }

    /// How papers are recorded as written.
    func papersHint(_ code: InfantCode, _ tasks: [String]) -> String {
        var seen: Set<String> = []
        let names = tasks.filter { seen.insert($0).inserted }
            .map { String($0.map { $0 == "_" ? "-" : $0 }) }.joined(separator: "|")
        return pick(
            "写好后登记：nicu task \(code) \(names) complete", "once written: nicu task \(code) \(names) complete")
    }

    /// Of an infant whose stay ended so, papers are all that is asked for.
    func onlyPapersAfterEnd() -> String {
        pick("该结局后不列筛查、接种与随访", "no screens, vaccines or visits are listed after this end of the stay")
    }

    /// No paper is asked for now.
    func noPapersDue() -> String { pick("没有到期的病历文书", "no paper is due") }

    /// The schedule in use knows nothing of papers.
    func noPapersNamed() -> String {
        pick("病历文书：所用日程未列时限", "papers: the schedule in use names no deadlines")
    }

    /// The papers that are overdue, as one sentence; nil for none.
    func papersOverdue(_ papers: [DueItem]) -> String? {
        let late = papers.filter { $0.status == .overdue }
        guard !late.isEmpty else { return nil }
        return pick("病历文书逾期：", "papers overdue: ") + list(late.map { dueTitle($0, among: papers) })
    }
}
