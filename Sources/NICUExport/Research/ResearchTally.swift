internal import NICUCore

/// What was kept and left out, counted for the manifest.
struct ResearchTally: Sendable {
    /// Lines by kind.
    var kept: [String: Int] = [:]
    /// Entries left out, by kind and reason.
    var dropped: [String: [ResearchReason: Int]] = [:]
    /// Members left out of entries that were kept, as `kind.member`.
    var members: [String: Int] = [:]
    /// Corrections of entries left out, which stand as entries of their own.
    var standAlone = 0
    /// Confirmations by a physician that had followed from the author's role and are written out.
    var confirmations = 0

    /// Facts moved to where the clock of the unit's zone has another offset.
    var otherOffset = 0

    mutating func drop(_ kind: Kind, _ reason: ResearchReason) {
        // The name of a kind of a newer version is nobody's to hand on.
        let name = if case .unknown = kind { "unknown" } else { kind.name }
        dropped[name, default: [:]][reason, default: 0] += 1
    }

    /// Names and counts in the order of the names.
    static func json(_ counts: [String: Int]) -> JSON {
        pairs(counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Names and counts in the order given.
    static func pairs(_ counts: [(String, Int)]) -> JSON {
        .object(counts.map { JSON.Member($0.0, .integer(Int64($0.1))) })
    }

    var keptJSON: JSON { ResearchTally.json(kept) }
    var membersJSON: JSON { ResearchTally.json(members) }
    var droppedJSON: JSON {
        .object(
            dropped.sorted { $0.key < $1.key }.map { kind, reasons in
                JSON.Member(
                    kind,
                    ResearchTally.json(Dictionary(uniqueKeysWithValues: reasons.map { ($0.key.rawValue, $0.value) })))
            })
    }
}
