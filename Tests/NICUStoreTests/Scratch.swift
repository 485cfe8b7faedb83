import Foundation
import NICUCore
import NICUStore
import Testing

/// A record of its own for one test, in a folder of its own.
struct Scratch {
    let folder: String
    let location: RecordLocation
    static let now = Instant(seconds: 1_732_000_000)
    static let zone = Zone(name: "Asia/Shanghai", fixedOffsetMinutes: 480)

    static let settings = UnitSettings(
        unit: "Test", timezone: "Asia/Shanghai", careDay: ClockTime(secondOfDay: 25_200),
        shifts: [8, 16, 0].map { ClockTime(secondOfDay: $0 * 3600) }, rules: "cn-2017")

    /// A growth reference of the unit's own.
    static let pack = """
        #id=own
        #version=1
        #title=t
        #citation=c
        #terms=t
        #population=p
        #model=centiles
        #axis=gestational_days
        #use=birth
        #interpolation=none
        #head=cm,168,174,plain
        measure,sex,completed_weeks,P10,P90
        head,female,24,21,23
        head,male,24,21,23

        """

    static func author(_ login: String = "li.min", at now: Instant = now) -> Author {
        Author(by: login, source: "test", now: now)
    }

    init() throws {
        folder = NSTemporaryDirectory() + "nicu-test-" + UUID().uuidString
        location = RecordLocation(database: folder + "/record.db")
    }

    func create() throws -> Store {
        try Store.create(
            location, settings: Scratch.settings, clinician: "li.min", author: Scratch.author(),
            zone: { _ in Scratch.zone })
    }

    func open() throws -> Store { try Store.open(location, now: Scratch.now, zone: { _ in Scratch.zone }) }

    static func moment(_ text: String) throws -> Moment { try Moment(iso: text, zone: zone) }

    /// A record with one infant of 27+0 and 800 g.
    func admitted(_ code: String = "an-an") throws -> Store {
        let store = try create()
        try Scratch.admit(code, to: store)
        return store
    }

    static func admit(_ code: String, to store: Store, siblings: [String] = []) throws {
        let birth = try moment("2024-08-19T06:00")
        let drafts: [Draft] = [
            Draft(Birth(code: code, sex: .female, siblings: siblings), at: birth),
            Draft(Dating(gestationalAge: GestationalAge(days: 189), method: .earlyUltrasound), at: birth),
            Draft(Measurement(quantity: .weight, value: 800, role: .birth), at: birth),
            Draft(Admission(from: .birth, bed: "12"), at: birth),
        ]
        let infant = try #require(InfantCode(code))
        _ = try store.admit(infant, drafts, siblings: siblings, author: author(), key: nil)
    }

    /// Records a weight; what is asked about it is answered.
    static func weigh(_ store: Store, _ grams: Int, _ at: String, key: String? = nil) throws -> Written {
        let draft = Draft(Measurement(quantity: .weight, value: grams), at: try moment(at))
        do {
            return try store.record([draft], of: "an-an", author: author(), key: key)
        } catch RecordProblem.questions(let asked) {
            var answered = draft
            answered.reason = "seen on the scale"
            return try store.record(
                [answered], of: "an-an", author: author(), key: key,
                answer: EntryAnswer(tokens: Set(asked.map(\.token))))
        }
    }

    static func course(_ store: Store, knownAt: KnownAt = .now(now), need: CourseNeed = .everything) throws -> Course {
        try store.course(of: try store.infant("an-an"), asOf: nil, knownAt: knownAt, now: now, need: need)
    }

    /// Runs the sqlite3 shell, as a colleague or an intruder would.
    @discardableResult
    func shell(_ sql: String, of path: String? = nil) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", path ?? location.database, sql]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? Int) ?? -1
    }
}
