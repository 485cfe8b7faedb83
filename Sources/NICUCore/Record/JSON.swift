/// A JSON value whose numbers are kept as their digits.
public indirect enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number with a fraction, as its digits.
    case decimal(FixedDecimal)
    /// A derived figure; written by answers, never read into an entry.
    case double(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// One name and its value; objects keep the order in which they were made.
    public struct Member: Sendable, Equatable {
        /// The name.
        public let name: String
        /// The value.
        public let value: JSON
        /// Makes a value from its parts.
        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a member of an object; nil elsewhere.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a string; nil elsewhere.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The whole number; nil elsewhere.
    public var integer: Int64? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The members of an object; empty elsewhere.
    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The elements of an array; empty elsewhere.
    public var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The same value with every string, member names included, passed through `transform`.
    public func mapStrings(_ transform: (String) -> String) -> JSON {
        switch self {
        case .string(let text): .string(transform(text))
        case .array(let elements): .array(elements.map { $0.mapStrings(transform) })
        case .object(let members):
            .object(members.map { Member(transform($0.name), $0.value.mapStrings(transform)) })
        default: self
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    /// Makes a value from a literal.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Makes a value from a literal.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// Makes a value from a literal.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// Makes a value from a literal.
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Member($0, $1) }) }
    /// Makes a value from a literal.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
}

extension JSON {
    /// A string, or null for nil.
    public static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    /// A whole number, or null for nil.
    public static func optional(_ value: Int?) -> JSON { value.map { .integer(Int64($0)) } ?? .null }
    /// A derived figure, or null for nil and for what is not finite.
    public static func optional(_ value: Double?) -> JSON {
        value.flatMap { $0.isFinite ? JSON.double($0) : nil } ?? .null
    }
}
