/// One measurement to be scored, every member as it was written.
public struct ScoreRow: Sendable {
    /// The id of the reference.
    public var reference: String
    /// `female` or `male`.
    public var sex: String
    /// `weight`, `length`, `head` or `weight-for-length`.
    public var measure: String
    /// Days on the reference's own axis, as digits.
    public var ageDays: String?
    /// The value, as digits.
    public var value: String
    /// `g`, `kg`, `cm` or `mm`.
    public var unit: String
    /// The length for `weight-for-length`, as digits.
    public var lengthCm: String?

    /// Makes a row from its parts.
    public init(
        reference: String, sex: String, measure: String, ageDays: String?, value: String, unit: String,
        lengthCm: String?
    ) {
        self.reference = reference
        self.sex = sex
        self.measure = measure
        self.ageDays = ageDays
        self.value = value
        self.unit = unit
        self.lengthCm = lengthCm
    }

    /// What a row becomes: figures, or the reason why there are none.
    public struct Answer: Sendable, Equatable {
        /// The z-score with all its digits.
        public let z: Double?
        /// The centile, 0–100.
        public let centile: Double?
        /// The band of a table of centiles.
        public let band: String?
        /// `ok`, or why there is no figure.
        public let status: String
    }
}
