internal import ArgumentParser
internal import Foundation
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Take entries from a file, all or nothing: NDJSON, FHIR, a course record, or a table\n导入 NDJSON、FHIR、病程档案或表格",
        discussion: """
            Entries that are already here are passed over; a bad line is named and nothing is written. A course record (html) is taken by
            the entries inside it. A FHIR R4 file of this program (a Bundle, a resource a line, or a folder of such files) gives back every
            entry; of another system's, what is read is taken for the one infant named, and all else is listed (with --strict it refuses
            the file). A table (CSV or TSV) has
            the columns infant, check, at and quantities with their unit, `weight [g]`; or infant, check and a column a day,
            `2024-11-18 [g]`. A value that is asked about takes its token in the column confirm, and why in reason.
            有一行不合格则全部不写入。表格列：代号、校验、时间、体重 [g]…；或每日一列。存疑的值在 confirm 列写确认码。
            """)

    @OptionGroup var record: RecordOptions
    @Argument(help: "File, or - for standard input\n文件")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The erasable texts that `timeline --with-identity` wrote beside it\n与之配套的可擦除文字文件", valueName: "file"))
    var withIdentity: String?

    @Flag(
        help:
            "Refuse the whole file where a value raises a question, as a table always is, or where something was not read\n有存疑数值或未读取的内容则全部拒绝"
    )
    var strict = false

    @Flag(help: "Check a table and write nothing\n只检查表格，不写入")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Whose facts another system's FHIR file holds\n其他系统 FHIR 文件所属患儿",
            valueName: "code"))
    var infant: String?

    @Flag(
        help:
            "With --infant: the infant is new here and is made from the file's Patient; nobody is admitted\n新患儿，由文件中的 Patient 建档"
    )
    var new = false

    @OptionGroup var check: CheckOptions

    @Option(help: ArgumentHelp("What the columns of days hold (default: weight)\n按日期的列所测的量", valueName: "quantity"))
    var daily = "weight"

    func run() throws {
        let session = try record.open()
        let source = try session.source(file, forImport: true)
        if let fhir = source.fhir { return try take(fhir, session) }
        if infant != nil || new || check.check != nil { throw Failure.unreadable(session.wording.infantIsForForeign()) }
        let bytes = source.isPage ? try session.passportFile(source.bytes, file).lines : source.bytes
        // Every line of an exchange file is a JSON object, and no title of a column begins like one.
        guard bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") else { return try table(bytes, session) }
        if dryRun { throw Failure.unreadable(session.wording.dryRunIsForTables()) }
        report(try session.importEntries(bytes, texts: try texts(session), strict: strict), session)
    }

    func texts(_ session: Session) throws -> [UInt8] {
        try withIdentity.map { try session.bytes(of: $0) } ?? []
    }

    func report(_ imported: Imported, _ session: Session, notTaken: [String] = []) {
        session.noteAccess("import")
        let wording = session.wording
        let sentence = wording.imported(imported.written.entries.count, alreadyHere: imported.alreadyHere)
        let remarks =
            wording.imported(imported.questions)
            + (notTaken.isEmpty ? [] : [wording.fhirNotTaken(notTaken.count)] + notTaken)
        if session.json {
            session.report(imported.written, remarks: [sentence] + remarks)
        } else {
            Door.printSaved(sentence)
            for line in remarks { Door.remark(Table.visible(line)) }
        }
    }
}

extension UInt8 {
    /// Whether it stands in front of a text that is meant: white space, a byte order mark.
    var isBlank: Bool { self <= 0x20 || [0xEF, 0xBB, 0xBF].contains(self) }
}

extension Import {
    /// Takes a table of values.
    private func table(_ bytes: [UInt8], _ session: Session) throws {
        if withIdentity != nil { throw Failure.unreadable(session.wording.identityIsForLines()) }
        let entered: EnteredSheet
        do {
            let sheet = try ValueSheet(
                CSVTable(bytes), daily: try session.token(daily, "--daily"), now: session.now, zone: session.zone)
            let drafts = try sheet.values.map { value in
                SheetDraft(
                    line: value.line, column: value.column, code: value.code,
                    draft: Draft(try session.checked(value.measurement), at: value.at, reason: value.reason),
                    answer: EntryAnswer(
                        tokens: value.tokens, second: value.second, identified: .typed(value.check)))
            }
            entered = try session.store.enter(
                drafts, author: Author(by: session.login, source: "import", now: session.now), isTrial: dryRun)
        } catch let problems as SheetProblems {
            Door.remark("nicu: " + Table.visibleLines(session.wording.sheet(problems)))
            throw Failure.exit(problems.all.allSatisfy(\.isQuestion) ? 5 : problems.isReadable ? 1 : 64)
        }
        session.noteAccess("import")
        let codes = Set(entered.written.entries.compactMap(\.code))
        let sentence = session.wording.sheetEntered(
            entered.written.entries.count, infants: codes.count, alreadyHere: entered.alreadyHere, isTrial: dryRun)
        if session.json {
            Door.printSaved(
                Session.saved(
                    dryRun ? [] : entered.written.entries, entered.written.operation, remarks: [sentence]
                ).text)
        } else {
            Door.printSaved(sentence)
        }
    }
}

extension Session {
    /// A whole file, or standard input for `-`.
    func bytes(of file: String) throws -> [UInt8] {
        if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: file) else { throw Failure.refused(wording.noFile(file)) }
        return Array(data)
    }

    /// Takes the lines of an exchange file; every bad line is named.
    func importEntries(
        _ bytes: [UInt8], texts: [UInt8] = [], source: String = "import", strict: Bool = false
    ) throws -> Imported {
        try importEntries(Session.split(bytes), texts: texts, source: source, strict: strict)
    }

    /// Takes exchange lines; every bad line is named by its place in the list, from 1.
    func importEntries(
        _ entries: [[UInt8]], texts: [UInt8] = [], source: String = "import", strict: Bool = false,
        from foreign: ForeignSource? = nil
    ) throws -> Imported {
        let zone = zone
        let incoming = try lines(of: entries) { (line, number) throws(ImportProblem.What) in
            let (entry, code) = try EntryLine.read(line, zone: zone)
            return IncomingEntry(line: number, entry: entry, code: code)
        }
        let opened = try lines(of: Session.split(texts)) { (line, _) throws(ImportProblem.What) in
            try OpenedTextLine.read(line)
        }
        return try store.importEntries(
            incoming, texts: opened, author: Author(by: login, source: source, now: now), strict: strict,
            from: foreign)
    }

    /// How the exchange lines of a file stand to this record.
    func standing(of lines: [JSON]) throws -> [EntryStanding] {
        let zone = zone
        let entries = try self.lines(of: lines.map { Array($0.text.utf8) }) {
            (line, number) throws(ImportProblem.What) in
            let (entry, code) = try EntryLine.read(line, zone: zone)
            return IncomingEntry(line: number, entry: entry, code: code)
        }
        // A digest that is claimed must be that of the entry as well.
        return try zip(store.standing(of: entries), lines).map { standing, line in
            guard standing == .same, let theirs = line["origin"]?["digest"]?.string, let id = line["id"]?.string else {
                return standing
            }
            return try store.digests(ofEntry: id).contains(theirs) ? .same : .differs
        }
    }

    /// The exchange lines of a file as JSON, each one readable as an entry.
    func exchangeLines(_ bytes: [UInt8]) throws -> [JSON] {
        let zone = zone
        return try lines(of: Session.split(bytes)) { (line, _) throws(ImportProblem.What) in
            _ = try EntryLine.read(line, zone: zone)
            do throws(JSON.Problem) { return try JSON(bytes: line) } catch { throw .json(error) }
        }
    }

    /// Reads each line that is not blank; all that cannot be read are named together.
    private func lines<T>(of lines: [[UInt8]], _ read: ([UInt8], Int) throws(ImportProblem.What) -> T) throws -> [T] {
        var result: [T] = []
        var problems: [ImportProblem] = []
        for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
            do {
                result.append(try read(line, index + 1))
            } catch {
                problems.append(ImportProblem(line: index + 1, what: error))
            }
        }
        guard problems.isEmpty else { throw RecordProblem.importLines(problems) }
        return result
    }

    private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }
}
