public import NICUCore

extension FHIRRecord {
    /// The parts of a document, each with the kinds that stand in it.
    private static let sections: [(title: String, kinds: Set<String>)] = [
        (
            "Birth, dating, stays",
            ["birth", "dating", "perinatal", "admission", "bed", "transfer", "discharge", "follow_up"]
        ),
        ("Growth and vital signs", ["measurement", "omission"]),
        ("Support, feeding, medicines", ["state", "intake", "medication", "procedure"]),
        ("Events and reviews", ["event", "review"]),
        ("Screens, vaccines, laboratory", ["check", "immunisation", "lab"]),
        ("Problems, plans, decisions", ["problem", "plan", "attestation", "waiver", "decision"]),
        ("Talks and consents", ["communication", "consent"]),
    ]

    /// The whole record as one `document` Bundle.
    public var bundle: JSON {
        .object(
            head.members + [
                JSON.Member(
                    "entry",
                    .array(
                        resources(isBundle: true).map { resource in
                            [
                                "fullUrl": .string("urn:uuid:" + (resource["id"]?.string ?? "")), "resource": resource,
                            ]
                        }))
            ])
    }

    /// A document without its entries.
    var head: JSON {
        let identifier = FHIR.identifier("Bundle", making.unit, code, making.head, making.asOf, making.timestamp)
        return [
            "resourceType": "Bundle", "id": .string(identifier),
            "identifier": ["system": .string(FHIR.documents), "value": .string("urn:uuid:" + identifier)],
            "type": "document", "timestamp": .string(making.timestamp),
        ]
    }

    /// What of a Bundle itself is under the checksum.
    static func header(of bundle: JSON) -> JSON {
        .object(bundle.members.filter { $0.name != "entry" && $0.name != "meta" })
    }

    /// One resource a line, as a bulk export hands records on.
    public var bulkLines: [JSON] { resources(isBundle: false) }

    func composition() -> JSON {
        let context = FHIRContext(code: code, lines: lines, isBundle: true)
        let unit = context.reference("Organization", FHIRRecord.unitID(making.unit))
        var sections = FHIRRecord.sections.compactMap { section in
            part(section.title, lines.filter { section.kinds.contains($0["kind"]?.string ?? "") })
        }
        let named = FHIRRecord.sections.reduce(into: Set<String>()) { $0.formUnion($1.kinds) }
        let rest = part("Everything else", lines.filter { !named.contains($0["kind"]?.string ?? "") })
        let carePlan = context.reference("CarePlan", FHIR.identifier("CarePlan", context.patient))
        sections += [rest].compactMap { $0 } + [["title": "Care plan and listed criteria", "entry": [carePlan]]]
        let hasEnded = lines.contains {
            $0["kind"] == "discharge" && !context.superseded.contains($0["id"]?.string ?? "")
        }
        let type =
            hasEnded
            ? FHIR.coding(FHIR.loinc, "18842-5", "Discharge summary")
            : FHIR.coding(FHIR.loinc, "34133-9", "Summary of episode note")
        return [
            "resourceType": "Composition", "id": .string(FHIR.identifier("Composition", context.patient)),
            "text": ["status": "generated", "div": .string(narrative)], "status": "final",
            "type": FHIR.concept([type]), "subject": context.subject, "date": .string(making.asOf),
            "author": [unit], "title": "Course record", "custodian": unit, "section": .array(sections),
        ]
    }

    private func part(_ title: String, _ lines: [JSON]) -> JSON? {
        guard !lines.isEmpty else { return nil }
        let entries = lines.compactMap { $0["id"]?.string }.map {
            JSON.object([JSON.Member("reference", .string("urn:uuid:" + $0))])
        }
        return ["title": .string(title), "entry": .array(entries)]
    }

    /// What the document holds, for a reader of the narrative alone.
    private var narrative: String {
        let items = PassportFile.counts(lines).members.map { "<li>\($0.name): \($0.value.text)</li>" }.joined()
        let head = HTML.escaped(
            "\(code), \(making.unit), as of \(making.asOf), known at \(making.knownAt), \(making.head)")
        return "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>\(head)</p><ul>\(items)</ul></div>"
    }
}
