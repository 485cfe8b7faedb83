internal import NICUCore

/// The way in which the entries of one kind stand in a FHIR resource.
protocol FHIRForm: SendableMetatype {
    /// The type of resource.
    static var resourceType: String { get }
    /// Puts the body into the elements the standard has for it; what is left goes into an extension.
    static func write(_ fact: inout FHIRFactWriter)
    /// Takes the body out of those elements.
    static func read(_ fact: inout FHIRFactReader)
}

/// One entry, as an exchange line, and the resource that says the same.
enum FHIRFact {
    static let entryURL = FHIR.structure("entry")
    static let bodyURL = FHIR.structure("entry-body")
    /// The members of a line that stand in the first extension as they are.
    private static let headerTexts = ["by", "source", "key", "precision"]

    /// The form of a kind; what the standard has no resource for is a Basic.
    static func form(_ kind: String) -> any FHIRForm.Type { forms[kind] ?? BasicForm.self }

    private static let forms: [String: any FHIRForm.Type] = [
        "birth": BirthForm.self, "dating": DatingForm.self, "perinatal": PerinatalForm.self,
        "measurement": MeasurementForm.self, "omission": OmissionForm.self, "state": StateForm.self,
        "event": EventForm.self, "review": ReviewForm.self, "check": CheckForm.self,
        "attestation": AttestationForm.self, "intake": IntakeForm.self, "lab": LabForm.self,
        "follow_up": FollowUpForm.self, "problem": ProblemForm.self, "medication": MedicationForm.self,
        "immunisation": ImmunisationForm.self, "procedure": ProcedureForm.self, "plan": PlanForm.self,
        "communication": CommunicationForm.self, "consent": ConsentForm.self, "admission": AdmissionForm.self,
        "retraction": RetractionForm.self,
    ]

    /// The resource of a line; `place` is its order in the record it comes from.
    static func resource(_ line: JSON, place: Int, _ context: FHIRContext) -> JSON {
        let kind = line["kind"]?.string ?? ""
        let form = form(kind)
        var fact = FHIRFactWriter(line, kind: kind, context)
        form.write(&fact)
        var members = [
            JSON.Member("resourceType", .string(form.resourceType)), JSON.Member("id", .string(fact.id)),
        ]
        if let profile = fact.profile { members.append(JSON.Member("meta", ["profile": [.string(profile)]])) }
        members.append(JSON.Member("extension", .array(extensions(line, place: place, fact))))
        return .object(members + fact.native)
    }

    private static func extensions(_ line: JSON, place: Int, _ fact: FHIRFactWriter) -> [JSON] {
        var parts: [JSON] = [
            ["url": "kind", "valueCode": .string(fact.kind)],
            ["url": "place", "valueInteger": .integer(Int64(place))],
            ["url": "record", "valueString": .string(fact.context.code)],
        ]
        if line["infant"] == nil { parts.append(["url": "unassigned", "valueBoolean": true]) }
        if !fact.holdsTime { parts.append(["url": "at", "valueDateTime": .string(fact.at)]) }
        parts.append(["url": "recorded", "valueDateTime": .string(fact.recorded)])
        for name in headerTexts { if let value = line[name] { parts.append(FHIRValue.extend(name, value)) } }
        for name in ["operation", "corrects"] {
            if let id = line[name]?.string {
                parts.append(["url": .string(name), "valueUri": .string("urn:uuid:" + id)])
            }
        }
        for name in ["reason", "origin"] { if let value = line[name] { parts.append(FHIRValue.extend(name, value)) } }
        var all: [JSON] = [["url": .string(entryURL), "extension": .array(parts)]]
        if !fact.body.isEmpty {
            let rest = fact.body.keys.sorted().map { FHIRValue.extend($0, fact.body[$0] ?? .null) }
            all.append(["url": .string(bodyURL), "extension": .array(rest)])
        }
        return all
    }

    /// The header of an entry in a resource; nil where it has none of ours.
    static func header(of resource: JSON) -> JSON? {
        resource["extension"]?.elements.first { $0["url"]?.string == entryURL }
    }

    /// The line that a resource of ours says, with its order and the record it belongs to.
    static func line(_ resource: JSON, at path: String) throws(FHIRProblem) -> (line: JSON, place: Int, record: String)
    {
        let place = path + ".extension"
        guard let header = header(of: resource), let id = resource["id"]?.string else {
            throw FHIRProblem(place, .form("entry"))
        }
        var parts: [String: JSON] = [:]
        for part in header["extension"]?.elements ?? [] {
            guard let member = FHIRValue.member(part), parts.updateValue(member.value, forKey: member.name) == nil
            else {
                throw FHIRProblem(place, .form(part["url"]?.string ?? "entry"))
            }
        }
        func text(_ name: String) throws(FHIRProblem) -> String {
            guard let text = parts[name]?.string else { throw FHIRProblem(place, .missing(name)) }
            return text
        }
        let kind = try text("kind")
        guard let order = parts["place"]?.integer else { throw FHIRProblem(place, .missing("place")) }
        let form = form(kind)
        guard resource["resourceType"]?.string == form.resourceType else {
            throw FHIRProblem(
                path, .wrongResource(resource["resourceType"]?.string ?? "", expected: form.resourceType))
        }
        var fact = FHIRFactReader(resource: resource)
        form.read(&fact)
        for part in resource["extension"]?.elements.first(where: { $0["url"]?.string == bodyURL })?["extension"]?
            .elements ?? []
        {
            guard let member = FHIRValue.member(part) else {
                throw FHIRProblem(place, .form(part["url"]?.string ?? ""))
            }
            fact.body[member.name] = member.value
        }
        guard let at = fact.at ?? parts["at"]?.string else { throw FHIRProblem(path, .missing("at")) }
        let body: JSON
        do {
            body = try BasicForm.body(kind, fact.body)
        } catch { throw FHIRProblem(path, .entry("\(kind): \(error)")) }
        var line: [JSON.Member] = []
        func put(_ name: String, _ value: JSON?) { if let value { line.append(JSON.Member(name, value)) } }
        put("id", .string(id))
        if parts["unassigned"] == nil { put("infant", parts["record"]) }
        put("kind", .string(kind))
        put("at", .string(at))
        for name in ["precision", "recorded", "by", "source", "key"] { put(name, parts[name]) }
        for name in ["operation", "corrects"] {
            put(name, parts[name]?.string.map { .string($0.hasPrefix("urn:uuid:") ? String($0.dropFirst(9)) : $0) })
        }
        for name in ["reason", "origin"] { put(name, parts[name]) }
        put("body", body)
        return (.object(line), Int(order), try text("record"))
    }
}
