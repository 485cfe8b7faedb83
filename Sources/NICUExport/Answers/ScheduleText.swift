public import NICUCore

/// A schedule as text: every item with whose it is, where it comes from and how surely that is known.
public func scheduleText(_ schedule: Schedule, _ wording: Wording) -> String {
    var lines = ["\(schedule.id) \(schedule.version)  " + wording.pick(schedule.title.zh, schedule.title.en)]
    lines.append(wording.pick("摘要 ", "digest ") + schedule.digest)
    var table = Table([
        "id", wording.pick("项目", "item"), wording.pick("指南", "guideline"), wording.pick("来源", "basis"),
        wording.pick("所见", "seen"), wording.pick("出处", "sources"),
    ])
    func add(
        _ id: String, _ title: RuleText, _ guideline: String, _ basis: Basis, _ seen: Confidence, _ sources: [String]
    ) {
        let seen = schedule.confidence[seen].map { wording.pick($0.zh, $0.en) } ?? seen.rawValue
        table.add([
            id, wording.pick(title.zh, title.en), guideline, wording.basis(basis), seen,
            sources.joined(separator: ", "),
        ])
    }
    for item in schedule.items {
        add(
            item.id, item.title, item.guideline == Schedule.anywhere ? "" : item.guideline, item.basis, item.confidence,
            item.sources)
    }
    for visit in schedule.visits { add(visit.id, visit.title, "", visit.basis, visit.confidence, visit.sources) }
    for paper in schedule.papers {
        add(
            paper.id, paper.title, paper.guideline == Schedule.anywhere ? "" : paper.guideline, paper.basis,
            paper.confidence, paper.sources)
    }
    lines += ["", table.text(columns: wording.columns), ""]
    lines += schedule.sources.map { "[\($0.id)] " + wording.cited($0) }
    lines.append(
        wording.pick(
            "原文件：nicu rules show \(schedule.id) --file", "the file itself: nicu rules show \(schedule.id) --file"))
    return lines.joined(separator: "\n")
}
