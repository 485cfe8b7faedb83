internal import NICUCore

extension Wording {
    /// The count of days, as a range where the record cannot tell.
    func dayCount(_ days: CountedDays) -> String {
        let (least, most) = (days.certain.count, days.certain.count + days.unknown.count)
        return least == most ? "\(least)" : "\(least)–\(most)"
    }

    /// The last day that counts; that it goes on is said.
    func lastDay(_ days: CountedDays) -> String {
        switch days.now {
        case .yes: pick("仍在进行", "goes on")
        case .no, .unknown: days.certain.last?.description ?? "–"
        }
    }

    /// The stretches that the record does not tell.
    func unknownDays(_ days: CountedDays) -> String {
        let stretches = days.stretches.map { range in
            range.lowerBound == range.upperBound
                ? "\(range.lowerBound)"
                : pick("\(range.lowerBound) 至 \(range.upperBound)", "\(range.lowerBound) to \(range.upperBound)")
        }
        let title = pick(days.item.title.zh, days.item.title.en)
        return pick("? \(title)不明：\(list(stretches))", "? \(title) unknown: \(list(stretches))")
    }

    /// How often a procedure was done, and for how long.
    func procedureTimes(_ days: CountedDays) -> String? {
        guard let times = days.times, times > 0 else { return nil }
        let title = pick(days.item.title.zh, days.item.title.en)
        let minutes = days.minutes.map { pick("，共 \($0) 分钟", ", \($0) min in all") } ?? ""
        return pick("\(title) \(times) 次\(minutes)", "\(title) × \(times)\(minutes)")
    }

    /// What nobody recorded, within 80 columns; that is no statement that there was none.
    func daysNotRecorded(_ titles: [String]) -> [String] {
        var lines = [pick("未记录（不等于没有）：", "not recorded, which does not mean none:")]
        var line = ""
        for title in titles {
            let next = line.isEmpty ? "    " + title : line + pick("、", ", ") + title
            if Table.width(next) > 78, !line.isEmpty {
                lines.append(line)
                line = "    " + title
            } else {
                line = next
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
