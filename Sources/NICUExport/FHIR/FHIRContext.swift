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

    /// Whether one line's time is earlier than another's; an end known to the day is that of the day's last hour.
    static func isEarlier(_ a: JSON, _ b: JSON) -> Bool { seconds(a) < seconds(b) }

    private static func seconds(_ line: JSON) -> Int64 {
        guard let at = line["at"]?.string.flatMap({ try? Moment(iso: $0, zone: .utc) }) else { return 0 }
        let isEnd = line["kind"] == "discharge" || line["kind"] == "transfer"
        return (isEnd ? at.latest : at.earliest).seconds
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
