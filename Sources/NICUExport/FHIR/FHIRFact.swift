internal import NICUCore

/// What resources about one infant share: how they point at each other, and what later entries did to earlier ones.
struct FHIRContext {
    /// The infant's code.
    let code: String
    /// The id of the Patient.
    let patient: String
    /// Whether references are addresses within a bundle (`urn:uuid:`) or relative (`Patient/…`).
    let isBundle: Bool
    /// The ids of entries that were corrected or struck.
    let superseded: Set<String>
    /// The ids of entries that were struck without a new value.
    private let struck: Set<String>
    /// The id of the EpisodeOfCare.
    let episode: String
    /// The type of resource by the id of the entry.
    let types: [String: String]
    /// The ends of stays by the id of the admission: when and whereto.
    let ends: [String: (at: String, to: String)]

    /// Reads the exchange lines of one infant in the order of the record.
    init(code: String, lines: [JSON], isBundle: Bool) {
        self.code = code
        self.isBundle = isBundle
        patient = FHIR.identifier("Patient", code, lines.first { $0["kind"] == "birth" }?["id"]?.string ?? "")
        episode = FHIR.identifier("EpisodeOfCare", patient)
        var superseded: Set<String> = []
        var struck: Set<String> = []
        var types: [String: String] = [:]
        for line in lines {
            guard let kind = line["kind"]?.string, let id = line["id"]?.string else { continue }
            types[id] = FHIRFact.form(kind).resourceType
            if let old = line["corrects"]?.string, kind != "erasure" {
                superseded.insert(old)
                if kind == "retraction" { struck.insert(old) }
            }
        }
        self.struck = struck
        self.superseded = superseded
        self.types = types
        ends = FHIRContext.ends(of: lines.filter { !superseded.contains($0["id"]?.string ?? "") })
    }

    private static func ends(of lines: [JSON]) -> [String: (at: String, to: String)] {
        var ends: [String: (at: String, to: String)] = [:]
        var open: String?
        let stays = lines.filter { ["admission", "discharge", "transfer"].contains($0["kind"]?.string) }
        for line in stays.sorted(by: FHIRContext.isEarlier) {
            if line["kind"] == "admission" {
                open = line["id"]?.string
            } else if let stay = open {
                ends[stay] = (line["at"]?.string ?? "", line["body"]?["to"]?.string ?? "")
                open = nil
            }
        }
        return ends
    }

    /// Whether one line's time is earlier than another's.
    static func isEarlier(_ a: JSON, _ b: JSON) -> Bool {
        let times = [a, b].map { $0["at"]?.string.flatMap { try? Moment(iso: $0, zone: .utc) }?.instant.seconds ?? 0 }
        return times[0] < times[1]
    }

    /// Whether an entry was struck without a new value.
    func isStruck(_ id: String) -> Bool { struck.contains(id) }

    /// A reference to a resource.
    func reference(_ type: String, _ id: String) -> JSON {
        ["reference": .string(isBundle ? "urn:uuid:" + id : type + "/" + id)]
    }

    /// A reference to what an entry became.
    func reference(toEntry id: String) -> JSON { reference(types[id] ?? "Basic", id) }

    var subject: JSON { reference("Patient", patient) }
}

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

/// Puts one entry into a resource.
struct FHIRFactWriter {
    let context: FHIRContext
    let id: String
    let kind: String
    let at: String
    let recorded: String
    let by: String
    let isCorrection: Bool
    /// Whether it is about an infant; what a device sent may wait for one.
    let isAssigned: Bool
    /// The entry that this one corrects or strikes.
    let corrects: String?
    /// The members of the body that have no element yet.
    var body: [String: JSON]
    /// The elements so far.
    private(set) var native: [JSON.Member] = []
    /// Whether one of the elements holds the time of the fact.
    var holdsTime = false
    /// The profile of the standard that the resource follows.
    var profile: String?

    init(_ line: JSON, kind: String, _ context: FHIRContext) {
        self.context = context
        self.kind = kind
        id = line["id"]?.string ?? ""
        at = line["at"]?.string ?? ""
        recorded = line["recorded"]?.string ?? ""
        by = line["by"]?.string ?? ""
        corrects = line["corrects"]?.string
        isCorrection = corrects != nil
        isAssigned = line["infant"] != nil
        body = kind == "" ? [:] : BasicForm.members(kind, line["body"] ?? .object([]))
    }

    /// Whether a later entry corrected or struck it.
    var isSuperseded: Bool { context.superseded.contains(id) }

    /// Takes a member out of the body.
    mutating func take(_ name: String) -> JSON? { body.removeValue(forKey: name) }

    /// Takes a text out of the body.
    mutating func text(_ name: String) -> String? { take(name)?.string }

    /// Adds an element; nothing for nil.
    mutating func put(_ name: String, _ value: JSON?) { if let value { native.append(JSON.Member(name, value)) } }

    /// Adds the time of the fact as an element.
    mutating func putTime(_ name: String) {
        holdsTime = true
        put(name, .string(at))
    }

    /// Who wrote it, as a reference by login.
    var author: JSON { ["identifier": ["system": .string(FHIR.logins), "value": .string(by)]] }
}

/// Takes one entry out of a resource.
struct FHIRFactReader {
    let resource: JSON
    /// The members of the body so far.
    var body: [String: JSON] = [:]
    /// The time of the fact.
    var at: String?

    subscript(name: String) -> JSON? { resource[name] }

    /// Adds a member of the body; nothing for nil.
    mutating func set(_ name: String, _ value: JSON?) { if let value { body[name] = value } }

    /// Adds a word of this record out of a concept.
    mutating func setToken(_ name: String, _ concept: JSON?) { set(name, FHIR.token(concept).map { .string($0) }) }
}
