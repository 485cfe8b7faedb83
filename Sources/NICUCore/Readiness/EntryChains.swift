/// How corrections and strikes follow on one another, so that each can be weighed by itself.
struct EntryChains {
    private let byEntry: [Identifier: Superseded]

    init(_ superseded: [Superseded]) {
        byEntry = Dictionary(superseded.map { ($0.entry.id, $0) }) { first, _ in first }
    }

    /// The entries with several changes undone at once, and with neither their old nor their new values.
    static func undoing(_ changes: [Superseded], among entries: [Entry]) -> (old: [Entry], neither: [Entry]) {
        let new = Set(changes.map(\.by.id))
        let neither = entries.filter { !new.contains($0.id) }
        return (neither + changes.map(\.entry).filter { !new.contains($0.id) }, neither)
    }

    /// The entries as they would stand with the old value, with the new one, and with neither.
    struct Weighing {
        let old: [Entry]
        let new: [Entry]
        let neither: [Entry]
    }

    /// Takes a change out of its chain: later links are set aside, so that each is judged for what it did.
    func weighing(_ change: Superseded, among entries: [Entry], asOf: Moment) -> Weighing {
        var ids: Set<Identifier> = [change.entry.id, change.by.id]
        var link = change.by
        while let next = byEntry[link.id], ids.insert(next.by.id).inserted { link = next.by }
        let neither = entries.filter { !ids.contains($0.id) }
        let isVisible = !change.isStruck && change.by.at.earliest <= asOf.latest
        return Weighing(
            old: neither + [change.entry], new: isVisible ? neither + [change.by] : neither, neither: neither)
    }
}
