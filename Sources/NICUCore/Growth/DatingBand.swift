/// The z-scores that a dating's stated uncertainty implies for one value.
public struct DatingBand: Sendable, Hashable {
    /// Half width of the uncertainty in days.
    public let plusMinusDays: Int
    /// The lowest z-score of any gestational age in the range, unrounded.
    public let low: Double
    /// The highest z-score of any gestational age in the range, unrounded.
    public let high: Double
    /// Whether some gestational ages in the range have no z-score, so that the band says less than it should.
    public let isOpen: Bool

    /// Scores a value at every gestational age in the range; nil without an uncertainty or where the best one has no z.
    init?(around best: GrowthScore, _ input: GrowthInput, _ score: (Int?) -> GrowthScore) {
        guard let middle = best.z, let days = input.datingPlusMinusDays, days > 0,
            let gestation = input.gestationalAgeDays
        else { return nil }
        let scores = (gestation - days...gestation + days).map { score($0).z }
        plusMinusDays = days
        low = scores.compactMap { $0 }.min() ?? middle
        high = scores.compactMap { $0 }.max() ?? middle
        isOpen = scores.contains(nil)
    }
}
