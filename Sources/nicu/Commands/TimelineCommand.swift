internal import ArgumentParser
internal import Glibc
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct TimelineCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson, csv, html, pdf, fhir }

    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Hand on the whole course: text, JSON, NDJSON, CSV, FHIR, or a page to read\n导出全程",
        discussion:
            "What was corrected or struck stands struck through (~~…~~) beside what replaced it. ndjson is what `nicu import` reads; html is the course record (患儿病程档案) that people read and `nicu import` restores; pdf prints it (needs weasyprint); fhir is one FHIR R4 document with every entry.\n被更正或删划者以 ~~…~~ 标出。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "text, json, ndjson, csv, html, pdf or fhir\n格式")
    var format = Format.text
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a new file (0600) instead of standard output\n写入文件", valueName: "file"))
    var output: String?
    @Option(
        help: ArgumentHelp(
            "With ndjson or fhir: write the erasable texts (names, notes, reasons) to this new file (0600)\n另存姓名等可擦除文字",
            valueName: "file"))
    var withIdentity: String?

    @OptionGroup var table: TableOptions

    func run() throws {
        let session = try record.open()
        if table.isGiven, format != .csv {
            throw Failure.unreadable(session.wording.onlyTogether(table.given, "--format csv"))
        }
        let isOfEntries = format == .ndjson || format == .fhir
        if withIdentity != nil, !isOfEntries { throw Failure.unreadable(session.wording.identityNeedsLines()) }
        try session.keepFromTerminal(isPDF: format == .pdf, output: output)
        if isOfEntries, moments.asOf != nil { throw Failure.unreadable(session.wording.linesHaveNoAsOf()) }
        let (infant, course) = try session.course(code, moments, need: .everything, verb: "timeline")
        if withIdentity != nil, !session.store.canOpenSealedTexts {
            throw Failure.refused(session.wording.sealingKeyMissing(session.store.location.keys))
        }
        if [.csv, .ndjson].contains(format) {
            Door.remark(session.wording.stamp(asOf: course.asOf, knownAt: course.knownAt, head: course.head))
        }
        let timeline = Timeline(course)
        let unit = session.store.settings.unit
        let text: String
        switch record.json && format == .text ? .json : format {
        case .text:
            // A file is nobody's terminal.
            let wording = Wording(
                session.wording.language, zone: session.zone, columns: output == nil ? session.wording.columns : nil)
            text = timeline.text(wording) + "\n"
        case .json: text = timeline.json(session.wording, unit: unit).text + "\n"
        case .html: text = try session.handingOn(course).passport(infant, course).html
        case .pdf:
            let html = try session.handingOn(course).passport(infant, course).html
            return try session.deliver(try session.pdf(of: html, asOf: course.asOf.instant), to: output)
        case .csv: text = timeline.csv(session.wording, table.dialect)
        case .fhir:
            let whole = try session.course(of: infant, at: course.knownAt)
            text = try session.handingOn(whole).fhir(infant, whole).bundle.text + "\n"
        case .ndjson:
            let ledger = try session.store.ledger(of: infant, knownAt: course.knownAt)
            text = ledger.map {
                EntryLine.json($0.entry, zone: session.zone, unit: unit, digest: $0.digest).text + "\n"
            }.joined()
        }
        guard let withIdentity else { return try session.deliver(Array(text.utf8), to: output) }
        let entries = try session.store.ledger(of: infant, knownAt: course.knownAt).map(\.entry)
        let texts = try session.store.openedTexts(of: entries)
        try session.write(texts.map { OpenedTextLine.json($0).text + "\n" }.joined(), to: withIdentity)
        do {
            try session.deliver(Array(text.utf8), to: output)
        } catch {
            // Names do not stay behind alone.
            unlink(withIdentity)
            throw error
        }
    }
}

extension Session {
    /// What a course is handed on with.
    fileprivate func handingOn(_ course: Course) throws -> HandingOn { try HandingOn(self, knownAt: course.knownAt) }
}
