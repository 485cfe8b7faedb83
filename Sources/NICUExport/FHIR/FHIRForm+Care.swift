internal import NICUCore

/// A diagnosis or problem.
enum ProblemForm: FHIRForm {
    static let resourceType = "Condition"

    static func write(_ fact: inout FHIRFactWriter) {
        func status(_ system: String, _ code: String) -> JSON {
            FHIR.concept([FHIR.coding(FHIR.terminology(system), code)])
        }
        // The standard wants no clinical status of what was a mistake, and no end without one.
        let resolved = fact.isSuperseded ? nil : fact.text("resolved")
        if !fact.isSuperseded {
            fact.put("clinicalStatus", status("condition-clinical", resolved == nil ? "active" : "resolved"))
        }
        fact.put(
            "verificationStatus", status("condition-ver-status", fact.isSuperseded ? "entered-in-error" : "confirmed"))
        fact.put("code", ["text": fact.words("code")])
        fact.put("subject", fact.context.subject)
        fact.put("onsetDateTime", fact.take("onset"))
        fact.put("abatementDateTime", resolved.map { .string($0) })
        fact.put("recordedDate", .string(fact.recorded))
        fact.put("recorder", fact.author)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.set("code", fact["code"]?["text"])
        fact.set("onset", fact["onsetDateTime"])
        fact.set("resolved", fact["abatementDateTime"])
    }
}

extension FHIRFactWriter {
    /// The status of something that was done, was not done, or was a mistake.
    fileprivate func doneStatus(_ notGiven: Bool = false) -> JSON {
        .string(isSuperseded ? "entered-in-error" : notGiven ? "not-done" : "completed")
    }
}

/// A medicine given, or why it was not.
enum MedicationForm: FHIRForm {
    static let resourceType = "MedicationAdministration"

    static func write(_ fact: inout FHIRFactWriter) {
        let isNotGiven = fact.body["notGivenReason"] != nil
        let reason = fact.text("notGivenReason")
        fact.put("status", fact.doneStatus(isNotGiven))
        if let reason { fact.put("statusReason", [["text": .string(reason)]]) }
        fact.put("medicationCodeableConcept", ["text": fact.words("product")])
        fact.put("subject", fact.context.subject)
        fact.putTime("effectiveDateTime")
        fact.put("performer", [["actor": fact.author]])
        // A dosage without an amount is none.
        guard let dose = fact.take("dose") else { return }
        var dosage: [JSON.Member] = []
        if let site = fact.text("site") { dosage.append(JSON.Member("site", ["text": .string(site)])) }
        if let route = fact.text("route") { dosage.append(JSON.Member("route", FHIR.concept(route))) }
        dosage.append(JSON.Member("dose", ["value": dose, "unit": fact.words("unit")]))
        fact.put("dosage", .object(dosage))
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.at = fact["effectiveDateTime"]?.string
        fact.set("notGivenReason", fact["statusReason"]?.elements.first?["text"])
        fact.set("product", fact["medicationCodeableConcept"]?["text"])
        fact.set("site", fact["dosage"]?["site"]?["text"])
        fact.setToken("route", fact["dosage"]?["route"])
        fact.set("dose", fact["dosage"]?["dose"]?["value"])
        fact.set("unit", fact["dosage"]?["dose"]?["unit"])
    }
}

/// A vaccine or antibody given, or why it was not.
enum ImmunisationForm: FHIRForm {
    static let resourceType = "Immunization"

    static func write(_ fact: inout FHIRFactWriter) {
        let isNotGiven = fact.body["notGivenReason"] != nil
        let reason = fact.text("notGivenReason")
        fact.put("status", fact.doneStatus(isNotGiven))
        if let reason { fact.put("statusReason", ["text": .string(reason)]) }
        fact.put("vaccineCode", ["text": fact.words("product")])
        fact.put("patient", fact.context.subject)
        fact.putTime("occurrenceDateTime")
        fact.put("recorded", .string(fact.recorded))
        fact.put("primarySource", true)
        fact.put("lotNumber", fact.text("lot").map { .string($0) })
        fact.put("site", fact.text("site").map { ["text": .string($0)] })
        fact.put("performer", [["actor": fact.author]])
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.at = fact["occurrenceDateTime"]?.string
        fact.set("notGivenReason", fact["statusReason"]?["text"])
        fact.set("product", fact["vaccineCode"]?["text"])
        fact.set("lot", fact["lotNumber"])
        fact.set("site", fact["site"]?["text"])
    }
}

/// Something done to the infant.
enum ProcedureForm: FHIRForm {
    static let resourceType = "Procedure"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.put("status", fact.doneStatus())
        fact.put("code", FHIR.concept(fact.text("what") ?? ""))
        fact.put("subject", fact.context.subject)
        fact.putTime("performedDateTime")
        fact.put("recorder", fact.author)
        fact.put("note", fact.text("detail").map { [["text": .string($0)]] })
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.at = fact["performedDateTime"]?.string
        fact.setToken("what", fact["code"])
        fact.set("detail", fact["note"]?.elements.first?["text"])
    }
}

/// A target of the care plan.
enum PlanForm: FHIRForm {
    static let resourceType = "Goal"

    static func write(_ fact: inout FHIRFactWriter) {
        let target = fact.text("target") ?? ""
        fact.put("lifecycleStatus", .string(fact.isSuperseded ? "entered-in-error" : "active"))
        fact.put("description", FHIR.concept(target))
        fact.put("subject", fact.context.subject)
        fact.put("startDate", .string(String(fact.at.prefix(10))))
        var part = [JSON.Member("measure", FHIR.concept(target))]
        if fact.body["low"] != nil || fact.body["high"] != nil {
            let unit = fact.words("unit")
            var range: [JSON.Member] = []
            for name in ["low", "high"] {
                if let value = fact.take(name) { range.append(JSON.Member(name, ["value": value, "unit": unit])) }
            }
            part.append(JSON.Member("detailRange", .object(range)))
        } else if let value = fact.text("value") {
            part.append(JSON.Member("detailString", .string(value)))
        }
        // A day is the standard's due date; a time of day has no element.
        if let until = fact.body["until"]?.string, until.utf8.count == 10 {
            fact.body["until"] = nil
            part.append(JSON.Member("dueDate", .string(until)))
        }
        if part.count > 1 { fact.put("target", [.object(part)]) }
        fact.put("expressedBy", fact.author)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.setToken("target", fact["description"])
        let target = fact["target"]?.elements.first
        for name in ["low", "high"] {
            fact.set(name, target?["detailRange"]?[name]?["value"])
            fact.set("unit", target?["detailRange"]?[name]?["unit"])
        }
        fact.set("value", target?["detailString"])
        fact.set("until", target?["dueDate"])
    }
}

/// A talk with the family or with another place; the text is sealed and stands as its digest.
enum CommunicationForm: FHIRForm {
    static let resourceType = "Communication"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.put("status", fact.doneStatus())
        fact.put("subject", fact.context.subject)
        fact.put("topic", fact.text("with").map { FHIR.concept($0) })
        fact.putTime("sent")
        fact.put("sender", fact.author)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.at = fact["sent"]?.string
        fact.setToken("with", fact["topic"])
    }
}

/// A consent given or withdrawn.
enum ConsentForm: FHIRForm {
    static let resourceType = "Consent"

    static func write(_ fact: inout FHIRFactWriter) {
        let item = fact.text("item") ?? ""
        let scope =
            switch item {
            case "research": "research"
            case "procedure", "transfusion", "donor_milk": "treatment"
            default: "patient-privacy"
            }
        let isGranted = fact.take("granted") == .bool(true)
        fact.put("status", .string(fact.isSuperseded ? "entered-in-error" : isGranted ? "active" : "rejected"))
        fact.put("scope", FHIR.concept([FHIR.coding(FHIR.terminology("consentscope"), scope)]))
        fact.put("category", [FHIR.concept(item)])
        fact.put("patient", fact.context.subject)
        fact.putTime("dateTime")
        fact.put("policyRule", ["text": "the form of the unit"])
        fact.put("provision", ["type": isGranted ? "permit" : "deny"])
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.at = fact["dateTime"]?.string
        fact.setToken("item", fact["category"]?.elements.first)
        fact.set("granted", fact["provision"]?["type"].map { .bool($0 == "permit") })
    }
}
