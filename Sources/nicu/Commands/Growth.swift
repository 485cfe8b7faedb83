internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Growth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth", abstract: "Growth: z-scores with their reference, phases, velocity and Δz\n生长：z 值、阶段、速度",
        discussion:
            "Each z stands beside the id of its reference; outside a reference's range the reason stands instead of a number.\n超出参考范围时只写原因，不给数值。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "Compute as if the sex were female or male; labelled so\n假定性别")
    var assumeSex: String?
    @Option(help: "Reference packs in the order of the columns (can be repeated; default: all)\n参考")
    var reference: [String] = []
    @Option(
        help: ArgumentHelp(
            "Draw weight, length and head on one A4 page into this new SVG file (0600)\n生长曲线图", valueName: "file"))
    var svg: String?

    func run() throws {
        let session = try record.open()
        let assumed: Sex? = try assumeSex.map { try session.token($0, "--assume-sex") }
        let (_, course) = try session.course(code, moments, need: .growth, verb: "growth")
        let sex = assumed ?? course.sex
        let library = ReferenceLibrary()
        let standard = [session.store.settings.reference]
        let ids = reference.isEmpty ? standard + library.ids.filter { !standard.contains($0) } : reference
        for id in ids where !library.ids.contains(id) {
            throw Failure.unreadable(session.wording.notOneOf("--reference", id, library.ids))
        }
        let references = try ids.map { try library.reference($0, sexes: Set(sex.candidates)) }
        guard let input = GrowthInput(course, references: references, assuming: assumed) else {
            throw Failure.refused(session.wording.noBirth(code))
        }
        let summary = GrowthSummary(input)
        if let svg, let first = references.first(where: { $0.use != .birth }) {
            let chart = GrowthChart(
                course, summary, reference: first, version: try library.manifest(first.id).version, sex: sex,
                wording: session.wording)
            guard let picture = chart.svg else { throw Failure.refused(session.wording.noChart(code)) }
            try session.write(picture, to: svg)
        }
        Door.print(
            session.json
                ? growthJSON(course, summary, sex: sex, wording: session.wording).text
                : growthText(course, summary, sex: sex, wording: session.wording))
    }
}
