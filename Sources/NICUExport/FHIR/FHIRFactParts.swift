internal import NICUCore

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

    /// Takes a text out of the body; one that FHIR cannot write stays there for the extension.
    mutating func text(_ name: String) -> String? {
        guard let text = body[name]?.string, FHIRValue.isPlain(text) else { return nil }
        return take(name)?.string
    }

    /// The same for an element that must be there: dots where the extension has the text.
    mutating func words(_ name: String) -> JSON { .string(text(name) ?? "…") }

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
