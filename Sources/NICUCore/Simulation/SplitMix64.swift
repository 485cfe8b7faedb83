/// Random bits from a seed, the same on every machine: the SplitMix64 generator (Steele, Lea and Flood, OOPSLA 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts from a seed.
    public init(seed: UInt64) { state = seed }

    /// Starts from a seed and what the stream is for, so that streams of one seed do not meet.
    init(seed: UInt64, stream: UInt64) {
        var mixed = SplitMix64(seed: seed)
        let first = mixed.next()
        self.init(seed: first ^ (stream &* 0xD1B5_4A32_D192_ED03))
        _ = next()
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    // MARK: Draws

    /// A number from 0 up to, not including, 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Whether something of a probability happens.
    mutating func happens(_ probability: Double) -> Bool { unit() < probability }

    /// A number between two ends.
    mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    /// A whole number of a closed range.
    mutating func whole(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(unit() * Double(range.count))
    }

    /// A draw from a normal distribution, as the sum of twelve even ones: no logarithm, so the same bits everywhere.
    mutating func normal(_ mean: Double, _ deviation: Double) -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return mean + deviation * sum
    }

    /// How many events of a rate happen, at most ten.
    mutating func count(rate: Double) -> Int {
        // One minute of the care day at a time would be exact; ten chances of a tenth are near enough for small rates.
        (0..<10).count { _ in happens(min(rate / 10, 1)) }
    }

    /// One of several.
    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[whole(0...elements.count - 1)]
    }
}
