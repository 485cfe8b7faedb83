public import NICUCore

/// The resources of a file: a Bundle, one resource, or one resource a line; checked against their shapes.
public struct FHIRFile: Sendable {
    /// One resource with its place in the file.
    public struct Item: Sendable {
        /// The resource.
        public let resource: JSON
        /// Its path, `Bundle.entry[3].resource` or `line 4`.
        public let path: String
        /// Its full address in a bundle.
        public let address: String?
        /// What a bundle asks to be done with it; nil where it is only handed on.
        public let method: String?

        init(resource: JSON, path: String, address: String? = nil, method: String? = nil) {
            self.resource = resource
            self.path = path
            self.address = address
            self.method = method
        }

        var type: String { resource["resourceType"]?.string ?? "" }
        var id: String { resource["id"]?.string ?? "" }
    }

    /// The resources in the order of the file, without the Bundle itself.
    public let items: [Item]
    /// Whether it is one Bundle.
    public let isBundle: Bool
    /// When the Bundle was put together; nil where it does not say.
    public let timestamp: String?
    /// The type of the Bundle; nil where it is none.
    public let bundleType: String?
    /// The Bundle without its entries; nil where it is none.
    let header: JSON?
    /// Places where the Bundle speaks of something that is not in it.
    let absent: [String]

    /// Whether a text is meant as FHIR: its first JSON value says `resourceType`.
    public static func isMeant(_ bytes: [UInt8]) -> Bool {
        let bytes = unmarked(bytes)
        let first = bytes.split(separator: 0x0A, maxSplits: 1).first.map(Array.init) ?? []
        if let json = try? JSON(bytes: first) { return json["resourceType"] != nil }
        // An indented file, or one that is broken: an exchange line is one whole object.
        guard first.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
        return String(decoding: bytes, as: UTF8.self).contains("\"resourceType\"")
    }

    /// Reads the files of one export, each by its name; every fault is named with its path.
    public init(parts: [(name: String, bytes: [UInt8])]) throws(FHIRProblems) {
        var items: [Item] = []
        var faults: [FHIRProblem] = []
        for part in parts {
            func named(_ path: String) -> String { part.name + " " + path }
            do throws(FHIRProblems) {
                items += try FHIRFile(part.bytes).items.map {
                    Item(resource: $0.resource, path: named($0.path), address: $0.address, method: $0.method)
                }
            } catch { faults += error.all.map { FHIRProblem(named($0.path), $0.what) } }
        }
        guard faults.isEmpty else { throw FHIRProblems(faults) }
        self.items = items
        isBundle = false
        timestamp = nil
        bundleType = nil
        absent = []
        header = nil
    }

    /// Reads a file; every fault is named with its path.
    public init(_ bytes: [UInt8]) throws(FHIRProblems) {
        let bytes = FHIRFile.unmarked(bytes)
        var check = FHIRCheck()
        if let whole = FHIRFile.whole(bytes) {
            let json: JSON
            do { json = try whole.get() } catch { throw FHIRProblems([FHIRProblem("", .json(error))]) }
            let type = json["resourceType"]?.string ?? ""
            check.resource(json, at: type.isEmpty ? "$" : type)
            isBundle = type == "Bundle"
            timestamp = json["timestamp"]?.string
            bundleType = isBundle ? json["type"]?.string : nil
            absent = FHIRFile.absent(json)
            header = isBundle ? FHIRRecord.header(of: json) : nil
            if isBundle {
                items = (json["entry"]?.elements ?? []).enumerated().compactMap { index, entry in
                    entry["resource"].map {
                        Item(
                            resource: $0, path: "Bundle.entry[\(index)].resource", address: entry["fullUrl"]?.string,
                            method: entry["request"]?["method"]?.string)
                    }
                }
            } else {
                items = [Item(resource: json, path: type)]
            }
        } else {
            var items: [Item] = []
            var faults: [FHIRProblem] = []
            for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            where !line.allSatisfy({ $0 <= 0x20 }) {
                let path = "line \(index + 1)"
                do throws(JSON.Problem) {
                    let json = try JSON(bytes: Array(line))
                    check.resource(json, at: path)
                    items.append(Item(resource: json, path: path))
                } catch { faults.append(FHIRProblem(path, .json(error))) }
            }
            self.items = items
            isBundle = false
            timestamp = nil
            bundleType = nil
            absent = []
            header = nil
            guard faults.isEmpty else { throw FHIRProblems(faults) }
        }
        guard check.problems.isEmpty else { throw FHIRProblems(check.problems) }
    }

    /// The bytes without a byte order mark.
    private static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// Entries without a resource, and what a search has more than it hands on.
    private static func absent(_ bundle: JSON) -> [String] {
        let entries = bundle["entry"]?.elements ?? []
        var places = entries.indices.filter { entries[$0]["resource"] == nil }.map { "Bundle.entry[\($0)]" }
        let matches = entries.count { $0["search"]?["mode"]?.string ?? "match" == "match" }
        if let total = bundle["total"]?.integer, total > matches { places.append("Bundle.total") }
        if bundle["link"]?.elements.contains(where: { $0["relation"] == "next" }) ?? false {
            places.append("Bundle.link")
        }
        return places
    }

    /// The one value of a file; nil where each line is a value of its own.
    private static func whole(_ bytes: [UInt8]) -> Result<JSON, JSON.Problem>? {
        do throws(JSON.Problem) {
            return .success(try JSON(bytes: bytes))
        } catch {
            let first = bytes.split(separator: 0x0A, maxSplits: 1).first.map(Array.init) ?? []
            if first.count < bytes.count, (try? JSON(bytes: first)) != nil { return nil }
            return .failure(error)
        }
    }

    /// Whether it carries entries of a record like this one.
    public var isOwn: Bool {
        items.contains { FHIRFact.header(of: $0.resource) != nil || FHIRRecord.manifest(of: $0) != nil }
    }
}

extension FHIRRecord {
    /// What a Patient says about the record it stands for; nil where it is not of this program.
    static func manifest(of item: FHIRFile.Item) -> JSON? {
        guard item.type == "Patient" else { return nil }
        return item.resource["extension"]?.elements.first { $0["url"]?.string == manifestURL }
    }
}
