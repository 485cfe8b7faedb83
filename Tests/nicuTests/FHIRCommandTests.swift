import Foundation
import NICUCore
import Testing

@Suite("H42 FHIR at the command line: records go out and come back, other systems' files are taken with a list")
struct FHIRCommandTests {
    /// A record of another unit.
    static func other() throws -> Program {
        let other = try Program()
        #expect(try other.nicu("init --unit Other --timezone Asia/Shanghai --clinician li.min").status == 0)
        return other
    }

    @Test("A document read into an empty record gives the same lines again", arguments: PassportTests.codes)
    func document(code: String) throws {
        let program = try StoryTests.demo()
        let file = program.folder + "/\(code).json"
        #expect(try program.nicu("timeline \(code) --format fhir -o \(file)").status == 0)
        let other = try Self.other()
        #expect(try other.nicu("import \(file)").status == 0)
        let lines = try program.nicu("timeline \(code) --format ndjson").out
        #expect(try other.nicu("timeline \(code) --format ndjson").out == lines)
        for place in [program, other] {
            let answer = try place.nicu("verify \(file) --json")
            #expect(answer.status == 0)
            #expect(try answer.json["here"] == answer.json["entries"] && answer.json["differing"]?.integer == 0)
        }
        #expect(try other.nicu("verify").status == 0)
        // Lines carry no checksum and are held against the record alone.
        let same = try program.run(["verify", "-"], input: lines)
        #expect(same.status == 0 && same.out.contains("carries no checksum"), "\(same.err)")
        let line = try #require(lines.split(separator: "\n").first)
        let place = try #require(line.range(of: "\"digest\":\"")).upperBound
        let changed = line.replacingCharacters(
            in: place..<line.index(after: place), with: line[place] == "0" ? "1" : "0")
        #expect(try program.run(["verify", "-"], input: changed + "\n").status == 1)
        // What a line says counts, not the digest it claims.
        let value = try #require(lines.split(separator: "\n").first { $0.contains("\"kind\":\"measurement\"") })
        let told = value.replacingOccurrences(of: "\"role\":\"", with: "\"oedema\":true,\"role\":\"")
        #expect(told != value)
        #expect(try program.run(["verify", "-"], input: told + "\n").status == 1)
    }

    @Test("The ward goes out as one file a type or as lines, and comes back whole")
    func bulk() throws {
        let program = try StoryTests.demo()
        let folder = program.folder + "/bulk"
        #expect(try program.nicu("export --format fhir-ndjson --all -o \(folder)").status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.contains("Observation.ndjson") && names.contains("Patient.ndjson"))
        for name in names {
            let type = name.replacingOccurrences(of: ".ndjson", with: "")
            let lines = try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n")
            #expect(lines.allSatisfy { $0.hasPrefix("{\"resourceType\":\"\(type)\",") }, "\(name)")
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        let again = try program.nicu("export --format fhir-ndjson --all -o \(folder)")
        #expect(again.status == 1 && again.err.contains("already"))
        let (one, two) = (try Self.other(), try Self.other())
        #expect(try one.nicu("import \(folder)").status == 0)
        let lines = try program.nicu("export --format fhir-ndjson --all").out
        #expect(try two.run(["import", "-"], input: lines).status == 0)
        for code in PassportTests.codes {
            let expected = try program.nicu("timeline \(code) --format ndjson").out
            for other in [one, two] { #expect(try other.nicu("timeline \(code) --format ndjson").out == expected) }
        }
        #expect(try program.nicu("verify \(folder)").out.contains("the checksum holds"))
        // A file of the folder that was changed is named with its line.
        let path = folder + "/Observation.ndjson"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = text.replacingOccurrences(
            of: "\"value\":1456,\"unit\":\"g\"", with: "\"value\":1456,\"unit\":\"kg\"")
        #expect(changed != text)
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
        let refused = try Self.other().nicu("import \(folder)")
        #expect(refused.status == 1 && refused.err.contains("Observation.ndjson line "), "\(refused.err)")
    }

    @Test("Erasable texts go along in a file of their own and come back")
    func identity() throws {
        let program = try StoryTests.demo()
        #expect(try program.run(["identity", "le-le"], input: "name=虚构小乐\n").status == 0)
        let (file, texts) = (program.folder + "/le.json", program.folder + "/le.texts")
        #expect(try program.nicu("timeline le-le --format fhir -o \(file) --with-identity \(texts)").status == 0)
        #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("虚构小乐"))
        let other = try Self.other()
        #expect(try other.nicu("import \(file) --with-identity \(texts)").status == 0)
        #expect(try other.nicu("summary le-le --kind progress --with-identity").out.contains("虚构小乐"))
        // Names do not stay behind where the rest was not written.
        let left = program.folder + "/left.texts"
        #expect(try program.nicu("timeline le-le --format fhir -o \(file) --with-identity \(left)").status == 1)
        #expect(!FileManager.default.fileExists(atPath: left))
    }

    @Test("The same moments give the same bytes, whatever is recorded later")
    func reproducible() throws {
        let program = try StoryTests.demo()
        for line in ["timeline le-le --format fhir --known-at #900", "export --format fhir-ndjson --known-at #900"] {
            let first = try program.nicu(line).out
            #expect(first.contains("resourceType"))
            #expect(try program.run(["note", "le-le"], input: "later").status == 0)
            #expect(try program.nicu(line).out == first)
        }
    }

    /// A file of another system about one girl.
    static let foreign = """
        {
          "resourceType": "Bundle", "type": "collection", "timestamp": "2024-09-02T10:00:00+08:00",
          "entry": [
            {"fullUrl": "http://his.example/Patient/77", "resource": {"resourceType": "Patient", "id": "77", "name": [{"text": "虚构小宝"}], "gender": "female", "birthDate": "2024-08-30",
              "_birthDate": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/patient-birthTime", "valueDateTime": "2024-08-30T03:12:00+08:00"}]}, "multipleBirthBoolean": false}},
            {"resource": {"resourceType": "Observation", "id": "1", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "8339-4"}]}, "subject": {"reference": "Patient/77"}, "effectiveDateTime": "2024-08-30T03:15:00+08:00", "valueQuantity": {"value": 1.52, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"}}},
            {"resource": {"resourceType": "Observation", "id": "2", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]}, "subject": {"reference": "Patient/77"}, "effectiveDateTime": "2024-08-31T06:00:00.123+08:00", "valueQuantity": {"value": 3.25, "unit": "lb", "system": "http://unitsofmeasure.org", "code": "[lb_av]"}, "note": [{"text": "wet"}]}},
            {"resource": {"resourceType": "Observation", "id": "3", "status": "entered-in-error", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]}, "subject": {"reference": "Patient/77"}, "effectiveDateTime": "2024-08-31T06:00:00+08:00", "valueQuantity": {"value": 325, "unit": "g", "system": "http://unitsofmeasure.org", "code": "g"}}},
            {"resource": {"resourceType": "Observation", "id": "4", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "11884-4"}]}, "subject": {"reference": "Patient/77"}, "valueQuantity": {"value": 31.0, "unit": "wk", "system": "http://unitsofmeasure.org", "code": "wk"}}},
            {"resource": {"resourceType": "Observation", "id": "5", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "9274-2"}]}, "subject": {"reference": "Patient/77"}, "valueInteger": 8}},
            {"resource": {"resourceType": "Observation", "id": "6", "status": "final", "code": {"text": "bilirubin"}, "subject": {"reference": "Patient/77"}, "valueQuantity": {"value": 8}}},
            {"resource": {"resourceType": "Observation", "id": "7", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]}, "subject": {"reference": "Patient/77"}, "effectiveDateTime": "2024-09-01", "valueQuantity": {"value": 1500, "unit": "g"}}},
            {"resource": {"resourceType": "Observation", "id": "8", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]}, "subject": {"reference": "Patient/77"}, "effectiveDateTime": "2024-09", "valueQuantity": {"value": 1500, "unit": "g", "system": "http://unitsofmeasure.org", "code": "g"}}},
            {"resource": {"resourceType": "Observation", "id": "9", "modifierExtension": [{"url": "http://x.example/not", "valueBoolean": true}], "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]}, "subject": {"reference": "Patient/77"}, "effectiveDateTime": "2024-09-01", "valueQuantity": {"value": 1500, "unit": "g", "system": "http://unitsofmeasure.org", "code": "g"}}},
            {"resource": {"resourceType": "Immunization", "id": "i1", "status": "completed", "vaccineCode": {"text": "乙肝疫苗"}, "patient": {"reference": "Patient/77"}, "occurrenceDateTime": "2024-08-30", "lotNumber": "A1"}},
            {"resource": {"resourceType": "Device", "id": "d1"}},
            {"resource": {"resourceType": "Condition", "id": "c1", "subject": {"reference": "Patient/78"}, "code": {"text": "RDS"}}}
          ]
        }
        """

    @Test("Another system's file is taken for the infant it is named for, and nothing is passed over in silence")
    func taken() throws {
        let program = try Self.other()
        #expect(try program.run(["import", "-"], input: Self.foreign).status == 64)
        let strict = try program.run(["import", "-", "--infant", "xiao-bao", "--new", "--strict"], input: Self.foreign)
        #expect(strict.status == 1 && strict.err.contains("nothing was saved"))
        #expect(try program.run(["import", "-", "--infant", "xiao-bao"], input: Self.foreign).status == 1)
        let taken = try program.run(["import", "-", "--infant", "xiao-bao", "--new"], input: Self.foreign)
        #expect(taken.status == 0 && taken.out.contains("imported 6 entries"), "\(taken.err)")
        for place in [
            "[0].resource.name:", "[2].resource.note:", "[3].resource:", "[6].resource:",
            "[7].resource.valueQuantity.code:",
            "[8].resource.effective[x]:", "[9].resource:", "[11].resource:", "[12].resource:",
        ] {
            #expect(taken.err.contains("Bundle.entry" + place), "\(place) \(taken.err)")
        }
        #expect(taken.err.contains("not taken: 9\n") && !taken.err.contains("虚构小宝"))
        let lines = try program.nicu("timeline xiao-bao --format ndjson").out
        #expect(lines.contains("\"value\":1474") && lines.contains("\"asWritten\":\"3.25 lb\""))
        #expect(lines.contains("\"gaDays\":217") && lines.contains("\"apgar\":{\"5\":8}") && !lines.contains("325,"))
        // Whoever brings it again, nothing is written twice.
        #expect(try program.nicu("clinician add wang.li --role nurse").status == 0)
        let again = try program.run(["import", "-", "--infant", "xiao-bao", "--by", "wang.li"], input: Self.foreign)
        #expect(again.out.contains("imported 0 entries, 2 already here"), "\(again.out)\(again.err)")
    }

    @Test(
        "A file about another infant is refused",
        arguments: [
            ("\"birthDate\": \"2024-08-30\"", "\"birthDate\": \"2024-08-29\"", "_birthDate"),
            ("\"gender\": \"female\"", "\"gender\": \"male\"", "gender"),
            ("\"multipleBirthBoolean\": false", "\"multipleBirthInteger\": 2", "multipleBirthInteger"),
        ])
    func another(from: String, to: String, element: String) throws {
        let program = try Self.other()
        #expect(try program.run(["import", "-", "--infant", "xiao-bao", "--new"], input: Self.foreign).status == 0)
        let count = try program.count()
        let text = Self.foreign.replacingOccurrences(of: from, with: to)
        let refused = try program.run(["import", "-", "--infant", "xiao-bao"], input: text)
        #expect(refused.status == 1 && refused.err.contains("Bundle.entry[0].resource." + element), "\(refused.err)")
        #expect(try program.count() == count)
    }

    @Test("One of several of a birth is not taken for an only one, and is told by more than the code")
    func twins() throws {
        let text = Self.foreign.replacingOccurrences(
            of: "\"multipleBirthBoolean\": false", with: "\"multipleBirthInteger\": 1")
        let program = try Self.other()
        let unknown = try program.run(["import", "-", "--infant", "xiao-bao", "--new"], input: text)
        #expect(unknown.status == 1 && unknown.err.contains("admit the infant first"))
        let admit =
            "admit xiao-bao --sex female --born 2024-08-30T03:12+08:00 --ga 31+0 --dating lmp --weight 1520g --order 1/2"
        #expect(try program.nicu(admit).status == 0)
        let bare = try program.run(["import", "-", "--infant", "xiao-bao"], input: text)
        #expect(bare.status != 0 && bare.err.contains("--check"), "\(bare.err)")
        let letter = String(CheckLetter.of(try #require(InfantCode("xiao-bao"))))
        let taken = try program.run(["import", "-", "--infant", "xiao-bao", "--check", letter], input: text)
        #expect(taken.status == 0, "\(taken.err)")
        // The unit's own dating and weight at birth stay.
        #expect(
            taken.err.contains("[1].resource: this record has it") && taken.err.contains("[4].resource: this record"))
    }
}
