internal import Crypto
public import NICUCore

/// The record of one infant as FHIR R4 resources: every entry as one resource, and what other systems expect besides.
///
/// The Patient, the episode, the care plan, the criteria and the notes on corrections are made from the entries and are not
/// read back; the Patient carries the checksum of the entries and of these.
public struct FHIRRecord: Sendable {
    /// A criterion of discharge readiness with its verdict.
    struct Criterion: Sendable {
        let id: String
        let title: String
        let verdict: Verdict
        let source: String
    }

    /// What the record was made with and when.
    public struct Making: Sendable {
        /// The program and its version, the files of rules and references.
        let making: Passport.Making
        let unit: String
        let asOf: String
        let knownAt: String
        let head: String
        /// The instant of knowledge, with seconds and offset.
        let timestamp: String
        let leftOut: [String]

        /// Makes one from its parts.
        public init(
            making: Passport.Making, unit: String, asOf: String, knownAt: String, head: String, timestamp: String,
            leftOut: [String]
        ) {
            self.making = making
            self.unit = unit
            self.asOf = asOf
            self.knownAt = knownAt
            self.head = head
            self.timestamp = timestamp
            self.leftOut = leftOut
        }
    }

    let code: String
    let making: Making
    /// The entries as exchange lines.
    public let lines: [JSON]
    let criteria: [Criterion]
    /// The effective lines.
    let holding: [JSON]

    /// Makes one of a picture of a course and its entries as exchange lines in the order of the record.
    public init(_ picture: InfantPicture, lines: [JSON], unit: String, making: Passport.Making) {
        let course = picture.course
        let words = Wording.ofMachines(course.clock.zone)
        let criteria = picture.answer.criteria.map {
            Criterion(
                id: $0.id, title: words.title($0.id, picture.rules), verdict: $0.verdict,
                source: $0.sources.joined(separator: ", "))
        }
        self.init(
            code: course.code.text, lines: lines, criteria: criteria,
            making: Making(
                making: making, unit: unit, asOf: course.asOf.text, knownAt: knownAtText(course),
                head: course.head.fingerprint, timestamp: FHIRRecord.timestamp(course, lines),
                leftOut: words.passportLeftOut()))
    }

    /// Makes one of entries alone, without the answers of any rules.
    public init(code: String, lines: [JSON], making: Making) {
        self.init(code: code, lines: lines, criteria: [], making: making)
    }

    init(code: String, lines: [JSON], criteria: [Criterion], making: Making) {
        self.code = code
        self.lines = lines
        self.criteria = criteria
        self.making = making
        let superseded = Set(lines.compactMap { $0["kind"] == "erasure" ? nil : $0["corrects"]?.string })
        holding = lines.filter { $0["kind"] != "retraction" && !superseded.contains($0["id"]?.string ?? "") }
    }

    /// The instant of knowledge; for a position in the ledger, when the last of these entries was recorded.
    private static func timestamp(_ course: Course, _ lines: [JSON]) -> String {
        let zone = course.clock.zone
        switch course.knownAt {
        case .now(let instant), .instant(let instant): return zone.moment(at: instant).text
        case .position:
            let recorded = lines.compactMap { $0["recorded"]?.string.flatMap { try? Moment(iso: $0, zone: zone) } }
            return recorded.max { $0.instant < $1.instant }?.text ?? zone.moment(at: course.asOf.instant).text
        }
    }

    /// The exchange lines as one text, and its SHA-256.
    static func digest(of lines: [JSON]) -> String {
        PassportFile.digest(Array(lines.map { $0.text + "\n" }.joined().utf8))
    }

    /// The SHA-256 of resources that are made from the entries, whatever their order and that of their members.
    static func digest(ofMade made: [JSON]) -> String {
        let texts = made.sorted { ($0["id"]?.string ?? "") < ($1["id"]?.string ?? "") }.map { $0.canonicalText + "\n" }
        return PassportFile.digest(Array(texts.joined().utf8))
    }

    /// The words that are shown for the codes of resources, in their order.
    static func shown(_ resources: [JSON]) -> JSON {
        var words: [JSON] = []
        func walk(_ json: JSON) {
            switch json {
            case .array(let list): for item in list { walk(item) }
            case .object(let members):
                for member in members.sorted(by: { $0.name < $1.name }) where member.name != "extension" {
                    if member.name == "display" { words.append(member.value) } else { walk(member.value) }
                }
            default: break
            }
        }
        for resource in resources { walk(resource) }
        return .array(words)
    }

    // MARK: Resources

    /// All resources in their order: for a document its Composition, then the Patient, the unit, the episode, the entries, and what is made from them.
    func resources(isBundle: Bool) -> [JSON] {
        let context = FHIRContext(code: code, lines: lines, isBundle: isBundle)
        let facts = lines.enumerated().map { FHIRFact.resource($1, place: $0 + 1, context) }
        let made = [organization, episode(context)] + goals(context) + [carePlan(context)] + corrections(context)
        let lineDigest = FHIRRecord.digest(of: lines)
        func patient(_ made: String) -> JSON { self.patient(context, manifest: manifest(lineDigest, made: made)) }
        let frame = isBundle ? [composition(), FHIRRecord.header(of: head)] : []
        let shown = FHIRRecord.shown(facts)
        let digest = FHIRRecord.digest(ofMade: made + frame + [shown, patient(PassportFile.blank)])
        return (isBundle ? frame.prefix(1) : []) + [patient(digest)] + made.prefix(2) + facts + made.dropFirst(2)
    }

    static func resource(_ type: String, _ id: String, _ members: [(String, JSON?)]) -> JSON {
        .object(
            [JSON.Member("resourceType", .string(type)), JSON.Member("id", .string(id))]
                + members.compactMap { name, value in value.map { JSON.Member(name, $0) } })
    }

    var unitID: String { FHIRRecord.unitID(making.unit) }

    static func unitID(_ unit: String) -> String { FHIR.identifier("Organization", unit) }

    private var organization: JSON { FHIRRecord.resource("Organization", unitID, [("name", .string(making.unit))]) }

    func last(_ kind: String) -> JSON? { holding.last { $0["kind"]?.string == kind } }

    /// The end of the last stay; nil while the infant is in the unit.
    var end: JSON? {
        let stays = holding.filter { ["admission", "discharge", "transfer"].contains($0["kind"]?.string) }
        let last = stays.enumerated().max { a, b in
            FHIRContext.isEarlier(a.element, b.element)
                || (!FHIRContext.isEarlier(b.element, a.element) && a.offset < b.offset)
        }?.element
        return last?["kind"] == "admission" ? nil : last
    }

    /// The infant as other systems know a patient.
    func patient(_ context: FHIRContext, manifest: JSON) -> JSON {
        let birth = last("birth")
        let at = birth?["at"]?.string ?? ""
        let body = birth?["body"]
        let death = holding.last {
            $0["body"]?["to"] == "death" && ["discharge", "transfer"].contains($0["kind"]?.string)
        }
        var members: [(String, JSON?)] = [
            ("extension", [manifest]),
            ("identifier", [["system": .string(FHIR.infantCodes), "value": .string(code)]]),
            ("gender", .string(FHIRRecord.gender(body?["sex"]?.string))),
        ]
        if at.count >= 10 { members.append(("birthDate", .string(String(at.prefix(10))))) }
        if at.count > 10 {
            let url = "http://hl7.org/fhir/StructureDefinition/patient-birthTime"
            members.append(("_birthDate", ["extension": [["url": .string(url), "valueDateTime": .string(at)]]]))
        }
        if let death { members.append(("deceasedDateTime", death["at"])) }
        if (body?["of"]?.integer ?? 1) > 1 {
            members.append(("multipleBirthInteger", body?["order"]))
        } else {
            members.append(("multipleBirthBoolean", false))
        }
        members.append(("managingOrganization", context.reference("Organization", unitID)))
        return FHIRRecord.resource("Patient", context.patient, members)
    }

    /// The code of FHIR's list for a sex of this record.
    static func gender(_ sex: String?) -> String {
        switch sex {
        case "female", "male": sex ?? ""
        case "indeterminate": "other"
        default: "unknown"
        }
    }

    /// What the record is, what it was made with, and its checksums.
    private func manifest(_ lineDigest: String, made: String) -> JSON {
        func part(_ name: String, _ value: JSON) -> JSON { FHIRValue.extend(name, value) }
        let files = making.making.files.map { file -> JSON in
            part(
                "file",
                .object(
                    [("kind", file.kind), ("id", file.id), ("version", file.version), ("digest", file.digest)]
                        .compactMap {
                            name, value in value.map { JSON.Member(name, .string($0)) }
                        }))
        }
        let parts: [JSON] = [
            part("form", .integer(FHIR.form)), part("software", .string(making.making.software)),
            part("unit", .string(making.unit)), part("asOf", .string(making.asOf)),
            part("knownAt", .string(making.knownAt)), part("head", .string(making.head)),
            part("entries", .integer(Int64(lines.count))), part("counts", PassportFile.counts(lines)),
            part("sha256", .string(lineDigest)),
            part("madeSha256", .string(made)),
        ]
        return [
            "url": .string(FHIRRecord.manifestURL),
            "extension": .array(parts + files + making.leftOut.map { part("leftOut", .string($0)) }),
        ]
    }

    static let manifestURL = FHIR.structure("record")
}
