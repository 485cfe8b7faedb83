public import NICUCore

/// A research export in the making: the lines of one infant after the other, then the manifest.
public struct ResearchExport: Sendable {
    /// A line that `nicu import` would not read; the export is not handed on.
    public struct Unreadable: Error, Sendable, Equatable {
        /// The kind of the entry.
        public let kind: String
    }

    /// What the manifest says beside the counts.
    public struct Making: Sendable {
        /// The program and its version.
        public let software: String
        /// The unit's clock: zone, care day and shifts, which the reader of the lines needs.
        public let zone: Zone
        /// When the care day begins, as text.
        public let careDay: String
        /// When the shifts begin, as text.
        public let shifts: String

        /// Makes one from its parts.
        public init(software: String, zone: Zone, careDay: String, shifts: String) {
            self.software = software
            self.zone = zone
            self.careDay = careDay
            self.shifts = shifts
        }
    }

    /// Why infants of the record are not in the export, as counts.
    public struct LeftOut: Sendable, Hashable {
        /// No consent is recorded.
        public var withoutConsent = 0
        /// A consent was refused or withdrawn; no waiver takes them in.
        public var refused = 0
        /// No birth is effective.
        public var withoutBirth = 0
        /// Taken out because too few share their traits.
        public var suppressed = 0

        /// Counts nobody.
        public init() {}
    }

    private let secret: ResearchSecret
    private let words: ResearchWords
    private let making: Making
    private let codes: [String: InfantCode]
    /// The infants that are in it, in the order of their pseudonyms.
    public let infants: [ResearchInfant]
    private var tally = ResearchTally()

    /// Begins an export of some infants.
    public init(_ infants: [ResearchInfant], secret: ResearchSecret, words: ResearchWords, making: Making) {
        self.infants = infants.sorted { $0.pseudonym.text < $1.pseudonym.text }
        codes = Dictionary(infants.map { ($0.code.text, $0.pseudonym) }, uniquingKeysWith: { first, _ in first })
        self.secret = secret
        self.words = words
        self.making = making
    }

    /// How many lines there are so far.
    public var count: Int { tally.kept.values.reduce(0, +) }

    /// How many facts lie where the unit's clock has another offset than it had when they happened.
    public var otherOffset: Int { tally.otherOffset }

    /// The lines of one infant: its entries in ledger order, and the course they give, which knows what was confirmed.
    public mutating func lines(of infant: ResearchInfant, _ ledger: [Entry], _ course: Course) throws(Unreadable)
        -> String
    {
        let mask = ResearchMask(
            secret: secret, words: words, infant: infant.id, code: infant.pseudonym, shift: infant.shift, codes: codes)
        var bodies: [Identifier: (body: JSON, without: [String])] = [:]
        var lost: [Identifier: ResearchReason] = [:]
        for entry in ledger {
            switch mask.body(of: entry) {
            case .kept(let body, let without): bodies[entry.id] = (body, without)
            case .dropped(let reason): lost[entry.id] = reason
            }
        }
        // What corrected an entry and is left out must not bring the old value back into force.
        for entry in ledger.reversed() where lost[entry.id] != nil && entry.kind != .erasure {
            if let old = entry.corrects, lost[old] == nil { lost[old] = .corrected }
        }
        let confirmed = Confirmations(ledger, course)
        var text = ""
        var kept: Set<Identifier> = []
        for entry in ledger {
            if let reason = lost[entry.id] {
                tally.drop(entry.kind, reason)
                continue
            }
            guard let (body, without) = bodies[entry.id] else { continue }
            let corrects = entry.corrects.flatMap { kept.contains($0) ? $0 : nil }
            if entry.corrects != nil, corrects == nil {
                guard entry.kind != .retraction else {
                    tally.drop(entry.kind, .strikes)
                    continue
                }
                tally.standAlone += 1
            }
            kept.insert(entry.id)
            for member in without { tally.members["\(entry.kind.name).\(member)", default: 0] += 1 }
            let physician = corrects == nil ? nil : confirmed.by[entry.id]
            let said = physician.map { JSON.string(secret.login($0, of: infant.id)) }
            let whole =
                entry.kind == .retraction && said != nil ? JSON.object([.init("confirmedBy", said ?? "")]) : body
            text += try add(mask.line(of: entry, body: whole, corrects: corrects, zone: making.zone), entry.kind)
            let moved = entry.at.instant - Int64(infant.shift) * 86_400
            if making.zone.offsetMinutes(at: moved) != making.zone.offsetMinutes(at: entry.at.instant) {
                tally.otherOffset += 1
            }
            // Here the author's role confirmed it; elsewhere nobody knows the author, and it would wait for a physician.
            guard let physician else { continue }
            tally.confirmations += 1
            guard entry.kind != .retraction, let old = corrects else { continue }
            let id = secret.identifier("confirmation", entry.id, of: infant.id)
            text += try add(
                mask.line(
                    of: entry, body: ["confirmedBy": said ?? ""], corrects: old, id: id, by: physician,
                    zone: making.zone), .retraction)
        }
        return text
    }

    /// Counts a line and reads it back as an import would.
    private mutating func add(_ line: JSON, _ kind: Kind) throws(Unreadable) -> String {
        let text = line.text
        do { _ = try EntryLine.read(Array(text.utf8), zone: making.zone) } catch { throw Unreadable(kind: kind.name) }
        tally.kept[kind.name, default: 0] += 1
        return text + "\n"
    }

    /// What was done, in names and counts; the same bytes for the same data, moments and secret.
    public func manifest(groups: ResearchGroups, leftOut: LeftOut, isWaived: Bool, lines: [UInt8]) -> JSON {
        [
            "format": "nicu-research", "version": 1, "software": .string(making.software),
            "series": .string(secret.series),
            "lines": ["count": .integer(Int64(count)), "sha256": .string(PassportFile.digest(lines))],
            "clock": [
                "timezone": .string(making.zone.name), "careDay": .string(making.careDay),
                "shifts": .string(making.shifts), "otherOffset": .integer(Int64(tally.otherOffset)),
            ],
            "consent": [
                "ground": .string(isWaived ? "waived" : "consent"),
                "withoutConsent": .integer(Int64(leftOut.withoutConsent)),
                "refused": .integer(Int64(leftOut.refused)),
            ],
            "infants": [
                "exported": .integer(Int64(infants.count)), "withoutBirth": .integer(Int64(leftOut.withoutBirth)),
                "suppressed": .integer(Int64(leftOut.suppressed)),
            ],
            "shift": [
                "direction": "back", "leastDays": .integer(Int64(ResearchSecret.shiftRange.lowerBound)),
                "mostDays": .integer(Int64(ResearchSecret.shiftRange.upperBound)), "sameForOneBirth": true,
            ],
            "entries": ["kept": tally.keptJSON, "dropped": tally.droppedJSON],
            "members": ["dropped": tally.membersJSON],
            "corrections": [
                "ofDroppedEntries": .integer(Int64(tally.standAlone)),
                "confirmationsWritten": .integer(Int64(tally.confirmations)),
            ],
            "treatment": ResearchExport.treatment,
            "anonymity": ResearchExport.anonymity(groups, isSuppressed: leftOut.suppressed > 0),
            "risks": .array(ResearchExport.risks.map { .string($0) }),
        ]
    }

    /// What stays possible, as `docs/research-export.md` explains each.
    public static let risks = [
        "rare_course", "growth_trajectory", "extreme_value", "time_of_day", "length_of_stay", "siblings_linked",
        "known_event", "ward_habits", "still_in_the_unit", "whoever_holds_the_secret",
    ]

    private static func anonymity(_ groups: ResearchGroups, isSuppressed: Bool) -> JSON {
        let sizes = groups.sizes.sorted { $0.key < $1.key }.filter { !isSuppressed || $0.key >= groups.least }
        return [
            "k": .integer(Int64(groups.least)), "traits": .array(ResearchTraits.names.map { .string($0) }),
            "groupsBySize": ResearchTally.pairs(sizes.map { ("\($0.key)", $0.value) }),
            "rareGroups": .integer(isSuppressed ? 0 : Int64(groups.rareGroups)),
            "rareInfants": .array(isSuppressed ? [] : groups.rare.map { .string($0.pseudonym.text) }),
        ]
    }

    /// What becomes of each member, by kind.
    private static var treatment: JSON {
        var kinds = ResearchRules.members.sorted { $0.key.name < $1.key.name }.map { kind, members in
            JSON.Member(kind.name, outcomes(members.mapValues(\.outcome)))
        }
        kinds.insert(JSON.Member("header", outcomes(ResearchRules.header)), at: 0)
        return .object(kinds)
    }

    private static func outcomes(_ members: [String: ResearchTreatment.Outcome]) -> JSON {
        .object(
            ResearchTreatment.Outcome.allCases.compactMap { outcome in
                let names = members.filter { $0.value == outcome }.keys.sorted()
                return names.isEmpty ? nil : JSON.Member(outcome.rawValue, .array(names.map { .string($0) }))
            })
    }
}

/// Which changes a physician had confirmed by being their author, so that no entry says so.
private struct Confirmations {
    /// The physician's login, by the entry that corrects or strikes.
    var by: [Identifier: String] = [:]

    init(_ ledger: [Entry], _ course: Course) {
        let changes = Dictionary(grouping: ledger.filter { $0.corrects != nil }) { $0.corrects }
        for change in course.superseded {
            guard let physician = change.confirmedBy, let all = changes[change.entry.id],
                !all.contains(where: { ($0.body as? Retraction)?.confirmedBy != nil })
            else { continue }
            // Its own author confirmed it: the first of the changes that this physician wrote.
            if let own = all.first(where: { $0.by == physician }) { by[own.id] = physician }
        }
    }
}
