/// What a stay that has ended still says: its events and results stand, its states and attestations hold no longer.
///
/// Nobody watched the infant between two stays, so a state counts again only once it is stated anew: from a time after
/// the end, or recorded after it (the log of another unit, read in later). The monitor is off from the end on.
struct CurrentStay {
    private let end: Entry?

    init(_ course: Course, asOf: Instant) {
        end = course.entries.last { $0.body.stayDestination != nil && $0.at.earliest < asOf }
    }

    /// The entries that hold now, and the end itself as the moment from which the monitor is off.
    func holding(_ entries: [Entry], monitored: (Entry) -> Bool) -> [Entry] {
        guard let end else { return entries }
        let time = end.at.earliest
        func isFromBefore(_ entry: Entry) -> Bool { entry.at.instant <= time && entry.recorded <= time }
        var off = end
        off.body = State(aspect: Aspect.monitoring, value: "off")
        let kept = entries.filter { entry in
            guard isFromBefore(entry) else { return true }
            return switch entry.body {
            case let state as State: state.aspect == Aspect.monitoring
            case is Attestation: false
            default: true
            }
        }
        guard monitored(off), kept.contains(where: { ($0.body as? State)?.aspect == Aspect.monitoring }) else {
            return kept
        }
        return (kept + [off]).sorted(by: Course.inOrder)
    }
}
