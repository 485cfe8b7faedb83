public import NICUCore

extension KnownTrace {
    /// Everything in the record that could tell who an infant is, where it was, or point into the record.
    ///
    /// `course` is loaded whole, as known now: what was corrected or struck tells as much as what counts. The texts of `siblings` are
    /// theirs; a `unit` that may be named is left out.
    public static func all(
        _ course: Course, siblings: [(code: InfantCode, identities: Course)], logins: [String], unit: String?
    ) -> [KnownTrace] {
        let entries = course.entries + course.superseded.flatMap { [$0.entry, $0.by] }
        var found: [KnownTrace?] = [KnownTrace(.code, course.code.text)]
        for entry in entries {
            found.append(KnownTrace(.login, entry.by))
            if let origin = entry.origin { found += places(origin.unit) }
            if let code = entry.code { found.append(KnownTrace(.code, code.text)) }
            found += traces(entry.body)
        }
        for sibling in siblings {
            found.append(KnownTrace(.sibling, sibling.code.text))
            let course = sibling.identities
            for entry in course.entries + course.superseded.map(\.entry) {
                guard let identity = entry.body as? Identity else { continue }
                found += texts(identity).map { KnownTrace(.sibling, $0.text) }
            }
        }
        found += logins.map { KnownTrace(.login, $0) }
        if let unit { found.append(KnownTrace(.unit, unit)) }
        var seen: Set<KnownTrace> = []
        return found.compactMap { $0 }.filter { seen.insert($0).inserted }
    }

    /// The opened texts of an identity but the alias, which may be said.
    private static func texts(_ identity: Identity) -> [(kind: StoryTrace, text: String)] {
        let fields: [(StoryTrace, SealedText?)] = [
            (.name, identity.name), (.number, identity.hospitalNumber), (.number, identity.recordNumber),
            (.name, identity.guardian),
        ]
        return fields.flatMap { kind, sealed -> [(kind: StoryTrace, text: String)] in
            guard let text = sealed?.text else { return [] }
            // A field may hold a name beside a telephone number.
            let parts = text.split { " ,;:/()（），；：、".contains($0) }.map(String.init).filter {
                KnownTrace.hasChinese($0) || $0.contains(where: \.isNumber) && $0.count > 4
            }
            return (parts.contains(text) ? parts : parts + [text]).map { (kind, $0) }
        }
    }

    private static func places(_ text: String?) -> [KnownTrace?] {
        guard let text else { return [] }
        let sides = text.split(separator: " / ").map(String.init)
        return (sides.count > 1 ? sides + [text] : [text]).map { KnownTrace(.place, $0) }
    }

    private static func traces(_ body: any Body) -> [KnownTrace?] {
        switch body {
        case let body as Identity: texts(body).map { KnownTrace($0.kind, $0.text) }
        case let body as Birth:
            body.siblings.map { KnownTrace(.sibling, $0) } + [body.code.flatMap { KnownTrace(.code, $0) }]
        case let body as Admission: places(body.hospital) + [body.bed.flatMap { KnownTrace(.bed, $0) }]
        case let body as Bed: [KnownTrace(.bed, body.bed)]
        case let body as Transfer: places(body.hospital)
        case let body as Discharge: [body.told?.text.flatMap { KnownTrace(.name, $0) }]
        case let body as Check: places(body.place)
        case let body as FollowUp: places(body.place) + [body.source.flatMap { KnownTrace(.name, $0) }]
        case let body as Attestation: [body.caregiver.flatMap { KnownTrace(.name, $0) }]
        case let body as Medication: [body.given.lot.flatMap { KnownTrace(.lot, $0) }]
        case let body as Immunisation: [body.given.lot.flatMap { KnownTrace(.lot, $0) }]
        case let body as Measurement: [body.secondBy.flatMap { KnownTrace(.login, $0) }]
        case let body as Retraction: [body.confirmedBy.flatMap { KnownTrace(.login, $0) }]
        default: []
        }
    }
}
