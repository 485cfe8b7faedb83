public import NICUCore

/// The entries of a FHIR file that this program wrote, held against everything the file says about them.
public struct FHIRRestore: Sendable {
    /// One entry as an exchange line, with the resource it stands in.
    public struct Line: Sendable {
        /// The line.
        public let json: JSON
        /// Where it stands in the file.
        public let path: String
    }

    /// The lines of every record in the file, each record in its own order.
    public let lines: [Line]
    /// What each record says about itself.
    public let manifests: [JSON]

    /// Takes the entries out of a file; a value that an element and the entry tell differently is a fault.
    public init(_ file: FHIRFile) throws(FHIRProblems) {
        var faults: [FHIRProblem] = []
        var found: [String: [(line: JSON, place: Int, item: FHIRFile.Item)]] = [:]
        var records: [String] = []
        var made: [FHIRFile.Item] = []
        var patients: [String: FHIRFile.Item] = [:]
        var ids: Set<String> = []
        for item in file.items {
            if !item.id.isEmpty, !ids.insert(item.type + "/" + item.id).inserted, item.type != "Organization" {
                faults.append(FHIRProblem(item.path + ".id", .twice(item.id)))
            }
            if FHIRFact.header(of: item.resource) != nil {
                do throws(FHIRProblem) {
                    let (line, place, record) = try FHIRFact.line(item.resource, at: item.path)
                    found[record, default: []].append((line, place, item))
                } catch { faults.append(error) }
            } else if FHIRRecord.manifest(of: item) != nil {
                let code = item.resource["identifier"]?.elements.first?["value"]?.string ?? ""
                if patients.updateValue(item, forKey: code) != nil {
                    faults.append(FHIRProblem(item.path + ".identifier", .twice(code)))
                }
                records.append(code)
            } else {
                made.append(item)
            }
        }
        for code in found.keys.sorted() where patients[code] == nil {
            faults.append(FHIRProblem(found[code]?.first?.item.path ?? "", .missing("Patient (\(code))")))
        }
        guard faults.isEmpty else { throw FHIRProblems(faults) }

        var lines: [Line] = []
        var manifests: [JSON] = []
        for code in records {
            guard let patient = patients[code] else { continue }
            let facts = (found[code] ?? []).sorted { $0.place < $1.place }
            let checker = RecordChecker(
                code: code, lines: facts.map(\.line), patient: patient, header: file.header)
            faults += checker.faults(facts: facts.map { ($0.place, $0.item) }, made: made)
            manifests.append(checker.manifest)
            lines += facts.map { Line(json: $0.line, path: $0.item.path) }
        }
        let units = Set(manifests.compactMap { $0["unit"]?.string }.map(FHIRRecord.unitID))
        faults += FHIRRestore.strangers(made, records: patients.values.map(\.id), units: units)
        if file.isBundle { faults += FHIRRestore.dangling(file) }
        guard faults.isEmpty else { throw FHIRProblems(faults) }
        self.lines = lines
        self.manifests = manifests
    }

    /// Resources that belong to no record of the file.
    private static func strangers(_ made: [FHIRFile.Item], records: [String], units: Set<String>) -> [FHIRProblem] {
        made.compactMap { item in
            let subject = RecordChecker.subject(of: item.resource)
            let isKnown =
                switch item.type {
                case "Provenance": true
                case "Organization": units.contains(item.id)
                default: subject.map { records.contains($0) } ?? false
                }
            return isKnown ? nil : FHIRProblem(item.path, .danglingReference(subject ?? item.type))
        }
    }

    /// References of a bundle that lead nowhere in it.
    private static func dangling(_ file: FHIRFile) -> [FHIRProblem] {
        let addresses = Set(file.items.compactMap(\.address))
        var found: [FHIRProblem] = []
        func isWhole(_ json: JSON) -> Bool {
            switch json {
            case .array(let list): list.allSatisfy(isWhole)
            case .object(let members):
                members.allSatisfy { member in
                    member.name == "reference" && !(member.value.string.map(addresses.contains) ?? true)
                        ? false : isWhole(member.value)
                }
            default: true
            }
        }
        func walk(_ json: JSON, _ path: FHIRPath) {
            switch json {
            case .array(let list): for (index, item) in list.enumerated() { walk(item, .index(path, index)) }
            case .object(let members):
                for member in members {
                    if member.name == "reference", let text = member.value.string, !addresses.contains(text) {
                        found.append(FHIRProblem(path.text + ".reference", .danglingReference(text)))
                    }
                    walk(member.value, .member(path, member.name))
                }
            default: break
            }
        }
        for item in file.items {
            if !isWhole(item.resource) { walk(item.resource, .root(item.path)) }
            if let address = item.address, address != "urn:uuid:" + item.id {
                found.append(
                    FHIRProblem(
                        item.path.replacing(".resource", with: ".fullUrl"),
                        .disagrees(address, expected: "urn:uuid:" + item.id)))
            }
        }
        return found
    }
}

/// Holds one record of a file against its manifest.
private struct RecordChecker {
    let code: String
    let lines: [JSON]
    let patient: FHIRFile.Item
    /// The Bundle without its entries; nil for lines.
    let header: JSON?
    /// The parts of the manifest by name; what stands more than once is a list of its own.
    let manifest: JSON

    init(code: String, lines: [JSON], patient: FHIRFile.Item, header: JSON?) {
        self.code = code
        self.lines = lines
        self.patient = patient
        self.header = header
        let parts = FHIRRecord.manifest(of: patient)?["extension"]?.elements.compactMap { FHIRValue.member($0) } ?? []
        let single = parts.filter { $0.name != "file" && $0.name != "leftOut" }
        func all(_ name: String) -> JSON { .array(parts.filter { $0.name == name }.map(\.value)) }
        manifest = .object(
            [JSON.Member("infant", .string(code))] + single.map { JSON.Member($0.name, $0.value) }
                + [JSON.Member("files", all("file")), JSON.Member("leftOut", all("leftOut"))])
    }

    func faults(facts: [(place: Int, item: FHIRFile.Item)], made: [FHIRFile.Item]) -> [FHIRProblem] {
        let place = patient.path + ".extension"
        guard let form = manifest["form"]?.integer, (1...FHIR.form).contains(form) else {
            return [FHIRProblem(place, .form("form \(manifest["form"]?.text ?? "?")"))]
        }
        var faults: [FHIRProblem] = []
        let context = FHIRContext(code: code, lines: lines, isBundle: header != nil)
        for (fact, line) in zip(facts, lines) {
            let expected = FHIRFact.resource(line, place: fact.place, context)
            if let fault = FHIRDifference.first(fact.item.resource, expected, at: fact.item.path) {
                faults.append(fault)
            }
        }
        let unit = manifest["unit"]?.string ?? ""
        let writer = FHIRRecord(
            code: code, lines: lines, criteria: [],
            making: FHIRRecord.Making(
                making: Passport.Making(software: "", files: []), unit: unit, asOf: "", knownAt: "", head: "",
                timestamp: "", leftOut: []))
        let own = FHIRRecord.manifest(of: patient) ?? .null
        if let fault = FHIRDifference.first(
            patient.resource, writer.patient(context, manifest: own), at: patient.path)
        {
            faults.append(fault)
        }
        guard faults.isEmpty else { return faults }
        let expected = Int(manifest["entries"]?.integer ?? -1)
        guard lines.count == expected else {
            return [FHIRProblem(place, .incomplete(found: lines.count, expected: expected))]
        }
        guard FHIRRecord.digest(of: lines) == manifest["sha256"]?.string else { return [FHIRProblem(place, .checksum)] }
        let entries = Set(lines.compactMap { $0["id"]?.string })
        let others = made.filter { belongs($0.resource, context, entries, unit) }
        let digest = manifest["madeSha256"]?.string ?? ""
        // The Patient is under the checksum with the checksum's own place blank.
        let blank = patient.resource.mapStrings { $0 == digest ? PassportFile.blank : $0 }
        let shown = FHIRRecord.shown(facts.map(\.item.resource))
        let all = others.map(\.resource) + [header].compactMap { $0 } + [shown, blank]
        guard FHIRRecord.digest(ofMade: all) == digest else {
            return [FHIRProblem(others.first?.path ?? place, .checksum)]
        }
        return []
    }

    private func belongs(_ resource: JSON, _ context: FHIRContext, _ entries: Set<String>, _ unit: String) -> Bool {
        switch resource["resourceType"]?.string {
        case "Organization": return resource["id"]?.string == FHIRRecord.unitID(unit)
        case "Provenance":
            let target = resource["target"]?.elements.first?["reference"]?.string ?? ""
            return entries.contains(RecordChecker.id(target))
        default: return RecordChecker.subject(of: resource) == context.patient
        }
    }

    /// The id of the Patient that a resource is about.
    static func subject(of resource: JSON) -> String? {
        (resource["subject"] ?? resource["patient"])?["reference"]?.string.map(id)
    }

    /// The id in a reference.
    static func id(_ reference: String) -> String {
        reference.hasPrefix("urn:uuid:")
            ? String(reference.dropFirst(9)) : String(reference.split(separator: "/").last ?? "")
    }
}

/// Where two values first differ; the words shown for a code are no part of it.
enum FHIRDifference {
    /// The first element that is not as expected; nil where both say the same.
    static func first(_ given: JSON, _ expected: JSON, at path: String) -> FHIRProblem? {
        first(given, expected).map { FHIRProblem(path + $0.path, $0.what) }
    }

    /// The words shown for a code, and what a server keeps about its copy.
    private static func isOpen(_ name: String) -> Bool { name == "display" || name == "meta" }

    /// The same with the path from here on, which is put together only where something differs.
    private static func first(_ given: JSON, _ expected: JSON) -> FHIRProblem? {
        switch (given, expected) {
        case (.object(let a), .object(let b)):
            if let extra = a.first(where: { one in !isOpen(one.name) && !b.contains { $0.name == one.name } }) {
                return FHIRProblem("." + extra.name, .unknownElement)
            }
            for member in b where !isOpen(member.name) {
                guard let value = a.first(where: { $0.name == member.name })?.value else {
                    return FHIRProblem("", .missing(member.name))
                }
                if let fault = first(value, member.value) {
                    return FHIRProblem("." + member.name + fault.path, fault.what)
                }
            }
            return nil
        case (.array(let a), .array(let b)):
            for (index, pair) in zip(a, b).enumerated() {
                if let fault = first(pair.0, pair.1) { return FHIRProblem("[\(index)]" + fault.path, fault.what) }
            }
            if a.count < b.count { return FHIRProblem("", .missing("[\(a.count)]")) }
            return a.count > b.count ? FHIRProblem("[\(b.count)]", .unknownElement) : nil
        default:
            if given == expected { return nil }
            if let a = given.fixed, let b = expected.fixed, a.reduced == b.reduced { return nil }
            return FHIRProblem("", .disagrees(given.text, expected: expected.text))
        }
    }
}
