/// The typed content of an entry; one struct a kind, read and written by one pair of functions.
public protocol Body: Sendable, Hashable {
    /// The kind of entry this is the body of.
    var kind: Kind { get }
    /// Reads the members of a JSON object; whatever is left over is refused by the caller.
    init(from reader: inout BodyReader) throws(BodyProblem)
    /// Writes the members; absent values are left out.
    func write(to writer: inout BodyWriter)
}

extension Body {
    /// The body as a JSON object without null members.
    public var json: JSON {
        var writer = BodyWriter()
        write(to: &writer)
        return .object(writer.members)
    }
}

/// Why a body is not one of this kind; member names the place.
public enum BodyProblem: Error, Sendable, Equatable {
    case notAnObject
    case missing(member: String)
    case unknownMember(String)
    case wrongType(member: String, expected: String)
    case notAllowed(member: String, value: String, allowed: [String])
    case outOfRange(member: String, value: String, range: String)
    case surplusDigits(member: String, value: String, decimals: Int)
    case wrongUnit(member: String, value: String, expected: String)
    case unreadableTime(member: String, value: String)
    case tooLong(member: String, limit: Int)
    case empty(member: String)
    case conflict(member: String, with: String)
    /// Two members that cannot both be true.
    case contradicts(member: String, value: String, with: String)
}

/// Reads the members of one JSON object, each at most once, and tells which were left over.
public struct BodyReader {
    private var members: [String: JSON] = [:]
    private let prefix: String

    /// The longest plain text a body takes, in characters.
    public static let textLimit = 200
    /// The longest erasable text a body takes, in characters.
    public static let longTextLimit = 20_000

    /// Starts reading an object; anything else is refused.
    public init(_ json: JSON, prefix: String = "") throws(BodyProblem) {
        guard case .object(let list) = json else { throw .notAnObject }
        for member in list where member.value != .null { members[member.name] = member.value }
        self.prefix = prefix
    }

    /// Refuses what no one asked for.
    public func finish() throws(BodyProblem) {
        if let left = members.keys.min() { throw .unknownMember(prefix + left) }
    }

    /// Takes a member as it stands; nil when absent.
    public mutating func json(_ name: String) -> JSON? { members.removeValue(forKey: name) }

    /// Takes the members that remain, for bodies without a closed form.
    public mutating func rest() -> JSON {
        defer { members = [:] }
        return .object(members.keys.sorted().map { JSON.Member($0, members[$0] ?? .null) })
    }

    /// Takes a text; empty and overlong texts are refused.
    public mutating func text(_ name: String, limit: Int = textLimit) throws(BodyProblem) -> String? {
        guard let json = json(name) else { return nil }
        guard let text = json.string else { throw .wrongType(member: prefix + name, expected: "text") }
        guard !text.isEmpty else { throw .empty(member: prefix + name) }
        guard text.count <= limit else { throw .tooLong(member: prefix + name, limit: limit) }
        return text
    }

    /// Takes a text that must be there.
    public mutating func requiredText(_ name: String) throws(BodyProblem) -> String {
        guard let text = try text(name) else { throw .missing(member: prefix + name) }
        return text
    }

    /// Takes erasable text: a string, or the digest that stands in its place.
    public mutating func sealed(_ name: String) throws(BodyProblem) -> SealedText? {
        guard let json = json(name) else { return nil }
        if let text = json.string {
            guard !text.isEmpty else { throw .empty(member: prefix + name) }
            guard text.count <= BodyReader.longTextLimit else {
                throw .tooLong(member: prefix + name, limit: BodyReader.longTextLimit)
            }
            return SealedText(text)
        }
        guard let digest = json["digest"]?.string, Hexadecimal.bytes(digest)?.count == 32,
            json.members.allSatisfy({ $0.name == "digest" || $0.name == "text" })
        else { throw .wrongType(member: prefix + name, expected: "text or {\"digest\":…}") }
        return SealedText(digest: digest, text: json["text"]?.string)
    }

    /// Takes one of a closed list of tokens.
    public mutating func token<T: RawRepresentable & CaseIterable>(_ name: String, _ type: T.Type = T.self)
        throws(BodyProblem) -> T? where T.RawValue == String
    {
        guard let json = json(name) else { return nil }
        guard let text = json.string else { throw .wrongType(member: prefix + name, expected: "text") }
        guard let value = T(rawValue: text) else {
            throw .notAllowed(member: prefix + name, value: text, allowed: T.allCases.map(\.rawValue))
        }
        return value
    }

    /// Takes a token that must be there.
    public mutating func requiredToken<T: RawRepresentable & CaseIterable>(_ name: String, _ type: T.Type = T.self)
        throws(BodyProblem) -> T where T.RawValue == String
    {
        guard let value = try token(name, type) else { throw .missing(member: prefix + name) }
        return value
    }

    /// Takes one of an open list of snake_case words.
    public mutating func word(_ name: String) throws(BodyProblem) -> String? {
        guard let text = try text(name, limit: 64) else { return nil }
        let allowed = text.utf8.allSatisfy {
            ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "_")
        }
        guard allowed else {
            throw .wrongType(member: prefix + name, expected: "a word of lower-case letters, digits and _")
        }
        return text
    }

    /// Takes a word that must be there.
    public mutating func requiredWord(_ name: String) throws(BodyProblem) -> String {
        guard let word = try word(name) else { throw .missing(member: prefix + name) }
        return word
    }

    /// Takes a whole number within a range.
    public mutating func integer(_ name: String, in range: ClosedRange<Int>) throws(BodyProblem) -> Int? {
        guard let json = json(name) else { return nil }
        guard let value = json.integer else { throw .wrongType(member: prefix + name, expected: "a whole number") }
        guard let result = Int(exactly: value), range.contains(result) else {
            throw .outOfRange(
                member: prefix + name, value: String(value), range: "\(range.lowerBound)–\(range.upperBound)")
        }
        return result
    }

    /// Takes a whole number that must be there.
    public mutating func requiredInteger(_ name: String, in range: ClosedRange<Int>) throws(BodyProblem) -> Int {
        guard let value = try integer(name, in: range) else { throw .missing(member: prefix + name) }
        return value
    }

    /// Takes a number of any fraction as its digits, written as a number or as the string of its digits.
    public mutating func decimal(_ name: String) throws(BodyProblem) -> FixedDecimal? {
        guard let json = json(name) else { return nil }
        switch json {
        case .integer(let value): return FixedDecimal(significand: value, decimals: 0)
        case .decimal(let value): return value.reduced
        case .string(let text):
            if let value = FixedDecimal(text) { return value.reduced }
            throw .wrongType(member: prefix + name, expected: "a number")
        default: throw .wrongType(member: prefix + name, expected: "a number")
        }
    }

    /// Takes true or false.
    public mutating func bool(_ name: String) throws(BodyProblem) -> Bool? {
        guard let json = json(name) else { return nil }
        guard case .bool(let value) = json else {
            throw .wrongType(member: prefix + name, expected: "true or false")
        }
        return value
    }

    /// Takes a time: ISO 8601 with an offset, or a bare day.
    public mutating func time(_ name: String) throws(BodyProblem) -> WrittenTime? {
        guard let text = try text(name) else { return nil }
        guard let time = WrittenTime(text) else { throw .unreadableTime(member: prefix + name, value: text) }
        return time
    }

    /// Takes a civil day.
    public mutating func day(_ name: String) throws(BodyProblem) -> Day? {
        guard let text = try text(name) else { return nil }
        guard let day = Day(text) else { throw .unreadableTime(member: prefix + name, value: text) }
        return day
    }

    /// Takes a list of words; an empty list is the same as none.
    public mutating func words(_ name: String) throws(BodyProblem) -> [String] {
        guard let json = json(name) else { return [] }
        guard case .array(let elements) = json else { throw .wrongType(member: prefix + name, expected: "a list") }
        var result: [String] = []
        for element in elements {
            guard let text = element.string, !text.isEmpty, text.count <= BodyReader.textLimit else {
                throw .wrongType(member: prefix + name, expected: "a list of texts")
            }
            result.append(text)
        }
        return result
    }

    /// Opens a nested object; an absent one reads as empty.
    public mutating func nested(_ name: String) throws(BodyProblem) -> BodyReader {
        try BodyReader(json(name) ?? .object([]), prefix: prefix + name + ".")
    }
}

/// Collects the members of a body; absent values are left out.
public struct BodyWriter {
    /// The members so far.
    public private(set) var members: [JSON.Member] = []

    /// Starts an empty body.
    public init() {}

    /// Adds a member unless its value is null.
    public mutating func put(_ name: String, _ value: JSON) {
        if value != .null { members.append(JSON.Member(name, value)) }
    }
    /// Adds a member unless it is absent.
    public mutating func put(_ name: String, _ value: String?) { put(name, .optional(value)) }
    /// Adds a member unless it is absent.
    public mutating func put(_ name: String, _ value: Int?) { put(name, .optional(value)) }
    /// Adds a member unless it is absent.
    public mutating func put(_ name: String, _ value: Bool?) { put(name, value.map { .bool($0) } ?? .null) }
    /// Adds a member unless it is absent.
    public mutating func put(_ name: String, _ value: SealedText?) { put(name, value?.json ?? .null) }
    /// Adds a member unless it is absent.
    public mutating func put(_ name: String, _ value: FixedDecimal?) { put(name, value.map { .decimal($0) } ?? .null) }
    /// Adds a member unless it is absent.
    public mutating func put(_ name: String, _ value: WrittenTime?) { put(name, value?.text) }
    /// Adds a member unless it is absent.
    public mutating func put(_ name: String, _ value: Day?) { put(name, value?.description) }
    /// Adds a member unless it is absent.
    public mutating func put<T: RawRepresentable>(_ name: String, _ value: T?) where T.RawValue == String {
        put(name, value?.rawValue)
    }
    /// Adds a list unless it is empty.
    public mutating func put(_ name: String, _ values: [String]) {
        if !values.isEmpty { put(name, .array(values.map { .string($0) })) }
    }
    /// Adds a nested object unless it is empty.
    public mutating func nested(_ name: String, _ write: (inout BodyWriter) -> Void) {
        var inner = BodyWriter()
        write(&inner)
        if !inner.members.isEmpty { put(name, .object(inner.members)) }
    }
}

/// A time inside a body, kept as it was written: ISO 8601 with an offset, or a bare day.
public struct WrittenTime: Sendable, Hashable {
    /// The text, `2026-04-14T09:00:00+08:00` or `2026-04-14`.
    public let text: String

    /// Checks a text; nil when it is neither.
    public init?(_ text: String) {
        guard Day(text) != nil || (text.utf8.count > 16 && (try? Moment(iso: text, zone: .utc)) != nil) else {
            return nil
        }
        self.text = text
    }

    /// Writes a resolved moment.
    public init(_ moment: Moment) { text = moment.text }

    /// The moment; a bare day is the civil day in the unit's zone.
    public func moment(in zone: Zone) -> Moment {
        (try? Moment(iso: text, zone: zone)) ?? Moment(day: Day(text.prefix(10)) ?? Day(number: 0), in: zone)
    }
}
