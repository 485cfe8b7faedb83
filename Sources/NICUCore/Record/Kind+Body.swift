extension Kind {
    /// The type of the bodies of this kind; nil for a kind this version does not know.
    public var bodyType: (any Body.Type)? {
        switch self {
        case .birth: Birth.self
        case .dating: Dating.self
        case .perinatal: Perinatal.self
        case .identity: Identity.self
        case .admission: Admission.self
        case .bed: Bed.self
        case .transfer: Transfer.self
        case .discharge: Discharge.self
        case .followUp: FollowUp.self
        case .measurement: Measurement.self
        case .omission: Omission.self
        case .state: State.self
        case .event: Event.self
        case .review: Review.self
        case .check: Check.self
        case .attestation: Attestation.self
        case .waiver: Waiver.self
        case .decision: Decision.self
        case .problem: Problem.self
        case .medication: Medication.self
        case .immunisation: Immunisation.self
        case .procedure: Procedure.self
        case .intake: Intake.self
        case .lab: Lab.self
        case .plan: Plan.self
        case .communication: Communication.self
        case .consent: Consent.self
        case .note: Note.self
        case .retraction: Retraction.self
        case .erasure: Erasure.self
        case .clinician: Clinician.self
        case .role: RoleGrant.self
        case .setting: Setting.self
        case .ruleSet: AdoptedRuleSet.self
        case .referencePack: AdoptedReferencePack.self
        case .round: Round.self
        case .unknown: nil
        }
    }

    /// Reads a body of this kind; unknown members are refused, unknown kinds kept as they came.
    public func body(from json: JSON) throws(BodyProblem) -> any Body {
        guard let type = bodyType else {
            guard case .object = json else { throw .notAnObject }
            return UnknownBody(kind: name, members: json)
        }
        var reader = try BodyReader(json)
        let body = try type.init(from: &reader)
        try reader.finish()
        return body
    }
}
