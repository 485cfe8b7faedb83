/// A screen, examination or plan and its result.
public struct Check: Body {
    /// What can come out of a task.
    public enum Result: String, Sendable, Hashable, CaseIterable {
        case pass, refer, normal, abnormal, unchanged, collected
        case repeatNeeded = "repeat_needed"
        case complete, immature
        case immatureZone12 = "immature_zone_1_2"
        case ropNoTreatment = "rop_no_treatment"
        case treated, given, deferred
        case carBed = "car_bed"
        case notDone = "not_done"
    }

    /// The kind of entry this is the body of.
    public var kind: Kind { .check }
    /// The task, a word such as `hearing_screen`.
    public var task: String
    /// What came out.
    public var result: Result
    /// How it was done, such as `aabr`.
    public var method: String?
    /// One of ``ears``.
    public var ear: String?

    /// The ears a result can be about.
    public static let ears = ["left", "right", "both"]
    /// The appointment that follows.
    public var followUp: WrittenTime?
    /// Where the appointment is.
    public var place: String?

    /// Makes a value from its parts.
    public init(
        task: String, result: Result, method: String? = nil, ear: String? = nil, followUp: WrittenTime? = nil,
        place: String? = nil
    ) {
        self.task = task
        self.result = result
        self.method = method
        self.ear = ear
        self.followUp = followUp
        self.place = place
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        task = try reader.requiredWord("task")
        result = try reader.requiredToken("result")
        method = try reader.word("method")
        ear = try reader.word("ear")
        if let ear, !Check.ears.contains(ear) { throw .notAllowed(member: "ear", value: ear, allowed: Check.ears) }
        followUp = try reader.time("followUp")
        place = try reader.text("place")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("task", task)
        writer.put("result", result)
        writer.put("method", method)
        writer.put("ear", ear)
        writer.put("followUp", followUp)
        writer.put("place", place)
    }
}

/// A statement that a clinician stands for.
public struct Attestation: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .attestation }
    /// What it is about, a snake_case word.
    public var item: String
    /// The value.
    public var value: Bool
    /// The caregiver taught.
    public var caregiver: String?

    /// Makes a value from its parts.
    public init(item: String, value: Bool = true, caregiver: String? = nil) {
        self.item = item
        self.value = value
        self.caregiver = caregiver
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        item = try reader.requiredWord("item")
        guard let value = try reader.bool("value") else { throw .missing(member: "value") }
        self.value = value
        caregiver = try reader.text("caregiver")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("item", item)
        writer.put("value", value)
        writer.put("caregiver", caregiver)
    }
}

/// A physician's decision that a criterion need not be met; shown as waived, never as met.
public struct Waiver: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .waiver }
    /// The criterion, by its name in the rule set.
    public var criterion: String
    /// The rule set it is for; nil for all.
    public var rules: String?
    /// Until when it holds; nil for the rest of the stay.
    public var until: WrittenTime?

    /// Makes a value from its parts.
    public init(criterion: String, rules: String? = nil, until: WrittenTime? = nil) {
        self.criterion = criterion
        self.rules = rules
        self.until = until
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        criterion = try reader.requiredWord("criterion")
        rules = try reader.text("rules")
        until = try reader.time("until")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("criterion", criterion)
        writer.put("rules", rules)
        writer.put("until", until)
    }
}

/// A readiness verdict as it was given, with the ledger position it saw.
public struct Decision: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .decision }
    /// The name of the rule set.
    public var rulesId: String
    /// The version of the rule set.
    public var rulesVersion: String
    /// SHA-256 of the rule file in hexadecimal digits.
    public var rulesDigest: String
    /// The clinical moment of the answer.
    public var asOf: WrittenTime?
    /// The last entry that was visible.
    public var position: Int
    /// The overall answer as it was given.
    public var overall: String
    /// `criterion=verdict`, in the order of the rule set.
    public var verdicts: [String]
    /// SHA-256 of the whole answer as it was given, in the canonical form; nil for decisions of an earlier version.
    public var answerDigest: String?

    /// Makes a value from its parts.
    public init(
        rulesId: String, rulesVersion: String, rulesDigest: String, asOf: WrittenTime?, position: Int,
        overall: String, verdicts: [String], answerDigest: String? = nil
    ) {
        self.rulesId = rulesId
        self.rulesVersion = rulesVersion
        self.rulesDigest = rulesDigest
        self.asOf = asOf
        self.position = position
        self.overall = overall
        self.verdicts = verdicts
        self.answerDigest = answerDigest
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        var rules = try reader.nested("rules")
        rulesId = try rules.requiredText("id")
        rulesVersion = try rules.requiredText("version")
        rulesDigest = try rules.requiredText("digest")
        try rules.finish()
        asOf = try reader.time("asOf")
        position = try reader.requiredInteger("position", in: 0...Int(Int32.max))
        overall = try reader.requiredWord("overall")
        verdicts = try reader.words("verdicts")
        answerDigest = try reader.text("answerDigest")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.nested("rules") { inner in
            inner.put("id", rulesId)
            inner.put("version", rulesVersion)
            inner.put("digest", rulesDigest)
        }
        writer.put("asOf", asOf)
        writer.put("position", position)
        writer.put("overall", overall)
        writer.put("verdicts", verdicts)
        writer.put("answerDigest", answerDigest)
    }
}
