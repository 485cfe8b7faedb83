internal import NICUCore

/// Takes facts out of foreign resources, one by one.
struct ForeignReader {
    let file: FHIRFile
    let patient: FHIRFile.Item
    let target: FHIRForeign.Target
    private(set) var lines: [FHIRRestore.Line] = []
    private(set) var notes: [FHIRNote] = []
    /// Ids that facts would have which the file says were a mistake.
    private(set) var withdrawn: [(id: String, path: String)] = []
    private var scores: [(minute: String, score: Int64, item: FHIRFile.Item)] = []
    /// When the infant was born, as a line writes it.
    private var born = ""
    /// What was taken from this file.
    private var keys: Set<String> = []

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
        let id = self.id(item, fact.kind, salt)
        if let at = try? Moment(iso: fact.at, zone: target.zone),
            let key = FHIRForeign.Target.key(fact.kind, at.instant.seconds, JSON.object(fact.body))
        {
            // Through another system a fact comes back under another id.
            if target.known.contains(key), !target.ids.contains(id) { return note(item.path, .held) }
            if !keys.insert(key).inserted { return note(item.path, .twice) }
        }
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
        noteRest(of: item, read: fact.read)
    }

    /// The id of what a resource says, the same whenever it is brought in.
    private func id(_ item: FHIRFile.Item, _ kind: String, _ salt: String = "") -> String {
        let name = item.address ?? item.type + "/" + (item.id.isEmpty ? item.resource.canonicalText : item.id)
        return FHIR.identifier("foreign", target.code, name, kind, salt)
    }

    /// Notes the elements that were not read.
    private mutating func noteRest(of item: FHIRFile.Item, read: Set<String>) {
        for member in item.resource.members
        where !read.contains(member.name) && !ForeignReader.formal.contains(member.name) {
            note(item.path + "." + member.name, .element)
        }
    }

    /// Takes one resource, or notes why not.
    mutating func take(_ item: FHIRFile.Item) {
        if item.type == "Patient" { return }
        if let method = item.method, method != "POST", method != "PUT" { return note(item.path, .request(method)) }
        guard item.resource["modifierExtension"] == nil, item.resource["implicitRules"] == nil else {
            return note(item.path, .modifier)
        }
        do throws(FHIRNote.Refusal) {
            if ForeignReader.kinds[item.type] != nil { try checkSubject(item) }
            switch item.type {
            case "Observation": try observation(item)
            case "Immunization": add(try ForeignFacts.immunisation(item.resource), item)
            case "Procedure": add(try ForeignFacts.procedure(item.resource), item)
            case "MedicationAdministration": add(try ForeignFacts.medication(item.resource), item)
            case "Condition": add(try ForeignFacts.condition(item.resource), item)
            case "Encounter", "EpisodeOfCare": throw FHIRNote.Refusal(.stay)
            default: throw FHIRNote.Refusal(.type(item.type))
            }
        } catch {
            note(item.path + error.element, error.why)
            guard error.why == .status("entered-in-error"), let kind = ForeignReader.kinds[item.type] else { return }
            withdrawn.append((id(item, kind), item.path))
        }
    }

    private static let kinds = [
        "Observation": "measurement", "Immunization": "immunisation", "Procedure": "procedure",
        "MedicationAdministration": "medication", "Condition": "problem",
    ]

    private mutating func observation(_ item: FHIRFile.Item) throws(FHIRNote.Refusal) {
        let resource = item.resource
        let status = resource["status"]?.string ?? ""
        guard ["final", "amended", "corrected", "preliminary"].contains(status) else {
            throw FHIRNote.Refusal(.status(status))
        }
        let codes = (resource["code"]?["coding"]?.elements ?? []).filter { $0["system"]?.string == FHIR.loinc }
            .compactMap { $0["code"]?.string }
        for name in ForeignReader.meaningful where resource[name] != nil {
            throw FHIRNote.Refusal(.modifier, "." + name)
        }
        if codes.count == 1, let minute = FHIRCodes.apgarMinute(codes[0]) {
            guard status != "preliminary", let score = ForeignFacts.whole(resource), (0...10).contains(score) else {
                throw FHIRNote.Refusal(.value(""), ".value[x]")
            }
            guard !target.held.contains("perinatal") else { throw FHIRNote.Refusal(.held) }
            scores.append((minute, score, item))
        } else if !codes.isEmpty, codes.allSatisfy(FHIRCodes.gestationalAge.contains) {
            guard status != "preliminary" else { throw FHIRNote.Refusal(.status(status)) }
            guard !target.held.contains("dating") else { throw FHIRNote.Refusal(.held) }
            // A gestational age of another day is that of another day.
            let day = resource["effectiveDateTime"]?.string.map { String($0.prefix(10)) }
            guard codes.contains(FHIRCodes.gestationalAge[0]) || day == nil || day == String(born.prefix(10)) else {
                throw FHIRNote.Refusal(.time(day ?? ""), ".effectiveDateTime")
            }
            add(try ForeignFacts.dating(resource, at: born), item)
        } else if let meaning = FHIRCodes.measured(codes) {
            if meaning.role == .birth, target.held.contains(meaning.quantity.rawValue) { throw FHIRNote.Refusal(.held) }
            let role = status == "preliminary" ? .unconfirmed : meaning.role
            add(try ForeignFacts.measurement(resource, meaning, role: role), item)
        } else {
            let code = resource["code"]?["coding"]?.elements.first?["code"]?.string
            throw FHIRNote.Refusal(.code(codes.first { FHIRCodes.measured([$0]) == nil } ?? code ?? ""))
        }
    }

    /// Elements of an Observation that change whose value it is or what it means.
    private static let meaningful = [
        "focus", "method", "bodySite", "component", "hasMember", "specimen", "dataAbsentReason",
    ]

    /// A resource must be about the patient of the file.
    private func checkSubject(_ item: FHIRFile.Item) throws(FHIRNote.Refusal) {
        let resource = item.resource
        guard let reference = (resource["subject"] ?? resource["patient"])?["reference"]?.string,
            isPatient(reference, from: item.address)
        else { throw FHIRNote.Refusal(.subject) }
    }

    /// Whether a reference leads to the patient: the whole address, or a relative one from the same server.
    private func isPatient(_ reference: String, from address: String?) -> Bool {
        if reference == patient.address { return true }
        guard !patient.id.isEmpty, reference == "Patient/" + patient.id else { return false }
        guard let theirs = patient.address, theirs.contains("://"), let own = address, own.contains("://") else {
            return true
        }
        // `base/Observation/1` and `base/Patient/77` are of one server.
        return own.split(separator: "/").dropLast(2) == theirs.split(separator: "/").dropLast(2)
    }

    /// The scores of all minutes are one entry; a minute with two scores has none.
    mutating func takeApgar() {
        let byMinute = Dictionary(grouping: scores) { $0.minute }
        let clear = scores.filter { byMinute[$0.minute]?.count == 1 }
        for score in scores where byMinute[score.minute]?.count != 1 { note(score.item.path, .contradicts) }
        guard let first = clear.first else { return }
        let members = Perinatal.apgarMinutes.compactMap { minute in
            clear.first { $0.minute == "\(minute)" }.map { JSON.Member("\(minute)", .integer($0.score)) }
        }
        let read: Set<String> = [
            "code", "category", "subject", "effectiveDateTime", "issued", "valueInteger", "valueQuantity",
        ]
        add(
            Fact(
                kind: "perinatal", body: [JSON.Member("apgar", .object(members))], at: born,
                recorded: first.item.resource["issued"]?.string, read: read), first.item, salt: "apgar")
        for score in clear.dropFirst() { noteRest(of: score.item, read: read) }
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
        if resource["active"] == .bool(false) { throw FHIRProblem(path + ".active", .inactive) }
        let url = "http://hl7.org/fhir/StructureDefinition/patient-birthTime"
        let more = resource["_birthDate"]?["extension"]?.elements ?? []
        let exact = more.first { $0["url"]?.string == url }?["valueDateTime"]
        if more.contains(where: { $0["url"]?.string != url }) { note(path + "._birthDate", .element) }
        if let exact = exact?.string, !exact.hasPrefix(text) {
            throw FHIRProblem(path + "._birthDate", .otherInfant(String(exact.prefix(10)), expected: text))
        }
        let sex = ForeignFacts.sex(resource["gender"]?.string)
        let order = resource["multipleBirthInteger"]?.integer
        for member in resource.members where !ForeignReader.ofPatient.contains(member.name) {
            note(path + "." + member.name, ForeignReader.names.contains(member.name) ? .name : .element)
        }
        born = exact?.string.flatMap(ForeignTime.text) ?? text
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
