internal import NICUCore

/// The birth: its instant, the sex, the place among the infants of one birth.
enum BirthForm: FHIRForm {
    static let resourceType = "Observation"
    private static let parts = [
        FHIRComponent("sex", .token), FHIRComponent("order", .integer, code: "birth_order"),
        FHIRComponent("of", .integer, code: "infants_of_birth"),
    ]

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept("birth"))
        fact.putComponents(parts)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.takeComponents(parts)
    }
}

/// The gestational age at birth and how it was found.
enum DatingForm: FHIRForm {
    static let resourceType = "Observation"

    static func write(_ fact: inout FHIRFactWriter) {
        let code = FHIR.coding(FHIR.loinc, "11884-4", "Gestational age Estimated")
        fact.observe(FHIR.concept([code, FHIR.word("dating")]))
        if let days = fact.take("gaDays") {
            fact.put("valueQuantity", FHIR.quantity(days, "d"))
        } else {
            fact.putAbsent("unknown")
        }
        fact.put("method", fact.text("method").map { FHIR.concept($0) })
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.set("gaDays", fact["valueQuantity"]?["value"])
        fact.setToken("method", fact["method"])
    }
}

/// What is known of pregnancy and birth.
enum PerinatalForm: FHIRForm {
    static let resourceType = "Observation"
    private static let parts =
        [
            FHIRComponent("maternalHbsag", .token, code: "maternal_hbsag"),
            FHIRComponent("antenatalSteroids", .token, code: "antenatal_steroids"),
            FHIRComponent("delivery", .token), FHIRComponent("inborn", .flag),
        ] + apgar
    private static let apgar = FHIRCodes.apgar.map { score in
        FHIRComponent(
            "apgar." + score.minute, .integer, code: "apgar_" + score.minute,
            others: [FHIR.coding(FHIR.loinc, score.code, score.display)])
    }

    static func write(_ fact: inout FHIRFactWriter) {
        let code = FHIR.coding(FHIR.loinc, "57075-4", "Newborn delivery information")
        fact.observe(FHIR.concept([code, FHIR.word("perinatal")]))
        for score in fact.take("apgar")?.members ?? [] { fact.body["apgar." + score.name] = score.value }
        fact.putComponents(parts)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.takeComponents(parts)
        let scores = FHIRCodes.apgar.compactMap { score in
            fact.body.removeValue(forKey: "apgar." + score.minute).map { JSON.Member(score.minute, $0) }
        }
        if !scores.isEmpty { fact.set("apgar", .object(scores)) }
    }
}

/// An apnoea, a bradycardia, a desaturation.
enum EventForm: FHIRForm {
    static let resourceType = "Observation"
    private static let signs = Event.What.allCases.map {
        FHIRComponent("what." + $0.rawValue, .flag, code: $0.rawValue)
    }
    private static let parts =
        signs + [
            FHIRComponent("durationSeconds", .amount(unit: "s", decimals: 0), code: "duration"),
            FHIRComponent("lowestHeartRate", .amount(unit: "/min", decimals: 0), code: "lowest_heart_rate"),
            FHIRComponent("lowestSpo2", .amount(unit: "%", decimals: 0), code: "lowest_spo2"),
            FHIRComponent("desaturationSeconds", .amount(unit: "s", decimals: 0), code: "desaturation_duration"),
            FHIRComponent("colourChange", .flag, code: "colour_change"), FHIRComponent("intervention", .token),
            FHIRComponent("feedingRelated", .flag, code: "feeding_related"),
            FHIRComponent("selfResolved", .flag, code: "self_resolved"), FHIRComponent("asleep", .flag),
        ]

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept("event"))
        let what = fact.body["what"]?.elements.compactMap(\.string) ?? []
        // The order in which the signs were written is kept where it is not the usual one.
        if what == Event.What.allCases.map(\.rawValue).filter(what.contains) { fact.body["what"] = nil }
        for sign in what { fact.body["what." + sign] = true }
        fact.putComponents(parts)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.takeComponents(parts)
        let what = Event.What.allCases.map(\.rawValue).filter {
            fact.body.removeValue(forKey: "what." + $0) == .bool(true)
        }
        fact.set("what", .array(what.map { .string($0) }))
    }
}

/// Whether a shift was looked through for events.
enum ReviewForm: FHIRForm {
    static let resourceType = "Observation"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept("review"))
        if let events = fact.take("events") { fact.put("valueInteger", events) } else { fact.putAbsent("unknown") }
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.set("events", fact["valueInteger"])
    }
}

/// One feed or infusion.
enum IntakeForm: FHIRForm {
    static let resourceType = "Observation"
    private static let parts = [
        FHIRComponent("route", .token), FHIRComponent("milk", .token),
        FHIRComponent("volumeTenthsMl", .amount(unit: "mL", decimals: 1), code: "volume"),
        FHIRComponent("kcalTenths", .amount(unit: "kcal", decimals: 1), code: "energy"),
        FHIRComponent("quality", .token), FHIRComponent("byTestWeight", .flag, code: "by_test_weight"),
    ]

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept("intake"))
        fact.putComponents(parts)
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        fact.takeComponents(parts)
    }
}

/// A value that was told of after the stay; never under the code of a value that was measured here.
enum FollowUpForm: FHIRForm {
    static let resourceType = "Observation"

    static func write(_ fact: inout FHIRFactWriter) {
        fact.observe(FHIR.concept("follow_up"))
        guard let quantity = fact.body["quantity"]?.string, let value = fact.body["value"],
            let unit = fact.body["unit"]?.string
        else { return }
        for name in ["quantity", "value", "unit"] { fact.body[name] = nil }
        fact.put("component", [["code": FHIR.concept(quantity), "valueQuantity": FHIR.quantity(value, unit)]])
    }

    static func read(_ fact: inout FHIRFactReader) {
        fact.observed()
        guard let component = fact["component"]?.elements.first else { return }
        fact.setToken("quantity", component["code"])
        fact.set("value", component["valueQuantity"]?["value"])
        fact.set("unit", component["valueQuantity"]?["code"])
    }
}
