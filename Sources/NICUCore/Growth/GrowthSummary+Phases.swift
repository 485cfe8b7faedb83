/// The turning points of a series of weights, as indices into it.
struct Phases {
    var birth: Int?
    var nadir: Int?
    var regained: Int?

    /// `weights` are in the order of time.
    init(weights: [GrowthInput.Point]) {
        birth = weights.firstIndex { $0.isBirth && $0.value > 0 }
        guard let birth, birth + 1 < weights.count else { return }
        var lowest = birth
        for index in birth..<weights.count where weights[index].value < weights[lowest].value { lowest = index }
        nadir = lowest
        regained = weights.indices.first {
            $0 > lowest && weights[$0].day > weights[lowest].day && weights[$0].value >= weights[birth].value
        }
    }
}

extension GrowthSummary {
    static func velocities(
        _ weights: [GrowthInput.Point], _ phases: Phases
    ) -> ([Velocity], [Velocity.Window: Velocity.Missing]) {
        var rates: [Velocity] = []
        var missing: [Velocity.Window: Velocity.Missing] = [:]
        for window in Velocity.Window.allCases {
            do throws(Velocity.Missing) {
                rates += try Velocity.rates(in: window, of: weights, from: first(of: window, weights, phases))
            } catch {
                missing[window] = error
            }
        }
        return (Velocity.Method.allCases.flatMap { method in rates.filter { $0.method == method } }, missing)
    }

    /// The index of the weight a window begins with.
    private static func first(of window: Velocity.Window, _ weights: [GrowthInput.Point], _ phases: Phases) -> Int? {
        switch window {
        case .sinceRegained: phases.regained
        case .sinceNadir: phases.nadir
        case .sevenDays: back(7, in: weights)
        case .fourteenDays: back(14, in: weights)
        case .wholeStay: weights.isEmpty ? nil : 0
        }
    }

    /// The index of the weight nearest to a number of days before the last one, within a day of it.
    private static func back(_ days: Int, in weights: [GrowthInput.Point]) -> Int? {
        guard let last = weights.last else { return nil }
        return Velocity.index(
            nearestTo: last.day + -days, hour: last.instantSeconds - Int64(days) * 86_400, in: weights.dropLast())
    }

    static func held(_ points: [GrowthInput.Point], _ phases: Phases, _ input: GrowthInput) -> [HeldGain] {
        guard let gestation = input.gestationalAgeDays else { return [] }
        let weights = points.filter { $0.measure == .weight }
        let lengths = points.filter { $0.measure == .length && !$0.isByTape }
        let starts: [(HeldGain.Window, [GrowthInput.Point], Int?)] = [
            (.sevenDays, weights, back(7, in: weights)), (.fourteenDays, weights, back(14, in: weights)),
            (.sinceRegained, weights, phases.regained),
            (.sevenDays, lengths, lengths.last.flatMap { LinearGain.weekBefore($0, in: lengths) }),
        ]
        return input.references.flatMap { reference in
            starts.compactMap { window, series, first -> HeldGain? in
                guard let first, let last = series.last, last.day > series[first].day,
                    let birth = series.first(where: \.isBirth)
                else { return nil }
                let score = reference.score(
                    stored: birth.value, measure: birth.measure, sex: input.sex, gestationalAgeDays: gestation,
                    dayOfLife: birth.day - input.birthDay, isBirth: true)
                guard let birthZ = score.z else { return nil }
                return HeldGain.between(
                    series[first], last, n: series.count - first, window: window, birthZ: birthZ,
                    reference: reference, sex: input.sex, gestationalAgeDays: gestation, birthDay: input.birthDay)
            }
        }
    }

    /// Δz up to the latest weight; the day-14 end of the loss phase is the weight nearest to day 14 within a day of it.
    static func deltas(_ weights: [Point], _ phases: Phases, birthDay: Day) -> [DeltaZ] {
        guard let last = weights.last else { return [] }
        var starts: [(point: Point, since: DeltaZ.Since, end: DeltaZ.LossPhaseEnd?)] = []
        if let birth = phases.birth { starts.append((weights[birth], .birth, nil)) }
        if let regained = phases.regained {
            starts.append((weights[regained], .lossPhase, .regained))
        } else if let fourteenth = weights.filter({ abs($0.dayOfLife - 14) <= 1 })
            .min(by: { (abs($0.dayOfLife - 14), $0.day.number) < (abs($1.dayOfLife - 14), $1.day.number) })
        {
            starts.append((fourteenth, .lossPhase, .day14))
        }
        var deltas: [DeltaZ] = []
        for latest in last.scores {
            guard let end = latest.score.z else { continue }
            for start in starts where start.point.day < last.day {
                guard let first = start.point.scores.first(where: { $0.reference == latest.reference })?.score.z else {
                    continue
                }
                deltas.append(
                    DeltaZ(
                        reference: latest.reference, since: start.since, lossPhaseEnd: start.end,
                        from: start.point.day, to: last.day, value: end - first))
            }
        }
        return deltas
    }
}
