/// Who told whom what.
public struct Communication: Body {
    public var kind: Kind { .communication }
    /// With whom, a word such as `parents`.
    public var with: String
    public var text: SealedText?
    public var formSigned: Bool?

    public init(with: String, text: SealedText? = nil, formSigned: Bool? = nil) {
        self.with = with
        self.text = text
        self.formSigned = formSigned
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        with = try reader.requiredWord("with")
        text = try reader.sealed("text")
        formSigned = try reader.bool("formSigned")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("with", with)
        writer.put("text", text)
        writer.put("formSigned", formSigned)
    }
}

/// A consent given or withdrawn.
public struct Consent: Body {
    public var kind: Kind { .consent }
    public var item: String
    public var granted: Bool
    public var formSigned: Bool?

    public init(item: String, granted: Bool, formSigned: Bool? = nil) {
        self.item = item
        self.granted = granted
        self.formSigned = formSigned
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        item = try reader.requiredWord("item")
        guard let granted = try reader.bool("granted") else { throw .missing(member: "granted") }
        self.granted = granted
        formSigned = try reader.bool("formSigned")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("item", item)
        writer.put("granted", granted)
        writer.put("formSigned", formSigned)
    }
}

/// Free text about the infant; sealed, since it may name people.
public struct Note: Body {
    public var kind: Kind { .note }
    public var text: SealedText

    public init(text: SealedText) { self.text = text }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        guard let text = try reader.sealed("text") else { throw .missing(member: "text") }
        self.text = text
    }

    public func write(to writer: inout BodyWriter) { writer.put("text", text) }
}

/// Strikes out the entry that the header names, or confirms an earlier strike.
public struct Retraction: Body {
    public var kind: Kind { .retraction }
    /// The physician who confirmed that the entry was wrong.
    public var confirmedBy: String?

    public init(confirmedBy: String? = nil) { self.confirmedBy = confirmedBy }
    public init(from reader: inout BodyReader) throws(BodyProblem) { confirmedBy = try reader.text("confirmedBy") }
    public func write(to writer: inout BodyWriter) { writer.put("confirmedBy", confirmedBy) }
}

/// Says that a sealed text was erased; the digest stays in the chain.
public struct Erasure: Body {
    public var kind: Kind { .erasure }
    /// The entry whose text is gone.
    public var entry: Identifier
    public var field: String

    public init(entry: Identifier, field: String) {
        self.entry = entry
        self.field = field
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        let text = try reader.requiredText("entry")
        guard let entry = Identifier(text) else { throw .wrongType(member: "entry", expected: "an entry id") }
        self.entry = entry
        field = try reader.requiredText("field")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("entry", entry.description)
        writer.put("field", field)
    }
}

/// The content of a kind this version does not know, kept as it came.
public struct UnknownBody: Body {
    public let kind: Kind
    public let members: JSON

    public init(kind: String, members: JSON) {
        self.kind = .unknown(kind)
        self.members = members
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) { self.init(kind: "", members: reader.rest()) }

    public func write(to writer: inout BodyWriter) {
        for member in members.members { writer.put(member.name, member.value) }
    }

    public static func == (a: UnknownBody, b: UnknownBody) -> Bool { a.kind == b.kind && a.members == b.members }
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
