internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Growth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth",
        abstract: "Growth: z-scores with their reference, velocity, Δz, indicators and charts\n生长：z 值、速度、指标、曲线图",
        discussion:
            "Each z stands beside the id of its reference; outside a reference's range the reason stands instead of a number. The unit's references are shown (nicu references); --compare shows all, --reference others.\n超出参考范围时只写原因，不给数值。默认用科室选用的参考。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(
        help: ArgumentHelp(
            "Compute as if the sex were female or male, or show both; labelled so\n假定性别", valueName: "female|male|both")
    )
    var assumeSex: String?
    @Option(help: "References in the order of the columns, in the place of the unit's (can be repeated)\n参考")
    var reference: [String] = []
    @Flag(help: "Show every reference side by side, and where they disagree\n各参考并列比较")
    var compare = false
    @Flag(help: "Draw weight, length and head in the terminal instead of the figures\n在终端画曲线")
    var chart = false
    @Option(help: "Draw only weight, length or head (can be repeated)\n只画某项")
    var measure: [String] = []
    @Flag(help: "ASCII only, for --chart\n仅用 ASCII 字符")
    var plain = false
    @Option(
        help: ArgumentHelp(
            "Draw weight, length and head on one A4 page into this new SVG file (0600)\n生长曲线图", valueName: "file"))
    var svg: String?

    func run() throws {
        let session = try record.open()
        let sexes = try assumeSex.map { try session.sexes($0) }
        try checkOptions(session.wording)
        if svg != nil || chart, sexes?.count ?? 1 > 1 { throw Failure.unreadable(session.wording.oneSexPerChart()) }
        let (_, course) = try session.course(code, moments, need: .growth, verb: "growth")
        let knownAt = try session.knownAt(moments.knownAt)
        let reading =
            try reference.isEmpty
            ? GrowthReading(session.store, knownAt: knownAt)
            : GrowthReading(naming: reference, session.store, knownAt: knownAt, wording: session.wording)
        if !reading.missing.isEmpty { Door.remark(session.wording.referencesMissing(reading.missing)) }
        let ids = reference.isEmpty ? reading.plan.ids + reading.library.ids : reference
        if chart {
            Door.print(try terminalChart(course, sex: sexes?.first ?? course.sex, reading, ids: ids, session))
            return
        }
        let pages = try (sexes ?? [course.sex]).map { sex in
            try page(course, sex: sex, reading, ids: ids, session)
        }
        session.answer(
            pages.count == 1
                ? pages[0].json : ["infant": .string(course.code.text), "bothSexes": .array(pages.map(\.json))],
            pages.map(\.text).joined(separator: "\n\n"))
    }

    /// Refuses options that would be passed over in silence.
    private func checkOptions(_ wording: Wording) throws {
        let together: [(Bool, String, String)] = [
            (chart && record.json, "--chart", "--json"), (chart && compare, "--chart", "--compare"),
            (chart && svg != nil, "--chart", "--svg"), (compare && !reference.isEmpty, "--compare", "--reference"),
        ]
        if let (_, one, other) = together.first(where: \.0) {
            throw Failure.unreadable(wording.notTogether(one, other))
        }
        if !chart, plain || !measure.isEmpty {
            throw Failure.unreadable(wording.onlyTogether(plain ? "--plain" : "--measure", "--chart"))
        }
    }

    private func page(_ course: Course, sex: Sex, _ reading: GrowthReading, ids: [String], _ session: Session) throws
        -> GrowthPage
    {
        let (input, references) = try computed(course, sex: sex, reading, ids: ids, session)
        if let svg {
            let chart = try session.drawing(course, GrowthSummary(input), references, reading, sex: sex)
            guard let picture = chart?.svg else { throw Failure.refused(session.wording.noChart(code)) }
            try session.write(picture, to: svg)
            Door.remark(session.wording.chartWritten(svg))
        }
        return GrowthPage(
            course, input, sex: sex, plan: reading.plan, isCompared: compare, named: reference,
            indicators: try GrowthIndicatorFile.embedded(), wording: session.wording)
    }

    private func terminalChart(
        _ course: Course, sex: Sex, _ reading: GrowthReading, ids: [String], _ session: Session
    ) throws -> String {
        let measures = try measure.map { word -> GrowthMeasure in
            guard let measure = GrowthMeasure(rawValue: word), GrowthMeasure.measured.contains(measure) else {
                throw Failure.unreadable(
                    session.wording.notOneOf("--measure", word, GrowthMeasure.measured.map(\.rawValue)))
            }
            return measure
        }
        let (input, references) = try computed(course, sex: sex, reading, ids: ids, session)
        let drawing = try session.drawing(course, GrowthSummary(input), references, reading, sex: sex)
        let text = drawing?.terminal(
            measures.isEmpty ? GrowthMeasure.measured : measures, columns: Door.columns,
            marks: plain ? .plain : .braille)
        guard let text else { throw Failure.refused(session.wording.noChart(code)) }
        return text
    }

    private func computed(_ course: Course, sex: Sex, _ reading: GrowthReading, ids: [String], _ session: Session)
        throws -> (GrowthInput, [GrowthReference])
    {
        let references = try reading.references(ReferencePlan.once(ids), sexes: Set(sex.candidates))
        guard let input = GrowthInput(course, references: references, assuming: sex) else {
            throw Failure.refused(session.wording.noBirth(code))
        }
        return (input, references)
    }
}

extension Session {
    /// The sexes an answer is computed for.
    func sexes(_ typed: String) throws -> [Sex] {
        if typed == "both" { return [.female, .male] }
        if let sex = Sex(rawValue: ShortNames.token(typed)) { return [sex] }
        throw Failure.unreadable(wording.notOneOf("--assume-sex", typed, Sex.allCases.map(\.rawValue) + ["both"]))
    }
}
