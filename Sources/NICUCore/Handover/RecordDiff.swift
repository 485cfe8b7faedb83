/// What was recorded about one infant between two moments of knowledge, and what that changed in the figures.
public struct RecordDiff: Sendable {
    /// A correction or a strike with the entry it names; nil where that entry is not among those read.
    public struct Change: Sendable {
        /// The correction or strike.
        public let entry: Entry
        /// What it corrects or strikes.
        public let old: Entry?
        /// The earlier correction or strike that a physician confirms by it; nil for a change of its own.
        public let confirms: Entry?
    }

    /// An item of the schedule that stands elsewhere than before.
    public struct DueChange: Sendable {
        /// The item as it stands after.
        public let item: DueItem
        /// Where it stood before; nil where it was not in the list.
        public let from: DueStatus?
    }

    /// The infant as it was known before; nil where no birth was recorded then.
    public let before: InfantPicture?
    /// The infant as it is known after.
    public let after: InfantPicture
    /// New facts in the order of the record.
    public let added: [Entry]
    /// Corrections.
    public let corrected: [Change]
    /// Strikes, and confirmations of earlier strikes.
    public let struck: [Change]

    /// Compares two pictures; `ledger` holds every entry visible after, `isNew` tells those recorded since.
    public init(_ before: InfantPicture?, _ after: InfantPicture, ledger: [Entry], isNew: (Entry) -> Bool) {
        self.before = before?.course.birth == nil ? nil : before
        self.after = after
        let byID = Dictionary(ledger.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let fresh = ledger.filter(isNew)
        added = fresh.filter { $0.corrects == nil }
        let first = Dictionary(
            ledger.filter { $0.kind != .erasure }.compactMap { entry in entry.corrects.map { ($0, entry) } },
            uniquingKeysWith: { $0.seq < $1.seq ? $0 : $1 })
        let changes = fresh.compactMap { entry in
            entry.corrects.map { id in
                Change(entry: entry, old: byID[id], confirms: first[id].flatMap { $0.seq < entry.seq ? $0 : nil })
            }
        }
        corrected = changes.filter { $0.entry.kind != .retraction }
        struck = changes.filter { $0.entry.kind == .retraction }
    }

    /// The items of the schedule that became due or overdue, were done, or otherwise stand elsewhere.
    public var due: [DueChange] {
        let old = Dictionary(
            (before?.due.items ?? []).map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
        guard before != nil else { return [] }
        return after.due.items.filter { old[$0.id] != $0.status }.map { DueChange(item: $0, from: old[$0.id]) }
    }

    /// The latest weights before and after, and the z-scores of both in the references that speak at the later age.
    public var weights: (before: GrowthSummary.Point?, after: GrowthSummary.Point?) {
        func last(_ picture: InfantPicture?) -> GrowthSummary.Point? {
            picture?.growth?.points.last { $0.measure == .weight }
        }
        return (last(before), last(after))
    }
}
