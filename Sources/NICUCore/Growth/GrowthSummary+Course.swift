extension GrowthInput {
    /// Takes the values that count from a course; `sex` overrides the recorded one where the reader assumes another.
    ///
    /// Nil without a birth, since there is no age then. Lengths taken by tape have a z-score and enter no gain.
    public init?(_ course: Course, references: [GrowthReference], assuming sex: Sex? = nil) {
        guard let birthDay = course.birthDay else { return nil }
        let points = course.all(Measurement.self).compactMap { entry, body -> Point? in
            guard body.counts, let measure = GrowthMeasure(body.quantity) else { return nil }
            return Point(
                entry: entry.seq, day: course.clock.zone.day(at: entry.at.instant),
                instantSeconds: entry.at.instant.seconds, measure: measure, value: body.value,
                isBirth: body.role == .birth,
                isByTape: body.quantity == .length && body.method == Point.tape)
        }
        self.init(
            sex: sex ?? course.sex, gestationalAgeDays: course.gestationalAge?.days,
            datingPlusMinusDays: course.latestDating?.body.plusMinusDays, birthDay: birthDay, points: points,
            references: references, asOf: course.asOf.day,
            end: course.stayEnd.map {
                End(day: $0.entry.at.day, isFinal: [.death, .withdrawal].contains($0.destination))
            })
    }
}

extension GrowthMeasure {
    /// The growth measure of a quantity; nil for quantities that have no growth reference.
    public init?(_ quantity: Quantity) {
        switch quantity {
        case .weight: self = .weight
        case .length: self = .length
        case .head: self = .head
        default: return nil
        }
    }

    /// The quantity it is a measure of.
    public var quantity: Quantity {
        switch self {
        case .weight, .weightForLength: .weight
        case .length: .length
        case .head: .head
        }
    }
}
