public import NICUCore

extension Wording {
    /// How long something has lasted beside how long it must: `131 of 168 h`, and `342 h (168 h needed)` once exceeded.
    func hours(_ elapsed: Elapsed) -> String { hours(elapsed.hours.completed, of: elapsed.needed.completed) }

    private func hours(_ hours: Int, of needed: Int) -> String {
        hours > needed
            ? pick("\(hours) 小时（需 \(needed) 小时）", "\(hours) h (\(needed) h needed)")
            : pick("\(hours)/\(needed) 小时", "\(hours) of \(needed) h")
    }

    /// How long no event was recorded, or none that counts; how that time was watched, and from when on it counts.
    func eventFree(_ elapsed: Elapsed, from start: ClockStart, besides: Bool, _ watch: EventWatch?) -> String {
        let begin =
            besides && start == .lastEventEnd
            ? pick("末次计入的事件结束", "the end of the last counted event") : term(start.rawValue)
        return (besides ? pick("无计入的事件观察 ", "no counted event for ") : pick("无记录事件观察 ", "no recorded event for "))
            + hours(elapsed) + (watch.map { pick("，", ", ") + watched($0) } ?? "")
            + pick("，自 \(time(elapsed.since))（\(begin)）", ", since \(time(elapsed.since)) (\(begin))")
    }

    /// A review that counts fewer events than are recorded in its shift.
    public func reviewConflict(_ conflict: ReviewConflict) -> String {
        let count = conflict.events.count
        let events = list(conflict.events.map { "#\($0)" })
        return pick(
            "\(conflict.shift) 班已记录 \(count) 次事件（\(events)），回顾（#\(conflict.review)）为 \(conflict.counted) 次；请更正其一",
            "\(count) \(count == 1 ? "event is" : "events are") recorded in shift \(conflict.shift): \(events); its review (#\(conflict.review)) counts \(conflict.counted); correct one of them"
        )
    }

    /// How many shifts of a window were reviewed, and how long the monitor is known to have been on in it.
    func watched(_ watch: EventWatch) -> String {
        let shifts =
            watch.shifts == 0
            ? pick("尚无班次结束", "no shift has ended")
            : pick(
                "\(watch.reviewed)/\(watch.shifts) 班已回顾", "\(watch.reviewed) of \(watch.shifts) shifts reviewed")
        guard let monitored = watch.monitored else { return shifts }
        return shifts + pick("，监护 ", ", monitor on for ") + hours(monitored.completed, of: watch.window.completed)
    }
}
