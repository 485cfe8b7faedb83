internal import NICUCore

/// What the standard has no resource for: kind and time as elements, the body as an extension.
enum BasicForm: FHIRForm {
    static let resourceType = "Basic"
    /// The member that holds the body of a kind this version does not know, as its own JSON text.
    private static let whole = "json"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.put("code", FHIR.concept(fact.kind))
        fact.put("subject", fact.context.subject)
        fact.put("created", .string(String(fact.at.prefix(10))))
        fact.put("author", fact.author)
    }

    static func read(_ fact: inout FHIRFactReader) {}

    /// The members of a body by name.
    static func members(_ kind: String, _ body: JSON) -> [String: JSON] {
        if case .unknown = Kind(name: kind) { return [whole: .string(body.text)] }
        return Dictionary(body.members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The body with its members in their order, as an exchange line writes it.
    static func body(_ kind: String, _ members: [String: JSON]) throws -> JSON {
        if case .unknown = Kind(name: kind) {
            guard members.count == 1, let text = members[whole]?.string else {
                throw BodyProblem.missing(member: whole)
            }
            return try JSON(text: text)
        }
        let json = JSON.object(members.keys.sorted().map { JSON.Member($0, members[$0] ?? .null) })
        return try Kind(name: kind).body(from: json).json
    }
}

/// A stay: it begins with an admission, and its end is that of the discharge or transfer behind it.
enum AdmissionForm: FHIRForm {
    static let resourceType = "Encounter"
    private static let act = FHIR.terminology("v3-ActCode")

    static func write(_ fact: inout FHIRFactWriter) {
        let end = fact.context.ends[fact.id]
        fact.put("status", .string(fact.isSuperseded ? "entered-in-error" : end == nil ? "in-progress" : "finished"))
        fact.put("class", FHIR.coding(act, "IMP", "inpatient encounter"))
        fact.put("subject", fact.context.subject)
        if !fact.isSuperseded {
            fact.put("episodeOfCare", [fact.context.reference("EpisodeOfCare", fact.context.episode)])
        }
        fact.holdsTime = true
        var period = [JSON.Member("start", .string(fact.at))]
        if let end { period.append(JSON.Member("end", .string(end.at))) }
        fact.put("period", .object(period))
        var hospitalization: [JSON.Member] = []
        if let from = fact.text("from") { hospitalization.append(JSON.Member("admitSource", FHIR.concept(from))) }
        if let end { hospitalization.append(JSON.Member("dischargeDisposition", disposition(end.to))) }
        fact.put("hospitalization", .object(hospitalization))
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.at = fact["period"]?["start"]?.string
        fact.setToken("from", fact["hospitalization"]?["admitSource"])
    }

    /// Where the infant went, by HL7's list and by this record's own.
    private static func disposition(_ to: String) -> JSON {
        let code =
            switch Destination(rawValue: to) {
            case .home: "home"
            case .transfer: "other-hcf"
            case .againstAdvice: "aadvice"
            case .death: "exp"
            default: "oth"
            }
        return FHIR.concept([FHIR.coding(FHIR.terminology("discharge-disposition"), code), FHIR.word(to)])
    }
}

/// What was struck out, by whom and why.
enum RetractionForm: FHIRForm {
    static let resourceType = "Provenance"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.put("target", [fact.context.reference(toEntry: fact.corrects ?? "")])
        fact.putTime("occurredDateTime")
        fact.put("recorded", .string(fact.recorded))
        fact.put(
            "activity", FHIR.concept([FHIR.coding(FHIR.terminology("v3-DataOperation"), "NULLIFY", "nullify")]))
        fact.put("agent", [["who": fact.author]])
    }

    static func read(_ fact: inout FHIRFactReader) { fact.at = fact["occurredDateTime"]?.string }
}
