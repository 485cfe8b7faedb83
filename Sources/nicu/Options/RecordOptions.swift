public import ArgumentParser
internal import Foundation
internal import NICUCore
public import NICUExport
internal import NICUStore

extension Language: ExpressibleByArgument {}

/// Where the record lies and how answers are printed.
struct RecordOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The record file (default: NICU_DB, else the XDG data folder)\n病历文件", valueName: "path"))
    var db: String?

    @Option(
        help: ArgumentHelp("The folder of its keys (default: NICU_KEYS, else PATH.keys)\n密钥文件夹", valueName: "folder"))
    var keys: String?

    @Option(help: ArgumentHelp("Who acts (default: NICU_BY, else the operating-system user)\n操作者", valueName: "login"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            "Language of human output: zh or en (default: NICU_LANG, else the locale)\n输出语言", valueName: "zh|en"))
    var lang: Language?

    @Flag(help: "Print JSON\n输出 JSON")
    var json = false

    @Flag(help: "After a write print only what was saved\n只输出已保存的条目")
    var quiet = false

    var login: String { by ?? Door.environment("NICU_BY") ?? NSUserName() }

    var location: RecordLocation {
        let path: String
        if let db = db ?? Door.environment("NICU_DB") {
            path = db
        } else {
            let data = Door.environment("XDG_DATA_HOME") ?? NSHomeDirectory() + "/.local/share"
            path = data + "/nicu/record.db"
        }
        return RecordLocation(database: path, keys: keys ?? Door.environment("NICU_KEYS"))
    }

    /// Opens the record for one command.
    func open() throws -> Session {
        let now = Door.now
        let store = try Store.open(location, now: now, zone: { try Door.zone($0) })
        try store.leaveOpen()
        return Session(
            store: store,
            wording: Wording(lang ?? Door.language, zone: store.clock.zone, columns: Door.terminalColumns), now: now,
            login: login, json: json, isQuiet: quiet)
    }
}

/// An open record with its reader: what every command works with.
struct Session {
    let store: Store
    let wording: Wording
    let now: Instant
    let login: String
    let json: Bool
    /// Whether a write says no more than what was saved.
    var isQuiet = false

    var zone: Zone { store.clock.zone }
    var author: Author { Author(by: login, source: "cli", now: now) }

    /// Prints an answer: JSON where that was asked for, else the page.
    func answer(_ json: @autoclosure () -> JSON, _ page: @autoclosure () -> String) {
        if self.json { Door.print(json().text) } else { Door.page(page()) }
    }

    /// A time as typed, in the unit's zone; now when nothing was typed.
    func moment(_ text: String?) throws -> Moment {
        try asked { moments throws(AskedMoments.Problem) in try moments.moment(text) }
    }

    /// A clinical moment that has come; what lies ahead is refused, since nobody has observed it.
    func pastMoment(_ text: String) throws -> Moment {
        try asked { moments throws(AskedMoments.Problem) in try moments.pastMoment(text) }
    }

    /// What had been recorded: a time, or `#1234` for a position in the ledger.
    func knownAt(_ text: String?) throws -> KnownAt {
        try asked { moments throws(AskedMoments.Problem) in try moments.knownAt(text) }
    }

    private func asked<T>(_ read: (AskedMoments) throws(AskedMoments.Problem) -> T) throws -> T {
        do throws(AskedMoments.Problem) {
            return try read(AskedMoments(now: now, zone: zone))
        } catch {
            if case .ahead = error { throw Failure.refused(wording.asked(error)) }
            throw Failure.unreadable(wording.asked(error))
        }
    }

    /// Loads a course for a reader, notes the access and says when the default moment is the end of the stay.
    func course(_ code: String, _ moments: MomentOptions, need: CourseNeed, verb: String) throws -> (InfantRef, Course)
    {
        try store.checkClinician(login)
        let infant = try store.infant(code)
        let course = try store.course(
            of: infant, asOf: try moments.asOf.map { try pastMoment($0) }, knownAt: try knownAt(moments.knownAt),
            now: now,
            need: need)
        if let end = course.stayEnd, !json {
            Door.remark(
                moments.asOf == nil
                    ? wording.stayEnded(end.entry.at, end.destination)
                    : wording.stayEndedBefore(end.entry.at, end.destination))
        }
        noteAccess(verb, infant: infant.id)
        return (infant, course)
    }

    /// Notes a read in the access log; a log that cannot be written is said so and keeps nobody from the record.
    func noteAccess(_ verb: String, infant: InfantID? = nil) {
        do {
            try store.noteAccess(by: login, verb: verb, infant: infant, now: now)
        } catch {
            Door.remark(wording.accessNotNoted(store.location.accessLog))
        }
    }

    /// Prints what a write did: a line an entry with its resolved ages and what `echo` adds, or the JSON answer.
    ///
    /// One course serves both: of `need`, as of `asOf`. The entries are on disk by then: whatever fails here becomes a
    /// remark and never a failure.
    func report(
        _ written: Written, remarks: [String] = [], asOf: Moment? = nil, need: CourseNeed = .ages,
        echo: ((Course) throws -> [String])? = nil
    ) {
        // Whether it strikes an entry or confirms a change is seen in the entry that it names, whatever that is.
        let isConfirmed = written.entries.contains { ($0.body as? Retraction)?.confirmedBy != nil }
        let course = try? course(of: written, asOf: asOf, need: isConfirmed ? .everything : need)
        var remarks = remarks
        if let echo, !isQuiet {
            if let course, let lines = try? echo(course) {
                remarks += lines
            } else {
                remarks.append(wording.echoFailed())
            }
        }
        if !isQuiet {
            if !written.wasAlreadySaved { remarks += verdictChanges(written) }
            remarks += (try? reopened(by: written)) ?? []
        }
        if written.wasAlreadySaved { remarks.append(wording.alreadySaved()) }
        if !written.isSigned { remarks.append(wording.notSigned()) }
        let lines = written.entries.map { wording.saved($0, in: course) }
        guard !json else {
            Door.printSaved(Session.saved(written.entries, written.operation, remarks: lines + remarks).text)
            return
        }
        let said = (lines + remarks).map(Table.visible).joined(separator: "\n")
        Door.printSaved(wording.columns.map { Table.folded(said, columns: $0) } ?? said)
    }

    /// The answer of a write as JSON.
    static func saved(_ entries: [Entry], _ operation: Identifier, remarks: [String]) -> JSON {
        [
            "entries": .array(
                entries.map {
                    ["id": .string($0.id.description), "seq": .integer($0.seq), "kind": .string($0.kind.name)]
                }),
            "operation": .string(operation.description), "saved": .bool(!entries.isEmpty),
            "remarks": .array(remarks.map { .string($0) }),
        ]
    }

    /// The infant that a write was about; nil for the unit.
    private func course(of written: Written, asOf: Moment?, need: CourseNeed) throws -> Course? {
        guard let code = written.entries.first?.code?.text else { return nil }
        return try store.course(of: store.infant(code), asOf: asOf, knownAt: .now(now), now: now, need: need)
    }
}

/// The two time axes of every answer.
struct MomentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Clinical moment of the answer (default: now, or the end of the stay)\n回答所依据的临床时刻", valueName: "time"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "What had been recorded by then: a time or #POSITION (default: now)\n已知截止时刻", valueName: "time|#n"))
    var knownAt: String?
}

/// When a fact happened, and the key that makes a retry harmless.
struct EntryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When it happened: ISO 8601, 06:00, “yesterday 22:30”, “90 min ago” (default: now)\n发生时间", valueName: "time"
        ))
    var at: String?

    @Option(help: ArgumentHelp("A key of your own that makes a retry harmless\n重试键", valueName: "key"))
    var key: String?

    @OptionGroup var identity: CheckOptions

    /// The key as typed, or a fresh one, by which a commit in doubt is looked up.
    var retryKey: String { key ?? EntryOptions.freshKey() }

    static func freshKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return Identifier(at: Door.now, using: &generator).description
    }
}
