internal import Crypto
public import NICUCore
internal import Yams

/// A file of screens, vaccines and visits, read strictly: unknown keys, words and names are refused with their place.
public enum ScheduleFile {
    /// The id under which the schedule in force stands.
    static let id = "screens"

    /// The files that come with the program.
    static var paths: [String] { EmbeddedFiles.paths(under: "seeds/schedules/").filter { $0.hasSuffix(".yaml") } }

    /// Reads a file; the digest is SHA-256 over its bytes.
    public static func load(text: String, path: String) throws(RuleFileProblem) -> Schedule {
        let root = try RuleFile.composed(text, path)
        let check = RuleShapeCheck(path: path)
        let schema = root.mapping?["schema"]
        if let found = schema?.string, found != RuleShape.scheduleSchema {
            throw .wrongSchema(check.place(schema), found: found, expected: RuleShape.scheduleSchema)
        }
        try check.check(root, as: .schedule, key: "")
        let digest = Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8))))
        return try ScheduleBuilder(parts: NodeParts(root: root, check: check)).schedule(digest: digest)
    }
}

/// A rule file of either schema.
public enum RuleDocument: Sendable {
    case readiness(RuleSet)
    case schedule(Schedule)

    /// Reads a file as what its schema says; a file of another schema is refused as readiness rules.
    public static func load(text: String, path: String) throws(RuleFileProblem) -> RuleDocument {
        let schema = try RuleFile.composed(text, path).mapping?["schema"]?.string
        return schema == RuleShape.scheduleSchema
            ? .schedule(try ScheduleFile.load(text: text, path: path))
            : .readiness(try RuleFile.load(text: text, path: path))
    }

    /// The id, the version, the digest and the title of the file.
    public var head: (id: String, version: String, digest: String, title: RuleText) {
        switch self {
        case .readiness(let rules): (rules.id, rules.version, rules.digest, rules.title)
        case .schedule(let schedule): (schedule.id, schedule.version, schedule.digest, schedule.title)
        }
    }
}
