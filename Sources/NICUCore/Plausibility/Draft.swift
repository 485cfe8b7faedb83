/// A fact on its way into the record, as a door understood it.
public struct Draft: Sendable {
    /// The typed content.
    public var body: any Body
    /// When it happened.
    public var at: Moment
    /// Why, for corrections and strikes.
    public var reason: String?
    /// The entry it corrects or strikes, by its number in this record.
    public var corrects: Int64?
    /// The client's key, which makes a retry harmless.
    public var key: String?

    /// Makes a value from its parts.
    public init(
        _ body: any Body, at: Moment, reason: String? = nil, corrects: Int64? = nil, key: String? = nil
    ) {
        self.body = body
        self.at = at
        self.reason = reason
        self.corrects = corrects
        self.key = key
    }

    /// Whether a reason belongs to it: a dosing weight, a plan, a waiver.
    public var needsReason: Bool {
        switch body {
        case let measurement as Measurement: measurement.role == .dosing
        case is Plan, is Waiver: true
        default: false
        }
    }

    /// Whether it says why in more than blanks.
    public var hasReason: Bool { reason?.contains { !$0.isWhitespace } ?? false }
}
