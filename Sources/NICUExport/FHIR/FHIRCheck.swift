internal import NICUCore

/// A place in a file, put into words only where something is wrong there.
indirect enum FHIRPath {
    case root(String)
    case member(FHIRPath, String)
    case index(FHIRPath, Int)

    var text: String {
        switch self {
        case .root(let text): text
        case .member(let path, let name): path.text + "." + name
        case .index(let path, let index): path.text + "[\(index)]"
        }
    }
}

/// Holds resources against the shapes of their types; collects every fault with its path.
struct FHIRCheck {
    private(set) var problems: [FHIRProblem] = []

    /// Checks a resource; types that are not read are passed over, they are reported elsewhere.
    mutating func resource(_ json: JSON, at path: String) { resource(json, at: .root(path)) }

    private mutating func resource(_ json: JSON, at path: FHIRPath) {
        guard case .object = json, let type = json["resourceType"]?.string else {
            return fault(path, .notAResource)
        }
        guard FHIRShape.isResource(type), let shape = FHIRShape.named(type) else { return }
        object(json, shape, at: path, isResource: true)
        for problem in FHIRRules.faults(of: json, type: type, at: path.text) { problems.append(problem) }
    }

    private mutating func fault(_ path: FHIRPath, _ what: FHIRProblem.What) {
        problems.append(FHIRProblem(path.text, what))
    }

    private mutating func object(_ json: JSON, _ shape: FHIRShape, at path: FHIRPath, isResource: Bool = false) {
        guard case .object(let members) = json else { return fault(path, .wrongType(expected: "object")) }
        var choices: [String] = []
        for member in members where !(isResource && member.name == "resourceType") {
            let place = FHIRPath.member(path, member.name)
            if member.name.utf8.first == UInt8(ascii: "_") {
                primitiveExtension(member, shape, at: place)
                continue
            }
            guard let element = shape.elements[member.name] else {
                fault(place, .unknownElement)
                continue
            }
            if let choice = element.choice {
                if choices.contains(choice) { fault(place, .twoOfChoice(choice + "[x]")) }
                choices.append(choice)
            }
            values(member.value, element, at: place)
        }
        if members.count(where: { $0.name != "resourceType" }) == 0 { fault(path, .empty) }
        for name in shape.needed where !choices.contains(name) && json[name] == nil && json["_" + name] == nil {
            fault(path, .missing(name))
        }
    }

    /// `_name` carries the extensions of a primitive element.
    private mutating func primitiveExtension(_ member: JSON.Member, _ shape: FHIRShape, at place: FHIRPath) {
        guard shape.elements[String(member.name.dropFirst())]?.primitive != nil else {
            return fault(place, .unknownElement)
        }
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
                case "extension": extensions(inner.value, at: .member(place, "extension"))
                default: fault(.member(place, inner.name), .unknownElement)
                }
            }
        }
    }

    private mutating func extensions(_ json: JSON, at path: FHIRPath) {
        guard let element = FHIRShape.named("CodeableConcept")?.elements["extension"] else { return }
        values(json, element, at: path)
    }

    private mutating func values(_ json: JSON, _ element: FHIRElement, at path: FHIRPath) {
        if element.isList {
            guard case .array(let list) = json else { return fault(path, .listExpected) }
            if list.isEmpty { fault(path, .empty) }
            for (index, item) in list.enumerated() { value(item, element, at: .index(path, index)) }
        } else {
            if case .array = json { return fault(path, .oneExpected) }
            value(json, element, at: path)
        }
    }

    private mutating func value(_ json: JSON, _ element: FHIRElement, at path: FHIRPath) {
        if json == .null { return fault(path, .empty) }
        if element.type == "Resource" { return resource(json, at: path) }
        if let primitive = element.primitive {
            if let what = primitive.fault(of: json) { return fault(path, what) }
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
