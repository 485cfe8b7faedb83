internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport

struct SelfTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "self-test",
        abstract: "Recompute other programs' z-scores on this machine; exit 1 beyond the tolerance\n自检：复算参考值",
        discussion:
            "Each pack carries values that an independent program computed; the worst deviation is printed.\n每个参考打印最大偏差。"
    )

    @Option(help: ArgumentHelp("Language of human output: zh or en\n输出语言", valueName: "zh|en"))
    var lang: Language?
    @Flag(help: "Print JSON\n输出 JSON")
    var json = false

    func run() throws {
        let wording = Wording(lang ?? Door.language)
        let library = ReferenceLibrary()
        var rows: [SelfTestRow] = []
        for id in library.ids {
            guard let golden = try library.golden(id) else { continue }
            rows.append(
                SelfTestRow(
                    reference: id, count: golden.points.count, producer: golden.producer, tolerance: golden.tolerance,
                    worst: golden.worstDeviation(of: try library.reference(id))))
        }
        guard !rows.isEmpty else { throw Failure.refused(wording.nothingToTest()) }
        Door.print(json ? SelfTestRow.json(rows).text : SelfTestRow.text(rows, wording))
        guard rows.allSatisfy(\.isGood) else { throw Failure.exit(1) }
    }
}
