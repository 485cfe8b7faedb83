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
        try load(text, path, found: nil)
    }

    /// Reads a file; with a list of problems it goes on where it can, and looks more closely.
    static func load(_ text: String, _ path: String, found: ProblemList?) throws(RuleFileProblem) -> Schedule {
        let root = try RuleFile.composed(text, path)
        let check = RuleShapeCheck(path: path, found: found)
        let schema = root.mapping?["schema"]
        if let found = schema?.string, found != RuleShape.scheduleSchema {
            throw .wrongSchema(check.place(schema), found: found, expected: RuleShape.scheduleSchema)
        }
        try check.check(root, as: .schedule, key: "")
        // What does not have its shape cannot be read further.
        if let first = found?.all.first { throw first }
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

    /// Reads a file that is to be installed: every mistake is named, and numbers and names are held against each other.
    ///
    /// An edition that was installed earlier is read by ``load(text:path:)``, which asks no more than that it can be read.
    public static func checked(text: String, path: String) throws(RuleFileProblems) -> RuleDocument {
        let found = ProblemList()
        do {
            let schema = try RuleFile.composed(text, path).mapping?["schema"]?.string
            let document: RuleDocument =
                schema == RuleShape.scheduleSchema
                ? .schedule(try ScheduleFile.load(text, path, found: found))
                : .readiness(try RuleFile.load(text, path, found: found))
            if found.all.isEmpty { return document }
        } catch {
            found.all.append(error)
        }
        throw RuleFileProblems(found.all)
    }

    /// The id, the version, the digest and the title of the file.
    public var head: (id: String, version: String, digest: String, title: RuleText) {
        switch self {
        case .readiness(let rules): (rules.id, rules.version, rules.digest, rules.title)
        case .schedule(let schedule): (schedule.id, schedule.version, schedule.digest, schedule.title)
        }
    }
}
