/// A statement that holds, does not hold or cannot be told; unknown is never taken for either.
public enum Truth: Sendable, Hashable, CaseIterable {
    case yes, no, unknown

    /// The truth of a comparison.
    public init(_ holds: Bool) { self = holds ? .yes : .no }

    /// The truth of a comparison with a value that may be missing.
    public init(_ holds: Bool?) { self = holds.map { Truth($0) } ?? .unknown }

    /// The opposite; unknown stays unknown.
    public var negated: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }

    /// Whether all hold: one that does not decides, then one that is unknown.
    public static func all(_ parts: some Sequence<Truth>) -> Truth {
        var result = Truth.yes
        for part in parts {
            if part == .no { return .no }
            if part == .unknown { result = .unknown }
        }
        return result
    }

    /// Whether any holds: one that does decides, then one that is unknown.
    public static func any(_ parts: some Sequence<Truth>) -> Truth { all(parts.map(\.negated)).negated }
}
