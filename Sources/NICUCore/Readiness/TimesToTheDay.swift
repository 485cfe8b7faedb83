/// Entries known only to the day, read as the two ends of that day.
struct TimesToTheDay {
    /// Up to so many such entries every combination is tried; beyond, each is moved alone.
    private static let allCombinations = 4

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
        let count = vague.count
        if count == 0 { return [entries] }
        if count <= TimesToTheDay.allCombinations {
            return (0..<(1 << count)).map { bits in reading { bits >> $0 & 1 == 1 } }
        }
        var result = [reading { _ in false }, reading { _ in true }]
        for moved in 0..<count {
            result.append(reading { $0 == moved })
            result.append(reading { $0 != moved })
        }
        return result
    }

    private func reading(isLate: (Int) -> Bool) -> [Entry] {
        var result = entries
        for (place, index) in vague.enumerated() {
            let at = entries[index].at
            // A fact of the course happened by now.
            let instant = isLate(place) ? max(at.earliest, min(at.latest, asOf)) : at.earliest
            result[index].at = Moment(instant, offsetMinutes: at.offsetMinutes)
        }
        return result
    }
}
