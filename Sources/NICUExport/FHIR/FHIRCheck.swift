internal import NICUCore

/// Holds resources against the shapes of their types; collects every fault with its path.
struct FHIRCheck {
    private(set) var problems: [FHIRProblem] = []

    /// Checks a resource; types that are not read are passed over, they are reported elsewhere.
    mutating func resource(_ json: JSON, at path: String) {
        guard case .object = json, let type = json["resourceType"]?.string else {
            return fault(path, .notAResource)
        }
        guard FHIRShape.isResource(type), let shape = FHIRShape.named(type) else { return }
        object(json, shape, at: path, isResource: true)
        for problem in FHIRRules.faults(of: json, type: type, at: path) { problems.append(problem) }
    }

    private mutating func fault(_ path: String, _ what: FHIRProblem.What) { problems.append(FHIRProblem(path, what)) }

    private mutating func object(_ json: JSON, _ shape: FHIRShape, at path: String, isResource: Bool = false) {
        guard case .object(let members) = json else { return fault(path, .wrongType(expected: "object")) }
        var choices: Set<String> = []
        var seen: Set<String> = []
        for member in members where !(isResource && member.name == "resourceType") {
            let place = path + "." + member.name
            if member.name.hasPrefix("_") {
                primitiveExtension(member, shape, at: place, seen: &seen)
                continue
            }
            guard let element = shape.elements[member.name] else {
                fault(place, .unknownElement)
                continue
            }
            if let choice = element.choice, !choices.insert(choice).inserted {
                fault(place, .twoOfChoice(choice + "[x]"))
            }
            seen.insert(element.choice ?? element.name)
            values(member.value, element, at: place)
        }
        if members.count(where: { $0.name != "resourceType" }) == 0 { fault(path, .empty) }
        for name in shape.needed where !seen.contains(name) { fault(path, .missing(name)) }
    }

    /// `_name` carries the extensions of a primitive element.
    private mutating func primitiveExtension(
        _ member: JSON.Member, _ shape: FHIRShape, at place: String, seen: inout Set<String>
    ) {
        guard let element = shape.elements[String(member.name.dropFirst())], FHIRPrimitive.names.contains(element.type)
        else { return fault(place, .unknownElement) }
        seen.insert(element.choice ?? element.name)
        let parts: [JSON]
        if case .array(let list) = member.value { parts = list } else { parts = [member.value] }
        for part in parts where part != .null {
            guard case .object(let members) = part, !members.isEmpty else {
                fault(place, .wrongType(expected: "object"))
                continue
            }
            for inner in members {
                switch inner.name {
                case "id": break
                case "extension": extensions(inner.value, at: place + ".extension")
                default: fault(place + "." + inner.name, .unknownElement)
                }
            }
        }
    }

    private mutating func extensions(_ json: JSON, at path: String) {
        guard let element = FHIRShape.named("CodeableConcept")?.elements["extension"] else { return }
        values(json, element, at: path)
    }

    private mutating func values(_ json: JSON, _ element: FHIRElement, at path: String) {
        if element.isList {
            guard case .array(let list) = json else { return fault(path, .listExpected) }
            if list.isEmpty { fault(path, .empty) }
            for (index, item) in list.enumerated() { value(item, element, at: "\(path)[\(index)]") }
        } else {
            if case .array = json { return fault(path, .oneExpected) }
            value(json, element, at: path)
        }
    }

    private mutating func value(_ json: JSON, _ element: FHIRElement, at path: String) {
        if json == .null { return fault(path, .empty) }
        if element.type == "Resource" { return resource(json, at: path) }
        if FHIRPrimitive.names.contains(element.type) {
            if let what = FHIRPrimitive.fault(of: json, type: element.type) { return fault(path, what) }
            if !element.codes.isEmpty, let code = json.string, !element.codes.contains(code) {
                fault(path, .notAllowed(code, allowed: element.codes))
            }
            return
        }
        guard let shape = FHIRShape.named(element.type) else { return }
        object(json, shape, at: path)
        if let what = rule(of: json, type: element.type) { fault(path, what) }
    }

    /// The invariants of data types.
    private func rule(of json: JSON, type: String) -> FHIRProblem.What? {
        switch type {
        case "Extension":
            let hasValue = json.members.contains { $0.name.hasPrefix("value") || $0.name.hasPrefix("_value") }
            return hasValue == (json["extension"] != nil) ? .invariant("ext-1") : nil
        case "Period":
            guard let start = json["start"]?.string, let end = json["end"]?.string else { return nil }
            return FHIRPrimitive.isLater(start, than: end) ? .invariant("per-1") : nil
        case "Quantity", "Age", "Duration":
            return json["code"] != nil && json["system"] == nil ? .invariant("qty-3") : nil
        case "Reference":
            let says = ["reference", "identifier", "display", "extension"].contains { json[$0] != nil }
            return says ? nil : .empty
        default: return nil
        }
    }
}
