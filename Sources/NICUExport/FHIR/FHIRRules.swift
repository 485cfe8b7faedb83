internal import NICUCore

/// The invariants of FHIR R4 that concern the resources read here, by their names in the standard.
enum FHIRRules {
    /// The faults of one resource against its type's invariants.
    static func faults(of json: JSON, type: String, at path: String) -> [FHIRProblem] {
        func broken(_ name: String, if isBroken: Bool, at place: String = "") -> [FHIRProblem] {
            isBroken ? [FHIRProblem(path + place, .invariant(name))] : []
        }
        switch type {
        case "Observation":
            return broken("obs-6", if: json["dataAbsentReason"] != nil && hasValue(json))
                + broken("obs-7", if: hasValue(json) && componentRepeatsCode(json))
        case "Condition":
            let isError = codes(json["verificationStatus"]).contains("entered-in-error")
            let isAbated = json.members.contains { $0.name.hasPrefix("abatement") }
            let hasEnded = codes(json["clinicalStatus"]).contains {
                ["inactive", "resolved", "remission"].contains($0)
            }
            return broken("con-5", if: isError && json["clinicalStatus"] != nil)
                + broken("con-4", if: isAbated && !hasEnded)
        case "Goal":
            return (json["target"]?.elements ?? []).enumerated().flatMap { index, target in
                broken(
                    "gol-1", if: target["measure"] == nil && target.members.contains { $0.name.hasPrefix("detail") },
                    at: ".target[\(index)]")
            }
        case "Consent": return broken("ppc-1", if: json["policy"] == nil && json["policyRule"] == nil)
        case "MedicationAdministration":
            guard let dosage = json["dosage"] else { return [] }
            let hasAmount = dosage["dose"] != nil || dosage.members.contains { $0.name.hasPrefix("rate") }
            return broken("mad-1", if: !hasAmount, at: ".dosage")
        case "Composition":
            return (json["section"]?.elements ?? []).enumerated().flatMap { index, section in
                broken(
                    "cmp-1", if: section["text"] == nil && section["entry"] == nil && section["section"] == nil,
                    at: ".section[\(index)]")
            }
        case "Organization": return broken("org-1", if: json["name"] == nil && json["identifier"] == nil)
        case "Bundle": return bundle(json, at: path)
        default: return []
        }
    }

    private static func hasValue(_ json: JSON) -> Bool { json.members.contains { $0.name.hasPrefix("value") } }

    private static func componentRepeatsCode(_ json: JSON) -> Bool {
        guard let code = json["code"] else { return false }
        return json["component"]?.elements.contains { $0["code"] == code } ?? false
    }

    /// The codes of a concept.
    static func codes(_ concept: JSON?) -> [String] {
        concept?["coding"]?.elements.compactMap { $0["code"]?.string } ?? []
    }

    private static func bundle(_ json: JSON, at path: String) -> [FHIRProblem] {
        let type = json["type"]?.string ?? ""
        let entries = json["entry"]?.elements ?? []
        var found: [FHIRProblem] = []
        func fault(_ name: String, _ place: String) { found.append(FHIRProblem(path + place, .invariant(name))) }
        if json["total"] != nil, type != "searchset", type != "history" { fault("bdl-1", ".total") }
        let hasRequests = ["batch", "transaction", "history"].contains(type)
        var addresses: Set<String> = []
        for (index, entry) in entries.enumerated() {
            let place = ".entry[\(index)]"
            if entry["search"] != nil, type != "searchset" { fault("bdl-2", place + ".search") }
            if (entry["request"] != nil) != hasRequests { fault("bdl-3", place + ".request") }
            if entry["resource"] == nil, entry["request"] == nil, entry["response"] == nil { fault("bdl-5", place) }
            guard let address = entry["fullUrl"]?.string else { continue }
            if address.contains("/_history/") { fault("bdl-8", place + ".fullUrl") }
            let version = entry["resource"]?["meta"]?["versionId"]?.string ?? ""
            if !addresses.insert(address + "|" + version).inserted {
                found.append(FHIRProblem(path + place + ".fullUrl", .twice(address)))
            }
        }
        guard type == "document" else { return found }
        if json["identifier"]?["system"] == nil || json["identifier"]?["value"] == nil { fault("bdl-9", ".identifier") }
        if json["timestamp"] == nil { fault("bdl-10", ".timestamp") }
        if entries.first?["resource"]?["resourceType"]?.string != "Composition" {
            fault("bdl-11", ".entry[0].resource")
        }
        return found
    }
}
