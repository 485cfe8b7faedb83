internal import NICUCore

extension FHIRFactWriter {
    /// The elements every Observation begins with.
    mutating func observe(_ code: JSON, category: String? = nil, status: String? = nil) {
        // A device's value that a clinician accepted was not wrong.
        let standing = status ?? (isCorrection ? "corrected" : "final")
        put("status", .string(isSuperseded && status == nil ? "entered-in-error" : standing))
        if let category {
            put("category", [FHIR.concept([FHIR.coding(FHIR.terminology("observation-category"), category)])])
        }
        put("code", code)
        if isAssigned { put("subject", context.subject) }
        putTime("effectiveDateTime")
        put("issued", .string(recorded))
        put("performer", [author])
    }

    /// Says that there is no value, and why.
    mutating func putAbsent(_ why: String) {
        put("dataAbsentReason", FHIR.concept([FHIR.coding(FHIR.terminology("data-absent-reason"), why)]))
    }

    /// Members of the body as components of an Observation.
    mutating func putComponents(_ parts: [FHIRComponent]) {
        let components = parts.compactMap { part in body[part.member].flatMap { part.json($0) }.map { (part, $0) } }
        for (part, _) in components { body[part.member] = nil }
        if !components.isEmpty { put("component", .array(components.map(\.1))) }
    }
}

extension FHIRFactReader {
    /// What every Observation holds.
    mutating func observed() { at = self["effectiveDateTime"]?.string }

    /// Members of the body out of components.
    mutating func takeComponents(_ parts: [FHIRComponent]) {
        for component in self["component"]?.elements ?? [] {
            guard let name = FHIR.token(component["code"]), let part = parts.first(where: { $0.code == name }) else {
                continue
            }
            set(part.member, part.value(component))
        }
    }
}

/// A member of a body that stands as a component of an Observation.
struct FHIRComponent {
    enum Form {
        case token, flag, integer
        /// A whole number of a unit, or of its tenths.
        case amount(unit: String, decimals: Int)
    }

    let member: String
    /// The word of this record for it.
    let code: String
    let form: Form
    /// Codes of other systems for it.
    let others: [JSON]

    init(_ member: String, _ form: Form, code: String? = nil, others: [JSON] = []) {
        self.member = member
        self.code = code ?? member
        self.form = form
        self.others = others
    }

    /// The component; nil where the member has another form.
    func json(_ value: JSON) -> JSON? {
        let name = JSON.Member("code", FHIR.concept(others + [FHIR.word(code)]))
        switch form {
        case .token:
            guard let token = value.string else { return nil }
            return .object([name, JSON.Member("valueCodeableConcept", FHIR.concept(token))])
        case .flag: return .object([name, JSON.Member("valueBoolean", value)])
        case .integer: return .object([name, JSON.Member("valueInteger", value)])
        case .amount(let unit, let decimals):
            guard let number = value.integer else { return nil }
            let digits = JSON.decimal(FixedDecimal(significand: number, decimals: decimals))
            return .object([name, JSON.Member("valueQuantity", FHIR.quantity(digits, unit))])
        }
    }

    /// The member out of a component; nil where it has another form.
    func value(_ component: JSON) -> JSON? {
        switch form {
        case .token: return FHIR.token(component["valueCodeableConcept"]).map { .string($0) }
        case .flag: return component["valueBoolean"]
        case .integer: return component["valueInteger"]
        case .amount(_, let decimals):
            return component["valueQuantity"]?["value"]?.fixed?.scaled(to: decimals).map { .integer($0) }
        }
    }
}

extension JSON {
    /// The number as its digits; nil elsewhere.
    var fixed: FixedDecimal? {
        switch self {
        case .integer(let value): FixedDecimal(significand: value, decimals: 0)
        case .decimal(let value): value
        default: nil
        }
    }
}

/// A weight, a length, a temperature and the like.
enum MeasurementForm: FHIRForm {
    static let resourceType = "Observation"

    static func write(_ fact: inout FHIRFactWriter) {
        let name = fact.text("quantity") ?? ""
        let role = fact.body["role"]?.string.flatMap(Measurement.Role.init(rawValue:)) ?? .measured
        let site = fact.body["site"]?.string
        // What was not measured does not stand under a code that says it was.
        let isMeasured = role == .measured || role == .birth
        if role == .measured { fact.body["role"] = nil }
        var codes: [JSON] = []
        if isMeasured, let quantity = Quantity(rawValue: name) {
            codes = FHIRCodes.loinc(quantity, isBirth: role == .birth, site: site)
            fact.profile = FHIRCodes.profile(quantity)
        }
        fact.observe(
            FHIR.concept(codes + [FHIR.word(name)]), category: isMeasured ? "vital-signs" : nil,
            status: role == .received && !fact.context.isStruck(fact.id)
                ? "preliminary" : role == .unconfirmed && !fact.isSuperseded ? "preliminary" : nil)
        if let value = fact.take("value") { fact.put("valueQuantity", FHIR.quantity(value, fact.text("unit") ?? "")) }
        fact.put("bodySite", fact.text("site").map { FHIR.concept($0) })
        fact.put("method", fact.text("method").map { FHIR.concept($0) })
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.setToken("quantity", fact["code"])
        fact.set("value", fact["valueQuantity"]?["value"])
        fact.set("unit", fact["valueQuantity"]?["code"])
        fact.setToken("site", fact["bodySite"])
        fact.setToken("method", fact["method"])
    }
}

/// A measurement that was not made.
enum OmissionForm: FHIRForm {
    static let resourceType = "Observation"

    static func write(_ fact: inout FHIRFactWriter) {
        let name = fact.text("quantity") ?? ""
        let codes = Quantity(rawValue: name).map { FHIRCodes.loinc($0, isBirth: false, site: nil) } ?? []
        fact.observe(FHIR.concept(codes + [FHIR.word(name)]), category: "vital-signs")
        fact.putAbsent("not-performed")
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.setToken("quantity", fact["code"])
    }
}

/// Breathing support, feeding, warmth, drugs that are on or off.
enum StateForm: FHIRForm {
    static let resourceType = "Observation"
    private static let parts = [
        FHIRComponent(
            "fio2Percent", .amount(unit: "%", decimals: 0), code: "fio2",
            others: [FHIR.coding(FHIR.loinc, "3150-0", "Inhaled oxygen concentration")]),
        FHIRComponent(
            "flowTenthsLitre", .amount(unit: "L/min", decimals: 1), code: "flow",
            others: [FHIR.coding(FHIR.loinc, "3151-8", "Inhaled oxygen flow rate")]),
    ]

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept(fact.text("aspect") ?? ""))
        fact.put("valueCodeableConcept", fact.text("value").map { FHIR.concept($0) })
        fact.putComponents(parts)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.setToken("aspect", fact["code"])
        fact.setToken("value", fact["valueCodeableConcept"])
        fact.takeComponents(parts)
    }
}

/// A result of a screen or an assessment.
enum CheckForm: FHIRForm {
    static let resourceType = "Observation"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept(fact.text("task") ?? ""), category: "exam")
        fact.put("valueCodeableConcept", fact.text("result").map { FHIR.concept($0) })
        fact.put("bodySite", fact.text("ear").map { FHIR.concept($0) })
        fact.put("method", fact.text("method").map { FHIR.concept($0) })
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.setToken("task", fact["code"])
        fact.setToken("result", fact["valueCodeableConcept"])
        fact.setToken("ear", fact["bodySite"])
        fact.setToken("method", fact["method"])
    }
}

/// What someone confirms.
enum AttestationForm: FHIRForm {
    static let resourceType = "Observation"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept(fact.text("item") ?? ""), category: "exam")
        fact.put("valueBoolean", fact.take("value"))
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.setToken("item", fact["code"])
        fact.set("value", fact["valueBoolean"])
    }
}

/// A laboratory result; its code is the laboratory's own text.
enum LabForm: FHIRForm {
    static let resourceType = "Observation"
    private static let flags = [("low", "L"), ("high", "H"), ("critical", "AA"), ("normal", "N")]

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(["text": fact.words("code")], category: "laboratory")
        if let value = fact.take("value") {
            fact.put("valueQuantity", ["value": value, "unit": fact.words("unit")])
        } else {
            fact.putAbsent("unknown")
        }
        guard let flag = fact.body["flag"]?.string, let code = flags.first(where: { $0.0 == flag })?.1 else { return }
        fact.body["flag"] = nil
        let system = FHIR.terminology("v3-ObservationInterpretation")
        fact.put("interpretation", [FHIR.concept([FHIR.coding(system, code)])])
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.set("code", fact["code"]?["text"])
        fact.set("value", fact["valueQuantity"]?["value"])
        fact.set("unit", fact["valueQuantity"]?["unit"])
        let code = fact["interpretation"]?.elements.first.flatMap {
            FHIR.code($0, in: FHIR.terminology("v3-ObservationInterpretation"))
        }
        fact.set("flag", flags.first { $0.1 == code }.map { .string($0.0) })
    }
}
