internal import Crypto
internal import NICUCore

/// The addresses, codes and small parts that FHIR resources are made of.
enum FHIR {
    /// Our own names stand below this address; `.invalid` (RFC 2606) leads nowhere and can never become another's.
    static let base = "https://nicu.invalid/fhir"
    /// The version of the way in which entries are put into resources.
    static let form: Int64 = 1

    static func structure(_ name: String) -> String { base + "/StructureDefinition/" + name }

    /// Codes of this record: kinds, aspects, tasks, values.
    static let words = base + "/CodeSystem/record"
    /// The system of infants' codes.
    static let infantCodes = base + "/NamingSystem/infant"
    /// The system of logins.
    static let logins = base + "/NamingSystem/clinician"
    /// The system of documents' identifiers.
    static let documents = base + "/NamingSystem/document"

    static let loinc = "http://loinc.org"
    static let ucum = "http://unitsofmeasure.org"

    /// A code system of HL7's terminology.
    static func terminology(_ name: String) -> String { "http://terminology.hl7.org/CodeSystem/" + name }

    static func coding(_ system: String, _ code: String, _ display: String? = nil) -> JSON {
        var members = [JSON.Member("system", .string(system)), JSON.Member("code", .string(code))]
        if let display { members.append(JSON.Member("display", .string(display))) }
        return .object(members)
    }

    static func concept(_ codings: [JSON]) -> JSON { ["coding": .array(codings)] }

    /// A word of this record with its English term.
    static func word(_ token: String) -> JSON {
        let term = Wording(.en).term(token)
        return coding(words, token, term == token ? nil : term)
    }

    static func concept(_ token: String) -> JSON { concept([word(token)]) }

    /// The word of this record in a concept.
    static func token(_ concept: JSON?) -> String? {
        concept?["coding"]?.elements.first { $0["system"]?.string == words }?["code"]?.string
    }

    /// The code of another system in a concept.
    static func code(_ concept: JSON?, in system: String) -> String? {
        concept?["coding"]?.elements.first { $0["system"]?.string == system }?["code"]?.string
    }

    /// A quantity in a UCUM unit.
    static func quantity(_ value: JSON, _ unit: String) -> JSON {
        ["value": value, "unit": .string(unit), "system": .string(ucum), "code": .string(unit)]
    }

    /// The identifier of something that a record does not keep but a document needs, always the same for the same words.
    static func identifier(_ words: String...) -> String {
        var bytes = Array(SHA256.hash(data: Array(words.joined(separator: "\u{1F}").utf8)).prefix(16))
        // Version 8 and the variant of RFC 9562: an identifier made by a rule of one's own.
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        return Identifier(bytes: bytes)?.description ?? ""
    }
}

/// Observations by LOINC (codes checked against their check digits; loinc.org, 2.81) and the vital-sign profiles of FHIR R4.
enum FHIRCodes {
    /// The codes under which a measured value is known, the most particular one first.
    static func loinc(_ quantity: Quantity, isBirth: Bool, site: String?) -> [JSON] {
        func codes(_ list: (String, String)...) -> [JSON] { list.map { FHIR.coding(FHIR.loinc, $0.0, $0.1) } }
        switch quantity {
        case .weight:
            return (isBirth ? codes(("8339-4", "Birth weight Measured")) : []) + codes(("29463-7", "Body weight"))
        case .length:
            return (isBirth ? codes(("89269-5", "Body height Measured --at birth")) : [])
                + codes(("8302-2", "Body height"))
        case .head: return codes(("9843-4", "Head Occipital-frontal circumference"))
        case .temperature:
            return (site == "axillary" ? codes(("8328-7", "Axillary temperature")) : [])
                + codes(("8310-5", "Body temperature"))
        case .heartRate: return codes(("8867-4", "Heart rate"))
        case .respiratoryRate: return codes(("9279-1", "Respiratory rate"))
        case .spo2:
            return codes(
                ("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry"),
                ("2708-6", "Oxygen saturation in Arterial blood"))
        }
    }

    /// The profile of a vital sign.
    static func profile(_ quantity: Quantity) -> String {
        let name =
            switch quantity {
            case .weight: "bodyweight"
            case .length: "bodyheight"
            case .head: "headcircum"
            case .temperature: "bodytemp"
            case .heartRate: "heartrate"
            case .respiratoryRate: "resprate"
            case .spo2: "oxygensat"
            }
        return "http://hl7.org/fhir/StructureDefinition/" + name
    }

    /// What a foreign code says of a value.
    struct Meaning {
        let quantity: Quantity
        var role = Measurement.Role.measured
        var site: String?
    }

    /// What a foreign code measures; nil for a code that is none of ours.
    static func measured(_ loinc: String) -> Meaning? {
        switch loinc {
        case "29463-7", "3141-9": Meaning(quantity: .weight)
        case "8339-4": Meaning(quantity: .weight, role: .birth)
        case "3142-7": Meaning(quantity: .weight, role: .reported)
        case "8335-2": Meaning(quantity: .weight, role: .estimated)
        case "8302-2", "8306-3": Meaning(quantity: .length)
        case "89269-5": Meaning(quantity: .length, role: .birth)
        case "9843-4", "8287-5": Meaning(quantity: .head)
        case "8290-9": Meaning(quantity: .head, role: .birth)
        case "8310-5": Meaning(quantity: .temperature)
        case "8328-7": Meaning(quantity: .temperature, site: "axillary")
        case "8331-1": Meaning(quantity: .temperature, site: "oral")
        case "8332-9": Meaning(quantity: .temperature, site: "rectal")
        case "8333-7": Meaning(quantity: .temperature, site: "tympanic")
        case "8867-4": Meaning(quantity: .heartRate)
        case "9279-1": Meaning(quantity: .respiratoryRate)
        case "2708-6", "59408-5": Meaning(quantity: .spo2)
        default: nil
        }
    }

    /// What all of an Observation's codes say together; nil where one is not ours or two do not agree.
    static func measured(_ codes: [String]) -> Meaning? {
        let meanings = codes.compactMap(measured)
        guard var meaning = meanings.first, meanings.count == codes.count else { return nil }
        for other in meanings.dropFirst() {
            // The plain code may stand beside a narrower one; two narrower ones must agree.
            guard other.quantity == meaning.quantity else { return nil }
            if meaning.role == .measured { meaning.role = other.role }
            guard other.role == .measured || other.role == meaning.role else { return nil }
            meaning.site = meaning.site ?? other.site
            guard other.site == nil || other.site == meaning.site else { return nil }
        }
        return meaning
    }

    /// Codes of a gestational age; the first says itself that it is the one at birth.
    static let gestationalAge = ["76516-4", "11884-4", "57714-8"]

    /// The minute of an Apgar score.
    static func apgarMinute(_ loinc: String) -> String? {
        apgar.first { $0.code == loinc }?.minute
    }

    static let apgar: [(minute: String, code: String, display: String)] = [
        ("1", "9272-6", "1 minute Apgar Score"), ("5", "9274-2", "5 minute Apgar Score"),
        ("10", "9271-8", "10 minute Apgar Score"),
    ]
}
