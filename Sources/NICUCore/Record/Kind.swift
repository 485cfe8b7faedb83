/// What an entry is about; the closed list of this version plus the names of kinds that a newer one wrote.
public enum Kind: Sendable, Hashable {
    case birth, dating, perinatal, identity
    case admission, bed, transfer, discharge, followUp
    case measurement, omission, state, event, review
    case check, attestation, waiver, decision
    case problem, medication, immunisation, procedure, intake, lab, plan
    case communication, consent, note
    case retraction, erasure
    case clinician, role, setting, ruleSet, referencePack, round
    /// A kind this version does not know; kept and shown as such.
    case unknown(String)

    /// Every kind this version knows.
    public static let known: [Kind] = [
        .birth, .dating, .perinatal, .identity, .admission, .bed, .transfer, .discharge, .followUp, .measurement,
        .omission, .state, .event, .review, .check, .attestation, .waiver, .decision, .problem, .medication,
        .immunisation,
        .procedure, .intake, .lab, .plan, .communication, .consent, .note, .retraction, .erasure, .clinician, .role,
        .setting, .ruleSet, .referencePack, .round,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })

    /// The kind with a name; ``unknown(_:)`` where this version has none.
    public init(name: String) { self = Kind.byName[name] ?? .unknown(name) }

    /// The name in entries and tables, snake_case.
    public var name: String {
        switch self {
        case .birth: "birth"
        case .dating: "dating"
        case .perinatal: "perinatal"
        case .identity: "identity"
        case .admission: "admission"
        case .bed: "bed"
        case .transfer: "transfer"
        case .discharge: "discharge"
        case .followUp: "follow_up"
        case .measurement: "measurement"
        case .omission: "omission"
        case .state: "state"
        case .event: "event"
        case .review: "review"
        case .check: "check"
        case .attestation: "attestation"
        case .waiver: "waiver"
        case .decision: "decision"
        case .problem: "problem"
        case .medication: "medication"
        case .immunisation: "immunisation"
        case .procedure: "procedure"
        case .intake: "intake"
        case .lab: "lab"
        case .plan: "plan"
        case .communication: "communication"
        case .consent: "consent"
        case .note: "note"
        case .retraction: "retraction"
        case .erasure: "erasure"
        case .clinician: "clinician"
        case .role: "role"
        case .setting: "setting"
        case .ruleSet: "rule_set"
        case .referencePack: "reference_pack"
        case .round: "round"
        case .unknown(let name): name
        }
    }

    /// Whether entries of this kind belong to the unit and name no infant.
    public var isUnitLevel: Bool {
        switch self {
        case .clinician, .role, .setting, .ruleSet, .referencePack, .round: true
        default: false
        }
    }
}
