internal import ArgumentParser
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Band: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "band", abstract: "Print an infant's band line: code, check letter, DataMatrix\n打印腕带：代号、校验字母、二维码")

    @OptionGroup var record: RecordOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: ArgumentHelp("Write a label of 60 × 20 mm\n写成标签", valueName: "file"))
    var svg: String?

    func run() throws {
        let session = try record.open()
        try session.store.checkClinician(session.login)
        let infant = try session.store.infant(code)
        session.noteAccess("band", infant: infant.id)
        if session.json {
            let answer: JSON = [
                "infant": .string(infant.code.text), "check": .string(String(CheckLetter.of(infant.code))),
                "matrix": .string(CheckLetter.bandText(infant.code)),
            ]
            Door.print(answer.text)
            return
        }
        if let svg {
            try session.write(BandLabel(infant.code).svg, to: svg)
            return
        }
        Door.print(session.bandLines(infant.code).joined(separator: "\n"))
    }
}

extension Session {
    /// The band line and its symbol.
    func bandLines(_ code: InfantCode) -> [String] {
        let label = BandLabel(code)
        return [wording.band(label.text)] + (json ? [] : label.terminal)
    }
}
