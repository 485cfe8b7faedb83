internal import NICUCore

/// What one foreign resource says, in the words of an entry.
enum ForeignFacts {
    private typealias Fact = ForeignReader.Fact

    /// Spellings of UCUM that a person would type otherwise.
    private static let units = [
        "[lb_av]": "lb", "[oz_av]": "oz", "[in_i]": "in", "[degF]": "F", "Cel": "C", "{beats}/min": "/min",
        "{Beats}/min": "/min", "{breaths}/min": "/min",
    ]

    /// A value with the unit its code names, read as if it were typed: exactly, or not at all.
    static func measurement(_ resource: JSON, _ meaning: FHIRCodes.Meaning, role: Measurement.Role)
        throws(FHIRNote.Refusal) -> ForeignReader.Fact
    {
        let quantity = meaning.quantity
        let value = resource["valueQuantity"]
        let isPlain = value?.members.allSatisfy { ["value", "unit", "system", "code"].contains($0.name) } ?? false
        guard isPlain, let number = value?["value"]?.fixed else {
            throw FHIRNote.Refusal(.value(value?["comparator"]?.string ?? ""), ".valueQuantity")
        }
        // A unit that is only shown, not coded, may mean anything.
        guard value?["system"]?.string == FHIR.ucum, let code = value?["code"]?.string else {
            throw FHIRNote.Refusal(.value(value?["unit"]?.string ?? ""), ".valueQuantity.code")
        }
        let text = number.text + " " + (units[code] ?? code)
        guard let typed = try? QuantityText(text, as: quantity) else {
            throw FHIRNote.Refusal(.value(text), ".valueQuantity")
        }
        var body = [
            JSON.Member("quantity", .string(quantity.rawValue)),
            JSON.Member("value", .decimal(FixedDecimal(significand: Int64(typed.stored), decimals: quantity.decimals))),
            JSON.Member("unit", .string(quantity.unit)), JSON.Member("role", .string(role.rawValue)),
        ]
        if let written = typed.asWritten { body.append(JSON.Member("asWritten", .string(written))) }
        if let site = meaning.site { body.append(JSON.Member("site", .string(site))) }
        return Fact(
            kind: "measurement", body: body, at: try time(resource, "effective"), recorded: resource["issued"]?.string,
            read: ["code", "category", "subject", "effectiveDateTime", "effectiveInstant", "issued", "valueQuantity"])
    }

    /// A gestational age in whole days; weeks with a fraction that is no whole day are not taken.
    static func dating(_ resource: JSON, at born: String) throws(FHIRNote.Refusal) -> ForeignReader.Fact {
        let value = resource["valueQuantity"]
        let number = value?["value"]?.fixed
        let days: Int64? =
            switch value?["code"]?.string {
            case "d": number?.scaled(to: 0)
            case "wk":
                number.flatMap { FixedDecimal(significand: $0.significand * 7, decimals: $0.decimals).scaled(to: 0) }
            default: nil
            }
        guard let days, value?["comparator"] == nil, value?["system"]?.string == FHIR.ucum else {
            throw FHIRNote.Refusal(.value(number?.text ?? ""), ".valueQuantity")
        }
        return Fact(
            kind: "dating", body: [JSON.Member("gaDays", .integer(days)), JSON.Member("method", "unknown")], at: born,
            recorded: resource["issued"]?.string,
            read: ["code", "category", "subject", "effectiveDateTime", "issued", "valueQuantity"])
    }

    /// A whole number, as an integer or as a quantity.
    static func whole(_ resource: JSON) -> Int64? {
        guard resource["valueQuantity"]?["comparator"] == nil else { return nil }
        return resource["valueInteger"]?.integer ?? resource["valueQuantity"]?["value"]?.fixed?.scaled(to: 0)
    }

    static func immunisation(_ resource: JSON) throws(FHIRNote.Refusal) -> ForeignReader.Fact {
        if resource["isSubpotent"] == .bool(true) { throw FHIRNote.Refusal(.modifier, ".isSubpotent") }
        var body = [JSON.Member("product", .string(try words(resource["vaccineCode"], ".vaccineCode")))]
        let status = resource["status"]?.string ?? ""
        switch status {
        case "completed":
            if let lot = resource["lotNumber"] { body.append(JSON.Member("lot", lot)) }
            if let site = text(resource["site"]) { body.append(JSON.Member("site", .string(site))) }
        case "not-done":
            guard let why = text(resource["statusReason"]) else { throw FHIRNote.Refusal(.status(status)) }
            body.append(JSON.Member("notGivenReason", .string(why)))
        default: throw FHIRNote.Refusal(.status(status))
        }
        return Fact(
            kind: "immunisation", body: body, at: try time(resource, "occurrence"),
            recorded: resource["recorded"]?.string,
            read: [
                "vaccineCode", "patient", "occurrenceDateTime", "recorded", "lotNumber", "site", "statusReason",
                "primarySource",
            ])
    }

    static func procedure(_ resource: JSON) throws(FHIRNote.Refusal) -> ForeignReader.Fact {
        let status = resource["status"]?.string ?? ""
        guard status == "completed" else { throw FHIRNote.Refusal(.status(status)) }
        let words = try words(resource["code"], ".code")
        // A word of the record is lower-case ASCII; what was written stands beside it.
        let isWord = words.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x20 || byte == 0x2D
                || byte == 0x5F
        }
        let parts = words.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }
        let what = isWord && words.utf8.count <= 64 && !parts.isEmpty ? parts.joined(separator: "_") : "other"
        return Fact(
            kind: "procedure", body: [JSON.Member("what", .string(what)), JSON.Member("detail", .string(words))],
            at: try time(resource, "performed"), recorded: nil, read: ["code", "subject", "performedDateTime"])
    }

    static func medication(_ resource: JSON) throws(FHIRNote.Refusal) -> ForeignReader.Fact {
        let product = try words(resource["medicationCodeableConcept"], ".medication[x]")
        var body = [JSON.Member("product", .string(product))]
        let status = resource["status"]?.string ?? ""
        switch status {
        case "completed":
            if let dose = resource["dosage"]?["dose"] {
                guard let value = dose["value"]?.fixed, value.significand > 0, dose["comparator"] == nil,
                    dose["system"]?.string == FHIR.ucum, let unit = dose["code"]?.string
                else { throw FHIRNote.Refusal(.value(dose["value"]?.text ?? ""), ".dosage.dose") }
                body += [JSON.Member("dose", .decimal(value)), JSON.Member("unit", .string(unit))]
            }
        case "not-done":
            guard let why = text(resource["statusReason"]?.elements.first) else {
                throw FHIRNote.Refusal(.status(status))
            }
            body.append(JSON.Member("notGivenReason", .string(why)))
        default: throw FHIRNote.Refusal(.status(status))
        }
        let isWhole = resource["dosage"].map { dosage in dosage.members.allSatisfy { $0.name == "dose" } } ?? true
        let read: Set<String> = ["medicationCodeableConcept", "subject", "effectiveDateTime", "statusReason"]
        return Fact(
            kind: "medication", body: body, at: try time(resource, "effective"), recorded: nil,
            read: isWhole ? read.union(["dosage"]) : read)
    }

    static func condition(_ resource: JSON) throws(FHIRNote.Refusal) -> ForeignReader.Fact {
        if let verification = resource["verificationStatus"] {
            let codes = FHIRRules.codes(verification)
            guard !codes.isEmpty, codes.allSatisfy({ $0 == "confirmed" }) else {
                throw FHIRNote.Refusal(.status(codes.first ?? ""))
            }
        }
        var body = [JSON.Member("code", .string(try words(resource["code"], ".code")))]
        func day(_ name: String) -> JSON? {
            resource[name]?.string.flatMap { Day(String($0.prefix(10))) }.map { .string($0.description) }
        }
        if let onset = day("onsetDateTime") { body.append(JSON.Member("onset", onset)) }
        if let end = day("abatementDateTime") { body.append(JSON.Member("resolved", end)) }
        if let clinical = resource["clinicalStatus"], day("abatementDateTime") == nil {
            let codes = FHIRRules.codes(clinical)
            guard !codes.isEmpty, codes.allSatisfy({ $0 == "active" }) else {
                throw FHIRNote.Refusal(.status(codes.first ?? ""))
            }
        }
        guard let at = (resource["recordedDate"] ?? resource["onsetDateTime"])?.string.flatMap(ForeignTime.text) else {
            throw FHIRNote.Refusal(.time(""), ".recordedDate")
        }
        return Fact(
            kind: "problem", body: body, at: at, recorded: resource["recordedDate"]?.string,
            read: [
                "verificationStatus", "clinicalStatus", "code", "subject", "onsetDateTime", "abatementDateTime",
                "recordedDate", "category",
            ])
    }

    static func sex(_ gender: String?) -> String {
        switch gender {
        case "female", "male": gender ?? ""
        case "other": "indeterminate"
        default: "unknown"
        }
    }

    /// The time of a fact, known to the day at least.
    private static func time(_ resource: JSON, _ choice: String) throws(FHIRNote.Refusal) -> String {
        let written = resource[choice + "DateTime"]?.string ?? resource[choice + "Instant"]?.string
        guard let time = written.flatMap(ForeignTime.text) else {
            throw FHIRNote.Refusal(.time(written ?? ""), "." + choice + "[x]")
        }
        return time
    }

    /// The words of a concept: its text, else what a coding shows, else its code.
    private static func text(_ concept: JSON?) -> String? {
        let coding = concept?["coding"]?.elements.first
        let text = concept?["text"]?.string ?? coding?["display"]?.string ?? coding?["code"]?.string
        return text.flatMap { $0.count <= BodyReader.textLimit ? $0 : nil }
    }

    private static func words(_ concept: JSON?, _ element: String) throws(FHIRNote.Refusal) -> String {
        guard let text = text(concept) else { throw FHIRNote.Refusal(.code(""), element) }
        return text
    }
}

/// Times of foreign files: whole seconds with an offset, or a day.
enum ForeignTime {
    /// The time without a fraction of a second; nil where it is not known to the day.
    static func text(_ written: String) -> String? {
        guard written.utf8.count != 10 else { return Day(written)?.description }
        guard let point = written.firstIndex(of: ".") else { return moment(written)?.text }
        let zone = written[point...].drop { $0 == "." || $0.isNumber }
        return moment(String(written[..<point]) + zone)?.text
    }

    /// The moment of a text with an offset; nil for every other text.
    static func moment(_ written: String) -> Moment? {
        guard written.utf8.count > 16 else { return nil }
        return try? Moment(iso: written, zone: .utc)
    }
}
