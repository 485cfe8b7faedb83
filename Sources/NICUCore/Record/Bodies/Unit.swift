/// Someone who may write into the record, named by a login and never by a person's name.
public struct Clinician: Body {
    public enum Action: String, Sendable, Hashable, CaseIterable { case add, retire }

    public var kind: Kind { .clinician }
    public var clinician: String
    public var action: Action

    public init(clinician: String, action: Action) {
        self.clinician = clinician
        self.action = action
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        clinician = try reader.requiredText("clinician")
        action = try reader.requiredToken("action")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("clinician", clinician)
        writer.put("action", action)
    }
}

/// The role a clinician has from now on.
public struct RoleGrant: Body {
    /// What a clinician is to the unit.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case nurse, physician, coordinator, viewer, administrator
    }

    public var kind: Kind { .role }
    public var clinician: String
    public var role: Role

    public init(clinician: String, role: Role) {
        self.clinician = clinician
        self.role = role
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        clinician = try reader.requiredText("clinician")
        role = try reader.requiredToken("role")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("clinician", clinician)
        writer.put("role", role)
    }
}

/// One setting of the unit from now on.
public struct Setting: Body {
    /// The settings a unit has.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        case unit, timezone
        case careDay = "care_day"
        case shifts, rules, reference
    }

    public var kind: Kind { .setting }
    public var name: Name
    public var value: String

    public init(name: Name, value: String) {
        self.name = name
        self.value = value
    }

    public init(from reader: inout BodyReader) throws(BodyProblem) {
        name = try reader.requiredToken("name")
        value = try reader.requiredText("value")
    }

    public func write(to writer: inout BodyWriter) {
        writer.put("name", name)
        writer.put("value", value)
    }
}

/// A file the unit has adopted: a rule set or a reference pack, whole, with its digest.
public struct AdoptedFile: Sendable, Hashable {
    public var id: String
    public var version: String
    public var digest: String
    public var text: String?

    public init(id: String, version: String, digest: String, text: String? = nil) {
        self.id = id
        self.version = version
        self.digest = digest
        self.text = text
    }

    init(from reader: inout BodyReader) throws(BodyProblem) {
        id = try reader.requiredText("id")
        version = try reader.requiredText("version")
        digest = try reader.requiredText("digest")
        text = try reader.text("text", limit: 4_000_000)
    }

    func write(to writer: inout BodyWriter) {
        writer.put("id", id)
        writer.put("version", version)
        writer.put("digest", digest)
        writer.put("text", text)
    }
}

/// A readiness rule set the unit has adopted.
public struct AdoptedRuleSet: Body {
    public var kind: Kind { .ruleSet }
    public var file: AdoptedFile
    public init(file: AdoptedFile) { self.file = file }
    public init(from reader: inout BodyReader) throws(BodyProblem) { file = try AdoptedFile(from: &reader) }
    public func write(to writer: inout BodyWriter) { file.write(to: &writer) }
}

/// A growth reference the unit has adopted.
public struct AdoptedReferencePack: Body {
    public var kind: Kind { .referencePack }
    public var file: AdoptedFile
    public init(file: AdoptedFile) { self.file = file }
    public init(from reader: inout BodyReader) throws(BodyProblem) { file = try AdoptedFile(from: &reader) }
    public func write(to writer: inout BodyWriter) { file.write(to: &writer) }
}
