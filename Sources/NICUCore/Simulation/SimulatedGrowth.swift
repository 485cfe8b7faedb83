/// The weights, lengths and heads of one simulated stay: a loss to the nadir, the regain, then along a drifting centile.
struct SimulatedGrowth {
    /// Daily weights in grams by day of life, the birth weight first.
    let weights: [Int]
    /// Weekly lengths and heads in millimetres, by day of life.
    let lengths: [(day: Int, value: Int)]
    let heads: [(day: Int, value: Int)]
    let nadirDay: Int
    let regainDay: Int

    /// Part of the birth weight that is lost.
    static let loss = 0.05...0.12
    /// Days on which the nadir and the regain lie.
    static let nadir = 3...6
    static let regain = 8...18

    /// Follows the reference; nil where it has no value at birth.
    init?(_ infant: SimulatedInfant, _ reference: GrowthReference, _ random: inout SplitMix64) {
        let gestation = Double(infant.gestationalAge.days)
        func value(_ measure: GrowthMeasure, _ z: Double, _ day: Int) -> Double? {
            reference.value(
                atZ: z, of: measure, at: .postmenstrual(days: gestation + Double(day)), sex: infant.sex)?.amount
        }
        guard let born = value(.weight, infant.birthZ, 0) else { return nil }
        let birth = (born / 5).rounded() * 5
        let lost = random.between(Self.loss.lowerBound, Self.loss.upperBound)
        nadirDay = random.whole(Self.nadir)
        regainDay = random.whole(max(Self.regain.lowerBound, nadirDay + 4)...Self.regain.upperBound)
        let drift = random.normal(-0.002, 0.004)
        // The centile on which birth weight is regained, and on from there.
        let regained = reference.z(
            of: .weight(grams: birth), at: .postmenstrual(days: gestation + Double(regainDay)), sex: infant.sex
        ).z
        var weights = [Int(birth)]
        for day in stride(from: 1, through: infant.lastDay, by: 1) {
            let ideal: Double
            if day <= nadirDay {
                ideal = birth * (1 - lost * Double(day) / Double(nadirDay))
            } else if day <= regainDay {
                let part = Double(day - nadirDay) / Double(regainDay - nadirDay)
                ideal = birth * (1 - lost * (1 - part))
            } else if let z = regained, let next = value(.weight, max(z + drift * Double(day - regainDay), -4), day) {
                ideal = next
            } else {
                ideal = Double(weights.last ?? Int(birth)) + 25
            }
            // Feeds, nappies and the scale's 5 g.
            let noisy = ideal * (1 + random.normal(0, 0.004))
            weights.append(Int((noisy / 5).rounded()) * 5)
        }
        self.weights = weights
        func weekly(_ measure: GrowthMeasure) -> [(day: Int, value: Int)] {
            let z = infant.birthZ * 0.7 + random.normal(0, 0.5)
            return stride(from: 0, through: infant.lastDay, by: 7).compactMap { day in
                value(measure, z - 0.004 * Double(day), day).map { (day, Int(($0 * 10).rounded())) }
            }
        }
        lengths = weekly(.length)
        heads = weekly(.head)
    }

    /// The first day on which a weight is reached; nil for none.
    func firstDay(reaching grams: Int) -> Int? { weights.firstIndex { $0 >= grams } }
}
