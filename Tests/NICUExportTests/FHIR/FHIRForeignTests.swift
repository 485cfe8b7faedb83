import NICUCore
import Testing

@testable import NICUExport

@Suite("H42 FHIR of other systems: taken exactly or not at all, and nothing in silence")
struct FHIRForeignTests {
    static let loinc = #""system":"http://loinc.org""#
    static let patient =
        #"{"fullUrl":"http://a.example/fhir/Patient/7","resource":{"resourceType":"Patient","id":"7","gender":"female","birthDate":"2024-08-30"}}"#

    /// The same as a request.
    static let asked = patient.replacing(
        "\"resource\":", with: #""request":{"method":"PUT","url":"Patient/7"},"resource":"#)

    static func weight(
        codes: String = #"{"system":"http://loinc.org","code":"29463-7"}"#, subject: String = "Patient/7",
        value: String = #"{"value":1500,"unit":"g","system":"http://unitsofmeasure.org","code":"g"}"#,
        more: String = "",
        at: String = "2024-09-01T06:00:00+08:00", status: String = "final"
    ) -> String {
        #"{"resourceType":"Observation","id":"1","status":"\#(status)","code":{"coding":[\#(codes)]},"subject":{"reference":"\#(subject)"},"effectiveDateTime":"\#(at)","valueQuantity":\#(value)\#(more)}"#
    }

    /// What a file with one resource beside the Patient gives.
    static func read(_ resource: String, type: String = "collection", entry: String = "", bundle: String = "") throws
        -> FHIRForeign
    {
        let text =
            #"{"resourceType":"Bundle","type":"\#(type)"\#(bundle),"entry":[\#(entry.isEmpty ? patient : asked),{"fullUrl":"http://a.example/fhir/Observation/1"\#(entry),"resource":\#(resource)}]}"#
        return try FHIRForeign(
            FHIRFile(Array(text.utf8)),
            for: .init(
                code: "xiao", course: nil, by: "li.min",
                now: Moment(iso: "2024-09-10T08:00:00+08:00", zone: .utc), zone: .utc))
    }

    static func bodies(_ foreign: FHIRForeign) -> [JSON] {
        foreign.lines.filter { $0.json["kind"] != "birth" }.compactMap { $0.json["body"] }
    }

    @Test("A weight by code and unit is taken", arguments: ["Patient/7", "http://a.example/fhir/Patient/7"])
    func taken(subject: String) throws {
        let foreign = try Self.read(Self.weight(subject: subject))
        #expect(
            Self.bodies(foreign).map(\.text) == [#"{"quantity":"weight","value":1500,"unit":"g","role":"measured"}"#])
        #expect(foreign.notes.isEmpty)
    }

    @Test(
        "Somebody else's value is not taken",
        arguments: [
            "http://b.example/fhir/Patient/7", "RelatedPatient/7", "Patient/77", "urn:uuid:7", "Group/7",
            "Patient/7/_history/2", "http://a.example/fhir/RelatedPatient/7",
        ])
    func others(subject: String) throws {
        let foreign = try Self.read(Self.weight(subject: subject))
        #expect(Self.bodies(foreign).isEmpty)
        #expect(foreign.notes.map(\.why) == [.subject])
    }

    @Test(
        "A value whose meaning is another is not taken, and says why",
        arguments: [
            (#","focus":[{"reference":"RelatedPerson/1"}]"#, ".focus"), (#","method":{"text":"estimated"}"#, ".method"),
            (#","bodySite":{"text":"left"}"#, ".bodySite"),
            (#","hasMember":[{"reference":"Observation/2"}]"#, ".hasMember"),
            (#","component":[{"code":{"text":"x"},"valueInteger":1}]"#, ".component"),
            (#","modifierExtension":[{"url":"http://x.example","valueBoolean":true}]"#, ""),
            (#","implicitRules":"http://x.example""#, ""),
        ])
    func meanings(more: String, element: String) throws {
        let foreign = try Self.read(Self.weight(more: more))
        #expect(Self.bodies(foreign).isEmpty)
        #expect(foreign.notes.map(\.why) == [.modifier])
        #expect(foreign.notes.first?.path == "Bundle.entry[1].resource" + element)
    }

    @Test(
        "Codes that stand together are read together",
        arguments: [
            (["29463-7", "3142-7"], "reported"), (["3142-7"], "reported"), (["29463-7", "8335-2"], "estimated"),
            (["8339-4", "29463-7"], "birth"), (["3142-7", "8335-2"], nil), (["29463-7", "8302-2"], nil),
            (["29463-7", "55555-5"], nil), (["8339-4", "3142-7"], nil),
        ])
    func codings(codes: [String], role: String?) throws {
        let codings = codes.map { "{\(Self.loinc),\"code\":\"\($0)\"}" }.joined(separator: ",")
        let foreign = try Self.read(Self.weight(codes: codings))
        #expect(Self.bodies(foreign).map { $0["role"]?.string } == (role.map { [$0] } ?? []))
        #expect(foreign.notes.count == (role == nil ? 1 : 0))
    }

    @Test(
        "Units are read exactly or not at all",
        arguments: [
            (#"{"value":1.5,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}"#, 1500),
            (#"{"value":3.25,"unit":"lb","system":"http://unitsofmeasure.org","code":"[lb_av]"}"#, 1474),
            (#"{"value":1.50049,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}"#, nil),
            (#"{"value":-1500,"unit":"g","system":"http://unitsofmeasure.org","code":"g"}"#, nil),
            (#"{"value":1500,"unit":"g"}"#, nil),
            (#"{"value":1500,"unit":"g","system":"http://x.example","code":"g"}"#, nil),
            (#"{"value":1500000,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}"#, nil),
            (#"{"value":1500,"comparator":"<","system":"http://unitsofmeasure.org","code":"g"}"#, nil),
        ])
    func units(value: String, grams: Int?) throws {
        let foreign = try Self.read(Self.weight(value: value))
        #expect(Self.bodies(foreign).map { $0["value"]?.fixed?.scaled(to: 0) } == (grams.map { [Int64($0)] } ?? []))
        #expect(foreign.notes.count == (grams == nil ? 1 : 0))
    }

    @Test("A request to delete is no fact, a search has more than it hands on, a history is refused")
    func bundles() throws {
        let deleted = try Self.read(
            Self.weight(), type: "transaction", entry: #","request":{"method":"DELETE","url":"Observation/1"}"#)
        #expect(Self.bodies(deleted).isEmpty && deleted.notes.contains { $0.why == .request("DELETE") })
        let search = try Self.read(
            Self.weight(), type: "searchset",
            bundle: #","total":500,"link":[{"relation":"next","url":"http://a.example/2"}]"#)
        #expect(Self.bodies(search).count == 1)
        #expect(search.notes.filter { $0.why == .absent }.map(\.path) == ["Bundle.total", "Bundle.link"])
        #expect(throws: FHIRProblems.self) {
            try Self.read(Self.weight(), type: "history", entry: #","request":{"method":"PUT","url":"Observation/1"}"#)
        }
    }

    @Test("What was a mistake there is not taken, and can be found here")
    func withdrawn() throws {
        let taken = try Self.read(Self.weight())
        let mistaken = try Self.read(Self.weight(status: "entered-in-error"))
        #expect(Self.bodies(mistaken).isEmpty && mistaken.notes.map(\.why) == [.status("entered-in-error")])
        let id = taken.lines.last?.json["id"]?.string
        #expect(mistaken.withdrawn.map(\.id) == [id ?? ""])
    }

    static func age(_ code: String, _ weeks: String, at: String?) -> String {
        let effective = at.map { #","effectiveDateTime":"\#($0)""# } ?? ""
        return
            #"{"resourceType":"Observation","id":"1","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"\#(code)"}]},"subject":{"reference":"Patient/7"}\#(effective),"valueQuantity":{"value":\#(weeks),"unit":"wk","system":"http://unitsofmeasure.org","code":"wk"}}"#
    }

    @Test(
        "A gestational age is that at birth, in whole days",
        arguments: [
            ("11884-4", "31", nil, 217), ("11884-4", "31", "2024-08-30", 217), ("11884-4", "36", "2024-10-04", nil),
            ("76516-4", "31", "2024-10-04", 217), ("76516-4", "31.5", nil, nil), ("18185-9", "31", nil, nil),
        ] as [(String, String, String?, Int64?)])
    func gestation(code: String, weeks: String, at: String?, days: Int64?) throws {
        let foreign = try Self.read(Self.age(code, weeks, at: at))
        #expect(Self.bodies(foreign).map { $0["gaDays"]?.integer } == (days.map { [$0] } ?? []))
        #expect(foreign.notes.count == (days == nil ? 1 : 0))
    }

    @Test(
        "Medicines, vaccines and conditions that do not hold are not taken",
        arguments: [
            #"{"resourceType":"MedicationAdministration","status":"completed","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/7"},"effectiveDateTime":"2024-09-01","dosage":{"dose":{"value":-5,"unit":"mg"}}}"#,
            #"{"resourceType":"MedicationAdministration","status":"completed","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/7"},"effectiveDateTime":"2024-09-01","dosage":{"dose":{"value":5}}}"#,
            #"{"resourceType":"MedicationAdministration","status":"completed","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/7"},"effectiveDateTime":"2024-09-01","dosage":{"dose":{"value":5,"unit":"mg","comparator":"<"}}}"#,
            #"{"resourceType":"MedicationAdministration","status":"in-progress","medicationCodeableConcept":{"text":"x"},"subject":{"reference":"Patient/7"},"effectiveDateTime":"2024-09-01"}"#,
            #"{"resourceType":"Condition","code":{"text":"PDA"},"subject":{"reference":"Patient/7"},"recordedDate":"2024-09-01","verificationStatus":{"text":"ruled out"}}"#,
            #"{"resourceType":"Condition","code":{"text":"PDA"},"subject":{"reference":"Patient/7"},"recordedDate":"2024-09-01","verificationStatus":{"coding":[{"code":"confirmed"},{"code":"refuted"}]}}"#,
            #"{"resourceType":"Condition","code":{"text":"PDA"},"subject":{"reference":"Patient/7"},"recordedDate":"2024-09-01","clinicalStatus":{"coding":[{"code":"resolved"}]}}"#,
            #"{"resourceType":"Immunization","status":"completed","isSubpotent":true,"vaccineCode":{"text":"BCG"},"patient":{"reference":"Patient/7"},"occurrenceDateTime":"2024-09-01"}"#,
            #"{"resourceType":"Immunization","status":"entered-in-error","vaccineCode":{"text":"BCG"},"patient":{"reference":"Patient/7"},"occurrenceDateTime":"2024-09-01"}"#,
            #"{"resourceType":"Procedure","status":"in-progress","code":{"text":"x"},"subject":{"reference":"Patient/7"},"performedDateTime":"2024-09-01"}"#,
            #"{"resourceType":"Encounter","status":"finished","class":{"code":"IMP"}}"#,
        ])
    func notTaken(resource: String) throws {
        let foreign = try Self.read(resource)
        #expect(Self.bodies(foreign).isEmpty)
        #expect(foreign.notes.count == 1)
        for language in Language.allCases {
            #expect(Wording(language).fhirNotes(foreign.notes).allSatisfy { !$0.isEmpty })
        }
    }

    @Test("A minute with two Apgar scores has none, and every score's own elements are listed")
    func apgar() throws {
        func score(_ id: Int, _ code: String, _ value: Int, more: String = "") -> String {
            #"{"resource":{"resourceType":"Observation","id":"\#(id)","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"\#(code)"}]},"subject":{"reference":"Patient/7"},"valueInteger":\#(value)\#(more)}}"#
        }
        let entries = [
            Self.patient, score(1, "9272-6", 7), score(2, "9272-6", 3), score(3, "9274-2", 8),
            score(4, "9271-8", 9, more: #","note":[{"text":"x"}]"#),
        ]
        let text = #"{"resourceType":"Bundle","type":"collection","entry":[\#(entries.joined(separator: ","))]}"#
        let foreign = try FHIRForeign(
            FHIRFile(Array(text.utf8)),
            for: .init(
                code: "xiao", course: nil, by: "li.min", now: Moment(iso: "2024-09-10T08:00:00+08:00", zone: .utc),
                zone: .utc))
        #expect(Self.bodies(foreign).map(\.text) == [#"{"apgar":{"5":8,"10":9}}"#])
        #expect(foreign.notes.filter { $0.why == .contradicts }.count == 2)
        #expect(foreign.notes.contains { $0.path == "Bundle.entry[4].resource.note" })
    }

    @Test(
        "A Patient that does not hold is refused",
        arguments: [
            (#""birthDate":"2024-08-30""#, #""birthDate":"2024-08-30","active":false"#),
            (#""birthDate":"2024-08-30""#, #""birthDate":"2024-08""#),
            (#""birthDate":"2024-08-30""#, #""active":true"#),
            (
                #""birthDate":"2024-08-30""#,
                #""birthDate":"2024-08-30","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"2024-08-31T01:00:00+08:00"}]}"#
            ),
        ])
    func patients(from: String, to: String) {
        let entry = Self.patient.replacing(from, with: to)
        let text = #"{"resourceType":"Bundle","type":"collection","entry":[\#(entry)]}"#
        #expect(throws: FHIRProblems.self) {
            try FHIRForeign(
                FHIRFile(Array(text.utf8)),
                for: .init(
                    code: "xiao", course: nil, by: "li.min", now: Moment(iso: "2024-09-10T08:00:00+08:00", zone: .utc),
                    zone: .utc))
        }
    }
}
