public import NICUCore

/// The answer of `growth`: the summary of a course as JSON, numbers unrounded.
public func growthJSON(_ course: Course, _ summary: GrowthSummary, sex: Sex, wording: Wording) -> JSON {
    func mark(_ mark: GrowthSummary.Mark?) -> JSON {
        guard let mark else { return .null }
        return [
            "entry": .integer(mark.entry), "day": .string(mark.day.description),
            "dayOfLife": .integer(Int64(mark.dayOfLife)),
            "value": .integer(Int64(mark.value)), "unit": "g",
            "percentOfBirthWeight": .optional(mark.percentOfBirthWeight),
        ]
    }
    let times = Dictionary(course.entries.map { ($0.seq, $0.at.text) }, uniquingKeysWith: { first, _ in first })
    let points = summary.points.map { point -> JSON in
        let quantity = point.measure.quantity
        let value = FixedDecimal(significand: Int64(point.value), decimals: quantity.decimals).reduced
        return [
            "entry": .integer(point.entry),
            "at": .optional(times[point.entry]),
            "dayOfLife": .integer(Int64(point.dayOfLife)), "pmaDays": .optional(point.pmaDays),
            "measure": .string(point.measure.rawValue),
            "value": value.decimals == 0 ? .integer(value.significand) : .decimal(value),
            "unit": .string(quantity.unit),
            "scores": .array(
                point.scores.map {
                    [
                        "reference": .string($0.reference), "z": .optional($0.score.z),
                        "centile": .optional($0.score.centile), "status": .string($0.score.status.rawValue),
                        "band": .optional($0.score.band?.text),
                        "size": point.isBirth ? .optional($0.score.sizeForGestation?.rawValue) : .null,
                    ]
                }),
        ]
    }
    let velocity = summary.velocity.map { rate -> JSON in
        [
            "method": .string(rate.method.rawValue), "window": .string(rate.window.rawValue),
            "from": .string(rate.from.description), "to": .string(rate.to.description), "n": .integer(Int64(rate.n)),
            "value": .optional(rate.value), "unit": .string(rate.unit),
            "label": .string(wording.window(rate.window)),
        ]
    }
    let deltas = summary.deltaZ.map { delta -> JSON in
        [
            "reference": .string(delta.reference), "since": .string(delta.since.rawValue),
            "lossPhaseEnd": .optional(delta.lossPhaseEnd?.rawValue), "from": .string(delta.from.description),
            "to": .string(delta.to.description), "value": .optional(delta.value),
        ]
    }
    return [
        "infant": .string(course.code.text), "sex": .string(sex.rawValue),
        "sexAssumed": .bool(sex != course.sex), "asOf": .string(course.asOf.text),
        "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
        "points": .array(points), "nadir": mark(summary.nadir),
        "birthWeightRegained": mark(summary.birthWeightRegained),
        "velocity": .array(velocity), "deltaZ": .array(deltas),
    ]
}

/// The moment of knowledge of a course as answers print it.
public func knownAtText(_ course: Course) -> String {
    switch course.knownAt {
    case .now(let instant), .instant(let instant): course.clock.zone.moment(at: instant).text
    case .position(let position): "#\(position)"
    }
}
