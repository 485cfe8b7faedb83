internal import ArgumentParser
internal import NICUAssets
internal import NICUCore
internal import NICUExport
internal import NICUStore

struct Days: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "days",
        abstract: "Count days of support, nutrition, lines and drugs, each by a named rule\n统计支持治疗天数",
        discussion:
            "Ventilator, non-invasive, high flow, oxygen, parenteral nutrition, lines, phototherapy, antibiotics, caffeine and more. What the record does not tell is said and never counted as none.\n每项注明计算规则；记录不明的时段单独列出，不按“没有”计算。"
    )

    @OptionGroup var record: RecordOptions
    @OptionGroup var moments: MomentOptions
    @Argument(help: "Code of the infant\n代号")
    var code: String
    @Option(help: "Count all by one rule: any-part, most-of-day or at-turn (default: each by its own)\n统一规则")
    var rule: String?

    func run() throws {
        let session = try record.open()
        let rules = try CareFile.embedded()
        let rule =
            try self.rule.map { typed in
                try rules.dayRule(session.word(typed, of: rules.dayRules.map(\.id), "--rule"))
            } ?? nil
        let (_, course) = try session.course(code, moments, need: .care, verb: "days")
        let page = DaysPage(course, rules, by: rule)
        session.answer(page.json(session.wording), page.text(session.wording))
    }
}
