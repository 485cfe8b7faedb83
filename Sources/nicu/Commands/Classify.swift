internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Classify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Classes by published definitions: gestation, weight, temperature, BPD, IVH, NEC, ROP\n按定义分类分级",
        discussion:
            "Bronchopulmonary dysplasia is graded from the recorded support, by the 2001 and the 2019 definition; what is not recorded is said.\nBPD 按记录的支持方式分度，两种定义并列。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String

    func run() throws {
        let session = try record.open()
        let (_, course) = try session.course(code, moments, need: .classification, verb: "classify")
        let file = try ClassificationFile.embedded()
        let page = ClassificationPage(course, file.findings(course), file: file)
        session.answer(page.json(session.wording), page.text(session.wording))
    }
}
