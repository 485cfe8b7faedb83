/// The birth of an infant; the entry's time is the instant of birth.
public struct Birth: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .birth }
    /// The code by which people name the infant; permanent and never reused.
    public var code: String?
    /// The sex.
    public var sex: Sex
    /// Place in the birth order, from 1.
    public var order: Int
    /// Number of infants of this birth.
    public var of: Int
    /// Codes of the siblings of this birth.
    public var siblings: [String]

    /// Makes a value from its parts.
    public init(code: String? = nil, sex: Sex, order: Int = 1, of: Int = 1, siblings: [String] = []) {
        self.code = code
        self.sex = sex
        self.order = order
        self.of = of
        self.siblings = siblings
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        code = try reader.text("code")
        sex = try reader.requiredToken("sex")
        order = try reader.integer("order", in: 1...9) ?? 1
        of = try reader.integer("of", in: 1...9) ?? 1
        siblings = try reader.words("siblings")
        guard order <= of else {
            throw .outOfRange(member: "order", value: "\(order)", range: "1–\(of)")
        }
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("code", code)
        writer.put("sex", sex)
        writer.put("order", order)
        writer.put("of", of)
        writer.put("siblings", siblings)
    }
}

/// The dating of the pregnancy; the latest one counts, earlier ones stay readable.
public struct Dating: Body {
    /// How the pregnancy was dated.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case ivf
        case earlyUltrasound = "early_ultrasound"
        case lmp, clinical, unknown
    }

    /// The kind of entry this is the body of.
    public var kind: Kind { .dating }
    /// Gestational age at birth; nil is unknown, never "term".
    public var gestationalAge: GestationalAge?
    /// How the pregnancy was dated.
    public var method: Method
    /// Half width of the uncertainty in days.
    public var plusMinusDays: Int?

    /// Makes a value from its parts.
    public init(gestationalAge: GestationalAge?, method: Method, plusMinusDays: Int? = nil) {
        self.gestationalAge = gestationalAge
        self.method = method
        self.plusMinusDays = plusMinusDays
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        gestationalAge = try reader.integer("gaDays", in: GestationalAge.range).flatMap(GestationalAge.init(days:))
        method = try reader.token("method") ?? .unknown
        plusMinusDays = try reader.integer("plusMinusDays", in: 0...42)
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("gaDays", gestationalAge?.days)
        writer.put("method", method)
        writer.put("plusMinusDays", plusMinusDays)
    }
}

/// What is known of pregnancy and birth besides the infant's own figures.
public struct Perinatal: Body {
    /// The mother's hepatitis B surface antigen.
    public enum Antigen: String, Sendable, Hashable, CaseIterable { case negative, positive, unknown }

    /// The kind of entry this is the body of.
    public var kind: Kind { .perinatal }
    /// The mother's hepatitis B surface antigen.
    public var maternalHbsag: Antigen?
    /// A word such as `complete`, `partial`, `none`.
    public var antenatalSteroids: String?
    /// A word such as `vaginal`, `caesarean`.
    public var delivery: String?
    /// Apgar scores by minute (1, 5, 10), each 0–10.
    public var apgar: [Int: Int]
    /// Whether the infant was born in this hospital.
    public var inborn: Bool?

    /// The minutes at which a score is recorded.
    public static let apgarMinutes = [1, 5, 10]

    /// Makes a value from its parts.
    public init(
        maternalHbsag: Antigen? = nil, antenatalSteroids: String? = nil, delivery: String? = nil,
        apgar: [Int: Int] = [:], inborn: Bool? = nil
    ) {
        self.maternalHbsag = maternalHbsag
        self.antenatalSteroids = antenatalSteroids
        self.delivery = delivery
        self.apgar = apgar
        self.inborn = inborn
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        maternalHbsag = try reader.token("maternalHbsag")
        antenatalSteroids = try reader.word("antenatalSteroids")
        delivery = try reader.word("delivery")
        var scores = try reader.nested("apgar")
        apgar = [:]
        for minute in Perinatal.apgarMinutes { apgar[minute] = try scores.integer(String(minute), in: 0...10) }
        try scores.finish()
        inborn = try reader.bool("inborn")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("maternalHbsag", maternalHbsag)
        writer.put("antenatalSteroids", antenatalSteroids)
        writer.put("delivery", delivery)
        writer.nested("apgar") { inner in
            for minute in Perinatal.apgarMinutes { inner.put(String(minute), apgar[minute]) }
        }
        writer.put("inborn", inborn)
    }
}

/// Who the infant is to the hospital; every field is sealed and can be erased.
public struct Identity: Body {
    /// The kind of entry this is the body of.
    public var kind: Kind { .identity }
    /// The name.
    public var name: SealedText?
    /// 住院号: belongs to the stay.
    public var hospitalNumber: SealedText?
    /// 病案号: belongs to the person.
    public var recordNumber: SealedText?
    /// The guardian.
    public var guardian: SealedText?
    /// The name under which the press may know the infant.
    public var alias: SealedText?

    /// Makes a value from its parts.
    public init(
        name: SealedText? = nil, hospitalNumber: SealedText? = nil, recordNumber: SealedText? = nil,
        guardian: SealedText? = nil, alias: SealedText? = nil
    ) {
        self.name = name
        self.hospitalNumber = hospitalNumber
        self.recordNumber = recordNumber
        self.guardian = guardian
        self.alias = alias
    }

    /// Reads the members; what is left over is refused by the caller.
    public init(from reader: inout BodyReader) throws(BodyProblem) {
        name = try reader.sealed("name")
        hospitalNumber = try reader.sealed("hospital_number")
        recordNumber = try reader.sealed("record_number")
        guardian = try reader.sealed("guardian")
        alias = try reader.sealed("alias")
    }

    /// Writes the members that are there.
    public func write(to writer: inout BodyWriter) {
        writer.put("name", name)
        writer.put("hospital_number", hospitalNumber)
        writer.put("record_number", recordNumber)
        writer.put("guardian", guardian)
        writer.put("alias", alias)
    }
}
