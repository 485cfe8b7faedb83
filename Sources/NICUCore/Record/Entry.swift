/// The permanent identity of an infant: the id of its first birth entry.
///
/// The code is an attribute for people.
public struct InfantID: Sendable, Hashable {
    /// The identifier.
    public let id: Identifier
    /// Makes a value from its parts.
    public init(_ id: Identifier) { self.id = id }
}

/// The code by which people name an infant: lower-case letters, digits and hyphens, never a bed, never reused.
public struct InfantCode: Sendable, Hashable {
    /// The text.
    public let text: String

    /// Makes a code; nil unless it has 2–32 characters of a–z, 0–9 and inner hyphens and begins with a letter.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (2...32).contains(bytes.count), (0x61...0x7A).contains(bytes[0]), bytes.last != UInt8(ascii: "-"),
            bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }

    /// The number of characters to change, add or take away to turn one code into the other.
    public func distance(to other: InfantCode) -> Int { Spelling.distance(text, other.text) }
}

extension InfantCode: CustomStringConvertible {
    /// The text form.
    public var description: String { text }
}

/// Where an entry stood in the record it came from.
public struct Origin: Sendable, Hashable {
    /// The unit, or the name of the unit the record belongs to.
    public let unit: String
    /// The identifier.
    public let id: Identifier
    /// The number of the entry in its record.
    public let seq: Int64
    /// SHA-256 in hexadecimal digits.
    public let digest: String

    /// Makes a value from its parts.
    public init(unit: String, id: Identifier, seq: Int64, digest: String) {
        self.unit = unit
        self.id = id
        self.seq = seq
        self.digest = digest
    }
}

/// One fact, written once and never changed.
///
/// What calculations read stands in the value itself; the rest of the header is shared by all its copies.
public struct Entry: Sendable {
    /// The order in this record; people name an entry by it.
    public var seq: Int64
    /// The identifier.
    public var id: Identifier
    /// When the fact happened.
    public var at: Moment
    /// The typed content.
    public var body: any Body
    private var header: Header

    /// What is read seldom.
    private struct Details: Sendable {
        var infant: InfantID?
        var code: InfantCode?
        var operation: Identifier
        var recorded: Instant
        var received: Instant?
        var by: String
        var source: String
        var key: String?
        var corrects: Identifier?
        var reason: SealedText?
        var origin: Origin?
    }

    /// The details behind a reference, so that a copy of an entry costs one count; a change makes a new one.
    private final class Header: Sendable {
        let details: Details
        init(_ details: Details) { self.details = details }
    }

    private var details: Details {
        get { header.details }
        set { header = Header(newValue) }
    }

    /// Nil for entries about the unit.
    public var infant: InfantID? {
        get { details.infant }
        set { details.infant = newValue }
    }
    /// The infant's code; nil for entries about the unit.
    public var code: InfantCode? {
        get { details.code }
        set { details.code = newValue }
    }
    /// All entries of one act share it.
    public var operation: Identifier {
        get { details.operation }
        set { details.operation = newValue }
    }
    /// When it was first recorded anywhere.
    public var recorded: Instant {
        get { details.recorded }
        set { details.recorded = newValue }
    }
    /// When this record got it; nil when that was the same act.
    public var received: Instant? {
        get { details.received }
        set { details.received = newValue }
    }
    /// The clinician who wrote it.
    public var by: String {
        get { details.by }
        set { details.by = newValue }
    }
    /// The door it came through.
    public var source: String {
        get { details.source }
        set { details.source = newValue }
    }
    /// The client's key, which makes a retry harmless.
    public var key: String? {
        get { details.key }
        set { details.key = newValue }
    }
    /// The entry this one corrects or strikes.
    public var corrects: Identifier? {
        get { details.corrects }
        set { details.corrects = newValue }
    }
    /// Why, for corrections and strikes.
    public var reason: SealedText? {
        get { details.reason }
        set { details.reason = newValue }
    }
    /// Where it came from; nil when written here.
    public var origin: Origin? {
        get { details.origin }
        set { details.origin = newValue }
    }

    /// Makes a value from its parts.
    public init(
        seq: Int64, id: Identifier, infant: InfantID?, code: InfantCode?, operation: Identifier, at: Moment,
        recorded: Instant, received: Instant? = nil, by: String, source: String, key: String? = nil,
        corrects: Identifier? = nil, reason: SealedText? = nil, origin: Origin? = nil, body: any Body
    ) {
        self.seq = seq
        self.id = id
        self.at = at
        self.body = body
        header = Header(
            Details(
                infant: infant, code: code, operation: operation, recorded: recorded, received: received, by: by,
                source: source, key: key, corrects: corrects, reason: reason, origin: origin))
    }

    /// The kind of its body.
    public var kind: Kind { body.kind }
}

extension Entry {
    /// The same entry with its time told at the offset of a zone; the instant stays.
    public func told(in zone: Zone) -> Entry {
        let offset = zone.offsetMinutes(at: at.instant)
        guard at.precision != .day, at.offsetMinutes != offset else { return self }
        var entry = self
        entry.at = Moment(at.instant, offsetMinutes: offset, precision: at.precision)
        return entry
    }
}

extension Entry {
    /// The same entry with its erasable texts as digests only; one that was not sealed yet has none.
    public var withoutErasableTexts: Entry {
        var entry = self
        entry.reason = reason.flatMap { text in text.digest.map { SealedText(digest: $0, text: nil) } }
        switch kind {
        case .identity, .discharge, .communication, .note:
            // A sealed text writes itself as its digest.
            if let body = try? kind.body(from: body.json) { entry.body = body }
        default: break
        }
        return entry
    }
}

/// The version of the canonical form that new entries are written in.
public let canonicalFormVersion = 1

extension Entry {
    /// The bytes that are digested: header and body as one canonical JSON value, `prev` chaining it to the entry before.
    ///
    /// Sealed texts must already be digests. `docs/ledger.md` is the specification.
    public func canonical(form: Int = canonicalFormVersion, prev: String, body json: JSON? = nil) -> [UInt8] {
        var header = BodyWriter()
        header.put("at", at.text)
        header.put("body", json ?? body.json)
        header.put("by", by)
        header.put("corrects", corrects?.description)
        header.put("form", form)
        header.put("id", id.description)
        header.put("infant", infant?.id.description)
        header.put("key", key)
        header.put("kind", kind.name)
        header.put("operation", operation.description)
        header.nested("origin") { inner in
            inner.put("digest", origin?.digest)
            inner.put("id", origin?.id.description)
            inner.put("seq", origin.map { Int($0.seq) })
            inner.put("unit", origin?.unit)
        }
        header.put("precision", at.precision)
        header.put("prev", prev)
        header.put("reason", reason)
        header.put("received", received?.text())
        header.put("recorded", recorded.text())
        header.put("scope", infant == nil ? "unit" : "infant")
        header.put("seq", .integer(seq))
        header.put("source", source)
        return JSON.object(header.members).canonicalBytes
    }
}
