/// A place in the ledger: the number and digest of the last entry seen; the fingerprint of an answer.
public struct LedgerHead: Sendable, Hashable {
    /// The number of the entry in its record.
    public let seq: Int64
    /// SHA-256 in hexadecimal digits; empty for an empty ledger.
    public let digest: String

    /// Makes a value from its parts.
    public init(seq: Int64, digest: String) {
        self.seq = seq
        self.digest = digest
    }

    /// `position:first 16 digits of the digest`.
    public var fingerprint: String { "\(seq):\(digest.prefix(16))" }
}

/// What had been recorded when the question is asked.
public enum KnownAt: Sendable, Hashable {
    /// Everything up to now; the instant is stated in answers.
    case now(Instant)
    /// Entries first recorded at or before an instant.
    case instant(Instant)
    /// Entries up to a position in the ledger.
    case position(Int64)
}

/// Why an entry no longer counts.
public struct Superseded: Sendable {
    /// The entry that no longer counts.
    public let entry: Entry
    /// The correction or strike that replaced it.
    public let by: Entry
    /// The physician who confirmed the strike or correction; nil while nobody has.
    public let confirmedBy: String?

    /// Makes a value from its parts.
    public init(entry: Entry, by: Entry, confirmedBy: String?) {
        self.entry = entry
        self.by = by
        self.confirmedBy = confirmedBy
    }

    /// Whether it was struck out without a new value.
    public var isStruck: Bool { by.kind == .retraction }
}

/// Everything effective about one infant at one moment of knowledge; every calculation is a pure function of it.
///
/// `entries` holds what counts: recorded by `knownAt`, happened by `asOf`, neither corrected nor struck by then.
public struct Course: Sendable {
    /// The infant.
    public let infant: InfantID
    /// The code.
    public let code: InfantCode
    /// The clinical instant the answer is for.
    public let asOf: Moment
    /// What had been recorded.
    public let knownAt: KnownAt
    /// The last entry visible.
    public let head: LedgerHead
    /// The unit's zone and shifts.
    public let clock: WardClock
    /// Effective entries in clinical order, ties in the order of the record.
    public private(set) var entries: [Entry]
    /// Entries that were corrected or struck, in clinical order.
    public let superseded: [Superseded]

    /// Makes a value from its parts.
    public init(
        infant: InfantID, code: InfantCode, asOf: Moment, knownAt: KnownAt, head: LedgerHead, clock: WardClock,
        entries: [Entry], superseded: [Superseded]
    ) {
        self.infant = infant
        self.code = code
        self.asOf = asOf
        self.knownAt = knownAt
        self.head = head
        self.clock = clock
        // Ages are differences of civil days in the unit's zone, whatever offset a fact was told in.
        self.entries = entries.map { $0.told(in: clock.zone) }.sorted(by: Course.inOrder)
        self.superseded = superseded.map {
            Superseded(
                entry: $0.entry.told(in: clock.zone), by: $0.by.told(in: clock.zone), confirmedBy: $0.confirmedBy)
        }.sorted { Course.inOrder($0.entry, $1.entry) }
    }

    /// The same infant and clock with other entries, which are already told in the unit's zone.
    init(like course: Course, asOf: Moment, entries: [Entry], superseded: [Superseded]) {
        infant = course.infant
        code = course.code
        self.asOf = asOf
        knownAt = course.knownAt
        head = course.head
        clock = course.clock
        let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { !Course.inOrder($1, $0) }
        self.entries = isOrdered ? entries : entries.sorted(by: Course.inOrder)
        self.superseded = superseded
    }

    static func inOrder(_ a: Entry, _ b: Entry) -> Bool { (a.at.instant, a.seq) < (b.at.instant, b.seq) }

    /// Effective bodies of one type with their entries, in clinical order.
    public func all<B: Body>(_ type: B.Type) -> [(entry: Entry, body: B)] {
        var found: [(entry: Entry, body: B)] = []
        // Comparing types first is several times faster than a cast that fails.
        for entry in entries where Swift.type(of: entry.body) == B.self {
            if let body = entry.body as? B { found.append((entry, body)) }
        }
        return found
    }

    /// The last effective body of one type.
    public func last<B: Body>(_ type: B.Type) -> (entry: Entry, body: B)? {
        for entry in entries.reversed() where Swift.type(of: entry.body) == B.self {
            if let body = entry.body as? B { return (entry, body) }
        }
        return nil
    }

    /// The same course with every erasable text as its digest, for what is copied and kept.
    public var withoutErasableTexts: Course {
        Course(
            like: self, asOf: asOf, entries: entries.map(\.withoutErasableTexts),
            superseded: superseded.map {
                Superseded(
                    entry: $0.entry.withoutErasableTexts, by: $0.by.withoutErasableTexts, confirmedBy: $0.confirmedBy)
            })
    }

    /// The same course as it would stand had one correction or strike not been made.
    public func undoing(_ change: Superseded) -> Course {
        var result = self
        result.entries = (entries.filter { $0.id != change.by.id } + [change.entry]).sorted(by: Course.inOrder)
        return result
    }

    // MARK: What every calculation asks first

    /// The birth with its entry.
    public var birth: (entry: Entry, body: Birth)? { last(Birth.self) }
    /// The civil day of birth.
    public var birthDay: Day? { birth?.entry.at.day }
    /// The sex; unknown without a birth entry.
    public var sex: Sex { birth?.body.sex ?? .unknown }
    /// Gestational age at birth by the latest dating; nil is unknown, never term.
    public var gestationalAge: GestationalAge? { latestDating?.body.gestationalAge }

    /// The dating that counts: of the effective ones the last recorded, since a re-dating replaces an older one.
    public var latestDating: (entry: Entry, body: Dating)? { all(Dating.self).max { $0.entry.seq < $1.entry.seq } }

    /// What ages are counted from, looked up once for whoever asks about many days.
    public var ages: CourseAges { CourseAges(birthDay: birthDay, gestationalAge: gestationalAge) }

    /// The age of the infant on a civil day; nil before birth is known.
    public func postnatalAge(on day: Day) -> PostnatalAge? { ages.postnatal(on: day) }

    /// The postmenstrual age on a civil day; nil where gestational age or birth is unknown.
    public func postmenstrualAge(on day: Day) -> PostmenstrualAge? { ages.postmenstrual(on: day) }

    /// The birth weight in grams with its entry.
    public var birthWeight: (entry: Entry, grams: Int)? {
        all(Measurement.self).last { $0.body.quantity == .weight && $0.body.role == .birth }
            .map { ($0.entry, $0.body.value) }
    }

    /// The weights that count, birth weight included, in clinical order.
    public var weights: [(entry: Entry, body: Measurement)] {
        all(Measurement.self).filter { $0.body.quantity == .weight && $0.body.counts }
    }

    /// The end of the current stay, if it has ended.
    public var stayEnd: (entry: Entry, destination: Destination)? {
        for entry in entries.reversed() {
            if entry.body is Admission { return nil }
            if let destination = entry.body.stayDestination { return (entry, destination) }
        }
        return nil
    }

    /// The bed the infant lies in; nil when unknown or after the stay.
    public var bed: String? {
        for entry in entries.reversed() {
            if let body = entry.body as? Bed { return body.bed }
            if let body = entry.body as? Admission { return body.bed }
        }
        return nil
    }

    /// The states of one aspect in clinical order.
    public func states(_ aspect: String) -> [(entry: Entry, body: State)] {
        all(State.self).filter { $0.body.aspect == aspect }
    }
}

/// The ages of an infant on civil days.
public struct CourseAges: Sendable, Hashable {
    /// The civil day of birth; nil where no birth is recorded.
    public let birthDay: Day?
    /// Gestational age at birth; nil is unknown, never term.
    public let gestationalAge: GestationalAge?

    /// The age on a civil day; nil before birth is known.
    public func postnatal(on day: Day) -> PostnatalAge? { birthDay.map { PostnatalAge(born: $0, on: day) } }

    /// The postmenstrual age on a civil day; nil where gestational age or birth is unknown.
    public func postmenstrual(on day: Day) -> PostmenstrualAge? {
        guard let gestationalAge, let age = postnatal(on: day) else { return nil }
        return PostmenstrualAge(gestationalAge, age)
    }
}
