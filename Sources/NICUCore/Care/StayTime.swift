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

    /// When at least one of some on/off aspects was on, within a stretch; nothing goes on from one stay to the next.
    func times(on aspects: [String], within stretch: Range<Instant>) -> [Range<Instant>] {
        let states = all(State.self).filter { aspects.contains($0.body.aspect) }
        guard !states.isEmpty else { return [] }
        var times: [Range<Instant>] = []
        for stay in stayTimes where stay.interval.overlaps(stretch) {
            let here = stay.interval.clamped(to: stretch)
            for aspect in aspects {
                let own = states.filter { $0.body.aspect == aspect && stay.holds($0.entry) }
                let ends = own.dropFirst().map(\.entry.at.instant) + [here.upperBound]
                for (state, end) in zip(own, ends) where state.body.value == Aspect.on {
                    let begin = max(state.entry.at.instant, here.lowerBound)
                    if min(end, here.upperBound) > begin { times.append(begin..<min(end, here.upperBound)) }
                }
            }
        }
        return times.merged
    }
}

extension [Range<Instant>] {
    /// The same stretches in order, none of which touches another.
    var merged: [Range<Instant>] {
        var result: [Range<Instant>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// The length of stretches that do not overlap.
    var length: Hours { Hours(seconds: reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }) }

    /// What two lists of stretches share, each without overlaps.
    func shared(with others: [Range<Instant>]) -> [Range<Instant>] {
        flatMap { range in others.filter(range.overlaps).map(range.clamped) }
    }
}
