internal import NICUCore

/// Takes facts out of foreign resources, one by one.
struct ForeignReader {
    let file: FHIRFile
    let patient: FHIRFile.Item
    let target: FHIRForeign.Target
    private(set) var lines: [FHIRRestore.Line] = []
    private(set) var notes: [FHIRNote] = []
    private var scores: [(minute: String, score: Int64, item: FHIRFile.Item)] = []
    /// When the infant was born, as a line writes it.
    private var born = ""

    init(_ file: FHIRFile, patient: FHIRFile.Item, target: FHIRForeign.Target) {
        self.file = file
        self.patient = patient
        self.target = target
    }

    /// What a fact is: its kind, its body and its time.
    struct Fact {
        let kind: String
        let body: [JSON.Member]
        let at: String
        var recorded: String?
        /// The elements that were read.
        let read: Set<String>
    }

    /// Elements that say nothing about the infant.
    private static let formal: Set<String> = ["resourceType", "id", "meta", "language", "identifier", "text", "status"]

    mutating func note(_ path: String, _ why: FHIRNote.Why) { notes.append(FHIRNote(path: path, why: why)) }

    /// Adds a line for a fact.
    private mutating func add(_ fact: Fact, _ item: FHIRFile.Item, salt: String = "") {
        let name = item.address ?? item.type + "/" + (item.id.isEmpty ? item.resource.canonicalText : item.id)
        let id = FHIR.identifier("foreign", target.code, name, fact.kind, salt)
        let recorded = fact.recorded.flatMap(ForeignTime.moment) ?? file.timestamp.flatMap(ForeignTime.moment)
        lines.append(
            FHIRRestore.Line(
                json: .object([
                    JSON.Member("id", .string(id)), JSON.Member("infant", .string(target.code)),
                    JSON.Member("kind", .string(fact.kind)), JSON.Member("at", .string(fact.at)),
                    JSON.Member("recorded", .string((recorded ?? target.now).text)),
                    JSON.Member("by", .string(target.by)), JSON.Member("source", "fhir"),
                    JSON.Member("body", .object(fact.body)),
                ]), path: item.path))
        for member in item.resource.members
        where !fact.read.contains(member.name) && !ForeignReader.formal.contains(member.name) {
            note(item.path + "." + member.name, .element)
        }
    }

    /// Takes one resource, or notes why not.
    mutating func take(_ item: FHIRFile.Item) {
        if item.type == "Patient" { return }
        guard item.resource["modifierExtension"] == nil, item.resource["implicitRules"] == nil else {
            return note(item.path, .modifier)
        }
        do throws(FHIRNote.Refusal) {
            if ForeignReader.types.contains(item.type) { try checkSubject(item.resource) }
            switch item.type {
            case "Observation": try observation(item)
            case "Immunization": add(try ForeignFacts.immunisation(item.resource), item)
            case "Procedure": add(try ForeignFacts.procedure(item.resource), item)
            case "MedicationAdministration": add(try ForeignFacts.medication(item.resource), item)
            case "Condition": add(try ForeignFacts.condition(item.resource), item)
            case "Encounter", "EpisodeOfCare": throw FHIRNote.Refusal(.stay)
            default: throw FHIRNote.Refusal(.type(item.type))
            }
        } catch { note(item.path + error.element, error.why) }
    }

    private static let types: Set<String> = [
        "Observation", "Immunization", "Procedure", "MedicationAdministration", "Condition",
    ]

    private mutating func observation(_ item: FHIRFile.Item) throws(FHIRNote.Refusal) {
        let resource = item.resource
        let status = resource["status"]?.string ?? ""
        guard ["final", "amended", "corrected", "preliminary"].contains(status) else {
            throw FHIRNote.Refusal(.status(status))
        }
        let codes = (resource["code"]?["coding"]?.elements ?? []).filter { $0["system"]?.string == FHIR.loinc }
            .compactMap { $0["code"]?.string }
        if let minute = codes.lazy.compactMap(FHIRCodes.apgarMinute).first {
            guard status != "preliminary", let score = ForeignFacts.whole(resource), (0...10).contains(score) else {
                throw FHIRNote.Refusal(.value(""), ".value[x]")
            }
            guard !target.held.contains("perinatal") else { throw FHIRNote.Refusal(.held) }
            scores.append((minute, score, item))
        } else if codes.contains(where: FHIRCodes.gestationalAge.contains) {
            guard status != "preliminary" else { throw FHIRNote.Refusal(.status(status)) }
            guard !target.held.contains("dating") else { throw FHIRNote.Refusal(.held) }
            add(try ForeignFacts.dating(resource, at: born), item)
        } else if let measured = codes.lazy.compactMap(FHIRCodes.measured).first {
            let isBirth = codes.contains { FHIRCodes.measured($0)?.isBirth ?? false }
            if isBirth, target.held.contains(measured.quantity.rawValue) { throw FHIRNote.Refusal(.held) }
            add(
                try ForeignFacts.measurement(
                    resource, measured.quantity, site: measured.site,
                    role: status == "preliminary" ? "unconfirmed" : isBirth ? "birth" : "measured"), item)
        } else {
            let words =
                resource["code"]?["text"]?.string ?? resource["code"]?["coding"]?.elements.first?["code"]?.string
            throw FHIRNote.Refusal(.code(words ?? ""))
        }
    }

    /// A resource must be about the patient of the file.
    private func checkSubject(_ resource: JSON) throws(FHIRNote.Refusal) {
        guard let subject = (resource["subject"] ?? resource["patient"])?["reference"]?.string else {
            throw FHIRNote.Refusal(.subject)
        }
        let isPatient =
            subject == patient.address || (!patient.id.isEmpty && subject.hasSuffix("Patient/" + patient.id))
            || subject == "urn:uuid:" + patient.id
        guard isPatient else { throw FHIRNote.Refusal(.subject) }
    }

    /// The scores of all minutes are one entry.
    mutating func takeApgar() {
        guard let first = scores.first else { return }
        let members = Perinatal.apgarMinutes.compactMap { minute in
            scores.last { $0.minute == "\(minute)" }.map { JSON.Member("\(minute)", .integer($0.score)) }
        }
        let read: Set<String> = [
            "code", "category", "subject", "effectiveDateTime", "issued", "valueInteger", "valueQuantity",
        ]
        add(
            Fact(
                kind: "perinatal", body: [JSON.Member("apgar", .object(members))], at: born,
                recorded: first.item.resource["issued"]?.string, read: read), first.item, salt: "apgar")
    }

    // MARK: The patient

    /// An infant who is new here is born by the Patient; one who is known must be the same.
    mutating func birth() throws(FHIRProblem) {
        let resource = patient.resource
        let path = patient.path
        guard resource["modifierExtension"] == nil, resource["implicitRules"] == nil else {
            throw FHIRProblem(path, .modifier(""))
        }
        guard let text = resource["birthDate"]?.string, let day = Day(text) else {
            throw FHIRProblem(path, .missing("birthDate"))
        }
        let url = "http://hl7.org/fhir/StructureDefinition/patient-birthTime"
        let exact = resource["_birthDate"]?["extension"]?.elements.first { $0["url"]?.string == url }?["valueDateTime"]
        let sex = ForeignFacts.sex(resource["gender"]?.string)
        let order = resource["multipleBirthInteger"]?.integer
        for member in resource.members where !ForeignReader.ofPatient.contains(member.name) {
            note(path + "." + member.name, ForeignReader.names.contains(member.name) ? .name : .element)
        }
        born = exact?.string.flatMap { $0.hasPrefix(text) ? ForeignTime.text($0) : nil } ?? text
        guard let known = target.birth else {
            if resource["multipleBirthBoolean"] == .bool(true) || order != nil {
                // How many there were is not said, and one of several is never taken for an only one.
                throw FHIRProblem(path + ".multipleBirth[x]", .severalAtBirth)
            }
            let body = [JSON.Member("sex", .string(sex))]
            let read = Set(resource.members.map(\.name))
            return add(Fact(kind: "birth", body: body, at: born, recorded: nil, read: read), patient)
        }
        guard known.day == day else {
            throw FHIRProblem(path + ".birthDate", .otherInfant(day.description, expected: known.day.description))
        }
        guard sex == "unknown" || known.body.sex == .unknown || sex == known.body.sex.rawValue else {
            throw FHIRProblem(path + ".gender", .otherInfant(sex, expected: known.body.sex.rawValue))
        }
        if resource["multipleBirthBoolean"] == .bool(false), known.body.of > 1 {
            throw FHIRProblem(path + ".multipleBirthBoolean", .otherInfant("1", expected: "\(known.body.of)"))
        }
        if let order, order != Int64(known.body.order) {
            throw FHIRProblem(
                path + ".multipleBirthInteger", .otherInfant("\(order)", expected: "\(known.body.order)"))
        }
    }

    private static let ofPatient = formal.union([
        "birthDate", "_birthDate", "gender", "multipleBirthBoolean", "multipleBirthInteger", "active",
    ])
    private static let names: Set<String> = ["name", "telecom", "address", "contact", "photo"]
}
