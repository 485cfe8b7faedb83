/// The time of one stay, and what is told of it.
struct StayTime {
    /// From birth or the admission to the end of the stay, or to the moment of the course.
    let interval: Range<Instant>
    /// The last instant of the stay before it; nil for the first.
    let after: Instant?

    /// Whether an entry says something about this stay: what was told of an earlier one ended with it.
    func holds(_ entry: Entry) -> Bool { after.map { entry.at.instant > $0 } ?? true }
}

extension Course {
    /// The times of the stays in their order: when the infant was alive and not away.
    var stayTimes: [StayTime] {
        var times: [StayTime] = []
        var last: Moment?
        for (begin, end, _) in stays {
            // An end known to the day may lie before or behind an admission of that day.
            let after = last.map { min($0.latest, begin.earliest - 1) }
            if end.latest > begin.earliest {
                times.append(StayTime(interval: begin.earliest..<end.latest, after: after))
            }
            last = end
        }
        return times
    }
}
