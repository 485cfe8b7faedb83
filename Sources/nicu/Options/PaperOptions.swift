internal import ArgumentParser
internal import NICUCore
internal import NICUExport

/// In which form a paper comes, and where to.
struct PaperOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, pdf }

    @Option(help: "text, html or pdf\n格式")
    var format = Format.text
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write to a new file (0600) instead of standard output\n写入文件", valueName: "file"))
    var output: String?

    /// Refuses a form for people where one for machines is asked for.
    func check(_ record: RecordOptions) throws {
        if record.json, format != .text {
            throw Failure.unreadable(Wording(record.lang ?? Door.language).notTogether("--json", "--format"))
        }
    }

    /// Refuses to send the bytes of a paper to a screen.
    func checkTerminal(_ session: Session) throws {
        try session.keepFromTerminal(isPDF: format == .pdf, output: output)
    }

    /// Writes the paper.
    func write(text: String, html: @autoclosure () -> String, asOf: Instant, _ session: Session) throws {
        let bytes: [UInt8]
        switch format {
        case .text: bytes = Array(text.utf8)
        case .html: bytes = Array(html().utf8)
        case .pdf: bytes = try session.pdf(of: html(), asOf: asOf)
        }
        try session.deliver(bytes, to: output)
    }
}
