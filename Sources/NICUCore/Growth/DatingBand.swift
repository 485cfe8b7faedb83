/// What a dating's stated uncertainty implies for the score of one value.
public struct DatingBand: Sendable, Hashable {
    /// Half width of the uncertainty in days.
    public let plusMinusDays: Int
    /// The lowest and the highest z-score of any gestational age in the range, unrounded; nil for printed lines.
    public let z: ClosedRange<Double>?
    /// The places between printed lines, from the lowest to the highest; empty for z-scores.
    public let bands: [CentileBand]
    /// The classes of size for gestational age, the smallest first.
    public let sizes: [SizeForGestation]
    /// Whether some gestational ages in the range have no score, so that this says less than it should.
    public let isOpen: Bool

    /// Scores a value at every gestational age in the range; nil without an uncertainty or where the best one has none.
    init?(around best: GrowthScore, _ input: GrowthInput, _ score: (Int?) -> GrowthScore) {
        guard best.status == .ok, let days = input.datingPlusMinusDays, days > 0,
            let gestation = input.gestationalAgeDays
        else { return nil }
        let scores = (gestation - days...gestation + days).map { score($0) }
        plusMinusDays = days
        let values = scores.compactMap(\.z)
        z = values.min().flatMap { low in values.max().map { low...$0 } }
        bands = Set(scores.compactMap(\.band)).sorted { ($0.from ?? 0) < ($1.from ?? 0) }
        let classes = Set(scores.compactMap(\.sizeForGestation))
        sizes = SizeForGestation.allCases.filter(classes.contains)
        isOpen = scores.contains { $0.status != .ok }
    }
}
