/// The true daily weights of a simulated infant, without slips: what a plausibility question is measured against.
public struct SimulatedWeights: Sendable {
    /// The infant's code.
    public let code: InfantCode
    /// The code of its twin; nil for one alone.
    public let sibling: InfantCode?
    /// The place in the birth order.
    public let order: Int
    /// The sex.
    public let sex: Sex
    /// The instant of birth.
    public let birth: Instant
    /// The gestational age at birth.
    public let gestationalAge: GestationalAge
    /// Grams by day of life, the birth weight first.
    public let grams: [Int]
}

extension CourseSimulator {
    /// The true weights behind ``course(_:)``; nil where the reference has no birth weight.
    public func weights(_ index: Int) -> SimulatedWeights? {
        guard let infant = SimulatedInfant(index, seed: seed, from: firstDay, zone: clock.zone) else { return nil }
        var random = SplitMix64(seed: seed, stream: UInt64(index) &* 4 &+ 2)
        return SimulatedGrowth(infant, reference, &random).map {
            SimulatedWeights(
                code: infant.code, sibling: infant.sibling, order: infant.order, sex: infant.sex, birth: infant.birth,
                gestationalAge: infant.gestationalAge, grams: $0.weights)
        }
    }
}
