/// Who told whom what.
public struct Communication: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .communication }
    /// With whom, a word such as `parents`.
    public var with: String
    /// The text.
    public var text: SealedText?
    /// Whether the form is signed; absent when not recorded.
    public var formSigned: Bool?

    /// With whom one speaks.
    public static let partners = [
        "parents", "mother", "father", "guardian", "family", "consultant", "other_hospital", "community", "interpreter",
    ]

    /// Makes a value from its parts.
    public init(with: String, text: SealedText? = nil, formSigned: Bool? = nil) {
        self.with = with
        self.text = text
        self.formSigned = formSigned
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        with = try reader.requiredWord("with")
        text = try reader.sealed("text")
        formSigned = try reader.bool("formSigned")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("with", with)
        writer.put("text", text)
        writer.put("formSigned", formSigned)
    }
}

/// A consent given or withdrawn.
public struct Consent: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .consent }
    /// What it is about, a snake_case word.
    public var item: String
    /// Whether consent is given.
    public var granted: Bool
    /// Whether the form is signed; absent when not recorded.
    public var formSigned: Bool?

    /// What a consent can be about.
    public static let items = [
        "press", "family_page", "research", "photograph", "procedure", "transfusion", "donor_milk",
    ]

    /// Makes a value from its parts.
    public init(item: String, granted: Bool, formSigned: Bool? = nil) {
        self.item = item
        self.granted = granted
        self.formSigned = formSigned
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        item = try reader.requiredWord("item")
        guard let granted = try reader.bool("granted") else { throw .missing(member: "granted") }
        self.granted = granted
        formSigned = try reader.bool("formSigned")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("item", item)
        writer.put("granted", granted)
        writer.put("formSigned", formSigned)
    }
}

/// Free text about the infant; sealed, since it may name people.
public struct Note: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .note }
    /// The text.
    public var text: SealedText

    /// Makes a value from its parts.
    public init(text: SealedText) { self.text = text }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        guard let text = try reader.sealed("text") else { throw .missing(member: "text") }
        self.text = text
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) { writer.put("text", text) }
}

/// Strikes out the entry that the header names, or confirms an earlier strike.
public struct Retraction: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .retraction }
    /// The physician who confirmed that the entry was wrong.
    public var confirmedBy: String?

    /// Makes a value from its parts.
    public init(confirmedBy: String? = nil) { self.confirmedBy = confirmedBy }
    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) { confirmedBy = try reader.text("confirmedBy") }
    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) { writer.put("confirmedBy", confirmedBy) }
}

/// Says that a sealed text was erased; the digest stays in the chain.
public struct Erasure: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .erasure }
    /// The entry whose text is gone.
    public var entry: Identifier
    /// The sealed field.
    public var field: String

    /// Makes a value from its parts.
    public init(entry: Identifier, field: String) {
        self.entry = entry
        self.field = field
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        let text = try reader.requiredText("entry")
        guard let entry = Identifier(text) else { throw .wrongType(member: "entry", expected: "an entry id") }
        self.entry = entry
        field = try reader.requiredText("field")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("entry", entry.description)
        writer.put("field", field)
    }
}

/// The content of a kind this version does not know, kept as it came.
public struct UnknownBody: Body {
    /// The name of the kind.
    public let kind: Kind
    /// The members as they came.
    public let members: JSON

    /// Makes a value from its parts.
    public init(kind: String, members: JSON) {
        self.kind = .unknown(kind)
        self.members = members
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) { self.init(kind: "", members: reader.rest()) }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        for member in members.members { writer.put(member.name, member.value) }
    }

    /// Compares kind and members.
    public static func == (a: UnknownBody, b: UnknownBody) -> Bool { a.kind == b.kind && a.members == b.members }
    /// Hashes by kind.
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
