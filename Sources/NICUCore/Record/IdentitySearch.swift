/// A search in the opened texts of identities: a part of a name or of a hospital number, of any length.
public struct IdentitySearch: Sendable {
    private let part: [Character]

    /// Makes a search; nil for a text without a letter or digit.
    ///
    /// Case, spaces and full-width forms make no difference.
    public init?(_ text: String) {
        part = IdentitySearch.folded(text)
        guard part.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    }

    /// Whether a name or number of an identity holds the part; what is erased or sealed holds nothing.
    public func matches(_ identity: Identity) -> Bool {
        [identity.name, identity.hospitalNumber, identity.recordNumber].contains { sealed in
            sealed?.text.map { contains(IdentitySearch.folded($0)) } ?? false
        }
    }

    private func contains(_ text: [Character]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }

    private static func folded(_ text: String) -> [Character] {
        Array(text.narrowed.lowercased()).filter { !$0.isWhitespace }
    }
}
