/// What a stay that has ended still says: its events and results stand, its states, attestations, plans and dosing weights
/// hold no longer.
///
/// Nobody watched the infant between two stays, so a state counts again only once it is stated anew: from a time after
/// the end, or recorded after it (the log of another unit, read in later). The monitor is off from the end on. A plan and
/// a dosing weight are decisions of the stay they were made in.
struct CurrentStay {
    private let end: Entry?
    /// The admission after it; nil where there is none.
    private let back: Entry?

    init(_ course: Course, asOf: Instant) {
        let entries = course.entries
        let place = entries.lastIndex { $0.endsStay && $0.at.earliest < asOf }
        end = place.map { entries[$0] }
        back = place.flatMap { place in
            entries[place...].last { $0.beginsStay && $0.at.earliest <= asOf }
        }
    }

    /// Whether an entry was said in a stay that has ended, and before its end.
    func isOver(_ entry: Entry) -> Bool {
        guard let end = end?.at.earliest else { return false }
        return entry.at.instant <= end && entry.recorded <= end
    }

    /// Whether an entry's time lies in the stay that goes on: after the last admission, or after an end without one.
    func includes(_ entry: Entry) -> Bool {
        if let back { return entry.at.latest >= back.at.earliest }
        return end.map { entry.at.instant > $0.at.earliest } ?? true
    }

    /// The entries that hold now, and the end itself as the moment from which the monitor is off.
    func holding(_ entries: [Entry], monitored: (Entry) -> Bool) -> [Entry] {
        guard let end else { return entries }
        var off = end
        off.body = State(aspect: Aspect.monitoring, value: "off")
        let kept = entries.filter { entry in
            switch entry.body {
            case let state as State: state.aspect == Aspect.monitoring || !isOver(entry)
            case is Attestation: !isOver(entry)
            case is Plan: includes(entry)
            case let value as Measurement: value.role != .dosing || includes(entry)
            default: true
            }
        }
        guard monitored(off), kept.contains(where: { ($0.body as? State)?.aspect == Aspect.monitoring }) else {
            return kept
        }
        return (kept + [off]).sorted(by: Course.inOrder)
    }
}
