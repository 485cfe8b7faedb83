public import NICUCore

/// The answer of `ready` as JSON; its reasons are English whatever the language, so that the bytes never vary with it.
public func readinessJSON(_ answer: ReadinessAnswer, _ course: Course) -> JSON {
    let zone = course.clock.zone
    let wording = Wording.ofMachines(zone)
    let projection: JSON =
        answer.projection.map {
            [
                "earliest": .string(zone.moment(at: $0.earliest).text),
                "latest": .string(zone.moment(at: $0.latest).text),
                "limiting": .array($0.limiting.map { .string($0) }),
            ]
        } ?? .null
    return [
        "infant": .string(course.code.text),
        "rules": [
            "id": .string(answer.rulesId), "version": .string(answer.rulesVersion),
            "digest": .string(answer.rulesDigest),
        ],
        "asOf": .string(course.asOf.text), "knownAt": .string(knownAtText(course)),
        "head": .string(course.head.fingerprint), "overall": .string(answer.overall.rawValue),
        "waived": .array(answer.waived.map { .string($0) }),
        "criteria": .array(
            answer.criteria.map { criterion in
                [
                    "id": .string(criterion.id), "verdict": .string(criterion.verdict.rawValue),
                    "severity": .string(criterion.severity.rawValue), "basis": .string(criterion.basis.rawValue),
                    "source": .array(criterion.sources.map { .string($0) }),
                    "reason": .string(wording.why(criterion).joined(separator: "; ")),
                    "evidence": .array(criterion.evidence.map { .string($0.id.description) }),
                    "earliest": .optional(criterion.earliest.map { zone.moment(at: $0).text }),
                ]
            }),
        "projection": projection,
    ]
}
