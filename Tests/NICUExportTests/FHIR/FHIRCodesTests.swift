import NICUCore
import Testing

@testable import NICUExport

@Suite("FHIR: codes and forms")
struct FHIRCodesTests {
    /// The last digit of a LOINC code by the Luhn rule.
    static func isLOINC(_ code: String) -> Bool {
        let parts = code.split(separator: "-")
        guard parts.count == 2, let check = Int(parts[1]) else { return false }
        var sum = 0
        for (place, digit) in parts[0].reversed().compactMap(\.wholeNumberValue).enumerated() {
            let value = place % 2 == 0 ? digit * 2 : digit
            sum += value > 9 ? value - 9 : value
        }
        return (10 - sum % 10) % 10 == check
    }

    @Test("Every LOINC code that is written has its check digit")
    func loinc() throws {
        var codes: Set<String> = []
        func walk(_ json: JSON) {
            if json["system"]?.string == FHIR.loinc, let code = json["code"]?.string { codes.insert(code) }
            for member in json.members { walk(member.value) }
            for element in json.elements { walk(element) }
        }
        walk(FHIRSamples.record.bundle)
        for quantity in Quantity.allCases {
            for coding in FHIRCodes.loinc(quantity, isBirth: true, site: "axillary") { walk(coding) }
        }
        #expect(codes.count >= 18)
        for code in codes.union(FHIRCodes.gestationalAge) { #expect(Self.isLOINC(code), "\(code)") }
        #expect(!Self.isLOINC("3150-6"))
        for coding in Quantity.allCases.flatMap({ FHIRCodes.loinc($0, isBirth: true, site: "axillary") }) {
            #expect(
                FHIRCodes.measured([coding["code"]?.string ?? ""]) != nil, "what is written is read: \(coding.text)")
        }
    }

    @Test("Only what was measured stands under a code that says so", arguments: Measurement.Role.allCases)
    func roles(role: Measurement.Role) throws {
        let line: JSON = [
            "id": .string(FHIRSamples.id(1)), "infant": "an-an", "kind": "measurement",
            "at": "2024-08-20T06:00:00+08:00",
            "recorded": "2024-08-20T06:00:00+08:00", "by": "li.min", "precision": "minute",
            "body": ["quantity": "weight", "value": 805, "unit": "g", "role": .string(role.rawValue)],
        ]
        let resource = FHIRFact.resource(line, place: 1, FHIRContext(code: "an-an", lines: [line], isBundle: true))
        let isMeasured = role == .measured || role == .birth
        #expect((FHIR.code(resource["code"], in: FHIR.loinc) != nil) == isMeasured)
        let isOpen = role == .unconfirmed || role == .received
        #expect(resource["status"]?.string == (isOpen ? "preliminary" : "final"))
        #expect(try FHIRFact.line(resource, at: "x").line["body"]?["role"]?.string == role.rawValue)
    }

    @Test(
        "Texts have the form of their type or are refused",
        arguments: [
            ("dateTime", "2024", true), ("dateTime", "2024-08", true), ("dateTime", "2024-08-20", true),
            ("dateTime", "2024-08-20T06:00:00Z", true), ("dateTime", "2024-08-20T06:00:00.25+08:00", true),
            ("dateTime", "2024-08-20T06:00+08:00", false), ("dateTime", "2024-08-20T06:00:00", false),
            ("dateTime", "2024-13-01", false), ("dateTime", "2024-08-20 06:00:00Z", false),
            ("dateTime", "2024-08-20T24:00:00Z", false), ("instant", "2024-08-20", false),
            ("date", "2024-02-29", true), ("date", "2023-02-29", false), ("date", "20240820", false),
            ("id", "a-b.C1", true), ("id", "a_b", false), ("id", String(repeating: "a", count: 65), false),
            ("code", "a b", true), ("code", " a", false), ("code", "a  b", false), ("uri", "a b", false),
            ("uuid", "urn:uuid:01916782-0562-7336-acb7-b62df9f38ba1", true), ("uuid", "01916782", false),
            ("base64Binary", "QUJD", true), ("base64Binary", "QUJ", false), ("xhtml", "<p>", false),
            ("string", "a\tb", true), ("string", "a\u{1}", false), ("time", "06:00:00", true), ("time", "06:00", false),
        ])
    func forms(type: String, text: String, isGood: Bool) {
        #expect((FHIRPrimitive(rawValue: type)?.fault(of: .string(text)) == nil) == isGood)
    }

    @Test("Texts that FHIR cannot write come back all the same", arguments: ["a\u{1}b", " ", "a\u{0}", "体重\u{7}", "x"])
    func controls(text: String) throws {
        let extension_ = FHIRValue.extend("detail", .string(text))
        #expect(FHIRValue.member(extension_)?.value == .string(text))
        #expect(extension_.text.utf8.allSatisfy { $0 >= 0x20 })
    }
}
