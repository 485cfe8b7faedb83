/// Someone who may write into the record, named by a login and never by a person's name.
public struct Clinician: Body {
    /// What happens to the login.
    public enum Action: String, Sendable, Hashable, CaseIterable { case add, retire }

    /// The kind of entry this is the body of.
    public var kind: Kind { .clinician }
    /// The login.
    public var clinician: String
    /// Whether the clinician is added or retired.
    public var action: Action

    /// Makes a value from its parts.
    public init(clinician: String, action: Action) {
        self.clinician = clinician
        self.action = action
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        clinician = try reader.requiredText("clinician")
        action = try reader.requiredToken("action")
    }

    /// Writes the members that are there.
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

    /// The kind of entry this is the body of.
    public var kind: Kind { .role }
    /// The login.
    public var clinician: String
    /// What the value or the person stands for.
    public var role: Role

    /// Makes a value from its parts.
    public init(clinician: String, role: Role) {
        self.clinician = clinician
        self.role = role
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        clinician = try reader.requiredText("clinician")
        role = try reader.requiredToken("role")
    }

    /// Writes the members that are there.
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
        case shifts, rules
        /// The growth references after birth; a list, as are the next two.
        case reference
        case referenceBirth = "reference_birth"
        case referenceAfterTerm = "reference_after_term"
        /// Whether a value that is stopped takes a second clinician: on or off.
        case secondClinician = "second_clinician"

        /// The setting of a phase of the reference plan.
        public init(_ phase: ReferencePlan.Phase) {
            switch phase {
            case .birth: self = .referenceBirth
            case .postnatal: self = .reference
            case .afterTerm: self = .referenceAfterTerm
            }
        }
    }

    /// The kind of entry this is the body of.
    public var kind: Kind { .setting }
    /// The name.
    public var name: Name
    /// The value.
    public var value: String

    /// Makes a value from its parts.
    public init(name: Name, value: String) {
        self.name = name
        self.value = value
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        name = try reader.requiredToken("name")
        value = try reader.requiredText("value")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("name", name)
        writer.put("value", value)
    }
}

/// A file the unit has adopted: a rule set or a reference pack, whole, with its digest.
public struct AdoptedFile: Sendable, Hashable {
    /// The identifier.
    public var id: String
    /// The version.
    public var version: String
    /// SHA-256 in hexadecimal digits.
    public var digest: String
    /// The text; nil takes the file away again.
    public var text: String?

    /// Makes a value from its parts.
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
    /// The kind of entry this is the body of.
    public var kind: Kind { .ruleSet }
    /// The file.
    public var file: AdoptedFile
    /// Makes a value from its parts.
    public init(file: AdoptedFile) { self.file = file }
    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) { file = try AdoptedFile(from: &reader) }
    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) { file.write(to: &writer) }
}

/// A growth reference the unit has adopted.
public struct AdoptedReferencePack: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .referencePack }
    /// The file.
    public var file: AdoptedFile
    /// Makes a value from its parts.
    public init(file: AdoptedFile) { self.file = file }
    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) { file = try AdoptedFile(from: &reader) }
    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) { file.write(to: &writer) }
}
