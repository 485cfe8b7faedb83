internal import ArgumentParser
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Export: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case wardSheet = "ward-sheet"
        case fhir = "fhir-ndjson"
        case research
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Hand on values of the whole ward\n导出全科数据",
        discussion: """
            ward-sheet: one row an infant, one column a day, the last value of each day; `nicu import` reads it back. fhir-ndjson: every
            entry of every infant as FHIR R4, one resource a line; with -o a new folder with one file a type, as a bulk export has it.
            One infant's whole course is `nicu timeline`.
            ward-sheet：每名婴儿一行，每日一列；nicu import 可读回。fhir-ndjson：全部条目，每行一个 FHIR 资源。单个患儿用 nicu timeline。
            research: the courses of infants with a consent to research, de-identified, into a new folder (docs/research-export.md).
            research：已同意科研者的病程，去标识后写入新文件夹。
            """)

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @OptionGroup var table: TableOptions
    @OptionGroup var forResearch: ResearchOptions
    @Option(help: "ward-sheet, fhir-ndjson or research\n格式")
    var format = Format.wardSheet
    @Option(help: "What the days hold\n所测的量")
    var quantity = "weight"
    @Option(help: "How many days, up to the day of the answer\n天数")
    var days = 14
    @Flag(help: "Include infants whose stay has ended\n包括已出院者")
    var all = false
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write to a new file (0600), for fhir-ndjson and research a new folder (0700), instead of standard output\n写入文件或文件夹",
            valueName: "path"))
    var output: String?

    func run() throws {
        let session = try record.open()
        if format == .research { return try research(session) }
        if let option = forResearch.given {
            throw Failure.unreadable(session.wording.onlyTogether(option, "--format research"))
        }
        if record.json {
            throw Failure.unreadable(session.wording.notTogether("--json", "--format \(format.rawValue)"))
        }
        if format == .fhir { return try fhir(session) }
        guard (1...400).contains(days) else {
            throw Failure.unreadable(session.wording.outsideRange("--days", "\(days)", "1–400"))
        }
        let quantity: Quantity = try session.token(quantity, "--quantity")
        try session.store.checkClinician(session.login)
        let asOf = try moments.asOf.map { try session.pastMoment($0) } ?? session.zone.moment(at: session.now)
        let known = try session.knownAt(moments.knownAt)
        var courses: [Course] = []
        for infant in try session.store.infants() {
            let course = try session.store.course(
                of: infant, asOf: asOf, knownAt: known, now: session.now,
                need: CourseNeed(
                    kinds: CourseNeed.identity.union([.measurement, .retraction]), quantities: [quantity]))
            guard course.birth != nil, all || course.stayEnd == nil else { continue }
            session.noteAccess("export", infant: infant.id)
            courses.append(course)
        }
        guard !courses.isEmpty else { throw Failure.refused(session.wording.noInfants()) }
        if let first = courses.first {
            Door.remark(session.wording.stamp(asOf: asOf, knownAt: first.knownAt, head: first.head))
        }
        let sheet = WardSheet(courses, of: quantity, days: days, until: asOf.day)
        let text = table.dialect.text(sheet.rows)
        guard let output else {
            Door.write(text, to: STDOUT_FILENO)
            return
        }
        try session.write(text, to: output)
    }
}
