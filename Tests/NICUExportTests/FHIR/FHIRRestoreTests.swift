import NICUCore
import Testing

@testable import NICUExport

@Suite("H42 FHIR: what goes out comes back, and what was changed is named with its path")
struct FHIRRestoreTests {
    @Test("Every kind of entry about an infant is among the samples")
    func kinds() {
        let here = Set(FHIRSamples.lines.compactMap { $0["kind"]?.string })
        for kind in Kind.known where !kind.isUnitLevel { #expect(here.contains(kind.name), "\(kind.name)") }
    }

    @Test("Each entry comes back as it was, and its resource has no fault", arguments: FHIRSamples.lines.indices)
    func each(index: Int) throws {
        let line = FHIRSamples.lines[index]
        for isBundle in [true, false] {
            let context = FHIRContext(code: "an-an", lines: FHIRSamples.lines, isBundle: isBundle)
            let resource = FHIRFact.resource(line, place: index + 1, context)
            var check = FHIRCheck()
            check.resource(resource, at: "x")
            #expect(check.problems.isEmpty, "\(check.problems) \(resource.text)")
            let back = try FHIRFact.line(resource, at: "x")
            #expect(back.line.text == line.text)
            #expect(back.place == index + 1 && back.record == "an-an")
        }
    }

    @Test("A document and the lines of a bulk export come back whole and in order", arguments: [true, false])
    func whole(isBundle: Bool) throws {
        let text = isBundle ? FHIRSamples.bundle : FHIRSamples.bulk
        let bytes = Array(text.utf8)
        let isMeant = FHIRFile.isMeant(bytes)
        #expect(isMeant)
        let file = try FHIRFile(Array(text.utf8))
        #expect(file.isOwn && file.isBundle == isBundle)
        let restore = try FHIRRestore(file)
        #expect(restore.lines.map(\.json.text) == FHIRSamples.lines.map(\.text))
        #expect(restore.manifests.first?["head"]?.string == "46:abababababababab")
        // In another order, as a bulk export with a file a type brings it.
        guard !isBundle else { return }
        let sorted = text.split(separator: "\n").map(String.init).sorted().joined(separator: "\n")
        #expect(try FHIRRestore(FHIRFile(Array(sorted.utf8))).lines.map(\.json.text) == FHIRSamples.lines.map(\.text))
    }

    @Test("Indented, with its members in another order, it is the same document")
    func reordered() throws {
        func reversed(_ json: JSON) -> JSON {
            switch json {
            case .array(let list): .array(list.map(reversed))
            case .object(let members): .object(members.reversed().map { JSON.Member($0.name, reversed($0.value)) })
            default: json
            }
        }
        let text = "{\n" + reversed(FHIRSamples.record.bundle).text.dropFirst()
        let bytes = Array(text.utf8)
        let isMeant = FHIRFile.isMeant(bytes)
        #expect(isMeant)
        #expect(try FHIRRestore(FHIRFile(Array(text.utf8))).lines.map(\.json.text) == FHIRSamples.lines.map(\.text))
    }

    /// What is broken, how, and the path and the fault that must be named.
    struct Break: CustomTestStringConvertible, Sendable {
        let name: String
        let from: String
        let to: String
        let path: String
        let what: String
        var testDescription: String { name }

        init(_ name: String, _ from: String, _ to: String, at path: String, _ what: String) {
            (self.name, self.from, self.to, self.path, self.what) = (name, from, to, path, what)
        }
    }

    static let weight = "Bundle.entry[14].resource"
    static let broken: [Break] = [
        Break("no resourceType", #""resourceType":"Bundle","#, "", at: "$", "notAResource"),
        Break(
            "unknown element", #""status":"finished""#, #""status":"finished","ward":"3""#, at: ".ward",
            "unknownElement"),
        Break(
            "bundle type not in the list", #""type":"document""#, #""type":"letter""#, at: "Bundle.type", "notAllowed"),
        Break(
            "status not in the list", #""status":"preliminary""#, #""status":"maybe""#, at: ".resource.status",
            "notAllowed"),
        Break(
            "a day that does not exist", #""birthDate":"2024-08-19""#, #""birthDate":"2024-02-30""#,
            at: "entry[1].resource.birthDate", "badForm"),
        Break(
            "a time without a zone", "2024-08-20T06:00:12+08:00\",\"issued", "2024-08-20T06:00:12\",\"issued",
            at: ".effectiveDateTime", "badForm"),
        Break("a number as a text", #""value":36.8"#, #""value":"36.8""#, at: ".valueQuantity.value", "wrongType"),
        Break(
            "a list for one value", #""status":"finished""#, #""status":["finished"]"#, at: ".status",
            "oneExpected"),
        Break("one value for a list", #""entry":[{"fullUrl""#, #""entry":{"a":[{"fullUrl""#, at: "", "json"),
        Break("null", #""gender":"female""#, #""gender":null"#, at: ".gender", "empty"),
        Break("an empty text", #""gender":"female""#, #""gender":"""#, at: ".gender", "empty"),
        Break(
            "an empty list",
            #""performer":[{"identifier":{"system":"https://nicu.invalid/fhir/NamingSystem/clinician","value":"li.min"}}],"valueBoolean""#,
            #""performer":[],"valueBoolean""#, at: ".performer", "empty"),
        Break(
            "an id of forbidden characters", #""id":"\#(FHIRSamples.id(9))""#, #""id":"a b""#, at: ".resource.id",
            "badForm"),
        Break(
            "both a value and a reason for none", #""valueInteger":2}},{"fullUrl""#,
            #""valueInteger":2,"dataAbsentReason":{"text":"x"}}},{"fullUrl""#, at: "Bundle.entry[21].resource", "obs-6"),
        Break(
            "two values of one choice", #""valueInteger":2}},{"fullUrl""#,
            #""valueInteger":2,"valueBoolean":true}},{"fullUrl""#,
            at: "Bundle.entry[21].resource", "twoOfChoice"),
        Break(
            "a code without its system", #""system":"http://unitsofmeasure.org","code":"Cel""#, #""code":"Cel""#,
            at: ".valueQuantity", "qty-3"),
        Break(
            "a goal's detail without its measure",
            #"{"measure":{"coding":[{"system":"https://nicu.invalid/fhir/CodeSystem/record","code":"weigh"}]},"detailString""#,
            #"{"detailString""#, at: ".target[0]", "gol-1"),
        Break(
            "a consent without a policy", #""policyRule":{"text":"the form of the unit"},"provision":{"type":"deny"}"#,
            #""provision":{"type":"deny"}"#, at: ".resource", "ppc-1"),
        Break(
            "an ended problem that is still active", #""code":"resolved""#, #""code":"active""#, at: ".resource",
            "con-4"),
        Break(
            "an extension that says nothing", #"{"url":"kind","valueCode":"review"}"#, #"{"url":"kind"}"#,
            at: ".extension[0].extension[0]", "ext-1"),
        Break(
            "a stay that ends before it begins", #""end":"2024-10-01T10:00:00+08:00""#,
            #""end":"2024-08-01T10:00:00+08:00""#, at: ".period", "per-1"),
        Break(
            "a document without a date", #""timestamp":"2024-12-20T10:00:00+08:00","#, "", at: "Bundle.timestamp",
            "bdl-10"),
        Break(
            "a document that begins with the Patient", #""resourceType":"Composition""#, #""resourceType":"Basic""#,
            at: "Bundle.entry[0].resource", ""),
        Break(
            "the same address twice", "urn:uuid:\(FHIRSamples.id(10))\",\"resource",
            "urn:uuid:\(FHIRSamples.id(9))\",\"resource", at: ".fullUrl", "twice"),
        Break("another weight", #""value":805"#, #""value":850"#, at: "entry[1].resource.extension", "checksum"),
        Break(
            "a unit that is not the quantity's",
            #""value":805,"unit":"g","system":"http://unitsofmeasure.org","code":"g""#,
            #""value":805,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg""#,
            at: "Bundle.entry[14].resource", "entry"),
        Break(
            "a unit shown otherwise than coded", #""value":805,"unit":"g""#, #""value":805,"unit":"kg""#,
            at: "Bundle.entry[14].resource.valueQuantity.unit", "disagrees"),
        Break("another code", #""code":"8339-4""#, #""code":"3141-9""#, at: ".code.coding[0].code", "disagrees"),
        Break(
            "a struck entry that counts again",
            #""verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"entered-in-error"}]}"#,
            #""verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]}"#,
            at: ".verificationStatus.coding[0].code", "disagrees"),
        Break(
            "another sex of the Patient", #""gender":"female""#, #""gender":"male""#,
            at: "Bundle.entry[1].resource.gender", "disagrees"),
        Break("another verdict", #""valueCode":"unknown""#, #""valueCode":"met""#, at: "Bundle.entry[", "checksum"),
        Break(
            "a newer form", #"{"url":"form","valueInteger":1}"#, #"{"url":"form","valueInteger":2}"#,
            at: "entry[1].resource.extension", "form"),
        Break("no Patient", #""resourceType":"Patient""#, #""resourceType":"Person""#, at: "", "missing"),
        Break(
            "a reference to nothing", #""who":{"identifier""#, #""who":{"reference":"urn:uuid:x","identifier""#,
            at: ".agent[0].who.reference", ""),
        Break(
            "another title of the document", #""title":"Course record""#, #""title":"Course  record""#,
            at: "Bundle.entry[",
            "checksum"),
        Break(
            "a section cut out", #"{"title":"Events and reviews","entry":"#, #"{"title":"Events","entry":"#,
            at: "Bundle.entry[",
            "checksum"),
        Break(
            "another moment of the document", #""timestamp":"2024-12-20T10:00:00+08:00""#,
            #""timestamp":"2024-12-21T10:00:00+08:00""#, at: "Bundle.entry[", "checksum"),
        Break(
            "another fingerprint", #""valueString":"46:abababababababab""#, #""valueString":"47:abababababababab""#,
            at: "Bundle.entry[", "checksum"),
        Break(
            "another program", #""valueString":"nicu 0""#, #""valueString":"nicu 9""#, at: "Bundle.entry[", "checksum"),
        Break(
            "another word shown for a code", #""display":"Body weight""#, #""display":"Birth length""#,
            at: "Bundle.entry[",
            "checksum"),
        Break("an exponent", #""value":805"#, #""value":8.05e2"#, at: "", "json"),
        Break("cut off", #""resourceType":"CarePlan""#, "", at: "", ""),
    ]

    @Test("Each way of breaking a Bundle is refused with its place", arguments: broken)
    func refused(change: Break) throws {
        let isThere = FHIRSamples.bundle.contains(change.from)
        #expect(isThere, "the sample has nothing to break: \(change.from)")
        var text = FHIRSamples.bundle
        if let range = text.firstRange(of: change.from) { text.replaceSubrange(range, with: change.to) }
        if change.name == "cut off" { text = String(text.prefix(text.count / 2)) }
        let problems: [FHIRProblem]
        do {
            _ = try FHIRRestore(FHIRFile(Array(text.utf8)))
            problems = []
        } catch let error { problems = error.all }
        let isNamed = problems.contains { $0.path.contains(change.path) && "\($0.what)".contains(change.what) }
        #expect(isNamed, "\(problems.prefix(4).map { "\($0)".prefix(300) })")
        for language in Language.allCases { #expect(!Wording(language).fhir(FHIRProblems(problems)).isEmpty) }
    }

    @Test("An entry that is taken out is missed")
    func missing() throws {
        let bulk = FHIRSamples.bulk.split(separator: "\n").map(String.init)
        for (index, line) in bulk.enumerated() where !line.contains(#""resourceType":"Organization""#) {
            var rest = bulk
            rest.remove(at: index)
            #expect(throws: FHIRProblems.self, "\(line)") {
                try FHIRRestore(FHIRFile(Array(rest.joined(separator: "\n").utf8)))
            }
        }
    }
}
