internal import NICUCore

/// Resources that are made from the entries for other systems and are not read back.
extension FHIRRecord {
    func episode(_ context: FHIRContext) -> JSON {
        let starts = holding.filter { ["admission", "birth"].contains($0["kind"]?.string) }
        let start = starts.min(by: FHIRContext.isEarlier)?["at"]
        var period: [JSON.Member] = []
        if let start { period.append(JSON.Member("start", start)) }
        if let end = end?["at"] { period.append(JSON.Member("end", end)) }
        return FHIRRecord.resource(
            "EpisodeOfCare", context.episode,
            [
                ("status", .string(end == nil ? "active" : "finished")), ("patient", context.subject),
                ("managingOrganization", context.reference("Organization", unitID)),
                ("period", period.isEmpty ? nil : .object(period)),
            ])
    }

    private func goalID(_ criterion: Criterion, _ context: FHIRContext) -> String {
        FHIR.identifier("Goal", context.patient, criterion.id)
    }

    /// The criteria of discharge readiness; the clinician decides, a goal that is achieved is a criterion that is met.
    func goals(_ context: FHIRContext) -> [JSON] {
        criteria.map { criterion in
            let achievement: String? =
                switch criterion.verdict {
                case .met: "achieved"
                case .notMet: "not-achieved"
                default: nil
                }
            let isSetAside = criterion.verdict == .waived || criterion.verdict == .notApplicable
            let verdict = criterion.verdict.rawValue
            return FHIRRecord.resource(
                "Goal", goalID(criterion, context),
                [
                    ("extension", [["url": .string(FHIR.structure("verdict")), "valueCode": .string(verdict)]]),
                    ("lifecycleStatus", .string(isSetAside ? "cancelled" : "active")),
                    (
                        "achievementStatus",
                        achievement.map { FHIR.concept([FHIR.coding(FHIR.terminology("goal-achievement"), $0)]) }
                    ),
                    ("category", [FHIR.concept("readiness")]),
                    (
                        "description",
                        [
                            "coding": [FHIR.coding(FHIR.words, criterion.id)], "text": .string(criterion.title),
                        ]
                    ),
                    ("subject", context.subject),
                    ("statusReason", isSetAside ? .string(verdict.replacing("_", with: " ")) : nil),
                    ("note", criterion.source.isEmpty ? nil : [["text": .string(criterion.source)]]),
                ])
        }
    }

    func carePlan(_ context: FHIRContext) -> JSON {
        let plans = holding.filter { $0["kind"] == "plan" }.compactMap { $0["id"]?.string }
        let goals = plans + criteria.map { goalID($0, context) }
        return FHIRRecord.resource(
            "CarePlan", FHIR.identifier("CarePlan", context.patient),
            [
                ("status", .string(end == nil ? "active" : "completed")), ("intent", "plan"),
                ("title", "Targets and listed criteria; the clinician decides"), ("subject", context.subject),
                ("goal", goals.isEmpty ? nil : .array(goals.map { context.reference("Goal", $0) })),
            ])
    }

    /// Who corrected what; strikes are entries of their own.
    func corrections(_ context: FHIRContext) -> [JSON] {
        lines.compactMap { line in
            guard let old = line["corrects"]?.string, let id = line["id"]?.string, line["kind"] != "retraction",
                line["kind"] != "erasure"
            else { return nil }
            let by: JSON = ["identifier": ["system": .string(FHIR.logins), "value": line["by"] ?? ""]]
            return FHIRRecord.resource(
                "Provenance", FHIR.identifier("Provenance", id),
                [
                    ("target", [context.reference(toEntry: id)]), ("recorded", line["recorded"]),
                    (
                        "activity",
                        FHIR.concept([FHIR.coding(FHIR.terminology("v3-DataOperation"), "UPDATE", "revise")])
                    ), ("agent", [["who": by]]),
                    ("entity", [["role": "revision", "what": context.reference(toEntry: old)]]),
                ])
        }
    }
}
