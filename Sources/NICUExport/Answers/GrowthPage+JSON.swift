public import NICUCore

extension GrowthPage {
    /// The page as JSON, every reference in it, numbers unrounded.
    public var json: JSON {
        let velocity = summary.velocity.map { rate -> JSON in
            [
                "method": .string(rate.method.rawValue), "window": .string(rate.window.rawValue),
                "from": .string(rate.from.description), "to": .string(rate.to.description),
                "n": .integer(Int64(rate.n)),
                "value": .optional(rate.value), "unit": .string(rate.unit), "gramsPerDay": .optional(rate.gramsPerDay),
                "label": .string(wording.window(rate.window)),
            ]
        }
        let missing = Velocity.Window.allCases.compactMap { window -> JSON? in
            summary.velocityMissing[window].map { ["window": .string(window.rawValue), "reason": .string(name($0))] }
        }
        let deltas = summary.deltaZ.map { delta -> JSON in
            [
                "reference": .string(delta.reference), "since": .string(delta.since.rawValue),
                "lossPhaseEnd": .optional(delta.lossPhaseEnd?.rawValue), "from": .string(delta.from.description),
                "to": .string(delta.to.description), "value": .optional(delta.value),
            ]
        }
        let phases = ReferencePlan.Phase.allCases.map { phase in
            JSON.Member(phase.rawValue, .array(plan[phase].map { .string($0) }))
        }
        return [
            "infant": .string(course.code.text), "sex": .string(sex.rawValue),
            "sexAssumed": .bool(sex != course.sex), "asOf": .string(course.asOf.text),
            "knownAt": .string(knownAtText(course)), "head": .string(course.head.fingerprint),
            "plan": .object(phases),
            "datingPlusMinusDays": .optional(course.latestDating?.body.plusMinusDays),
            "points": .array(points), "nadir": mark(summary.nadir),
            "birthWeightRegained": mark(summary.birthWeightRegained),
            "velocity": .array(velocity), "velocityMissing": .array(missing), "deltaZ": .array(deltas),
            "linearGain": .array(summary.linearGain.map(linear)), "heldGain": .array(summary.heldGain.map(held)),
            "projection": projection, "indicators": .array(allFindings.map(finding)),
        ]
    }

    private func mark(_ mark: GrowthSummary.Mark?) -> JSON {
        guard let mark else { return .null }
        return [
            "entry": .integer(mark.entry), "day": .string(mark.day.description),
            "dayOfLife": .integer(Int64(mark.dayOfLife)),
            "value": .integer(Int64(mark.value)), "unit": "g",
            "percentOfBirthWeight": .optional(mark.percentOfBirthWeight),
        ]
    }

    private var points: [JSON] {
        let times = Dictionary(course.entries.map { ($0.seq, $0.at.text) }, uniquingKeysWith: { first, _ in first })
        return summary.points.map { point -> JSON in
            let quantity = point.measure.quantity
            let value = FixedDecimal(significand: Int64(point.value), decimals: quantity.decimals).reduced
            return [
                "entry": .integer(point.entry),
                "at": .optional(times[point.entry]),
                "dayOfLife": .integer(Int64(point.dayOfLife)), "pmaDays": .optional(point.pmaDays),
                "measure": .string(point.measure.rawValue),
                "value": value.decimals == 0 ? .integer(value.significand) : .decimal(value),
                "unit": .string(quantity.unit), "scores": .array(point.scores.map { score($0, of: point) }),
            ]
        }
    }

    private func score(_ score: GrowthSummary.Point.Score, of point: GrowthSummary.Point) -> JSON {
        [
            "reference": .string(score.reference), "z": .optional(score.score.z),
            "centile": .optional(score.score.centile), "status": .string(score.score.status.rawValue),
            "band": .optional(score.score.band?.text),
            "size": point.isBirth ? .optional(score.score.sizeForGestation?.rawValue) : .null,
            "zLow": .optional(score.dating?.z?.lowerBound), "zHigh": .optional(score.dating?.z?.upperBound),
        ]
    }

    private func name(_ missing: Velocity.Missing) -> String {
        switch missing {
        case .noBeginning: "no_beginning"
        case .tooFew: "too_few"
        case .tooClose: "too_close"
        }
    }

    private func linear(_ gain: LinearGain) -> JSON {
        [
            "measure": .string(gain.measure.rawValue), "window": .string(gain.window.rawValue),
            "from": .string(gain.from.description), "to": .string(gain.to.description), "n": .integer(Int64(gain.n)),
            "value": .optional(gain.value), "unit": .string(LinearGain.unit),
        ]
    }

    private func held(_ gain: HeldGain) -> JSON {
        [
            "reference": .string(gain.reference), "measure": .string(gain.measure.rawValue),
            "window": .string(gain.window.rawValue), "from": .string(gain.from.description),
            "to": .string(gain.to.description), "n": .integer(Int64(gain.n)), "birthZ": .optional(gain.birthZ),
            "gained": .integer(Int64(gain.gained)), "expected": .optional(gain.expected),
            "unit": .string(gain.measure.storedUnit.rawValue), "percent": .optional(gain.percent),
        ]
    }

    private var projection: JSON {
        switch summary.projection {
        case .failure(let reason): ["reason": .string(reason.rawValue)]
        case .success(let range):
            [
                "day": .string(range.day.description), "low": .optional(range.low), "high": .optional(range.high),
                "unit": "g", "level": .optional(WeightProjection.level), "from": .string(range.from.description),
                "to": .string(range.to.description), "n": .integer(Int64(range.n)),
            ]
        }
    }

    private func finding(_ finding: GrowthFinding) -> JSON {
        let outcome: (String, String?, String?) =
            switch finding.outcome {
            case .met(let level): ("met", level.rawValue, nil)
            case .notMet: ("not_met", nil, nil)
            case .unknown(let reason): ("unknown", nil, reason.rawValue)
            }
        let family = indicators.families[finding.indicator.family]
        return [
            "id": .string(finding.indicator.id), "family": .optional(family?.title),
            "measure": .string(finding.indicator.measure.rawValue), "at": .string(finding.moment.rawValue),
            "reference": .optional(finding.reference), "outcome": .string(outcome.0), "level": .optional(outcome.1),
            "reason": .optional(outcome.2), "value": .optional(finding.value),
            "day": .optional(finding.day?.description), "secondary": .bool(finding.indicator.isSecondary),
            "source": .optional(family?.citation), "confidence": .optional(family?.seen.en),
        ]
    }
}

/// The moment of knowledge of a course as answers print it.
public func knownAtText(_ course: Course) -> String {
    switch course.knownAt {
    case .now(let instant), .instant(let instant): course.clock.zone.moment(at: instant).text
    case .position(let position): "#\(position)"
    }
}
