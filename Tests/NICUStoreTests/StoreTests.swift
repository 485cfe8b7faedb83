import Foundation
import NICUAssets
import NICUCore
import NICUStore
import Testing

@Suite("The store keeps what it promises")
struct StoreTests {
    @Test("Every kind is read back as it was written, and verifies")
    func everyKind() throws {
        let scratch = try Scratch()
        let store = try scratch.admitted()
        try Fixtures.oneOfEachKind(store)
        let course = try Scratch.course(store)
        for body in try Fixtures.bodies() {
            let stored = (course.entries + course.superseded.map(\.entry)).first { $0.kind == body.kind }
            let entry = try #require(stored, "\(body.kind.name)")
            if [.note, .identity, .communication, .discharge].contains(body.kind) { continue }
            #expect(entry.body.json.canonicalText == body.json.canonicalText)
        }
        let note = try #require(course.last(Note.self))
        #expect(note.body.text.text == "a note")
        let unknown = try #require(course.entries.first { $0.kind == .unknown("from_the_future") })
        #expect(unknown.body.json.canonicalText == #"{"a":{"b":[1,"2"]},"c":"36.8"}"#)
        let result = try store.verify()
        #expect(result.findings.isEmpty)
        #expect((result.anchored ?? 0) > 20)
    }

    @Test("H16 a retry with the same key writes once; another content under the key is refused")
    func retry() throws {
        let store = try Scratch().admitted()
        let first = try Scratch.weigh(store, 810, "2024-08-20T06:00", key: "k1")
        let again = try Scratch.weigh(store, 810, "2024-08-20T06:00", key: "k1")
        #expect(again.wasAlreadySaved && again.entries.map(\.id) == first.entries.map(\.id))
        #expect(throws: RecordProblem.keyReused(key: "k1")) {
            try Scratch.weigh(store, 811, "2024-08-20T06:00", key: "k1")
        }
        #expect(try Scratch.course(store).weights.count == 2)
    }

    @Test("A correction replaces, a strike removes, and both stay readable")
    func corrections() throws {
        let store = try Scratch().admitted()
        let wrong = try #require(try Scratch.weigh(store, 1490, "2024-08-20T06:00").entries.first)
        let corrected = try store.correct(wrong.seq, at: nil, reason: "typed wrong", author: Scratch.author()) { old in
            var body = try #require(old.body as? NICUCore.Measurement)
            body.value = 790
            return body
        }
        let new = try #require(corrected.entries.first)
        #expect(try Scratch.course(store).weights.map(\.body.value) == [800, 790])
        #expect(throws: RecordProblem.alreadyCorrected(seq: wrong.seq, by: new.seq)) {
            try store.correct(wrong.seq, at: nil, reason: "again", author: Scratch.author()) { $0.body }
        }
        let strike = try #require(
            try store.strike(new.seq, reason: "other infant", author: Scratch.author()).entries.first)
        #expect(try Scratch.course(store).weights.map(\.body.value) == [800])
        #expect(throws: RecordProblem.alreadyStruck(seq: new.seq, by: strike.seq)) {
            try store.correct(new.seq, at: nil, reason: "late", author: Scratch.author()) { $0.body }
        }
        let course = try Scratch.course(store)
        #expect(course.superseded.map(\.entry.seq) == [wrong.seq, new.seq])
        #expect(course.superseded.map(\.isStruck) == [false, true])
        #expect(course.superseded.first?.by.reason?.text == "typed wrong")
        #expect(try Scratch.course(store, knownAt: .position(new.seq)).weights.map(\.body.value) == [800, 790])
        #expect(try Scratch.course(store, knownAt: .position(wrong.seq)).weights.map(\.body.value) == [800, 1490])
    }

    @Test("Undo reverses a weight, a correction and a strike, one after the other")
    func undo() throws {
        let store = try Scratch().admitted()
        let first = try #require(try Scratch.weigh(store, 810, "2024-08-20T06:00").entries.first)
        _ = try store.correct(first.seq, at: nil, reason: "x", author: Scratch.author()) { _ in
            NICUCore.Measurement(quantity: .weight, value: 820)
        }
        func values() throws -> [Int] { try Scratch.course(store).weights.map(\.body.value) }
        #expect(try values() == [800, 820])
        _ = try store.undo(author: Scratch.author(), reason: "undo")
        #expect(try values() == [800, 810])
        let weight = try #require(try Scratch.course(store).weights.last)
        _ = try store.strike(weight.entry.seq, reason: "y", author: Scratch.author())
        #expect(try values() == [800])
        _ = try store.undo(author: Scratch.author(), reason: "undo")
        #expect(try values() == [800, 810])
        #expect(try store.verify().findings.isEmpty)
    }

    @Test("Codes too alike are refused, and siblings that begin alike")
    func codes() throws {
        let store = try Scratch().admitted()
        #expect(throws: RecordProblem.codeTooClose(code: "an-am", other: "an-an")) {
            try Scratch.admit("an-am", to: store)
        }
        #expect(throws: RecordProblem.infantExists(code: "an-an")) { try Scratch.admit("an-an", to: store) }
        #expect(throws: RecordProblem.siblingFirstLetter(code: "apple", sibling: "an-an")) {
            try Scratch.admit("apple", to: store, siblings: ["an-an"])
        }
        #expect(try store.infants().count == 1)
    }

    @Test("H11 a re-dating moves every age, and the past stays as it was known")
    func redating() throws {
        let store = try Scratch().admitted()
        let before = try store.head(visibleAt: .now(Scratch.now)).seq
        let day = try #require(Day("2024-08-29"))
        #expect(try Scratch.course(store).postmenstrualAge(on: day)?.days == 199)
        for days in [175, 203] {
            _ = try store.record(
                [
                    Draft(
                        Dating(gestationalAge: GestationalAge(days: days), method: .ivf),
                        at: try Scratch.moment("2024-08-19T06:00"))
                ],
                of: "an-an", author: Scratch.author(), key: nil)
            #expect(try Scratch.course(store).postmenstrualAge(on: day)?.days == days + 10)
        }
        #expect(try Scratch.course(store, knownAt: .position(before)).postmenstrualAge(on: day)?.days == 199)
    }

    @Test(
        "What a stated need loads gives the same answer as loading everything, corrections and strikes included",
        arguments: [CourseNeed.growth, .ward, .weightEcho, .ages, .care])
    func needs(need: CourseNeed) throws {
        let store = try Scratch().admitted()
        for day in 20...31 { _ = try Scratch.weigh(store, 700 + day, "2024-08-\(day)T06:00") }
        let seq = try #require(try Scratch.weigh(store, 950, "2024-09-01T06:00").entries.first?.seq)
        _ = try store.correct(seq, at: nil, reason: "misread", author: Scratch.author()) { old in
            var body = try #require(old.body as? NICUCore.Measurement)
            body.value = 750
            return body
        }
        _ = try store.strike(seq - 1, reason: "scale", author: Scratch.author())
        let all = try Scratch.course(store)
        let some = try Scratch.course(store, need: need)
        #expect(all.birthDay == some.birthDay && all.gestationalAge == some.gestationalAge && all.head == some.head)
        if need.kinds?.contains(.measurement) == true {
            #expect(all.weights.map(\.entry.seq) == some.weights.map(\.entry.seq))
            #expect(some.weights.last?.body.value == 750 && some.weights.count == 13)
        }
    }

    @Test("A correction never turns one fact into another, by whatever door")
    func anotherFact() throws {
        let store = try Scratch().admitted()
        let seq = try #require(try Scratch.weigh(store, 810, "2024-08-20T06:00").entries.first)
        var generator = SystemRandomNumberGenerator()
        let code = try #require(InfantCode("an-an"))
        let length = NICUCore.Measurement(quantity: .length, value: 400)
        let entry = Entry(
            seq: 0, id: Identifier(at: Scratch.now, using: &generator), infant: nil, code: code,
            operation: Identifier(at: Scratch.now, using: &generator), at: seq.at, recorded: Scratch.now, by: "li.min",
            source: "test", corrects: seq.id, reason: SealedText("x"), body: length)
        #expect(throws: RecordProblem.self) {
            try store.importEntries([IncomingEntry(line: 1, entry: entry, code: code)], author: Scratch.author())
        }
        #expect(throws: RecordProblem.memberFixed(seq: seq.seq, member: "quantity")) {
            try store.correct(seq.seq, at: nil, reason: "x", author: Scratch.author()) { _ in length }
        }
        #expect(try Scratch.course(store).weights.last?.body.value == 810)
    }

    @Test("H27 files are 0600 and folders 0700, and looser ones are refused")
    func modes() throws {
        let scratch = try Scratch()
        let store = try scratch.admitted()
        try store.noteAccess(by: "li.min", verb: "show", now: Scratch.now)
        #expect(try scratch.mode(scratch.folder) == 0o700)
        #expect(try scratch.mode(scratch.location.keys) == 0o700)
        for path in [
            scratch.location.database, scratch.location.database + "-wal", scratch.location.database + "-shm",
            scratch.location.anchor, scratch.location.accessLog, scratch.location.keys + "/sealing.key",
            scratch.location.keys + "/signing.key",
        ] { #expect(try scratch.mode(path) == 0o600, "\(path)") }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.location.database)
        #expect(throws: RecordProblem.fileOpenToOthers(path: scratch.location.database, mode: "644")) {
            try scratch.open()
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.location.database)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.folder)
        #expect(throws: RecordProblem.folderOpenToOthers(path: scratch.folder, mode: "755")) { try scratch.open() }
    }

    @Test("H31 a newer schema is refused, a foreign file is refused, both unchanged")
    func schema() throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        try scratch.shell("PRAGMA user_version = 99")
        #expect(
            throws: RecordProblem.newerSchema(
                path: scratch.location.database, found: 99, known: SchemaFiles.migrations.count)
        ) {
            try scratch.open()
        }
        try scratch.shell("PRAGMA user_version = 0; PRAGMA application_id = 7")
        #expect(throws: RecordProblem.notARecord(path: scratch.location.database)) { try scratch.open() }
    }

    @Test("Many writers at once: every acknowledged entry is there, in one unbroken chain")
    func writers() async throws {
        let scratch = try Scratch()
        _ = try scratch.admitted()
        let location = scratch.location
        let acknowledged = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for writer in 0..<6 {
                group.addTask {
                    let store = try Store.open(location, now: Scratch.now, zone: { _ in Scratch.zone })
                    return try (0..<20).map { index in
                        // Two hours apart, or a second value within the hour would be asked about.
                        let hour = writer * 2 + index / 10 * 12
                        let at = try Scratch.moment("2024-08-\(20 + index % 10)T\(hour < 10 ? "0" : "")\(hour):00")
                        let draft = Draft(
                            NICUCore.Measurement(quantity: .weight, value: 790 + (index * 6 + writer) % 29), at: at)
                        return try store.record([draft], of: "an-an", author: Scratch.author(), key: nil).entries[0].seq
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(acknowledged).count == 120)
        let store = try scratch.open()
        let result = try store.verify()
        #expect(result.findings.isEmpty)
        #expect(try Scratch.course(store).weights.count == 121)
    }
}
