/// Text that can be erased: a name, a hospital number, a note, a reason.
///
/// The ledger holds only its digest; the text itself stands encrypted beside it and may be absent, erased or locked.
/// Its description never shows the text, so that it cannot reach a log by accident.
public struct SealedText: Sendable, Hashable {
    /// SHA-256 of salt and text in hexadecimal digits; nil until the store has sealed it.
    public let digest: String?
    /// The text; nil when erased or when the sealing key is not at hand.
    public let text: String?

    /// Makes a text that has not been sealed yet.
    public init(_ text: String) {
        self.text = text
        digest = nil
    }

    /// Makes a sealed text, readable or not.
    public init(digest: String, text: String?) {
        self.digest = digest
        self.text = text
    }

    /// `{"digest":…}` once sealed, the plain text before.
    public var json: JSON {
        if let digest { ["digest": .string(digest)] } else { .optional(text) }
    }
}

extension SealedText: CustomStringConvertible {
    /// The text form.
    public var description: String { "‹sealed›" }
}

/// An erasable text with all that proves it: what an export hands on beside the entries when names go along.
public struct OpenedText: Sendable, Hashable {
    /// The entry the text belongs to.
    public let entry: Identifier
    /// `reason`, or the member of the body.
    public let field: String
    /// SHA-256 of salt and text in hexadecimal digits.
    public let digest: String
    /// Thirty-two random bytes.
    public let salt: [UInt8]
    /// The text.
    public let text: String

    /// Makes a value from its parts.
    public init(entry: Identifier, field: String, digest: String, salt: [UInt8], text: String) {
        self.entry = entry
        self.field = field
        self.digest = digest
        self.salt = salt
        self.text = text
    }
}
