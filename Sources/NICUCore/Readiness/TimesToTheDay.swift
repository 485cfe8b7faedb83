/// Entries known only to the day, read as the two ends of that day.
struct TimesToTheDay {
    private let entries: [Entry]
    private let vague: [Int]
    private let asOf: Instant

    init(_ entries: [Entry], asOf: Instant) {
        self.entries = entries
        self.asOf = asOf
        vague = entries.indices.filter { entries[$0].at.precision == .day }
    }

    /// The entries whose time is known only to the day.
    var refs: [EntryRef] { vague.map { EntryRef(entries[$0]) } }

    /// Every reading of the entries, with no time known only to the day left.
    var readings: [[Entry]] {
        guard !vague.isEmpty else { return [entries] }
        let choices = Ambiguity.choices(vague.count)
        let mayLieAhead = vague.contains { entries[$0].recorded > asOf && entries[$0].at.latest > asOf }
        // What was recorded after the question may have happened just before it, or after it.
        return choices.map { reading(isLate: $0, atMostNow: true) }
            + (mayLieAhead ? choices.map { reading(isLate: $0, atMostNow: false) } : [])
    }

    private func reading(isLate: (Int) -> Bool, atMostNow: Bool) -> [Entry] {
        var result = entries
        for (place, index) in vague.enumerated() {
            let at = entries[index].at
            // A fact that was recorded by the moment of the question had happened by then.
            let isPast = atMostNow || entries[index].recorded <= asOf
            let latest = isPast ? max(at.earliest, min(at.latest, asOf)) : at.latest
            result[index].at = Moment(isLate(place) ? latest : at.earliest, offsetMinutes: at.offsetMinutes)
        }
        // One that was recorded later may have happened after the question.
        return result.filter { $0.at.instant <= asOf }
    }
}
