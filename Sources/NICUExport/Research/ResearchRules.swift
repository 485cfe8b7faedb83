public import NICUCore

/// What a research export does with each kind and member; an allow-list, so that what is not in it is dropped.
public enum ResearchRules {
    /// Why a kind is dropped whole; nil for one whose members are looked at.
    public static func reason(toDrop kind: Kind) -> ResearchReason? {
        if members[kind] != nil { return nil }
        return switch kind {
        case .identity: .identity
        case .bed: .place
        case .communication, .note: .freeText
        case .decision, .erasure: .ledger
        case .consent: .ground
        case .clinician, .role, .setting, .ruleSet, .referencePack, .round: .unit
        default: .unknownKind
        }
    }

    /// What becomes of a member, nested ones with a dot (`apgar.5`); nil for one the list does not have.
    public static func treatment(of member: String, in kind: Kind) -> ResearchTreatment? { members[kind]?[member] }

    /// The kinds and members of the list.
    public static let members: [Kind: [String: ResearchTreatment]] = [
        .birth: ["code": .code, "sex": .kept, "order": .kept, "of": .kept, "siblings": .siblings],
        .dating: ["gaDays": .kept, "method": .kept, "plusMinusDays": .kept],
        .perinatal: [
            "maternalHbsag": .kept, "antenatalSteroids": .word(.steroids), "delivery": .word(.deliveries),
            "apgar.1": .kept, "apgar.5": .kept, "apgar.10": .kept, "inborn": .kept,
        ],
        .admission: ["from": .kept, "hospital": .dropped, "bed": .dropped],
        .transfer: ["to": .kept, "code": .word(.wayOut), "hospital": .dropped],
        .discharge: [
            "to": .kept, "code": .word(.wayOut), "told": .dropped, "formSigned": .kept, "readiness": .dropped,
        ],
        .followUp: [
            "place": .dropped, "source": .dropped, "quantity": .kept, "value": .kept, "unit": .unit(of: ["value"]),
        ],
        .measurement: [
            "quantity": .kept, "value": .kept, "unit": .kept, "role": .kept, "asWritten": .dropped,
            "site": .word(.sites), "bed": .kept, "method": .word(.measuring), "clothing": .word(.clothing),
            "equipment": .dropped, "scale": .dropped, "feed": .kept, "oedema": .kept, "answered": .word(.questions),
            "secondBy": .login,
        ],
        .omission: ["quantity": .kept, "why": .kept],
        .state: [
            "aspect": .neededWord(.aspects), "value": .kept, "fio2Percent": .kept, "flowTenthsLitre": .kept,
            "detail": .word(.details),
        ],
        .event: [
            "what": .kept, "durationSeconds": .kept, "lowestHeartRate": .kept, "lowestSpo2": .kept,
            "desaturationSeconds": .kept, "colourChange": .kept, "intervention": .kept, "feedingRelated": .kept,
            "selfResolved": .kept, "asleep": .kept,
        ],
        .review: ["shift": .shifted, "events": .kept],
        .check: [
            "task": .neededWord(.tasks), "result": .kept, "method": .word(.methods), "ear": .kept,
            "followUp": .shifted, "place": .fixed("recorded"),
        ],
        .attestation: ["item": .neededWord(.items), "value": .kept, "caregiver": .dropped],
        .waiver: ["criterion": .neededWord(.criteria), "rules": .neededWord(.ruleSets), "until": .shifted],
        .problem: ["code": .name(.problems), "grade": .word(.grades), "onset": .shifted, "resolved": .shifted],
        .medication: [
            "product": .name(.products), "lot": .dropped, "site": .dropped, "notGivenReason": .fixed("not_given"),
            "dose": .kept, "unit": .unit(of: ["dose"]), "route": .word(.routes),
        ],
        .immunisation: [
            "product": .name(.products), "lot": .dropped, "site": .dropped, "notGivenReason": .fixed("not_given"),
        ],
        .procedure: ["what": .neededWord(.procedures), "grade": .word(.grades), "detail": .minutes],
        .intake: [
            "route": .word(.feeding), "milk": .word(.fluids), "volumeTenthsMl": .kept, "kcalTenths": .kept,
            "quality": .kept, "byTestWeight": .kept,
        ],
        .lab: ["code": .neededWord(.labs), "value": .kept, "unit": .neededWord(.units), "flag": .kept],
        .plan: [
            "target": .neededWord(.targets), "value": .neededWord(.planValues), "low": .kept, "high": .kept,
            "unit": .neededWord(.units), "until": .shifted,
        ],
        .retraction: ["confirmedBy": .login],
    ]

    /// Members without which nothing worth handing on is left.
    static let needed: [Kind: [String]] = [.followUp: ["quantity", "value", "unit"]]

    /// What a line says beside the body, and what becomes of it; any other member of an entry's header is dropped.
    public static let header: [String: ResearchTreatment.Outcome] = [
        "id": .replaced, "infant": .replaced, "kind": .kept, "at": .shifted, "precision": .kept, "recorded": .shifted,
        "by": .replaced, "operation": .replaced, "corrects": .replaced, "body": .kept, "source": .dropped,
        "key": .dropped, "reason": .dropped, "origin": .dropped,
    ]
}
