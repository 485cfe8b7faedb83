/// One element of a FHIR type.
struct FHIRElement {
    /// Its name in JSON.
    let name: String
    /// The name that a choice shares, `value` of `valueQuantity`; nil where there is no choice.
    let choice: String?
    /// The name of its type.
    let type: String
    /// Its primitive type; nil where it is made of elements itself.
    let primitive: FHIRPrimitive?
    let isList: Bool
    let isNeeded: Bool
    /// The codes of a required binding; empty where any code may stand.
    let codes: [String]
}

/// The elements of a FHIR type, read once from ``FHIRShapes``.
struct FHIRShape {
    let elements: [String: FHIRElement]
    /// Elements, or shared names of choices, one of which must be there.
    let needed: [String]

    /// The shape of a type; nil where it is none that is read.
    static func named(_ type: String) -> FHIRShape? { all[type] }

    /// Whether a name is that of a resource that is read.
    static func isResource(_ type: String) -> Bool { resourceNames.contains(type) }

    private static let resourceNames = Set(
        FHIRShapes.resources.split(separator: "\n").compactMap { line -> String? in
            let name = line.prefix { $0 != " " }
            return name.contains(".") ? nil : String(name)
        })

    private static let all: [String: FHIRShape] = {
        var shapes: [String: FHIRShape] = [:]
        for line in FHIRShapes.resources.split(separator: "\n") {
            let name = line.prefix { $0 != " " }
            var words = line.split(separator: " ").dropFirst(2)
            // A bundle is a resource without the elements for people and for extensions.
            if name == "Bundle" {
                words += "implicitRules:uri language:code meta:Meta".split(separator: " ")
            } else if name.contains(".") {
                words += "modifierExtension*:Extension".split(separator: " ")
            } else {
                words += FHIRShapes.ofEveryResource.split(separator: " ")
            }
            shapes[String(name)] = FHIRShape(
                words, id: name.contains(".") ? "string" : "id", isExtensible: name != "Bundle")
        }
        for line in FHIRShapes.types.split(separator: "\n") {
            let words = line.split(separator: " ").dropFirst(2)
            shapes[String(line.prefix { $0 != " " })] = FHIRShape(words, id: "string", isExtensible: true)
        }
        return shapes
    }()

    private init(_ words: some Sequence<Substring>, id: String, isExtensible: Bool) {
        var elements: [String: FHIRElement] = [:]
        var needed: [String] = []
        func add(_ name: String, choice: String?, _ type: String, list: Bool, _ isNeeded: Bool, _ codes: [String]) {
            elements[name] = FHIRElement(
                name: name, choice: choice, type: type, primitive: FHIRPrimitive(rawValue: type), isList: list,
                isNeeded: isNeeded, codes: codes)
        }
        add("id", choice: nil, id, list: false, false, [])
        if isExtensible { add("extension", choice: nil, "Extension", list: true, false, []) }
        for word in words {
            let parts = word.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let isNeeded = parts[0].hasSuffix("!")
            let named = isNeeded ? parts[0].dropLast() : parts[0]
            let isList = named.hasSuffix("*")
            let name = isList ? named.dropLast() : named
            let codes = parts[1].split(separator: "(").dropFirst().first.map {
                $0.dropLast().split(separator: ",").map(String.init)
            }
            if name.hasSuffix("[x]") {
                let shared = String(name.dropLast(3))
                for type in parts[1].split(separator: ",") {
                    let full = shared + type.prefix(1).uppercased() + type.dropFirst()
                    add(full, choice: shared, String(type), list: false, isNeeded, [])
                }
                if isNeeded { needed.append(shared) }
            } else {
                add(
                    String(name), choice: nil, String(parts[1].prefix { $0 != "(" }), list: isList, isNeeded,
                    codes ?? [])
                if isNeeded { needed.append(String(name)) }
            }
        }
        self.elements = elements
        self.needed = needed
    }
}
