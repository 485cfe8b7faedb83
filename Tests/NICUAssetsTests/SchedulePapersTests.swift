import NICUAssets
import NICUCore
import Testing

extension Cot {
    fileprivate func papers(_ asOf: String, _ id: String, _ guidelines: Set<String> = ["CN"]) throws -> [DueItem] {
        try list(asOf, guidelines).papers.filter { $0.id == id }
    }

    fileprivate func paper(_ asOf: String, _ id: String) throws -> DueItem {
        let found = try papers(asOf, id)
        #expect(found.count == 1, "\(id) \(asOf)")
        return try #require(found.first)
    }

    fileprivate mutating func write(_ task: String, _ result: Check.Result = .complete, at text: String) throws {
        try add(Check(task: task, result: result), at: text)
    }

    fileprivate mutating func attest(_ item: String, _ value: Bool, at text: String) throws {
        try add(Attestation(item: item, value: value), at: text)
    }
}

@Suite("The papers of a stay and their deadlines")
struct SchedulePapersTests {
    private static let ends: [(Destination, String?)] = [
        (.home, "discharge_record_cn"), (.community, "discharge_record_cn"), (.againstAdvice, "discharge_record_cn"),
        (.withdrawal, "discharge_record_cn"), (.other, "discharge_record_cn"), (.transfer, "transfer_record"),
        (.death, "death_record_cn"),
    ]
    private static let left = "2024-09-01T10:00:00+08:00"

    struct Note: Sendable {
        let critical: Bool?
        let serious: Bool?
        /// The day of the question, the last note being of 1 September.
        let day: String
        let status: DueStatus
    }

    static let notes = [
        Note(critical: true, serious: nil, day: "01", status: .later),
        Note(critical: true, serious: nil, day: "02", status: .closing),
        Note(critical: true, serious: nil, day: "03", status: .overdue),
        Note(critical: false, serious: true, day: "02", status: .due),
        Note(critical: false, serious: true, day: "03", status: .closing),
        Note(critical: false, serious: true, day: "04", status: .overdue),
        Note(critical: false, serious: false, day: "02", status: .due),
        Note(critical: false, serious: false, day: "04", status: .closing),
        Note(critical: false, serious: false, day: "05", status: .overdue),
        // Not told: what every answer agrees on, else unknown.
        Note(critical: nil, serious: nil, day: "01", status: .later),
        Note(critical: nil, serious: nil, day: "02", status: .unknown),
        Note(critical: nil, serious: nil, day: "04", status: .unknown),
        Note(critical: nil, serious: nil, day: "05", status: .overdue),
        Note(critical: nil, serious: true, day: "04", status: .overdue),
        Note(critical: false, serious: nil, day: "04", status: .unknown),
    ]

    @Test(
        "H7: a progress note by how ill the infant is, to the civil day; not attested is never good news",
        arguments: notes)
    func progress(note: Note) throws {
        var cot = try Cot()
        try cot.write("progress_note", at: "2024-09-01T09:00:00+08:00")
        if let critical = note.critical { try cot.attest("critically_ill", critical, at: "2024-08-20T08:00:00+08:00") }
        if let serious = note.serious { try cot.attest("seriously_ill", serious, at: "2024-08-20T08:00:00+08:00") }
        // The day of the last note, and one still open at noon, change within the day.
        let times =
            switch note.status {
            case .later: ["09:00:00", "23:59:59"]
            case .due: ["00:00:00", "12:00:00"]
            default: ["00:00:00", "23:59:59"]
            }
        for time in times {
            let item = try cot.paper("2024-09-\(note.day)T\(time)+08:00", "progress_note_cn")
            #expect(item.status == note.status, "\(note) \(time)")
            if note.status == .unknown { #expect(!item.missing.isEmpty && item.by == nil) }
        }
    }

    @Test("H7: without any note the days count from admission, and the reason says since when")
    func neverWritten() throws {
        let cot = try Cot()
        let first = try cot.paper("2024-08-19T07:00:00+08:00", "progress_note_cn")
        #expect(first.status == .due && first.by == nil && !first.missing.isEmpty)
        let item = try cot.paper("2024-08-23T00:00:00+08:00", "progress_note_cn")
        #expect(item.status == .overdue && item.by?.day(in: Cot.zone) == Day("2024-08-22"))
        let since = try Moment(iso: Cot.birth, zone: Cot.zone)
        #expect(item.reason == .paperMissing(since: since))
        #expect(item.missing == [.attestation("critically_ill"), .attestation("seriously_ill")])
    }

    static let months: [(born: String, asOf: String, DueStatus)] = [
        (Cot.birth, "2024-09-11T23:59:59+08:00", .later), (Cot.birth, "2024-09-12T00:00:00+08:00", .due),
        (Cot.birth, "2024-09-17T00:00:00+08:00", .closing), (Cot.birth, "2024-09-19T23:59:59+08:00", .closing),
        (Cot.birth, "2024-09-20T00:00:00+08:00", .overdue),
        ("2024-01-31T23:30:00+08:00", "2024-02-29T23:59:59+08:00", .closing),
        ("2024-01-31T23:30:00+08:00", "2024-03-01T00:00:00+08:00", .overdue),
    ]

    @Test("a stage summary every calendar month, counted in civil days", arguments: months)
    func stage(born: String, asOf: String, status: DueStatus) throws {
        let item = try Cot(born: born).paper(asOf, "stage_summary_cn")
        #expect(item.status == status)
    }

    @Test("the next stage summary counts from the last one; one that is not complete is none")
    func stages() throws {
        var cot = try Cot()
        try cot.write("stage_summary", .deferred, at: "2024-09-18T09:00:00+08:00")
        let open = try cot.paper("2024-09-20T09:00:00+08:00", "stage_summary_cn")
        guard case .notYet(.deferred, _) = open.reason else {
            Issue.record("\(open.reason)")
            return
        }
        #expect(open.status == .overdue)
        try cot.write("stage_summary", at: "2024-09-21T09:00:00+08:00")
        let next = try cot.paper("2024-09-22T09:00:00+08:00", "stage_summary_cn")
        #expect(next.status == .later && next.by?.day(in: Cot.zone) == Day("2024-10-21"))
        guard case .paperLast = next.reason else {
            Issue.record("\(next.reason)")
            return
        }
        // A paper that was written about the stay says nothing of the screens.
        #expect(try cot.list("2024-09-22").items.allSatisfy { $0.topic != "stage_summary" })
    }

    @Test(
        "H7: each end of a stay asks for its own paper for 24 h, to the second, until it is recorded", arguments: ends)
    func ended(to destination: Destination, id: String?) throws {
        var cot = try Cot()
        let id = try #require(id)
        let waits = try cot.paper("2024-08-31", id)
        #expect(waits.status == .notApplicable && waits.reason == .paperWaits(Hours(24)))
        try cot.add(Discharge(to: destination), at: Self.left)
        #expect(try cot.paper(Self.left, id).status == .closing)
        #expect(try cot.paper("2024-09-02T10:00:00+08:00", id).status == .closing)
        for asOf in ["2024-09-02T10:00:01+08:00", "2026-09-02T10:00:00+08:00"] {
            let open = try cot.list(asOf).papers.filter(\.isOpen)
            #expect(open.map(\.id) == [id] && open.first?.status == .overdue, "\(destination) \(asOf)")
        }
        if destination == .death || destination == .withdrawal { #expect(try cot.list("2024-09-03").items.isEmpty) }
        let task = try cot.paper("2024-09-03", id).topic
        try cot.write(task, .notDone, at: "2024-09-03T08:00:00+08:00")
        #expect(try cot.paper("2024-09-03T09:00:00+08:00", id).status == .overdue)
        try cot.write(task, at: "2024-09-03T10:00:00+08:00")
        #expect(try cot.list("2024-09-04").papers.filter(\.isOpen).isEmpty)
        #expect(try cot.paper("2024-09-04", id).status == .done)
    }

    static let early: [(at: String, DueStatus)] = [
        ("2024-08-31T09:59:59+08:00", .overdue), ("2024-08-31T10:00:00+08:00", .done),
        ("2024-09-01T09:00:00+08:00", .done),
    ]

    @Test("a discharge record written up to a day before counts, an older one does not", arguments: early)
    func before(at: String, status: DueStatus) throws {
        var cot = try Cot()
        try cot.write("discharge_record", at: at)
        try cot.add(Discharge(to: .home), at: Self.left)
        #expect(try cot.paper("2024-09-03", "discharge_record_cn").status == status)
    }

    @Test("H7: a stay without its record stays listed after readmission; each record settles the oldest one")
    func readmitted() throws {
        var cot = try Cot()
        try cot.attest("critically_ill", true, at: "2024-08-20T08:00:00+08:00")
        try cot.add(Discharge(to: .home), at: Self.left)
        try cot.add(Admission(from: .home), at: "2024-09-10T10:00:00+08:00")
        #expect(try cot.paper("2024-09-11", "discharge_record_cn").status == .overdue)
        // How ill it was said to be is of the first stay, and the days count from the second.
        let note = try cot.paper("2024-09-12", "progress_note_cn")
        #expect(note.status == .unknown && note.missing.first == .attestation("critically_ill"))
        try cot.add(Discharge(to: .home), at: "2024-09-20T10:00:00+08:00")
        #expect(try cot.papers("2024-09-22", "discharge_record_cn").map(\.status) == [.overdue, .overdue])
        try cot.write("discharge_record", at: "2024-09-22T10:00:00+08:00")
        let left = try cot.papers("2024-09-23", "discharge_record_cn")
        #expect(left.map(\.status) == [.overdue, .done])
        #expect(left.first?.from?.day(in: Cot.zone) == Day("2024-09-20"))
        try cot.write("discharge_record", at: "2024-09-23T10:00:00+08:00")
        #expect(try cot.papers("2024-09-24", "discharge_record_cn").allSatisfy { $0.status == .done })
    }

    @Test("papers are those of the unit's own country, and each names its source and basis")
    func countries() throws {
        let cot = try Cot()
        #expect(try cot.list("2024-09-01", ["US"]).papers.isEmpty)
        let papers = try cot.list("2024-09-01").papers
        #expect(Set(papers.map(\.topic)) == Set(Vocabulary.papers))
        #expect(papers.allSatisfy { $0.sources == ["CN-MR2010"] && $0.confidence == .read2 })
        #expect(papers.filter { $0.basis == .operational }.map(\.id) == ["transfer_record"])
    }

    @Test("a waiver of a paper is shown as one")
    func waived() throws {
        var cot = try Cot()
        try cot.add(Waiver(criterion: "stage_summary"), at: "2024-09-19T10:00:00+08:00")
        #expect(try cot.paper("2024-09-25", "stage_summary_cn").status == .waived)
    }

    static let slips: [(from: String, to: String)] = [
        ("    task: stage_summary", "    task: hearing_screen"),
        ("    during: [{every_mo: 1}]\n", ""),
        ("    during: [{every_mo: 1}]\n", "    during: [{every_mo: 1}]\n    after: {to: [home], within_h: 24}\n"),
        ("every_mo: 1}]\n    opens_d", "every_mo: 1, every_d: 30}]\n    opens_d"), ("every_d: 3}", "every_d: 0}"),
        ("to: [death], within_h: 24", "to: [death], within_h: 24000"), ("to: [death],", "to: [mars],"),
        ("attested: seriously_ill", "attested: serious_ill"), ("id: death_record_cn", "id: discharge_record_cn"),
    ]

    @Test("H9: a slip in the papers of a schedule is refused with its place", arguments: slips.indices)
    func refused(index: Int) throws {
        let slip = Self.slips[index]
        #expect(try RuleAuditTests.problems(RuleAuditTests.schedule, [slip]) != [])
    }

    @Test("an edition from before there were papers is read, and asks for none")
    func older() throws {
        let text = try #require(EmbeddedFiles.text(at: RuleAuditTests.schedule))
        let before = try #require(text.split(separator: "\npapers:\n").first)
        let schedule = try ScheduleFile.load(text: String(before) + "\n", path: "own.yaml")
        let rules = try RuleLibrary.ruleSet(id: "cn-2017")
        let list = schedule.due(try Cot().course("2024-09-25"), rules: rules, guidelines: ["CN"])
        #expect(list.papers.isEmpty && !list.items.isEmpty)
    }
}
